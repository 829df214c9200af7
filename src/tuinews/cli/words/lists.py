"""What the commands say of lists of sources, as they come in and go out."""

from collections.abc import Sequence

from tuinews.language import N_, _, ngettext
from tuinews.text import clean_line

SEARCH_OF_SOURCES = N_("--search: it is for articles; add --markdown, or leave it out")
CHOOSE_OTHER_FILE = N_("choose another file")


def asks_first(file: str, count: int) -> str:
    """A long list that nobody agreed to."""
    return _(
        "{file}: it lists {count} sources, and nothing was added; use --yes to add them", file=file, count=count
    )


def add_all(count: int) -> str:
    """The question before a long list is added."""
    return _("Add {count} sources? [y/N] ", count=count)


def skipped(url: str, why: str) -> str:
    """A line of a list that was not added."""
    return _("skipped {url}: {why}", url=url, why=why)


def imported(added: int, known: int, skipped: int) -> str:
    """What came of a list."""
    return _(
        "{added} added, {known} already in the library, {skipped} skipped",
        added=added,
        known=known,
        skipped=skipped,
    )


def options_of_list(count: int) -> str:
    """How many known sources get the options that a list of the user's own has for them."""
    return ngettext(
        "1 source already in the library gets options from the list",
        "{count} sources already in the library get options from the list",
        count,
    )


def would_import(added: int, known: int, skipped: int) -> str:
    """What would come of a list."""
    return _(
        "{added} would be added, {known} already in the library, {skipped} skipped",
        added=added,
        known=known,
        skipped=skipped,
    )


def views_of_list(names: Sequence[str]) -> str:
    """The views that a list names."""
    shown = ", ".join(clean_line(name, 40) for name in names[:5]) + (", …" if len(names) > 5 else "")
    return ngettext("1 view: {names}", "{count} views: {names}", len(names), names=shown)


def exported_without_secrets(count: int) -> str:
    """Addresses that were exported without what is secret in them."""
    return ngettext(
        "1 address was exported without its password or key; --with-secrets includes it",
        "{count} addresses were exported without their passwords or keys; --with-secrets includes them",
        count,
    )
