"""Who comes first where many wait: a gate of so many places, and a line for each urgency.

What a reader waits for comes before a refresh, and what was wanted and skipped comes last. None that runs is ended
for another: whoever has waited for a slow page once should not wait for it again.
"""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from enum import IntEnum

EXTRA = 2
"""Places beyond the limits, for what a reader waits for: who skips two slow articles sees the third at once.
Browsers make six connections to one host."""


class Urgency(IntEnum):
    """How much somebody wants a page."""

    SKIPPED = 0
    USUAL = 1
    NOW = 2


_FIRST_TO_LAST = tuple(sorted(Urgency, reverse=True))


class Demand:
    """How much a page is wanted, which may change while it waits for its turn: as much as any that wants it."""

    def __init__(self, *urgencies: Urgency) -> None:
        self._held = list(urgencies)
        self._watchers: dict[Callable[[], None], None] = {}

    @property
    def urgency(self) -> Urgency:
        """The greatest urgency that is held; SKIPPED where nobody waits any more."""
        return max(self._held, default=Urgency.SKIPPED)

    @contextmanager
    def held(self, urgency: Urgency) -> Iterator[None]:
        """Somebody wants the page so much for the length of the block."""
        self._held.append(urgency)
        self._tell()
        try:
            yield
        finally:
            self._held.remove(urgency)
            self._tell()

    @contextmanager
    def watched(self, changed: Callable[[], None]) -> Iterator[None]:
        """`changed` is called whenever the urgency may have changed within the block."""
        self._watchers[changed] = None
        try:
            yield
        finally:
            del self._watchers[changed]

    def _tell(self) -> None:
        for changed in tuple(self._watchers):
            changed()


USUAL = Demand(Urgency.USUAL)
"""A page that is fetched ahead of its reader."""

AT_ONCE = Demand(Urgency.NOW)
"""A page that somebody waits for to the end."""


class Gate:
    """So many places, `EXTRA` more for what is wanted now, and a line for each urgency."""

    def __init__(self, places: int) -> None:
        self._places = places
        self._taken = 0
        self._lines: dict[Urgency, OrderedDict[asyncio.Future[None], None]] = {
            urgency: OrderedDict() for urgency in _FIRST_TO_LAST
        }

    @asynccontextmanager
    async def place(self, demand: Demand) -> AsyncIterator[None]:
        """Waits in the line of the demand, changing over when that changes, and holds a place for the block."""
        await self._wait(demand)
        try:
            yield
        finally:
            self._leave()

    async def _wait(self, demand: Demand) -> None:
        place = asyncio.get_running_loop().create_future()
        line = self._lines[demand.urgency]

        def change_over() -> None:
            nonlocal line
            if place in line:
                del line[place]
                line = self._lines[demand.urgency]
                line[place] = None
                self._give()

        line[place] = None
        self._give()
        with demand.watched(change_over):
            try:
                await place
            except asyncio.CancelledError:
                line.pop(place, None)
                if not place.cancelled():  # given in the moment in which its owner went away
                    self._leave()
                raise

    def _leave(self) -> None:
        self._taken -= 1
        self._give()

    def _give(self) -> None:
        for urgency, line in self._lines.items():
            places = self._places + (EXTRA if urgency is Urgency.NOW else 0)
            while line and self._taken < places:
                place, _ = line.popitem(last=False)
                if not place.done():
                    self._taken += 1
                    place.set_result(None)
