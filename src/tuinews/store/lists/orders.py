"""The orders of a list beside the newest first: each a walk along an index, or a few of them put together.

Nothing is sorted: 100,000 entries take some 100 ms less so, and a list of all would need a temporary table.
"""

import sqlite3
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import chain, islice, pairwise

from tuinews.model.view import ListedIds, ListOrder, View
from tuinews.store.lists import by_date
from tuinews.store.statements import chunks, marks

NOT_KEPT = 0
"""The group of what no text is kept of, in order of reading time."""
READING_MINUTES = (2, 5, 10)
"""The minutes up to which the groups 1, 2 and 3 of that order go; group 4 has what takes longer."""
_BYTES_A_MINUTE = 1200
"""UTF-8 of a minute's reading: some 1,100 Latin letters, 1,000 Vietnamese ones, 400 ideographs."""
_ENDLESS = 1 << 40

LENGTHS = "select entry_id from article indexed by article_length where length > ? and length <= ? order by length"
"""The articles of so many bytes, the shortest first."""


def listing(sql: sqlite3.Connection, view: View, limit: int | None, now: datetime) -> ListedIds:
    """The ids of a view in its order, with the groups in which they stand (see `ListedIds`)."""
    if view.order is ListOrder.SOURCE:
        return _first(_by_source(sql, view), limit)
    if view.order is ListOrder.READING_TIME:
        return _first(_by_reading_time(sql, view), limit)
    return by_date.listing(sql, view, limit, now)


def outline(sql: sqlite3.Connection, view: View, each: int, now: datetime) -> ListedIds:
    """The beginning of a list with what is known of the rest (see `by_date.outline`)."""
    if view.order in (ListOrder.SOURCE, ListOrder.READING_TIME):
        return listing(sql, view, each, now)
    return by_date.outline(sql, view, each, now)


def _by_source(sql: sqlite3.Connection, view: View) -> Iterator[tuple[int, int]]:
    """Each id with the source under which it is listed: in order of the sources, each newest first.

    What several list is listed under the one that it is shown as. Group 0 has what no living source lists.
    """
    newest = replace(view, order=ListOrder.NEWEST)
    wanted = set(by_date.ids(sql, newest))
    owner = _owners(sql)
    sources = sql.execute(
        "select id from source where removed_at is null order by folder is not null, folder, title, id"
    )
    for (source_id,) in sources.fetchall():
        for entry_id in by_date.ids(sql, View(source_id=source_id, filter=view.filter)):
            if entry_id in wanted and owner.get(entry_id, source_id) == source_id:
                wanted.discard(entry_id)
                yield entry_id, source_id
    for entry_id in by_date.ids(sql, newest) if wanted else ():
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
    newest = by_date.ids(sql, replace(view, order=ListOrder.NEWEST))
    wanted = set(newest)
    bounds = [-1, *(minutes * _BYTES_A_MINUTE for minutes in READING_MINUTES), _ENDLESS]
    for group, (least, most) in enumerate(pairwise(bounds), start=1):
        for (entry_id,) in sql.execute(LENGTHS, (least, most)):
            if entry_id in wanted:
                wanted.discard(entry_id)
                yield entry_id, group
    yield from ((entry_id, NOT_KEPT) for entry_id in newest if entry_id in wanted)


def _first(found: Iterable[tuple[int, int]], limit: int | None) -> ListedIds:
    flat = array("q", chain.from_iterable(islice(found, limit)))
    return ListedIds(flat[::2], flat[1::2])
