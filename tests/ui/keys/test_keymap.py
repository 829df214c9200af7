"""The table of keys, and what settings change of it."""

from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from tuinews.settings import Settings, load
from tuinews.ui.keymap import Keymap
from tuinews.ui.keys import BY_ID, COMMANDS, Scope, markdown, shown_keys, split_keys
from tuinews.ui.screens.commands.registry import RUN


def test_every_command_of_the_screen_is_wired_and_no_other() -> None:
    assert set(RUN) == {command.id for command in COMMANDS if command.scope in (Scope.SCREEN, Scope.EVERYWHERE)}


def test_no_key_has_two_meanings() -> None:
    taken: dict[str, str] = {}
    for command in COMMANDS:
        for key in command.each if command.scope is not Scope.READER else ():
            assert taken.setdefault(key, command.id) == command.id


def test_a_command_takes_other_keys() -> None:
    keymap = Keymap({"star": "S,*", "top": "t t", "refresh_all": "Ctrl-t"})
    assert keymap.problems == ()
    assert keymap.command("star").each == ("S", "asterisk")
    assert ("t", "t") in keymap.chords
    assert ("g", "g") not in keymap.chords
    assert keymap.changes == {
        "star": "S,asterisk",
        "top": "t t",
        "refresh_all": "ctrl+t",
        "themes": "unbound",
        "download": "unbound",
    }


def test_two_commands_can_change_keys() -> None:
    keymap = Keymap({"star": "m", "toggle_read": "s"})
    assert keymap.problems == ()
    assert (keymap.key("star"), keymap.key("toggle_read")) == ("m", "s")


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"stars": "x"}, "keys.stars: there is no such command; see docs/keys.md (did you mean star?)"),
        ({"star": "j"}, "keys.star: j is already used for “down”"),
        ({"star": "g"}, "keys.star: g is already the first key of “top”"),
        ({"star": " , "}, "keys.star: no key is given, so the default is kept"),
        ({"star": "Z", "undo": "Z"}, "keys.undo: Z is already used for “star”"),
        ({"link": "x"}, "keys.link: there is no such command; see docs/keys.md (did you mean copy_link?)"),
        ({"star": "fnord"}, "keys.star: “fnord” is not a known key; see docs/keys.md"),
        ({"search": "cmd+f"}, "keys.search: “cmd+f” is not a known key; see docs/keys.md"),
        ({"read_on": "PageDwn"}, "keys.read_on: “PageDwn” is not a known key; see docs/keys.md"),
        ({"undo": "g g g"}, "keys.undo: “g g g” is not a known key; see docs/keys.md"),
        ({"star": "ctrl+i"}, "keys.star: Tab is already used for “next_pane”"),
        ({"star": "*,fnord"}, "keys.star: “fnord” is not a known key; see docs/keys.md"),
    ],
)
def test_what_cannot_be_obeyed_is_named_and_the_default_stays(changes: dict[str, str], problem: str) -> None:
    keymap = Keymap(changes)
    assert keymap.problems == (problem,)
    assert keymap.command("down").keys == BY_ID["down"].keys
    assert [c.id for c in keymap.commands if not c.each] == [c.id for c in COMMANDS if not c.each]


def test_keys_are_shown_as_people_write_them() -> None:
    assert shown_keys(split_keys("j,down,ctrl+d,g g,question_mark,space")) == "j ↓ Ctrl-d gg ? Space"
    assert shown_keys(split_keys("f1,shift+f12,f")) == "F1 Shift-F12 f"


def test_the_page_of_the_keys_names_every_command() -> None:
    page = markdown("Key | Id | What it does")
    for command in COMMANDS:
        assert f"`{command.id}`" in page


async def test_changed_keys_are_in_force_and_clashes_are_named_at_the_start(open_app: Any, library: Any) -> None:
    keys = MappingProxyType({"star": "S,*", "top": "t t", "help": "j"})
    async with open_app(library, settings=Settings(keys=keys)) as seen:
        await seen.wait_for("keys.help: j is already used for “down”")
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


def test_ctrl_z_may_be_undo() -> None:
    keymap = Keymap({"undo": "<C-z>,U"})
    assert keymap.problems == ()
    assert keymap.command("undo").each == ("ctrl+z", "U")
    assert keymap.command("suspend").each == ()
    assert keymap.changes == {"undo": "ctrl+z,U", "suspend": "unbound"}


async def test_two_wrong_lines_are_both_named_and_can_be_seen_again(
    open_app: Any, library: Any, tmp_path: Path
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('theme = "dark"\n\n[keys]\nstar = "fnord"\nsearch = "cmd+f"\n')
    async with open_app(library, (80, 24), load(file), settings_file=file) as seen:
        await seen.wait_for("Ignored: keys.star, keys.search; :notices shows why")
        await seen.press("s")
        assert "★ Bridge 1" in seen.text
        await seen.press("colon")
        await seen.type("notices")
        await seen.press("enter")
        await seen.wait_for("settings.toml line 4: keys.star: “fnord” is not a known key")
        assert "settings.toml line 5: keys.search: “cmd+f” is not a known key" in seen.text


async def test_a_key_that_is_taken_off_does_nothing_and_the_palette_still_has_the_command(
    open_app: Any, library: Any
) -> None:
    async with open_app(library, settings=Settings(keys=MappingProxyType({"remove": "", "add": ""}))) as seen:
        await seen.press("right_square_bracket")
        await seen.until(lambda: seen.state.listed_entries.view.source_id == 1)
        await seen.press("D", "a")
        assert len(library.all_sources) == 3
        assert len(seen.app.screen_stack) == 1
        await seen.press("question_mark")
        await seen.press("G")
        while ":remove  " not in seen.text:
            await seen.press("k")
        await seen.wait_for(":remove        remove this source")
        await seen.press("escape", "colon")
        await seen.type("remove")
        await seen.press("enter")
        await seen.until(lambda: len(library.all_sources) == 2)


async def test_words_name_the_palette_where_a_key_is_taken_off(open_app: Any, library: Any) -> None:
    library.all_sources.clear()
    async with open_app(library, settings=Settings(keys=MappingProxyType({"add": " "}))) as seen:
        await seen.wait_for("Newspapers, or the guide")
        await seen.press("escape")
        await seen.wait_for(":add adds a source")


@pytest.mark.parametrize("keys", ["Ctrl+F", "ctrl-f", "<C-f>", "C-f", "^F", "^f", "Control+f"])
def test_a_key_by_its_usual_spellings(keys: str) -> None:
    keymap = Keymap(MappingProxyType({"search": keys}))
    assert keymap.problems == ()
    assert keymap.changes == Keymap(MappingProxyType({"search": "ctrl+f"})).changes == {"search": "ctrl+f"}


async def test_a_key_of_the_settings_is_in_force(open_app: Any, library: Any) -> None:
    async with open_app(library, settings=Settings(keys=MappingProxyType({"search": "<C-f>"}))) as seen:
        assert seen.state.keymap.problems == ()
        await seen.press("ctrl+f")
        await seen.wait_for("Search:")
