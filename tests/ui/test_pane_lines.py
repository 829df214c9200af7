"""A pane's lines are put together by a way of our own; they are those that Textual would have drawn."""

from pathlib import Path
from typing import Any

import pytest
from textual._styles_cache import StylesCache
from textual.geometry import Region
from textual.strip import Strip

from tuinews.settings import Settings
from tuinews.ui.widgets.pane import Pane
from tuinews.ui.widgets.pane_lines import is_usable

from .conftest import FakeLibrary


def drawn(strips: list[Strip]) -> list[Any]:
    return [[(part.text, part.style) for part in strip.simplify()] for strip in strips]


def assert_as_textual_draws(seen: Any) -> None:
    for pane in seen.app.screen.query(Pane):
        if pane.region:
            crop = Region(0, 0, *pane.region.size)
            assert drawn(pane.render_lines(crop)) == drawn(StylesCache().render_widget(pane, crop)), pane.id


def test_the_way_of_our_own_fits_the_textual_that_is_installed() -> None:
    assert is_usable()


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (50, 20)])
@pytest.mark.parametrize("theme", ["dark", "light", "ansi"])
async def test_lines_are_those_of_textual(
    open_app: Any, library: FakeLibrary, theme: str, size: tuple[int, int]
) -> None:
    async with open_app(library, size, settings=Settings(theme=theme)) as seen:
        assert_as_textual_draws(seen)
        for key in ("j", "h", "l", "enter"):
            await seen.press(key)
            assert_as_textual_draws(seen)


async def test_another_theme_gives_the_line_between_panes_another_colour(
    open_app: Any, library: FakeLibrary
) -> None:
    async with open_app(library, (120, 40), settings=Settings(theme="dark")) as seen:
        paper = seen.state.entry_list.look("entry-list--read").bgcolor
        seen.app.theme = "tuinews-light"
        await seen.until(lambda: seen.state.entry_list.look("entry-list--read").bgcolor != paper, "other looks")
        assert_as_textual_draws(seen)


@pytest.mark.parametrize(
    "rules", ["border: round red;", "padding: 1 2;", "opacity: 50%;", "tint: blue 20%;", "outline: heavy green;"]
)
async def test_what_a_sheet_of_ones_own_sets_around_a_pane_is_drawn(
    open_app: Any, library: FakeLibrary, tmp_path: Path, rules: str
) -> None:
    (tmp_path / "mine.tcss").write_text(f"EntryList {{ {rules} }}\n", encoding="utf-8")
    async with open_app(library, (120, 40), settings_file=tmp_path / "settings.toml") as seen:
        assert_as_textual_draws(seen)
        await seen.press("j")
        assert_as_textual_draws(seen)
