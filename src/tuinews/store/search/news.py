"""Entries that nobody was told of yet, among those that somebody wants to be told of."""

import sqlite3
from collections.abc import Sequence

from tuinews.store.search.conditions import EntrySpan
from tuinews.store.search.muting import condition
from tuinews.store.statements import marks, scalar, scalars
from tuinews.store.tables import key_values

_TOLD = "told_up_to"


def begin(sql: sqlite3.Connection) -> None:
    """Remember, where it is not, which entries are there already: those are no news."""
    if key_values.state(sql, _TOLD) is None:
        key_values.keep_state(sql, _TOLD, str(_highest(sql)))


def take(sql: sqlite3.Connection, source_ids: Sequence[int], queries: Sequence[str]) -> list[int]:
    """The unread entries that came since the last time and that one of the sources lists or a query finds, the
    newest first. Each is given once, to whichever process asks first.
    """
    told = key_values.state(sql, _TOLD)
    highest = _highest(sql)
    key_values.keep_state(sql, _TOLD, str(highest))
    if told is None or int(told) >= highest:
        return []
    span = EntrySpan(int(told) + 1, highest)
    found: set[int] = set()
    if source_ids:
        listed = (
            f"select entry_id from listed where source_id in ({marks(source_ids)}) and entry_id between ? and ?"
        )
        found.update(scalars(sql, listed, (*source_ids, *span.ends)))
    for query in queries:
        where = condition(query, span)
        if where is not None:
            found.update(scalars(sql, f"select s.entry_id from status s where {where.sql}", where.values))
    unread = "shown = 1 and read = 0 and entry_id between ? and ?"
    ids = scalars(sql, f"select entry_id from status where {unread} order by sort_key desc", span.ends)
    return [entry_id for entry_id in ids if entry_id in found]


def _highest(sql: sqlite3.Connection) -> int:
    return int(scalar(sql, "select max(id) from entry") or 0)
