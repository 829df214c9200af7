from typing import Any

from tuinews.model.row import Filter, View


def test_the_newest_comes_first_and_equal_dates_stand_in_page_order(shelf: Any) -> None:
    source = shelf.source()
    shelf.listing(
        source, shelf.entry("old", 5), shelf.entry("one", 1), shelf.entry("two", 1), shelf.entry("undated")
    )

    assert shelf.titles(shelf.store.entry_ids(View())) == ["undated", "one", "two", "old"]


def test_one_article_in_two_sources_is_one_entry_with_one_status(shelf: Any) -> None:
    one, two = shelf.source("one"), shelf.source("two")
    [entry_id] = shelf.listing(one, shelf.entry("same"))
    assert shelf.listing(two, shelf.entry("same", id="another id")) == []

    shelf.store.set_read([entry_id], True)

    assert list(shelf.store.entry_ids(View())) == [entry_id]
    for source in (one, two):
        assert list(shelf.store.entry_ids(View(source_id=source.id))) == [entry_id]
        assert list(shelf.store.entry_ids(View(source_id=source.id, filter=Filter.UNREAD))) == []
