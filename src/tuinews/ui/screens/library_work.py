"""The screen's work with the library.

Work that waits for the library runs in workers: one exclusive worker a kind of work, so that the newest key wins.
Work that another key must not end is of a kind of its own, and waits for what it stands on (`ended`). Marks, and
chosen versions of a text, wait in line, since none of them may be lost.
"""

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from functools import partial
from typing import Any, TypeVar

from textual.dom import DOMNode

from tuinews.errors import TuinewsError
from tuinews.language import _
from tuinews.model.entry_row import EntryRow
from tuinews.ui.app_context import Record
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.screens.listing.rows_ahead import RowsAhead
from tuinews.ui.screens.status_messages import StatusMessages
from tuinews.ui.screens.work_completion import Work, WorkCompletion, to_its_end
from tuinews.ui.terminal.worker import begin_worker
from tuinews.ui.words import messages

T = TypeVar("T")

Job = Callable[[LibraryProtocol], Coroutine[Any, Any, object]]
"""Work with the library."""


def _nothing() -> None:
    """Nothing is to be taken back."""


class LibraryWork:
    """The library, once it is open, and the workers that ask it, so that nobody waits for it.

    The workers are those of `node`; what fails is said by `messages`, and a fault of ours kept by `record`.
    `take_back` is called where a mark that was shown at once could not be kept.
    """

    def __init__(
        self, node: DOMNode, messages: StatusMessages, record: Record | None, take_back: Callable[[], None]
    ) -> None:
        self._node, self._messages, self._record, self._take_back = node, messages, record, take_back
        self._marks = asyncio.Lock()
        self._text_lock = asyncio.Lock()
        self._ends = WorkCompletion()
        self.library: LibraryProtocol | None = None
        """The library, None until it is open."""
        self.why_no_library = ""
        self.ahead = RowsAhead()
        """The rows that are shown ahead of the library."""

    def library_or_reason(self) -> LibraryProtocol | None:
        """The library; if there is none, says why: it is still opening, or could not be opened at all."""
        if self.library is None:
            self._messages.say(
                self.why_no_library or _(messages.LIBRARY_OPENING), problem=bool(self.why_no_library)
            )
        return self.library

    def begin(self, kind: Work, job: Job) -> None:
        """Do `job` in the worker of its kind; what was begun there before is let go."""
        library = self.library_or_reason()
        if library is None:
            return
        work = partial(to_its_end, self._ends.begin(kind), lambda: self._guarded(job(library)))
        begin_worker(self._node, work, group=kind.value, exclusive=True)

    def beside(self, job: Job) -> None:
        """Do `job` beside all else; no key ends it."""
        library = self.library_or_reason()
        if library is not None:
            begin_worker(self._node, lambda: self._guarded(job(library)), group="beside")

    def run(self, job: Callable[[], Coroutine[Any, Any, object]], group: str = "default") -> None:
        """Do what opens the library, or has it already, in a worker; what fails in it ends nothing."""
        begin_worker(self._node, lambda: self._guarded(job()), group=group)

    async def until_its_end(self, kind: Work, job: Callable[[], Coroutine[Any, Any, object]]) -> None:
        """Do `job` here, as the work of `kind` that others wait for."""
        await to_its_end(self._ends.begin(kind), job)

    def in_turn(self, job: Job) -> None:
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

    def mark(self, job: Job) -> None:
        """Do `job` after every mark before it, whatever key comes next."""
        library = self.library_or_reason()
        if library is not None:
            ahead = self.ahead.now()
            begin_worker(
                self._node,
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
            self.ahead.kept(ahead)

    async def _guarded(self, job: Coroutine[Any, Any, object], failed: Callable[[], None] = _nothing) -> None:
        try:
            await job
        except TuinewsError as error:
            failed()
            self._messages.fail(error)
        except Exception as error:  # one piece of work that fails must not end the session
            if self._record is None:
                raise
            place = self._record(error)
            self._messages.say(messages.unexpected_error(type(error).__name__, place), problem=True)
