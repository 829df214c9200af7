"""A library's own file, or one of the backups beside it, restored as a backup is."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tuinews.errors import StoreError
from tuinews.model.view import Filter, View
from tuinews.store import schema
from tuinews.store.archive.backup import write_backup
from tuinews.store.archive.restore import check_is_backup, restore
from tuinews.store.recovery import backup
from tuinews.store.recovery.examination import examine
from tuinews.store.store import Store


@pytest.fixture
def library(make: Any, tmp_path: Path) -> Path:
    """A closed library of three entries, one of them starred."""
    make.listing(make.source("a"), *(make.entry(f"Đà Nẵng {n}", n) for n in range(3)))
    make.star(1)
    make.store.close()
    return tmp_path / "library"


def titles(directory: Path, make: Any, which: Filter = Filter.ALL) -> list[str]:
    with closing(Store.open(directory, make.now)) as store:
        assert store.notices == ()
        return [row.title for row in store.rows(list(store.entry_ids(View(filter=which))))]


def test_what_a_restore_put_aside_is_restored_again(library: Path, tmp_path: Path, make: Any) -> None:
    write_backup(library, tmp_path / "none.toml", tmp_path / "all.zip", make.now, pictures=True)
    with closing(Store.open(library, make.now)) as store:
        make.store = store
        make.listing(store.sources()[0], make.entry("Tin mới hơn", 0))
    before = restore(tmp_path / "all.zip", library, None, make.now).before
    assert "Tin mới hơn" not in titles(library, make)

    assert before is not None
    check_is_backup(before)
    done = restore(before, library, tmp_path / "settings.toml", make.now)

    assert "Tin mới hơn" in titles(library, make)
    assert [member.name for member in done.contents.members] == ["library.sqlite3"]
    assert before.exists()
    assert not (tmp_path / "settings.toml").exists()
    assert all(finding.is_well for finding in examine(library, make.now))


def test_a_daily_backup_gives_sources_and_marks(library: Path, tmp_path: Path, make: Any) -> None:
    daily = backup.write(library / "library.sqlite3", make.now)
    assert daily is not None
    elsewhere = tmp_path / "elsewhere"

    restore(daily, elsewhere, None, make.now)

    assert titles(elsewhere, make, Filter.STARRED) == titles(library, make, Filter.STARRED) != []
    assert all(finding.is_well for finding in examine(elsewhere, make.now))


def test_a_file_whose_last_writes_are_beside_it_comes_whole(library: Path, tmp_path: Path, make: Any) -> None:
    with closing(Store.open(library, make.now)) as store:
        make.store = store
        make.listing(store.sources()[0], make.entry("Tin mới hơn", 0))
        restore(library / "library.sqlite3", tmp_path / "elsewhere", None, make.now)
    assert "Tin mới hơn" in titles(tmp_path / "elsewhere", make)


SPOILT = {
    "another program's": ("not a backup", "pragma application_id = 7"),
    "newer": ("newer", f"pragma user_version = {schema.VERSION + 1}"),
    "without a table": ("damaged", "drop table status"),
}


@pytest.mark.parametrize("kind", SPOILT)
def test_what_is_no_library_of_ours_is_not_restored(library: Path, tmp_path: Path, make: Any, kind: str) -> None:
    why, change = SPOILT[kind]
    other = tmp_path / "other.sqlite3"
    with closing(sqlite3.connect(library / "library.sqlite3")) as sql:
        sql.execute("vacuum into ?", (str(other),))
    with closing(sqlite3.connect(other)) as sql:
        sql.execute("pragma foreign_keys = off")
        sql.execute(change)
        sql.commit()
    with pytest.raises(StoreError, match=why):
        restore(other, library, None, make.now)
    assert len(titles(library, make)) == 3
    assert "restoring" not in {path.name for path in library.iterdir()}


def test_a_library_that_was_cut_short_is_not_restored(library: Path, tmp_path: Path, make: Any) -> None:
    whole = (library / "library.sqlite3").read_bytes()
    for size in (4096, len(whole) // 2, len(whole) - 8192):
        (tmp_path / "cut.sqlite3").write_bytes(whole[:size])
        with pytest.raises(StoreError, match="damaged"):
            restore(tmp_path / "cut.sqlite3", library, None, make.now)
        assert len(titles(library, make)) == 3
