from typing import Any

from tuinews.model.row import View


def test_only_what_really_changed_is_returned_for_undo(shelf: Any) -> None:
    ids = shelf.listing(shelf.source(), *(shelf.entry(f"{n}", n) for n in range(5)))

    assert shelf.store.set_read(ids[1:3], True) == ids[1:3]
    assert shelf.store.set_read([*ids, 999], True) == [ids[0], *ids[3:]]
    assert shelf.store.set_read(ids, False) == ids
    assert shelf.store.set_starred(ids[:1], True) == ids[:1]
    assert shelf.store.set_starred(ids, True) == ids[1:]
    assert shelf.store.set_starred([], True) == []


def test_marks_change_the_numbers_of_every_source_that_lists_the_entry(shelf: Any) -> None:
    one, two = shelf.source("one"), shelf.source("two")
    [entry_id, _] = shelf.listing(one, shelf.entry("shared", 1), shelf.entry("own", 1))
    shelf.listing(two, shelf.entry("shared", 1))

    shelf.store.set_read([entry_id], True)

    assert [(s.title, s.unread, s.total) for s in shelf.store.sources()] == [("one", 1, 2), ("two", 0, 1)]


def test_thousands_are_marked_at_once(shelf: Any) -> None:
    ids = shelf.listing(shelf.source(), *(shelf.entry(f"{n}", n) for n in range(1234)))

    assert shelf.store.set_read(ids, True) == ids
    assert shelf.store.counts().unread == 0


def test_the_place_in_an_article_is_remembered(shelf: Any) -> None:
    [entry_id] = shelf.listing(shelf.source(), shelf.entry("one"))
    assert shelf.store.position(entry_id) == shelf.store.position(999) == 0

    shelf.store.set_position(entry_id, 42)

    assert shelf.store.position(entry_id) == 42
    assert list(shelf.store.entry_ids(View())) == [entry_id]
