"""The screen's work with the library.

Work that waits for the library runs in workers: one exclusive worker a kind of work, so that the newest key wins.
Work that another key must not end is of a kind of its own, and waits for what it stands on (`ended`). Marks, and
chosen versions of a text, wait in line, since none of them may be lost.
"""

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from functools import partial
from typing import Any, TypeVar

from textual.widget import Widget

from tuinews.errors import TuinewsError
from tuinews.language import _
from tuinews.model.entry_row import EntryRow
from tuinews.ui.app_context import AppContext
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.screens.panes.arranged_screen import ArrangedScreen
from tuinews.ui.screens.rows_ahead import RowsAhead
from tuinews.ui.screens.work_ends import Work, WorkEnds, to_its_end
from tuinews.ui.terminal.worker import begin_worker
from tuinews.ui.widgets.entries.entry_list import EntryList
from tuinews.ui.widgets.layers import Layer
from tuinews.ui.widgets.reader.reader import Reader
from tuinews.ui.widgets.source_list import SourceList
from tuinews.ui.words import messages

T = TypeVar("T")
W = TypeVar("W", bound=Widget)


def _nothing() -> None:
    """Nothing is to be taken back."""


class LibraryWork(ArrangedScreen, Layer):
    """A screen that has a library, once it is open, and asks it without waiting for it."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.context, self.settings, self.keymap = context, context.settings, context.keymap
        self.why_no_library = ""
        self._parts: dict[str, Widget] = {}
        self._library: LibraryProtocol | None = None
        self._marks = asyncio.Lock()
        self._text_lock = asyncio.Lock()
        self._ends = WorkEnds()
        self._ahead = RowsAhead()

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

    def begin(self, kind: Work, job: Callable[[LibraryProtocol], Coroutine[Any, Any, object]]) -> None:
        """Do `job` in the worker of its kind; what was begun there before is let go."""
        library = self.library_or_reason()
        if library is None:
            return
        work = partial(to_its_end, self._ends.begin(kind), lambda: self._guarded(job(library)))
        begin_worker(self, work, group=kind.value, exclusive=True)

    def beside(self, job: Callable[[LibraryProtocol], Coroutine[Any, Any, object]]) -> None:
        """Do `job` beside all else; no key ends it."""
        library = self.library_or_reason()
        if library is not None:
            begin_worker(self, lambda: self._guarded(job(library)), group="beside")

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
            ahead = self._ahead.now()
            begin_worker(
                self,
                lambda: self._guarded(self._in_line(job(library), ahead), failed=self._take_back),
                group="marks",
            )

    async def marks_done(self) -> None:
        """Wait until every mark made so far is kept."""
        async with self._marks:
            pass

    async def _in_line(self, job: Coroutine[Any, Any, T], ahead: Mapping[int, EntryRow]) -> T:
        """Do `job` in its turn; the rows that were shown `ahead` of the library are the library's after it."""
        try:
            async with self._marks:
                return await job
        finally:
            self._ahead.kept(ahead)

    def _take_back(self) -> None:
        """Show the rows as the library has them: a mark that was shown at once could not be kept."""
        raise NotImplementedError

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
