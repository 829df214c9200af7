"""Orders of lists: walks along indexes, and the groups in which entries stand."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tuinews.model.view import Filter, ListOrder, View
from tuinews.model.when import When
from tuinews.store.lists import orders
from tuinews.store.tables.entries import ids_query


def listed(shelf: Any, view: View, now: datetime | None = None) -> list[str]:
    found = shelf.store.listing(view, now or shelf.now)
    assert len(found.groups) == len(found.ids)
    titles: list[str] = shelf.titles(found.ids)
    return titles


@pytest.mark.parametrize("filter_", Filter)
@pytest.mark.parametrize("place", [{}, {"source_id": 1}, {"folder": "News"}])
def test_the_oldest_first_is_a_walk_along_one_index(shelf: Any, place: Any, filter_: Filter) -> None:
    query, values = ids_query(View(**place, filter=filter_, order=ListOrder.OLDEST))
    assert_is_walk(shelf, query, values)
    assert_is_walk(shelf, query.replace("select entry_id", "select entry_id, sort_key", 1), values)


def test_reading_times_are_a_walk_along_one_index(shelf: Any) -> None:
    with shelf.store._database.reading() as sql:
        plan = [row[3] for row in sql.execute(f"explain query plan {orders.LENGTHS}", (0, 100))]
    assert "USING COVERING INDEX article_length" in plan[0]
    assert len(plan) == 1, "nothing is sorted"


def assert_is_walk(shelf: Any, query: str, values: Any) -> None:
    with shelf.store._database.reading() as sql:
        plan = [row[3] for row in sql.execute(f"explain query plan {query}", values)]
    assert "USING COVERING INDEX" in plan[0]
    assert not [step for step in plan if "TEMP B-TREE" in step]


def test_the_same_entries_stand_in_every_order(shelf: Any) -> None:
    for name, folder in (("b", None), ("a", "News"), ("c", "News")):
        source = shelf.source(name, folder=folder)
        shelf.listing(source, *(shelf.entry(f"{name}{n}", n * 7) for n in range(1, 5)), shelf.entry("same", 9))
    for filter_ in Filter:
        for place in ({}, {"source_id": 2}, {"folder": "News"}):
            newest = listed(shelf, View(**place, filter=filter_))
            for order in ListOrder:
                assert sorted(listed(shelf, View(**place, filter=filter_, order=order))) == sorted(newest)
            assert listed(shelf, View(**place, filter=filter_, order=ListOrder.OLDEST)) == newest[::-1]
            few = shelf.store.listing(View(**place, filter=filter_), shelf.now, 2)
            assert shelf.titles(few.ids) == newest[:2]


def test_by_source_each_has_its_own_newest_first_and_none_twice(shelf: Any) -> None:
    first = shelf.source("b")
    second = shelf.source("a", folder="News")
    shelf.listing(first, shelf.entry("b1", 1), shelf.entry("same", 2))
    shelf.listing(second, shelf.entry("a1", 3), shelf.entry("same", 2))
    found = shelf.store.listing(View(order=ListOrder.SOURCE), shelf.now)
    assert shelf.titles(found.ids) == ["b1", "same", "a1"]
    assert list(found.groups) == [first.id, first.id, second.id]
    (starred,) = [entry for entry in found.ids if shelf.titles([entry]) == ["a1"]]
    shelf.star(starred)
    shelf.remove(second)
    left = shelf.store.listing(View(filter=Filter.STARRED, order=ListOrder.SOURCE), shelf.now)
    assert (shelf.titles(left.ids), list(left.groups)) == (["a1"], [0])


def test_by_reading_time_the_shortest_comes_first_and_what_is_not_kept_last(shelf: Any) -> None:
    long, short, unread = shelf.listing(
        shelf.source(), shelf.entry("long", 1), shelf.entry("short", 2), shelf.entry("not kept", 0)
    )
    shelf.store.keep_article(long, shelf.article("x", "Chữ Việt " * 2000), shelf.now)
    shelf.store.keep_article(short, shelf.article("x", "short"), shelf.now)
    found = shelf.store.listing(View(order=ListOrder.READING_TIME), shelf.now)
    assert list(found.ids) == [short, long, unread]
    assert list(found.groups) == [1, 4, orders.NOT_KEPT]


def test_a_day_is_a_group_and_so_is_a_month_that_is_past(shelf: Any) -> None:
    now = datetime(2026, 11, 29, 12, tzinfo=UTC)
    days = (0, 0, 1, 3, 3, 3, 70, 75, 400)
    shelf.listing(
        shelf.source(),
        *(shelf.entry(f"{n}", published=When(now - timedelta(days=day))) for n, day in enumerate(days)),
        at=now,
    )
    found = shelf.store.listing(View(), now)
    today = now.astimezone().date().toordinal()
    expected = [*(today - day for day in days[:6]), -(2026 * 12 + 8), -(2026 * 12 + 8), -(2025 * 12 + 9)]
    assert list(found.groups) == expected
    assert list(shelf.store.listing(View(order=ListOrder.OLDEST), now).groups) == expected[::-1]
