"""The kinds of work, and when work of a kind ends, for what waits for it."""

import asyncio
from collections.abc import Callable, Coroutine
from enum import StrEnum
from typing import Any


class Work(StrEnum):
    """The kinds of work, each with one worker at a time."""

    LIST = "list"
    SEEK = "seek"
    OPEN = "open"
    ROW = "row"
    FOLLOW = "follow"
    RELOAD = "reload"
    COUNTS = "counts"
    VIEWS = "views"
    REFRESH = "refresh"
    OLDER = "older"
    PREVIEW = "preview"


class WorkCompletion:
    """The ends of the work under way, one a kind."""

    def __init__(self) -> None:
        self._ends: dict[Work, asyncio.Event] = {}

    def begin(self, kind: Work) -> asyncio.Event:
        """The end of work of `kind` that begins now; who waits for what it replaces waits for it instead."""
        before, end = self._ends.get(kind), asyncio.Event()
        self._ends[kind] = end
        if before is not None:
            before.set()
        return end

    def is_under_way(self, kind: Work) -> bool:
        """Whether work of `kind` is being done."""
        end = self._ends.get(kind)
        return end is not None and not end.is_set()

    async def ended(self, kind: Work) -> None:
        """Wait until the work of `kind` that is under way, if any, has ended, and what took its place."""
        while self.is_under_way(kind):
            await self._ends[kind].wait()


async def to_its_end(end: asyncio.Event, job: Callable[[], Coroutine[Any, Any, object]]) -> None:
    """Do `job`, then set its `end`, however it ended."""
    try:
        await job()
    finally:
        end.set()
