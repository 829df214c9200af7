"""What rules do to entries as they arrive, in the transaction that brings them."""

import sqlite3
from collections.abc import Sequence

from tuinews.model.standing.queries import ArrivalRule, RuleAction
from tuinews.store.database import scalars
from tuinews.store.search.conditions import EntrySpan
from tuinews.store.search.muting import condition
from tuinews.store.tables import standing_queries, status, tags


def apply(sql: sqlite3.Connection, ids: Sequence[int]) -> None:
    """Let every rule do to entries that have just come what it does; hiding is the matter of `muting`.

    One question a rule, however many entries came.
    """
    if not ids:
        return
    span, new = EntrySpan(min(ids), max(ids)), set(ids)
    for rule in standing_queries.rules(sql):
        where = None if rule.action is RuleAction.HIDE else condition(rule.query, span)
        if where is not None:
            found = scalars(sql, f"select s.entry_id from status s where {where.sql}", where.values)
            _act(sql, rule, sorted(new.intersection(found)))


def _act(sql: sqlite3.Connection, rule: ArrivalRule, ids: Sequence[int]) -> None:
    if rule.action is RuleAction.READ:
        status.set_read(sql, ids, True)
    elif rule.action is RuleAction.STAR:
        status.set_starred(sql, ids, True)
    elif rule.action is RuleAction.TAG:
        tags.add(sql, ids, (rule.tag,))
