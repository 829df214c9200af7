"""What is selected of an article: characters with the mouse, lines with the keys."""

from collections.abc import Iterable
from typing import Protocol

from rich.style import Style
from textual.geometry import Offset, Region
from textual.selection import Selection

from tuinews.late import late_imports
from tuinews.typeset.page.find import MatchPart
from tuinews.typeset.page.selecting import TextPosition, TextRange, columns_of, copied_parts, copied_text
from tuinews.ui.widgets.pane import UPWARD, Motion, stepped
from tuinews.ui.widgets.reader.messages import SelectingOver
from tuinews.ui.widgets.reader.text.line_painter import StyleOverlay
from tuinews.ui.widgets.reader.text.shown_text import ShownText
from tuinews.ui.widgets.reader.window import Window

with late_imports(__name__):
    from tuinews.model.annotations.highlights import Quotation
    from tuinews.typeset.page import quoting
    from tuinews.ui.widgets.reader.line_selection import LineSelection

_END = 1 << 20
"""A column behind the end of every line."""


class SelectablePane(Protocol):
    """What the selection asks of the pane: Textual knows what is selected on the screen, by its widgets."""

    @property
    def selected_look(self) -> Style:
        """How the screen shows what is selected."""

    def select(self, marked: TextRange | None) -> None:
        """Have Textual select a part of the text, or nothing."""


class TextSelection:
    """What is selected of the text, by the mouse or by the keys that move."""

    def __init__(self, text: ShownText, window: Window, pane: SelectablePane) -> None:
        self._text, self._window, self._pane = text, window, pane
        self._by_keys: LineSelection | None = None
        self.marked: TextRange | None = None
        """What is selected, None if nothing is."""

    @property
    def is_by_keys(self) -> bool:
        """Whether the keys that move select lines."""
        return self._by_keys is not None

    @property
    def line(self) -> int | None:
        """The line that the keys move from, None while they select nothing."""
        return self._by_keys.cursor if self._by_keys is not None else None

    @property
    def copied(self) -> str | None:
        """What is selected, as it is in the article."""
        return copied_text(self._text.lines, self.marked) if self.marked is not None else None

    @property
    def quotation(self) -> Quotation | None:
        """What is selected of the article as a quotation; None if it has no words."""
        return quoting.quotation_of(self._text.article_lines, self.marked) if self.marked is not None else None

    def begin(self) -> bool:
        """Select lines from the first in sight on, or anew from the one at the moving end; False where none is."""
        count = len(self._text.article_lines)
        line = self._text.first_with_text([one for one in self._window.lines_in_sight if one < count])
        if self._by_keys is not None:
            self._select_lines(self._by_keys.begun_anew())
        elif line is not None:
            self._select_lines(LineSelection(line, line))
        return self._by_keys is not None

    def end(self) -> None:
        """Select nothing any more."""
        self._by_keys = None
        self._pane.select(None)

    def forget(self) -> None:
        """Other lines are shown, of which nothing is selected."""
        self.marked = self._by_keys = None

    def take(self, marked: TextRange | None) -> None:
        """Note what Textual says that is selected."""
        self.marked = marked
        if marked is None:
            self._by_keys = None
        self._window.refresh()

    def takes_key(self, key: str) -> bool:
        """End the selection by Esc; whether the key was taken for it."""
        if self._by_keys is None or key != "escape":
            return False
        self.end()
        self._window.tell(SelectingOver())
        return True

    def go_to(self, line: int) -> None:
        """Move the end of the selection that moves to a line, and bring it into sight."""
        if self._by_keys is not None:
            self._select_lines(self._by_keys.moved_to(line))
            self._window.move_to_line(line)

    def move(self, motion: Motion, page: int, times: int = 0) -> None:
        """Move that end as a motion says, to a line that has text; `page` lines are a page."""
        if self._by_keys is None:
            return
        here, count = self._by_keys.cursor, len(self._text.article_lines)
        there = stepped(here, motion, count, page, times)
        onward = range(there, count) if motion not in UPWARD else range(there, -1, -1)
        backward = range(there, -1, -1) if motion not in UPWARD else range(there, count)
        line = self._text.first_with_text(onward)
        line = self._text.first_with_text(backward) if line is None else line
        if line is not None:
            self.go_to(line)

    def reliefs(self, number: int) -> Iterable[StyleOverlay]:
        """What is selected of a line."""
        columns = columns_of(self._text.lines, number, self.marked) if self.marked is not None else None
        if columns is None:
            return
        look = self._pane.selected_look
        for copied in copied_parts(self._text.lines[number], *columns):
            yield StyleOverlay(MatchPart(number, copied.start, copied.end), look)

    def marked_by(self, selection: Selection, mouse: Offset, region: Region) -> TextRange:
        """What Textual says that is selected; up to the end of what is in sight of the text where the `mouse` has
        left its `region` of the screen."""
        if selection.start is None and selection.end is None:
            return TextRange(TextPosition(0, 0), TextPosition(len(self._text.lines), 0))
        top, bottom = self._window.top_line, self._window.top_line + self._window.page - 1
        row = max(top, min(bottom, top + int(mouse.y) - region.y))
        inside = region.y <= mouse.y < region.bottom
        left = mouse.x < region.x if inside else mouse.y < region.y
        away = TextPosition(row, 0 if left else _END)
        start = TextPosition(selection.start.y, selection.start.x) if selection.start is not None else away
        end = TextPosition(selection.end.y, selection.end.x) if selection.end is not None else away
        return TextRange(min(start, end), max(start, end))

    def _select_lines(self, lines: LineSelection) -> None:
        # Textual tells of a selection later; the key that copies it may come before.
        self.marked = lines.marked(self._text.lines)
        self._pane.select(self.marked)
        self._by_keys = lines


def selection_of(marked: TextRange) -> Selection:
    """A part of the text as Textual names it."""
    return Selection(*(Offset(place.column, place.line) for place in (marked.start, marked.end)))
