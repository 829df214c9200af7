"""One entry as one or two lines of the list."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tuinews.address import masked
from tuinews.language import _
from tuinews.model.entry_row import Cached, EntryRow
from tuinews.text import clean_line
from tuinews.typeset.cells import cut, width
from tuinews.typeset.dates import age, age_cells
from tuinews.ui.widgets.strips import strip_of
from tuinews.ui.words import states

ONE_LINE_FROM = 76
"""The cells from which source and age stand beside the title; under it they stand beneath."""

KEPT, UNREAD, STAR, OPEN = "↓", "●", "★", "▎"
MARGIN = 3
"""The cells before a title: the bar of the open article, the mark of an unread one, a blank."""
_SOURCE = 20


@dataclass(frozen=True, slots=True)
class RowState:
    """What is so of a row besides its entry: the cursor, the open article, whether the source is said."""

    cursor: bool
    open: bool
    with_source: bool


class RowPainter:
    """Draws rows `width` cells wide in the looks of the list's sheet, their ages at `now`."""

    def __init__(self, look: Callable[[str], Style], cells: int, now: datetime) -> None:
        self._look, self._cells, self._now = look, cells, now
        cursor = look("entry-list--cursor")
        # In reverse video a sign's own colour would become a block of it.
        ink = cursor.color if cursor.reverse else None
        # Dim in reverse video is grey on white, or grey on grey: the cursor's row is all plain.
        plain = False if cursor.reverse else None
        self._cursor = Style(color=ink, bgcolor=cursor.bgcolor, reverse=cursor.reverse or None, dim=plain)
        self._age_cells = age_cells()
        self.height = 1 if cells >= ONE_LINE_FROM else 2

    def lines(self, row: EntryRow, state: RowState) -> list[Strip]:
        """The lines of an entry."""
        segments = [self._one(row, state)] if self.height == 1 else self._two(row, state)
        return [self._finished(line, state) for line in segments]

    def waiting(self, state: RowState) -> list[Strip]:
        """The lines of an entry whose row has not come yet."""
        line = [Segment("   ", self._look("entry-list--meta")), Segment("…", self._look("entry-list--meta"))]
        return [self._finished(line if n == 0 else [], state) for n in range(self.height)]

    def _one(self, row: EntryRow, state: RowState) -> list[Segment]:
        meta = self._look("entry-list--meta")
        source_cells = min(_SOURCE, self._cells // 4) if state.with_source else 0
        room = self._cells - MARGIN - self._age_cells - 4 - (source_cells + 2 if source_cells else 0)
        title = self._title(row, room)
        tail = [Segment("  ", meta)]
        if source_cells:
            tail.append(Segment(_padded(clean_line(row.source_title), source_cells) + "  ", meta))
        return [*self._margin(row, state), *title, *tail, *self._kept_and_age(row)]

    def _two(self, row: EntryRow, state: RowState) -> list[list[Segment]]:
        meta = self._look("entry-list--meta")
        first = [*self._margin(row, state), *self._title(row, self._cells - MARGIN - 1)]
        words = [clean_line(row.source_title)] if state.with_source else []
        more = row.snippet or (None if state.with_source else row.summary)
        words += [clean_line(more)] if more else []
        room = self._cells - MARGIN - self._age_cells - 4
        bar = Segment(OPEN if state.open else " ", self._look("entry-list--mark"))
        second = [bar, Segment("  ", meta), Segment(_padded(" · ".join(words), room) + " ", meta)]
        return [first, [*second, *self._kept_and_age(row)]]

    def _margin(self, row: EntryRow, state: RowState) -> list[Segment]:
        mark = self._look("entry-list--mark")
        return [Segment((OPEN if state.open else " ") + (" " if row.read else UNREAD) + " ", mark)]

    def _title(self, row: EntryRow, room: int) -> list[Segment]:
        """The title in exactly `room` cells, a star before it, a snippet behind it where there is room."""
        segments: list[Segment] = []
        if row.starred:
            segments.append(Segment(STAR + " ", self._look("entry-list--star")))
            room -= 2
        look = self._look("entry-list--read" if row.read else "entry-list--unread")
        title = clean_line(row.title) or clean_line(masked(row.url or "")) or _(states.UNTITLED)
        left = room - width(title)
        if self.height == 1 and row.snippet and left > 12:
            snippet = "  " + cut(clean_line(row.snippet), left - 2)
            segments += [Segment(title, look), Segment(_padded(snippet, left), self._look("entry-list--meta"))]
        else:
            segments.append(Segment(_padded(title, room), look))
        return segments

    def _kept_and_age(self, row: EntryRow) -> list[Segment]:
        kept = KEPT if row.cached is not Cached.NONE else " "
        old = age(row.published or row.first_seen, self._now)
        return [
            Segment(kept, self._look("entry-list--kept")),
            Segment(old.rjust(self._age_cells) + " ", self._look("entry-list--meta")),
        ]

    def _finished(self, segments: list[Segment], state: RowState) -> Strip:
        strip = strip_of(_joined(segments)).adjust_cell_length(self._cells, self._look("entry-list--meta"))
        if not state.cursor:
            return strip
        return Strip(Segment.apply_style(strip, post_style=self._cursor), self._cells)


def _joined(segments: list[Segment]) -> list[Segment]:
    """The segments with blanks given to their neighbour: fewer colours to write at each repaint."""
    joined: list[Segment] = []
    for segment in segments:
        before = joined[-1] if joined else None
        if before is not None and (before.style == segment.style or not segment.text.strip()):
            joined[-1] = Segment(before.text + segment.text, before.style)
        elif before is not None and not before.text.strip():
            joined[-1] = Segment(before.text + segment.text, segment.style)
        else:
            joined.append(segment)
    return joined


def _padded(text: str, cells: int) -> str:
    text = cut(text, cells)
    return text + " " * (cells - width(text))
