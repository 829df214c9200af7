"""The index of a library that was made before the body stood first among its columns."""

from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tuinews.model.view import View
from tuinews.store.connecting import connect
from tuinews.store.recovery.examination import repair_index
from tuinews.store.search import index
from tuinews.store.statements import scalar
from tuinews.store.store import Store

from ..conftest import NOON, Maker

BEFORE = (
    "create virtual table words using fts5 (title, summary, body, content='', columnsize=0, "
    'tokenize="unicode61 remove_diacritics 2")'
)


@pytest.fixture
def older(make: Maker) -> Maker:
    """A library whose index has its columns as they stood before."""
    make.store._database.connection.execute("drop table words")
    make.store._database.connection.execute(BEFORE)
    return make


def path(make: Maker) -> Path:
    found = make.store._database.path
    assert found is not None
    return found


def filled(make: Maker) -> list[int]:
    """Twelve entries with texts; one of them was kept twice, one was given another title."""
    source = make.source()
    entries = [make.entry(f"bão số {n}", hours_ago=n, summary="gió mạnh") for n in range(12)]
    ids = make.listing(source, *entries)
    for n, entry_id in enumerate(ids):
        make.store.keep_article(entry_id, make.article("bão", f"Mưa lớn ở Huế, đoạn {n}. " * 40), make.now)
    make.store.keep_article(ids[3], make.article("bão", "Nắng ở Đà Lạt. " * 40), make.now)
    make.listing(source, make.entry("bão số 5", hours_ago=5, title="lũ quét", summary="gió mạnh"), *entries[6:])
    return ids


def found(store: Store) -> dict[str, list[int]]:
    """What is found by words of every column, and by those that are there no more."""
    typed = ("bão", "title:bão", "text:bão", '"mưa lớn"', "lũ quét", "title:mưa", "nắng", "gió", "huế", '"số 5"')
    return {query: sorted(store.search(query, View())) for query in typed}


def test_an_older_order_finds_the_same(older: Maker, tmp_path: Path) -> None:
    filled(older)
    newer = Maker(Store.open(tmp_path / "newer", NOON))
    try:
        filled(newer)
        assert index.has_body_first(newer.store._database.connection)
        assert not index.has_body_first(older.store._database.connection)
        assert found(older.store) == found(newer.store)
        assert len(found(older.store)["huế"]) == 11
    finally:
        newer.store.close()


def test_words_leave_an_index_of_the_older_order(older: Maker) -> None:
    for entry_id in filled(older):
        index.remove(older.store._database.connection, entry_id)
    assert not any(found(older.store).values())
    left = "select count(*) from temp.left_over"
    sql = older.store._database.connection
    sql.execute("create virtual table temp.left_over using fts5vocab(main, words, 'instance')")
    assert scalar(sql, left) == 0


def test_a_repair_gives_it_the_order_of_today(older: Maker, open_store: Any) -> None:
    ids = filled(older)
    before, file = found(older.store), path(older)
    older.store.close()

    repair_index(file.parent)

    again = open_store(file.parent)
    assert index.has_body_first(again._database.connection)
    assert found(again) == before
    again.keep_article(ids[0], older.article("bão", "Tuyết ở Sa Pa."), older.now)
    assert list(again.search("tuyết", View())) == [ids[0]]
    assert ids[0] not in again.search("huế", View())


def test_a_repair_beside_an_open_library_is_seen_by_it(older: Maker) -> None:
    ids = filled(older)
    before = found(older.store)
    repair_index(path(older).parent)
    assert found(older.store) == before
    older.store.keep_article(ids[0], older.article("bão", "Tuyết ở Sa Pa."), older.now)
    assert list(older.store.search("tuyết", View())) == [ids[0]]


def test_the_body_first_takes_less(make: Maker, tmp_path: Path) -> None:
    sizes = []
    for name, statement in (("before", BEFORE), ("now", "")):
        newer = Maker(Store.open(tmp_path / name, NOON))
        if statement:
            newer.store._database.connection.execute("drop table words")
            newer.store._database.connection.execute(statement)
        source = newer.source()
        ids = newer.listing(source, *(newer.entry(f"tin {n}", hours_ago=n) for n in range(40)))
        for n, entry_id in enumerate(ids):
            text = " ".join(f"chữ{(n * k) % 997}" for k in range(1, 300))
            newer.store.keep_article(entry_id, newer.article("tin", text), newer.now)
        newer.store.close()
        with closing(connect(tmp_path / name / "library.sqlite3", "rw")) as sql:
            sql.execute("insert into words (words) values ('optimize')")
            sizes.append(int(scalar(sql, "select sum(length(block)) from words_data")))
    assert sizes[1] < 0.85 * sizes[0]
