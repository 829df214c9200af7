"""The older entries of a source: the next pages of its listing, one at a time, when a reader comes to its end."""

import asyncio

from tuinews.address import source_key
from tuinews.errors import ExtractError, FetchError
from tuinews.library.articles.feed_texts import FeedTexts
from tuinews.library.extraction import Extraction
from tuinews.library.listings import FetchedListing, listing_of
from tuinews.library.replaced_pages import check_older
from tuinews.library.shared_tasks import SharedTasks
from tuinews.library.store_thread import StoreThread
from tuinews.model.source import Source
from tuinews.quick_dataclass import dataclass
from tuinews.store.store import Store
from tuinews.web.page_request import PageRequest
from tuinews.web.urgency import AT_ONCE

_MOST_LOOKS = 3
"""Pages that are fetched at most, one after the other, where those before have nothing new."""

_WEAK = 0.5
"""A listing below this confidence is no list of older entries."""


@dataclass(frozen=True, slots=True)
class _NextPages:
    """The address of a listing's second page, as the listing states it, and of the page to fetch next; "" at the
    end."""

    first: str
    next: str


async def note_next_page(store: StoreThread, source_id: int, address: str | None) -> None:
    """Remember the page behind a listing; what went further back already stays there: pages only move back."""
    if address is None:
        return
    known = await _next_pages(store, source_id)
    if known is None or (not known.next and known.first != address):
        await _keep(store, source_id, _NextPages(address, address))


class OlderEntries:
    """Fetches older entries. It owns the fetches that it begins; two callers for one source share one."""

    def __init__(self, store: StoreThread, extraction: Extraction, own_texts: FeedTexts) -> None:
        self._store, self._extraction, self._own_texts = store, extraction, own_texts
        self._visited: set[str] = set()
        self._under_way = SharedTasks[int, int]()

    async def of(self, source: Source) -> int:
        """Keep the entries of the next page that has new ones; how many they are, 0 at the end.

        Raises FetchError if the page cannot be fetched now.
        """
        task = self._under_way.get(source.id)
        if task is None:
            task = self._under_way.begin(source.id, self._fetch(source), "older entries of")
        return await asyncio.shield(task)

    async def close(self) -> None:
        """Cancel the fetches under way."""
        await self._under_way.close()

    async def _fetch(self, source: Source) -> int:
        for _ in range(_MOST_LOOKS):
            pages = await _next_pages(self._store, source.id)
            if pages is None or not pages.next:
                return 0
            fetched = await self._fetch_listing(source, pages.next)
            if fetched is not None:
                check_older(fetched, await self._store(Store.last_listed, source.id))
            after = fetched.listing.next_page if fetched else None
            new: list[int] = []
            if fetched is not None:
                new = await self._store(Store.record_older, source.id, fetched.listing, fetched.page.fetched)
            if after and source_key(after) in self._visited:
                after = None
            await _keep(self._store, source.id, _NextPages(pages.first, after or ""))
            if new:
                await self._own_texts.keep(source.id)
                return len(new)
        return 0

    async def _fetch_listing(self, source: Source, address: str) -> FetchedListing | None:
        """What the page at `address` lists; None if it is gone, no list, or the first page again."""
        try:
            wanted = PageRequest(address, source.typed_url, demand=AT_ONCE)
            page = await self._extraction.source_fetcher.page(source, wanted)
            fetched = await self._extraction.extract_at_once(listing_of, page)
        except ExtractError:
            return None
        except FetchError as error:
            if error.status in (404, 410):
                return None
            raise
        self._visited |= {source_key(address), source_key(page.url)}
        is_first = source_key(page.url) == source_key(source.url) != source_key(address)
        return None if is_first or fetched.listing.confidence < _WEAK else fetched


async def _next_pages(store: StoreThread, source_id: int) -> _NextPages | None:
    kept = await store(Store.state, f"older:{source_id}")
    if kept is None:
        return None
    first, _, after = kept.partition("\n")
    return _NextPages(first, after)


async def _keep(store: StoreThread, source_id: int, pages: _NextPages) -> None:
    await store(Store.keep_state, f"older:{source_id}", f"{pages.first}\n{pages.next}")
