"""The two threads on which the store runs: no query holds up the screen, and no write holds up a query."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from typing import Concatenate, ParamSpec, TypeVar, cast

from tuinews.errors import DiskFullError, StoreError
from tuinews.language import _
from tuinews.late import late_imports
from tuinews.library.side_reader import SideReader
from tuinews.model.opening import OpeningStep, TellStep, tell_nobody
from tuinews.store.reader import StoreReader
from tuinews.store.recovery.open_library import open_again
from tuinews.store.recovery.watch import Watch
from tuinews.store.store import Store

with late_imports(__name__):
    from tuinews.library.refreshing.grouped_writes import GroupedWrites
    from tuinews.library.refreshing.writer import Writer

P = ParamSpec("P")
R = TypeVar("R")


_WORTH_A_WAY: tuple[Callable[..., object], ...] = (Store.record_listing, Store.keep_own_texts)
"""What takes longer to write than to be sent to another process."""


def utc_now() -> datetime:
    """The moment now, UTC."""
    return datetime.now(UTC)


class StoreThread:
    """A store and its threads: `await store(Store.rows, ids)` runs there and returns the result.

    Writes have a thread and wait there for another process that writes; questions have another, with a connection
    of its own, and wait for nothing. What was written before a question is asked is in its answer.
    """

    def __init__(self, directory: Path, store: Store, reader: StoreReader | None) -> None:
        self._directory = directory
        self._writes = ThreadPoolExecutor(1, thread_name_prefix="store")
        self._take(store, reader)
        self._report_waiting: Callable[[bool], None] | None = None
        self._grouped: GroupedWrites | None = None
        self._writer: Writer | None = None
        self._opening_again = asyncio.Lock()
        self._closed = False

    def _take(self, store: Store, reader: StoreReader | None) -> None:
        self._store, self._reader = store, reader
        self._questions = ThreadPoolExecutor(1, thread_name_prefix="store-reader") if reader else self._writes
        self._counter = SideReader(store.reader, "store-counter")
        self._lister = SideReader(store.reader, "store-lister")

    @classmethod
    async def open(cls, directory: Path, tell: TellStep = tell_nobody) -> "StoreThread":
        """Open the library of `directory` off the caller's thread; raises StoreError.

        `tell` is called on the loop's thread with each step that takes long. A cancelled caller ends the wait for
        another process, and a repair, which then leaves nothing behind.
        """
        loop = asyncio.get_running_loop()
        left = Event()

        def tell_on_loop(step: OpeningStep) -> None:
            with suppress(RuntimeError):  # the loop ended meanwhile
                loop.call_soon_threadsafe(tell, step)

        def opened() -> tuple[Store, StoreReader | None]:
            store = Store.open(directory, utc_now(), Watch(tell_on_loop, left.is_set))
            try:
                reader = store.reader()
            except BaseException:
                store.close()
                raise
            if left.is_set():
                if reader is not None:
                    reader.close()
                store.close()
            return store, reader

        thread = ThreadPoolExecutor(1, thread_name_prefix="opening")
        try:
            return cls(directory, *await loop.run_in_executor(thread, opened))
        except BaseException:
            left.set()
            raise
        finally:
            thread.shutdown(wait=False)

    async def __call__(
        self, method: Callable[Concatenate[Store, P], R], /, *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Run `method` of the store on its thread. A cancelled caller does not stop what was begun.

        Raises StoreError as the method does, and where the library was closed meanwhile.
        """
        if self._closed:
            raise StoreError(_("the library"), _("it is closed"))
        store, thread = self._store, self._writes
        if self._reader is not None and _is_question(method):
            # A question is a method of StoreReader alone, so a reader is enough of a store for it.
            store, thread = cast(Store, self._reader), self._questions
        return await asyncio.get_running_loop().run_in_executor(thread, lambda: method(store, *args, **kwargs))

    async def grouped(self, method: Callable[Concatenate[Store, P], R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a method that writes, in one transaction with others that wait (`GroupedWrites`); it is kept when
        this returns. For what nobody did by hand; as `__call__` in all else.
        """
        if self._writer is not None and not self._closed and method in _WORTH_A_WAY:
            answer = await self._writer.write(self._directory, method, args, kwargs)
            if answer is not None:
                return cast(R, answer.value)
        writes = self._grouped = self._grouped or GroupedWrites()
        write = writes.add(lambda store: method(store, *args, **kwargs))
        try:
            return cast(R, await self(lambda store: writes.do(store, write)))
        finally:
            writes.leave(write)

    def write_beside(self, writer: "Writer | None") -> None:
        """Have a process beside this one do what `grouped` is asked for, where it takes long."""
        self._writer = writer

    async def beside(
        self, method: Callable[Concatenate[StoreReader, P], R], /, *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Ask what is counted by walks over many entries, on a thread and a connection of their own, so that it
        holds up no other question. Raises StoreError as `__call__` does.
        """
        return await self._aside(self._counter, method, *args, **kwargs)

    async def whole_list(
        self, method: Callable[Concatenate[StoreReader, P], R], /, *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Ask for a list to its end, on another such thread, which counts do not hold up."""
        return await self._aside(self._lister, method, *args, **kwargs)

    async def _aside(
        self, side: SideReader, method: Callable[Concatenate[StoreReader, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> R:
        if self._reader is None or self._closed:
            return await self(cast("Callable[Concatenate[Store, P], R]", method), *args, **kwargs)
        return await side(method, *args, **kwargs)

    def report_waiting(self, report: Callable[[bool], None]) -> None:
        """Have `report` called, on the loop, with True when a write waits for another process for more than a
        second, with False when that is over.
        """
        loop = asyncio.get_running_loop()

        def from_thread(waits: bool) -> None:
            with suppress(RuntimeError):  # the loop has ended
                loop.call_soon_threadsafe(report, waits)

        self._report_waiting = from_thread
        self._store.report_waiting(from_thread)

    async def write_again(self) -> bool:
        """Open a library anew that can only be read since its disk was full; whether it can be written now.

        What is asked meanwhile is answered by the one that can be read.
        """
        async with self._opening_again:
            if self._closed or not isinstance(self._store.refusal, DiskFullError):
                return False
            loop = asyncio.get_running_loop()
            store, reader = await loop.run_in_executor(self._writes, self._opened_again)
            if store is None:
                return False
            before = self._store
            self._take(store, reader)
            if self._report_waiting is not None:
                store.report_waiting(self._report_waiting)
            # In line behind all that was asked of it.
            await loop.run_in_executor(self._writes, before.close)
            return True

    def _opened_again(self) -> tuple[Store | None, StoreReader | None]:
        now = utc_now()
        opened = open_again(self._directory, now, Watch())
        if opened is None:
            return None, None
        try:
            store = Store.begun(opened, self._directory, now)
            return store, store.reader()
        except StoreError:  # no room for its next session: what was read goes on
            opened.database.close()
            return None, None

    @property
    def directory(self) -> Path:
        """The folder of the library."""
        return self._directory

    @property
    def store(self) -> Store:
        """The store itself, for what hardly changes (its notices, whether it is read-only)."""
        return self._store

    async def close(self) -> None:
        """Close the store after everything asked of it is done; closing twice is not an error."""
        if self._closed:
            return
        async with self._opening_again:
            self._closed = True
        loop = asyncio.get_running_loop()
        await self._counter.close()
        await self._lister.close()
        if self._reader is not None:
            # Before the store: its connection, the last one, takes the WAL into the library.
            await loop.run_in_executor(self._questions, self._reader.close)
            self._questions.shutdown(wait=True)
        await loop.run_in_executor(self._writes, self._store.close)
        self._writes.shutdown(wait=True)


def _is_question(method: Callable[..., object]) -> bool:
    return getattr(StoreReader, method.__name__, None) is method
