"""Work that several callers may ask for at once: it is done once, and is the library's, not theirs."""

import asyncio
from collections.abc import Coroutine, Hashable
from typing import Any, Generic, TypeVar

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


class SharedTasks(Generic[K, T]):
    """The tasks under way, one for each key; a caller that goes away (`asyncio.shield`) ends none."""

    def __init__(self) -> None:
        self._tasks: dict[K, asyncio.Task[T]] = {}

    def get(self, key: K) -> "asyncio.Task[T] | None":
        """The task of a key, None if none is under way."""
        return self._tasks.get(key)

    def begin(self, key: K, job: Coroutine[Any, Any, T], name: str) -> "asyncio.Task[T]":
        """Begin the task of a key that has none under way."""
        task = self._tasks[key] = asyncio.create_task(job, name=f"{name} {key}")
        task.add_done_callback(lambda done: self._ended(key, done))
        return task

    async def close(self) -> None:
        """Cancel the tasks under way, and wait until they have ended."""
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _ended(self, key: K, task: "asyncio.Task[T]") -> None:
        self._tasks.pop(key, None)
        # Retrieved here so that a task nobody waits for any more never warns of an exception not retrieved.
        if not task.cancelled():
            task.exception()
