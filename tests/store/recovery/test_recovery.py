"""A damaged, foreign, lost, older or newer file in the library's place."""

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tuinews.errors import NewerSchemaError, StoreError
from tuinews.model.article import SelectorRule
from tuinews.model.source import NewSource, SourceKind
from tuinews.model.view import Filter, View
from tuinews.store import codec, schema, schema_steps
from tuinews.store.connecting import PAGE
from tuinews.store.recovery.first_page import OLDER_PAGE
from tuinews.store.store import Store

from ..conftest import NOON

Open = Callable[..., Store]


@pytest.fixture
def library(tmp_path: Path, written_library: Path) -> Path:
    """A closed library of one source, 300 entries and 60 articles, with its backup; entry 1 starred, 2 read."""
    shutil.copytree(written_library, tmp_path / "library")
    return tmp_path / "library" / "library.sqlite3"


def asides(library: Path) -> list[Path]:
    return sorted(library.parent.glob("library-damaged-*.sqlite3"))


def overwrite(library: Path, first: int, count: int) -> None:
    """Put noise where pages were."""
    with library.open("r+b") as file:
        file.seek(first * 4096)
        file.write(random.Random(5).randbytes(count * 4096))


def read_everything(store: Store) -> None:
    for entry_id in store.entry_ids(View()):
        store.rows([entry_id])
        store.article(entry_id)


def test_damaged_pages_cost_only_what_stood_on_them(
    library: Path, open_store: Open, on_shelf: Callable[[Store], Any]
) -> None:
    pages = library.stat().st_size // 4096
    overwrite(library, pages // 2, pages // 6)

    store = open_store(library.parent)
    with pytest.raises(StoreError, match="damaged"):
        read_everything(store)
    store.close()
    mended = open_store(library.parent)

    [notice] = mended.notices
    assert notice.startswith("the library was damaged: 1 sources, ")
    assert len(asides(library)) == 1
    assert mended.sources()[0].title == "a"
    assert mended.counts().all > 100
    assert list(mended.entry_ids(View(filter=Filter.STARRED))) == [1]
    assert 2 not in mended.entry_ids(View(filter=Filter.UNREAD))
    found = mended.search("da nang", View())
    assert set(found) == set(mended.entry_ids(View()))
    for entry_id in mended.entry_ids(View(filter=Filter.OFFLINE)):
        assert mended.article(entry_id) is not None
    make = on_shelf(mended)
    assert make.listing(mended.sources()[0], make.entry("new")) == [301]


def test_a_file_that_was_cut_short_keeps_what_is_left(library: Path, open_store: Open) -> None:
    with library.open("r+b") as file:
        file.truncate(library.stat().st_size * 4 // 5)

    store = open_store(library.parent)

    assert store.notices[0].startswith("the library was damaged")
    assert store.sources()[0].title == "a"
    assert store.counts().all > 100
    assert store.counts().starred == 1


@pytest.mark.parametrize("page", [PAGE, OLDER_PAGE])
def test_a_lost_first_page_is_replaced_by_a_new_librarys(library: Path, open_store: Open, page: int) -> None:
    shutil.rmtree(library.parent / "backups")
    if page != PAGE:
        with closing(sqlite3.connect(library)) as sql:
            sql.execute("pragma journal_mode = delete")
            sql.execute(f"pragma page_size = {page}")
            sql.execute("vacuum")
    with closing(sqlite3.connect(library)) as sql:
        assert sql.execute("pragma page_size").fetchone() == (page,)
    overwrite(library, 0, page // 4096)

    store = open_store(library.parent)

    assert store.notices[0].startswith(
        "the library's file was not a database: 1 sources, 300 entries and 60 articles"
    )
    assert store.counts().starred == 1
    assert store.counts().offline == 60


@pytest.mark.parametrize("content", [b"", b"just some text\n" * 1000, b"SQLite format 3\x00" + b"\xff" * 20_000])
def test_something_else_in_its_place_leads_to_the_backup(library: Path, open_store: Open, content: bytes) -> None:
    library.write_bytes(content)

    store = open_store(library.parent)

    [notice] = store.notices
    assert "completed from library-000001-20260310.sqlite3" in notice
    assert asides(library)[0].read_bytes() == content
    assert [source.url for source in store.sources()] == ["https://a.example.org/feed.xml"]
    assert list(store.entry_ids(View(filter=Filter.STARRED))) == [1]
    assert list(store.entry_ids(View(filter=Filter.UNREAD))) == [1]


def test_another_programs_database_is_put_aside_unread(library: Path, open_store: Open) -> None:
    library.unlink()
    with closing(sqlite3.connect(library)) as other:
        other.execute("create table source (id integer primary key, kind, title, url, canonical)")
        other.execute("insert into source values (77, 'feed', 'not ours', 'https://x.example', 'x')")
        other.commit()

    store = open_store(library.parent)

    assert [source.title for source in store.sources()] == ["a"]
    assert len(asides(library)) == 1


def test_a_lost_library_comes_back_from_its_backup_and_says_so(library: Path, open_store: Open) -> None:
    library.unlink()

    store = open_store(library.parent)

    assert store.notices[0].startswith("the library's file was missing: 1 sources, ")
    assert store.sources()[0].selector_rule == SelectorRule("div.story")
    assert store.counts().starred == 1


def test_being_killed_between_the_two_renames_loses_nothing(library: Path, open_store: Open) -> None:
    library.rename(library.with_name("library.rebuilt.sqlite3"))

    store = open_store(library.parent)

    assert store.counts().all == 300
    assert store.notices


def test_entries_of_a_source_whose_row_is_lost_stay_readable(library: Path, open_store: Open) -> None:
    shutil.rmtree(library.parent / "backups")
    with closing(sqlite3.connect(library)) as sql:
        sql.execute("delete from source")
        sql.execute("drop table pause")
        sql.commit()

    store = open_store(library.parent)

    [source] = store.sources()
    assert source.gone
    assert source.error is not None
    assert source.total == 300


@pytest.mark.parametrize("kind", SourceKind)
def test_mending_keeps_every_kind_of_source(tmp_path: Path, open_store: Open, kind: SourceKind) -> None:
    with closing(open_store(tmp_path)) as store:
        store.add_source(NewSource(kind, "https://b.example.org/", "b"), NOON)
    overwrite(tmp_path / "library.sqlite3", 0, 1)

    store = open_store(tmp_path)

    assert store.notices
    assert [(source.kind, source.url) for source in store.sources()] == [(kind, "https://b.example.org/")]


@pytest.mark.parametrize(
    ("url", "kind"), [("https://b.example.org/", SourceKind.FEED), ("tuinews:pages", SourceKind.PAGES)]
)
def test_a_kind_that_damage_made_unreadable_is_told_by_the_address(
    tmp_path: Path, open_store: Open, url: str, kind: SourceKind
) -> None:
    with closing(open_store(tmp_path)) as store:
        store.add_source(NewSource(SourceKind.LISTING, url, "b"), NOON)
    with closing(sqlite3.connect(tmp_path / "library.sqlite3")) as sql:
        sql.execute("update source set kind = 'lis' || char(7)")
        sql.execute("drop table pause")
        sql.commit()

    assert [source.kind for source in open_store(tmp_path).sources()] == [kind]


def test_a_newer_library_is_left_alone(library: Path, open_store: Open) -> None:
    with closing(sqlite3.connect(library)) as sql:
        sql.execute("pragma user_version = 99")
    before = library.read_bytes()

    with pytest.raises(NewerSchemaError, match="it was written by a newer tuinews"):
        open_store(library.parent)

    assert library.read_bytes() == before
    assert not asides(library)


def test_a_suspicion_that_proves_false_changes_nothing(library: Path, open_store: Open) -> None:
    library.with_name("library.suspect").touch()

    store = open_store(library.parent)

    assert store.notices == ()
    assert store.counts().all == 300
    assert len(store.search("da nang", View())) == 300
    assert not library.with_name("library.suspect").exists()


def test_a_migration_is_one_transaction(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "x.sqlite3", isolation_level=None)) as sql:
        schema.migrate(sql)
        steps = (*schema_steps.MIGRATIONS, "create table added (id integer);\ncreate table added (id integer);\n")
        with pytest.raises(sqlite3.OperationalError):
            schema.migrate(sql, steps)

        assert schema.version(sql) == schema.VERSION
        assert not sql.execute("select 1 from sqlite_master where name = 'added'").fetchall()
        schema.migrate(sql, (*schema_steps.MIGRATIONS, "create table added (id integer);\n"))
        assert schema.version(sql) == schema.VERSION + 1


def test_the_feeds_own_texts_of_an_older_library_are_still_to_be_examined(
    tmp_path: Path, open_store: Open
) -> None:
    with closing(sqlite3.connect(tmp_path / "library.sqlite3", isolation_level=None)) as sql:
        schema.migrate(sql, schema_steps.MIGRATIONS[:1])
        sql.execute("insert into source (id, kind, title, url, canonical) values (1, 'feed', 'a', 'u', 'u')")
        sql.execute("insert into entry (id, source_id, title, first_seen) values (7, 1, 'x', 0)")
        sql.execute("insert into status (entry_id, sort_key) values (7, 0)")
        sql.execute("insert into listed (source_id, entry_id, identity, sort_key) values (1, 7, 'x', 0)")
        sql.execute("insert into feed_content values (7, ?)", (codec.packed("<p>Một</p>"),))

    store = open_store(tmp_path)

    assert store.unexamined_texts(1) == [7]
    store.keep_own_texts({7: None}, NOON)
    assert store.unexamined_texts(1) == []
    assert store.feed_content(7) == "<p>Một</p>"
    assert store.counts().offline == 0


def test_only_the_last_backups_stay_and_one_a_day_is_made(make: Any, tmp_path: Path) -> None:
    source = make.source()
    for day in range(8):
        at = make.now + timedelta(days=day)
        make.listing(source, make.entry(f"on day {day}"), at=at)
        make.listing(source, make.entry(f"again on day {day}"), at=at)

    names = sorted(path.name for path in (tmp_path / "library" / "backups").iterdir())
    assert [name[8:23] for name in names] == [f"{n:06}-202603{n + 9}" for n in range(4, 9)]


def test_a_library_whose_file_was_exchanged_is_written_no_more(make: Any, tmp_path: Path) -> None:
    [entry_id] = make.listing(make.source(), make.entry("one"))
    path = tmp_path / "library" / "library.sqlite3"
    path.rename(path.with_name("elsewhere.sqlite3"))
    path.write_bytes(b"")

    with pytest.raises(StoreError, match="the library's file was replaced by another"):
        make.store.set_read([entry_id], True)
