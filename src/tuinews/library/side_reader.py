"""A thread with a connection of its own, for questions that take long: they hold up no other."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Concatenate, ParamSpec, TypeVar

from tuinews.store.reader import StoreReader

P = ParamSpec("P")
R = TypeVar("R")


class SideReader:
    """Answers one question after the other; `open_reader` makes its connection, at the first of them."""

    def __init__(self, open_reader: Callable[[], StoreReader | None], name: str) -> None:
        self._open_reader = open_reader
        self._reader: StoreReader | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix=name)

    async def __call__(
        self, method: Callable[Concatenate[StoreReader, P], R], /, *args: P.args, **kwargs: P.kwargs
    ) -> R:
        """Run a question there; where its caller is cancelled, it ends at once, since nobody waits for it."""
        left = Event()

        def answered() -> R:
            self._reader = self._reader or self._open_reader()
            if self._reader is None:
                raise RuntimeError("a library in memory has no second connection")
            with self._reader.while_wanted(lambda: not left.is_set()):
                return method(self._reader, *args, **kwargs)

        try:
            return await asyncio.get_running_loop().run_in_executor(self._thread, answered)
        except asyncio.CancelledError:
            left.set()
            raise

    async def close(self) -> None:
        """Close the connection after what was asked is answered."""
        if self._reader is not None:
            await asyncio.get_running_loop().run_in_executor(self._thread, self._reader.close)
        self._thread.shutdown(wait=True)
