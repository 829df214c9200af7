"""The reading screen's state, once, and what its commands are made of.

The state is reactives that the widgets are bound to; a command changes it here and never touches a widget's
inside. What is listed is in `listing/`, how the panes stand in `panes/`.
"""

import asyncio
from array import array
from dataclasses import replace
from datetime import UTC, datetime

from textual.reactive import var
from textual.timer import Timer

from tuinews.language import _
from tuinews.late import late_imports
from tuinews.model.annotations.highlights import Highlight
from tuinews.model.entry import Enclosure
from tuinews.model.entry_row import EntryRow
from tuinews.model.screen.state import LastPlace, ScreenState
from tuinews.model.view import NOT_HERE, View
from tuinews.ui.app_context import AppContext
from tuinews.ui.keymap import Keymap
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.screens.layout import PaneName
from tuinews.ui.screens.list_notes import source_of
from tuinews.ui.screens.listing.listing_state import RELOAD_AFTER
from tuinews.ui.screens.listing.stories_state import StoriesState
from tuinews.ui.screens.notices_line import all_notices
from tuinews.ui.screens.preview import Preview
from tuinews.ui.screens.reading_trail import ReadingTrail
from tuinews.ui.screens.refresh_turns import RefreshTurns
from tuinews.ui.screens.status_messages import ScreenPlace
from tuinews.ui.screens.work_ends import Work, to_its_end
from tuinews.ui.widgets.fields.typed_number import TypedNumber
from tuinews.ui.widgets.layers import Layer
from tuinews.ui.widgets.reader.reader_state import Annotations, NextUp, ReaderState
from tuinews.ui.words import messages, states

with late_imports(__name__):
    from tuinews.model.discovery import Candidate
    from tuinews.model.source_list import SkippedSource
    from tuinews.ui.widgets.pictures.graphics import TerminalGraphics

__all__ = ["RELOAD_AFTER", "ReadingState", "Work"]

_ON_WEB = ("http://", "https://")


class ReadingState(StoriesState, Layer):
    """The state of the reading screen."""

    open_id: var[int | None] = var(None, init=False)
    coming_id: var[int | None] = var(None, init=False)
    reader_state: var[ReaderState] = var(ReaderState, init=False)
    annotations: var[Annotations] = var(Annotations, init=False)
    next_up: var[NextUp | None] = var(None, init=False)
    find_query: var[str] = var("", init=False)
    pictures_shown: var[bool] = var(False, init=False)
    graphics: var[TerminalGraphics | None] = var(None, init=False)
    now: var[datetime] = var(lambda: datetime.now(UTC), init=False)

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
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
        self.open_row: EntryRow | None = None
        """The row of the open article, which the list need not show."""
        self.open_files: tuple[Enclosure, ...] = ()
        """The files that go with the open article."""
        self.refresh_turns = RefreshTurns()
        self.marked_read_id: int | None = None
        """The open entry once it was marked read, which is done once however often it is looked at."""
        self.trail = ReadingTrail()
        self.listed_on_page: Candidate | None = None
        """The list that the page behind a followed link announces, which the next key may add."""
        self.settings_lock = asyncio.Lock()
        """Held while the settings file is written: one change after another."""
        self.matches_message = ""
        self.query_mistake = ""
        """What was said of the matches of the last find, so that it goes with it."""
        self.preview = Preview()
        self.passed: set[int] = set()
        """The entries that the cursor passed and that are marked read when `passing_timer` ends."""
        self.passing_timer: Timer | None = None
        self.query_to_save = ""
        """The search for which a name is being typed."""
        self.to_tag: array[int] = array("q")
        """The entries for which tags are being typed."""
        self.unsaved_notes: dict[int, str] = {}
        """Notes that were typed and could not be kept, by entry."""
        self.passage_to_show: Highlight | None = None
        """The highlight to go to as soon as its article is open."""
        self.graphics_asked = False
        """Whether the terminal was asked if it draws pictures itself; `graphics_known` once that is decided."""
        self.graphics_known = asyncio.Event()

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
        """The row of the entry that a key means, None where there is none."""
        target_id = self.target_id
        if target_id is None:
            return None
        row = self.entry_list.row(target_id)
        return self.open_row if row is None and target_id == self.open_id else row

    @property
    def has_selected(self) -> bool:
        """Whether rows of the list are selected, which keys mean then."""
        return self.at is PaneName.LIST and len(self.entry_list.selected_rows) > 0

    def take_selected(self) -> "array[int]":
        """The entries that are selected in the list, which are so no longer; none where none are."""
        if not self.has_selected:
            return array("q")
        rows = self.entry_list.selected_rows
        ids = self.listed_entries.ids[rows.start : rows.stop]
        self.select_from(None)
        return ids

    def select_from(self, entry_id: int | None) -> None:
        """Begin to select rows of the list at an entry; None ends it."""
        self.entry_list.select_from(entry_id)
        self.tell_selected()

    def tell_selected(self) -> None:
        """Say that rows are selected, for as long as keys mean them."""
        count = len(self.entry_list.selected_rows) if self.at is PaneName.LIST else 0
        selected = ""
        if count and self.screen_reader:
            selected = messages.selecting_rows(self.keymap)
        elif count:
            selected = messages.rows_selected(count, self.keymap)
        if selected != self.status.selected:
            self.status = replace(self.status, selected=selected)

    async def write_again(self, library: LibraryProtocol) -> None:
        """Say so where a library that could only be read can be written again."""
        if library.read_only and await library.write_again():
            self.notices = all_notices(self.context, self.keymap, library)
            self.say(_(messages.WRITABLE_AGAIN))

    def _take_back(self) -> None:
        super()._take_back()
        self.beside(self.write_again)

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
        self.tell_account()

    async def all_between(self, chosen: "array[int]") -> "array[int]":
        """The ids that were chosen; where some of them were not known yet, all between the ends, once they are."""
        if NOT_HERE not in chosen:
            return chosen
        await self.ended(Work.LIST)
        first, last = (self.listed_entries.index(end) for end in (chosen[0], chosen[-1]))
        if first is None or last is None:
            return array("q", filter(None, chosen))
        return self.listed_entries.ids[first : last + 1]

    def row_in_sight(self, entry_id: int) -> bool:
        """Whether the list shows the row of an entry."""
        return self.in_sight(PaneName.LIST) and self.entry_list.shows(entry_id)

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
        return self._counted and not self.sources and self.open_id is None

    def change_rows(self, rows: list[EntryRow]) -> None:
        """Show rows as they are from now on, before the library has said so; they stay in the list."""
        self._ahead.add(rows)
        self.show_rows(rows)

    def show_rows(self, rows: list[EntryRow]) -> None:
        """Show rows as they are from now on; they stay in the list."""
        self.sticky_ids.update(row.id for row in rows)
        self.open_row = next((row for row in rows if row.id == self.open_id), self.open_row)
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
        opened = self._library
        self.panes = await opened.screen_state()
        view = self.view = self.arranged(await self._last_view(opened))
        await to_its_end(self._ends.begin(Work.LIST), lambda: self._list(opened, view))

    async def _last_view(self, library: LibraryProtocol) -> View:
        """What was listed when the last session ended, as far as it is still there."""
        last = self.panes.last
        if not self.settings.resume:
            return self.view
        self.row_to_return = last.entry_id
        if last.saved_id is not None and any(one.id == last.saved_id for one in await library.views()):
            self.source_filter = last.filter
            return replace(self.view, saved_id=last.saved_id, filter=last.filter)
        if last.source_id is None and last.folder is None:
            return replace(self.view, filter=last.filter)
        sources = await library.sources()
        there = any(
            source.id == last.source_id if last.source_id is not None else source.is_in(last.folder or "")
            for source in sources
        )
        if not there:
            return self.view
        self.source_filter = last.filter
        return replace(self.view, source_id=last.source_id, folder=last.folder, filter=last.filter)

    @property
    def screen_left(self) -> ScreenState:
        """How the screen is now, for the next start."""
        view = self.view if self.view.query is None else self.view_before_search or View()
        last = LastPlace(
            view.source_id,
            view.folder,
            view.filter,
            None if self.view.query else self.entry_list.current,
            self.open_id,
            self.at.value,
            view.saved_id,
        )
        return replace(self.panes, last=last)

    def keep_panes(self) -> None:
        """Remember for the next start how the panes stand, and where reading is."""
        left = self.screen_left
        if self.library is not None:
            self.beside(lambda library: library.keep_screen_state(left))
