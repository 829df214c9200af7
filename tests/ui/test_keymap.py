"""The table of keys, and what settings change of it."""

from types import MappingProxyType
from typing import Any

import pytest

from tuinews.settings import Settings
from tuinews.ui.keymap import Keymap
from tuinews.ui.keys import BY_ID, COMMANDS, Scope, markdown, shown_keys, split_keys
from tuinews.ui.screens.commands.registry import RUN


def test_every_command_of_the_screen_is_wired_and_no_other() -> None:
    assert set(RUN) == {command.id for command in COMMANDS if command.scope is Scope.SCREEN}


def test_no_key_has_two_meanings() -> None:
    taken: dict[str, str] = {}
    for command in COMMANDS:
        for key in command.each if command.scope is not Scope.READER else ():
            assert taken.setdefault(key, command.id) == command.id


def test_a_command_takes_other_keys() -> None:
    keymap = Keymap({"star": "S,*", "top": "t t", "refresh_all": "Ctrl-l"})
    assert keymap.problems == ()
    assert keymap.command("star").each == ("S", "asterisk")
    assert ("t", "t") in keymap.chords
    assert ("g", "g") not in keymap.chords
    assert keymap.changes == {"star": "S,asterisk", "top": "t t", "refresh_all": "ctrl+l"}


def test_two_commands_can_change_keys() -> None:
    keymap = Keymap({"star": "m", "toggle_read": "s"})
    assert keymap.problems == ()
    assert (keymap.key("star"), keymap.key("toggle_read")) == ("m", "s")


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"stars": "x"}, "keys.stars: there is no such command; see docs/keys.md"),
        ({"star": "j"}, "keys.star: j is already “down”"),
        ({"star": "g"}, "keys.star: g is already the beginning of “top”"),
        ({"star": " , "}, "keys.star: no key is named; the default stays"),
        ({"star": "x", "undo": "x"}, "keys.undo: x is already “star”"),
        ({"link": "x"}, "keys.link: there is no such command; see docs/keys.md"),
    ],
)
def test_what_cannot_be_obeyed_is_named_and_the_default_stays(changes: dict[str, str], problem: str) -> None:
    keymap = Keymap(changes)
    assert keymap.problems == (problem,)
    assert keymap.command("down").keys == BY_ID["down"].keys
    assert all(command.each for command in keymap.commands)


def test_keys_are_shown_as_people_write_them() -> None:
    assert shown_keys(split_keys("j,down,ctrl+d,g g,question_mark,space")) == "j ↓ Ctrl-d gg ? Space"


def test_the_page_of_the_keys_names_every_command() -> None:
    page = markdown()
    for command in COMMANDS:
        assert f"`{command.id}`" in page


async def test_changed_keys_are_in_force_and_clashes_are_named_at_the_start(open_app: Any, library: Any) -> None:
    keys = MappingProxyType({"star": "S,*", "top": "t t", "help": "j"})
    async with open_app(library, settings=Settings(keys=keys)) as seen:
        await seen.wait_for("keys.help: j is already “down”")
        await seen.press("s")
        assert "★ Bridge 1" not in seen.text
        await seen.press("S")
        assert "★ Bridge 1" in seen.text
        await seen.press("asterisk")
        assert "★ Bridge 1" not in seen.text
        await seen.press("G", "t", "t")
        assert seen.status.endswith("1/12 ")
        await seen.press("question_mark")
        await seen.wait_for("Esc closes")
