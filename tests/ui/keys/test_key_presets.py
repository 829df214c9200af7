"""Keys of other programs: sound by themselves, and with the user's own over them."""

import pytest

from tuinews.settings import load
from tuinews.ui.key_presets import PRESETS
from tuinews.ui.keymap import Keymap
from tuinews.ui.keys import BY_ID, Scope

NEEDED = ("down", "up", "open", "back", "palette", "help", "quit", "search", "add", "star", "undo", "toggle_read")


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_has_one_meaning_a_key(name: str) -> None:
    assert set(PRESETS[name]) <= set(BY_ID)
    keymap = Keymap({"preset": name})
    assert keymap.problems == ()
    owners: dict[str, str] = {}
    for command in keymap.commands:
        for key in command.each if command.scope is not Scope.READER else ():
            assert owners.setdefault(key, command.id) == command.id
    assert not {key.split()[0] for key in owners if " " in key} & set(owners)
    assert [one for one in NEEDED if not keymap.command(one).each] == []
    arrows = {"up", "down", "left", "right", "pageup", "pagedown", "home", "end", "enter", "escape"}
    assert arrows <= set(owners)


def test_ones_own_keys_come_over_the_presets() -> None:
    keymap = Keymap({"preset": "vim", "star": "S", "redraw": "", "undo": "y"})
    assert keymap.problems == ("keys.undo: y is already the first key of “copy_link”",)
    assert keymap.command("star").each == ("S",)
    assert ("y", "y") in keymap.chords
    assert keymap.changes["copy_link"] == "y y"


def test_a_preset_that_does_not_exist_is_named() -> None:
    keymap = Keymap({"preset": "newsbeat", "star": "S"})
    assert keymap.problems == (
        "keys.preset: there is no such preset; there are newsboat, vim, google-reader (did you mean newsboat?)",
    )
    assert keymap.command("star").each == ("S",)


def test_a_preset_is_chosen_in_the_file(tmp_path: object) -> None:
    from pathlib import Path

    file = Path(str(tmp_path)) / "settings.toml"
    file.write_text('keys.preset = "newsboat"\n')
    assert Keymap(load(file).keys, file).command("toggle_read").each == ("N",)
