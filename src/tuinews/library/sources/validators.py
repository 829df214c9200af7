"""What a source is asked by (RFC 9110, 13.1), and when it is asked plainly all the same.

Some servers answer every condition with 304 for ever. So once a week a source is asked without one.
"""

from datetime import datetime, timedelta

from tuinews.library.store_thread import StoreThread, utc_now
from tuinews.model.source import Source
from tuinews.quick_dataclass import dataclass
from tuinews.store.store import Store

PLAIN_EVERY = timedelta(days=7)
"""How often a source is asked without conditions."""


@dataclass(frozen=True, slots=True)
class Validators:
    """The server's own bytes, sent back as they came; None is left out."""

    etag: str | None = None
    last_modified: str | None = None


class Conditions:
    """Which conditions go with the next request of a source; the days of plain ones are kept in the library."""

    def __init__(self, store: StoreThread) -> None:
        self._store = store

    async def of(self, source: Source) -> Validators:
        """The conditions of a source, none where it has none or is due to be asked plainly."""
        if not (source.etag or source.last_modified):
            return Validators()
        key, now = f"plain:{source.id}", utc_now()
        kept = await self._store(Store.state, key)
        if kept and now - PLAIN_EVERY < datetime.fromisoformat(kept) <= now:
            return Validators(source.etag, source.last_modified)
        await self._store.grouped(Store.keep_state, key, now.isoformat())
        # The first time there is nothing to doubt yet: its last answer was a whole one.
        return Validators(source.etag, source.last_modified) if kept is None else Validators()
