"""Orders of lists: walks along indexes, and the groups in which entries stand."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tuinews.model.view import Filter, ListOrder, View
from tuinews.model.when import When
from tuinews.store.lists import orders
from tuinews.store.tables.entries import ids_query


def listed(make: Any, view: View, now: datetime | None = None) -> list[str]:
    found = make.store.listing(view, now or make.now)
    assert len(found.groups) == len(found.ids)
    titles: list[str] = make.titles(found.ids)
    return titles


@pytest.mark.parametrize("filter_", Filter)
@pytest.mark.parametrize("place", [{}, {"source_id": 1}, {"folder": "News"}])
def test_the_oldest_first_is_a_walk_along_one_index(make: Any, place: Any, filter_: Filter) -> None:
    query, values = ids_query(View(**place, filter=filter_, order=ListOrder.OLDEST))
    assert_is_walk(make, query, values)
    assert_is_walk(make, query.replace("select entry_id", "select entry_id, sort_key", 1), values)


def test_reading_times_are_a_walk_along_one_index(make: Any) -> None:
    with make.store._database.reading() as sql:
        plan = [row[3] for row in sql.execute(f"explain query plan {orders.LENGTHS}", (0, 100))]
    assert "USING COVERING INDEX article_length" in plan[0]
    assert len(plan) == 1, "nothing is sorted"


def assert_is_walk(make: Any, query: str, values: Any) -> None:
    with make.store._database.reading() as sql:
        plan = [row[3] for row in sql.execute(f"explain query plan {query}", values)]
    assert "USING COVERING INDEX" in plan[0]
    assert not [step for step in plan if "TEMP B-TREE" in step]


def test_the_same_entries_stand_in_every_order(make: Any) -> None:
    for name, folder in (("b", None), ("a", "News"), ("c", "News")):
        source = make.source(name, folder=folder)
        make.listing(source, *(make.entry(f"{name}{n}", n * 7) for n in range(1, 5)), make.entry("same", 9))
    for filter_ in Filter:
        for place in ({}, {"source_id": 2}, {"folder": "News"}):
            newest = listed(make, View(**place, filter=filter_))
            for order in ListOrder:
                assert sorted(listed(make, View(**place, filter=filter_, order=order))) == sorted(newest)
            assert listed(make, View(**place, filter=filter_, order=ListOrder.OLDEST)) == newest[::-1]
            few = make.store.listing(View(**place, filter=filter_), make.now, 2)
            assert make.titles(few.ids) == newest[:2]


def test_by_source_each_has_its_own_newest_first_and_none_twice(make: Any) -> None:
    first = make.source("b")
    second = make.source("a", folder="News")
    make.listing(first, make.entry("b1", 1), make.entry("same", 2))
    make.listing(second, make.entry("a1", 3), make.entry("same", 2))
    found = make.store.listing(View(order=ListOrder.SOURCE), make.now)
    assert make.titles(found.ids) == ["b1", "same", "a1"]
    assert list(found.groups) == [first.id, first.id, second.id]
    (starred,) = [entry for entry in found.ids if make.titles([entry]) == ["a1"]]
    make.star(starred)
    make.remove(second)
    left = make.store.listing(View(filter=Filter.STARRED, order=ListOrder.SOURCE), make.now)
    assert (make.titles(left.ids), list(left.groups)) == (["a1"], [0])


def test_by_reading_time_the_shortest_comes_first_and_what_is_not_kept_last(make: Any) -> None:
    long, short, unread = make.listing(
        make.source(), make.entry("long", 1), make.entry("short", 2), make.entry("not kept", 0)
    )
    make.store.keep_article(long, make.article("x", "Chữ Việt " * 2000), make.now)
    make.store.keep_article(short, make.article("x", "short"), make.now)
    found = make.store.listing(View(order=ListOrder.READING_TIME), make.now)
    assert list(found.ids) == [short, long, unread]
    assert list(found.groups) == [1, 4, orders.NOT_KEPT]


def test_a_day_is_a_group_and_so_is_a_month_that_is_past(make: Any) -> None:
    now = datetime(2026, 11, 29, 12, tzinfo=UTC)
    days = (0, 0, 1, 3, 3, 3, 70, 75, 400)
    make.listing(
        make.source(),
        *(make.entry(f"{n}", published=When(now - timedelta(days=day))) for n, day in enumerate(days)),
        at=now,
    )
    found = make.store.listing(View(), now)
    today = now.astimezone().date().toordinal()
    expected = [*(today - day for day in days[:6]), -(2026 * 12 + 8), -(2026 * 12 + 8), -(2025 * 12 + 9)]
    assert list(found.groups) == expected
    assert list(make.store.listing(View(order=ListOrder.OLDEST), now).groups) == expected[::-1]
