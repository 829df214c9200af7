"""The line over a pane: what is shown there, and how much of it."""

from typing import ClassVar

from rich.segment import Segment
from textual.reactive import var
from textual.strip import Strip

from tuinews.text import clean_line
from tuinews.typeset.cells import cut, width
from tuinews.ui.widgets.strips import strip_of
from tuinews.ui.widgets.style_cache import StyleCache
from tuinews.ui.words.shown_keys import fitting


class PaneTitle(StyleCache):
    """A title at the left, a note at the right; outside text is safe in both."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"pane-title--title", "pane-title--note"}

    title: var[str] = var("", init=False)
    note: var[str] = var("", init=False)

    def watch_title(self) -> None:
        """Say another title."""
        self.refresh()

    def watch_note(self) -> None:
        """Say another note."""
        self.refresh()

    def has_note_at(self, x: int) -> bool:
        """Whether the note stands at a cell."""
        return self.size.width - 1 - width(clean_line(self.note)) <= x < self.size.width

    def render_line(self, y: int) -> Strip:
        """The title line: the name at its left, the note at its right."""
        title_style = self.look("pane-title--title")
        note_style = self.look("pane-title--note")
        cells = self.size.width
        whole = clean_line(self.title)
        room = max(0, cells // 2, cells - width(whole) - 3)
        note = cut(fitting(clean_line(self.note), room), room)
        title = cut(whole, max(1, cells - width(note) - 3))
        gap = " " * max(0, cells - width(title) - width(note) - 2)
        segments = [Segment(f" {title}{gap}", title_style), Segment(f"{note} ", note_style)]
        return strip_of(segments).adjust_cell_length(cells, title_style)
