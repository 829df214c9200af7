"""The list of entries: a window over ids, of which only the rows near the cursor are ever asked for."""

from array import array
from collections.abc import Callable, Collection, Container, Sequence
from datetime import UTC, datetime
from typing import ClassVar

from textual import events
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from tuinews.model.entry_row import EntryRow
from tuinews.quick_dataclass import dataclass
from tuinews.ui.widgets.entries.entry_row import RowPainter, RowState
from tuinews.ui.widgets.entries.list_painter import ListPainter, ScreenReaderListPainter
from tuinews.ui.widgets.entries.listed_entries import ListedEntries
from tuinews.ui.widgets.entries.row_cache import RowCache
from tuinews.ui.widgets.entries.row_plan import RowPlan
from tuinews.ui.widgets.entries.row_selection import RowSelection
from tuinews.ui.widgets.entries.screen_reader_row import ScreenReaderRowPainter
from tuinews.ui.widgets.pane import UPWARD, Motion, Pane, stepped

_WAIT_FOR_ROWS = 0.05
"""Seconds that the cursor waits for the rows that it goes to."""


class EntryList(Pane):
    """The entries of a view, with a cursor."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "entry-list--unread",
        "entry-list--read",
        "entry-list--meta",
        "entry-list--mark",
        "entry-list--star",
        "entry-list--kept",
        "entry-list--cursor",
        "entry-list--note",
        "entry-list--heading",
        "entry-list--hit",
    }

    listed_entries: var[ListedEntries] = var(ListedEntries, always_update=True, init=False)
    open_id: var[int | None] = var(None, init=False)
    index: var[int] = var(-1, init=False)
    """The row of the cursor, -1 if there is none; the screen watches it."""
    notes: var[tuple[str, ...]] = var((), init=False)
    screen_reader: var[bool] = var(False, init=False)
    """Whether a screen reader is to speak the rows: one line each, of which a step writes one and no more."""
    now: var[datetime] = var(datetime(1970, 1, 1, tzinfo=UTC), init=False)

    @dataclass
    class RowsNeeded(Message):
        """Rows that are about to be shown are not here yet."""

        ids: "array[int]"

    @dataclass
    class Chosen(Message):
        """The entry under the cursor was clicked to be opened."""

        entry_id: int

    @dataclass
    class EndReached(Message):
        """The cursor has been moved down to the last row; told once until it is elsewhere."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.last_motion: Motion | None = None
        self.touched = False
        """Whether the cursor was moved, or an entry opened, since the view is listed."""
        self._at_end = False
        self._bottom_wanted = False
        self._aim: int | None = None
        self.selection = RowSelection()
        self._rows = RowCache()
        self._painter: ListPainter | None = None
        self._plan = RowPlan(0, 1, array("q"))
        self.heading: Callable[[int], str] = str
        """What stands over a group of entries."""
        self.form = "auto"  # how rows look: the setting `rows`
        self.when_listed: Callable[[Callable[[], None]], None] = lambda job: job()
        """Does what a key asks once the list is here that it means; a screen says when that is."""

    @property
    def aim(self) -> int:
        """The row of the cursor, or the one that it goes to as soon as the rows there are here."""
        return self.index if self._aim is None else self._aim

    @property
    def current(self) -> int | None:
        """The id of the entry under the cursor, None if the list is empty, or that is not known yet."""
        return self.listed_entries.at(self.aim)

    @property
    def selected_rows(self) -> range:
        """The rows from where a selection was begun to the cursor; none where none was."""
        return self.selection.rows(self.aim)

    def select_from(self, entry_id: int | None) -> None:
        """Begin a selection at an entry, which goes on to the cursor; None ends it."""
        before = self.selected_rows
        self.selection.begin(entry_id, self.listed_entries)
        self._paint(before)
        self._paint(self.selected_rows)

    @property
    def at_top(self) -> bool:
        """Whether cursor and window are at the top."""
        return self.aim <= 0 and self.scroll_offset.y == 0

    def row(self, entry_id: int) -> EntryRow | None:
        """The row of an entry, where it is here."""
        return self._rows.row(entry_id)

    def shows(self, entry_id: int) -> bool:
        """Whether the row of an entry is in the window, whole."""
        whole = self._plan.whole_rows(self.scroll_offset.y, self.page)
        return entry_id in self.listed_entries.ids[whole.start : whole.stop]

    @property
    def cursor_cell(self) -> Offset:
        """The first cell of the headline under the cursor."""
        return Offset(self._drawn.margin, self._plan.line_of(max(0, self.index)) - self.scroll_offset.y)

    def action_move(self, name: str) -> None:
        """Move as the command of that id says, in the list that was chosen last."""
        times = self.number.take()
        self.when_listed(lambda: self.move(Motion(name), times))

    def move(self, motion: Motion, times: int = 0) -> None:
        """Move the cursor."""
        if not len(self.listed_entries.ids):
            return
        start = self.aim
        self.touched, self.last_motion = True, motion
        self._bottom_wanted = motion is Motion.BOTTOM and not times and not self.listed_entries.whole
        page = len(self._plan.whole_rows(self.scroll_offset.y, self.page))
        self.go_to(stepped(start, motion, len(self.listed_entries.ids), max(1, page), times))
        if self.aim < len(self.listed_entries.ids) - 1:
            self._at_end = False
        elif self.aim >= start and not self._at_end and motion not in UPWARD and self.listed_entries.whole:
            self._at_end = True
            self.post_message(self.EndReached())

    def go_to(self, index: int) -> None:
        """Put the cursor on row `index` and bring it into sight: at once where the rows to show are here.

        Where they are not, it waits the few milliseconds until they are, so that the screen is painted once.
        """
        self._aim = index
        if self._rows.misses(self._window_at(index)):
            self._ask(self._window_at(index, around=1))
            self.set_timer(_WAIT_FOR_ROWS, self._arrive)
        else:
            self._arrive()

    def _arrive(self) -> None:
        """Go where the cursor is to go."""
        index, self._aim = self._aim, None
        if index is None:
            return
        before, self.index = self.index, index
        self._paint_row(before)
        self._paint_row(index)
        if self.selected_rows:
            self._paint(range(min(before, index), max(before, index) + 1))
        top, first = self.scroll_offset.y, self._plan.top_of(index)
        end = self._plan.line_of(index) + self._row_height
        if first < top:
            self.jump(first)
        elif end > top + self.page:
            # Whoever hears it has the next page, from the title under the cursor on.
            self.jump(index if self.screen_reader else end - self.page)
        self._ask_for_rows()

    def give_rows(self, rows: Sequence[EntryRow]) -> None:
        """Take the rows that were asked for, or that changed."""
        self._paint_entries(self._rows.take(rows))
        if self._aim is not None and not self._rows.misses(self._window_at(self._aim)):
            self._arrive()

    def ask_again(self) -> None:
        """Ask anew for the rows near the window, since they may have changed; the old ones show until then."""
        window = self._window(around=1)
        self._rows.ask_anew(window)
        if window:
            self.post_message(self.RowsNeeded(window))

    def watch_listed_entries(self, old: ListedEntries, new: ListedEntries) -> None:
        """Show a new look at the same view with the cursor's entry where it stood; a new view from its top."""
        same = old.ready and old.view == new.view
        current = old.at(self.aim) if same else None
        above = self._lines_above
        found = new.index(current, self.aim) if current is not None else None
        self._aim = None
        if not same or len(new.ids) != len(old.ids):
            self._at_end = False
        if not same:
            self._rows.clear()
            self._painter = None  # another search has other words
            self.touched, self.selection = False, RowSelection()
            self._bottom_wanted = False
        elif self._bottom_wanted and new.whole:
            self._bottom_wanted, found = False, len(new.ids) - 1
        at_top = same and self.at_top
        if at_top and not self.touched:
            found = min(0, len(new.ids) - 1)
        if found is None:
            found = min(max(self.index, 0), len(new.ids) - 1) if same else min(0, len(new.ids) - 1)
        self.index = found
        self.select_from(self.selection.begun_at)
        self._plan_rows()
        if at_top:
            # What came is seen above the cursor's row, as far as there is room for both.
            self.jump(max(0, self._plan.line_of(found) + self._row_height - self.page))
        else:
            self.jump(max(0, self._plan.line_of(found) - above) if same else 0)
        self.ask_again()
        self.refresh()

    def watch_open_id(self, old: int | None, new: int | None) -> None:
        """Mark another entry as the open one."""
        self.touched = self.touched or new is not None
        self._paint_entries({one for one in (old, new) if one is not None})

    def watch_notes(self) -> None:
        """Say something else where nothing is listed."""
        self.refresh()

    def watch_screen_reader(self) -> None:
        """Draw the rows otherwise, the cursor where it is."""
        self._restyle()
        self._plan_rows()
        self.jump(max(0, self._plan.line_of(max(0, self.index)) - self.page // 2))

    def watch_now(self) -> None:
        """Draw the ages of another moment."""
        self._restyle()

    def notify_style_update(self) -> None:
        """Textual's: draw anew in other colours."""
        super().notify_style_update()
        self._restyle()

    def fit(self) -> None:
        """Draw for another width, the cursor's row where it was."""
        above = self._lines_above
        self._restyle()
        self._plan_rows()
        above = min(max(0, above), max(0, self.page - self._row_height))
        index = max(0, self.index)
        # A row at the very top has its heading with it: at the start it came there before there was room for one.
        self.jump(max(0, self._plan.line_of(index) - above) if above else self._plan.top_of(index))
        self._ask_for_rows()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the row that was clicked; a click on the cursor's own row opens it."""
        index, part = self._at(int(event.y))
        on_divider = event.get_content_offset(self) is None
        if on_divider or part < 0 or not 0 <= index < len(self.listed_entries.ids):
            return
        if index == self.index and self.current is not None:
            self.post_message(self.Chosen(self.current))
        else:
            self.touched, self.last_motion = True, None
            self.go_to(index)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Textual's: ask for what comes into sight by the wheel or the scroll bar."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self._ask_for_rows()

    def render_line(self, y: int) -> Strip:
        """One line of the window."""
        listed, (index, part) = self.listed_entries, self._at(y)
        if not len(listed.ids):
            return self._drawn.note(self.notes, y)
        if index >= len(listed.ids):
            return self.blank(self.look("entry-list--meta"))
        if part < 0:
            return self._drawn.heading(self.heading(listed.groups[index]))
        entry_id = listed.ids[index]
        state = self._state(index, entry_id)
        row = self._rows.row(entry_id)
        if row is None:
            return self._drawn.waiting(state)[part]
        return self._rows.drawn(row, state, self._drawn.row)[part]

    def _at(self, y: int) -> tuple[int, int]:
        """The row at a line of the window, and which line of it that is: -1 is the heading over it."""
        line = self._plan.at(y + self.scroll_offset.y)
        return line.row, line.part

    @property
    def _drawn(self) -> ListPainter:
        """What draws the list as it is now; made anew for another width, other looks, another moment."""
        if self._painter is None and self.screen_reader:
            spoken = ScreenReaderRowPainter(self.look, self.line_width, self.now)
            self._painter = ScreenReaderListPainter(self.look, self.line_width, spoken)
        elif self._painter is None:
            size = Size(self.line_width, self.page)
            rows = RowPainter(self.look, size, self.now, self.form, self.listed_entries.view.query)
            self._painter = ListPainter(self.look, size.width, rows)
        return self._painter

    @property
    def _row_height(self) -> int:
        return self._drawn.height

    @property
    def _lines_above(self) -> int:
        """The lines of the window over the cursor; negative where the wheel has left it above."""
        return self._plan.line_of(self.index) - self.scroll_offset.y if self.index >= 0 else 0

    def _restyle(self) -> None:
        self._painter = None
        self._rows.forget_drawn()
        self.refresh()

    def _plan_rows(self) -> None:
        listed = self.listed_entries
        heads = array("q") if self.screen_reader else listed.heads
        self._plan = RowPlan(len(listed.ids), self._row_height, heads)
        self.virtual_size = Size(self.line_width, self._plan.lines)

    def _paint_row(self, index: int) -> None:
        line = self._plan.line_of(max(0, index)) - self.scroll_offset.y
        row = self.row(self.listed_entries.ids[index]) if 0 <= index < len(self.listed_entries.ids) else None
        cells = self._drawn.step_cells(row, self._state(index, row.id if row else None))
        self.refresh(Region(0, line, self.size.width if cells is None else cells, self._row_height))

    def _paint_entries(self, ids: Collection[int]) -> None:
        """Paint the rows of these entries anew, and no others: a line may be slow, and who hears the screen hears
        all that is painted."""
        self._paint({row for row in self._shown_rows if self.listed_entries.ids[row] in ids})

    def _paint(self, rows: Container[int]) -> None:
        """Paint rows anew, as far as they are in sight."""
        for row in self._shown_rows:
            if row in rows:
                line = self._plan.line_of(row) - self.scroll_offset.y
                self.refresh(Region(0, line, self.size.width, self._row_height))

    @property
    def _shown_rows(self) -> range:
        """The rows of which something is in sight."""
        if not len(self.listed_entries.ids) or not self.page:
            return range(0)
        first = max(0, self._plan.at(self.scroll_offset.y).row)
        end = first + self.page // self._row_height + 2
        return range(first, min(end, len(self.listed_entries.ids)))

    def _state(self, index: int, entry_id: int | None) -> RowState:
        """What is so of the row of an entry at `index` besides the entry."""
        listed = self.listed_entries
        return RowState(
            cursor=index == self.index,
            open=entry_id is not None and entry_id == self.open_id,
            with_source=listed.view.source_id is None,
            selected=index in self.selected_rows,
            member=entry_id in listed.members,
        )

    def _window(self, around: int) -> "array[int]":
        """The ids that are in sight, and of `around` pages above and below."""
        return self._ids_from(self._plan.at(self.scroll_offset.y).row, around)

    def _window_at(self, index: int, around: int = 0) -> "array[int]":
        """The ids that are in sight once the cursor is on row `index`."""
        first, shown = self._plan.at(self.scroll_offset.y).row, max(1, self.page // self._row_height)
        return self._ids_from(max(min(first, index), index - shown + 1), around)

    def _ids_from(self, first: int, around: int) -> "array[int]":
        shown = self.page // self._row_height + 1
        return self.listed_entries.known(max(0, first - around * shown), first + (1 + around) * shown)

    def _ask(self, ids: "array[int]") -> None:
        unasked = self._rows.unasked(ids)
        if unasked:
            self.post_message(self.RowsNeeded(unasked))

    def _ask_for_rows(self) -> None:
        """Ask for two pages each way as soon as one of the next page is missing, so that asking is rare."""
        if self._rows.misses(self._window(around=1)):
            self._ask(self._window(around=2))
