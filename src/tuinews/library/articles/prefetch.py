"""Articles that are fetched before anybody opens them: the newest of each source, and starred ones; with their
pictures where the settings say so.
"""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import suppress

from tuinews.errors import ExtractError, FetchError, StoreError, TuinewsError
from tuinews.library.articles.opening import ArticleOpener
from tuinews.library.articles.pictures import PictureKeeper
from tuinews.library.offline.allowance import Allowance
from tuinews.library.sources.refresh_tally import RefreshTally
from tuinews.library.store_thread import StoreThread
from tuinews.model.source import Source
from tuinews.store.store import Store
from tuinews.web.urgency import Urgency

_AT_ONCE = 8
"""Articles of one source that are under way; the fetcher has its own bounds, this one spares tasks."""

_STARRED = 50
"""Starred articles, the newest, that one refresh tries to keep: what failed before is tried again each time."""

_BY_RULES = 200
"""Texts that rules want which one refresh tries to keep, the newest."""

_PACKED = 100
"""Texts that are packed in one transaction: some 10 ms."""


class Prefetch:
    """Fetches and keeps texts, after what a reader waits for."""

    def __init__(self, store: StoreThread, reading: ArticleOpener, pictures: PictureKeeper) -> None:
        self._store, self._reading, self._pictures = store, reading, pictures

    async def newest(self, source: Source, count: int, tally: RefreshTally) -> None:
        """Keep the texts of the newest `count` entries of a source, and then their pictures where they are to be
        kept; each failure of a text is counted.
        """
        try:
            await self._all(await self._store(Store.ids_without_article, source.id, count), source, tally)
            for entry_id in await self._pictures.without(source, count, tally.allowance):
                if not (tally.refusal or tally.is_offline or tally.allowance.is_used_up):
                    await self._pictures.keep_ahead(entry_id, tally.allowance)
        except StoreError as error:
            tally.unwritten(source, error)

    async def starred(self, tally: RefreshTally) -> None:
        """Keep the texts of starred articles that could not be fetched when they were starred."""
        with suppress(StoreError):  # the next refresh tries again
            await self._all(await self._store(Store.starred_without_article, _STARRED), None, tally)

    async def wanted_by_rules(self, tally: RefreshTally) -> None:
        """Keep the texts that rules want; what failed is tried again at the next refresh, as long as it is new."""
        with suppress(StoreError):  # the next refresh tries again
            wanted = await self._store(Store.texts_wanted_by_rules)
            await self._all(wanted[:_BY_RULES], None, tally)

    async def pack(self, tally: RefreshTally) -> None:
        """Have the texts that a refresh kept take no more room than they need, a slice in a transaction."""
        begun = sorted(tally.begun)
        with suppress(StoreError):  # they take more room, and that is all
            for start in range(0, len(begun), _PACKED) if tally.articles and not tally.refusal else ():
                await self._store(Store.pack_articles, begun[start : start + _PACKED])

    async def one(self, entry_id: int) -> bool:
        """Keep one text; whether it is kept now. Raises StoreError."""
        with suppress(FetchError, ExtractError):  # what is kept tells, whatever the reason
            await self._reading.open(entry_id, Urgency.USUAL)
        if await self._store(Store.article, entry_id) is None:
            return False
        await self._pictures.keep_ahead(entry_id, Allowance())
        return True

    async def _all(self, ids: Sequence[int], source: Source | None, tally: RefreshTally) -> None:
        ids = [entry_id for entry_id in ids if entry_id not in tally.begun]
        tally.begun.update(ids)
        tally.articles_total += len(ids)
        waiting = iter(ids)
        with self._reading.expecting(len(ids)):
            async with asyncio.TaskGroup() as group:
                for _ in range(min(_AT_ONCE, len(ids))):
                    group.create_task(self._those_of(waiting, source, tally))

    async def _those_of(self, waiting: Iterator[int], source: Source | None, tally: RefreshTally) -> None:
        for entry_id in waiting:
            if tally.allowance.is_used_up:
                tally.allowance.left_out += 1
            elif not tally.refusal:
                await self._counted(entry_id, source, tally)

    async def _counted(self, entry_id: int, source: Source | None, tally: RefreshTally) -> None:
        try:
            kept = await self._reading.open(entry_id, Urgency.USUAL)
            unkept = self._reading.unkept(entry_id)
            if unkept:
                raise unkept
            # A feed's own text whose page could not be had was kept before: neither news nor a loss.
            tally.articles += not kept.awaits_page
        except StoreError as error:
            tally.articles_failed += 1
            tally.unwritten(source, error)
        except TuinewsError:
            # The list shows that its text is not kept; opening it says why. A refresh goes on.
            tally.articles_failed += 1
        tally.articles_done += 1
        tally.tell()
