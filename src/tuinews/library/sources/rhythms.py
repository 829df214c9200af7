"""The rhythms of sources, with what the library knows of them: `schedule` says how they are made."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

from tuinews.library.sources.schedule import (
    CEILING,
    MOST_DATES,
    UNKNOWN,
    adapted,
    interval,
    outside_rest,
    pace_from,
    pace_text,
    rhythm,
)
from tuinews.library.store_thread import StoreThread
from tuinews.model.entry import Listing, Pace
from tuinews.model.page import Page
from tuinews.model.source import Source
from tuinews.model.sources.options import USUAL_OPTIONS
from tuinews.store.store import Store
from tuinews.web.freshness import fresh_for


class Rhythms:
    """When sources are due again. `minutes` is the interval that the settings say, 0 for each source's own."""

    def __init__(self, store: StoreThread, minutes: int) -> None:
        self._store = store
        self.use(minutes)

    def use(self, minutes: int) -> None:
        """Go by another interval from the next refresh on."""
        self._usual = timedelta(minutes=minutes) if minutes else None

    def first_due(self, page: Page, listing: Listing) -> datetime:
        """When a source that was just found is due again."""
        stated = [entry.published.timestamp for entry in listing.entries if entry.published]
        own = rhythm([datetime.fromtimestamp(seconds, UTC) for seconds in stated], page.fetched) or UNKNOWN
        return _due(page, listing.pace, interval(USUAL_OPTIONS, self._usual, own))

    async def after_listing(self, source: Source, page: Page, listing: Listing) -> datetime:
        """When a source is due again whose listing came. What the listing asks for is kept for the next time."""
        kept, dates = await self._kept(source)
        asked = pace_text(listing.pace)
        if asked != kept:
            await self._store.grouped(Store.keep_state, _key(source), asked)
        return _due(page, listing.pace, self._after(source, page.fetched, dates, brought=False))

    async def after_not_modified(
        self, source: Source, fetched: datetime, headers: Mapping[str, str] = {}
    ) -> datetime:
        """When a source is due again that had nothing new to say."""
        kept, dates = await self._kept(source)
        pace = pace_from(kept)
        after = self._after(source, fetched, dates, brought=False)
        return outside_rest(fetched + max(after, asked_for(pace, headers)), pace)

    async def note_new(self, source: Source, page: Page, listing: Listing) -> None:
        """A refresh brought something: one whose entries have no dates is asked again sooner."""
        if all(entry.published is None for entry in listing.entries):
            _, dates = await self._kept(source)
            after = self._after(source, page.fetched, dates, brought=True)
            await self._store(Store.set_due, source.id, _due(page, listing.pace, after))

    async def _kept(self, source: Source) -> tuple[str, list[datetime]]:
        """What a source asked for, as it was kept, and when its newest entries were published."""
        return await self._store(Store.kept_rhythm, source.id, _key(source), MOST_DATES)

    def _after(self, source: Source, fetched: datetime, dates: Sequence[datetime], *, brought: bool) -> timedelta:
        own = rhythm(dates, fetched) or adapted(source, brought=brought)
        return interval(source.options, self._usual, own)


def _key(source: Source) -> str:
    return f"pace:{source.id}"


def asked_for(pace: Pace | None, headers: Mapping[str, str]) -> timedelta:
    """How long a source asks not to be asked again, at most a day."""
    minutes = pace.minutes if pace else 0
    return min(CEILING, max(timedelta(minutes=minutes), fresh_for(headers)))


def _due(page: Page, pace: Pace | None, after: timedelta) -> datetime:
    return outside_rest(page.fetched + max(after, asked_for(pace, page.headers)), pace)
