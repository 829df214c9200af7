"""The one thread on which the store lives, so that no query ever holds up the screen."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from tuinews.errors import StoreError
from tuinews.store.store import Store

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
    async def open(cls, directory: Path) -> "Shelf":
        """Open the library of `directory` on a thread of its own; raises StoreError."""
        thread = ThreadPoolExecutor(1, thread_name_prefix="store")
        try:
            store = await asyncio.get_running_loop().run_in_executor(thread, Store.open, directory, utc_now())
        except BaseException:
            thread.shutdown(wait=False)
            raise
        return cls(store, thread)

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
