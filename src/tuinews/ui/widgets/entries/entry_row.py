"""One entry as one, two or three lines of the list."""

from collections.abc import Callable
from datetime import datetime

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip

from tuinews.address import masked
from tuinews.language import _, ellipsis
from tuinews.late import late_imports
from tuinews.model.entry_row import Cached, EntryRow
from tuinews.quick_dataclass import dataclass
from tuinews.text import clean_line
from tuinews.typeset.cells import cut, width
from tuinews.typeset.dates import age, age_cells
from tuinews.ui.widgets.entries.row_form import MARGIN, SUMMARY, SUMMARY_TITLE, filled, row_height, title_lines
from tuinews.ui.widgets.entries.short_names import short_name
from tuinews.ui.widgets.strips import strip_of
from tuinews.ui.words import states

with late_imports(__name__):
    from tuinews.ui.widgets.entries import matched_words

KEPT, UNREAD, NEW, STAR, OPEN, SELECTED, ANNOTATED = "↓", "●", "◆", "★", "▎", "▌", "✎"
RETITLED = "≠"
"""Before the age of an entry whose listing changed its title."""

_UNDER = "└ "
"""Stands before the title of an entry that is listed under the row of its story."""
_SOURCE = 20
"""Cells of the name of a source."""

_WITH_SOURCE = 76
"""Cells of a list from which a row on one line names its source too."""
_BETWEEN = " · "
_LEAST_TEXT = 8
"""Cells for a piece of text beside the source, under which it would be an ellipsis and half a word."""

_LEAST_SOURCE = 6
"""Cells of a source's name beside a title, under which it is left out."""


@dataclass(frozen=True, slots=True)
class RowState:
    """What is so of a row besides its entry: cursor, open article, selection, whether the source is said, whether
    it stands under another that tells the same."""

    cursor: bool
    open: bool
    with_source: bool
    selected: bool = False
    member: bool = False


class RowPainter:
    """Draws rows for a list of `size` in the looks of its sheet, ages at `now`; `form`: the setting `rows`.

    The places of the words of `query`, that of a search, are lit.
    """

    def __init__(
        self,
        look: Callable[[str], Style],
        size: Size,
        now: datetime,
        form: str = "auto",
        query: str | None = None,
    ) -> None:
        self._query = query or ""
        self._look, self._cells, self._now = look, size.width, now
        self._with_summary = form == SUMMARY
        cursor = look("entry-list--cursor")
        # In reverse video a sign's own colour would become a block of it.
        ink = cursor.color if cursor.reverse else None
        # Dim in reverse video is grey on white, or grey on grey: the cursor's row is all plain.
        plain = False if cursor.reverse else None
        self._cursor = Style(color=ink, bgcolor=cursor.bgcolor, reverse=cursor.reverse or None, dim=plain)
        self._age_cells = age_cells()
        self.height = row_height(size, self._age_cells + 5 + _SOURCE + 2, form)

    def lines(self, row: EntryRow, state: RowState) -> list[Strip]:
        """The lines of an entry."""
        segments = [self._one(row, state)] if self.height == 1 else self._several(row, state)
        return [self._finished(line, state) for line in segments]

    def waiting(self, state: RowState) -> list[Strip]:
        """The lines of an entry whose row has not come yet."""
        line = [
            Segment("   ", self._look("entry-list--meta")),
            Segment(ellipsis(), self._look("entry-list--meta")),
        ]
        return [self._finished(line if n == 0 else [], state) for n in range(self.height)]

    def _one(self, row: EntryRow, state: RowState) -> list[Segment]:
        meta = self._look("entry-list--meta")
        source_cells = _SOURCE if state.with_source and self._cells >= _WITH_SOURCE else 0
        room = (
            self._cells
            - MARGIN
            - max(self._age_cells, width(self._age(row)))
            - 5
            - width(_others(row))
            - (source_cells + 2 if source_cells else 0)
        )
        look = self._title_look(row)
        title = cut(_marked_title(row, state), room)
        segments = [*self._margin(row, state), *self._title(title, row, look, state)]
        left = room - width(title)
        snippet = "  " + self._shortened(row.snippet, left - 2) if row.snippet and left > 12 else ""
        segments += [*self._lit(filled(snippet, left), meta if snippet else look, state), Segment("  ", meta)]
        if source_cells:
            segments.append(Segment(filled(short_name(row.source_title), source_cells) + "  ", meta))
        return [*segments, *self._kept_and_age(row, self._age_cells)]

    def _several(self, row: EntryRow, state: RowState) -> list[list[Segment]]:
        """The title in as many lines as it needs, then source, marks and age: under it, or beside its end."""
        room = self._cells - MARGIN
        tail = self._tail(row)
        titled = title_lines(_marked_title(row, state), room, self._title_height, width(tail) + 2)
        look = self._title_look(row)
        lines = [
            [
                *(self._margin(row, state) if n == 0 else self._bar(state)),
                *self._title(text, row, look, state, n == 0),
            ]
            for n, text in enumerate(titled.lines)
        ]
        if titled.shared:
            lines[-1] += self._beside(row, state, room - width(titled.lines[-1]))
        else:
            lines.append([*self._bar(state), *self._under(row, state, room)])
        if self._with_summary:
            lines += self._summary(row, state, room, self.height - len(lines))
        return [*lines, *([self._bar(state)] * (self.height - len(lines)))]

    @property
    def _title_height(self) -> int:
        return SUMMARY_TITLE if self._with_summary else self.height

    def _summary(self, row: EntryRow, state: RowState, room: int, height: int) -> list[list[Segment]]:
        """What was found, or the summary, in that many lines."""
        text = clean_line(row.snippet or row.summary or "")
        lines = title_lines(text, room, height, 0).lines if text and height > 0 else ()
        meta = self._look("entry-list--meta")
        return [[*self._bar(state), *self._lit(line, meta, state)] for line in lines]

    def _beside(self, row: EntryRow, state: RowState, room: int) -> list[Segment]:
        """What stands behind the end of a title in `room` cells: the source where it fits, marks and age."""
        left = room - width(self._tail(row)) - 2
        source = short_name(row.source_title) if state.with_source else ""
        words = _BETWEEN + source if source and left >= width(_BETWEEN) + _LEAST_SOURCE else ""
        return [
            Segment(filled(words, left) + " ", self._look("entry-list--meta")),
            *self._kept_and_age(row, 0),
        ]

    def _under(self, row: EntryRow, state: RowState, room: int) -> list[Segment]:
        """What stands under a title: the source, what was found or the summary, marks and age."""
        words = [short_name(row.source_title)] if state.with_source else []
        more = row.snippet or (None if state.with_source else row.summary)
        more = None if self._with_summary else more
        left = room - max(self._age_cells, width(self._age(row))) - 4 - width(_others(row))
        beside = left - sum(width(word + _BETWEEN) for word in words)
        words += [self._shortened(more, beside)] if more and beside >= _LEAST_TEXT else []
        line = self._lit(filled(_BETWEEN.join(words), left) + " ", self._look("entry-list--meta"), state)
        return [*line, *self._kept_and_age(row, self._age_cells)]

    def _shortened(self, text: str, cells: int) -> str:
        """A piece of a text in `cells` cells, with what was found in it."""
        line = clean_line(text)
        return (
            matched_words.around_hit(line, self._query, max(1, cells)) if self._query else cut(line, max(1, cells))
        )

    def _lit(self, text: str, look: Style, state: RowState) -> list[Segment]:
        """A text with what was found in it in relief; on the cursor's paper, which is its own, only underlined."""
        if not self._query:
            return [Segment(text, look)]
        hit = self._look("entry-list--hit")
        written = Style(bold=hit.bold or None, underline=hit.underline or None)
        return matched_words.lit(text, look, self._query, written if state.cursor else hit)

    def _bar(self, state: RowState) -> list[Segment]:
        """What stands before every line of a row but its first."""
        bar = Segment(_bar(state), self._look("entry-list--mark"))
        return [bar, Segment("  ", self._look("entry-list--meta"))]

    def _margin(self, row: EntryRow, state: RowState) -> list[Segment]:
        mark = self._look("entry-list--mark")
        sign = " " if row.read else NEW if row.new else UNREAD
        return [Segment(f"{_bar(state)}{sign} ", mark)]

    def _title_look(self, row: EntryRow) -> Style:
        return self._look("entry-list--read" if row.read else "entry-list--unread")

    def _title(self, text: str, row: EntryRow, look: Style, state: RowState, first: bool = True) -> list[Segment]:
        """A line of a title, the star before its first one in its own look."""
        if first and row.starred and text.startswith(STAR):
            return [Segment(text[:2], self._look("entry-list--star")), *self._lit(text[2:], look, state)]
        return self._lit(text, look, state)

    def _tail(self, row: EntryRow) -> str:
        """What is said behind a title at least: marks and age."""
        kept = f"{KEPT} " if row.cached is not Cached.NONE else ""
        return _others(row) + kept + self._age(row)

    def _age(self, row: EntryRow) -> str:
        """How old an entry is; of one without a date that is not known, whenever it was first seen."""
        sign = f"{RETITLED} " if row.former_title else ""
        return sign + (age(row.published, self._now) if row.published else _(states.NO_DATE))

    def _kept_and_age(self, row: EntryRow, cells: int) -> list[Segment]:
        """The mark of a kept article, a blank, and its age, right in `cells` cells where that is wider."""
        kept = f"{KEPT} " if row.cached is not Cached.NONE else "  " if cells else ""
        old = self._age(row)
        return [
            Segment(_others(row) + kept, self._look("entry-list--kept")),
            Segment(old.rjust(cells) + " ", self._look("entry-list--meta")),
        ]

    def _finished(self, segments: list[Segment], state: RowState) -> Strip:
        strip = strip_of(_joined(segments)).adjust_cell_length(self._cells, self._look("entry-list--meta"))
        if not state.cursor:
            return strip
        return Strip(Segment.apply_style(strip, post_style=self._cursor), self._cells)


def _bar(state: RowState) -> str:
    return SELECTED if state.selected else OPEN if state.open else " "


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


def _others(row: EntryRow) -> str:
    """How many others tell the same."""
    return f"+{row.story.others} " if row.story else ""


def _marked_title(row: EntryRow, state: RowState) -> str:
    """The title, or what stands in for one, a star before it where it has one."""
    title = clean_line(row.title) or clean_line(masked(row.url or "")) or _(states.UNTITLED)
    title += "".join(f" #{clean_line(tag)}" for tag in row.tags)
    title += f" {ANNOTATED}" if row.note or row.highlights else ""
    title = f"{STAR} {title}" if row.starred else title
    return _UNDER + title if state.member else title
