"""The table `last_listing`: which entries a source lists today, that is, listed when it was last read.

An answer without entries says nothing (a page that broke), nor does a failure: what was listed before counts on.
"""

import sqlite3
import zlib
from array import array
from collections.abc import Iterable

from tuinews.store.statements import marks, scalar

_MOST_ADDRESSES = 200
"""Addresses by which a list is known again."""


def keep(sql: sqlite3.Connection, source_id: int, ids: Iterable[int]) -> None:
    """Note the entries that a source lists now; writes nothing where they are those of before."""
    entries = _packed(ids)
    if not entries or scalar(sql, "select entries from last_listing where source_id = ?", (source_id,)) == entries:
        return
    sql.execute("insert or replace into last_listing (source_id, entries) values (?, ?)", (source_id, entries))


def entries_of(sql: sqlite3.Connection, source_id: int) -> frozenset[int]:
    """The entries that a source lists; none where nothing was noted, or damage left something else."""
    packed = scalar(sql, "select entries from last_listing where source_id = ?", (source_id,))
    if packed is None:
        return frozenset()
    try:
        return frozenset(array("q", zlib.decompress(packed)))
    except (zlib.error, TypeError, ValueError):
        return frozenset()


def addresses_of(sql: sqlite3.Connection, source_id: int) -> list[str]:
    """The addresses of those entries, at most so many, the newest first."""
    ids = sorted(entries_of(sql, source_id), reverse=True)[:_MOST_ADDRESSES]
    query = f"select url from entry where id in ({marks(ids)}) and url is not null"
    return [url for (url,) in sql.execute(query, ids)]


def _packed(ids: Iterable[int]) -> bytes:
    numbers = array("q", sorted(ids))
    return zlib.compress(numbers.tobytes()) if numbers else b""
