"""Lists by date in parts: each is what a walk over the whole list says, whatever was done to the library."""

import sqlite3
from datetime import UTC, datetime, timedelta
from itertools import product
from typing import Any

import pytest

from tuinews.model.view import NOT_HERE, Filter, ListOrder, View
from tuinews.store.database import Database

from .chance import Chance

BY_DATE = (ListOrder.NEWEST, ListOrder.OLDEST)
PLACES: tuple[dict[str, Any], ...] = ({}, {"source_id": 1}, {"folder": "News"})
VIEWS = [View(**place, filter=which, order=order) for place, which, order in product(PLACES, Filter, BY_DATE)]


WALKS = ("SCAN listed USING COVERING INDEX listed_order", "SCAN o")
"""A folder is a walk along the order of all; its sources are few."""


def walked(sql: sqlite3.Connection, view: View) -> list[tuple[float, int]]:
    """What a view lists, from the tables as they are: each with its moment, in the view's order."""
    where = {
        Filter.ALL: "1",
        Filter.UNREAD: "s.read = 0",
        Filter.STARRED: "s.starred = 1",
        Filter.OFFLINE: "s.kept = 1",
    }[view.filter]
    place = "o.hidden = 0"
    if view.source_id is not None:
        place = f"o.id = {view.source_id}"
    elif view.folder is not None:
        place = f"o.folder = '{view.folder}'"
    listed = (
        "exists (select 1 from listed l join source o on o.id = l.source_id where l.entry_id = s.entry_id "
        f"and o.removed_at is null and {place})"
    )
    if view.filter is Filter.STARRED:
        listed = "1" if view == View(filter=Filter.STARRED, order=view.order) else listed
    else:
        listed += " and s.muted = 0"
    found = sql.execute(f"select s.sort_key, s.entry_id from status s where {where} and {listed}").fetchall()
    return sorted(found, reverse=view.order is ListOrder.NEWEST)


@pytest.mark.parametrize("seed", range(2))
def test_parts_of_a_list_are_those_of_the_whole(make: Any, seed: int) -> None:
    chance = Chance(make, seed)
    make.store._database.connection.execute("update source set folder = 'News' where id > 1")
    for _ in range(25):
        chance.step()
        for view in VIEWS:
            agrees(make, view)


def agrees(make: Any, view: View) -> None:
    with make.store._database.reading() as sql:
        whole = walked(sql, view)
        read = {entry_id for (entry_id,) in sql.execute("select entry_id from status where read = 1")}
    ids = [entry_id for _, entry_id in whole]
    found = make.store.listing(view, make.now)
    assert list(found.ids) == list(make.store.entry_ids(view)) == ids
    assert len(found.groups) == len(ids)

    few = make.store.outline(view, 3, make.now)
    if view.folder is not None or len(ids) <= 3:
        assert list(few.ids) == ids[:3]
    else:
        rest = ids[3:]
        between = [NOT_HERE] * (len(rest) - 3)
        assert list(few.ids) == [*ids[:3], *between, *rest[-3:]]
    known = [place for place, entry_id in enumerate(few.ids) if entry_id != NOT_HERE]
    assert [few.groups[place] for place in known] == [found.groups[place] for place in known]

    unread = [entry_id for entry_id in ids if entry_id not in read]
    assert list(make.store.unread_beyond(view, None, 4)) == unread[:4]
    for place, entry_id in enumerate(ids[::3]):
        beyond = [one for one in ids[3 * place + 1 :] if one not in read]
        assert list(make.store.unread_beyond(view, entry_id, 4)) == beyond[:4]

    middle = datetime.fromtimestamp(whole[len(whole) // 2][0], UTC) if whole else make.now
    older = [entry_id for moment, entry_id in sorted(whole) if moment < middle.timestamp()]
    assert list(make.store.ids_before(view, middle)) == older


def test_days_and_months_begin_where_they_do_in_the_whole_list(make: Any) -> None:
    source = make.source()
    make.listing(source, *(make.entry(f"{n}", 1.5**n) for n in range(28)))
    for order in BY_DATE:
        found = make.store.listing(View(order=order), make.now)
        rows = make.store.rows(found.ids)
        for row, group in zip(rows, found.groups, strict=True):
            day = datetime.fromtimestamp(row.published.timestamp).astimezone().date()
            near = (make.now.astimezone().date() - day) <= timedelta(days=31)
            assert group == (day.toordinal() if near else -(12 * day.year + day.month - 1))


@pytest.mark.parametrize("view", VIEWS)
def test_every_part_is_a_walk_along_an_index(make: Any, view: View) -> None:
    """No step of it reads a table from end to end, or sorts."""
    make.listing(make.source(), *(make.entry(f"{n}", n * 30) for n in range(9)))
    first = make.store.entry_ids(View())[0]
    for step in plans(
        make.store._database,
        lambda: (
            make.store.outline(view, 3, make.now),
            make.store.unread_beyond(view, first, 5),
            make.store.ids_before(view, make.now),
            make.store.counts(),
        ),
    ):
        assert "TEMP B-TREE" not in step, step
        assert not step.startswith("SCAN") or step.startswith(WALKS), step
        assert "AUTOMATIC" not in step, step


def plans(database: Database, ask: Any) -> list[str]:
    """The steps by which SQLite answers all that is asked of it."""
    asked: list[str] = []
    database.connection.set_trace_callback(asked.append)
    ask()
    database.connection.set_trace_callback(None)
    queries = [query for query in dict.fromkeys(asked) if query.startswith("select")]
    assert queries
    return [row[3] for query in queries for row in database.connection.execute(f"explain query plan {query}")]
