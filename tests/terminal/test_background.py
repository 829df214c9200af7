"""The theme goes by the terminal's paper, where the settings leave it to that."""

from pathlib import Path
from typing import Any

import pytest

from tuinews.ui.terminal.background import is_light_answer, is_light_environment
from tuinews.ui.terminal.input import InputDecoder

LIGHT, DARK = "fbfaf7", "15171c"
QUESTION = b"\x1b]11;?\x1b\\"


def paper(terminal: Any) -> str:
    """The background of a cell of the list on which nothing stands."""
    return str(terminal.screen.buffer[21][20].bg)


def test_a_light_terminal_has_the_light_theme(open_terminal: Any) -> None:
    terminal = open_terminal(size=(80, 24))
    terminal.until(lambda: QUESTION in terminal.written, "the question")
    terminal.send("\x1b]11;rgb:ffff/ffff/ffff\x1b\\")
    terminal.wait_for("1/1")
    terminal.until(lambda: paper(terminal) == LIGHT, "light paper")
    assert "rgb" not in terminal.text
    terminal.send("j")
    terminal.wait_for("2/1")


def test_what_decides_before_the_terminal(open_terminal: Any, environ: dict[str, str]) -> None:
    guessed = open_terminal(size=(80, 24), COLORFGBG="0;15")
    guessed.wait_for("1/1")
    guessed.until(lambda: paper(guessed) == LIGHT, "light paper by COLORFGBG")
    file = Path(environ["XDG_CONFIG_HOME"]) / "tuinews" / "settings.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text('theme = "dark"\n')
    chosen = open_terminal(size=(80, 24), COLORFGBG="0;15")
    chosen.until(lambda: QUESTION in chosen.written, "the question")
    chosen.send("\x1b]11;rgb:ffff/ffff/ffff\x07")
    chosen.wait_for("1/1")
    chosen.send("j")
    chosen.wait_for("2/1")
    assert paper(chosen) == DARK
    no_colour = open_terminal(size=(80, 24), NO_COLOR="1")
    no_colour.wait_for("1/1")
    assert QUESTION not in no_colour.written
    assert paper(no_colour) == "default"


@pytest.mark.parametrize(
    ("answer", "light"),
    [
        (b"]11;rgb:ffff/ffff/ffff", True),
        (b"]11;rgb:0000/0000/0000", False),
        (b"]11;rgb:fd/f6/e3", True),
        (b"]11;rgb:002b/0036/0042", False),
        (b"]11;rgba:1e1e/1e1e/2e2e/ffff", False),
        (b"]11;rgb:f/f/f", True),
        (b"]10;rgb:ffff/ffff/ffff", None),
        (b"]11;?", None),
        (b"]11;rgb:", None),
    ],
)
def test_an_answer_is_understood(answer: bytes, light: bool | None) -> None:
    assert is_light_answer(answer) is light


@pytest.mark.parametrize(
    ("value", "light"),
    [("0;15", True), ("15;0", False), ("0;default;7", True), ("15;8", False), ("", False), ("x", False)],
)
def test_colorfgbg_is_understood(value: str, light: bool) -> None:
    assert is_light_environment({"COLORFGBG": value}) is light


@pytest.mark.parametrize("end", [b"\x07", b"\x1b\\"])
def test_an_answer_comes_in_any_pieces_and_types_nothing(end: bytes) -> None:
    whole = b"j\x1b]11;rgb:ffff/ffff/ffff" + end + b"k"
    for cut in range(1, len(whole)):
        decoder = InputDecoder()
        typed = decoder.decode(whole[:cut]) + decoder.decode(whole[cut:])
        assert typed == "jk"
        assert decoder.answers == [b"]11;rgb:ffff/ffff/ffff"]
