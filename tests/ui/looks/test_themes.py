"""Every theme can be read: ours and Textual's, in true colour and in 256, in all the looks that the sheets give.

The looks are asked of the widgets themselves, as their sheets resolve them: one that comes is measured too.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from rich.color import Color
from textual.theme import BUILTIN_THEMES

from tuinews.settings import OWN_THEMES, TEXTUAL_THEMES, load
from tuinews.ui.looks.contrast import MARK, RGB, TEXT, blend, least, ratio, readable, told_from
from tuinews.ui.looks.theme import theme_name
from tuinews.ui.stylesheets import stylesheet
from tuinews.ui.widgets.style_cache import StyleCache

MARKS = frozenset(("entry-list--mark", "entry-list--star", "entry-list--kept", "source-list--failed"))
"""Looks of signs, for which less is enough; that of a failed source is one of text too."""
ORNAMENTS = frozenset(("reader--rule",))
"""Rules and bars, which tell nothing."""
HEADINGS = frozenset(("choices--heading", "text-page--heading", "entry-list--hit"))
"""Looks of rows on which the cursor never stands, and what is only underlined where it does."""
CURSORS = re.compile(r"--cursor|--selected")
SHEETS = ("entry_list", "reader", "source_list", "status_line", "pane_title")
COLOURED = [one for one in (*OWN_THEMES, *TEXTUAL_THEMES) if one not in ("auto", "ansi")]


def rgb(colour: Color | None) -> RGB:
    assert colour is not None
    assert colour.triplet is not None, colour
    return colour.triplet.red, colour.triplet.green, colour.triplet.blue


def pairs(app: Any) -> Iterator[tuple[str, RGB, RGB]]:
    """Each look with each paper that it may stand on: its own, and the cursor's row of its widget."""
    for widget in app.screen.walk_children():
        if not isinstance(widget, StyleCache):
            continue
        names = sorted({name for one in type(widget).__mro__ for name in getattr(one, "COMPONENT_CLASSES", ())})
        styles = {name: widget.get_component_rich_style(name) for name in names if not name.startswith("scroll")}
        rows = [rgb(style.bgcolor) for name, style in styles.items() if CURSORS.search(name)]
        for name, style in styles.items():
            if CURSORS.search(name) or name in ORNAMENTS or name.endswith("selection"):
                continue
            papers = [rgb(style.bgcolor), *([] if name in HEADINGS else rows)]
            for paper in set(papers):
                yield name, rgb(style.color), paper


async def test_all_looks_of_all_themes_can_be_read(open_app: Any, library: Any) -> None:
    """On the reading screen and under each kind of overlay."""
    faint = set()
    seen_names = set()
    async with open_app(library, size=(120, 40)) as seen:
        await seen.press("enter")
        for key in ("", "question_mark", "colon", "E"):
            if key:
                await seen.press(key)
                await seen.until(lambda: len(seen.app.screen_stack) == 2)
            for theme in COLOURED:
                seen.app.use_theme(theme)
                await seen.until(lambda theme=theme: seen.app.theme.endswith(theme))
                await seen.settle()
                for name, ink, paper in pairs(seen.app):
                    seen_names.add(name)
                    value = least(ink, (paper,))
                    if value < (MARK if name in MARKS else TEXT):
                        faint.add((theme, name, ink, paper, round(value, 2)))
            if key:
                await seen.press("escape")
                await seen.until(lambda: len(seen.app.screen_stack) == 1)
    sheets = "".join(stylesheet(name).read_text() for name in SHEETS)
    styled = set(re.findall(r"> \.([a-z-]+--[a-z-]+)", sheets))
    assert {name for name in styled - seen_names if not CURSORS.search(name) and name not in ORNAMENTS} == set()
    assert faint == set()


async def test_the_cursor_can_be_told_from_the_rest_in_all_themes(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        for theme in COLOURED:
            seen.app.use_theme(theme)
            await seen.settle()
            for widget in (seen.state.entry_list, seen.state.source_list):
                name = f"{'entry' if widget is seen.state.entry_list else 'source'}-list"
                cursor = rgb(widget.look(f"{name}--cursor").bgcolor)
                paper = rgb(widget.styles.background.rich_color)
                assert least(cursor, (paper,)) > 1.1, (theme, name)


def test_the_settings_know_the_themes_of_textual() -> None:
    assert set(TEXTUAL_THEMES) == {name for name, theme in BUILTIN_THEMES.items() if not theme.ansi}


@pytest.mark.parametrize(
    ("setting", "no_color", "few", "light", "theme"),
    [
        ("auto", False, False, False, "tuinews-dark"),
        ("auto", False, False, True, "tuinews-light"),
        ("dark", False, False, True, "tuinews-dark"),
        ("nord", False, False, True, "nord"),
        ("nord", False, True, False, "tuinews-ansi"),
        ("light", True, False, True, "tuinews-ansi"),
    ],
)
def test_the_theme_for_a_setting(setting: str, no_color: bool, few: bool, light: bool, theme: str) -> None:
    assert theme_name(setting, no_color=no_color, few=few, light=light) == theme


def test_contrast_is_that_of_wcag() -> None:
    assert ratio((0, 0, 0), (255, 255, 255)) == 21
    assert round(ratio((118, 118, 118), (255, 255, 255)), 2) == 4.54
    assert readable((200, 200, 200), ((255, 255, 255),), 4.5)[0] < 130
    assert readable((10, 10, 10), ((0, 0, 0),), 4.5)[0] > 100
    assert told_from((0, 0, 0), (255, 255, 255), 1.3) != (0, 0, 0)
    assert blend((0, 0, 0), (100, 200, 50), 0.5) == (50, 100, 25)


async def test_a_theme_is_seen_while_it_is_chosen(open_app: Any, library: Any, tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('theme = "dark"  # at night\n')
    async with open_app(library, settings=load(file), settings_file=file) as seen:
        await seen.press("t")
        await seen.wait_for("catppuccin")
        await seen.press("j")
        await seen.until(lambda: seen.app.theme == "tuinews-light")
        await seen.press("j", "j")
        await seen.until(lambda: seen.app.theme == TEXTUAL_THEMES[0])
        await seen.press("escape")
        await seen.until(lambda: seen.app.theme == "tuinews-dark")
        assert file.read_text() == 'theme = "dark"  # at night\n'
        await seen.press("t", "j", "enter")
        await seen.until(lambda: file.read_text() == 'theme = "light"  # at night\n')
        assert seen.app.theme == "tuinews-light"
        await seen.press("t", "k", "k", "enter")
        await seen.until(lambda: seen.app.theme == "tuinews-dark")
        assert seen.state.settings.theme == "auto"
