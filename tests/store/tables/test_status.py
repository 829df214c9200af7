from collections.abc import Callable
from typing import Any

from tuinews.model.article import SelectorRule
from tuinews.model.view import View


def test_only_what_really_changed_is_returned_for_undo(make: Any) -> None:
    ids = make.listing(make.source(), *(make.entry(f"{n}", n) for n in range(5)))

    assert make.store.set_read(ids[1:3], True) == ids[1:3]
    assert make.store.set_read([*ids, 999], True) == [ids[0], *ids[3:]]
    assert make.store.set_read(ids, False) == ids
    assert make.star(*ids[:1]) == ids[:1]
    assert make.star(*ids) == ids[1:]
    assert make.star() == []


def test_marks_change_the_numbers_of_every_source_that_lists_the_entry(make: Any) -> None:
    one, two = make.source("one"), make.source("two")
    [entry_id, _] = make.listing(one, make.entry("shared", 1), make.entry("own", 1))
    make.listing(two, make.entry("shared", 1))

    make.store.set_read([entry_id], True)

    assert [(s.title, s.unread, s.total) for s in make.store.sources()] == [("one", 1, 2), ("two", 0, 1)]


def test_thousands_are_marked_at_once(make: Any) -> None:
    ids = make.listing(make.source(), *(make.entry(f"{n}", n) for n in range(1234)))

    assert make.store.set_read(ids, True) == ids
    assert make.store.counts().unread == 0


def test_the_place_in_an_article_is_remembered(make: Any) -> None:
    [entry_id] = make.listing(make.source(), make.entry("one"))
    assert make.store.position(entry_id) == make.store.position(999) == 0

    make.store.set_position(entry_id, 42)

    assert make.store.position(entry_id) == 42
    assert list(make.store.entry_ids(View())) == [entry_id]


def test_what_a_person_did_has_reached_the_disk_when_it_is_answered(make: Any) -> None:
    """With `synchronous=full` each commit waits for the disk (sqlite.org/pragma.html#pragma_synchronous)."""
    source = make.source()
    [entry_id] = make.listing(source, make.entry("one"))
    said: list[str] = []
    make.store._database.connection.set_trace_callback(lambda statement: said.append(statement.lower()))

    def strength_at_commit(work: Callable[[], object]) -> str:
        """The pragma in force when `work` was committed; "" where it had set none."""
        said.clear()
        work()
        before = said[: said.index("commit")]
        return next((one for one in reversed(before) if one.startswith("pragma synchronous =")), "")

    by_hand = [
        lambda: make.store.set_read([entry_id], True),
        lambda: make.star(entry_id),
        lambda: make.source("b"),
        lambda: make.arrange(source, "c", "d", source.options),
        lambda: make.set_selector_rule(source, SelectorRule("div")),
        lambda: make.remove(source),
        lambda: make.store.undo(make.now),
    ]
    assert [strength_at_commit(work) for work in by_hand] == ["pragma synchronous = full"] * len(by_hand)
    assert strength_at_commit(lambda: make.listing(source, make.entry("two"))) == ""
    assert make.store._database.connection.execute("pragma synchronous").fetchone() == (1,)
