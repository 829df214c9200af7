"""The reading screen's state, once, with the parts that work on it: what its commands are given.

The state is reactives that the widgets are bound to; a command changes it here, or has a part do so, and never
touches a widget's inside. What the screen does when something changes is in `reading.py`.
"""

import asyncio
from array import array
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import TypeVar

from textual.layout import Layout
from textual.reactive import var
from textual.screen import Screen
from textual.widget import Widget

from tuinews.errors import TuinewsError
from tuinews.language import _
from tuinews.late import late_imports
from tuinews.model.entry_row import EntryRow
from tuinews.model.screen.state import ScreenState
from tuinews.model.source import Source
from tuinews.model.sources.pane import SourcesPane
from tuinews.model.standing.queries import SavedView
from tuinews.model.view import Counts, View
from tuinews.ui.app_context import AppContext
from tuinews.ui.keymap import Keymap
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.screens.command_memory import (
    GraphicsAnswer,
    OpenEntry,
    PassedRows,
    PassingMessages,
    Preview,
    SearchPrompt,
)
from tuinews.ui.screens.layout import PaneName
from tuinews.ui.screens.library_work import LibraryWork
from tuinews.ui.screens.listing.counting import Counting
from tuinews.ui.screens.listing.keys_for_list import KeysForList
from tuinews.ui.screens.listing.list_notes import source_of
from tuinews.ui.screens.listing.listing import ListedView
from tuinews.ui.screens.listing.reloading import Reloading
from tuinews.ui.screens.listing.selected_rows import SelectedRows
from tuinews.ui.screens.listing.stories import StoriesInList
from tuinews.ui.screens.listing.waiting_entries import Reasons
from tuinews.ui.screens.panes.pane_rooms import PaneRooms
from tuinews.ui.screens.reading_history import ReadingHistory
from tuinews.ui.screens.refresh_turns import RefreshTurns
from tuinews.ui.screens.session import ScreenSession
from tuinews.ui.screens.status_messages import ScreenPlace, StatusMessages
from tuinews.ui.widgets.entries.entry_list import EntryList
from tuinews.ui.widgets.entries.listed_entries import ListedEntries
from tuinews.ui.widgets.fields.typed_number import TypedNumber
from tuinews.ui.widgets.reader.reader import Reader
from tuinews.ui.widgets.reader.reader_state import Annotations, NextUp, ReaderState
from tuinews.ui.widgets.source_list import SourceList
from tuinews.ui.widgets.status import Status
from tuinews.ui.words import messages, states

with late_imports(__name__):
    from tuinews.model.accounts.account import AccountStatus
    from tuinews.model.source_list import SkippedSource
    from tuinews.ui.screens.notices_line import all_notices
    from tuinews.ui.widgets.pictures.graphics import TerminalGraphics

_ON_WEB = ("http://", "https://")

W = TypeVar("W", bound=Widget)


class ReadingState(Screen[None]):
    """The state of the reading screen, and the parts of it."""

    # Where reading is, and how the panes stand
    at: var[PaneName] = var(PaneName.LIST, init=False)
    panes: var[ScreenState] = var(ScreenState, init=False)
    zen: var[bool] = var(False, init=False)
    screen_reader: var[bool] = var(False, init=False)
    measure: var[int] = var(80, init=False)
    status: var[Status] = var(Status, init=False)
    now: var[datetime] = var(lambda: datetime.now(UTC), init=False)

    # What is listed
    sources: var[tuple[Source, ...]] = var((), init=False)
    accounts: var[tuple[AccountStatus, ...]] = var((), init=False)
    counts: var[Counts | None] = var(None, init=False)
    sources_pane: var[SourcesPane] = var(SourcesPane, init=False)
    saved_views: var[tuple[SavedView, ...]] = var((), init=False)
    unread_of_views: var[Mapping[int, int]] = var(dict, init=False)
    """The unread articles of views by their ids, of those that are counted."""
    view: var[View] = var(View, init=False)
    listed_entries: var[ListedEntries] = var(ListedEntries, always_update=True, init=False)
    empty_notes: var[tuple[str, ...]] = var((), init=False)
    waiting: var[frozenset[int]] = var(frozenset(), init=False)
    """New entries of the view that a refresh brought and that are not listed yet."""
    muted_here: var[int] = var(0, init=False)
    """How many articles the list leaves out since they are muted."""

    # What is read
    open_id: var[int | None] = var(None, init=False)
    coming_id: var[int | None] = var(None, init=False)
    reader_state: var[ReaderState] = var(ReaderState, init=False)
    annotations: var[Annotations] = var(Annotations, init=False)
    next_up: var[NextUp | None] = var(None, init=False)
    find_query: var[str] = var("", init=False)
    pictures_shown: var[bool] = var(False, init=False)
    graphics: var[TerminalGraphics | None] = var(None, init=False)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.context, self.settings, self.keymap = context, context.settings, context.keymap
        self._parts: dict[str, Widget] = {}
        reasons = Reasons()
        self.messages = StatusMessages(self)
        self.rooms = PaneRooms(self)
        self.work = LibraryWork(self, self.messages, context.record, self._take_back)
        self.selected = SelectedRows(self, self.work)
        self.stories = StoriesInList(self)
        self.counting = Counting(self, self.work)
        self.listing = ListedView(self, self.work, self.counting, self.stories, reasons)
        self.reloading = Reloading(self, self.work, self.listing, self.counting, reasons)
        self.keys_for_list = KeysForList(self, self.listing)
        self.session = ScreenSession(self, self.work, self.listing, self.messages)
        self.takes_keys = False
        """Whether there is a list with its sources, which keys go through, or a reason why there is none."""
        self.number = TypedNumber()
        """What is typed before a key: how often, to which row, or of which link it is meant."""
        self.begins = True
        """Whether the start goes on: the article at which the last session ended may still be opened."""
        self.notices: tuple[str, ...] = ()
        """What there is to know of the settings, the keys and the library, each a sentence."""
        self.skipped: tuple[SkippedSource, ...] = ()
        """The sources that the last import left out."""
        self.refresh_turns = RefreshTurns()
        self.history = ReadingHistory()
        self.settings_lock = asyncio.Lock()
        """Held while the settings file is written: one change after another."""
        self.opened, self.preview, self.passed = OpenEntry(), Preview(), PassedRows()
        self.search, self.said, self.graphics_answer = SearchPrompt(), PassingMessages(), GraphicsAnswer()
        self.to_tag: array[int] = array("q")
        """The entries for which tags are being typed."""
        self.unsaved_notes: dict[int, str] = {}
        """Notes that were typed and could not be kept, by entry."""

    @property
    def layout(self) -> Layout:
        """Textual's: what gives the panes their places."""
        return self.rooms.layout

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

    def say(self, message: str, *, problem: bool = False) -> None:
        """Say something that is true anywhere, for a while."""
        self.messages.say(message, problem=problem)

    def say_here(self, message: str, *, problem: bool = False) -> None:
        """Say something of this very place, until another one is gone to."""
        self.messages.say_here(message, problem=problem)

    def fail(self, error: TuinewsError) -> None:
        """Say what failed; remember since when there is no network."""
        self.messages.fail(error)

    def fail_here(self, error: TuinewsError) -> None:
        """Say what failed with the article that is meant here."""
        self.messages.fail_here(error)

    def show_open(self, shown: ReaderState) -> None:
        """Show the open article as it is now; behind a preview, which it does not take the place of."""
        if self.preview.entry_id is None:
            self.reader_state = shown
        else:
            self.preview.covered = shown

    def end_preview(self) -> None:
        """Show the open article again, where it was left."""
        covered = self.preview.end()
        if covered is not None:
            self.reader_state = covered
        elif self.open_id is None:
            self.reader_state = ReaderState()
            self.tell_empty_reader()

    @property
    def target_id(self) -> int | None:
        """The entry that a key means: the open article in the reader, else the one under the cursor."""
        if self.at is PaneName.READER and self.open_id is not None:
            return self.open_id
        return self.entry_list.current

    @property
    def target_row(self) -> EntryRow | None:
        """The row of the entry that a key means, None if there is none."""
        target_id = self.target_id
        if target_id is None:
            return None
        row = self.entry_list.row(target_id)
        return self.opened.row if row is None and target_id == self.open_id else row

    async def write_again(self, library: LibraryProtocol) -> None:
        """Say so where a library that could only be read can be written again."""
        if library.read_only and await library.write_again():
            self.notices = all_notices(self.context, self.keymap, library)
            self.say(_(messages.WRITABLE_AGAIN))

    def _take_back(self) -> None:
        """Show the rows as the library has them: a mark that was shown at once could not be kept."""
        self.entry_list.ask_again()
        self.reloading.reload()
        self.work.beside(self.write_again)

    def tell_empty_reader(self) -> None:
        """Say what to do while no article is open, nor about to be opened again."""
        if self.open_id is None and self.preview.entry_id is None and not self._may_return:
            # In an empty library the list says all that there is to say.
            notes = states.nothing_open(self.keymap) if self.sources else ()
            self.reader_state = replace(self.reader_state, notes=notes)

    @property
    def _may_return(self) -> bool:
        return self.begins and self.settings.resume and self.panes.last.open_id is not None

    def tell_refresh_error(self) -> None:
        """Say why the source that is listed could not be refreshed, for as long as it is listed."""
        source = source_of(self.view, self.sources)
        refresh_error = states.last_refresh_failed(source.error) if source and source.error else ""
        if refresh_error != self.status.refresh_error:
            self.status = replace(self.status, refresh_error=refresh_error)
        self.counting.tell_account()

    def row_in_sight(self, entry_id: int) -> bool:
        """Whether the list shows the row of an entry."""
        return self.rooms.in_sight(PaneName.LIST) and self.entry_list.shows(entry_id)

    @property
    def place(self) -> ScreenPlace:
        """Where the reader is now; no entry under the cursor while the view is not listed yet."""
        current = self.entry_list.current if self.listed_entries.view == self.view else None
        return ScreenPlace(self.view, self.open_id, current)

    @property
    def last_refreshed(self) -> datetime | None:
        """When a source was last refreshed by way of the network (UTC); the guide, say, needs none."""
        came = (one for one in self.sources if one.url.startswith(_ON_WEB) and not one.error)
        return max((one.last_refresh for one in came if one.last_refresh), default=None)

    @property
    def library_is_empty(self) -> bool:
        """Whether the library has no source, nor is an article of a removed one open."""
        return self.counting.is_done and not self.sources and self.open_id is None

    def change_rows(self, rows: list[EntryRow]) -> None:
        """Show rows as they are from now on, before the library has said so; they stay in the list."""
        self.work.ahead.add(rows)
        self.show_rows(rows)

    def show_rows(self, rows: list[EntryRow]) -> None:
        """Show rows as they are from now on; they stay in the list."""
        self.listing.sticky_ids.update(row.id for row in rows)
        self.opened.row = next((row for row in rows if row.id == self.open_id), self.opened.row)
        self.entry_list.give_rows(rows)
        for row in rows:
            if row.id == self.annotations.entry_id and row.note != self.annotations.note:
                self.annotations = replace(self.annotations, note=row.note)
        self.title_reader()

    def title_reader(self) -> None:
        """Name the article's source, and the tags that it has."""
        raise NotImplementedError

    def take_keymap(self, keymap: Keymap) -> None:
        """Go by other keys, and name them in all that names keys."""
        raise NotImplementedError

    def take_looks(self) -> None:
        """Be for a screen reader, or for those who see."""
        raise NotImplementedError

    def say_anew(self) -> None:
        """Say all that is on the screen in the language that was just chosen."""
        raise NotImplementedError

    def watch_at(self) -> None:
        """Show the pane that the keys are in, and give it the keys."""
        raise NotImplementedError

    def watch_find_query(self) -> None:
        """Say no longer what was found once the find is over."""
        if not self.find_query and self.status.message == self.said.of_matches:
            self.say("")

    def go(self, choice: str | View | None) -> None:
        """Do what was chosen by its name: a command by its id, or a view to list."""
        if isinstance(choice, View):
            if not self.rooms.in_sight(PaneName.LIST):
                self.at = PaneName.LIST
            self.listing.visit(choice)
        elif choice is not None:
            self.call_next(self.run_action, f"screen.run('{choice}')")

    def keep_panes(self) -> None:
        """Remember for the next start how the panes stand, and where reading is."""
        self.session.keep()

    def reveal(self) -> None:
        """Show the panes, which are hidden until the library is open."""
        raise NotImplementedError
