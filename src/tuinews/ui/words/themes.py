"""What the choice of a theme says."""

from collections.abc import Mapping
from types import MappingProxyType

from tuinews.language import N_, _

TITLE = N_("Themes")
HELP = N_("↑ ↓ try · Enter keeps · Esc goes back to the old one")
TOO_LARGE = N_("it is too large")
NOT_TEXT = N_("it is not UTF-8 text")
FIXED = N_("NO_COLOR is set, or the terminal has sixteen colours: here it is always ansi.")
OWN = N_("tuinews")
TEXTUAL = N_("Textual")
ABOUT: Mapping[str, str] = MappingProxyType(
    {
        "auto": N_("as the terminal"),
        "dark": N_("light on dark"),
        "light": N_("dark on light"),
        "ansi": N_("16 colours"),
    }
)
"""A word or two on each theme of ours."""


def fault(file: str, line: int, why: str) -> str:
    """What is wrong with a sheet of the user."""
    return _("{file} line {line}", file=file, line=line) + f": {why}"
