"""What a saved view lists, in its order, and how much of it is unread."""

import sqlite3
import time
from array import array
from collections.abc import Callable
from contextlib import suppress

from tuinews.errors import QueryError
from tuinews.model.standing.queries import SavedView, ViewOrder
from tuinews.model.view import Filter, View
from tuinews.query.parser import parse
from tuinews.store.search import search
from tuinews.store.search.conditions import condition_of
from tuinews.store.statements import scalar, scalars

COUNTING_SECONDS = 1.0
"""Seconds in which the unread of a view, or the muted of a search, are counted, or not at all."""

_STEPS = 20_000
"""Steps of SQLite between two looks at the clock: about a millisecond."""

_ORDERS = {
    ViewOrder.NEWEST: "s.sort_key desc, s.entry_id desc",
    ViewOrder.OLDEST: "s.sort_key, s.entry_id",
}


def ids(sql: sqlite3.Connection, saved: SavedView, which: Filter, limit: int | None) -> "array[int]":
    """The ids that a saved view lists by a filter. Raises QueryError for a query that is none any more."""
    view = View(filter=which)
    if saved.order is ViewOrder.BEST:
        return search.kept_ids(sql, saved.query, view, limit)
    where = search.condition(saved.query, view)
    if where is None:
        return array("q")
    query = f"select s.entry_id from status s where {where.sql} order by {_ORDERS[saved.order]} limit ?"
    return array("q", scalars(sql, query, (*where.values, -1 if limit is None else limit)))


def found(sql: sqlite3.Connection, typed: str) -> int:
    """How many entries of living sources a query finds, muted or not. Raises QueryError."""
    expression = parse(typed)
    if expression is None:
        return 0
    one = condition_of(expression)
    query = f"select count(*) from status s where {search.SHOWN_OR_MUTED} and ({one.sql})"
    return int(scalar(sql, query, one.values))


def every(sql: sqlite3.Connection, typed: str) -> "array[int]":
    """The ids of all entries that a query finds, the newest first, muted or not, also those that outlived their
    sources. Raises QueryError.
    """
    expression = parse(typed)
    if expression is None:
        return array("q")
    one = condition_of(expression)
    query = f"select s.entry_id from status s where {one.sql} order by s.sort_key desc, s.entry_id desc"
    return array("q", scalars(sql, query, one.values))


def unread(sql: sqlite3.Connection, saved: SavedView, seconds: float = COUNTING_SECONDS) -> int | None:
    """How many unread entries a saved view lists, None where counting them takes too long.

    Raises QueryError for a query that is none any more.
    """
    where = search.condition(saved.query, View(filter=Filter.UNREAD))
    if where is None:
        return 0
    query = f"select count(*) from status s where {where.sql}"
    return _in_time(sql, seconds, lambda: int(scalar(sql, query, where.values)))


def muted(sql: sqlite3.Connection, typed: str, view: View, seconds: float = COUNTING_SECONDS) -> int:
    """How many entries of a view a query does not find since they are muted; 0 where counting them takes too long,
    and for a query that is none."""
    with suppress(QueryError):
        return _in_time(sql, seconds, lambda: search.muted(sql, typed, view)) or 0
    return 0


def _in_time(sql: sqlite3.Connection, seconds: float, counted: Callable[[], int]) -> int | None:
    """What is counted, None where that takes longer."""
    end = time.monotonic() + seconds
    sql.set_progress_handler(lambda: int(time.monotonic() > end), _STEPS)
    try:
        return counted()
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorname", "") != "SQLITE_INTERRUPT":
            raise
        return None
    finally:
        sql.set_progress_handler(None, 0)
