"""A refresh: fetches, extracts and stores each source, then the pages of its newest articles."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta

from tuinews.address import name_of
from tuinews.errors import ExtractError, FetchError, StoreError, TuinewsError, WallError, is_offline
from tuinews.extract.article.list_wall import said_by
from tuinews.language import _
from tuinews.library.articles.feed_texts import FeedTexts
from tuinews.library.articles.opening import ArticleOpener
from tuinews.library.articles.prefetch import Prefetch
from tuinews.library.extraction import Extraction
from tuinews.library.listings import FetchedListing, listing_of, named_listing_of, renamed_listing_of
from tuinews.library.mail.refreshing import MailboxRefresher
from tuinews.library.replaced_pages import check_still, is_list_of
from tuinews.library.source_access.credentials import is_own
from tuinews.library.sources.claims import Claims
from tuinews.library.sources.moves import Moves
from tuinews.library.sources.older_entries import note_next_page
from tuinews.library.sources.parts import with_parts
from tuinews.library.sources.refresh_tally import RefreshTally, ReplacedSource, Report, UnresolvedSource, reason
from tuinews.library.sources.rhythms import Rhythms
from tuinews.library.sources.schedule import pause_after_failure
from tuinews.library.sources.validators import Conditions
from tuinews.library.store_thread import StoreThread, utc_now
from tuinews.model.page import NotModified, Page
from tuinews.model.refresh import FailedRefresh, Failure, FetchAhead, Refreshed, RefreshResult
from tuinews.model.source import Source
from tuinews.store.store import Store
from tuinews.web.error_messages import network_in_between, no_name_server
from tuinews.web.page_request import Accept, OversizePolicy, PageRequest

_WEAK = 0.5
"""A listing page below this confidence shows a best guess; as the stand-in for a dead feed it is not taken."""

KeptCount = Callable[[Source], int]
"""How many of the newest texts of a source a refresh keeps."""


class Refresher:
    """Refreshes sources, as many at a time as the fetcher allows; one that fails never holds up another."""

    def __init__(
        self, store: StoreThread, extraction: Extraction, reading: ArticleOpener, keeping: Prefetch, minutes: int
    ) -> None:
        self._store, self._extraction, self._keeping = store, extraction, keeping
        self._own_texts = FeedTexts(store, reading)
        self._moves = Moves(store, extraction)
        self.rhythms = Rhythms(store, minutes)
        self._mailboxes = MailboxRefresher(store, extraction, self.rhythms)
        self._claims = Claims(store)
        self._conditions = Conditions(store)

    async def refresh(
        self,
        sources: Sequence[Source],
        articles: KeptCount,
        report: Report,
        added: Sequence[Source] = (),
        ahead: FetchAhead = FetchAhead(),  # noqa: B008 - frozen, so safely shared
    ) -> RefreshResult:
        """Refresh `sources` and keep the pages of the newest entries of each, as many as `articles` says, and what
        is starred.

        `added` are sources that were just looked at: of them only the articles are missing.
        """
        mine = await self._claims.take(sources)
        tally = RefreshTally(
            len(mine),
            report,
            refusal=self._store.store.refusal,
            elsewhere=len(sources) - len(mine),
            allowance=self._extraction.allowance(ahead),
        )
        tally.tell()
        try:
            async with asyncio.TaskGroup() as group:
                for source in mine:
                    group.create_task(self._source(source, articles, tally))
                for source in added:
                    group.create_task(self._keeping.newest(source, articles(source), tally))
        finally:
            with suppress(StoreError):  # a claim ends by itself
                await self._claims.release(mine)
        await self._judge_replaced(tally)
        await self._judge_unnamed(tally)
        if mine and not tally.is_offline and not tally.refusal:
            await self._keeping.starred(tally)
            await self._keeping.wanted_by_rules(tally)
        await self._keeping.pack(tally)
        with suppress(StoreError):  # this process keeps to them in any case
            await self._store(Store.keep_pauses, dict(self._extraction.fetcher.pauses))
        return tally.result()

    async def _source(self, source: Source, articles: KeptCount, tally: RefreshTally) -> None:
        is_reached = True
        try:
            is_reached = await self._listing_or_failure(source, tally)
            await self._own_texts.keep(source.id)
        except StoreError as error:
            tally.unwritten(source, error)
        tally.done += 1
        tally.tell()
        count = articles(source)
        if count and is_reached and not tally.is_offline and not tally.refusal:
            await self._keeping.newest(source, count, tally)

    async def _listing_or_failure(self, source: Source, tally: RefreshTally) -> bool:
        """Whether the source's server answered: where it did not, its articles are not asked for either."""
        if tally.refusal:
            raise tally.refusal
        try:
            await self._listing(source, tally)
        except StoreError:
            raise
        except TuinewsError as error:
            await self._failed(source, error, tally)
            return not isinstance(error, FetchError) or error.status is not None
        return True

    async def _listing(self, source: Source, tally: RefreshTally) -> None:
        if source.kind.traits.is_on_disk:
            await self._mailboxes.refresh(source, tally)
            return
        validators = await self._conditions.of(source)
        wanted = PageRequest(
            source.url,
            source.typed_url,
            etag=validators.etag,
            last_modified=validators.last_modified,
            accept=Accept.LISTING if source.kind.traits.is_web_page else Accept.FEED,
            excess=OversizePolicy.CUT,
        )
        answer = await self._extraction.source_fetcher.fetch(source, wanted)
        if isinstance(answer, NotModified):
            tally.not_modified += 1
            next_refresh = await self.rhythms.after_not_modified(source, answer.fetched, answer.headers)
            etag = answer.etag or source.etag
            await self._store.grouped(Store.record_not_modified, source.id, answer.fetched, next_refresh, etag)
            return
        fetched = await self._read(source, answer)
        fetched = await with_parts(fetched, lambda address: self._moves.look(source, address))
        known = await self._store(Store.last_listed, source.id) if fetched.kind.traits.is_web_page else ()
        try:
            check_still(source, fetched, known)
        except ExtractError as error:
            is_wall = isinstance(error, WallError)
            anew = None if is_wall else await self._moves.announced_in_place(source, fetched)
            if anew is None:
                tally.replaced[source.id] = ReplacedSource(source, error, said_by(fetched.html or ""))
                raise
            await self._record(source, anew, tally, moved_to=anew.page.requested)
            return
        moved = await self._moves.said_by(source, fetched)
        await self._record(source, moved or fetched, tally, moved_to=moved.page.requested if moved else None)

    async def _read(self, source: Source, page: Page) -> FetchedListing:
        # What was added without the network, from a list of addresses, gets its name at its first refresh; a feed
        # may give itself another one.
        is_nameless = source.title in ("", source.url, name_of(source.url))
        if source.kind.traits.is_web_page:
            return await self._extraction.extract(named_listing_of if is_nameless else listing_of, page)
        return await self._extraction.extract_feed(named_listing_of if is_nameless else renamed_listing_of, page)

    async def _record(
        self, source: Source, fetched: FetchedListing, tally: RefreshTally, moved_to: str | None = None
    ) -> None:
        page = fetched.page
        refreshed = Refreshed(
            listing=fetched.listing,
            fetched=page.fetched,
            next_refresh=await self.rhythms.after_listing(source, page, fetched.listing),
            etag=page.etag,
            last_modified=page.last_modified,
            url=self._staying(source, moved_to or await self._moved(source, page)),
            kind=fetched.kind if fetched.kind is not source.kind else None,
        )
        new = await self._store.grouped(Store.record_listing, source.id, refreshed)
        await note_next_page(self._store, source.id, fetched.listing.next_page)
        tally.new_entries += len(new)
        if new:
            await self.rhythms.note_new(source, page, fetched.listing)
            tally.changed.append(source.id)

    def _staying(self, source: Source, moved_to: str | None) -> str | None:
        """Where a source moves, None if it stays: what is secret of it would follow it to another origin."""
        if moved_to and source.options.is_bound_to_origin and not is_own(source, moved_to):
            return None
        return moved_to

    async def _moved(self, source: Source, page: Page) -> str | None:
        """Where the source lives now: a permanent redirect counts once it was seen twice."""
        key = f"moved:{source.id}"
        before = await self._store(Store.state, key) if page.moved_to else None
        if page.moved_to and before != page.moved_to:
            await self._store(Store.keep_state, key, page.moved_to)
            return None
        return page.moved_to

    async def _failed(self, source: Source, error: TuinewsError, tally: RefreshTally) -> None:
        status = error.status if isinstance(error, FetchError) else None
        if self._extraction.closed:
            # The program ends: that says nothing about the source.
            tally.failed.append(Failure(source.id, source.title, source.url, reason(error)))
            return
        if isinstance(error, FetchError) and error.unknown_name:
            tally.unnamed.append(UnresolvedSource(source, error))
            return
        is_lost = status in (404, 410) or isinstance(error, ExtractError)
        if is_lost and await self._fall_back(source, error, tally):
            tally.replaced.pop(source.id, None)
            return
        if source.id in tally.replaced:
            return  # until the others were asked
        await self._note_failure(source, error, tally)

    async def _judge_replaced(self, tally: RefreshTally) -> None:
        """Where all sites were answered with one page, the network wants a sign-in: they are not at fault."""
        is_behind_sign_in = tally.is_behind_sign_in
        with suppress(StoreError):  # the next refresh finds them as they are now
            for one in tally.replaced.values():
                error = network_in_between(one.error.what) if is_behind_sign_in else one.error
                await self._note_failure(one.source, error, tally)
        tally.tell()

    async def _judge_unnamed(self, tally: RefreshTally) -> None:
        """Where no name at all was known, there is no network; else those whose name is not are at fault.

        Nobody typed their addresses just now, so none is told to look for a slip.
        """
        is_away = tally.has_no_names
        with suppress(StoreError):  # the next refresh finds them as they are now
            for one in tally.unnamed:
                error = no_name_server(one.error.what) if is_away else FetchError(one.error.what, one.error.why)
                await self._note_failure(one.source, error, tally)
        tally.tell()

    async def _note_failure(self, source: Source, error: TuinewsError, tally: RefreshTally) -> None:
        why = reason(error)
        tally.failed.append(Failure(source.id, source.title, source.url, why))
        now = utc_now()
        if is_offline(error):
            tally.offline += 1
            if not source.error:  # one that failed is left alone for as long as was said then
                await self._store(Store.set_due, source.id, now)
            return
        asked = timedelta(seconds=error.retry_after or 0) if isinstance(error, FetchError) else timedelta()
        next_refresh = now + pause_after_failure(source, asked)
        if isinstance(error, FetchError) and error.was_not_asked:
            next_refresh = max(now + asked, source.next_refresh or now)
            if not source.error:  # its host's pause is not a failure of its own
                await self._store(Store.set_due, source.id, next_refresh)
                return
        is_gone = isinstance(error, FetchError) and error.status == 410
        await self._store(Store.record_failure, source.id, FailedRefresh(why, now, next_refresh, is_gone))

    async def _fall_back(self, source: Source, error: TuinewsError, tally: RefreshTally) -> bool:
        """The page of a source whose feed died stands in for it, and the source says so.

        A feed that is gone for good (410) is not asked again: its page is the source from then on.
        """
        if not source.kind.traits.has_page_beside or not source.site_url or source.site_url == source.url:
            return False
        if await self._store(Store.source_of_address, source.site_url):
            # The page is a source of its own: what it lists stands there.
            return False
        fetched = await self._page_beside(source, source.site_url)
        if fetched is None:
            return False
        anew = await self._moves.announced_by(source, fetched)
        if anew is not None:
            await self._record(source, anew, tally, moved_to=anew.page.requested)
            return True
        known = await self._store(Store.last_listed, source.id)
        if fetched.listing.confidence < _WEAK or not is_list_of(fetched, known):
            return False
        if isinstance(error, FetchError) and error.status == 410:
            await self._record(source, fetched, tally, moved_to=source.site_url)
        else:
            # Its validators, where it moved and its name are the page's, and not those of the feed.
            stand_in = replace(fetched.page.without_validators(), moved_to=None)
            listing = replace(fetched.listing, title=None)
            await self._record(source, FetchedListing(stand_in, source.kind, listing), tally)
        note = _("its feed is gone ({why}); its page is shown instead", why=error.why)
        next_refresh = await self.rhythms.after_listing(source, fetched.page, fetched.listing)
        failed = FailedRefresh(note, fetched.page.fetched, next_refresh)
        await self._store(Store.record_failure, source.id, failed)
        return True

    async def _page_beside(self, source: Source, address: str) -> FetchedListing | None:
        """What the page of a source lists; None if it cannot be had."""
        try:
            page = await self._extraction.source_fetcher.page(source, PageRequest(address, source.typed_url))
            return await self._extraction.extract(listing_of, page)
        except TuinewsError:
            return None
