"""The library: everything that a screen or a command may ask.

What needs the network or an extractor is in `OnlineServices`, which is imported at its first use: the screen's
first paint must not wait for httpx and selectolax (docs/decisions/0002-start.md).
"""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import reduce
from importlib import import_module
from pathlib import Path

from tuinews.errors import StoreError
from tuinews.language import _
from tuinews.late import late_imports
from tuinews.library.accounts.library_accounts import LibraryAccounts
from tuinews.library.annotations.library_annotations import LibraryAnnotations
from tuinews.library.articles.library_articles import LibraryArticles
from tuinews.library.articles.repeated_lines import RepeatedLines
from tuinews.library.downloads.library_downloads import LibraryDownloads
from tuinews.library.library_lists import LibraryLists
from tuinews.library.notifications.library_news import LibraryNews
from tuinews.library.pictures import LibraryPictures
from tuinews.library.retention import LibraryRetention
from tuinews.library.saved.library_imports import LibraryImports
from tuinews.library.store_thread import StoreThread, utc_now
from tuinews.model.article import Article, SelectorRule
from tuinews.model.entry_row import EntryRow
from tuinews.model.opening import TellStep, tell_nobody
from tuinews.model.refresh import FetchAhead, RefreshProgress, RefreshResult
from tuinews.model.source import NewSource, Source, SourceKind
from tuinews.model.sources.options import USUAL_OPTIONS, with_option
from tuinews.model.undo.changes import Change, EntriesMarked, EntryMark, QueryChanged, SelectorRuleChanged
from tuinews.model.view import Counts, View
from tuinews.settings import Settings
from tuinews.store.store import Store

with late_imports(__name__):
    from tuinews.library import undo_messages
    from tuinews.library.articles.pages.standalone import keep_pages
    from tuinews.library.articles.pictures import PictureKeeper
    from tuinews.library.downloads.queue import DownloadQueue
    from tuinews.library.online import OnlineServices
    from tuinews.library.refreshing.writer import Writer
    from tuinews.library.sources.edits import changed, folder_path, source_name
    from tuinews.library.sources.schedule import takes_part
    from tuinews.model.discovery import AddedSource, DiscoveryResult, Probe
    from tuinews.model.offline.packed import PackingResult
    from tuinews.model.sources.arrangement import Arrangement


_FEW = 10
"""Sources that are refreshed without a process that writes beside: to open the library there takes as long."""


def _silent(_: RefreshProgress) -> None:
    """A refresh that nobody watches."""


class Library(LibraryLists, LibraryImports, LibraryArticles):
    """One library, open. Every method may be awaited from the screen's loop; none of them blocks it."""

    def __init__(self, store: StoreThread, settings: Settings) -> None:
        super().__init__(store, settings)
        self._lines = RepeatedLines(store)
        self.accounts = LibraryAccounts(store, self._online)
        self.annotations = LibraryAnnotations(store, self._do, self.article)
        self.pictures = LibraryPictures(store, settings, self._picture_keeper)
        self.retention = LibraryRetention(store, settings)
        self.downloads = LibraryDownloads(store, self._download_queue)
        self.news = LibraryNews(store, settings)
        self._online_lock = asyncio.Lock()
        self._open_online: OnlineServices | None = None
        self._writer: Writer | None = None
        self._closed = False

    @classmethod
    async def open(cls, directory: Path, settings: Settings, tell: TellStep = tell_nobody) -> "Library":
        """Open the library of `directory`; raises StoreError, NewerSchemaError.

        Waits while another process creates or repairs it; `tell` is called with each step that takes long.
        """
        return cls(await StoreThread.open(directory, tell), settings)

    def use(self, settings: Settings) -> None:
        """Go by other settings from now on; how many pages are fetched at a time stays until the next start."""
        self._settings = settings
        self.pictures.use(settings)
        self.news.use(settings)
        self.retention.use(settings)
        if self._open_online is not None:
            self._open_online.use(settings)

    @property
    def notices(self) -> tuple[str, ...]:
        """What the user should know about the library itself: that it was damaged and recovered, that it is
        read-only."""
        return self._store.store.notices

    def report_waiting(self, report: Callable[[bool], None]) -> None:
        """Have `report` called, on the loop, with True when a write has waited for another process for a second,
        and with False when that is over.
        """
        self._store.report_waiting(report)

    def write_beside(self, writer: "Writer | None") -> None:
        """Have a process that was forked write what refreshes of many sources bring; it is ended with the rest."""
        self._writer = writer

    async def write_again(self) -> bool:
        """Try to write again to a library that could only be read on a full disk; whether that goes now."""
        return await self._store.write_again()

    async def close(self) -> None:
        """Cancel what is under way and close the file; closing twice is not an error."""
        self._closed = True
        try:
            # What is just opening is waited for: it would stay open behind the library.
            async with self._online_lock:
                online, self._open_online = self._open_online, None
                if online:
                    await online.close()
                if self._writer is not None:
                    await self._writer.end()
            await self._lines.close()
        finally:
            await self._store.close()

    async def counts(self) -> Counts:
        """How many entries there are in all, unread, starred, offline."""
        return await self._store(Store.counts)

    async def rows(self, ids: Sequence[int]) -> list[EntryRow]:
        """The rows of `ids`, in their order; unknown ids are left out."""
        return await self._store(Store.rows, ids)

    async def snippets(self, query: str, ids: Sequence[int]) -> dict[int, str]:
        """A piece of text around the first hit of `query` in each of `ids`."""
        return await self._store(Store.snippets, query, ids)

    async def mark_read(self, ids: Sequence[int], read: bool) -> list[int]:
        """Mark entries read or unread, as one step to undo; returns the ids that changed."""
        return await self._mark(ids, EntryMark.READ, read)

    async def star(self, ids: Sequence[int], starred: bool) -> list[int]:
        """Star or unstar entries, as one step to undo; returns the ids that changed."""
        return await self._mark(ids, EntryMark.STARRED, starred)

    async def mark_all_read(self, view: View) -> int:
        """Mark every entry of `view` read, of stories all that tell them, as one step to undo; returns how many
        changed."""
        ids: Sequence[int] = await self.entry_ids(view)
        if view.stories:
            ids = await self.with_stories(ids)
        return len(await self.mark_read(ids, True))

    async def set_selector_rule(self, source_id: int, rule: SelectorRule | None) -> None:
        """Set the selector rule of a source (None: no rule), as one step to undo.

        Raises ExtractError for an invalid selector.
        """
        online = await self._online()
        online.check(rule)
        source = await self.source(source_id)
        await self._do(SelectorRuleChanged(source_id, source.title, source.selector_rule, rule))
        online.alternatives.forget()

    async def undo(self) -> str | None:
        """Take the last step back, of this session or of the last day (see `Store.undo`); one line of what came
        back, None if there is nothing.
        """
        return await self._turned(Store.undo, undo_messages.undone)

    async def redo(self) -> str | None:
        """Do the last undone step again; one line, None if there is nothing."""
        return await self._turned(Store.redo, undo_messages.redone)

    async def _turned(
        self, turn: Callable[[Store, datetime], Change | None], words: Callable[[Change], str]
    ) -> str | None:
        if self.read_only:
            return None
        change = await self._store(turn, utc_now())
        if isinstance(change, SelectorRuleChanged) and self._open_online is not None:
            self._open_online.alternatives.forget()
        if isinstance(change, QueryChanged):
            await self.settle_mutes()
        return None if change is None else words(change)

    async def add(
        self,
        address: str,
        *,
        title: str | None = None,
        folder: str | None = None,
        kind: SourceKind | None = None,
        options: Mapping[str, str] = {},
    ) -> AddedSource:
        """Fetch an address, find out what it is, store it with its entries. Raises TuinewsError.

        It is asked by `options`, as they were typed, which are its own then. A known source takes on the title,
        the folder and the options that are given.
        """
        name = source_name(title) if title else None
        path = None if folder is None else folder_path(folder)
        set_now = reduce(lambda known, key: with_option(known, key, options[key]), options, USUAL_OPTIONS)
        added = await (await self._online()).adding.add(address, name, path, kind, set_now)
        source = added.source
        wanted = replace(
            changed(Arrangement.of(source), options),
            title=name or source.title,
            folder=source.folder if folder is None else path,
        )
        return replace(added, source=await self._arranged(source, wanted), before=source)

    async def look(self, address: str) -> DiscoveryResult:
        """What an address that is to be added is: a list of articles, perhaps beside an article that it is itself.

        Nothing is kept. Raises TuinewsError.
        """
        return await (await self._online()).adding.look(address)

    async def probe(self, address: str) -> Probe:
        """What an address provides; nothing is kept. Raises TuinewsError."""
        return await (await self._online()).adding.probe(address)

    async def keep_edition(
        self, where: NewSource, articles: Sequence[Article], pictures: Mapping[str, bytes] = {}
    ) -> Source:
        """Keep articles that need no network, and their pictures, as a source that nothing refreshes."""
        source = await keep_pages(self._store, where, articles, utc_now())
        await self.pictures.keep_brought(pictures)
        return source

    async def refresh(
        self,
        source_ids: Sequence[int] | None = None,
        *,
        due_only: bool = False,
        articles: int | None = None,
        progress: Callable[[RefreshProgress], None] = _silent,
        ahead: FetchAhead = FetchAhead(),  # noqa: B008 - frozen, so safely shared
    ) -> RefreshResult:
        """Refresh sources (None: all, but those that wait for an interval of their own) and keep their newest
        articles (None: as the settings and the options of each say).

        The sources of an account are brought by its server: where one of them is wanted, the account is synced.
        """
        await self.news.begin()
        known, now = await self._followed(), utc_now()
        wanted = {s.id for s in known if takes_part(s, now)} if source_ids is None else set(source_ids)
        sources = [source for source in known if source.id in wanted and source.account_id is None]
        theirs = {source.account_id for source in known if source.id in wanted}
        every = [one.account for one in await self.accounts.every()]
        accounts = [one for one in every if source_ids is None or one.id in theirs]
        self._store.write_beside(self._writer if len(sources) > _FEW else None)
        online = await self._online()
        return await online.refresh(sources, articles, progress, due_only=due_only, accounts=accounts, ahead=ahead)

    async def pack(
        self,
        minutes: float,
        ahead: FetchAhead,
        progress: Callable[[RefreshProgress], None] = _silent,
    ) -> PackingResult:
        """Take along unread articles that take that many minutes to read, most of what is read most: fetched and
        kept, with their pictures where `ahead` says so. Without a network they are chosen from what is kept.
        """
        refreshed = await self.refresh(articles=0, progress=progress)
        packing = (await self._online()).packing(ahead, is_offline=refreshed.offline)
        return await packing.run(await self.sources(), minutes)

    async def keep_added(
        self, articles: int | None = None, progress: Callable[[RefreshProgress], None] = _silent
    ) -> RefreshResult:
        """Keep the newest articles of the sources that were added since the last refresh; none is asked again."""
        return await (await self._online()).refresh([], articles, progress, due_only=False)

    async def older(self, source_id: int) -> int:
        """Fetch and keep the next older entries of a source; how many are new, 0 if there are none."""
        source = await self._store(Store.source, source_id)
        return await (await self._online()).older.of(source)

    async def _mark(self, ids: Sequence[int], mark: EntryMark, value: bool) -> list[int]:
        done = await self._do(EntriesMarked(tuple(ids), mark, value))
        return list(done.ids) if isinstance(done, EntriesMarked) else []

    async def _picture_keeper(self) -> "PictureKeeper":
        return (await self._online()).pictures

    async def _download_queue(self, tell: Callable[[], None]) -> "DownloadQueue":
        return (await self._online()).download_queue(tell)

    async def _online(self) -> "OnlineServices":
        async with self._online_lock:
            if self._closed:
                raise StoreError(_("the library"), _("it is closed"))
            if self._open_online is None:
                # Off the screen's thread: httpx and selectolax take about 0.15 s to import.
                online = await asyncio.to_thread(import_module, "tuinews.library.online")
                self._open_online = await online.OnlineServices.open(self._store, self._settings)
                if self._refreshes_apart:
                    self._open_online.refresh_apart()
            return self._open_online
