from datetime import timedelta
from typing import Any

import pytest

from tuinews.errors import NotFoundError
from tuinews.model.article import SelectorRule
from tuinews.model.source import NewSource, SourceKind
from tuinews.model.view import Filter, View

HOUR = timedelta(hours=1)


def test_a_source_is_as_it_was_added(shelf: Any) -> None:
    new = NewSource(SourceKind.LISTING, "https://a.example.org/tin", "Tin", "https://a.example.org/", "Việt Nam")
    source = shelf.store.add_source(new, shelf.now)

    assert (source.kind, source.url, source.title) == (new.kind, new.url, new.title)
    assert (source.site_url, source.folder, source.unread, source.total) == (new.site_url, new.folder, 0, 0)
    assert shelf.store.sources() == [source]


def test_a_known_address_is_the_known_source(shelf: Any) -> None:
    source = shelf.source("a")

    again = shelf.store.add_source(
        NewSource(SourceKind.FEED, "http://a.example.org/feed.xml/", "other"), shelf.now
    )

    assert (again.id, again.title) == (source.id, "a")


def test_sources_stand_by_folder_then_by_title_without_regard_to_marks(shelf: Any) -> None:
    for name, folder in (("zing", "B"), ("Đất", None), ("e", None), ("cá", None), ("a", "Á"), ("y", "b")):
        shelf.source(name, folder)

    assert [source.title for source in shelf.store.sources()] == ["cá", "Đất", "e", "a", "y", "zing"]


def test_a_source_is_found_by_number_digits_and_any_form_of_its_address(shelf: Any) -> None:
    source = shelf.source("a")

    for name in (
        source.id,
        str(source.id),
        source.url,
        "http://www.a.example.org/feed.xml",
        "a.example.org/feed.xml",
    ):
        assert shelf.store.find_source(name).id == source.id
    for unknown in (9, "9", "https://b.example.org/", "nonsense"):
        with pytest.raises(NotFoundError):
            shelf.store.find_source(unknown)


def test_a_source_is_renamed_and_moved(shelf: Any) -> None:
    source = shelf.source("a")
    shelf.arrange(source, "Báo A", "News", source.options)
    assert (shelf.store.source(source.id).title, shelf.store.source(source.id).folder) == ("Báo A", "News")

    shelf.arrange(source, "Báo A", "", source.options)
    assert shelf.store.source(source.id).folder is None


def test_a_removed_source_takes_its_entries_off_the_lists_and_brings_them_back(shelf: Any) -> None:
    one, two = shelf.source("one", folder="News"), shelf.source("two")
    shared, own = shelf.listing(one, shelf.entry("shared", 1), shelf.entry("own", 2))
    shelf.listing(two, shelf.entry("shared", 1))
    shelf.store.set_read([own], True)

    shelf.remove(one)

    assert list(shelf.store.entry_ids(View())) == [shared]
    assert shelf.store.rows([shared])[0].source_title == "two"
    assert list(shelf.store.search("own", View())) == []
    assert (
        list(shelf.store.entry_ids(View(source_id=one.id)))
        == list(shelf.store.entry_ids(View(folder="News")))
        == []
    )
    assert [source.title for source in shelf.store.sources()] == ["two"]
    with pytest.raises(NotFoundError):
        shelf.store.source(one.id)

    shelf.store.undo(shelf.now)
    assert list(shelf.store.entry_ids(View())) == [shared, own]
    assert shelf.store.rows([own])[0].read
    assert shelf.store.source(one.id).total == 2


def test_a_source_that_is_removed_while_its_page_is_on_the_way_takes_nothing_any_more(shelf: Any) -> None:
    source = shelf.source("a")
    shelf.remove(source)

    assert shelf.listing(source, shelf.entry("late", 1)) == []
    assert shelf.store.counts().all == 0


def test_adding_a_removed_source_brings_it_back(shelf: Any) -> None:
    source = shelf.source("a")
    shelf.listing(source, shelf.entry("one", 1))
    shelf.remove(source)

    assert shelf.source("a").id == source.id
    assert shelf.store.counts().all == 1


def test_starred_entries_outlive_their_source(shelf: Any) -> None:
    source = shelf.source("a")
    starred, _ = shelf.listing(source, shelf.entry("starred", 1), shelf.entry("other", 2))
    shelf.star(starred)
    shelf.remove(source)

    assert list(shelf.store.entry_ids(View(filter=Filter.STARRED))) == [starred]
    assert list(shelf.store.search("starred", View(filter=Filter.STARRED))) == [starred]
    assert list(shelf.store.entry_ids(View())) == []


def test_after_thirty_days_a_removed_source_is_forgotten_but_for_what_is_starred_or_shared(
    shelf: Any, open_store: Any, tmp_path: Any
) -> None:
    one, two = shelf.source("one"), shelf.source("two")
    starred, shared, other = shelf.listing(one, *(shelf.entry(name, 1) for name in ("starred", "shared", "other")))
    shelf.listing(two, shelf.entry("shared", 1))
    shelf.star(starred)
    shelf.remove(one)
    shelf.store.close()

    for day in (29, 31, 32, 33):
        open_store(tmp_path / "library", shelf.now + timedelta(days=day)).close()
    store = open_store(tmp_path / "library", shelf.now + timedelta(days=34))

    assert [row.id for row in store.rows([starred, shared, other])] == [starred, shared]
    assert list(store.entry_ids(View(filter=Filter.STARRED))) == [starred]
    assert store.add_source(NewSource(SourceKind.FEED, one.url, "one"), shelf.now).total == 1


def test_a_repair_is_kept_with_its_source_and_outlives_its_removal(shelf: Any) -> None:
    source = shelf.source()
    assert source.selector_rule is None
    shelf.set_selector_rule(source, SelectorRule("div.story", "aside"))
    assert shelf.store.source(source.id).selector_rule == SelectorRule("div.story", "aside")
    shelf.remove(source)
    shelf.store.undo(shelf.now)
    assert shelf.store.sources()[0].selector_rule == SelectorRule("div.story", "aside")
    shelf.set_selector_rule(source, None)
    assert shelf.store.source(source.id).selector_rule is None
