"""Which entries are kept no longer, what is remembered of them, and that they do not come back."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tuinews.model.sources.retention import Retention
from tuinews.model.undo.changes import EntryTags, TagsChanged
from tuinews.model.view import View
from tuinews.store.lists import tally
from tuinews.store.store import Store

LATER = timedelta(days=31)
UNREAD = Retention(unread_days=30)
READ = Retention(read_days=30)


def retire(shelf: Any, source: Any, retention: Retention, now: datetime) -> list[int]:
    """Retire all that goes of one source; what went."""
    retentions = {source.id: retention}
    left = tuple(shelf.store.retirable(source.id, retentions, now))
    gone: list[int] = []
    while left:
        done = shelf.store.retire(source.id, retentions, left, now)
        gone += done.gone
        left = done.left
    return gone


def off_its_listing(shelf: Any, source: Any, *entries: Any) -> list[int]:
    """Entries that a source listed once, and lists no more: something else stands there."""
    ids: list[int] = shelf.listing(source, *entries)
    shelf.listing(source, shelf.entry("listed today", 0))
    return ids


def test_nothing_goes_where_nothing_was_set(shelf: Any) -> None:
    source = shelf.source()
    off_its_listing(shelf, source, shelf.entry("old", 90_000))

    assert shelf.store.retirable(source.id, {}, shelf.now + 100 * LATER) == []


def test_days_are_counted_from_when_an_entry_came_and_not_from_its_date(shelf: Any) -> None:
    source = shelf.source()
    dated, undated = off_its_listing(shelf, source, shelf.entry("of 2015", 90_000), shelf.entry("undated"))

    assert retire(shelf, source, UNREAD, shelf.now + timedelta(days=29)) == []
    assert retire(shelf, source, UNREAD, shelf.now + LATER) == sorted([dated, undated])
    assert shelf.titles(shelf.store.entry_ids(View())) == ["listed today"]


def test_what_was_read_today_stays_its_days_though_it_came_long_ago(shelf: Any) -> None:
    source = shelf.source()
    read, _unread = off_its_listing(shelf, source, shelf.entry("read", 1), shelf.entry("unread", 2))
    shelf.store.set_read([read], True)
    today = datetime.now(UTC)

    assert retire(shelf, source, READ, today + timedelta(days=29)) == []
    assert retire(shelf, source, READ, today + LATER) == [read]
    assert shelf.titles(shelf.store.entry_ids(View())) == ["listed today", "unread"]


def test_what_its_feed_still_lists_stays_until_it_is_beyond_the_most(shelf: Any) -> None:
    source = shelf.source()
    ids = shelf.listing(source, *(shelf.entry(f"n{n}", n) for n in range(5)))
    shelf.store.record_not_modified(source.id, shelf.now + LATER, None)
    shelf.store.record_failure(source.id, "no answer", shelf.now + LATER, None)
    shelf.listing(source, at=shelf.now + LATER)

    assert retire(shelf, source, UNREAD, shelf.now + 2 * LATER) == []
    assert retire(shelf, source, Retention(most=3), shelf.now) == sorted(ids[3:])
    assert shelf.listing(source, *(shelf.entry(f"n{n}", n) for n in range(5))) == []
    assert shelf.titles(shelf.store.entry_ids(View())) == ["n0", "n1", "n2"]


def test_what_a_person_did_something_with_or_has_not_finished_is_for_ever(shelf: Any) -> None:
    source = shelf.source()
    names = ("starred", "tagged", "unfinished", "finished", "plain")
    ids = off_its_listing(shelf, source, *(shelf.entry(name, n) for n, name in enumerate(names)))
    starred, tagged, unfinished, finished, plain = ids
    shelf.star(starred)
    shelf.store.do(TagsChanged((EntryTags(tagged, (), ("later",)),)), shelf.now)
    for entry_id, position in ((unfinished, 900), (finished, 8000)):
        shelf.store.keep_article(entry_id, shelf.article("x", "gió mạnh " * 1000), shelf.now)
        shelf.store.set_position(entry_id, position)

    gone = retire(shelf, source, Retention(unread_days=1, read_days=1, most=1), datetime.now(UTC) + LATER)

    assert sorted(gone) == sorted([finished, plain])


@pytest.mark.parametrize("is_read", [True, False])
def test_it_comes_back_neither_as_new_nor_unread_under_any_of_its_names(shelf: Any, is_read: bool) -> None:
    source = shelf.source()
    entry = shelf.entry("gone", 5)
    (entry_id,) = off_its_listing(shelf, source, entry)
    shelf.store.set_read([entry_id], is_read)
    assert retire(shelf, source, Retention(unread_days=1, read_days=1), datetime.now(UTC) + LATER) == [entry_id]
    again = [
        entry,
        shelf.entry("gone", 4),
        shelf.entry("renamed", 5, id="id:gone"),
        shelf.entry("gone", 5, id="another id"),
    ]

    for one in again:
        assert shelf.listing(source, one, shelf.entry("listed today", 0)) == [], one
    assert shelf.titles(shelf.store.entry_ids(View())) == ["listed today"]


def test_something_else_at_its_address_is_new(shelf: Any) -> None:
    source = shelf.source()
    page = {"id": "", "url": "https://a.example.org/download"}
    off_its_listing(shelf, source, shelf.entry("Version 1", 48, **page))
    assert len(retire(shelf, source, UNREAD, shelf.now + LATER)) == 1

    (new,) = shelf.listing(source, shelf.entry("Version 2", 1, **page))

    assert shelf.titles([new]) == ["Version 2"]


def test_ids_that_repeat_are_trusted_no_more_than_before(shelf: Any) -> None:
    source = shelf.source()
    entries = [shelf.entry(f"n{n}", n, id="same", url=f"https://a.example.org/{n}") for n in range(4)]
    off_its_listing(shelf, source, *entries[2:])
    assert len(retire(shelf, source, UNREAD, shelf.now + LATER)) == 2

    assert shelf.listing(source, entries[2]) == []
    assert shelf.titles(shelf.listing(source, entries[1])) == ["n1"]
    assert shelf.titles(shelf.listing(source, entries[0])) == ["n0"]
    assert shelf.listing(source, *entries) == []


def test_an_entry_of_two_sources_goes_when_both_let_it_go(shelf: Any) -> None:
    one, other = shelf.source("a"), shelf.source("b")
    entry = shelf.entry("shared", 5)
    (entry_id,) = off_its_listing(shelf, one, entry)
    shelf.listing(other, entry)
    shelf.listing(other, shelf.entry("another", 1))
    later = shelf.now + LATER

    assert shelf.store.retirable(one.id, {one.id: UNREAD}, later) == []
    assert shelf.store.retirable(one.id, {one.id: UNREAD, other.id: UNREAD}, later) == [entry_id]


def test_what_was_read_in_one_source_comes_as_read_in_another(shelf: Any) -> None:
    one, other = shelf.source("a"), shelf.source("b")
    entry = shelf.entry("shared", 5)
    (entry_id,) = off_its_listing(shelf, one, entry)
    shelf.store.set_read([entry_id], True)
    retire(shelf, one, READ, datetime.now(UTC) + LATER)

    assert shelf.listing(other, shelf.entry("shared", 5, id="b:1")) == []

    (there,) = shelf.store.entry_ids(View(source_id=other.id))
    (row,) = shelf.store.rows([there])
    assert (row.title, row.read, row.source_id) == ("shared", True, other.id)


def test_what_was_starred_since_it_was_chosen_stays(shelf: Any) -> None:
    source = shelf.source()
    ids = off_its_listing(shelf, source, shelf.entry("a", 1), shelf.entry("b", 2))
    shelf.star(ids[0])

    done = shelf.store.retire(source.id, {source.id: UNREAD}, ids, shelf.now + LATER)

    assert (done.gone, done.left) == ((ids[1],), ())


def test_all_that_belongs_to_it_goes_and_the_index_stays_whole(shelf: Any, tmp_path: Path) -> None:
    source = shelf.source()
    (entry_id,) = off_its_listing(shelf, source, shelf.entry("bão", 1, content="<p>gió</p>" * 100))
    shelf.store.keep_article(entry_id, shelf.article("bão", "gió mạnh ở Đà Nẵng"), shelf.now)
    before = shelf.store.disk_usage_of([entry_id])

    retire(shelf, source, UNREAD, shelf.now + LATER)

    assert before.text > 300
    assert list(shelf.store.search("gio manh", View())) == []
    with closing(sqlite3.connect(tmp_path / "library" / "library.sqlite3")) as sql:
        for table in ("words", "marked_words"):
            sql.execute(f"insert into {table} ({table}) values ('integrity-check')")
        for table in ("status", "listed", "article", "feed_content"):
            query = f"select count(*) from {table} where entry_id = ?"
            assert sql.execute(query, (entry_id,)).fetchone() == (0,), table
        assert tally.wrong(sql) == []


def test_a_clock_far_ahead_is_believed_on_the_third_day(shelf: Any) -> None:
    far = shelf.now + timedelta(days=4000)
    assert shelf.store.believes_clock(shelf.now)
    assert shelf.store.believes_clock(shelf.now + timedelta(days=20))

    assert not shelf.store.believes_clock(far)
    assert not shelf.store.believes_clock(far + timedelta(hours=1))
    assert not shelf.store.believes_clock(far + timedelta(days=1))
    assert shelf.store.believes_clock(far + timedelta(days=2))
    assert shelf.store.believes_clock(shelf.now)


def test_what_is_remembered_outlives_the_library(
    shelf: Any, tmp_path: Path, open_store: Callable[..., Store]
) -> None:
    source = shelf.source()
    entry = shelf.entry("gone", 5)
    off_its_listing(shelf, source, entry)
    retire(shelf, source, UNREAD, shelf.now + LATER)
    shelf.star(*shelf.store.entry_ids(View()))
    shelf.store.close()
    for name in ("library.sqlite3", "library.sqlite3-wal"):
        (tmp_path / "library" / name).unlink(missing_ok=True)

    shelf.store = open_store(tmp_path / "library")

    assert shelf.listing(source, entry) == []
    assert shelf.titles(shelf.store.entry_ids(View())) == ["listed today"]
