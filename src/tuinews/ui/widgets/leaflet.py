"""Prepared lines to read and scroll: the help."""

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip

from tuinews.ui.widgets.pane import Motion, Pane
from tuinews.ui.widgets.strips import strip_of

LeafletLine = tuple[tuple[str, str], ...]
"""Pieces of text, each with the name of its look: `heading`, `key`, `words`."""


class Leaflet(Pane):
    """A scrolling page of our own words."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"leaflet--heading", "leaflet--key", "leaflet--words"}

    def __init__(self, lines: Sequence[LeafletLine], *, id: str) -> None:
        super().__init__(id=id)
        self._lines = tuple(lines)

    def on_resize(self) -> None:
        """Draw for another width."""
        self.virtual_size = Size(self.line_width, len(self._lines))

    def move(self, motion: Motion) -> None:
        """Scroll."""
        self.scroll_by(motion, self.page)

    def render_line(self, y: int) -> Strip:
        """One line."""
        number = y + self.scroll_offset.y
        words = self.look("leaflet--words")
        line = self._lines[number] if number < len(self._lines) else ()
        segments = [Segment(text, self.look(f"leaflet--{name}")) for text, name in line]
        return strip_of(segments).adjust_cell_length(self.line_width, words)
