"""Where a feed lives now: at the address that it says itself, or at the one that its page announces."""

from tuinews.address import host_of, source_key
from tuinews.errors import TuinewsError
from tuinews.library.extraction import Extraction
from tuinews.library.listings import FetchedListing, named_listing_of
from tuinews.library.sources.discovery import feeds_announced_by
from tuinews.library.store_thread import StoreThread
from tuinews.model.source import Source
from tuinews.store.store import Store
from tuinews.web.page_request import Accept, OversizePolicy, PageRequest


class Moves:
    """Finds feeds at new addresses. Never where another source lives, nor where nothing is listed."""

    def __init__(self, store: StoreThread, extraction: Extraction) -> None:
        self._store, self._extraction = store, extraction

    async def look(self, source: Source, address: str) -> FetchedListing:
        """What lies at another address of a source; raises FetchError, ExtractError."""
        wanted = PageRequest(address, source.typed_url, accept=Accept.FEED, excess=OversizePolicy.CUT)
        page = await self._extraction.source_fetcher.page(source, wanted)
        return await self._extraction.extract(named_listing_of, page)

    async def said_by(self, source: Source, fetched: FetchedListing) -> FetchedListing | None:
        """The feed at the address to which a feed says that it moves; each such address is tried once."""
        there = fetched.listing.moved_to
        if there is None or source_key(there) in (source_key(source.url), source_key(fetched.page.url)):
            return None
        key = f"said to move:{source.id}"
        if await self._store(Store.state, key) == there:
            return None
        await self._store(Store.keep_state, key, there)
        return await self._feed_at(source, there)

    async def announced_by(self, source: Source, page: FetchedListing) -> FetchedListing | None:
        """The feed that the page of a dead one announces now; one is tried, the likeliest."""
        here = source_key(source.url)
        others = [feed.url for feed in feeds_announced_by(page) if source_key(feed.url) != here]
        return await self._feed_at(source, others[0]) if others else None

    async def announced_in_place(self, source: Source, page: FetchedListing) -> FetchedListing | None:
        """The feed that a page announces which came in the place of a feed, where it is of the same host: what a
        network shows that wants a sign-in is none of the source's.
        """
        is_own = source.kind.traits.has_page_beside and host_of(page.page.url) == host_of(source.url)
        return await self.announced_by(source, page) if is_own else None

    async def _feed_at(self, source: Source, address: str) -> FetchedListing | None:
        """The feed at an address, None if there is none that lists anything."""
        known = await self._store(Store.source_of_address, address)
        if known is not None:
            return None
        try:
            found = await self.look(source, address)
        except TuinewsError:
            return None
        return None if found.kind.traits.is_web_page or not found.listing.entries else found
