"""What needs the network or an extractor. Imported at its first use: it brings httpx and selectolax with it."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from tuinews.errors import StoreError
from tuinews.extract.article.selectors.selectors import check_selectors
from tuinews.library.accounts.account_services import AccountServices
from tuinews.library.accounts.concurrent_sync import ConcurrentSync
from tuinews.library.accounts.server_texts import ServerTexts
from tuinews.library.articles.alternatives import AlternativeTexts
from tuinews.library.articles.feed_texts import FeedTexts
from tuinews.library.articles.links import LinkFollower
from tuinews.library.articles.opening import ArticleOpener
from tuinews.library.articles.pages.selector_rules import SelectorRules, sound
from tuinews.library.articles.pages.standalone import keep_page
from tuinews.library.articles.pictures import PictureKeeper
from tuinews.library.articles.prefetch import Prefetch
from tuinews.library.downloads.queue import DownloadQueue
from tuinews.library.extraction import Backlog, Extraction
from tuinews.library.host_pauses import KeptPauses
from tuinews.library.offline.packing import Packing
from tuinews.library.refreshing.background import BackgroundRefresher
from tuinews.library.saved.importing import SavedImporter
from tuinews.library.sources.adding import SourceAdder
from tuinews.library.sources.discovery import typed_address
from tuinews.library.sources.older_entries import OlderEntries
from tuinews.library.sources.refresh import Refresher
from tuinews.library.sources.refresh_tally import Report
from tuinews.library.store_thread import StoreThread, utc_now
from tuinews.model.accounts.account import Account
from tuinews.model.accounts.sync_result import SyncResult
from tuinews.model.article import SelectorRule
from tuinews.model.kept_article import KeptArticle
from tuinews.model.refresh import FetchAhead, RefreshResult
from tuinews.model.source import Source
from tuinews.model.source_list import SkippedSource
from tuinews.settings import Settings
from tuinews.store.store import Store
from tuinews.subscriptions.subscription_list import ListedSource
from tuinews.web.fetcher import Fetcher
from tuinews.web.limits import Limits


class OnlineServices:
    """What the library does with the network: refreshes, reads, adds."""

    def __init__(self, store: StoreThread, extraction: Extraction, settings: Settings) -> None:
        self._store, self._extraction, self._settings = store, extraction, settings
        self.reading = ArticleOpener(store, extraction, SelectorRules(settings.repairs))
        self.alternatives = AlternativeTexts(store, self.reading)
        self.pictures = PictureKeeper(store, extraction, settings)
        self.keeping = Prefetch(store, self.reading, self.pictures)
        self.saved = SavedImporter(store, extraction)
        self.accounts = AccountServices(store, extraction.fetcher.ask)
        self.accounts.use(settings.refresh_minutes)
        self.links = LinkFollower(store, extraction, self.reading)
        self.refresher = Refresher(store, extraction, self.reading, self.keeping, settings.refresh_minutes)
        self._background: BackgroundRefresher | None = None
        self._own_texts = FeedTexts(store, self.reading)
        self.adding = SourceAdder(store, extraction, self.refresher, self._own_texts)
        self._downloads: DownloadQueue | None = None
        self._server_texts = ServerTexts(store, self._own_texts)
        self.older = OlderEntries(store, extraction, self._own_texts)

    @classmethod
    async def open(cls, store: StoreThread, settings: Settings) -> "OnlineServices":
        """The services, with a fetcher that knows which hosts asked for a pause."""
        limits = Limits(per_host=settings.requests_per_host, total=settings.requests_in_all)
        backlog = Backlog()
        shared = KeptPauses(store)
        fetcher = Fetcher(limits, pauses=await store(Store.pauses), room=backlog.room, shared_pauses=shared)
        return cls(store, Extraction(fetcher, backlog), settings)

    def refresh_apart(self) -> None:
        """Have a process of its own refresh many sources from now on, so that no key waits for it."""
        self._extraction.has_screen = True
        self.leave_a_core()
        if self._background is None:
            self._background = BackgroundRefresher(self._store, self._extraction, self.refresher, self._settings)

    def leave_a_core(self) -> None:
        """Leave a core to a screen while pages are read."""
        self._extraction.leave_a_core()

    def use(self, settings: Settings) -> None:
        """Go by other settings from now on."""
        self._settings = settings
        self.reading.use(SelectorRules(settings.repairs))
        self.pictures.use(settings)
        self.refresher.rhythms.use(settings.refresh_minutes)
        self.accounts.use(settings.refresh_minutes)
        if self._downloads is not None:
            self._downloads.use(settings)
        if self._background is not None:
            self._background.use(settings)

    async def refresh(
        self,
        sources: Sequence[Source],
        articles: int | None,
        report: Report,
        *,
        due_only: bool,
        accounts: Sequence[Account] = (),
        ahead: FetchAhead = FetchAhead(),  # noqa: B008 - frozen, so safely shared
    ) -> RefreshResult:
        """Refresh `sources` (those that are due), and keep `articles` of each (None: as the settings say).

        Of those that were added since the last refresh the articles are kept too. Accounts are synced beside them.
        """
        now = utc_now()
        if due_only:
            due = await self.accounts.due()
            accounts = [one for one in due if one in accounts]
        chosen = [s for s in sources if s.is_due(now)] if due_only else list(sources)
        added = self.adding.take_added(but=chosen)

        def kept(source: Source) -> int:
            return self._kept(source, articles)

        refresher = self._background or self.refresher
        if not accounts:
            return await refresher.refresh(chosen, kept, report, added, ahead)
        beside = ConcurrentSync(self._store, self.accounts, accounts, report)
        async with beside:
            result = await refresher.refresh(chosen, kept, beside.report, added, ahead)
        changed = await self._keep_texts(beside.results)
        again = await refresher.refresh([], kept, beside.report, changed, ahead.after(result.received))
        return beside.joined(result, again)

    async def sync(self, accounts: Sequence[Account]) -> list[SyncResult]:
        """Bring accounts into step, and keep the texts that their servers gave."""
        async with ConcurrentSync(self._store, self.accounts, accounts, lambda _: None) as beside:
            pass
        await self._keep_texts(beside.results)
        return beside.results

    async def _keep_texts(self, synced: Sequence[SyncResult]) -> list[Source]:
        """Keep the whole texts among those that servers gave; the sources that got something new."""
        ids = {source_id for one in synced for source_id in one.changed}
        await self._server_texts.keep()
        return [source for source in await self._store(Store.sources) if source.id in ids]

    async def open_article(self, entry_id: int) -> KeptArticle:
        """The article of an entry, kept or fetched; see `ArticleOpener.open`."""
        await self._server_texts.look_at(entry_id)
        return await self.reading.open(entry_id)

    def packing(self, ahead: FetchAhead, *, is_offline: bool) -> Packing:
        """What takes unread articles along, as far as `ahead` allows."""
        return Packing(self._store, self.reading, self.pictures, self._extraction.allowance(ahead), is_offline)

    def _kept(self, source: Source, asked: int | None) -> int:
        """How many of the newest texts of a source are kept: what was asked for, its own option, the settings."""
        if asked is not None:
            return asked
        own = source.options.articles
        return self._settings.articles_per_source if own is None else own

    def download_queue(self, tell: Callable[[], None]) -> DownloadQueue:
        """What brings the files that go with articles; `tell` is called whenever something moves."""
        fetcher = self._extraction.source_fetcher
        self._downloads = self._downloads or DownloadQueue(self._store, fetcher, self._settings, tell)
        return self._downloads

    async def fetch_again(self, entry_id: int) -> KeptArticle:
        """The article of an entry, and the versions of its text, from its page as it is now."""
        self.alternatives.forget()
        return await self.reading.fetch(entry_id)

    def check(self, rule: SelectorRule | None) -> None:
        """Raises ExtractError for a selector rule whose CSS selectors are invalid."""
        check_selectors(rule or SelectorRule())

    async def sound(self, sources: Sequence[ListedSource]) -> tuple[list[ListedSource], list[SkippedSource]]:
        """The sources of a list, without the rules that are invalid; those are named."""
        return await self._extraction.extract_at_once(sound, sources)

    async def read_address(self, typed: str) -> KeptArticle:
        """Fetch a page that no source lists, and keep it. Raises FetchError, ExtractError, StoreError."""
        address = typed_address(typed)
        article, fetched = await self.reading.page_of(address, address)
        return await keep_page(self._store, replace(article, url=address), fetched)

    async def keep_page(self, entry_id: int, path: Path) -> KeptArticle:
        """Keep the page in a file as the text of an entry. Raises ExtractError, NotFoundError."""
        self.alternatives.forget()
        return await self.reading.keep_page(entry_id, path)

    async def read_file(self, path: Path) -> KeptArticle:
        """Read a file that holds a page, and keep its article. Raises ExtractError, StoreError."""
        article = await self.reading.file_of(path)
        return await keep_page(self._store, replace(article, url=path.resolve().as_uri()), utc_now())

    async def close(self) -> None:
        """Cancel what is under way and close the connections."""
        # Where nothing can be written (a full disk, a read-only folder), the program still ends in order.
        with suppress(StoreError):
            await self._store(Store.keep_pauses, dict(self._extraction.fetcher.pauses))
        if self._background is not None:
            await self._background.close()
        if self._downloads is not None:
            await self._downloads.close()
        await self.accounts.close()
        await self._server_texts.close()
        await self.reading.close()
        await self.pictures.close()
        await self.alternatives.close()
        await self.older.close()
        await self._extraction.close()
