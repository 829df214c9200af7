"""What is selected of an article with the mouse."""

from rich.segment import Segment
from textual.geometry import Offset
from textual.selection import Selection

from tuinews.typeset.page.find import Part
from tuinews.typeset.page.selecting import Marked, Place, columns_of, copied_parts, copied_text
from tuinews.typeset.pieces import Line
from tuinews.ui.widgets.reader.finding_pane import FindingPane
from tuinews.ui.widgets.reader.reader_line import painted

_END = 1 << 20
"""A column behind the end of every line."""


class SelectablePane(FindingPane):
    """An article of which parts can be selected."""

    ALLOW_SELECT = True

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._marked: Marked | None = None

    def take_lines(self, lines: tuple[Line, ...]) -> None:
        """Select nothing any more where other lines come."""
        if lines != self._lines:
            self._marked = None
        super().take_lines(lines)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Textual's: the text that the mouse selected, as it is in the article."""
        marked = self._marked
        return (copied_text(self._lines, marked), "\n") if marked is not None else None

    def selection_updated(self, selection: Selection | None) -> None:
        """Textual's: note what is selected; as far as it is in sight where the mouse has left the reader."""
        self._marked = self._selected(selection) if selection is not None else None
        self.refresh()

    def end_selection(self) -> None:
        """Note what is selected when the mouse is let go: of its moves beside the reader nobody was told."""
        self.selection_updated(self.text_selection)

    def select(self, marked: Marked | None) -> None:
        """Select a part of the text, or nothing."""
        if marked is None:
            self.screen.clear_selection()
            return
        ends = [Offset(place.column, place.line) for place in (marked.start, marked.end)]
        self.screen.selections = {self: Selection(*ends)}

    def segments_of(self, number: int) -> list[Segment]:
        """A line in its looks, what is selected in relief."""
        segments = super().segments_of(number)
        columns = columns_of(self._lines, number, self._marked) if self._marked is not None else None
        if columns is None:
            return segments
        look = self.screen.get_component_rich_style("screen--selection")
        for start, end, _ in copied_parts(self._lines[number], *columns):
            segments = list(painted(segments, Part(number, start, end), look))
        return segments

    def _selected(self, selection: Selection) -> Marked:
        top, bottom = self.top_line, self.top_line + self.page - 1
        if selection.start is None and selection.end is None:
            return Marked(Place(0, 0), Place(len(self._lines), 0))
        mouse = self.app.mouse_position
        row = max(top, min(bottom, top + int(mouse.y) - self.content_region.y))
        inside = self.content_region.y <= mouse.y < self.content_region.bottom
        left = mouse.x < self.content_region.x if inside else mouse.y < self.content_region.y
        away = Place(row, 0 if left else _END)
        start = Place(selection.start.y, selection.start.x) if selection.start is not None else away
        end = Place(selection.end.y, selection.end.x) if selection.end is not None else away
        return Marked(min(start, end), max(start, end))
