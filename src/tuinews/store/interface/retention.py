"""What is kept no longer: queries and changes."""

from collections.abc import Sequence
from datetime import datetime

from tuinews.late import late_imports
from tuinews.store.interface.connected import Changes, Queries

with late_imports(__name__):
    from tuinews.model.sources.retention import Retentions
    from tuinews.store.retention import choosing, clock, retiring, sizes
    from tuinews.store.retention.retiring import RetiredBatch
    from tuinews.store.retention.sizes import DiskUsage


class RetentionQueries(Queries):
    """The queries about what is kept no longer."""

    def retirable(self, source_id: int, retentions: Retentions, now: datetime) -> list[int]:
        """The entries of a source that are kept no longer, the oldest first; see `Store.retire`."""
        with self._database.reading() as sql:
            return choosing.retirable(sql, source_id, retentions, now)

    def disk_usage_of(self, ids: Sequence[int]) -> "DiskUsage":
        """How many bytes entries take in the library's file (about), and their pictures."""
        with self._database.reading() as sql:
            return sizes.disk_usage_of(sql, ids)

    def free_bytes(self) -> int:
        """The bytes of the library's file that nothing is in."""
        with self._database.reading() as sql:
            return retiring.free_bytes(sql)


class RetentionChanges(Changes):
    """The changes by which entries are retired."""

    def believes_clock(self, now: datetime) -> bool:
        """Whether entries may be retired by this time, which is not far ahead of the last one that counted."""
        with self._database.writing() as sql:
            return clock.is_believed(sql, now)

    def retire(self, source_id: int, retentions: Retentions, ids: Sequence[int], now: datetime) -> "RetiredBatch":
        """Retire those of entries of a source (of `retirable`) that are still to go, for some 20 ms at a time."""
        with self._database.writing() as sql:
            return retiring.retire(sql, source_id, retentions, ids, now)
