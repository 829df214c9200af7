"""The one thread on which the store lives, so that no query ever holds up the screen."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from typing import Concatenate, ParamSpec, TypeVar

from tuinews.errors import StoreError
from tuinews.model.opening import OpeningStep, TellStep, tell_nobody
from tuinews.store.store import Store
from tuinews.store.watch import Watch

P = ParamSpec("P")
R = TypeVar("R")


def utc_now() -> datetime:
    """The moment now, UTC."""
    return datetime.now(UTC)


class Shelf:
    """A store and its thread: `await shelf(Store.rows, ids)` runs there and comes back with the answer."""

    def __init__(self, store: Store, thread: ThreadPoolExecutor) -> None:
        self._store, self._thread = store, thread
        self._closed = False

    @classmethod
    async def open(cls, directory: Path, tell: TellStep = tell_nobody) -> "Shelf":
        """Open the library of `directory` on a thread of its own; raises StoreError.

        `tell` is called on the loop's thread with what keeps it. A caller that goes away ends the wait for another
        process, and the mending, of which nothing is left then.
        """
        loop = asyncio.get_running_loop()
        left = Event()

        def tell_on_loop(step: OpeningStep) -> None:
            with suppress(RuntimeError):  # the loop ended meanwhile
                loop.call_soon_threadsafe(tell, step)

        def opened() -> Store:
            store = Store.open(directory, utc_now(), Watch(tell_on_loop, left.is_set))
            if left.is_set():
                store.close()
            return store

        thread = ThreadPoolExecutor(1, thread_name_prefix="store")
        try:
            return cls(await loop.run_in_executor(thread, opened), thread)
        except BaseException:
            left.set()
            thread.shutdown(wait=False)
            raise

    async def __call__(
        self, method: Callable[Concatenate[Store, P], R], /, *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Run `method` of the store on its thread. A caller that goes away does not stop what was begun.

        Raises StoreError as the method does, and where the library was closed meanwhile.
        """
        if self._closed:
            raise StoreError("the library", "it is closed")
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, lambda: method(self._store, *args, **kwargs))

    @property
    def store(self) -> Store:
        """The store itself, for what never changes (its notices, whether it is read-only)."""
        return self._store

    async def close(self) -> None:
        """Close the store after everything asked of it is done; closing twice is no error."""
        if self._closed:
            return
        self._closed = True
        await asyncio.get_running_loop().run_in_executor(self._thread, self._store.close)
        self._thread.shutdown(wait=True)
