"""What stands on the screen can be read: in every theme, in true colour, 256 and 16 colours.

Contrast as WCAG 2.2 counts it: 4.5:1 for text (1.4.3), 3:1 for signs (1.4.11); rules and borders are ornament.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from rich.color import Color, ColorSystem
from rich.style import Style

from tuinews.model.annotations.highlights import Highlight, Quotation
from tuinews.model.document import Code, Document, Heading, Mark, Paragraph, Quote, Span
from tuinews.settings import Settings
from tuinews.ui.widgets.reader.reader_state import Annotations

TEXT, SIGN = 4.5, 3.0
SIGNS = set("●★↓!✓▎▣▶")
ORNAMENT = set("▏│╭╮╰╯─━┃┆▁▂▃▄▅▆▇█▔▕ ")
XTERM = "000000cd000000cd00cdcd000000eecd00cd00cdcde5e5e57f7f7fff000000ff00ffff005c5cffff00ff00ffffffffff"
VGA = "000000aa000000aa00aa55000000aaaa00aa00aaaaaaaaaa555555ff555555ff55ffff555555ffff55ff55ffffffffff"

RGB = tuple[int, int, int]


def luminance(colour: RGB) -> float:
    parts = [value / 255 for value in colour]
    linear = [value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4 for value in parts]
    return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def ratio(one: RGB, other: RGB) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def hexes(text: str) -> list[RGB]:
    values = bytes.fromhex(text)
    return [(values[n], values[n + 1], values[n + 2]) for n in range(0, len(values), 3)]


def shown(style: Style, system: ColorSystem, palette: list[RGB], paper: RGB) -> tuple[RGB, RGB]:
    """The two colours that a terminal of `system` shows, `paper` being its own background."""
    ink: RGB = (255, 255, 255) if paper == (0, 0, 0) else (0, 0, 0)

    def rgb(colour: Color | None, default: RGB) -> RGB:
        if colour is None or colour.is_default:
            return default
        down = colour.downgrade(system)
        if down.number is not None and down.number < 16:
            return palette[down.number]
        return tuple(down.get_truecolor())  # type: ignore[return-value]

    pair = rgb(style.color, ink), rgb(style.bgcolor, paper)
    return (pair[1], pair[0]) if style.reverse else pair


def runs(app: Any) -> Iterator[tuple[str, Style]]:
    """What can be read of the screen on top; what lies under a sheet is veiled on purpose."""
    sheets = app.screen.query(".sheet") if len(app.screen_stack) > 1 else ()
    strips = app.screen._compositor.render_strips()
    for y, strip in enumerate(strips):
        x = 0
        for segment in strip:
            inside = not sheets or any(sheet.region.contains(x, y) for sheet in sheets)
            x += segment.cell_length
            if inside and segment.style and not ORNAMENT.issuperset(segment.text):
                yield segment.text, segment.style


def everything() -> Document:
    """An article with text in every role that has a look of its own."""
    return Document(
        (
            Paragraph((Span("Plain and "), Span("strong ", marks=(Mark.STRONG,)))),
            Paragraph((Span("a link", href="https://example.org/a"), Span(" x=1", marks=(Mark.CODE,)))),
            Heading(2, (Span("A heading"),)),
            Quote((Paragraph((Span("A quote"),)),)),
            Code('def name(x):  # why\n    return "text" + 12\n', "python"),
            *(Paragraph((Span(f"Paragraph {n}"),)) for n in range(3)),
        )
    )


async def states(seen: Any) -> Any:
    """Every screen and every state that has looks of its own, one after the other."""
    yield "the list"
    await seen.press("j", "s", "h")
    yield "the sources"
    await seen.press("l", "enter")
    await seen.wait_for("A heading")
    yield "the reader"
    marked = Highlight(id=1, quotation=Quotation("strong a link x=1 A heading A quote"), made=seen.state.now)
    seen.state.annotations = Annotations(2, "a note", (marked,))
    await seen.until(lambda: any(style.underline for text, style in seen.styled("#reader") if "quote" in text))
    yield "what is highlighted"
    seen.state.annotations = Annotations(2)
    await seen.press("slash")
    await seen.type("paragraph")
    await seen.wait_for("Match 1/")
    yield "a find"
    await seen.press("enter")
    for key, words in (("question_mark", "Moving"), ("colon", "open the article"), ("a", "Add a source")):
        await seen.press(key)
        await seen.wait_for(words)
        yield words
        await seen.press("escape")
        await seen.until(lambda: len(seen.app.screen_stack) == 1)
    await seen.press("escape", "escape", "slash")
    await seen.type("gold")
    await seen.press("enter")
    await seen.wait_for("Gold 3")
    yield "what a search found"


def too_faint(style: Style, text: str, systems: Any) -> list[float]:
    wanted = SIGN if set(text) <= SIGNS | {" "} else TEXT
    values = [ratio(*shown(style, *system)) for system in systems]
    return [round(value, 2) for value in values if value < wanted]


COLOURFUL = [
    (system, hexes(XTERM), paper)
    for system in (ColorSystem.TRUECOLOR, ColorSystem.EIGHT_BIT)
    for paper in ((0, 0, 0),)
]
SIXTEEN = [
    (ColorSystem.STANDARD, hexes(palette), paper)
    for palette in (XTERM, VGA)
    for paper in ((0, 0, 0), (255, 255, 255))
]


@pytest.mark.parametrize("theme", ["dark", "light"])
async def test_all_can_be_read_in_true_colour_and_in_256(open_app: Any, library: Any, theme: str) -> None:
    library.kept[2] = replace(library.kept[2], document=everything())
    faint = set()
    async with open_app(library, size=(120, 40), settings=Settings(theme=theme)) as seen:
        async for name in states(seen):
            for text, style in runs(seen.app):
                if values := too_faint(style, text, COLOURFUL):
                    faint.add((name, text.strip()[:30], str(style), tuple(values)))
    assert faint == set()


async def test_all_can_be_read_in_sixteen_colours_on_black_and_on_white(open_app: Any, library: Any) -> None:
    library.kept[2] = replace(library.kept[2], document=everything())
    faint = set()
    async with open_app(library, size=(120, 40), settings=Settings(theme="ansi")) as seen:
        async for name in states(seen):
            for text, style in runs(seen.app):
                values = [ratio(*shown(style, *system)) for system in SIXTEEN]
                if min(values) < SIGN:
                    faint.add((name, text.strip()[:30], str(style), round(min(values), 2)))
    assert faint == set()


@pytest.mark.parametrize("theme", ["dark", "light", "ansi"])
async def test_the_cursor_can_be_told_from_the_rest(open_app: Any, library: Any, theme: str) -> None:
    async with open_app(library, settings=Settings(theme=theme)) as seen:
        await seen.press("j")
        look, paper = (
            seen.state.entry_list.look("entry-list--cursor"),
            seen.state.entry_list.look("entry-list--read"),
        )
        for system in COLOURFUL if theme != "ansi" else SIXTEEN:
            cursor = shown(look, *system)[1]
            assert ratio(cursor, shown(paper, *system)[1]) > 1.2
        dim = [text for text, style in seen.styled("#entries") if style.reverse and style.dim]
        assert dim == []
