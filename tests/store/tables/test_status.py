from collections.abc import Callable
from typing import Any

from tuinews.model.article import SelectorRule
from tuinews.model.view import View


def test_only_what_really_changed_is_returned_for_undo(shelf: Any) -> None:
    ids = shelf.listing(shelf.source(), *(shelf.entry(f"{n}", n) for n in range(5)))

    assert shelf.store.set_read(ids[1:3], True) == ids[1:3]
    assert shelf.store.set_read([*ids, 999], True) == [ids[0], *ids[3:]]
    assert shelf.store.set_read(ids, False) == ids
    assert shelf.star(*ids[:1]) == ids[:1]
    assert shelf.star(*ids) == ids[1:]
    assert shelf.star() == []


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


def test_what_a_person_did_has_reached_the_disk_when_it_is_answered(shelf: Any) -> None:
    """With `synchronous=full` each commit waits for the disk (sqlite.org/pragma.html#pragma_synchronous)."""
    source = shelf.source()
    [entry_id] = shelf.listing(source, shelf.entry("one"))
    said: list[str] = []
    shelf.store._database.connection.set_trace_callback(lambda statement: said.append(statement.lower()))

    def strength_at_commit(work: Callable[[], object]) -> str:
        """The pragma in force when `work` was committed; "" where it had set none."""
        said.clear()
        work()
        before = said[: said.index("commit")]
        return next((one for one in reversed(before) if one.startswith("pragma synchronous =")), "")

    by_hand = [
        lambda: shelf.store.set_read([entry_id], True),
        lambda: shelf.star(entry_id),
        lambda: shelf.source("b"),
        lambda: shelf.arrange(source, "c", "d", source.options),
        lambda: shelf.set_selector_rule(source, SelectorRule("div")),
        lambda: shelf.remove(source),
        lambda: shelf.store.undo(shelf.now),
    ]
    assert [strength_at_commit(work) for work in by_hand] == ["pragma synchronous = full"] * len(by_hand)
    assert strength_at_commit(lambda: shelf.listing(source, shelf.entry("two"))) == ""
    assert shelf.store._database.connection.execute("pragma synchronous").fetchone() == (1,)
