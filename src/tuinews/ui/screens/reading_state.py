"""The reading screen's state, once, and what its commands are made of.

The state is reactives that the widgets are bound to; a command changes it here and never touches a widget's
inside. Work that waits for the library runs in workers: one exclusive worker a kind of work, so that the newest
key wins. Work that another key must not end is of a kind of its own, and waits for what it stands on (`ended`).
Marks, and chosen versions of a text, wait in line, since none of them may be lost.
"""

import asyncio
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Any, TypeVar

from textual.reactive import var
from textual.timer import Timer
from textual.widget import Widget
from textual.worker import Worker

from tuinews.errors import TuinewsError
from tuinews.language import _
from tuinews.model.discovery import Candidate
from tuinews.model.entry_row import EntryRow
from tuinews.model.source import Source
from tuinews.model.source_list import SkippedSource
from tuinews.model.sources.pane import SourcesPane
from tuinews.model.view import Counts, Filter, View
from tuinews.ui.app_context import AppContext
from tuinews.ui.keymap import Keymap
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.screens.arranged_screen import ArrangedScreen
from tuinews.ui.screens.layout import PaneName
from tuinews.ui.screens.list_notes import empty_list
from tuinews.ui.screens.reading_trail import ReadingTrail
from tuinews.ui.screens.rows_ahead import RowsAhead
from tuinews.ui.screens.status_messages import Place
from tuinews.ui.screens.waiting_entries import Reason, Reasons, without_waiting
from tuinews.ui.screens.work_ends import Work, WorkEnds, to_its_end
from tuinews.ui.widgets.entries.entry_list import EntryList
from tuinews.ui.widgets.entries.listed_entries import ListedEntries, merged_entries
from tuinews.ui.widgets.reader.reader import Reader
from tuinews.ui.widgets.reader.reader_state import ReaderState
from tuinews.ui.widgets.source_list import SourceList
from tuinews.ui.words import messages

__all__ = ["RELOAD_AFTER", "ReadingState", "Work"]

RELOAD_AFTER = 0.25
"""Seconds in which several changes of the library make one new look at it."""

_FIRST_IDS, _FIRST_ROWS = 500, 100
"""Ids and rows asked for first, so that the first paint of a list need not wait for 100,000 ids."""

T = TypeVar("T")
W = TypeVar("W", bound=Widget)


def _nothing() -> None:
    """Nothing is to be taken back."""


class ReadingState(ArrangedScreen, inherit_bindings=False):
    """The state of the reading screen."""

    sources: var[tuple[Source, ...]] = var((), init=False)
    counts: var[Counts | None] = var(None, init=False)
    sources_pane: var[SourcesPane] = var(SourcesPane, init=False)
    view: var[View] = var(View, init=False)
    listed_entries: var[ListedEntries] = var(ListedEntries, always_update=True, init=False)
    open_id: var[int | None] = var(None, init=False)
    coming_id: var[int | None] = var(None, init=False)
    reader_state: var[ReaderState] = var(ReaderState, init=False)
    find_query: var[str] = var("", init=False)
    now: var[datetime] = var(lambda: datetime.now(UTC), init=False)
    empty_notes: var[tuple[str, ...]] = var((), init=False)
    waiting: var[frozenset[int]] = var(frozenset(), init=False)
    """New entries of the view that a refresh brought and that are not listed yet."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.context, self.settings, self.keymap = context, context.settings, context.keymap
        self.view_before_search: View | None = None
        self.sticky_ids: set[int] = set()
        self.notices: tuple[str, ...] = ()
        self.skipped: tuple[SkippedSource, ...] = ()
        self.open_row: EntryRow | None = None
        self.more_is_due = False
        self.source_filter = Filter.ALL
        self.marked_read_id: int | None = None
        self.trail = ReadingTrail()
        self.listed_on_page: Candidate | None = None
        self._parts: dict[str, Widget] = {}
        self._library: LibraryProtocol | None = None
        self.why_no_library = ""
        self._marks = asyncio.Lock()
        self.settings_lock = asyncio.Lock()
        self.matches_message = ""
        self._counted = False
        self._text_lock = asyncio.Lock()
        self._ends = WorkEnds()
        self._ahead = RowsAhead()
        self._reload_timer: Timer | None = None
        self._reasons = Reasons()
        self._recount_timer: Timer | None = None

    def part(self, selector: str, kind: type[W]) -> W:
        """A widget of this screen, remembered: work that ends while the screen goes away still finds it."""
        found = self._parts.get(selector)
        if not isinstance(found, kind):
            found = self._parts[selector] = self.query_one(selector, kind)
        return found

    @property
    def entry_list(self) -> EntryList:
        """The list."""
        return self.part("#entries", EntryList)

    @property
    def reader(self) -> Reader:
        """The reader."""
        return self.part("#reader", Reader)

    @property
    def source_list(self) -> SourceList:
        """The places."""
        return self.part("#sources", SourceList)

    @property
    def library(self) -> LibraryProtocol | None:
        """The library, None until it is open."""
        return self._library

    def library_or_reason(self) -> LibraryProtocol | None:
        """The library; where there is none, says why: it is still opening, or could not be opened at all."""
        if self._library is None:
            self.say(self.why_no_library or _(messages.LIBRARY_OPENING), problem=bool(self.why_no_library))
        return self._library

    @property
    def target_id(self) -> int | None:
        """The entry that a key means: the open article in the reader, else the one under the cursor."""
        if self.at is PaneName.READER and self.open_id is not None:
            return self.open_id
        return self.entry_list.current

    @property
    def target_row(self) -> EntryRow | None:
        """The row of the entry that a key means, None where there is none."""
        target_id = self.target_id
        if target_id is None:
            return None
        row = self.entry_list.row(target_id)
        return self.open_row if row is None and target_id == self.open_id else row

    def row_in_sight(self, entry_id: int) -> bool:
        """Whether the list shows the row of an entry."""
        return self.in_sight(PaneName.LIST) and self.entry_list.shows(entry_id)

    @property
    def place(self) -> Place:
        """Where the reader is now; no entry under the cursor while the view is not listed yet."""
        return self.view, self.open_id, self.entry_list.current if self.listed_entries.view == self.view else None

    @property
    def library_is_empty(self) -> bool:
        """Whether the library has no source, nor is an article of a removed one open."""
        return self._counted and not self.sources and self.open_id is None

    def begin(self, kind: Work, job: Callable[[LibraryProtocol], Coroutine[Any, Any, object]]) -> None:
        """Do `job` in the worker of its kind; what was begun there before is let go."""
        library = self.library_or_reason()
        if library is None:
            return
        # A coroutine is made by the worker itself: one that is let go before its first step leaves none behind.
        work: Callable[[], Coroutine[None, None, None]] = partial(
            to_its_end, self._ends.begin(kind), lambda: self._guarded(job(library))
        )
        _: Worker[None] = self.run_worker(work, group=kind.value, exclusive=True)

    def beside(self, job: Callable[[LibraryProtocol], Coroutine[Any, Any, object]]) -> None:
        """Do `job` beside all else; no key ends it."""
        library = self.library_or_reason()
        if library is None:
            return
        self.run_worker(self._guarded(job(library)), group="beside")

    def in_turn(self, job: Callable[[LibraryProtocol], Coroutine[Any, Any, object]]) -> None:
        """Do `job`, which is about the open text, once that is here and what was begun so before is done."""

        async def when_open(library: LibraryProtocol) -> None:
            async with self._text_lock:
                await self.ended(Work.OPEN)
                await job(library)

        self.beside(when_open)

    def is_under_way(self, kind: Work) -> bool:
        """Whether work of `kind` is being done."""
        return self._ends.is_under_way(kind)

    async def ended(self, kind: Work) -> None:
        """Wait until the work of `kind` that is under way, if any, has ended, and what took its place."""
        await self._ends.ended(kind)

    def mark(self, job: Callable[[LibraryProtocol], Coroutine[Any, Any, object]]) -> None:
        """Do `job` after every mark before it, whatever key comes next."""
        library = self.library_or_reason()
        if library is not None:
            in_line = self._in_line(job(library), self._ahead.now())
            self.run_worker(self._guarded(in_line, failed=self._take_back), group="marks")

    async def marks_done(self) -> None:
        """Wait until every mark made so far is kept."""
        async with self._marks:
            pass

    def visit(self, view: View) -> None:
        """List another place; a source or a folder by the filter that was chosen for them."""
        if view.source_id is not None or view.folder is not None:
            view = replace(view, filter=self.source_filter)
        self.show(view)

    def visit_new(self, view: View) -> None:
        """List something that has just come, all of it: no filter is chosen from then on."""
        self.source_filter = Filter.ALL
        # Whether there is a source is known when they are counted anew, and nothing is said of it before.
        self._counted = False
        self.show(view)

    def show(self, view: View) -> None:
        """List another view, from its top."""
        self.sticky_ids.clear()
        self.waiting = frozenset()
        self.view = view
        self.begin(Work.LIST, lambda library: self._list(library, view))

    def reload(self, after: float = RELOAD_AFTER) -> None:
        """Look at the library anew in `after` seconds, since something changed in it."""
        self._reasons.add(Reason.CHANGE)
        self._reload_after(after)

    def reload_for_news(self, after: float = RELOAD_AFTER) -> None:
        """Look at the library anew in `after` seconds, since a refresh went on: what came waits to be listed."""
        self._reasons.add(Reason.REFRESH)
        self._reload_after(after)

    def list_waiting(self) -> None:
        """List the new entries that wait; the cursor stays on its entry."""
        self.waiting, self._reasons = frozenset(), Reasons()
        self.begin(Work.RELOAD, self._look_anew)

    def go_to_waiting(self) -> None:
        """List the new entries that wait, and go to the first of them, unless the cursor moves meanwhile."""
        new, here = self.waiting, self.entry_list.current
        self.waiting, self._reasons = frozenset(), Reasons()

        async def job(library: LibraryProtocol) -> None:
            await self._look_anew(library)
            if self.entry_list.current == here:
                first = next((n for n, entry in enumerate(self.listed_entries.ids) if entry in new), None)
                self.entry_list.go_to(self.entry_list.aim if first is None else first)

        # Not the work of a look, which the next one would take the place of.
        self.begin(Work.SEEK, job)

    def recount(self) -> None:
        """Count anew soon, since a mark changed; the list stays in its order, whatever it would be by now."""
        if self._recount_timer is None:
            self._recount_timer = self.set_timer(RELOAD_AFTER, self._recount_now)

    def change_rows(self, rows: list[EntryRow]) -> None:
        """Show rows as they are from now on, before the library has said so; they stay in the list."""
        self._ahead.add(rows)
        self.show_rows(rows)

    def show_rows(self, rows: list[EntryRow]) -> None:
        """Show rows as they are from now on; they stay in the list."""
        self.sticky_ids.update(row.id for row in rows)
        self.open_row = next((row for row in rows if row.id == self.open_id), self.open_row)
        self.entry_list.give_rows(rows)

    def reveal(self) -> None:
        """Show the panes, which are hidden until the library is open."""

    async def bring_rows(self, library: LibraryProtocol, ids: Sequence[int], query: str | None) -> None:
        """Give the list its rows, with what was found in them where they are hits of a search."""
        ahead = self._ahead.now()
        rows = await library.rows(ids)
        if query:
            snippets = await library.snippets(query, ids)
            rows = [replace(row, snippet=snippets.get(row.id)) for row in rows]
        self.entry_list.give_rows(self._ahead.over(rows, ahead))

    async def _list(self, library: LibraryProtocol, view: View) -> None:
        """The ids of `view`: the first few at once with their rows, then all."""
        ids = await library.entry_ids(view, _FIRST_IDS)
        whole = len(ids) < _FIRST_IDS
        self._take(view, await self._with_hits(library, ListedEntries(view, ids, ready=True, whole=whole)))
        await self.bring_rows(library, ids[:_FIRST_ROWS], view.query)
        self.reveal()
        if not self._counted:
            await self.count()
        if not whole:
            self._take(
                view, await self._with_sticky(ListedEntries(view, await library.entry_ids(view), True, True))
            )

    def _take(self, view: View, listed: ListedEntries) -> None:
        if view == self.view:
            self.listed_entries = listed
            self.tell_empty()

    def take_keymap(self, keymap: Keymap) -> None:
        """Go by other keys, and name them in all that names keys."""
        raise NotImplementedError

    def say_anew(self) -> None:
        """Say all that is on the screen in the language that was just chosen."""
        raise NotImplementedError

    def tell_empty(self) -> None:
        """Say why nothing is listed, for where nothing is."""
        hits = self.listed_entries.unfiltered if self.listed_entries.view == self.view else 0
        self.empty_notes = empty_list(self.view, self.sources, self.keymap, hits)

    def _reload_now(self) -> None:
        self._reload_timer = None
        self.begin(Work.RELOAD, self._look_anew)

    def _reload_after(self, seconds: float) -> None:
        if self._reload_timer is None:
            self._reload_timer = self.set_timer(seconds, self._reload_now)

    def _recount_now(self) -> None:
        self._recount_timer = None
        if self._reload_timer is None:
            self.begin(Work.COUNTS, lambda _: self.count())

    async def _look_anew(self, library: LibraryProtocol) -> None:
        """Sources, counts and the view as they are now; the cursor's entry stays where it stands.

        What a refresh brought waits, unless the cursor is at the top, where it is seen.
        """
        why = self._reasons.asked
        await self.count()
        view = self.view
        listed = await self._with_sticky(ListedEntries(view, await library.entry_ids(view), True, True))
        old = self.listed_entries
        waiting: frozenset[int] = frozenset()
        if (
            old.view == view
            and old.whole
            and (self.waiting or Reason.REFRESH in why)
            and not self.entry_list.at_top
        ):
            parted = await asyncio.to_thread(without_waiting, old.ids, listed.ids, self.waiting, why)
            listed, waiting = replace(listed, ids=parted.ids), parted.waiting
        listed = await self._with_hits(library, listed)
        if view == self.view:
            self._take(view, listed)
            self.waiting = waiting
            self._reasons.met(why)

    async def _with_hits(self, library: LibraryProtocol, listed: ListedEntries) -> ListedEntries:
        """Where a filter leaves nothing of a search: how much the search found without it."""
        view = listed.view
        if listed.ids or not view.query or view.filter is Filter.ALL:
            return listed
        hits = await library.entry_ids(replace(view, filter=Filter.ALL))
        return replace(listed, unfiltered=len(hits))

    async def _with_sticky(self, new: ListedEntries) -> ListedEntries:
        """A new look at a view with the rows that stay in it, merged off this thread (100,000 take a frame)."""
        while self.listed_entries.view == new.view and self.sticky_ids:
            old = self.listed_entries
            ids = await asyncio.to_thread(merged_entries, old.ids, new.ids, frozenset(self.sticky_ids))
            if self.listed_entries is old:
                return replace(new, ids=ids)
        return new

    def watch_find_query(self) -> None:
        """Say no longer what was found once the find is over."""
        if not self.find_query and self.status.message == self.matches_message:
            self.say("")

    def go(self, choice: str | View | None) -> None:
        """Do what was chosen by its name: a command by its id, or a view to list."""
        if isinstance(choice, View):
            if not self.in_sight(PaneName.LIST):
                self.at = PaneName.LIST
            self.visit(choice)
        elif choice is not None:
            self.call_next(self.run_action, f"screen.run('{choice}')")

    async def open_library(self) -> None:
        """Take the library as soon as it is open, with the first rows of the list; raises TuinewsError."""
        try:
            self._library = await self.context.open_library()
            self.sources_pane = await self._library.sources_pane()
            self.stay("")
        except Exception as error:
            self.why_no_library = self.reason(error)
            raise
        self._library.use(self.settings)
        opened, view = self._library, self.view
        self.panes = await opened.screen_state()
        await to_its_end(self._ends.begin(Work.LIST), lambda: self._list(opened, view))

    def keep_panes(self) -> None:
        """Remember for the next start how the panes stand."""
        panes = self.panes
        if self.library is not None:
            self.beside(lambda library: library.keep_screen_state(panes))

    async def count(self) -> None:
        """Sources and counts as they are now, shown together."""
        if self._library is not None:
            sources, counts = tuple(await self._library.sources()), await self._library.counts()
            self.sources, self.counts = sources, counts
            self._counted = True

    async def _in_line(self, job: Coroutine[Any, Any, T], ahead: Mapping[int, EntryRow]) -> T:
        """Do `job` in its turn; the rows that were shown `ahead` of the library are the library's after it."""
        try:
            async with self._marks:
                return await job
        finally:
            self._ahead.kept(ahead)

    def _take_back(self) -> None:
        """Show the rows as the library has them: a mark that was shown at once could not be kept."""
        self.entry_list.ask_again()
        self.reload()

    async def _guarded(self, job: Coroutine[Any, Any, object], failed: Callable[[], None] = _nothing) -> None:
        try:
            await job
        except TuinewsError as error:
            failed()
            self.fail(error)
        except Exception as error:  # one piece of work that fails must not end the session
            if self.context.record is None:
                raise
            place = self.context.record(error)
            self.say(messages.unexpected_error(type(error).__name__, place), problem=True)
