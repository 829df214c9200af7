"""What the screen that adds sources offers for what is typed: an address, a file, sources of the catalogue."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tuinews.address import tidy
from tuinews.catalogue import CatalogueSource
from tuinews.folding import fold
from tuinews.text import clean_line
from tuinews.ui.language import language_name
from tuinews.ui.widgets.choices import Choice


@dataclass(frozen=True, slots=True)
class AddressOffer:
    """Look at an address and add what it is."""

    address: str


@dataclass(frozen=True, slots=True)
class FileOffer:
    """Add the sources of a list in a file."""

    path: Path


def offers(typed: str, catalogue: Sequence[CatalogueSource]) -> list[Choice]:
    """The rows for what is typed; the whole catalogue where nothing is."""
    text = typed.strip()
    rows: list[Choice] = []
    path = existing_file(text)
    address = tidy(text) if text else None
    if path is not None:
        rows.append(Choice(FileOffer(path), f"Import the sources of {path.name}", "OPML or a list of addresses"))
    elif address is not None:
        rows.append(Choice(AddressOffer(address), f"Add {address}", "a site or a feed"))
    return rows + _catalogue_rows(text, catalogue)


def existing_file(typed: str) -> Path | None:
    """The file that is typed, where there is one; `~` and pasted quotes are understood."""
    text = typed.strip().strip("\"'").removeprefix("file://")
    if not text:
        return None
    try:
        path = Path(text).expanduser()
        return path if path.is_file() else None
    except (OSError, RuntimeError, ValueError):
        return None


def _catalogue_rows(text: str, catalogue: Sequence[CatalogueSource]) -> list[Choice]:
    rows: list[Choice] = []
    heading = ""
    needle = fold(text)
    for source in catalogue:
        words = f"{source.name} {source.site} {source.topic} {language_name(source.lang)}"
        if needle and needle not in fold(words):
            continue
        group = f"{language_name(source.lang)} · {source.topic}"
        if group != heading:
            rows.append(Choice(None, group))
            heading = group
        rows.append(Choice(source, clean_line(source.name), source.site.partition("://")[2]))
    return rows
