"""What rules do to entries as they arrive, in the transaction that brings them."""

import sqlite3
from collections.abc import Sequence

from tuinews.model.standing.queries import ArrivalRule, RuleAction
from tuinews.store.search.conditions import EntrySpan
from tuinews.store.search.muting import condition
from tuinews.store.statements import scalar, scalars
from tuinews.store.tables import standing_queries, status, tags

NEWEST = 5_000
"""Numbers of entries, the last ones, among which a refresh looks for texts that rules want."""

_AT_ARRIVAL = (RuleAction.READ, RuleAction.STAR, RuleAction.TAG)


def apply(sql: sqlite3.Connection, ids: Sequence[int]) -> None:
    """Let every rule do to entries that have just come what it does.

    Hiding is the matter of `muting`, fetching that of the refresh.

    One match query a rule, however many entries came.
    """
    if not ids:
        return
    span, new = EntrySpan(min(ids), max(ids)), set(ids)
    for rule in standing_queries.rules(sql):
        where = condition(rule.query, span) if rule.action in _AT_ARRIVAL else None
        if where is not None:
            found = scalars(sql, f"select s.entry_id from status s where {where.sql}", where.values)
            _act(sql, rule, sorted(new.intersection(found)))


def to_fetch(sql: sqlite3.Connection) -> list[int]:
    """The entries, of the newest, whose texts rules want to be fetched and that have none yet."""
    newest = int(scalar(sql, "select max(entry_id) from status") or 0)
    found: set[int] = set()
    for rule in standing_queries.rules(sql):
        where = (
            condition(rule.query, EntrySpan(newest - NEWEST, newest)) if rule.action is RuleAction.FETCH else None
        )
        if where is not None:
            query = (
                "select s.entry_id from status s join entry e on e.id = s.entry_id "
                "left join article a on a.entry_id = s.entry_id "
                f"where (s.kept = 0 or a.awaits_page = 1) and e.url is not null and {where.sql}"
            )
            found.update(scalars(sql, query, where.values))
    return sorted(found, reverse=True)


def _act(sql: sqlite3.Connection, rule: ArrivalRule, ids: Sequence[int]) -> None:
    if rule.action is RuleAction.READ:
        status.set_read(sql, ids, True)
    elif rule.action is RuleAction.STAR:
        status.set_starred(sql, ids, True)
    elif rule.action is RuleAction.TAG:
        tags.add(sql, ids, (rule.tag,))
