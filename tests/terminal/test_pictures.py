"""The cells of a picture, read back from a real terminal: they have its colours, with a network and without."""

import asyncio
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tuinews.demo.pictures import picture
from tuinews.demo.site import DemoSite
from tuinews.library.library import Library
from tuinews.settings import Settings

NAME = "binh-minh.png"
CAPTION = "Bình minh trên"
COLUMNS, ROWS = 45, 13
"""What the picture has at 50 by 20: the text is 45 cells wide, and two thirds of the screen are 13 rows."""

Pixel = tuple[int, int, int]


@pytest.fixture
def one_article_site() -> Iterator[DemoSite]:
    """The site with one article, whose picture is at its beginning."""
    with DemoSite() as serving:
        shown = [guide for guide in serving.articles if any(NAME in f.url for f in guide.article.document.figures)]
        serving.publish(shown[-1:])
        yield serving


@pytest.fixture
def data_dir(tmp_path: Path, one_article_site: DemoSite) -> Path:
    """A library with that article listed, not kept."""

    async def stock() -> None:
        library = await Library.open(tmp_path / "library", Settings())
        try:
            await library.add(f"{one_article_site.url}rss.xml")
        finally:
            await library.close()

    asyncio.run(stock())
    return tmp_path / "library"


def pixels() -> list[list[Pixel]]:
    """The picture as half cells should show it."""
    with Image.open(io.BytesIO(picture(NAME) or b"")) as image:
        small = image.convert("RGB").resize((COLUMNS, round(COLUMNS * 270 / 480)), Image.Resampling.LANCZOS)
    flat: Any = small.load()
    return [[flat[x, y] for x in range(small.width)] for y in range(small.height)]


def colour(value: str) -> Pixel | None:
    return None if value == "default" else (int(value[:2], 16), int(value[2:4], 16), int(value[4:], 16))


def half_cells(terminal: Any, row: int, column: int) -> Sequence[Pixel | None]:
    """The colours of the two halves of a cell."""
    cell = terminal.screen.buffer[row][column]
    below = colour(cell.bg)
    return (colour(cell.fg) if cell.data == "▀" else below, below)


def difference(terminal: Any, top: int, expected: list[list[Pixel]]) -> float:
    """How far the cells from row `top` on are from the picture: the mean over all channels."""
    total = 0.0
    for number, line in enumerate(expected):
        for column, pixel in enumerate(line):
            shown = half_cells(terminal, top + number // 2, 2 + column)[number % 2]
            total += 255 * 3 if shown is None else sum(abs(a - b) for a, b in zip(shown, pixel, strict=True))
    return total / (len(expected) * COLUMNS * 3)


def nearest(terminal: Any) -> float:
    """The difference at the place where it is least."""
    expected = pixels()
    return min(difference(terminal, top, expected) for top in range(20 - ROWS))


def open_it(open_terminal: Any, data_dir: Path, **changes: str | None) -> Any:
    terminal = open_terminal("--data-dir", str(data_dir), size=(50, 20), **changes)
    terminal.wait_for("1/1")
    terminal.settle()
    if "All articles" in terminal.text:  # else reading goes on where it was
        terminal.send("\r")
    terminal.until(lambda: "All articles" not in terminal.text, "the article")
    return terminal


def scroll_until(terminal: Any, tolerance: float) -> None:
    """Scroll a line at a time, as a reader does, until the whole picture stands there."""
    for _ in range(60):
        terminal.listen(0.1)
        if CAPTION in terminal.text:  # the picture stands above it, or comes there
            terminal.until(lambda: "▀" in terminal.text, "a picture")
            terminal.settle()
        if nearest(terminal) < tolerance:
            return
        terminal.send("j")
    raise AssertionError(f"no picture: {nearest(terminal):.0f}\n{terminal.text}")


def test_it_has_its_colours_online_offline_and_in_a_new_process(
    open_terminal: Any, data_dir: Path, one_article_site: DemoSite
) -> None:
    terminal = open_it(open_terminal, data_dir)
    scroll_until(terminal, 8)
    terminal.send("Q")
    assert terminal.wait() == 0
    one_article_site.close()

    terminal = open_it(open_terminal, data_dir)
    scroll_until(terminal, 8)
    terminal.send("i")
    terminal.until(lambda: "▀" not in terminal.text, "the picture hidden")
    terminal.send("i")
    terminal.until(lambda: "▀" in terminal.text, "the picture again")
    terminal.send("Q")
    assert terminal.wait() == 0

    # Of 256 colours the nearest.
    terminal = open_it(open_terminal, data_dir, COLORTERM=None)
    scroll_until(terminal, 24)
    terminal.send("Q")
    assert terminal.wait() == 0


@pytest.mark.parametrize("changes", [{"TERM": "xterm", "COLORTERM": None}, {"NO_COLOR": "1"}])
def test_where_there_are_no_colours_there_is_what_it_says(
    open_terminal: Any, data_dir: Path, changes: dict[str, str | None], one_article_site: DemoSite
) -> None:
    terminal = open_it(open_terminal, data_dir, **changes)
    terminal.settle()
    terminal.send("i")
    terminal.wait_for("too few colours")
    assert "▀" not in terminal.text
    assert not any("/anh/" in request for request in one_article_site.requests)
