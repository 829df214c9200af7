"""The orders of a list beside the newest first: each a walk along an index, or a few of them put together.

Nothing is sorted: 100,000 entries take some 100 ms less so, and a list of all would need a temporary table.
"""

import sqlite3
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from itertools import chain, islice, pairwise
from operator import neg

from tuinews.model.view import ListedIds, ListOrder, View
from tuinews.store.database import chunks, marks
from tuinews.store.tables.entries import ids_query

NOT_KEPT = 0
"""The group of what no text is kept of, in order of reading time."""
READING_MINUTES = (2, 5, 10)
"""The minutes up to which the groups 1, 2 and 3 of that order go; group 4 has what takes longer."""
_BYTES_A_MINUTE = 1200
"""UTF-8 of a minute's reading: some 1,100 Latin letters, 1,000 Vietnamese ones, 400 ideographs."""
_ENDLESS = 1 << 40
_BY_DAY = 31
"""Days that have groups of their own; what is older is grouped by month."""

_LENGTH = "length(cast(text as blob))"
LENGTHS = (
    f"select entry_id from article indexed by article_length where {_LENGTH} > ? and {_LENGTH} <= ? "
    f"order by {_LENGTH}"
)
"""The articles of so many bytes, the shortest first. Their lengths are not asked for: the texts would be read."""


def listing(sql: sqlite3.Connection, view: View, limit: int | None, now: datetime) -> ListedIds:
    """The ids of a view in its order, with the groups in which they stand (see `ListedIds`)."""
    if view.order is ListOrder.SOURCE:
        return _first(_by_source(sql, view), limit)
    if view.order is ListOrder.READING_TIME:
        return _first(_by_reading_time(sql, view), limit)
    found = _with_keys(sql, view, limit)
    moments = found[1::2]
    return ListedIds(array("q", map(int, found[::2])), _days(moments, now, view.order))


def before(sql: sqlite3.Connection, view: View, moment: datetime) -> "array[int]":
    """The ids of a view that stand before a moment, oldest first."""
    found = _with_keys(sql, replace(view, order=ListOrder.OLDEST), None)
    return array("q", map(int, found[::2][: bisect_left(found[1::2], moment.timestamp())]))


def _with_keys(sql: sqlite3.Connection, view: View, limit: int | None) -> "array[float]":
    """Ids and the moments by which they stand, in turn: all numbers of one kind are read without a row each."""
    query, values = ids_query(view)
    query = query.replace("select entry_id from", "select entry_id, sort_key from", 1)
    if limit is not None:
        query, values = query + " limit ?", (*values, limit)
    return array("d", chain.from_iterable(sql.execute(query, values)))


def _days(moments: "array[float]", now: datetime, order: ListOrder) -> "array[int]":
    """The group of each moment: its day as an ordinal, or its month; moments stand in order."""
    groups = array("q")
    while (place := len(groups)) < len(moments):
        group, begin, end = _day(moments[place], now)
        if order is ListOrder.OLDEST:
            behind = bisect_left(moments, end, place)
        else:
            behind = bisect_right(moments, -begin, place, key=neg)
        groups.extend(array("q", [group]) * max(1, behind - place))
    return groups


def _day(moment: float, now: datetime) -> tuple[int, float, float]:
    """The group of a moment, and from when until when it goes, in seconds since the epoch."""
    try:
        day = datetime.fromtimestamp(moment).astimezone().date()
        today = now.astimezone().date()
        if (today - day).days <= _BY_DAY:
            return day.toordinal(), _midnight(day), _midnight(date.fromordinal(day.toordinal() + 1))
        after = date(day.year + day.month // 12, day.month % 12 + 1, 1)
        return -(day.year * 12 + day.month - 1), _midnight(day.replace(day=1)), _midnight(after)
    except (OverflowError, ValueError, OSError):  # no calendar goes so far
        return 0, moment, moment


def _midnight(day: date) -> float:
    return datetime(day.year, day.month, day.day).timestamp()


def _by_source(sql: sqlite3.Connection, view: View) -> Iterator[tuple[int, int]]:
    """Each id with the source under which it is listed: in order of the sources, each newest first.

    What several list is listed under the one that it is shown as. Group 0 has what no living source lists.
    """
    newest = replace(view, order=ListOrder.NEWEST)
    wanted = set(_ids(sql, newest))
    owner = _owners(sql)
    sources = sql.execute(
        "select id from source where removed_at is null order by folder is not null, folder, title, id"
    )
    for (source_id,) in sources.fetchall():
        for entry_id in _ids(sql, View(source_id=source_id, filter=view.filter)):
            if entry_id in wanted and owner.get(entry_id, source_id) == source_id:
                wanted.discard(entry_id)
                yield entry_id, source_id
    for entry_id in _ids(sql, newest) if wanted else ():
        if entry_id in wanted:
            yield entry_id, 0


def _owners(sql: sqlite3.Connection) -> dict[int, int]:
    """The source as whose each entry is shown, of those that several list."""
    several = sql.execute(
        "select entry_id from listed indexed by listed_entry group by entry_id having count(*) > 1"
    )
    found: dict[int, int] = {}
    for part in chunks([entry_id for (entry_id,) in several]):
        found.update(sql.execute(f"select id, source_id from entry where id in ({marks(part)})", part))
    return found


def _by_reading_time(sql: sqlite3.Connection, view: View) -> Iterator[tuple[int, int]]:
    """Each id with the minutes that it takes, in groups: the shortest first, what is not kept at the end."""
    newest = _ids(sql, replace(view, order=ListOrder.NEWEST))
    wanted = set(newest)
    bounds = [-1, *(minutes * _BYTES_A_MINUTE for minutes in READING_MINUTES), _ENDLESS]
    for group, (least, most) in enumerate(pairwise(bounds), start=1):
        for (entry_id,) in sql.execute(LENGTHS, (least, most)):
            if entry_id in wanted:
                wanted.discard(entry_id)
                yield entry_id, group
    yield from ((entry_id, NOT_KEPT) for entry_id in newest if entry_id in wanted)


def _ids(sql: sqlite3.Connection, view: View) -> "array[int]":
    query, values = ids_query(view)
    return array("q", chain.from_iterable(sql.execute(query, values)))


def _first(found: Iterable[tuple[int, int]], limit: int | None) -> ListedIds:
    flat = array("q", chain.from_iterable(islice(found, limit)))
    return ListedIds(flat[::2], flat[1::2])
