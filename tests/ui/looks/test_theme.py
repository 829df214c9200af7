"""Themes: colours of ours, the terminal's own, and none."""

from typing import Any

import pytest
from textual.css import stylesheet
from textual.css.parse import parse

from tuinews.settings import Settings
from tuinews.ui import stylesheets
from tuinews.ui.app import TuinewsApp
from tuinews.ui.app_context import AppContext
from tuinews.ui.keymap import Keymap


@pytest.mark.parametrize("theme", ["dark", "light", "ansi"])
async def test_every_theme_paints(open_app: Any, library: Any, theme: str) -> None:
    async with open_app(library, settings=Settings(theme=theme)) as seen:
        await seen.press("enter")
        await seen.wait_for("Paragraph 1 of")
        assert seen.app.theme == f"tuinews-{theme}"


def colours(app: Any) -> set[str]:
    strips = app.screen._compositor.render_strips()
    styles = [segment.style for strip in strips for segment in strip if segment.style]
    return {str(c.name) for s in styles for c in (s.color, s.bgcolor) if c is not None and not c.is_default}


async def test_ansi_writes_no_colours_but_the_terminals(open_app: Any, library: Any) -> None:
    async with open_app(library, settings=Settings(theme="ansi")) as seen:
        await seen.press("j", "enter")
        await seen.wait_for("Paragraph 1 of")
        assert not [colour for colour in colours(seen.app) if colour.startswith("#")]


async def test_no_color_writes_no_colour_at_all(library: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    async def factory() -> Any:
        return library

    app = TuinewsApp(AppContext(factory, Settings(), Keymap({})))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause(0.1)
        assert app.theme == "tuinews-ansi"
        assert colours(app) == set()
        strips = app.screen._compositor.render_strips()
        assert any(segment.style and segment.style.reverse for strip in strips for segment in strip)


async def test_a_sheet_is_parsed_once_until_the_first_overlay_too(
    library: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[Any] = []

    def noted(scope: str, css: str, read_from: Any, **others: Any) -> Any:
        parsed.append(read_from)
        return parse(scope, css, read_from, **others)

    async def factory() -> Any:
        return library

    monkeypatch.setattr(stylesheet, "parse", noted)
    monkeypatch.setattr(stylesheets, "_parsed", {})  # nothing of the apps before
    app = TuinewsApp(AppContext(factory, Settings(theme="light"), Keymap({})))
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause(0.1)
        await pilot.press("question_mark")
        assert len(app.screen_stack) == 2
        assert any(str(place).endswith("entry_list.tcss") for place, _ in parsed)
        assert sorted(parsed) == sorted(set(parsed))


async def test_another_theme_has_its_colours_at_once(open_app: Any, library: Any) -> None:
    async with open_app(library, settings=Settings(theme="dark")) as seen:
        before = colours(seen.app)
        seen.app.theme = "tuinews-light"
        await seen.until(lambda: "#fbfaf7" in colours(seen.app), "the paper of the light theme")
        assert "#15171c" in before - colours(seen.app)
