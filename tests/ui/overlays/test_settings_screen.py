"""The settings screen: every setting with its words and bounds, changed while it runs, comments kept."""

import stat
from collections.abc import Callable
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from tuinews.configuration.bounds import Entries
from tuinews.language import LANGUAGES, _
from tuinews.settings import TABLE, Settings, load
from tuinews.typeset.cells import width
from tuinews.ui.widgets.fields.choices import Choices
from tuinews.ui.words.setting_names import GROUPS

MINE = '# mine\ntheme = "dark"  # at night\n\n[keys]\nstar = "S"  # shift\n'


async def go_to(seen: Any, value: object) -> None:
    """Put the cursor on a setting."""
    choices = seen.app.screen.query_one(Choices)
    for _step in range(200):
        if choices.current == value:
            return
        await seen.press("j")
    raise AssertionError(f"no row {value}\n{seen.text}")


def row(seen: Any) -> str:
    """What the row under the cursor says."""
    choices = seen.app.screen.query_one(Choices)
    return str(choices.choices[choices._index].note)


async def test_a_change_is_in_force_at_once_and_written(open_app: Any, library: Any, tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(MINE)
    async with open_app(library, (120, 40), load(file), settings_file=file) as seen:
        await seen.press("E")
        await seen.wait_for("Esc closes")
        assert seen.app.screen.query_one(Choices).current == ("language",)
        await seen.press("E")
        assert len(seen.app.screen_stack) == 2
        await go_to(seen, ("measure",))
        await seen.wait_for("measure: The maximum width of an article's text. Value: columns, 20 to 200.")
        await seen.press("right", "right", "left")
        assert (row(seen), seen.state.measure) == ("85", 85)
        await seen.until(lambda: "measure = 85" in file.read_text())
        before = seen.line("Headings by day")
        await seen.press("enter")
        await seen.wait_for("Enter saves · Esc cancels")
        assert seen.line("Headings by day") == before, "the values stay in their column"
        assert "d default" not in seen.text
        await seen.type("7000")
        await seen.press("enter")
        await seen.wait_for("It must be columns, 20 to 200.")
        await seen.press("escape")
        await seen.wait_for("d default · Esc closes")
        assert row(seen) == "85"
        await seen.press("enter", *["backspace"] * 6)
        await seen.type("66")
        await seen.press("enter")
        await seen.until(lambda: seen.state.measure == 66)
        await go_to(seen, ("mark_read_on_open",))
        await seen.press("space")
        await seen.until(lambda: library.used.mark_read_on_open is False)
        assert row(seen) == "no"
        await seen.press("g", "k", "home")
        await go_to(seen, ("theme",))
        await seen.press("right")
        await seen.until(lambda: seen.app.theme == f"tuinews-{seen.state.settings.theme}" != "tuinews-dark")
        await seen.press("d")
        await seen.until(lambda: "theme" not in file.read_text())
        assert seen.state.settings.theme == Settings().theme
        await go_to(seen, ("requests_in_all",))
        await seen.wait_for("Takes effect at the next start.")
        await seen.press("escape")
        await seen.until(lambda: len(seen.app.screen_stack) == 1)
    assert load(file) == Settings(measure=66, mark_read_on_open=False, keys=MappingProxyType({"star": "S"}))
    assert "# mine" in file.read_text()
    assert 'star = "S"  # shift' in file.read_text()


async def test_keys_are_changed_while_it_runs_and_clashes_are_named(
    open_app: Any, library: Any, tmp_path: Path
) -> None:
    file = tmp_path / "settings.toml"
    async with open_app(library, (100, 30), settings_file=file) as seen:
        await seen.press("E")
        await go_to(seen, ("keys", "star"))
        await seen.press("enter", "backspace")
        await seen.type("j")
        await seen.press("enter")
        await seen.wait_for("j is already used for “down”")
        await seen.press("backspace")
        await seen.type("*")
        await seen.press("enter")
        await seen.until(lambda: row(seen) in ("*", "asterisk"), "another key")
        await go_to(seen, ("keys", "undo"))
        await seen.press("enter", "backspace", "enter")
        await seen.until(lambda: row(seen) == "no key")
        await seen.press("escape", "s")
        assert "★ Bridge 1" not in seen.text
        await seen.press("asterisk")
        assert "★ Bridge 1" in seen.text
        await seen.press("u")
        assert "★ Bridge 1" in seen.text
        await seen.press("E")
        await go_to(seen, ("keys", "preset"))
        await seen.press("left")
        await seen.until(lambda: row(seen) == "google-reader")
        await seen.press("escape", "n")
        await seen.until(lambda: seen.status.endswith("2/12 "), "n goes down")
        await seen.until(lambda: "google-reader" in file.read_text())
    assert load(file).keys == {"star": "*", "undo": "", "preset": "google-reader"}


@pytest.mark.parametrize("size", [(40, 12), (50, 20)])
async def test_a_file_that_cannot_be_written_is_said_and_the_value_stays_in_force(
    open_app: Any, library: Any, tmp_path: Path, size: tuple[int, int]
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("measure = 70\n")
    file.chmod(stat.S_IRUSR)
    async with open_app(library, size, load(file), settings_file=file) as seen:
        await seen.press("E")
        await go_to(seen, ("measure",))
        await seen.press("right")
        await seen.wait_for("read-only")
        assert seen.state.measure == 75
        said = " ".join(" ".join(line.strip("│ ") for line in seen.text.splitlines()).split())
        assert "Not saved, so it lasts for this session only: the file is read-only; make it writable" in said
        assert "Esc closes" in said
    assert file.read_text() == "measure = 70\n"


async def test_what_is_wrong_in_the_file_is_said_at_the_start_and_again(
    open_app: Any, library: Any, tmp_path: Path
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('them = "dark"\nmeasure = 60\nascii = = 1\n[keys]\nstar = "fnord"\n')
    async with open_app(library, (80, 24), load(file), settings_file=file) as seen:
        await seen.wait_for("Ignored: them, line 3, keys.star; :notices shows why")
        assert seen.state.measure == 60
        await seen.press("colon")
        await seen.type("notices")
        await seen.press("enter")
        await seen.wait_for("settings.toml line 1: them: there is no such setting (did you mean")
        assert "settings.toml line 3: this is not TOML" in seen.text
        assert "settings.toml line 5: keys.star: “fnord” is not a known key" in seen.text


def test_every_setting_of_one_value_has_a_name_under_one_heading() -> None:
    named = [name for names in GROUPS.values() for name in names]
    assert sorted(named) == sorted(name for name, one in TABLE.items() if not isinstance(one.bounds, Entries))
    assert len(set(named)) == len(named)


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_names_of_settings_differ_and_fit_the_narrowest_sheet(code: str, speak: Callable[[str], str]) -> None:
    speak(code)
    said = [_(label) for names in GROUPS.values() for label in names.values()]
    assert len(set(said)) == len(said)
    assert [label for label in said if width(label) > 28] == []


async def test_a_setting_is_named_in_words_with_its_name_in_the_file_below(open_app: Any, library: Any) -> None:
    async with open_app(library, (80, 24)) as seen:
        await seen.press("E")
        await seen.wait_for("Width of the text")
        assert "Appearance" in seen.text
        await go_to(seen, ("measure",))
        await seen.wait_for("measure: The maximum width")
        assert "automatic" in seen.line("Colours")


async def test_on_a_small_screen_the_cursor_stays_in_sight_and_what_is_cut_says_so(
    open_app: Any, library: Any, tmp_path: Path
) -> None:
    async with open_app(library, (40, 12), settings_file=tmp_path / "settings.toml") as seen:
        await seen.press("E")
        await seen.wait_for("Esc closes")
        choices, said = seen.app.screen.query_one(Choices), seen.app.screen.query_one("#said")
        cut = 0
        for _step in range(len(TABLE)):
            await seen.settle()
            top = choices.scroll_offset.y
            assert top <= choices._index < top + choices.page, seen.text
            last = said.render_line(said.size.height - 1).text.rstrip()
            assert last.endswith((".", "…")), seen.text
            cut += last.endswith("…")
            await seen.press("j")
        assert cut, "the longest have no room"
