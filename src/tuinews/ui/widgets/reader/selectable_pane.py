"""What is selected of an article: characters with the mouse, lines with the keys."""

from rich.segment import Segment
from textual import events
from textual.geometry import Offset
from textual.selection import Selection

from tuinews.late import late_imports
from tuinews.model.annotations.highlights import Quotation
from tuinews.typeset.page.find import Part
from tuinews.typeset.page.selecting import Marked, Place, columns_of, copied_parts, copied_text
from tuinews.ui.widgets.layers import Layer
from tuinews.ui.widgets.pane import UPWARD, Motion, stepped
from tuinews.ui.widgets.reader.finding_pane import FindingPane
from tuinews.ui.widgets.reader.messages import SelectingOver
from tuinews.ui.widgets.reader.reader_line import painted
from tuinews.ui.widgets.reader.window import ABOVE

with late_imports(__name__):
    from tuinews.typeset.page import quoting
    from tuinews.ui.widgets.reader.line_selection import LineSelection

_END = 1 << 20
"""A column behind the end of every line."""


class SelectablePane(FindingPane, Layer):
    """An article of which parts can be selected."""

    ALLOW_SELECT = True

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._marked: Marked | None = None
        self._selecting: LineSelection | None = None

    @property
    def is_selecting(self) -> bool:
        """Whether the keys that move select lines."""
        return self._selecting is not None

    @property
    def marked(self) -> Marked | None:
        """What is selected, None where nothing is."""
        return self._marked

    @property
    def quotation(self) -> Quotation | None:
        """What is selected of the article as a quotation; None where it has no words."""
        if self._marked is None:
            return None
        return quoting.quotation_of(self.text.article_lines, self._marked)

    def begin_selecting(self) -> bool:
        """Select lines from the first in sight on, or anew from the one at the moving end; False where none is."""
        count = len(self.text.article_lines)
        line = self.text.first_with_text([number for number in self.lines_in_sight if number < count])
        if self._selecting is not None:
            self._select_lines(self._selecting.begun_anew())
        elif line is not None:
            self._select_lines(LineSelection(line, line))
        return self._selecting is not None

    def end_selecting(self) -> None:
        """Select nothing any more."""
        self._selecting = None
        self.screen.clear_selection()

    def on_key(self, event: events.Key) -> None:
        """End it by Esc, before Textual's own handler does, which would let the key go on to the screen."""
        if self._selecting is not None and event.key == "escape":
            event.stop()
            event.prevent_default()
            self.end_selecting()
            self.post_message(SelectingOver())

    def select_to(self, line: int) -> None:
        """Move the end of the selection that moves to a line, and bring it into sight."""
        if self._selecting is not None:
            self._select_lines(self._selecting.moved_to(line))
            top, y = self.scroll_offset.y, line + ABOVE
            self.jump(min(max(top, y - self.page + 1), y))

    def move_selection(self, motion: Motion, times: int = 0) -> None:
        """Move that end as a motion says, to a line that has text."""
        if self._selecting is None:
            return
        here, count = self._selecting.cursor, len(self.text.article_lines)
        there = stepped(here, motion, count, max(1, self.page - 2), times)
        onward = range(there, count) if motion not in UPWARD else range(there, -1, -1)
        backward = range(there, -1, -1) if motion not in UPWARD else range(there, count)
        line = self.text.first_with_text(onward)
        line = self.text.first_with_text(backward) if line is None else line
        if line is not None:
            self.select_to(line)

    def take_lines(self, is_other: bool) -> None:
        """Select nothing any more where other lines come."""
        if is_other:
            self._marked = self._selecting = None
        super().take_lines(is_other)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Textual's: the text that the mouse selected, as it is in the article."""
        marked = self._marked
        return (copied_text(self.text.lines, marked), "\n") if marked is not None else None

    def selection_updated(self, selection: Selection | None) -> None:
        """Textual's: note what is selected; as far as it is in sight where the mouse has left the reader."""
        self._marked = self._selected(selection) if selection is not None else None
        if selection is None:
            self._selecting = None
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
        columns = columns_of(self.text.lines, number, self._marked) if self._marked is not None else None
        if columns is None:
            return segments
        look = self.screen.get_component_rich_style("screen--selection")
        seen = self.text.seen_of(number)
        for copied in copied_parts(self.text.lines[number], *columns):
            part = seen.part(Part(number, copied.start, copied.end))
            if part is not None:
                segments = list(painted(segments, part, look))
        return segments

    def _select_lines(self, selecting: LineSelection) -> None:
        # Textual tells of a selection later; the key that copies it may come before.
        self._marked = selecting.marked(self.text.lines)
        self.select(self._marked)
        self._selecting = selecting

    def _selected(self, selection: Selection) -> Marked:
        top, bottom = self.top_line, self.top_line + self.page - 1
        if selection.start is None and selection.end is None:
            return Marked(Place(0, 0), Place(len(self.text.lines), 0))
        mouse = self.app.mouse_position
        row = max(top, min(bottom, top + int(mouse.y) - self.content_region.y))
        inside = self.content_region.y <= mouse.y < self.content_region.bottom
        left = mouse.x < self.content_region.x if inside else mouse.y < self.content_region.y
        away = Place(row, 0 if left else _END)
        start = Place(selection.start.y, selection.start.x) if selection.start is not None else away
        end = Place(selection.end.y, selection.end.x) if selection.end is not None else away
        return Marked(min(start, end), max(start, end))
