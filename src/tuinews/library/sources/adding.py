"""Sources are added: what an address is, and the source with its entries in the library."""

import asyncio
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from tuinews.library.articles.feed_texts import FeedTexts
from tuinews.library.articles.links import article_title
from tuinews.library.decoding import text_of
from tuinews.library.extraction import Extraction
from tuinews.library.mail.adding import MailboxAdder, candidate_of
from tuinews.library.mail.mailboxes import typed_mailbox
from tuinews.library.sources.discovery import Discovery, FoundListing, renamed, told_apart, typed_address
from tuinews.library.sources.older_entries import note_next_page
from tuinews.library.sources.refresh import Refresher
from tuinews.library.store_thread import StoreThread, utc_now
from tuinews.model.discovery import AddedSource, DiscoveryResult, Probe
from tuinews.model.page import Page
from tuinews.model.refresh import Refreshed
from tuinews.model.source import NewSource, Source, SourceKind
from tuinews.model.sources.options import USUAL_OPTIONS, SourceOptions
from tuinews.store.store import Store
from tuinews.subscriptions.reading import parse_source_list
from tuinews.subscriptions.subscription_list import SubscriptionList

_FRESH = timedelta(minutes=5)
"""How long what was looked at is as good as fetched."""


class SourceAdder:
    """Looks at addresses and makes sources of them."""

    def __init__(
        self, store: StoreThread, extraction: Extraction, refresher: Refresher, own_texts: FeedTexts
    ) -> None:
        self._store, self._extraction, self._refresher, self._own_texts = store, extraction, refresher, own_texts
        self._mailboxes = MailboxAdder(store, refresher)
        self._added: dict[int, Source] = {}
        self._last_look: tuple[str, FoundListing] | None = None

    def take_added(self, but: Iterable[Source]) -> tuple[Source, ...]:
        """The sources that were added since this was last asked, of which only the articles are missing; those of
        `but` are left out, since they are refreshed as a whole.
        """
        for source in but:
            self._added.pop(source.id, None)
        added, self._added = tuple(self._added.values()), {}
        return added

    async def add(
        self,
        typed: str,
        title: str | None,
        folder: str | None,
        kind: SourceKind | None,
        options: SourceOptions = USUAL_OPTIONS,
    ) -> AddedSource:
        """Find out what an address is and store it with its entries; raises TuinewsError.

        It is asked by `options`, which are the new source's.
        """
        mailbox = await asyncio.to_thread(typed_mailbox, typed) if kind in (None, SourceKind.MAIL) else None
        if mailbox is not None:
            return await self._mailboxes.add(mailbox, title, folder, options)
        address = typed_address(typed)
        found = await self._find(address, kind, options)
        candidate = renamed(told_apart(found.candidate, await self._store(Store.sources)), title)
        listing, page = found.fetched.listing, found.fetched.page
        known = await self._known_at(page)
        url = known.url if known and known.url in _addresses(page) else candidate.url
        new = NewSource(candidate.kind, url, candidate.title, listing.url, folder, address, None, options)
        refreshed = Refreshed(
            listing=listing,
            fetched=page.fetched,
            next_refresh=self._refresher.rhythms.first_due(page, listing),
            etag=page.etag,
            last_modified=page.last_modified,
            kind=candidate.kind,
        )
        source = await self._store(Store.add_listed, new, refreshed, utc_now())
        if source.url == url:
            await note_next_page(self._store, source.id, listing.next_page)
        else:
            source = await self._read_at_home(source, replace(refreshed, url=url))
        await self._own_texts.keep(source.id)
        self._added[source.id] = source
        article = await self._article_at(found) if kind is None else None
        return AddedSource(source, len(listing.entries), known is not None, found.others, article=article)

    async def look(self, typed: str) -> DiscoveryResult:
        """What an address is; nothing is kept. Raises FetchError, ExtractError, NoListError.

        `add` of the same address takes what came, so that one that is looked at first is asked once.
        """
        mailbox = await asyncio.to_thread(typed_mailbox, typed)
        if mailbox is not None:
            return DiscoveryResult(candidate_of(mailbox))
        address = typed_address(typed)
        found = await self._find(address, None, USUAL_OPTIONS)
        self._last_look = address, found
        return DiscoveryResult(found.candidate, await self._article_at(found))

    async def _find(self, address: str, kind: SourceKind | None, options: SourceOptions) -> FoundListing:
        """What stands at an address: as it was looked at a moment ago, else fetched, asked by `options`."""
        looked, self._last_look = self._last_look, None
        if looked and looked[0] == address and kind is None and options == USUAL_OPTIONS:
            age = utc_now() - looked[1].fetched.page.fetched
            if timedelta(0) <= age < _FRESH:
                return looked[1]
        asked_as = Source(0, SourceKind.FEED, "", address, typed_url=address, options=options)
        return await Discovery(self._extraction, asked_as).find(address, kind)

    async def _article_at(self, found: FoundListing) -> str | None:
        """The title of the article that the typed address itself is, None if it is none."""
        if found.typed is None:
            return None
        return await self._extraction.extract_at_once(article_title, found.typed)

    async def _known_at(self, page: Page) -> Source | None:
        """The known source whose address was asked for, however it was spelt, or to which that moved for good."""
        for url in (page.requested, page.moved_to):
            known = await self._store(Store.source_of_address, url) if url else None
            if known:
                return known
        return None

    async def _read_at_home(self, source: Source, elsewhere: Refreshed) -> Source:
        """A known source, refreshed where it lives; where that fails it moves to the spelling that answered."""
        result = await self._refresher.refresh([source], lambda _: 0, lambda _: None)
        if result.failed and not result.offline:
            await self._store(Store.record_listing, source.id, elsewhere)
        return await self._store(Store.source, source.id)

    async def list_at(self, typed: str) -> SubscriptionList:
        """The sources that a list at an address names. Raises FetchError, ExtractError, SourceListError."""
        page = await Discovery(self._extraction).page(typed_address(typed))
        return await self._extraction.extract_at_once(
            parse_source_list, text_of(page.body, page.content_type, page.url)
        )

    async def probe(self, typed: str) -> Probe:
        """What an address provides; nothing is kept. Raises FetchError, ExtractError.

        That of a known source is asked as its options say.
        """
        address = typed_address(typed)
        known = await self._store(Store.source_of_address, address)
        found = await Discovery(self._extraction, known).find(address)
        dates = [entry.published for entry in found.fetched.listing.entries if entry.published]
        newest = max(dates, key=lambda when: when.timestamp, default=None)
        return Probe(found.candidate.kind, found.candidate.title, found.candidate.entries, newest)


def _addresses(page: Page) -> tuple[str | None, ...]:
    """The addresses that a page came from."""
    return page.requested, page.moved_to, page.url
