"""Sources: queries and changes."""

from collections.abc import Sequence
from datetime import datetime

from tuinews.late import late_imports
from tuinews.model.refresh import Refreshed
from tuinews.model.source import NewSource, Source
from tuinews.store.interface.connected import Changes, Queries
from tuinews.store.tables import sources

with late_imports(__name__):
    from tuinews.store.merge import listings


class SourceQueries(Queries):
    """The queries about sources."""

    def sources(self) -> list[Source]:
        """All sources with their numbers of unread and all entries: no folder first, by folder, by title."""
        with self._database.reading() as sql:
            return sources.every(sql)

    def source(self, source_id: int) -> Source:
        """The source of that id; raises NotFoundError."""
        with self._database.reading() as sql:
            return sources.one(sql, source_id)

    def find_source(self, id_or_url: int | str) -> Source:
        """The source of an id, an address, or an address that means the same; raises NotFoundError."""
        with self._database.reading() as sql:
            return sources.find(sql, id_or_url)

    def source_of_address(self, url: str) -> Source | None:
        """The living source that an address belongs to, however it is spelt; None where there is none."""
        with self._database.reading() as sql:
            known = sources.holder(sql, url)
            return None if known is None else sources.living(sql, known)


class SourceChanges(Changes):
    """The changes of sources that no step takes back."""

    def add_source(self, new: NewSource, now: datetime) -> Source:
        """Keep a source; a known address gives the known one, and a removed one comes back."""
        with self._marking() as sql:
            return sources.add(sql, new, now)

    def add_sources(self, new: Sequence[NewSource], now: datetime) -> list[Source]:
        """Keep many sources at once, all or none, as `add_source` does each."""
        with self._marking() as sql:
            return [sources.add(sql, one, now) for one in new]

    def add_listed(self, new: NewSource, refreshed: Refreshed, now: datetime) -> Source:
        """Keep a source with what the first look at it brought, both or nothing.

        A known source takes the listing only where it came from that source's own address.
        """
        with self._marking() as sql:
            source = sources.add(sql, new, now)
            if source.url == new.url:
                listings.record_listing(sql, source.id, refreshed)
            source = sources.one(sql, source.id)
        self._back_up(refreshed.fetched)
        return source
