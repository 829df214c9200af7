"""Fetched pages are read off the screen's thread: on a thread, and in processes as soon as there are many."""

import asyncio
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from typing import ParamSpec, TypeVar

from tuinews.errors import ExtractError, TuinewsError
from tuinews.language import _
from tuinews.library.offline.allowance import Allowance
from tuinews.library.source_access.source_fetcher import SourceFetcher
from tuinews.library.workers.pool import WorkerPool
from tuinews.library.workers.priority import usable_cores
from tuinews.model.page import Page
from tuinews.model.refresh import FetchAhead
from tuinews.web.fetcher import Fetcher

P = ParamSpec("P")
R = TypeVar("R")

_PAGES_BEFORE_WORKERS = 12
"""Pages in one run from which processes read them: to start one costs as much time as some twenty pages."""

_REST = 2.0
"""Seconds without a page that end a run."""

_LIGHT = 300_000
"""Bytes of a feed that a thread reads in a process without a screen: such a one takes 50 ms at most."""

_MOST_WORKERS = 4
"""Processes that read pages, however many cores there are."""


class Backlog:
    """The pages that wait to be read. A fast network brings a thousand pages of 15 MB before a few are read; so
    nothing more is asked for while `most` are waiting.
    """

    def __init__(self, most: int = 8) -> None:
        self._most, self._waiting = most, 0
        self._has_room = asyncio.Event()
        self._has_room.set()

    async def room(self) -> None:
        """Waits until there is room for another page."""
        await self._has_room.wait()

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """One page waits, or is being read, for the length of the block."""
        self._change(1)
        try:
            yield
        finally:
            self._change(-1)

    def _change(self, by: int) -> None:
        self._waiting += by
        if self._waiting < self._most:
            self._has_room.set()
        else:
            self._has_room.clear()


class _Run:
    """Pages that are read one after the other, without a rest between them; while one is read, or is known to
    come, there is none, however long a network or the start of a process takes.
    """

    def __init__(self, rest: float) -> None:
        self._rest = rest
        self._pages, self._expected, self._last, self._under_way = 0, 0, 0.0, 0

    @property
    def is_long(self) -> bool:
        """Whether it is worth starting processes: many pages came, or are known to come."""
        return max(self._pages, self._expected) > _PAGES_BEFORE_WORKERS

    def page(self) -> None:
        """Count one more page that came."""
        self._go_on()
        self._pages += 1

    @contextmanager
    def lasting(self) -> Iterator[None]:
        """There is no rest within the block."""
        self._under_way += 1
        try:
            yield
        finally:
            self._under_way -= 1
            self._last = time.monotonic()

    def expect(self, pages: int) -> None:
        """So many more pages are known to come."""
        self._go_on()
        self._expected += pages

    def _go_on(self) -> None:
        now = time.monotonic()
        if not self._under_way and now - self._last > self._rest:
            self._pages = self._expected = 0
        self._last = now


class Extraction:
    """The network and the extractors, each off the screen's thread.

    Extraction is pure Python, so a thread that reads page after page takes turns with the screen's, and keys wait.
    The first pages of a run, and what somebody waits for, are read on a thread at once; the rest of a long run by
    processes, which leave the interpreter to the screen and use every core
    (docs/decisions/0013-extraction-processes.md). `backlog` holds the fetcher back, where it has one; `has_screen`
    says whether keys wait for this process; `rest` are the seconds without a page that end a run.
    """

    def __init__(
        self,
        fetcher: Fetcher,
        backlog: Backlog | None = None,
        workers: WorkerPool | None = None,
        rest: float = _REST,
    ) -> None:
        self.fetcher = fetcher
        self.source_fetcher = SourceFetcher(fetcher)
        self.closed = False
        self.has_screen = False
        self._backlog = backlog or Backlog()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="extract")
        self._workers = workers or WorkerPool(min(usable_cores(), _MOST_WORKERS))
        self._run = _Run(rest)

    def leave_a_core(self) -> None:
        """Have one reader fewer than there are cores, but one at least: somebody presses keys beside them."""
        self._workers.be_content_with(max(1, usable_cores() - 1))

    def allowance(self, ahead: FetchAhead) -> Allowance:
        """An allowance that begins now."""
        return Allowance(ahead, lambda: self.source_fetcher.received)

    async def extract(self, read: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """What `read` makes of its arguments: a function of a module, since a process may be told to call it.

        Raises ExtractError for whatever an extractor could not bear: a page made to break it ends no refresh.
        """
        self._run.page()
        with self._run.lasting():
            if self._run.is_long:
                return await self._on(self._workers.threads, lambda: self._workers.run(read, *args, **kwargs))
            return await self._on(self._thread, lambda: read(*args, **kwargs))

    async def extract_feed(self, read: Callable[[Page], R], page: Page) -> R:
        """The same for the answer of a feed: on the thread, where this process draws no screen and it is not long.

        A feed of fifty entries takes 5 ms, and to send it to a process and its entries back takes a third of that
        here, and as much again there.
        """
        is_light = not self.has_screen and len(page.body) <= _LIGHT
        return await (self.extract_at_once if is_light else self.extract)(read, page)

    def expect(self, pages: int) -> None:
        """So many pages are about to be fetched: where they are many, processes read them from the first on."""
        self._run.expect(pages)

    @contextmanager
    def expecting(self, pages: int) -> Iterator[None]:
        """The same for the length of the block, in which they come."""
        self._run.expect(pages)
        with self._run.lasting():
            yield

    async def extract_at_once(self, read: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """The same for a page that somebody waits for: never behind a refresh, nor for a process to start."""
        return await self._on(self._thread, lambda: read(*args, **kwargs))

    async def _on(self, executor: Executor, work: Callable[[], R]) -> R:
        with self._backlog.waiting():
            try:
                return await asyncio.get_running_loop().run_in_executor(executor, work)
            except TuinewsError:
                raise
            except Exception as error:
                why = _("it cannot be read ({kind})", kind=type(error).__name__)
                raise ExtractError(_("the page"), why, _("please report its address")) from error

    async def close(self) -> None:
        """Close the connections, end the thread and the processes."""
        self.closed = True
        await self.fetcher.close()
        self._thread.shutdown(wait=False, cancel_futures=True)
        self._workers.close()
