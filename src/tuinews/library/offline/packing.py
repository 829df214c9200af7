"""Packing for a journey: enough unread articles for that many hours, with their texts and pictures."""

import asyncio
from collections import defaultdict
from collections.abc import Mapping, Sequence

from tuinews.errors import StoreError, TuinewsError, is_offline
from tuinews.library.articles.opening import ArticleOpener
from tuinews.library.articles.pictures import PictureKeeper
from tuinews.library.offline.allowance import Allowance
from tuinews.library.offline.trip_plan import TripPlan, share_of
from tuinews.library.store_thread import StoreThread
from tuinews.model.kept_article import KeptArticle
from tuinews.model.offline.packed import PackedSource, PackingEnd, PackingResult
from tuinews.model.source import Source
from tuinews.model.view import Filter, View
from tuinews.quick_dataclass import dataclass
from tuinews.store.store import Store
from tuinews.typeset.reading_time import reading_minutes
from tuinews.web.urgency import Urgency

MOST_OF_A_SOURCE = 500
"""Unread articles of one source, the newest, that may be taken."""

_AT_ONCE = 6
"""Articles that are fetched at the same time."""


@dataclass(frozen=True, slots=True)
class _Taken:
    source_id: int
    entry_id: int
    minutes: int


class Packing:
    """One packing under way. `is_offline`: there is no network, so that only what is kept is taken."""

    def __init__(
        self,
        store: StoreThread,
        reading: ArticleOpener,
        pictures: PictureKeeper,
        allowance: Allowance,
        is_offline: bool,
    ) -> None:
        self._store, self._reading, self._pictures = store, reading, pictures
        self._allowance = allowance
        self._is_offline = is_offline
        self._taken: list[_Taken] = []
        self._fetched = self._failed = self._looked_at = 0
        self._refusal: StoreError | None = None

    async def run(self, sources: Sequence[Source], minutes: float) -> PackingResult:
        """Take what is read most; what is kept already counts. Raises StoreError."""
        counts = await self._store(Store.counts_of_sources)
        shares = {source.id: share_of(counts[source.id]) for source in sources if source.id in counts}
        unread: Mapping[int, Sequence[int]] = {
            source_id: await self._store(
                Store.entry_ids, View(source_id=source_id, filter=Filter.UNREAD), MOST_OF_A_SOURCE
            )
            for source_id in shares
        }
        plan = TripPlan(minutes, shares, unread)
        is_left = True
        while is_left and not plan.is_full and self._refusal is None:
            # Those that failed leave room, which the next round fills.
            before = self._looked_at
            async with asyncio.TaskGroup() as group:
                for _ in range(_AT_ONCE):
                    group.create_task(self._take(plan))
            is_left = self._looked_at > before
        if self._refusal is not None:
            raise self._refusal
        return self._packed(sources, self._end(plan))

    @property
    def _may_fetch(self) -> bool:
        """Whether what is not kept can be had; what is costs nothing, and is taken all the same."""
        return not self._is_offline and not self._allowance.is_used_up

    async def _take(self, plan: TripPlan) -> None:
        while not plan.is_full and self._refusal is None and (picked := plan.next()) is not None:
            minutes: int | None = None
            try:
                minutes = await self._minutes_of(picked[1])
            except StoreError as error:
                self._refusal = error
            except TuinewsError as error:
                self._is_offline = self._is_offline or is_offline(error)
                self._failed += 1
            plan.settle(*picked, minutes)
            self._looked_at += 1
            if minutes is not None:
                self._taken.append(_Taken(*picked, minutes))

    async def _minutes_of(self, entry_id: int) -> int | None:
        """Keep an article with its pictures; the minutes that it takes, None if it may not be fetched."""
        kept = await self._store(Store.article, entry_id)
        if self._may_fetch and (kept is None or kept.awaits_page):
            fetched = await self._fetch(entry_id)
            self._fetched += kept is None
            kept = fetched
        if kept is None:
            return None
        if self._may_fetch:
            await self._pictures.keep_ahead(entry_id, self._allowance)
        return reading_minutes(kept.article)

    async def _fetch(self, entry_id: int) -> KeptArticle:
        """Fetch and keep an article. Raises FetchError, ExtractError, and StoreError where it cannot be kept."""
        opened = await self._reading.open(entry_id, Urgency.USUAL)
        unkept = self._reading.unkept(entry_id)
        if unkept is not None:
            raise unkept
        return opened

    def _end(self, plan: TripPlan) -> PackingEnd:
        if plan.is_full:
            return PackingEnd.FULL
        if self._allowance.is_used_up:
            return PackingEnd.BUDGET
        return PackingEnd.OFFLINE if self._is_offline else PackingEnd.NOTHING_LEFT

    def _packed(self, sources: Sequence[Source], end: PackingEnd) -> PackingResult:
        by_source: dict[int, list[int]] = defaultdict(list)
        for one in self._taken:
            by_source[one.source_id].append(one.minutes)
        titles = {source.id: source.title for source in sources}
        parts = [PackedSource(one, titles[one], len(times), sum(times)) for one, times in by_source.items()]
        return PackingResult(
            tuple(one.entry_id for one in self._taken),
            tuple(sorted(parts, key=lambda part: -part.minutes)),
            sum(one.minutes for one in self._taken),
            self._fetched,
            self._failed,
            self._allowance.used,
            end,
        )
