"""The style sheets of the user: every `.tcss` beside the settings file, after ours, in the order of their names.

A fault in one leaves what it said before in force, and is said with its file and line; it never ends the program.
"""

from collections.abc import Mapping
from pathlib import Path

from textual.css.errors import StylesheetError
from textual.css.stylesheet import Stylesheet, StylesheetParseError
from textual.css.tokenizer import TokenError

from tuinews.errors import system_reason
from tuinews.language import _
from tuinews.late import late_imports, late_pattern
from tuinews.quick_dataclass import dataclass
from tuinews.text import clean_line

with late_imports(__name__):
    from tuinews.ui.words import themes as words

OVER_OURS = 1000
"""Where a sheet of ours and one of the user say as much of the same widget, the user's is obeyed."""

LOOKED_AT_EVERY = 1.0
"""Seconds between two looks at the folder."""

_LARGEST = 1_000_000
"""Bytes of a sheet; a larger one is none."""
_MARKUP = late_pattern(r"\[/?[a-z]*\]")


@dataclass(frozen=True, slots=True)
class UserSheet:
    """A sheet as it was read; `css` is None if it could not be, for the reason `why`."""

    path: Path
    css: str | None
    why: str = ""


def read_sheets(folder: Path) -> tuple[UserSheet, ...]:
    """The sheets of a folder, in the order of their names; for a thread, since it reads files."""
    try:
        paths = sorted(
            path for path in folder.iterdir() if path.suffix == ".tcss" and not path.name.startswith(".")
        )
    except OSError:
        return ()
    return tuple(_read(path) for path in paths)


def fault_in(sheet: UserSheet, variables: Mapping[str, str]) -> str:
    """What is wrong with a sheet, with its file and line, "" where nothing is."""
    if sheet.css is None:
        return f"{clean_line(sheet.path.name)}: {sheet.why}"
    trial = Stylesheet(variables=dict(variables))
    trial.add_source(sheet.css, (str(sheet.path), ""))
    try:
        trial.parse()
    except StylesheetParseError as error:
        token, why = next(found for rule in error.errors.rules for found in rule.errors)
        place = (token.referenced_by or token).location
        return _said(sheet, place[0] + 1, str(getattr(why, "summary", why)))
    except TokenError as error:
        return _said(sheet, error.start[0], str(error))
    except StylesheetError as error:
        return _said(sheet, 1, str(error))
    except Exception as error:  # noqa: BLE001 - whatever Textual's parser makes of it, the program goes on
        return _said(sheet, 1, type(error).__name__)
    return ""


def _said(sheet: UserSheet, line: int, why: str) -> str:
    return words.fault(clean_line(sheet.path.name), line, clean_line(_MARKUP.sub("", why), 200))


def _read(path: Path) -> UserSheet:
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as error:
        return UserSheet(path, None, system_reason(error))
    if len(data) > _LARGEST:
        return UserSheet(path, None, _(words.TOO_LARGE))
    try:
        return UserSheet(path, data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return UserSheet(path, None, _(words.NOT_TEXT))
