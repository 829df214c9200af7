"""The spellings of keys."""

import pytest
from textual.keys import _character_to_key

from tuinews.ui.key_names import key_name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("j", "j"),
        ("J", "J"),
        ("Shift+j", "J"),
        ("ö", "ö"),
        ("/", "slash"),
        ("slash", "slash"),
        ("question_mark", "question_mark"),
        ("comma", "comma"),
        ("+", "plus"),
        ("Ctrl++", "ctrl+plus"),
        ("Ctrl+F", "ctrl+f"),
        ("<C-z>", "ctrl+z"),
        ("<c-Z>", "ctrl+z"),
        ("^S", "ctrl+s"),
        ("^[", "escape"),
        ("^", "circumflex_accent"),
        ("Ctrl-Shift-Left", "ctrl+shift+left"),
        ("shift+ctrl+left", "ctrl+shift+left"),
        ("M-x", "alt+x"),
        ("Alt+X", "alt+x"),
        ("<S-Tab>", "shift+tab"),
        ("BackTab", "shift+tab"),
        ("PageDown", "pagedown"),
        ("Page Down", "pagedown"),
        ("Page_Up", "pageup"),
        ("PgDn", "pagedown"),
        ("NPage", "pagedown"),
        ("<PageUp>", "pageup"),
        ("PPage", "pageup"),
        ("Esc", "escape"),
        ("<CR>", "enter"),
        ("Return", "enter"),
        ("SPACE", "space"),
        ("F5", "f5"),
        ("<F12>", "f12"),
        ("Del", "delete"),
        ("<lt>", "less_than_sign"),
        ("g g", "g g"),
        ("gg", "g g"),
        ("z /", "z slash"),
        ("<C-w>j", "ctrl+w j"),
        ("<C-x><C-s>", "ctrl+x ctrl+s"),
        ("ctrl+i", "tab"),
        ("Ctrl+M", "enter"),
        ("ctrl+h", "backspace"),
        ("Ctrl+Space", "ctrl+@"),
    ],
)
def test_a_key_is_understood_as_people_write_it(written: str, name: str) -> None:
    assert key_name(written) == name


@pytest.mark.parametrize(
    "written",
    [
        "fnord",
        "PageDwn",
        "cmd+f",
        "Hyper-x",
        "f25",
        "ctrl+",
        "<C->",
        "ctrl+fnord",
        "g g g",
        "<fnord>",
        "",
        " ",
        "shift+1",
        "\x07",
        "ctrl+shift",
        "enter+ctrl",
        "<any>",
        "scroll up",
        "unbound",
    ],
)
def test_what_is_no_key_is_none(written: str) -> None:
    assert key_name(written) is None


def test_every_sign_has_the_name_that_textual_gives_it() -> None:
    signs = [chr(code) for code in range(0x21, 0x7F)] + list("ñßあ。€")
    assert [key_name(sign) for sign in signs] == [_character_to_key(sign) for sign in signs]
