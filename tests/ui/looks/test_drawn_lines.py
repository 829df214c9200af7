"""Lines that are drawn in fewer steps are those that Textual would draw."""

from pathlib import Path
from typing import Any

import pytest
from textual._styles_cache import StylesCache
from textual.strip import Strip

from tuinews.settings import Settings
from tuinews.ui.widgets.line_cache import is_usable
from tuinews.ui.widgets.style_cache import StyleCache


def by_textual(widget: StyleCache) -> list[Strip]:
    """All lines of a widget as Textual itself would draw them."""
    return StylesCache().render_widget(widget, widget.size.region)


def drawn(widget: StyleCache) -> list[Strip]:
    """All lines of a widget anew, as they are drawn."""
    widget._styles_cache.clear()
    return widget.render_lines(widget.size.region)


def differing(app: Any) -> list[str]:
    """The widgets that are drawn otherwise."""
    widgets = [node for node in app.screen.walk_children() if isinstance(node, StyleCache) and node.size]
    assert widgets
    return [str(widget) for widget in widgets if drawn(widget) != by_textual(widget)]


async def test_lines_are_those_that_textual_would_draw(open_app: Any, library: Any) -> None:
    for size in ((120, 40), (80, 24), (50, 20)):
        async with open_app(library, size=size) as seen:
            assert not differing(seen.app), f"{size} at the start"
            for key in ("tab", "j", "enter", "z", "z", "v", "v", "shift+tab"):
                await seen.press(key)
                assert not differing(seen.app), f"{size} {key}"
            seen.app.theme = "nord"
            await seen.pilot.idle()
            assert not differing(seen.app), f"{size} another theme"


async def test_what_the_users_own_sheet_adds_is_drawn(open_app: Any, library: Any) -> None:
    async with open_app(library, size=(120, 40)) as seen:
        listed = seen.state.entry_list
        for name, value in (
            ("hatch", ("cross", "green")),
            ("tint", "red 50%"),
            ("text_opacity", 0.5),
            ("opacity", 0.5),
            ("padding", (1, 2)),
            ("outline_left", ("wide", "blue")),
            ("border_right", ("tall", "red")),
            ("border_top", ("tall", "red")),
        ):
            setattr(listed.styles, name, value)
            await seen.pilot.idle()
            assert drawn(listed) == by_textual(listed), name
            listed.styles.clear_rule(name)
            await seen.pilot.idle()


@pytest.mark.parametrize("theme", ["light", "ansi"])
async def test_lines_are_textuals_in_every_theme_of_ours(open_app: Any, library: Any, theme: str) -> None:
    async with open_app(library, (120, 40), settings=Settings(theme=theme)) as seen:
        for key in ("j", "h", "l", "enter"):
            await seen.press(key)
            assert not differing(seen.app), key


@pytest.mark.parametrize(
    "rules", ["border: round red;", "padding: 1 2;", "opacity: 50%;", "outline: heavy green;"]
)
async def test_what_a_sheet_in_a_file_adds_is_drawn(
    open_app: Any, library: Any, tmp_path: Path, rules: str
) -> None:
    (tmp_path / "mine.tcss").write_text(f"EntryList {{ {rules} }}\n", encoding="utf-8")
    async with open_app(library, (120, 40), settings_file=tmp_path / "settings.toml") as seen:
        assert not differing(seen.app)
        await seen.press("j")
        assert not differing(seen.app)


def test_the_way_of_our_own_fits_the_textual_that_is_installed() -> None:
    assert is_usable()
