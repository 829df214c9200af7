"""Which entries are muted: a mark in their status, so that no list has to ask for it.

It is set as entries arrive. Where a mute was made or ended, all entries are looked at anew in slices, the newest
first; how far that is stands in `state`, so that it goes on after a crash.
"""

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from tuinews.errors import QueryError
from tuinews.model.standing.queries import Mute
from tuinews.model.view import Filter, View
from tuinews.query.parser import parse
from tuinews.store import codec
from tuinews.store.search.conditions import Condition, EntrySpan, condition_of
from tuinews.store.statements import scalar, scalars
from tuinews.store.tables import entries, key_values, standing_queries, status

SLICE = 2_000
"""Numbers of entries that are looked at in one transaction: some 10 ms with ten mutes."""

_LOOKED_AT_BELOW = "muting_below"


def begin(sql: sqlite3.Connection) -> None:
    """Have all entries looked at anew, since mutes changed."""
    newest = scalar(sql, "select max(entry_id) from status") or 0
    key_values.keep_state(sql, _LOOKED_AT_BELOW, str(newest + 1))


def is_due(sql: sqlite3.Connection, now: datetime) -> bool:
    """Whether entries are to be looked at, or a mute has come to its end."""
    return _below(sql) > 1 or any(_is_over(mute, now) for mute in standing_queries.mutes(sql))


def settle(sql: sqlite3.Connection, now: datetime) -> bool:
    """End the mutes that are over and look at one slice of entries; whether there are more."""
    for mute in standing_queries.mutes(sql):
        if _is_over(mute, now):
            standing_queries.remove(sql, mute.id)
            begin(sql)
    below = _below(sql)
    if below <= 1:
        return False
    low = max(1, below - SLICE)
    span = EntrySpan(low, below - 1)
    wanted = _found(sql, span)
    known = set(
        scalars(sql, "select entry_id from status where muted > 0 and entry_id between ? and ?", span.ends)
    )
    status.mute(sql, sorted(wanted - known), True)
    status.mute(sql, sorted(known - wanted), False)
    key_values.keep_state(sql, _LOOKED_AT_BELOW, str(low))
    return low > 1


def mute_new(sql: sqlite3.Connection, ids: Sequence[int]) -> None:
    """Mute those of entries that have just come which a mute finds."""
    if ids:
        found = _found(sql, EntrySpan(min(ids), max(ids)))
        status.mute(sql, sorted(found.intersection(ids)), True)


def count(sql: sqlite3.Connection, view: View) -> int:
    """How many entries are left out of a list since they are muted."""
    where = entries.IN_PLACE[view.filter]
    if view.filter is Filter.STARRED:
        return 0  # what was starred is wanted, whatever is in it
    condition, values = "o.hidden = 0", tuple[object, ...]()
    if view.source_id is not None:
        condition, values = "o.id = ?", (view.source_id,)
    elif view.folder is not None:
        condition, values = entries.in_folder(view.folder)
    query = (
        f"select count(*) from status s where muted > 0 and s.{where} and exists "
        "(select 1 from listed l join source o on o.id = l.source_id "
        f"where l.entry_id = s.entry_id and o.removed_at is null and {condition})"
    )
    return int(scalar(sql, query, values))


def _found(sql: sqlite3.Connection, span: EntrySpan) -> set[int]:
    """The entries of a span that one of the mutes finds."""
    found: set[int] = set()
    for query in standing_queries.hiding(sql):
        where = condition(query, span)
        if where is not None:
            found.update(scalars(sql, f"select s.entry_id from status s where {where.sql}", where.values))
    return found


def condition(query: str, span: EntrySpan) -> Condition | None:
    """What SQL asks of the status `s` of an entry of a span that a kept query finds; None for one that can no
    longer be read, or that says nothing."""
    try:
        expression = parse(query)
    except QueryError:
        return None
    if expression is None:
        return None
    one = condition_of(expression, span)
    return Condition(f"s.entry_id between ? and ? and ({one.sql})", (*span.ends, *one.values))


def _below(sql: sqlite3.Connection) -> int:
    return int(key_values.state(sql, _LOOKED_AT_BELOW) or 0)


def _is_over(mute: Mute, now: datetime) -> bool:
    return mute.until is not None and codec.seconds(mute.until) <= codec.seconds(now)
