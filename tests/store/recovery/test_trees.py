"""A library whose inner pages are lost: SQLite reads no row of the table any more, and all are still there."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tuinews.model.article import Article
from tuinews.model.document import Document, Paragraph, Span
from tuinews.model.entry import Entry, Listing
from tuinews.model.refresh import Refreshed
from tuinews.model.source import NewSource, SourceKind
from tuinews.model.undo.changes import EntriesMarked, EntryMark
from tuinews.model.view import Filter, View
from tuinews.store.connecting import PAGE
from tuinews.store.failures import leave_suspicion
from tuinews.store.recovery import salvage
from tuinews.store.recovery.open_library import FILE_NAME
from tuinews.store.recovery.trees import pages, whole_trees
from tuinews.store.statements import scalar
from tuinews.store.store import Store

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
MANY = 400
KEPT = 12


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed library of many entries, stars, read marks and long articles, without a backup."""
    directory = tmp_path_factory.mktemp("whole")
    store = Store.open(directory, NOW)
    source = store.add_source(NewSource(SourceKind.FEED, "https://a.example.org/rss", "Báo A"), NOW)
    said = "Nước lên đến thềm nhà. " * 40
    entries = tuple(Entry(f"{n}", f"Tin {n}", f"https://a.example.org/{n}", f"{said}{n}") for n in range(MANY))
    ids = store.record_listing(source.id, Refreshed(Listing(entries), NOW))
    for entry_id in ids[:KEPT]:
        lines = tuple(Paragraph((Span(f"{entry_id} {n * 7919 % 9973} {n * entry_id}"),)) for n in range(700))
        store.keep_article(entry_id, Article(None, f"Tin {entry_id}", Document(lines)), NOW)
    store.do(EntriesMarked(tuple(ids[:30]), EntryMark.STARRED, True), NOW)
    store.do(EntriesMarked(tuple(ids[100:200]), EntryMark.READ, True), NOW)
    store.close()
    for backup in (directory / "backups").iterdir():
        backup.unlink()
    return directory / FILE_NAME


def _said(directory: Path) -> tuple[int, ...]:
    with closing(Store.open(directory, NOW)) as store:
        filters = (Filter.ALL, Filter.UNREAD, Filter.STARRED, Filter.OFFLINE)
        return tuple(len(store.entry_ids(View(filter=which))) for which in filters)


def _root(library: Path, table: str) -> int:
    with closing(sqlite3.connect(library)) as sql:
        return int(scalar(sql, "select rootpage from sqlite_master where name = ?", (table,)))


def _copied(library: Path, directory: Path) -> Path:
    copy = directory / FILE_NAME
    copy.write_bytes(library.read_bytes())
    return copy


def _put(library: Path, number: int, change: Callable[[bytes], bytes]) -> None:
    with library.open("r+b") as file:
        file.seek((number - 1) * PAGE)
        page = change(file.read(PAGE))
        file.seek((number - 1) * PAGE)
        file.write(page)


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "zeros": lambda page: bytes(PAGE),
    "noise": lambda page: bytes(n * 151 % 256 for n in range(PAGE)),
    "its last child": lambda page: page[:8] + b"\0\0\0\0" + page[12:],
    "its cells": lambda page: page[:12] + bytes(40) + page[52:],
}


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("table", ["entry", "status", "listed", "article"])
def test_what_an_inner_page_led_to_is_recovered(library: Path, tmp_path: Path, table: str, damage: str) -> None:
    copy = _copied(library, tmp_path)
    root = _root(copy, table)
    _put(copy, root, lambda page: DAMAGE[damage](page) if pages.kind(page) == pages.INNER else b"")
    leave_suspicion(copy)
    assert _said(tmp_path) == (MANY, MANY - 100, 30, KEPT)


@pytest.mark.parametrize("children", [3, 4, 7, 20])
def test_new_inner_pages_may_need_others_above_them(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, children: int
) -> None:
    monkeypatch.setattr(pages, "BYTES_OF_CHILD", PAGE // children)
    copy = _copied(library, tmp_path)
    _put(copy, _root(copy, "entry"), lambda page: bytes(PAGE))
    assert whole_trees.with_whole_trees(copy, tmp_path / "whole", salvage.SAVED)
    with closing(sqlite3.connect(tmp_path / "whole")) as sql:
        assert scalar(sql, "select count(*) from entry not indexed where summary like 'Nước%'") == MANY
        assert scalar(sql, "select count(*) from entry not indexed where id between 1 and 9") == 9


@pytest.mark.parametrize("size", [512, 4096, 8192, 65536])
def test_an_inner_page_has_room_for_its_children_whatever_their_rows(size: int) -> None:
    below = [(2**31 + n, 2**55 + n) for n in range(size // pages.BYTES_OF_CHILD)]
    page = pages.inner_page(below, size)
    assert (len(page), pages.children(page)) == (size, [number for number, _ in below])


def test_nothing_is_made_where_every_tree_is_whole(library: Path, tmp_path: Path) -> None:
    assert not whole_trees.with_whole_trees(library, tmp_path / "whole", salvage.SAVED)


def test_rows_that_were_removed_do_not_come_back(library: Path, tmp_path: Path) -> None:
    copy = _copied(library, tmp_path)
    with closing(sqlite3.connect(copy, isolation_level=None)) as sql:
        sql.execute("pragma secure_delete = off")
        sql.execute("delete from entry where id > 200")
        sql.execute("pragma wal_checkpoint(truncate)")
        assert scalar(sql, "pragma freelist_count") > 10
    _put(copy, _root(copy, "entry"), lambda page: bytes(PAGE))
    assert whole_trees.with_whole_trees(copy, tmp_path / "whole", salvage.SAVED)
    with closing(sqlite3.connect(tmp_path / "whole")) as sql:
        assert scalar(sql, "select max(id) from entry not indexed") == 200
