"""What a refresh asks and brings."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from tuinews.late import late_imports
from tuinews.model.entry import Listing
from tuinews.model.refresh import FailedRefresh, Refreshed
from tuinews.model.source import NewSource
from tuinews.store.interface.connected import Changes, Queries
from tuinews.store.tables import entries, key_values, sources

with late_imports(__name__):
    from tuinews.model.saved.articles import SavedOutcome
    from tuinews.store.merge import last_listings, listings, saved_articles, source_looks
    from tuinews.store.merge.saved_articles import SavedEntry


class RefreshQueries(Queries):
    """The queries that a refresh makes."""

    def known_addresses(self, source_url: str, urls: Sequence[str]) -> frozenset[str]:
        """Which of these addresses `keep_saved` would find known, of a source with that address."""
        with self._database.reading() as sql:
            return saved_articles.known_addresses(sql, source_url, urls)

    def last_listed(self, source_id: int) -> list[str]:
        """Addresses of entries that a source listed when it was last read, the newest; none where it was not."""
        with self._database.reading() as sql:
            return last_listings.addresses_of(sql, source_id)

    def kept_rhythm(self, source_id: int, pace_key: str, count: int) -> tuple[str, list[datetime]]:
        """What a source asked for, as it was kept under `pace_key` ("" for nothing), and when its newest entries
        were published (UTC), of those of the last `count` that say it.

        One question, since each wait for a thread costs the loop as much as a small query.
        """
        with self._database.reading() as sql:
            return key_values.state(sql, pace_key) or "", entries.newest_dates(sql, source_id, count)

    def pauses(self) -> dict[str, datetime]:
        """The moment (UTC) until which each host asked for a pause."""
        with self._database.reading() as sql:
            return key_values.pauses(sql)

    def pause_of(self, host: str) -> datetime | None:
        """The moment (UTC) until which a host asked for a pause, whichever process it told; or None."""
        with self._database.reading() as sql:
            return key_values.pause_of(sql, host)


class RefreshChanges(Changes):
    """What a refresh brings."""

    def record_listing(self, source_id: int, refreshed: Refreshed) -> list[int]:
        """Keep what a source lists; returns the ids of the new entries in page order."""
        with self._database.writing() as sql:
            new = listings.record_listing(sql, source_id, refreshed)
        self._back_up(refreshed.fetched)
        return new

    def record_mails(self, source_id: int, unseen: Listing, seen: Listing, fetched: datetime) -> list[int]:
        """Keep new mails, those `seen` in another program as read; returns the ids of the unread ones."""
        with self._database.writing() as sql:
            listings.record_older(sql, source_id, seen, fetched, is_read=True)
            return listings.record_older(sql, source_id, unseen, fetched)

    def record_older(self, source_id: int, listing: Listing, fetched: datetime) -> list[int]:
        """Keep older entries of a source, below those that are known; returns the ids of the new ones."""
        with self._database.writing() as sql:
            return listings.record_older(sql, source_id, listing, fetched)

    def record_not_modified(
        self, source_id: int, fetched: datetime, next_refresh: datetime | None, etag: str | None = None
    ) -> None:
        """A source answered that nothing changed; `etag` is what it calls that by now."""
        with self._database.writing() as sql:
            source_looks.record_not_modified(sql, source_id, fetched, next_refresh, etag)
        self._back_up(fetched)

    def record_failure(self, source_id: int, failed: FailedRefresh) -> None:
        """A source could not be read; its entries stay."""
        with self._database.writing() as sql:
            source_looks.record_failure(sql, source_id, failed)

    def set_due(self, source_id: int, next_refresh: datetime) -> None:
        """A source is due at another moment than was thought, and else as it was: want of a network, or news."""
        with self._database.writing() as sql:
            source_looks.set_due(sql, source_id, next_refresh)

    def claim(self, ids: Sequence[int], mine: str, is_free: Callable[[str], bool]) -> frozenset[int]:
        """Claim the refreshing of sources for `mine`; returns those that are its now. `is_free` says of another
        claim whether it still holds.
        """
        with self._database.writing() as sql:
            return key_values.claim(sql, ids, mine, is_free)

    def release(self, ids: Sequence[int]) -> None:
        """Give up the claims to sources."""
        with self._database.writing() as sql:
            key_values.release(sql, ids)

    def keep_saved(self, new: NewSource, saved: "Sequence[SavedEntry]", now: datetime) -> SavedOutcome:
        """Keep articles that were saved in another program, all or none; new ones in the source `new`."""
        with self._marking() as sql:
            return saved_articles.keep(sql, sources.add(sql, new, now).id, saved, now)

    def keep_pauses(self, pauses: Mapping[str, datetime]) -> None:
        """Remember these pauses beside those that are kept; of two for one host the later end holds."""
        with self._database.writing() as sql:
            key_values.keep_pauses(sql, pauses, self._last_moment)
