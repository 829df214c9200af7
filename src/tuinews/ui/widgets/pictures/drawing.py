"""A picture drawn in the cells of a screen. It takes milliseconds, and is done on a thread of its own."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from rich.color import Color
from rich.console import Console
from rich.segment import Segment
from rich.style import Style

from tuinews.late import late_imports
from tuinews.model.kept_article import Picture
from tuinews.quick_dataclass import dataclass

with late_imports(__name__):
    from tuinews.pictures import scaling
    from tuinews.ui.terminal.kitty import in_one_update, most_rows, placeholders, sent
    from tuinews.ui.widgets.pictures.graphics import TerminalGraphics

_UPPER_HALF = "▀"
_MOST_PIXELS = 1200
"""Pixels of a side that are sent to a terminal: it may be at the end of a slow line."""


@dataclass(frozen=True, slots=True)
class PictureLook:
    """How pictures are drawn: over which colour, and whether a terminal of 256 colours is to show them.

    `cell` is the width and height of a cell in pixels where the terminal draws them itself, and `in_tmux` whether
    it is reached through tmux.
    """

    paper: tuple[int, int, int]
    indexed: bool
    cell: tuple[int, int] | None = None
    in_tmux: bool = False


def look_over(paper: Style, console: Console, graphics: TerminalGraphics | None, *, dark: bool) -> PictureLook:
    """The look of pictures over a paper; one of the terminal's own colour is black in the `dark`, else white."""
    colour = paper.bgcolor
    if colour is None or colour.is_default:
        colour = Color.from_rgb(0, 0, 0) if dark else Color.from_rgb(255, 255, 255)
    red, green, blue = colour.get_truecolor()
    look = PictureLook((red, green, blue), console.color_system != "truecolor")
    return replace(look, cell=graphics.cell, in_tmux=graphics.in_tmux) if graphics else look


@dataclass(frozen=True, slots=True)
class DrawnPicture:
    """A picture in cells, as large as it is inside the room that it has: the segments of each of its lines.

    Where the terminal draws it, `transmission` is what gives it to the terminal under its `number`.
    """

    columns: int
    lines: tuple[tuple[Segment, ...], ...]
    number: int | None = None
    transmission: str = ""

    def line(self, row: int, rows: int, columns: int, blank: Style) -> list[Segment] | None:
        """Line `row` of a room of `rows` by `columns`, in whose middle it stands; None if nothing of it is."""
        own = row - (rows - len(self.lines)) // 2
        if not 0 <= own < len(self.lines):
            return None
        left = (columns - self.columns) // 2
        right = columns - self.columns - left
        before = [Segment(" " * left, blank)] if left else []
        after = [Segment(" " * right, blank)] if right else []
        return [*before, *self._over(blank, self.lines[own]), *after]

    def _over(self, blank: Style, line: tuple[Segment, ...]) -> Iterable[Segment]:
        """A line over what is blank, which is seen beside the picture where the terminal draws it narrower."""
        paper = Style(bgcolor=blank.bgcolor)
        return line if self.number is None else Segment.apply_style(line, paper)


def draw(picture: Picture, columns: int, rows: int, look: PictureLook, number: int | None = None) -> DrawnPicture:
    """The picture in at most `columns` by `rows` cells, by the terminal where it has a `number` there.

    Raises ExtractError if its file is damaged.
    """
    if number is not None and look.cell is not None:
        return _drawn_by_terminal(picture, columns, min(rows, most_rows()), look, number)
    # Imported here: Pillow takes 0.1 s, and nothing before the first picture needs it.
    cells = scaling.half_blocks(picture.data, columns, rows, look.paper, look.indexed)
    return DrawnPicture(cells.columns, tuple(_line(*cells.row(row)) for row in range(cells.rows)))


def _drawn_by_terminal(picture: Picture, columns: int, rows: int, look: PictureLook, number: int) -> DrawnPicture:
    width, height = look.cell or (1, 1)
    scale = min(columns * width / picture.width, rows * height / picture.height)
    columns = max(1, min(columns, round(picture.width * scale / width)))
    rows = max(1, min(rows, round(picture.height * scale / height)))
    png = scaling.png(
        picture.data, min(_MOST_PIXELS, columns * width), min(_MOST_PIXELS, rows * height), look.paper
    )
    style = Style(color=Color.from_ansi(number))
    lines = tuple((Segment(placeholders(row, columns), style),) for row in range(rows))
    transmission = in_one_update(sent(number, png, columns, rows), look.in_tmux)
    return DrawnPicture(columns, lines, number, transmission)


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
