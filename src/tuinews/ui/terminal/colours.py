"""How many colours the terminal has, as its environment tells it; asked before the first paint."""

import os
from collections.abc import Mapping
from enum import StrEnum

from rich.console import Console

_TRUE = ("truecolor", "24bit")
"""What COLORTERM says where every colour is understood (https://github.com/termstandard/colors)."""
_WITHOUT = ("linux", "vt", "ansi", "cons")
"""Beginnings of a TERM with sixteen colours or fewer, whatever COLORTERM a parent has left behind."""


class Colours(StrEnum):
    """The colours of a terminal; the values are rich's names."""

    TRUE = "truecolor"
    MANY = "256"
    FEW = "standard"


def colours(environ: Mapping[str, str] = os.environ) -> Colours:
    """The colours that a terminal of this environment has.

    GNU screen 4 reads a true colour as a row of attributes (blocks, blinking), and hands on the COLORTERM of
    the terminal that it was started in: inside it there are 256 at most, whatever TERM its `term` command sets.
    """
    term = environ.get("TERM", "").lower()
    true = environ.get("COLORTERM", "").strip().lower() in _TRUE
    if term.startswith(_WITHOUT):
        return Colours.FEW
    if _is_gnu_screen(term, environ):
        return Colours.MANY if true or term.endswith("256color") else Colours.FEW
    if true or term.endswith("-direct"):
        return Colours.TRUE
    return Colours.MANY if term.endswith(("-256color", "kitty")) else Colours.FEW


def _is_gnu_screen(term: str, environ: Mapping[str, str]) -> bool:
    """Whether this is a window of GNU screen: by its session, in tmux (which takes TERM=screen too) by both.

    `screen.` before the outer terminal's name is screen's alone; it comes over ssh, where the session does not.
    """
    if term.startswith("screen."):
        return True
    return bool(environ.get("STY")) and (term.startswith("screen") or not environ.get("TMUX"))


def enough_for_pictures(console: Console, environ: Mapping[str, str] = os.environ) -> bool:
    """Whether a console has 256 colours or more, and may use them (https://no-color.org)."""
    return console.color_system in (Colours.TRUE.value, Colours.MANY.value) and not environ.get("NO_COLOR")


def replaced(console: Console, wanted: Colours) -> Console:
    """Textual's own console (its settings as of 8.2), but with the colours that are wanted."""
    return Console(
        color_system=wanted.value,
        file=console.file,
        markup=True,
        highlight=False,
        emoji=False,
        legacy_windows=False,
        force_terminal=True,
        safe_box=False,
        soft_wrap=False,
        no_color=console.no_color,
    )
