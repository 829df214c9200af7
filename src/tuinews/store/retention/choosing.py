"""Which entries of a source are kept no longer.

One that its source still lists goes only where it is beyond the most that are kept: it would be read in its feed
today. One that several sources list goes when each of them lets it go.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from tuinews.model.sources.retention import KEEP_ALL, Retention, Retentions
from tuinews.store import codec
from tuinews.store.merge import last_listings
from tuinews.store.retention.protection import PROTECTED
from tuinews.store.statements import chunks, marks

_SINCE = "coalesce(s.since, (select e.first_seen from entry e where e.id = l.entry_id))"
_AGED = f"{_SINCE} < case l.read when 1 then :read_before else :unread_before end"
"""Its days are over. Nothing is earlier than a moment that is null, which is for ever."""
_BEYOND = "(l.sort_key, l.entry_id) < (:place, :at)"
_LISTED = (
    f"select l.entry_id, {_BEYOND} from listed l indexed by {{index}} join status s on s.entry_id = l.entry_id "
    f"where l.source_id = :source and ({_AGED} or {_BEYOND}) and not {PROTECTED}"
)


def retirable(
    sql: sqlite3.Connection,
    source_id: int,
    retentions: Retentions,
    now: datetime,
    among: Sequence[int] | None = None,
) -> list[int]:
    """The entries of a source, of those in `among` where that is given, that are kept no longer, oldest first."""
    going = _let_go(sql, source_id, retentions.get(source_id, KEEP_ALL), now, among)
    if going:
        going -= _kept_elsewhere(sql, source_id, retentions, now, sorted(going))
    return sorted(going)


def _kept_elsewhere(
    sql: sqlite3.Connection, source_id: int, retentions: Retentions, now: datetime, ids: Sequence[int]
) -> set[int]:
    """Those that another source lists too, which keeps them."""
    others: dict[int, list[int]] = defaultdict(list)
    for part in chunks(ids):
        for entry_id, other in sql.execute(
            f"select l.entry_id, l.source_id from listed l join source o on o.id = l.source_id "
            f"where l.entry_id in ({marks(part)}) and l.source_id <> ? and o.removed_at is null",
            (*part, source_id),
        ):
            others[other].append(entry_id)
    kept: set[int] = set()
    for other, shared in others.items():
        kept |= set(shared) - _let_go(sql, other, retentions.get(other, KEEP_ALL), now, shared)
    return kept


def _let_go(
    sql: sqlite3.Connection, source_id: int, retention: Retention, now: datetime, among: Sequence[int] | None
) -> set[int]:
    """The entries that one source keeps no longer."""
    if not retention.retires:
        return set()
    last = _last_place(sql, source_id, retention.most)
    values: dict[str, object] = {
        "source": source_id,
        "read_before": _days_before(now, retention.read_days),
        "unread_before": _days_before(now, retention.unread_days),
        "place": last.sort_key if last else None,
        "at": last.entry_id if last else None,
    }
    still = last_listings.entries_of(sql, source_id)
    return {
        entry_id
        for entry_id, is_beyond in _aged_or_beyond(sql, values, among)
        if is_beyond or entry_id not in still
    }


def _aged_or_beyond(
    sql: sqlite3.Connection, values: dict[str, object], among: Sequence[int] | None
) -> list[tuple[int, int | None]]:
    if among is None:
        return sql.execute(_LISTED.format(index="listed_source"), values).fetchall()
    found: list[tuple[int, int | None]] = []
    query = _LISTED.format(index="listed_entry")
    for part in chunks(among):
        # The numbers are our own: named and unnamed marks do not go together.
        found += sql.execute(f"{query} and l.entry_id in ({','.join(map(str, part))})", values)
    return found


class _Place(NamedTuple):
    """Where an entry stands in the list of its source, newest first."""

    sort_key: float
    entry_id: int


def _last_place(sql: sqlite3.Connection, source_id: int, most: int | None) -> _Place | None:
    """The place of the last entry that is kept by the number of those before it; None where all are."""
    if most is None:
        return None
    found = sql.execute(
        "select sort_key, entry_id from listed indexed by listed_source where source_id = ? "
        "order by sort_key desc, entry_id desc limit 1 offset ?",
        (source_id, max(most, 1) - 1),
    ).fetchone()
    return _Place(*found) if found else None


def _days_before(now: datetime, days: int | None) -> float | None:
    return None if days is None else codec.seconds(now - timedelta(days=days))
