"""A picture drawn in the cells of a screen. It takes milliseconds, and is done on a thread of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import groupby
from typing import Any

from rich.color import Color
from rich.console import Console
from rich.segment import Segment
from rich.style import Style

from tuinews.model.kept_article import Picture

_UPPER_HALF = "▀"


@dataclass(frozen=True, slots=True)
class PictureLook:
    """How pictures are drawn: over which colour, and whether a terminal of 256 colours is to show them."""

    paper: tuple[int, int, int]
    indexed: bool


def look_over(paper: Style, console: Console, *, dark: bool) -> PictureLook:
    """The look of pictures over a paper; one of the terminal's own colour is black in the `dark`, else white."""
    colour = paper.bgcolor
    if colour is None or colour.is_default:
        colour = Color.from_rgb(0, 0, 0) if dark else Color.from_rgb(255, 255, 255)
    red, green, blue = colour.get_truecolor()
    return PictureLook((red, green, blue), console.color_system != "truecolor")


@dataclass(frozen=True, slots=True)
class DrawnPicture:
    """A picture in cells, as large as it is inside the room that it has: the segments of each of its lines."""

    columns: int
    lines: tuple[tuple[Segment, ...], ...]

    def line(self, row: int, rows: int, columns: int, blank: Style) -> list[Segment] | None:
        """Line `row` of a room of `rows` by `columns`, in whose middle it stands; None where nothing of it is."""
        own = row - (rows - len(self.lines)) // 2
        if not 0 <= own < len(self.lines):
            return None
        left = (columns - self.columns) // 2
        right = columns - self.columns - left
        before = [Segment(" " * left, blank)] if left else []
        after = [Segment(" " * right, blank)] if right else []
        return [*before, *self.lines[own], *after]


def draw(picture: Picture, columns: int, rows: int, look: PictureLook) -> DrawnPicture:
    """The picture in at most `columns` by `rows` cells. Raises ExtractError where its file is damaged."""
    # Imported here: Pillow takes 0.1 s, and nothing before the first picture needs it.
    cells: Any = import_module("tuinews.pictures.scaling").half_blocks(
        picture.data, columns, rows, look.paper, look.indexed
    )
    return DrawnPicture(cells.columns, tuple(_line(*cells.row(row)) for row in range(cells.rows)))


def _line(upper: Sequence[Any], lower: Sequence[Any]) -> tuple[Segment, ...]:
    return tuple(_runs(zip(upper, lower, strict=True)))


def _runs(cells: Iterator[tuple[Any, Any]]) -> Iterator[Segment]:
    for (above, below), run in groupby(cells):
        count = sum(1 for _ in run)
        if above == below:
            yield Segment(" " * count, Style(bgcolor=_colour(below)))
        else:
            yield Segment(_UPPER_HALF * count, Style(color=_colour(above), bgcolor=_colour(below)))


def _colour(pixel: Any) -> Color:
    return Color.from_ansi(pixel) if isinstance(pixel, int) else Color.from_rgb(*pixel)
