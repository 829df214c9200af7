"""How long articles are kept, as the settings and the options of sources say, and the passes that go by it."""

from collections.abc import Collection
from dataclasses import replace

from tuinews.late import late_imports
from tuinews.library.picture_decoding import MEGABYTE
from tuinews.library.store_thread import StoreThread, utc_now
from tuinews.model.source import Source
from tuinews.settings import Settings
from tuinews.store.store import Store

with late_imports(__name__):
    from tuinews.model.sources.retention import Retention, RetirementResult, SourceRetirement

AT_ONCE = 100
"""Entries that are given to the store at once; it retires as many of them as 20 ms allow."""


class LibraryRetention:
    """What a library keeps no longer."""

    def __init__(self, store: StoreThread, settings: Settings) -> None:
        self._store, self._settings = store, settings
        self._is_under_way = False

    def use(self, settings: Settings) -> None:
        """Go by other settings from now on."""
        self._settings = settings

    async def going(self) -> RetirementResult:
        """What a pass would retire now, and the room that it would free; nothing is changed."""
        now = utc_now()
        sources = await self._store(Store.sources)
        retentions = self._retentions(sources)
        found: list[SourceRetirement] = []
        seen: set[int] = set()
        for source in sources:
            if source.id in retentions:
                ids = await self._store.beside(Store.retirable, source.id, retentions, now)
                new = [entry_id for entry_id in ids if entry_id not in seen]
                seen.update(new)
                if new:
                    usage = await self._store.beside(Store.disk_usage_of, new)
                    found.append(SourceRetirement(source.id, source.title, len(new), usage.text, usage.pictures))
        free = await self._store.beside(Store.free_bytes)
        return RetirementResult(tuple(found), free, has_limits=bool(retentions))

    async def retire(self, spared: Collection[int] = ()) -> RetirementResult:
        """Retire what is kept no longer, but for the entries that are `spared` (the one that is open), in slices
        between which whatever else is to be written comes first. A second pass beside one that is under way does
        nothing. Raises StoreError; what was retired before stays so.
        """
        if self._store.store.read_only or self._is_under_way:
            return RetirementResult()
        self._is_under_way = True
        try:
            return await self._pass(spared)
        finally:
            self._is_under_way = False

    async def _pass(self, spared: Collection[int]) -> RetirementResult:
        now = utc_now()
        sources = await self._store(Store.sources)
        retentions = self._retentions(sources)
        if not retentions:
            return RetirementResult(free_bytes=await self._store.beside(Store.free_bytes), has_limits=False)
        if not await self._store(Store.believes_clock, now):
            return RetirementResult(is_waiting=True)
        found: list[SourceRetirement] = []
        for source in (one for one in sources if one.id in retentions):
            ids = await self._store.beside(Store.retirable, source.id, retentions, now)
            left = tuple(entry_id for entry_id in ids if entry_id not in spared)
            if left:
                found.append(await self._retire(source, retentions, left))
            room = retentions[source.id].pictures_mb
            if room is not None:
                await self._store(Store.make_picture_room, source.id, room * MEGABYTE)
        if found:
            await self._store(Store.sweep_pictures, now)
        gone = tuple(one for one in found if one.entries)
        return RetirementResult(gone, await self._store.beside(Store.free_bytes))

    async def _retire(
        self, source: Source, retentions: dict[int, Retention], ids: tuple[int, ...]
    ) -> SourceRetirement:
        total = SourceRetirement(source.id, source.title, 0, 0, 0)
        left = ids
        while left:
            usage = await self._store.beside(Store.disk_usage_of, left[:AT_ONCE])
            done = await self._store(Store.retire, source.id, retentions, left[:AT_ONCE], utc_now())
            share = len(done.gone) / min(AT_ONCE, len(left))
            total = replace(
                total,
                entries=total.entries + len(done.gone),
                text_bytes=total.text_bytes + int(usage.text * share),
                picture_bytes=total.picture_bytes + int(usage.pictures * share),
            )
            left = (*done.left, *left[AT_ONCE:])
        return total

    def _retentions(self, sources: Collection[Source]) -> dict[int, Retention]:
        """How long the articles of each source are kept, of those that let any go."""
        every = {source.id: retention_of(source, self._settings) for source in sources}
        return {key: one for key, one in every.items() if one.retires or one.pictures_mb is not None}


def retention_of(source: Source, settings: Settings) -> Retention:
    """How long the articles of a source are kept: as was set for it, else as the settings say.

    What was kept page by page goes only by what was set for that very source: somebody chose each of them.
    """
    usual = settings if source.kind.traits.is_followed else Settings()
    own = source.options
    unread = usual.keep_unread_days if own.keep_unread_days is None else own.keep_unread_days
    read = usual.keep_read_days if own.keep_read_days is None else own.keep_read_days
    most = usual.keep_most if own.keep_most is None else own.keep_most
    # 0 is for ever, and as many as come.
    return Retention(
        unread_days=unread or None,
        read_days=read or None,
        most=most or None,
        pictures_mb=own.pictures_budget,
    )
