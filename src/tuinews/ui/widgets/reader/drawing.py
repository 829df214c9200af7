"""The text of the reader as it is drawn, line by line, with the place of each character."""

from collections.abc import Callable, Iterable, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tuinews.typeset.page.sideways import LineWindow
from tuinews.ui.widgets.reader.links.hinting import Hinting
from tuinews.ui.widgets.reader.pictures.article_pictures import ArticlePictures
from tuinews.ui.widgets.reader.text.line_painter import LinePainter, StyleOverlay, over, painted
from tuinews.ui.widgets.reader.text.shown_text import GUTTER, ShownText
from tuinews.ui.widgets.reader.window import Window
from tuinews.ui.widgets.strips import strip_of

Reliefs = Callable[[int], Iterable[StyleOverlay]]
"""What stands out on the line of a number."""


class TextDrawing:
    """Draws the lines: in the looks of their roles, then each of the `reliefs` over those before."""

    def __init__(
        self,
        text: ShownText,
        window: Window,
        reliefs: Sequence[Reliefs],
        pictures: ArticlePictures,
        hints: Hinting,
    ) -> None:
        self._text, self._window, self._reliefs = text, window, tuple(reliefs)
        self._pictures, self._hints = pictures, hints
        self._painter = LinePainter(window.look, ())

    def begin_anew(self) -> None:
        """Draw from now on in other looks, or the links of another article."""
        self._painter = LinePainter(self._window.look, self._text.links)

    def line(self, number: int, cells: int) -> Strip:
        """A line of the text in a pane of that many cells; an empty one over and under it."""
        text, look = self._text, self._window.look
        paper = look("reader--text")
        if not 0 <= number < len(text.lines):
            return Strip([Segment(" " * cells, paper + _place(number, 0))], cells)
        seen = text.seen_of(number)
        drawn = self._hints.over(self._drawn(number, seen), number)
        # The margins have places too: Textual would take a mouse there for one that has left the reader.
        margin = paper + _place(number, -text.left)
        right = paper + _place(number, len(text.lines[number].text))
        strip = Strip([Segment(" " * text.left, margin), *drawn])
        if seen.left:
            strip = over(strip, text.left - GUTTER, "‹", look("reader--faint") + margin)
        if seen.right and (gap := text.left + text.cells - strip.cell_length) >= 0:
            sign = Segment("›", look("reader--faint") + right)
            strip = Strip([*strip, Segment(" " * (gap + 1), right), sign])
        return strip.adjust_cell_length(cells, right)

    def _drawn(self, number: int, seen: LineWindow) -> Strip:
        """A line of the text with the place of each of its characters."""
        line = self._text.lines[number]
        if line.is_picture:
            return self._pictures.strip(number, line, self._painter)
        placed, column = [], 0
        for text, style, _ in self._in_relief(number, seen):
            placed.append(Segment(text, (style or Style()) + _place(number, seen.place_of(column))))
            column += len(text)
        return strip_of(placed)

    def _in_relief(self, number: int, seen: LineWindow) -> list[Segment]:
        """A line in its looks, one character after the other, and over them those of what stands out."""
        segments = self._painter.segments(seen.line)
        for reliefs in self._reliefs:
            for relief in reliefs(number):
                part = seen.part(relief.part)
                if part is not None:
                    segments = list(painted(segments, part, relief.look))
        return segments


def _place(line: int, column: int) -> Style:
    """What tells Textual which character of the text a cell stands for."""
    return Style.from_meta({"offset": (column, line)})
