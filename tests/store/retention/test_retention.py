"""Which entries are kept no longer, what is remembered of them, and that they do not come back."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tuinews.model.refresh import FailedRefresh
from tuinews.model.sources.retention import Retention
from tuinews.model.undo.changes import EntryTags, TagsChanged
from tuinews.model.view import View
from tuinews.store.lists import tally
from tuinews.store.store import Store

LATER = timedelta(days=31)
UNREAD = Retention(unread_days=30)
READ = Retention(read_days=30)


def retire(make: Any, source: Any, retention: Retention, now: datetime) -> list[int]:
    """Retire all that goes of one source; what went."""
    retentions = {source.id: retention}
    left = tuple(make.store.retirable(source.id, retentions, now))
    gone: list[int] = []
    while left:
        done = make.store.retire(source.id, retentions, left, now)
        gone += done.gone
        left = done.left
    return gone


def off_its_listing(make: Any, source: Any, *entries: Any) -> list[int]:
    """Entries that a source listed once, and lists no more: something else stands there."""
    ids: list[int] = make.listing(source, *entries)
    make.listing(source, make.entry("listed today", 0))
    return ids


def test_nothing_goes_where_nothing_was_set(make: Any) -> None:
    source = make.source()
    off_its_listing(make, source, make.entry("old", 90_000))

    assert make.store.retirable(source.id, {}, make.now + 100 * LATER) == []


def test_days_are_counted_from_when_an_entry_came_and_not_from_its_date(make: Any) -> None:
    source = make.source()
    dated, undated = off_its_listing(make, source, make.entry("of 2015", 90_000), make.entry("undated"))

    assert retire(make, source, UNREAD, make.now + timedelta(days=29)) == []
    assert retire(make, source, UNREAD, make.now + LATER) == sorted([dated, undated])
    assert make.titles(make.store.entry_ids(View())) == ["listed today"]


def test_what_was_read_today_stays_its_days_though_it_came_long_ago(make: Any) -> None:
    source = make.source()
    read, _unread = off_its_listing(make, source, make.entry("read", 1), make.entry("unread", 2))
    make.store.set_read([read], True)
    today = datetime.now(UTC)

    assert retire(make, source, READ, today + timedelta(days=29)) == []
    assert retire(make, source, READ, today + LATER) == [read]
    assert make.titles(make.store.entry_ids(View())) == ["listed today", "unread"]


def test_what_its_feed_still_lists_stays_until_it_is_beyond_the_most(make: Any) -> None:
    source = make.source()
    ids = make.listing(source, *(make.entry(f"n{n}", n) for n in range(5)))
    make.store.record_not_modified(source.id, make.now + LATER, None)
    make.store.record_failure(source.id, FailedRefresh("no answer", make.now + LATER))
    make.listing(source, at=make.now + LATER)

    assert retire(make, source, UNREAD, make.now + 2 * LATER) == []
    assert retire(make, source, Retention(most=3), make.now) == sorted(ids[3:])
    assert make.listing(source, *(make.entry(f"n{n}", n) for n in range(5))) == []
    assert make.titles(make.store.entry_ids(View())) == ["n0", "n1", "n2"]


def test_what_a_person_did_something_with_or_has_not_finished_is_for_ever(make: Any) -> None:
    source = make.source()
    names = ("starred", "tagged", "unfinished", "finished", "plain")
    ids = off_its_listing(make, source, *(make.entry(name, n) for n, name in enumerate(names)))
    starred, tagged, unfinished, finished, plain = ids
    make.star(starred)
    make.store.do(TagsChanged((EntryTags(tagged, (), ("later",)),)), make.now)
    for entry_id, position in ((unfinished, 900), (finished, 8000)):
        make.store.keep_article(entry_id, make.article("x", "gió mạnh " * 1000), make.now)
        make.store.set_position(entry_id, position)

    gone = retire(make, source, Retention(unread_days=1, read_days=1, most=1), datetime.now(UTC) + LATER)

    assert sorted(gone) == sorted([finished, plain])


@pytest.mark.parametrize("is_read", [True, False])
def test_it_comes_back_neither_as_new_nor_unread_under_any_of_its_names(make: Any, is_read: bool) -> None:
    source = make.source()
    entry = make.entry("gone", 5)
    (entry_id,) = off_its_listing(make, source, entry)
    make.store.set_read([entry_id], is_read)
    assert retire(make, source, Retention(unread_days=1, read_days=1), datetime.now(UTC) + LATER) == [entry_id]
    again = [
        entry,
        make.entry("gone", 4),
        make.entry("renamed", 5, id="id:gone"),
        make.entry("gone", 5, id="another id"),
    ]

    for one in again:
        assert make.listing(source, one, make.entry("listed today", 0)) == [], one
    assert make.titles(make.store.entry_ids(View())) == ["listed today"]


def test_something_else_at_its_address_is_new(make: Any) -> None:
    source = make.source()
    page = {"id": "", "url": "https://a.example.org/download"}
    off_its_listing(make, source, make.entry("Version 1", 48, **page))
    assert len(retire(make, source, UNREAD, make.now + LATER)) == 1

    (new,) = make.listing(source, make.entry("Version 2", 1, **page))

    assert make.titles([new]) == ["Version 2"]


def test_ids_that_repeat_are_trusted_no_more_than_before(make: Any) -> None:
    source = make.source()
    entries = [make.entry(f"n{n}", n, id="same", url=f"https://a.example.org/{n}") for n in range(4)]
    off_its_listing(make, source, *entries[2:])
    assert len(retire(make, source, UNREAD, make.now + LATER)) == 2

    assert make.listing(source, entries[2]) == []
    assert make.titles(make.listing(source, entries[1])) == ["n1"]
    assert make.titles(make.listing(source, entries[0])) == ["n0"]
    assert make.listing(source, *entries) == []


def test_an_entry_of_two_sources_goes_when_both_let_it_go(make: Any) -> None:
    one, other = make.source("a"), make.source("b")
    entry = make.entry("shared", 5)
    (entry_id,) = off_its_listing(make, one, entry)
    make.listing(other, entry)
    make.listing(other, make.entry("another", 1))
    later = make.now + LATER

    assert make.store.retirable(one.id, {one.id: UNREAD}, later) == []
    assert make.store.retirable(one.id, {one.id: UNREAD, other.id: UNREAD}, later) == [entry_id]


def test_what_was_read_in_one_source_comes_as_read_in_another(make: Any) -> None:
    one, other = make.source("a"), make.source("b")
    entry = make.entry("shared", 5)
    (entry_id,) = off_its_listing(make, one, entry)
    make.store.set_read([entry_id], True)
    retire(make, one, READ, datetime.now(UTC) + LATER)

    assert make.listing(other, make.entry("shared", 5, id="b:1")) == []

    (there,) = make.store.entry_ids(View(source_id=other.id))
    (row,) = make.store.rows([there])
    assert (row.title, row.read, row.source_id) == ("shared", True, other.id)


def test_what_was_starred_since_it_was_chosen_stays(make: Any) -> None:
    source = make.source()
    ids = off_its_listing(make, source, make.entry("a", 1), make.entry("b", 2))
    make.star(ids[0])

    done = make.store.retire(source.id, {source.id: UNREAD}, ids, make.now + LATER)

    assert (done.gone, done.left) == ((ids[1],), ())


def test_all_that_belongs_to_it_goes_and_the_index_stays_whole(make: Any, tmp_path: Path) -> None:
    source = make.source()
    (entry_id,) = off_its_listing(make, source, make.entry("bão", 1, content="<p>gió</p>" * 100))
    make.store.keep_article(entry_id, make.article("bão", "gió mạnh ở Đà Nẵng"), make.now)
    before = make.store.disk_usage_of([entry_id])

    retire(make, source, UNREAD, make.now + LATER)

    assert before.text > 300
    assert list(make.store.search("gio manh", View())) == []
    with closing(sqlite3.connect(tmp_path / "library" / "library.sqlite3")) as sql:
        for table in ("words", "marked_words"):
            sql.execute(f"insert into {table} ({table}) values ('integrity-check')")
        for table in ("status", "listed", "article", "feed_content"):
            query = f"select count(*) from {table} where entry_id = ?"
            assert sql.execute(query, (entry_id,)).fetchone() == (0,), table
        assert tally.wrong(sql) == []


def test_a_clock_far_ahead_is_believed_on_the_third_day(make: Any) -> None:
    far = make.now + timedelta(days=4000)
    assert make.store.believes_clock(make.now)
    assert make.store.believes_clock(make.now + timedelta(days=20))

    assert not make.store.believes_clock(far)
    assert not make.store.believes_clock(far + timedelta(hours=1))
    assert not make.store.believes_clock(far + timedelta(days=1))
    assert make.store.believes_clock(far + timedelta(days=2))
    assert make.store.believes_clock(make.now)


def test_what_is_remembered_outlives_the_library(
    make: Any, tmp_path: Path, open_store: Callable[..., Store]
) -> None:
    source = make.source()
    entry = make.entry("gone", 5)
    off_its_listing(make, source, entry)
    retire(make, source, UNREAD, make.now + LATER)
    make.star(*make.store.entry_ids(View()))
    make.store.close()
    for name in ("library.sqlite3", "library.sqlite3-wal"):
        (tmp_path / "library" / name).unlink(missing_ok=True)

    make.store = open_store(tmp_path / "library")

    assert make.listing(source, entry) == []
    assert make.titles(make.store.entry_ids(View())) == ["listed today"]
