"""The pictures of articles: kept, else fetched by the door of all pages, under its limits, and then kept."""

import asyncio
from contextlib import suppress
from datetime import timedelta

from tuinews.errors import ExtractError, FetchError, StoreError, TuinewsError, is_offline
from tuinews.library.extraction import Extraction
from tuinews.library.offline.allowance import Allowance
from tuinews.library.picture_decoding import MEGABYTE, PictureDecoding
from tuinews.library.shared_tasks import SharedTasks
from tuinews.library.source_access.source_fetcher import typed_for
from tuinews.library.store_thread import StoreThread, utc_now
from tuinews.model.entry_row import Cached, EntryRow
from tuinews.model.kept_article import Picture
from tuinews.model.source import Source
from tuinews.model.sources.options import PictureChoice
from tuinews.settings import Settings
from tuinews.store.store import Store
from tuinews.web.page_request import Accept, PageRequest
from tuinews.web.urgency import Demand, Urgency


def wanted(choice: PictureChoice | None, settings: Settings) -> PictureChoice:
    """Which pictures of a source's articles are kept: what was set for the source goes before the settings."""
    return choice or PictureChoice(settings.pictures_kept)


class PictureKeeper:
    """Brings pictures, and keeps them. It owns the fetches that it begins: a reader that moves on cancels none."""

    def __init__(self, store: StoreThread, extraction: Extraction, settings: Settings) -> None:
        self._store, self._extraction, self._settings = store, extraction, settings
        self._decoding = PictureDecoding()
        self._under_way = SharedTasks[str, Picture]()
        self._demands: dict[str, Demand] = {}
        self._is_swept = False

    def use(self, settings: Settings) -> None:
        """Go by other settings from now on."""
        self._settings = settings

    async def one(self, entry_id: int, address: str, urgency: Urgency = Urgency.NOW) -> Picture:
        """A picture that an entry's article shows: kept, else fetched, and kept where that is wanted.

        Raises FetchError, ExtractError (it is none that can be shown), NotFoundError.
        """
        kept = await self._store(Store.picture, address)
        if kept is not None:
            return kept
        task = self._under_way.get(address)
        if task is None:
            demand = self._demands[address] = Demand()
            task = self._under_way.begin(address, self._bring(entry_id, address, demand), "picture")
            task.add_done_callback(lambda _: self._demands.pop(address, None))
        with self._demands[address].held(urgency):
            return await asyncio.shield(task)

    async def keep_opened(self, entry_id: int) -> bool:
        """Keep the pictures of an article that was opened, where that is wanted; whether all of them are kept."""
        row = await self._store(Store.find_entry, entry_id)
        if await self._how_kept(row) is not PictureChoice.NONE:
            await self._keep_missing(row, Allowance())
        return (await self._store(Store.find_entry, entry_id)).cached is Cached.FULL

    async def keep_ahead(self, entry_id: int, allowance: Allowance) -> None:
        """Keep the pictures of an article that is kept ahead, where that is wanted. Raises StoreError."""
        row = await self._store(Store.find_entry, entry_id)
        if self._ahead(await self._store(Store.picture_choice, row.id), allowance) is PictureChoice.ALWAYS:
            await self._keep_missing(row, allowance)

    async def without(self, source: Source, newest: int, allowance: Allowance) -> list[int]:
        """Of the newest entries of a source those whose pictures a refresh should keep."""
        if self._ahead(source.options.pictures, allowance) is not PictureChoice.ALWAYS:
            return []
        return await self._store(Store.ids_without_pictures, source.id, newest, utc_now())

    async def close(self) -> None:
        """Cancel the fetches under way, and wait until they have ended."""
        await self._under_way.close()
        self._decoding.close()

    async def _how_kept(self, row: EntryRow) -> PictureChoice:
        return wanted(await self._store(Store.picture_choice, row.id), self._settings)

    def _ahead(self, own: PictureChoice | None, allowance: Allowance) -> PictureChoice:
        return allowance.pictures(own, PictureChoice(self._settings.pictures_kept))

    async def _keep_missing(self, row: EntryRow, allowance: Allowance) -> None:
        """Keep what can be had of an article's pictures, one after another; each failure is noted."""
        kept = await self._store(Store.article, row.id)
        if kept is None or row.cached is Cached.FULL or self._store.store.read_only:
            return
        # An older version noted nothing of the pictures of what it kept.
        await self._store(Store.link_pictures, row.id, [figure.url for figure in kept.article.document.figures])
        for address in await self._store(Store.missing_pictures, row.id, utc_now()):
            if allowance.is_used_up:
                return
            with suppress(FetchError, ExtractError):  # it is noted, and asked for again in a day
                picture = await self.one(row.id, address, Urgency.USUAL)
                if await self._store(Store.picture, address) is None:  # the settings keep none, this run does
                    await self._keep(picture)

    async def _bring(self, entry_id: int, address: str, demand: Demand) -> Picture:
        row = await self._store(Store.find_entry, entry_id)
        try:
            picture = await self._fetched(row, address, demand)
        except (FetchError, ExtractError) as error:
            if not is_offline(error) and not self._extraction.closed:
                await self._noted(address, error)
            raise
        if await self._how_kept(row) is not PictureChoice.NONE:
            await self._keep(picture)
        return picture

    async def _fetched(self, row: EntryRow, address: str, demand: Demand) -> Picture:
        source = await self._store(Store.source, row.source_id)
        wanted = PageRequest(address, typed_for(source, row), accept=Accept.PICTURE, demand=demand)
        page = await self._extraction.source_fetcher.page(source, wanted)
        return await self._decoding.reencoded(page.body, address)

    async def _keep(self, picture: Picture) -> None:
        """Keep a picture; where nothing can be written (a full disk), it can be seen all the same."""
        now = utc_now()
        with suppress(StoreError):
            if not self._is_swept:
                self._is_swept = True
                await self._store(Store.sweep_pictures, now)
            await self._store(Store.keep_picture, picture, self._settings.pictures_budget * MEGABYTE, now)

    async def _noted(self, address: str, error: TuinewsError) -> None:
        pause = error.retry_after if isinstance(error, FetchError) else None
        with suppress(StoreError):  # then it is only asked for again sooner
            now = utc_now() + timedelta(seconds=pause or 0)
            await self._store(Store.note_picture_failure, address, error.why, now)
