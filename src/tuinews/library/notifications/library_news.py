"""What a library has to tell: news of the sources and views for which that was set, and sources that died."""

from contextlib import suppress
from datetime import datetime, timedelta

from tuinews.errors import StoreError
from tuinews.language import ngettext
from tuinews.late import late_imports
from tuinews.library.store_thread import StoreThread, utc_now
from tuinews.model.entry_row import EntryRow
from tuinews.model.source import Source
from tuinews.model.standing.queries import RuleAction
from tuinews.settings import Settings
from tuinews.store.store import Store
from tuinews.text import clean_line

with late_imports(__name__):
    from tuinews.library.notifications.sending import send
    from tuinews.model.standing.news import Notification, NotificationResult

_TITLES = 3
"""Titles that a notification names."""

_LONGEST_TITLE = 120
"""Letters of a headline in a notification."""

_DEAD = timedelta(days=14)
"""How long a source has not answered when it is told of."""

_WEEK = timedelta(days=7)
_TOLD = "dead_told"


class LibraryNews:
    """What is told to somebody who does not look, after a refresh."""

    def __init__(self, store: StoreThread, settings: Settings) -> None:
        self._store, self._settings = store, settings

    def use(self, settings: Settings) -> None:
        """Go by other settings from now on."""
        self._settings = settings

    async def begin(self) -> None:
        """Before a refresh: what is there already is no news."""
        with suppress(StoreError):  # where nothing can be written, nothing comes either
            await self._store(Store.begin_news)

    async def tell(self) -> NotificationResult:
        """After a refresh: send one notification of what came, where that was wanted. Raises StoreError."""
        sources = [source.id for source in await self._store(Store.sources) if source.options.notify]
        queries = [view.query for view in await self._store(Store.views) if view.notify]
        queries += [rule.query for rule in await self._store(Store.rules) if rule.action is RuleAction.NOTIFY]
        # Also where nothing is wanted: what came until somebody wants to be told is no news then.
        ids = await self._store(Store.take_news, sources, queries)
        rows = await self._store(Store.rows, ids[:_TITLES])
        if not rows:
            return NotificationResult()
        lines = tuple(line_of(row) for row in rows)
        more = len(ids) - len(rows)
        if more:
            lines += (ngettext("• and 1 more", "• and {count} more", more),)
        count = ngettext("tuinews: 1 new article", "tuinews: {count} new articles", len(ids))
        return await send(Notification(count, lines), self._settings)

    async def dead(self) -> tuple[Source, ...]:
        """The sources that have not answered for two weeks, once a week; else none. Raises StoreError."""
        now = utc_now()
        dead = dead_sources(await self._store(Store.sources), now)
        if not dead or await self._was_told(now):
            return ()
        await self._store(Store.keep_state, _TOLD, now.isoformat())
        return dead

    async def _was_told(self, now: datetime) -> bool:
        told = await self._store(Store.state, _TOLD)
        return told is not None and timedelta(0) <= now - datetime.fromisoformat(told) < _WEEK


def line_of(row: EntryRow) -> str:
    """An entry in a notification, safe, and no option, since it begins with a bullet."""
    return f"• {clean_line(row.source_title, 40)}: {clean_line(row.title, _LONGEST_TITLE)}"


def dead_sources(sources: list[Source], now: datetime) -> tuple[Source, ...]:
    """Those that have failed for two weeks on end, the longest first."""
    dead = [source for source in sources if source.failing_since and source.failing_since <= now - _DEAD]
    return tuple(sorted(dead, key=lambda source: source.failing_since or now))
