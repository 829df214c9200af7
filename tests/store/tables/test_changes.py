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
from tuinews.store.database import connect, scalar
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


def test_only_what_changed_is_taken_back(shelf: Any) -> None:
    one, two, three = shelf.listing(shelf.source(), *(shelf.entry(str(n), n) for n in range(3)))
    shelf.store.set_read([two], True)

    done = shelf.store.do(EntriesMarked((one, two, three, 99), EntryMark.READ, True), shelf.now)

    assert done == EntriesMarked((one, three), EntryMark.READ, True)
    assert shelf.store.do(EntriesMarked((one, two), EntryMark.READ, True), shelf.now) is None
    assert shelf.store.undo(shelf.now) == done
    assert list(shelf.store.entry_ids(View(filter=Filter.UNREAD))) == [one, three]
    assert shelf.store.undo(shelf.now) is None


def test_a_step_is_forgotten_after_a_day_and_not_before(shelf: Any) -> None:
    one, two = shelf.listing(shelf.source(), shelf.entry("one", 1), shelf.entry("two", 2))
    shelf.star(one)
    shelf.now += timedelta(hours=13)
    shelf.star(two)
    shelf.now += timedelta(hours=12)

    assert shelf.store.undo(shelf.now) == EntriesMarked((two,), EntryMark.STARRED, True)
    assert shelf.store.undo(shelf.now) is None
    assert list(shelf.store.entry_ids(View(filter=Filter.STARRED))) == [one]


def test_a_clock_that_was_set_back_forgets_no_step(shelf: Any) -> None:
    (one,) = shelf.listing(shelf.source(), shelf.entry("one", 1))
    shelf.star(one)
    assert shelf.store.undo(shelf.now - timedelta(days=3000)) is not None


def test_the_oldest_of_too_many_are_forgotten(shelf: Any) -> None:
    (one,) = shelf.listing(shelf.source(), shelf.entry("one", 1))
    for number in range(changes.MOST + 50):
        shelf.star(one, value=number % 2 == 0)

    undone = 0
    while shelf.store.undo(shelf.now):
        undone += 1
    assert undone == changes.MOST


def test_steps_of_many_articles_stay_small(shelf: Any) -> None:
    ids = shelf.listing(shelf.source(), *(shelf.entry(str(n), n) for n in range(3000)))
    for value in (True, False) * 5:
        shelf.store.do(EntriesMarked(tuple(ids), EntryMark.READ, value), shelf.now)

    with shelf.store._database.reading() as sql:
        assert scalar(sql, "select sum(length(step)) from change") < 10 * 3000


def test_a_step_that_damage_took_is_passed_over(shelf: Any) -> None:
    one, two = shelf.listing(shelf.source(), shelf.entry("one", 1), shelf.entry("two", 2))
    shelf.star(one)
    shelf.star(two)
    with shelf.store._database.writing() as sql:
        sql.execute("update change set step = ? where id = (select max(id) from change)", (b"\x00",))

    assert shelf.store.undo(shelf.now) == EntriesMarked((one,), EntryMark.STARRED, True)


def test_a_library_that_lost_its_steps_is_mended_and_has_all_else(shelf: Any, open_store: Any) -> None:
    (one,) = shelf.listing(shelf.source(), shelf.entry("one", 1))
    shelf.star(one)
    path = shelf.store._database.path
    shelf.store.close()
    with closing(connect(path)) as sql:
        sql.execute("drop table change")

    mended = open_store(path.parent)

    assert mended.notices
    assert list(mended.entry_ids(View(filter=Filter.STARRED))) == [one]
    assert mended.undo(shelf.now) is None
    assert mended.do(EntriesMarked((one,), EntryMark.STARRED, False), shelf.now) is not None
    assert mended.undo(shelf.now) is not None


def test_a_step_is_with_what_it_did_or_not_at_all(shelf: Any, open_store: Any) -> None:
    (one,) = shelf.listing(shelf.source(), shelf.entry("one", 1))
    with shelf.store._database.writing() as sql:
        sql.execute(
            "create temp trigger no_room before insert on main.change begin select raise(abort, 'full'); end"
        )
    with pytest.raises(Exception, match="the library could not be used"):
        shelf.star(one)
    assert list(shelf.store.entry_ids(View(filter=Filter.STARRED))) == []

    with shelf.store._database.writing() as sql:
        sql.execute("drop trigger no_room")
    shelf.star(one)
    # Nothing is closed: what a process that is killed leaves behind is the same.
    assert open_store(shelf.store._database.path.parent).undo(shelf.now) == EntriesMarked(
        (one,), EntryMark.STARRED, True
    )


def test_a_source_that_is_gone_already_is_removed_by_nobody(shelf: Any) -> None:
    source = shelf.source()
    shelf.remove(source)
    assert shelf.store.do(SourcesRemoved((source.id, 99), ("a", "b")), shelf.now) is None


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
    shelf: Any, to: str | None, folders: list[str | None]
) -> None:
    before = ["A", "A/C", "AB", "B", None]
    own = [shelf.source(f"s{number}", folder) for number, folder in enumerate(before)]

    shelf.store.do(FolderMoved("A", to, tuple(source.id for source in own[:2])), shelf.now)
    assert [shelf.store.source(source.id).folder for source in own] == folders
    shelf.store.undo(shelf.now)
    assert [shelf.store.source(source.id).folder for source in own] == before
    shelf.store.redo(shelf.now)
    assert [shelf.store.source(source.id).folder for source in own] == folders
