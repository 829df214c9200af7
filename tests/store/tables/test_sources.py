from datetime import timedelta
from typing import Any

import pytest

from tuinews.errors import NotFoundError
from tuinews.model.article import SelectorRule
from tuinews.model.source import NewSource, SourceKind
from tuinews.model.view import Filter, View

HOUR = timedelta(hours=1)


def test_a_source_is_as_it_was_added(make: Any) -> None:
    new = NewSource(SourceKind.LISTING, "https://a.example.org/tin", "Tin", "https://a.example.org/", "Việt Nam")
    source = make.store.add_source(new, make.now)

    assert (source.kind, source.url, source.title) == (new.kind, new.url, new.title)
    assert (source.site_url, source.folder, source.unread, source.total) == (new.site_url, new.folder, 0, 0)
    assert make.store.sources() == [source]


def test_a_known_address_is_the_known_source(make: Any) -> None:
    source = make.source("a")

    again = make.store.add_source(NewSource(SourceKind.FEED, "http://a.example.org/feed.xml/", "other"), make.now)

    assert (again.id, again.title) == (source.id, "a")


def test_sources_stand_by_folder_then_by_title_without_regard_to_marks(make: Any) -> None:
    for name, folder in (("zing", "B"), ("Đất", None), ("e", None), ("cá", None), ("a", "Á"), ("y", "b")):
        make.source(name, folder)

    assert [source.title for source in make.store.sources()] == ["cá", "Đất", "e", "a", "y", "zing"]


def test_a_source_is_found_by_number_digits_and_any_form_of_its_address(make: Any) -> None:
    source = make.source("a")

    for name in (
        source.id,
        str(source.id),
        source.url,
        "http://www.a.example.org/feed.xml",
        "a.example.org/feed.xml",
    ):
        assert make.store.find_source(name).id == source.id
    for unknown in (9, "9", "https://b.example.org/", "nonsense"):
        with pytest.raises(NotFoundError):
            make.store.find_source(unknown)


def test_a_source_is_renamed_and_moved(make: Any) -> None:
    source = make.source("a")
    make.arrange(source, "Báo A", "News", source.options)
    assert (make.store.source(source.id).title, make.store.source(source.id).folder) == ("Báo A", "News")

    make.arrange(source, "Báo A", "", source.options)
    assert make.store.source(source.id).folder is None


def test_a_removed_source_takes_its_entries_off_the_lists_and_brings_them_back(make: Any) -> None:
    one, two = make.source("one", folder="News"), make.source("two")
    shared, own = make.listing(one, make.entry("shared", 1), make.entry("own", 2))
    make.listing(two, make.entry("shared", 1))
    make.store.set_read([own], True)

    make.remove(one)

    assert list(make.store.entry_ids(View())) == [shared]
    assert make.store.rows([shared])[0].source_title == "two"
    assert list(make.store.search("own", View())) == []
    assert (
        list(make.store.entry_ids(View(source_id=one.id))) == list(make.store.entry_ids(View(folder="News"))) == []
    )
    assert [source.title for source in make.store.sources()] == ["two"]
    with pytest.raises(NotFoundError):
        make.store.source(one.id)

    make.store.undo(make.now)
    assert list(make.store.entry_ids(View())) == [shared, own]
    assert make.store.rows([own])[0].read
    assert make.store.source(one.id).total == 2


def test_a_source_that_is_removed_while_its_page_is_on_the_way_takes_nothing_any_more(make: Any) -> None:
    source = make.source("a")
    make.remove(source)

    assert make.listing(source, make.entry("late", 1)) == []
    assert make.store.counts().all == 0


def test_adding_a_removed_source_brings_it_back(make: Any) -> None:
    source = make.source("a")
    make.listing(source, make.entry("one", 1))
    make.remove(source)

    assert make.source("a").id == source.id
    assert make.store.counts().all == 1


def test_starred_entries_outlive_their_source(make: Any) -> None:
    source = make.source("a")
    starred, _ = make.listing(source, make.entry("starred", 1), make.entry("other", 2))
    make.star(starred)
    make.remove(source)

    assert list(make.store.entry_ids(View(filter=Filter.STARRED))) == [starred]
    assert list(make.store.search("starred", View(filter=Filter.STARRED))) == [starred]
    assert list(make.store.entry_ids(View())) == []


def test_after_thirty_days_a_removed_source_is_forgotten_but_for_what_is_starred_or_shared(
    make: Any, open_store: Any, tmp_path: Any
) -> None:
    one, two = make.source("one"), make.source("two")
    starred, shared, other = make.listing(one, *(make.entry(name, 1) for name in ("starred", "shared", "other")))
    make.listing(two, make.entry("shared", 1))
    make.star(starred)
    make.remove(one)
    make.store.close()

    for day in (29, 31, 32, 33):
        open_store(tmp_path / "library", make.now + timedelta(days=day)).close()
    store = open_store(tmp_path / "library", make.now + timedelta(days=34))

    assert [row.id for row in store.rows([starred, shared, other])] == [starred, shared]
    assert list(store.entry_ids(View(filter=Filter.STARRED))) == [starred]
    assert store.add_source(NewSource(SourceKind.FEED, one.url, "one"), make.now).total == 1


def test_a_repair_is_kept_with_its_source_and_outlives_its_removal(make: Any) -> None:
    source = make.source()
    assert source.selector_rule is None
    make.set_selector_rule(source, SelectorRule("div.story", "aside"))
    assert make.store.source(source.id).selector_rule == SelectorRule("div.story", "aside")
    make.remove(source)
    make.store.undo(make.now)
    assert make.store.sources()[0].selector_rule == SelectorRule("div.story", "aside")
    make.set_selector_rule(source, None)
    assert make.store.source(source.id).selector_rule is None
