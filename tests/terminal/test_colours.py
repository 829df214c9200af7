"""How many colours a terminal has, and what is written to one that has few."""

import re
from typing import Any

import pytest

from tuinews.ui.terminal.colours import Colours, colours


@pytest.mark.parametrize(
    ("environ", "found"),
    [
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, Colours.TRUE),
        ({"TERM": "xterm-256color", "COLORTERM": "24bit"}, Colours.TRUE),
        ({"TERM": "xterm-direct"}, Colours.TRUE),
        ({"TERM": "xterm-256color"}, Colours.MANY),
        ({"TERM": "tmux-256color"}, Colours.MANY),
        ({"TERM": "xterm-kitty"}, Colours.MANY),
        ({"TERM": "xterm"}, Colours.FEW),
        ({"TERM": "screen"}, Colours.FEW),
        ({"TERM": "vt220"}, Colours.FEW),
        ({"TERM": "vt220", "COLORTERM": "truecolor"}, Colours.FEW),
        ({"TERM": "linux", "COLORTERM": "truecolor"}, Colours.FEW),
        ({"TERM": "screen", "STY": "1.pts", "COLORTERM": "truecolor"}, Colours.MANY),
        ({"TERM": "screen.xterm-256color", "STY": "1.pts", "COLORTERM": "truecolor"}, Colours.MANY),
        ({"TERM": "screen-256color", "STY": "1.pts"}, Colours.MANY),
        ({"TERM": "xterm-256color", "STY": "1.pts", "COLORTERM": "truecolor"}, Colours.MANY),
        ({"TERM": "screen.xterm-256color", "COLORTERM": "truecolor"}, Colours.MANY),
        ({"TERM": "tmux-256color", "TMUX": "/tmp/x", "STY": "1.pts", "COLORTERM": "truecolor"}, Colours.TRUE),
        ({"TERM": "screen", "STY": "1.pts"}, Colours.FEW),
        ({"TERM": "screen-256color", "TMUX": "/tmp/x", "COLORTERM": "truecolor"}, Colours.TRUE),
        ({}, Colours.FEW),
    ],
)
def test_the_environment_tells_the_colours(environ: dict[str, str], found: Colours) -> None:
    assert colours(environ) is found


def written(open_terminal: Any, **environ: str | None) -> bytes:
    terminal = open_terminal(**environ)
    terminal.wait_for("1/11")
    terminal.send("j")
    terminal.wait_for("2/11")
    terminal.send("\r")
    terminal.settle()
    assert not terminal.ended()
    found: bytes = terminal.written
    return found


@pytest.mark.parametrize("sty", [None, "4242.pts-1.host"])
def test_true_colour_is_written_where_it_is_understood_alone(open_terminal: Any, sty: str | None) -> None:
    term = "screen.xterm-256color" if sty else "xterm-256color"
    screen = written(open_terminal, TERM=term, COLORTERM="truecolor", STY=sty)
    assert (b"38;2;" in screen) is (sty is None)
    assert (b"38;5;" in screen) is (sty is not None)


@pytest.mark.parametrize("term", ["xterm", "linux", "screen", "vt220"])
def test_sixteen_colours_are_the_terminals_own_with_the_cursor_in_reverse(open_terminal: Any, term: str) -> None:
    screen = written(open_terminal, TERM=term, COLORTERM=None)
    assert not re.search(rb"[34]8;[25];", screen)
    assert not re.search(rb"\x1b\[[0-9;]*\b(4[0-7]|10[0-7])\b[0-9;]*m", screen)
    assert re.search(rb"\x1b\[(?:[0-9;]*;)?7(?:;[0-9;]*)?m", screen)


def test_no_color_is_no_colour(open_terminal: Any) -> None:
    screen = written(open_terminal, NO_COLOR="1")
    assert not re.search(rb"\x1b\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[0-9;]*)?m", screen)
    assert re.search(rb"\x1b\[(?:[0-9;]*;)?7(?:;[0-9;]*)?m", screen)
