"""Steps by hand: kept for a day, few and small, and read whatever a damaged file made of them."""

from contextlib import closing
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuinews.model.article import SelectorRule
from tuinews.model.sources.arrangement import Arrangement
from tuinews.model.sources.options import SourceOptions, TextChoice
from tuinews.model.undo.changes import (
    Change,
    EntriesMarked,
    EntryMark,
    FolderMoved,
    SelectorRuleChanged,
    SourceArranged,
    SourcesRemoved,
)
from tuinews.model.undo.changes_json import change_from_json, change_to_json
from tuinews.model.view import Filter, View
from tuinews.store.connecting import connect
from tuinews.store.statements import scalar
from tuinews.store.tables import changes

ALL = View()
NAMED = Arrangement("Tin", "Á/B", SourceOptions(text=TextChoice.FEED, hidden=True))

EACH: tuple[Change, ...] = (
    EntriesMarked((7, 3, 900), EntryMark.STARRED, False),
    SourceArranged(3, NAMED, Arrangement("“Báo”\n", None, SourceOptions())),
    SelectorRuleChanged(4, "Báo", None, SelectorRule("div", None)),
    SourcesRemoved((1, 2), ("Một", "")),
    FolderMoved("A/B", "C", (3,)),
    FolderMoved("A", None, (3, 1)),
)


@pytest.mark.parametrize("change", EACH)
def test_a_change_is_written_and_read_whole(change: Change) -> None:
    assert change_from_json(change_to_json(change)) == change


@given(st.lists(st.integers(1, 10**9)))
def test_any_ids_are_written_and_read(ids: list[int]) -> None:
    change = EntriesMarked(tuple(ids), EntryMark.READ, True)
    assert change_from_json(change_to_json(change)) == change


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"kind":"new"}', '{"kind":"marked","mark":"x"}', '"a"', "7"])
def test_what_is_no_change_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        change_from_json(text)


def test_only_what_changed_is_taken_back(make: Any) -> None:
    one, two, three = make.listing(make.source(), *(make.entry(str(n), n) for n in range(3)))
    make.store.set_read([two], True)

    done = make.store.do(EntriesMarked((one, two, three, 99), EntryMark.READ, True), make.now)

    assert done == EntriesMarked((one, three), EntryMark.READ, True)
    assert make.store.do(EntriesMarked((one, two), EntryMark.READ, True), make.now) is None
    assert make.store.undo(make.now) == done
    assert list(make.store.entry_ids(View(filter=Filter.UNREAD))) == [one, three]
    assert make.store.undo(make.now) is None


def test_a_step_is_forgotten_after_a_day_and_not_before(make: Any) -> None:
    one, two = make.listing(make.source(), make.entry("one", 1), make.entry("two", 2))
    make.star(one)
    make.now += timedelta(hours=13)
    make.star(two)
    make.now += timedelta(hours=12)

    assert make.store.undo(make.now) == EntriesMarked((two,), EntryMark.STARRED, True)
    assert make.store.undo(make.now) is None
    assert list(make.store.entry_ids(View(filter=Filter.STARRED))) == [one]


def test_a_clock_that_was_set_back_forgets_no_step(make: Any) -> None:
    (one,) = make.listing(make.source(), make.entry("one", 1))
    make.star(one)
    assert make.store.undo(make.now - timedelta(days=3000)) is not None


def test_the_oldest_of_too_many_are_forgotten(make: Any) -> None:
    (one,) = make.listing(make.source(), make.entry("one", 1))
    for number in range(changes.MOST + 50):
        make.star(one, value=number % 2 == 0)

    undone = 0
    while make.store.undo(make.now):
        undone += 1
    assert undone == changes.MOST


def test_steps_of_many_articles_stay_small(make: Any) -> None:
    ids = make.listing(make.source(), *(make.entry(str(n), n) for n in range(3000)))
    for value in (True, False) * 5:
        make.store.do(EntriesMarked(tuple(ids), EntryMark.READ, value), make.now)

    with make.store._database.reading() as sql:
        assert scalar(sql, "select sum(length(step)) from change") < 10 * 3000


def test_a_step_that_damage_took_is_passed_over(make: Any) -> None:
    one, two = make.listing(make.source(), make.entry("one", 1), make.entry("two", 2))
    make.star(one)
    make.star(two)
    with make.store._database.writing() as sql:
        sql.execute("update change set step = ? where id = (select max(id) from change)", (b"\x00",))

    assert make.store.undo(make.now) == EntriesMarked((one,), EntryMark.STARRED, True)


def test_a_library_that_lost_its_steps_is_mended_and_has_all_else(make: Any, open_store: Any) -> None:
    (one,) = make.listing(make.source(), make.entry("one", 1))
    make.star(one)
    path = make.store._database.path
    make.store.close()
    with closing(connect(path)) as sql:
        sql.execute("drop table change")

    mended = open_store(path.parent)

    assert mended.notices
    assert list(mended.entry_ids(View(filter=Filter.STARRED))) == [one]
    assert mended.undo(make.now) is None
    assert mended.do(EntriesMarked((one,), EntryMark.STARRED, False), make.now) is not None
    assert mended.undo(make.now) is not None


def test_a_step_is_with_what_it_did_or_not_at_all(make: Any, open_store: Any) -> None:
    (one,) = make.listing(make.source(), make.entry("one", 1))
    with make.store._database.writing() as sql:
        sql.execute(
            "create temp trigger no_room before insert on main.change begin select raise(abort, 'full'); end"
        )
    with pytest.raises(Exception, match="the library could not be used"):
        make.star(one)
    assert list(make.store.entry_ids(View(filter=Filter.STARRED))) == []

    with make.store._database.writing() as sql:
        sql.execute("drop trigger no_room")
    make.star(one)
    # Nothing is closed: what a process that is killed leaves behind is the same.
    assert open_store(make.store._database.path.parent).undo(make.now) == EntriesMarked(
        (one,), EntryMark.STARRED, True
    )


def test_a_source_that_is_gone_already_is_removed_by_nobody(make: Any) -> None:
    source = make.source()
    make.remove(source)
    assert make.store.do(SourcesRemoved((source.id, 99), ("a", "b")), make.now) is None


@pytest.mark.parametrize(
    ("to", "folders"),
    [
        ("B", ["B", "B/C", "AB", "B", None]),
        ("A/X", ["A/X", "A/X/C", "AB", "B", None]),
        ("X/Y/Z", ["X/Y/Z", "X/Y/Z/C", "AB", "B", None]),
        (None, [None, "C", "AB", "B", None]),
    ],
)
def test_a_folder_moves_with_all_that_is_in_it_and_comes_back(
    make: Any, to: str | None, folders: list[str | None]
) -> None:
    before = ["A", "A/C", "AB", "B", None]
    own = [make.source(f"s{number}", folder) for number, folder in enumerate(before)]

    make.store.do(FolderMoved("A", to, tuple(source.id for source in own[:2])), make.now)
    assert [make.store.source(source.id).folder for source in own] == folders
    make.store.undo(make.now)
    assert [make.store.source(source.id).folder for source in own] == before
    make.store.redo(make.now)
    assert [make.store.source(source.id).folder for source in own] == folders
