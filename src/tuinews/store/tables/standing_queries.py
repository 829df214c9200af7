"""Queries that stand: saved views, mutes and rules, each a row with what is set for it as JSON."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import replace

from tuinews.errors import NotFoundError, Remedy
from tuinews.language import _
from tuinews.model.standing.queries import ArrivalRule, Mute, RuleAction, SavedView, StandingQuery
from tuinews.model.standing.queries_json import MUTE, RULE, VIEW, kind_of, options_of, standing_query
from tuinews.store.tables.columns import insert


def views(sql: sqlite3.Connection) -> list[SavedView]:
    """The saved views, in their order."""
    found = [one for one in _every(sql, VIEW) if isinstance(one, SavedView)]
    return sorted(found, key=lambda view: (view.place, view.id))


def view(sql: sqlite3.Connection, view_id: int) -> SavedView:
    """The saved view of an id; raises NotFoundError."""
    found = next((one for one in views(sql) if one.id == view_id), None)
    if found is None:
        raise NotFoundError(
            _("view {view_id}", view_id=view_id), _("it is not in the library"), Remedy.LISTED_VIEWS
        )
    return found


def find(sql: sqlite3.Connection, one: StandingQuery) -> StandingQuery | None:
    """The one of that kind and id as it is now, None where it is kept no longer."""
    return next((known for known in _every(sql, kind_of(one)) if known.id == one.id), None)


def same(sql: sqlite3.Connection, one: StandingQuery) -> StandingQuery | None:
    """The mute of the same query, or the rule that does the same to it, that is there already; None for a view."""
    if isinstance(one, Mute):
        return next((known for known in mutes(sql) if known.query == one.query), None)
    if isinstance(one, ArrivalRule):
        return next((known for known in rules(sql) if replace(one, id=known.id) == known), None)
    return None


def mutes(sql: sqlite3.Connection) -> list[Mute]:
    """The mutes, in the order in which they were made."""
    return [one for one in _every(sql, MUTE) if isinstance(one, Mute)]


def rules(sql: sqlite3.Connection) -> list[ArrivalRule]:
    """The rules, in the order in which they were made."""
    return [one for one in _every(sql, RULE) if isinstance(one, ArrivalRule)]


def hiding(sql: sqlite3.Connection) -> list[str]:
    """The queries of all that hides entries: mutes, and rules that do."""
    rules_that_hide = [rule.query for rule in rules(sql) if rule.action is RuleAction.HIDE]
    return [*(mute.query for mute in mutes(sql)), *rules_that_hide]


def put(sql: sqlite3.Connection, one: StandingQuery) -> int:
    """Keep a standing query, over one of the same id; returns its id, which is a new one where it had none."""
    values: dict[str, object] = {
        "kind": kind_of(one),
        "query": one.query,
        "options": json.dumps(options_of(one), ensure_ascii=False),
    }
    known: dict[str, object] = {"id": one.id} if one.id else {}
    return insert(sql, "standing_query", known | values, "insert or replace")


def remove(sql: sqlite3.Connection, query_id: int) -> None:
    """Keep one no longer."""
    sql.execute("delete from standing_query where id = ?", (query_id,))


def _every(sql: sqlite3.Connection, kind: str) -> Iterable[StandingQuery]:
    """Those of a kind; one that is damaged, or that only a newer version understands, is left out."""
    rows = sql.execute("select id, query, options from standing_query where kind = ? order by id", (kind,))
    for query_id, query, options in rows:
        try:
            yield standing_query(kind, query_id, query, json.loads(options))
        except (ValueError, KeyError, TypeError):
            continue
