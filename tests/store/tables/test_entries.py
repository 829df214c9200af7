from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tuinews.errors import NotFoundError
from tuinews.model.entry_row import Cached
from tuinews.model.view import Counts, Filter, View
from tuinews.model.when import Precision, When
from tuinews.store.tables.entries import ids_query


def test_the_newest_comes_first_and_equal_dates_stand_in_page_order(make: Any) -> None:
    source = make.source()
    make.listing(source, make.entry("old", 5), make.entry("one", 1), make.entry("two", 1), make.entry("undated"))

    assert make.titles(make.store.entry_ids(View())) == ["one", "two", "undated", "old"]


def test_of_entries_without_a_date_those_seen_later_come_first(make: Any) -> None:
    source = make.source()
    make.listing(source, make.entry("a"), make.entry("b"))
    later = make.now + timedelta(hours=1)
    make.listing(source, make.entry("c"), make.entry("d"), make.entry("a"), at=later)

    assert make.titles(make.store.entry_ids(View())) == ["c", "d", "a", "b"]


def test_each_filter_lists_its_own(make: Any) -> None:
    source = make.source("a", folder="News")
    one, two, three = make.listing(source, make.entry("1", 1), make.entry("2", 2), make.entry("3", 3))
    make.store.set_read([one], True)
    make.star(two)
    make.store.keep_article(three, make.article("x", "text"), make.now)

    for place in (View(), View(source_id=source.id), View(folder="News")):
        listed = {f: list(make.store.entry_ids(replace(place, filter=f))) for f in Filter}
        assert listed == {
            Filter.ALL: [one, two, three],
            Filter.UNREAD: [two, three],
            Filter.STARRED: [two],
            Filter.OFFLINE: [three],
        }
        assert list(make.store.entry_ids(place, limit=2)) == [one, two]
    assert list(make.store.entry_ids(View(folder="Other"))) == []
    assert make.store.counts() == Counts(all=3, unread=2, starred=1, offline=1)


def test_an_entry_that_two_sources_of_a_folder_list_is_listed_once(make: Any) -> None:
    for name in ("one", "two"):
        make.listing(make.source(name, folder="News"), make.entry("same", 1), make.entry(name, 2))

    for filter_ in (Filter.ALL, Filter.UNREAD):
        assert len(make.store.entry_ids(View(folder="News", filter=filter_))) == 3


@pytest.mark.parametrize("filter_", Filter)
@pytest.mark.parametrize("place", [View(), View(source_id=1), View(folder="News")])
def test_a_list_is_a_walk_along_one_index_with_nothing_to_sort(make: Any, place: View, filter_: Filter) -> None:
    query, values = ids_query(replace(place, filter=filter_))
    with make.store._database.reading() as sql:
        plan = [row[3] for row in sql.execute(f"explain query plan {query}", values)]

    assert "USING COVERING INDEX" in plan[0]
    assert not [step for step in plan if "TEMP B-TREE" in step]


def test_rows_come_in_the_order_asked_for(make: Any) -> None:
    ids = make.listing(make.source(), *(make.entry(f"{n}", n) for n in range(700)))
    wanted = [ids[600], 999_999, *ids[:500], ids[600]]

    assert [row.id for row in make.store.rows(wanted)] == [ids[600], *ids[:500], ids[600]]
    assert make.store.rows([]) == []


def test_a_row_says_what_the_listing_said(make: Any) -> None:
    published = When(make.now, Precision.YEAR, make.now - timedelta(days=365))
    entry = make.entry("one", authors=("An", "Bình"), image="https://a.example.org/1.jpg", summary="Tóm tắt")
    source = make.source("a")
    [entry_id] = make.listing(source, replace(entry, published=published))

    [row] = make.store.rows([entry_id])

    assert (row.source_id, row.source_title, row.title, row.url) == (source.id, "a", "one", entry.url)
    assert row.published == published
    assert row.first_seen == make.now
    assert (row.summary, row.authors, row.image) == ("Tóm tắt", ("An", "Bình"), "https://a.example.org/1.jpg")
    assert (row.read, row.starred, row.cached) == (False, False, Cached.NONE)


def test_an_entry_is_found_by_number_digits_and_any_form_of_its_address(make: Any) -> None:
    [entry_id] = make.listing(make.source(), make.entry("one", url="https://www.example.org/one?utm_source=x"))

    for name in (entry_id, str(entry_id), "http://example.org/one/", "https://m.example.org/one#top"):
        assert make.store.find_entry(name).id == entry_id
    for unknown in (99, "99", "https://example.org/two", "no address"):
        with pytest.raises(NotFoundError):
            make.store.find_entry(unknown)
