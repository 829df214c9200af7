"""Lists by date: whole, in outline, in the groups of their days, and what is unread beside an entry.

Each is a walk along one index. A walk over a million takes half a second, so that the screen asks for an outline
first, and a key press for no more than what it shows.
"""

import sqlite3
from array import array
from dataclasses import replace
from datetime import date, datetime
from itertools import chain

from tuinews.model.view import NOT_HERE, Filter, ListedIds, ListOrder, View
from tuinews.quick_dataclass import dataclass
from tuinews.store.lists import tally
from tuinews.store.statements import scalar
from tuinews.store.tables.entries import ids_query

_SLICE = 10_000
"""Ids that are taken at once: the thread that paints has its turn between two slices."""
_BY_DAY = 31
"""Days that have groups of their own; what is older is grouped by month."""
_BEYOND = {
    ListOrder.NEWEST: "and (sort_key, entry_id) < (?, ?)",
    ListOrder.OLDEST: "and (sort_key, entry_id) > (?, ?)",
}
_OTHER_WAY = {ListOrder.NEWEST: ListOrder.OLDEST, ListOrder.OLDEST: ListOrder.NEWEST}


def ids(sql: sqlite3.Connection, view: View, limit: int | None = None) -> "array[int]":
    """The ids of a view, newest or oldest first."""
    query, values = ids_query(view)
    return _walk(sql, f"{query} limit ?", (*values, -1 if limit is None else limit))


def before(sql: sqlite3.Connection, view: View, moment: datetime) -> "array[int]":
    """The ids of a view that stand before a moment, oldest first."""
    query, values = ids_query(replace(view, order=ListOrder.OLDEST), "and sort_key < ?")
    return _walk(sql, query, (*values, moment.timestamp()))


def listing(sql: sqlite3.Connection, view: View, limit: int | None, now: datetime) -> ListedIds:
    """The ids of a view by date, with their days as groups (see `ListedIds`)."""
    found = ids(sql, view, limit)
    return ListedIds(found, _days(sql, view, found, now))


def outline(sql: sqlite3.Connection, view: View, each: int, now: datetime) -> ListedIds:
    """The first and the last `each` ids of a view, `NOT_HERE` for those between; the first alone where nobody has
    counted how many there are.
    """
    first = listing(sql, view, each, now)
    between_and_last = (tally.size_of(sql, view) or 0) - len(first.ids)
    if len(first.ids) < each or between_and_last <= 0:
        return first
    last = listing(sql, replace(view, order=_OTHER_WAY[view.order]), min(each, between_and_last), now)
    between = between_and_last - len(last.ids)
    return ListedIds(
        _ends(first.ids, NOT_HERE, between, last.ids),
        _ends(first.groups, first.groups[-1], between, last.groups),
    )


def _ends(begin: "array[int]", filler: int, between: int, end: "array[int]") -> "array[int]":
    """`begin`, so many fillers, and `end` backwards: a million are 8 MB, which are written once."""
    whole = array("q", [filler]) * (len(begin) + between + len(end))
    whole[: len(begin)] = begin
    whole[len(whole) - len(end) :] = end[::-1]
    return whole


def unread_beyond(sql: sqlite3.Connection, view: View, entry_id: int | None, most: int) -> "array[int]":
    """The first unread ids of a view beyond an entry, in the view's order; from its beginning for None."""
    which = Filter.UNREAD if view.filter is Filter.ALL else view.filter
    known = None if entry_id is None else _moment(sql, entry_id)
    bound = "and read = 0 " + ("" if known is None else _BEYOND[view.order])
    query, values = ids_query(replace(view, filter=which), bound)
    key = () if known is None else (known, entry_id)
    return _walk(sql, f"{query} limit ?", (*values, *key, most))


def _walk(sql: sqlite3.Connection, query: str, values: tuple[object, ...]) -> "array[int]":
    found = array("q")
    rows = sql.execute(query, values)
    while part := rows.fetchmany(_SLICE):
        found.extend(chain.from_iterable(part))
    return found


def _days(sql: sqlite3.Connection, view: View, listed: "array[int]", now: datetime) -> "array[int]":
    """The group of each: its day as an ordinal, or its month. Only the first of each day is looked up."""
    groups = array("q")
    newest = view.order is ListOrder.NEWEST
    query, values = ids_query(view, "and sort_key < ?" if newest else "and sort_key >= ?")
    while (place := len(groups)) < len(listed):
        group = _group_of(_moment(sql, listed[place]) or 0.0, now)
        next_id = scalar(sql, f"{query} limit 1", (*values, group.begin if newest else group.end))
        try:
            behind = len(listed) if next_id is None else listed.index(next_id, place)
        except ValueError:  # beyond what is listed
            behind = len(listed)
        groups.extend(array("q", [group.number]) * max(1, behind - place))
    return groups


def _moment(sql: sqlite3.Connection, entry_id: int) -> float | None:
    """The moment by which an entry stands, None for an unknown one."""
    found: float | None = scalar(sql, "select sort_key from status where entry_id = ?", (entry_id,))
    return found


@dataclass(frozen=True, slots=True)
class _DateGroup:
    """A group of a list by date, and from when until when it goes, in seconds since the epoch."""

    number: int
    begin: float
    end: float


def _group_of(moment: float, now: datetime) -> _DateGroup:
    try:
        day = datetime.fromtimestamp(moment).astimezone().date()
        today = now.astimezone().date()
        if (today - day).days <= _BY_DAY:
            following = date.fromordinal(day.toordinal() + 1)
            return _DateGroup(day.toordinal(), _midnight(day), _midnight(following))
        after = date(day.year + day.month // 12, day.month % 12 + 1, 1)
        return _DateGroup(-(day.year * 12 + day.month - 1), _midnight(day.replace(day=1)), _midnight(after))
    except (OverflowError, ValueError, OSError):  # no calendar goes so far
        return _DateGroup(0, moment, moment)


def _midnight(day: date) -> float:
    return datetime(day.year, day.month, day.day).timestamp()
