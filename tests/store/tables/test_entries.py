from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tuinews.errors import NotFoundError
from tuinews.model.entry_row import Cached
from tuinews.model.view import Counts, Filter, View
from tuinews.model.when import Precision, When
from tuinews.store.tables.entries import ids_query


def test_the_newest_comes_first_and_equal_dates_stand_in_page_order(shelf: Any) -> None:
    source = shelf.source()
    shelf.listing(
        source, shelf.entry("old", 5), shelf.entry("one", 1), shelf.entry("two", 1), shelf.entry("undated")
    )

    assert shelf.titles(shelf.store.entry_ids(View())) == ["one", "two", "undated", "old"]


def test_of_entries_without_a_date_those_seen_later_come_first(shelf: Any) -> None:
    source = shelf.source()
    shelf.listing(source, shelf.entry("a"), shelf.entry("b"))
    later = shelf.now + timedelta(hours=1)
    shelf.listing(source, shelf.entry("c"), shelf.entry("d"), shelf.entry("a"), at=later)

    assert shelf.titles(shelf.store.entry_ids(View())) == ["c", "d", "a", "b"]


def test_each_filter_lists_its_own(shelf: Any) -> None:
    source = shelf.source("a", folder="News")
    one, two, three = shelf.listing(source, shelf.entry("1", 1), shelf.entry("2", 2), shelf.entry("3", 3))
    shelf.store.set_read([one], True)
    shelf.star(two)
    shelf.store.keep_article(three, shelf.article("x", "text"), shelf.now)

    for place in (View(), View(source_id=source.id), View(folder="News")):
        listed = {f: list(shelf.store.entry_ids(replace(place, filter=f))) for f in Filter}
        assert listed == {
            Filter.ALL: [one, two, three],
            Filter.UNREAD: [two, three],
            Filter.STARRED: [two],
            Filter.OFFLINE: [three],
        }
        assert list(shelf.store.entry_ids(place, limit=2)) == [one, two]
    assert list(shelf.store.entry_ids(View(folder="Other"))) == []
    assert shelf.store.counts() == Counts(all=3, unread=2, starred=1, offline=1)


def test_an_entry_that_two_sources_of_a_folder_list_is_listed_once(shelf: Any) -> None:
    for name in ("one", "two"):
        shelf.listing(shelf.source(name, folder="News"), shelf.entry("same", 1), shelf.entry(name, 2))

    for filter_ in (Filter.ALL, Filter.UNREAD):
        assert len(shelf.store.entry_ids(View(folder="News", filter=filter_))) == 3


@pytest.mark.parametrize("filter_", Filter)
@pytest.mark.parametrize("place", [View(), View(source_id=1), View(folder="News")])
def test_a_list_is_a_walk_along_one_index_with_nothing_to_sort(shelf: Any, place: View, filter_: Filter) -> None:
    query, values = ids_query(replace(place, filter=filter_))
    with shelf.store._database.reading() as sql:
        plan = [row[3] for row in sql.execute(f"explain query plan {query}", values)]

    assert "USING COVERING INDEX" in plan[0]
    assert not [step for step in plan if "TEMP B-TREE" in step]


def test_rows_come_in_the_order_asked_for(shelf: Any) -> None:
    ids = shelf.listing(shelf.source(), *(shelf.entry(f"{n}", n) for n in range(700)))
    wanted = [ids[600], 999_999, *ids[:500], ids[600]]

    assert [row.id for row in shelf.store.rows(wanted)] == [ids[600], *ids[:500], ids[600]]
    assert shelf.store.rows([]) == []


def test_a_row_says_what_the_listing_said(shelf: Any) -> None:
    published = When(shelf.now, Precision.YEAR, shelf.now - timedelta(days=365))
    entry = shelf.entry("one", authors=("An", "Bình"), image="https://a.example.org/1.jpg", summary="Tóm tắt")
    source = shelf.source("a")
    [entry_id] = shelf.listing(source, replace(entry, published=published))

    [row] = shelf.store.rows([entry_id])

    assert (row.source_id, row.source_title, row.title, row.url) == (source.id, "a", "one", entry.url)
    assert row.published == published
    assert row.first_seen == shelf.now
    assert (row.summary, row.authors, row.image) == ("Tóm tắt", ("An", "Bình"), "https://a.example.org/1.jpg")
    assert (row.read, row.starred, row.cached) == (False, False, Cached.NONE)


def test_an_entry_is_found_by_number_digits_and_any_form_of_its_address(shelf: Any) -> None:
    [entry_id] = shelf.listing(shelf.source(), shelf.entry("one", url="https://www.example.org/one?utm_source=x"))

    for name in (entry_id, str(entry_id), "http://example.org/one/", "https://m.example.org/one#top"):
        assert shelf.store.find_entry(name).id == entry_id
    for unknown in (99, "99", "https://example.org/two", "no address"):
        with pytest.raises(NotFoundError):
            shelf.store.find_entry(unknown)
