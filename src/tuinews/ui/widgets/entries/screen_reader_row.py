"""One entry as one line for a screen reader: its title first, then its state in words instead of signs."""

from collections.abc import Callable
from datetime import datetime

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tuinews.address import masked
from tuinews.language import _, ellipsis
from tuinews.late import late_imports
from tuinews.model.entry_row import Cached, EntryRow
from tuinews.text import clean_line
from tuinews.typeset.cells import cut, cut_at_word, fitting, width
from tuinews.typeset.dates import age
from tuinews.ui.widgets.entries.entry_row import RowState
from tuinews.ui.widgets.strips import strip_of
from tuinews.ui.words import states

with late_imports(__name__):
    from tuinews.ui.words import screen_reader
    from tuinews.ui.words.standing import stories

CURSOR_CELL = 1
"""The cell before a title; it alone shows the cursor, so that a step writes one line and no more."""

LONGEST_LINE = 80
"""Cells of a line at most, however wide the terminal is: what a step writes is what a screen reader speaks."""

MOST_BYTES = 120
"""Bytes of a line: with its frame, which takes up to eighty, a step writes fewer than two hundred."""


class ScreenReaderRowPainter:
    """Draws rows of one line in a list of `cells`, their ages at `now`."""

    height = 1

    def __init__(self, look: Callable[[str], Style], cells: int, now: datetime) -> None:
        self._look, self._cells, self._now = look, cells, now
        cursor = look("entry-list--cursor")
        mark = None if cursor.reverse else look("entry-list--mark").color
        self._cursor = Style(bgcolor=mark, reverse=cursor.reverse or None)

    def lines(self, row: EntryRow, state: RowState) -> list[Strip]:
        """The line of an entry."""
        return [self._finished(self.words(row, state), state)]

    def waiting(self, state: RowState) -> list[Strip]:
        """The line of an entry whose row has not come yet."""
        return [self._finished("", state)]

    def words(self, row: EntryRow, state: RowState) -> str:
        """The title, and of what else is so as much as there is room for."""
        room = min(self._cells, LONGEST_LINE) - CURSOR_CELL
        title = clean_line(row.title) or clean_line(masked(row.url or "")) or _(states.UNTITLED)
        said = _spoken(title, room)
        for part in self._notes(row, state):
            longer = f"{said}, {part}"
            if width(longer) > room or len(longer.encode()) > MOST_BYTES:
                break
            said = longer
        return said

    def _notes(self, row: EntryRow, state: RowState) -> list[str]:
        notes = [
            (not row.read, _(screen_reader.NEW) if row.new else _(screen_reader.UNREAD)),
            (row.starred, _(screen_reader.STARRED)),
            (state.open, _(screen_reader.OPEN)),
            (state.with_source, clean_line(row.source_title, 30)),
            (row.story is not None, stories.told_by_others(row.story.others) if row.story else ""),
            (True, age(row.published, self._now) if row.published else _(states.NO_DATE)),
            (row.cached is not Cached.NONE, _(screen_reader.SAVED)),
            (row.former_title is not None, _(screen_reader.RETITLED)),
        ]
        return [words for so, words in notes if so and words]

    def _finished(self, words: str, state: RowState) -> Strip:
        plain = self._look("entry-list--unread")
        margin = Segment(" " * CURSOR_CELL, plain + self._cursor if state.cursor else plain)
        return strip_of([margin, Segment(words, plain)]).adjust_cell_length(self._cells, plain)


def _spoken(title: str, room: int) -> str:
    """A title in `room` cells, and in no more bytes than a step may speak: letters of Thai have three each, and
    some take no cell. It is cut between words, where they are told by blanks; the reader has all of it.
    """
    said = cut(title, room)
    if len(said.encode()) <= MOST_BYTES:
        return said
    end = ellipsis()
    kept = title.encode()[: MOST_BYTES - len(end.encode())].decode(errors="ignore")
    return cut_at_word(title, width(title[: fitting(kept, room - width(end))]) + width(end))
