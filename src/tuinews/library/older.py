"""The older entries of a source: the pages behind its listing, one at a time, when a reader comes to its end."""

import asyncio
from dataclasses import dataclass

from tuinews.address import source_key
from tuinews.errors import ExtractError, FetchError
from tuinews.library.feed_texts import FeedTexts
from tuinews.library.look import Look, Wire, listing_of
from tuinews.library.shelf import Shelf
from tuinews.model.page import NotModified
from tuinews.model.source import Source
from tuinews.store.store import Store
from tuinews.web.accept import Accept
from tuinews.web.urgency import AT_ONCE

_MOST_LOOKS = 3
"""Pages that are asked for at once, where those before bring nothing new."""

_WEAK = 0.5
"""A listing below this confidence is no list of older entries."""


@dataclass(frozen=True, slots=True)
class _Trail:
    """Where the pages behind a listing begin, as the listing says, and where they go on; "" at their end."""

    first: str
    next: str


async def note_next_page(shelf: Shelf, source_id: int, address: str | None) -> None:
    """Remember the page behind a listing; what went further back already stays there: pages only move back."""
    if address is None:
        return
    known = await _trail(shelf, source_id)
    if known is None or (not known.next and known.first != address):
        await _keep(shelf, source_id, _Trail(address, address))


class OlderEntries:
    """Fetches older entries. Work begun for a source is owned here; two who ask share it."""

    def __init__(self, shelf: Shelf, wire: Wire, own_texts: FeedTexts) -> None:
        self._shelf, self._wire, self._own_texts = shelf, wire, own_texts
        self._visited: set[str] = set()
        self._under_way: dict[int, asyncio.Task[int]] = {}

    async def of(self, source: Source) -> int:
        """Keep the entries of the next page that has new ones; how many they are, 0 at the end.

        Raises FetchError where the page cannot be had now.
        """
        task = self._under_way.get(source.id)
        if task is None:
            task = asyncio.create_task(self._fetch(source), name=f"older entries of {source.id}")
            self._under_way[source.id] = task
            task.add_done_callback(lambda done: self._ended(source.id, done))
        return await asyncio.shield(task)

    async def close(self) -> None:
        """End what is under way."""
        tasks = list(self._under_way.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _ended(self, source_id: int, task: "asyncio.Task[int]") -> None:
        self._under_way.pop(source_id, None)
        if not task.cancelled():
            task.exception()  # retrieved, since nobody may be waiting any more

    async def _fetch(self, source: Source) -> int:
        for _ in range(_MOST_LOOKS):
            trail = await _trail(self._shelf, source.id)
            if trail is None or not trail.next:
                return 0
            look = await self._look(source, trail.next)
            after = look.listing.next_page if look else None
            new: list[int] = []
            if look is not None:
                new = await self._shelf(Store.record_older, source.id, look.listing, look.page.fetched)
            if after and source_key(after) in self._visited:
                after = None
            await _keep(self._shelf, source.id, _Trail(trail.first, after or ""))
            if new:
                await self._own_texts.keep(source.id)
                return len(new)
        return 0

    async def _look(self, source: Source, address: str) -> Look | None:
        """What the page at `address` lists; None where it is gone, no list, or the first page again."""
        try:
            page = await self._wire.fetcher.fetch(
                address, trusted=source.typed_url, accept=Accept.LISTING, demand=AT_ONCE
            )
            if isinstance(page, NotModified):
                return None
            look = await self._wire.extract(lambda: listing_of(page))
        except ExtractError:
            return None
        except FetchError as error:
            if error.status in (404, 410):
                return None
            raise
        self._visited |= {source_key(address), source_key(page.url)}
        is_first = source_key(page.url) == source_key(source.url) != source_key(address)
        return None if is_first or look.listing.confidence < _WEAK else look


async def _trail(shelf: Shelf, source_id: int) -> _Trail | None:
    kept = await shelf(Store.state, f"older:{source_id}")
    if kept is None:
        return None
    first, _, after = kept.partition("\n")
    return _Trail(first, after)


async def _keep(shelf: Shelf, source_id: int, trail: _Trail) -> None:
    await shelf(Store.keep_state, f"older:{source_id}", f"{trail.first}\n{trail.next}")
