"""Entries that go: each with its words in the index, leaving what is remembered of it."""

import sqlite3
import time
from collections.abc import Sequence
from datetime import datetime

from tuinews.model.sources.retention import Retentions
from tuinews.quick_dataclass import dataclass
from tuinews.store.merge import retired_entries
from tuinews.store.retention.choosing import retirable
from tuinews.store.search import index
from tuinews.store.statements import scalar

SLICE_SECONDS = 0.02
"""How long one transaction retires: what a person does meanwhile waits no longer for it."""


@dataclass(frozen=True, slots=True)
class RetiredBatch:
    """What one transaction did of the entries that it was given: which of them went, and which are left to do."""

    gone: tuple[int, ...]
    left: tuple[int, ...]


def retire(
    sql: sqlite3.Connection, source_id: int, retentions: Retentions, ids: Sequence[int], now: datetime
) -> RetiredBatch:
    """Retire those of the entries `ids` of a source that are still to go: somebody may have starred one meanwhile.

    Goes on for `SLICE_SECONDS`; at least one is done.
    """
    going = retirable(sql, source_id, retentions, now, ids)
    end = time.monotonic() + SLICE_SECONDS
    indexed: dict[int, Sequence[str]] = {}
    for entry_id in going:
        indexed[entry_id] = index.words_of(sql, entry_id)
        _retire_one(sql, entry_id)
        if time.monotonic() > end:
            break
    # Together, as they were added: what is taken out is a piece of the index for each that was deleted, else.
    for entry_id in sorted(indexed):
        index.remove_words(sql, entry_id, indexed[entry_id])
    return RetiredBatch(tuple(going[: len(indexed)]), tuple(going[len(indexed) :]))


def free_bytes(sql: sqlite3.Connection) -> int:
    """The bytes of the file that nothing is in: what comes next is written there, before the file grows."""
    return int(scalar(sql, "pragma freelist_count")) * int(scalar(sql, "pragma page_size"))


def _retire_one(sql: sqlite3.Connection, entry_id: int) -> None:
    retired_entries.remember(sql, entry_id)
    # Its status, texts, lines and links to pictures go with it.
    sql.execute("delete from entry where id = ?", (entry_id,))
