"""Prepared lines to read and scroll: the help, the notices."""

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.geometry import Offset, Size
from textual.strip import Strip

from tuinews.typeset.breaks import stretches
from tuinews.typeset.cells import width
from tuinews.ui.widgets.pane import Motion, Pane
from tuinews.ui.widgets.strips import strip_of

TextPageLine = tuple[tuple[str, str], ...]
"""Pieces of text, each with the name of its look: `heading`, `key`, `words`. The last one is wrapped."""

_LEAST = 16
"""Cells that the wrapped piece has at least; where the pieces before it leave less, it goes under them."""
_INDENT = 4
"""Cells by which what is hung under a label stands in, where the label leaves too little room beside it."""


class TextPage(Pane):
    """A scrolling page of our own words, wrapped for its width."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"text-page--heading", "text-page--key", "text-page--words"}

    def __init__(self, lines: Sequence[TextPageLine], *, id: str) -> None:
        super().__init__(id=id)
        self._unwrapped = tuple(lines)
        self._lines: tuple[TextPageLine, ...] = ()

    def show(self, lines: Sequence[TextPageLine]) -> None:
        """Show other lines, from their beginning."""
        self._unwrapped = tuple(lines)
        self.fit()
        self.scroll_by(Motion.TOP, self.page)

    def fit(self) -> None:
        """Wrap for another width."""
        self._lines = tuple(part for line in self._unwrapped for part in wrapped(line, self.line_width))
        self.virtual_size = Size(self.line_width, len(self._lines))
        self.refresh()

    @property
    def cursor_cell(self) -> Offset:
        """The beginning of the first line in sight that says something."""
        top = self.scroll_offset.y
        shown = self._lines[top : top + self.page]
        return Offset(0, next((n for n, line in enumerate(shown) if any(text.strip() for text, _ in line)), 0))

    def move(self, motion: Motion, times: int = 0) -> None:
        """Scroll."""
        self.scroll_by(motion, self.page, times)

    def render_line(self, y: int) -> Strip:
        """One line."""
        number = y + self.scroll_offset.y
        words = self.look("text-page--words")
        line = self._lines[number] if number < len(self._lines) else ()
        segments = [Segment(text, self.look(f"text-page--{name}")) for text, name in line]
        return strip_of(segments).adjust_cell_length(self.line_width, words)


def wrapped(line: TextPageLine, cells: int) -> list[TextPageLine]:
    """`line` as lines of at most `cells`, its last piece going on under itself."""
    if not line:
        return [()]
    *before, (text, look) = line
    indent = sum(width(piece) for piece, _ in before)
    if indent > _INDENT and cells - indent - 1 < _LEAST:
        return [tuple(before), *wrapped(((" " * _INDENT, look), (text, look)), cells)]
    words = text.lstrip(" ")
    margin = " " * (len(text) - len(words))
    room = max(2, cells - indent - len(margin) - 1)
    parts = [words[part.start : part.end] for part in stretches(words, room)] or [""]
    hung: TextPageLine = ((" " * indent, look),) if indent else ()
    return [(*(before if not number else hung), (margin + part, look)) for number, part in enumerate(parts)]
