"""Everything in one file, and back: whole or not at all, whatever the file is."""

import json
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing, suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tuinews.errors import StoreError
from tuinews.model.view import View
from tuinews.store.archive import unpacked
from tuinews.store.archive.archive import LIST
from tuinews.store.archive.backup import write_backup
from tuinews.store.archive.restore import check_is_backup, restore
from tuinews.store.picture_files import PictureFiles
from tuinews.store.recovery.examination import examine, repair_index
from tuinews.store.store import Store

PICTURE = b"\xff\xd8 not really a picture"


@pytest.fixture
def library(make: Any, tmp_path: Path) -> Path:
    """A closed library of three entries, with a picture file; its settings are beside it."""
    make.listing(make.source("a"), *(make.entry(f"Đà Nẵng {n}", n) for n in range(3)))
    make.star(1)
    directory = tmp_path / "library"
    PictureFiles(directory).write(PICTURE)
    make.store.close()
    (tmp_path / "settings.toml").write_text("measure = 70\n")
    return directory


@pytest.fixture
def backup(library: Path, tmp_path: Path, make: Any) -> Path:
    write_backup(library, tmp_path / "settings.toml", tmp_path / "all.zip", make.now, pictures=True)
    return tmp_path / "all.zip"


def titles(directory: Path, make: Any) -> list[str]:
    store = Store.open(directory, make.now)
    try:
        return [row.title for row in store.rows(list(store.entry_ids(View())))]
    finally:
        store.close()


def files(directory: Path) -> set[str]:
    return {str(path.relative_to(directory)) for path in directory.rglob("*") if path.is_file()}


def test_all_of_it_comes_back_elsewhere(backup: Path, tmp_path: Path, make: Any) -> None:
    assert backup.stat().st_mode & 0o077 == 0
    elsewhere, settings = tmp_path / "new" / "library", tmp_path / "new" / "conf" / "settings.toml"
    done = restore(backup, elsewhere, settings, make.now)
    assert (done.before, len(done.contents.members)) == (None, 3)
    assert settings.read_text() == "measure = 70\n"
    pictures = PictureFiles(elsewhere)
    assert [pictures.read(name) for name in pictures.names()] == [PICTURE]
    assert titles(elsewhere, make) == ["Đà Nẵng 0", "Đà Nẵng 1", "Đà Nẵng 2"]
    assert all(finding.is_well for finding in examine(elsewhere, make.now))


def test_what_is_replaced_is_kept(backup: Path, library: Path, tmp_path: Path, make: Any) -> None:
    store = Store.open(library, make.now)
    make.store = store
    make.listing(store.sources()[0], make.entry("Tin mới hơn", 0))
    with pytest.raises(StoreError, match="has it open"):
        restore(backup, library, None, make.now)
    store.close()
    settings = tmp_path / "settings.toml"
    settings.write_text("measure = 60\n")
    done = restore(backup, library, settings, make.now)
    assert "Tin mới hơn" not in titles(library, make)
    assert settings.with_name("settings.toml.before-restore").read_text() == "measure = 60\n"
    assert done.before is not None
    (tmp_path / "before").mkdir()
    done.before.rename(tmp_path / "before" / "library.sqlite3")
    assert "Tin mới hơn" in titles(tmp_path / "before", make)


def changed(backup: Path, change: Callable[[dict[str, bytes]], None]) -> None:
    """Write the backup anew with other content."""
    with zipfile.ZipFile(backup) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    change(content)
    with zipfile.ZipFile(backup, "w") as archive:
        for name, data in content.items():
            archive.writestr(name, data)


def _relist(content: dict[str, bytes], **more: object) -> None:
    value = json.loads(content[LIST])
    content[LIST] = json.dumps(value | more).encode()


def _rename(content: dict[str, bytes], name: str) -> None:
    value = json.loads(content[LIST])
    value["files"][name] = {"size": 4, "sha256": "0" * 64}
    content[LIST], content[name] = json.dumps(value).encode(), b"evil"


def _relibrary(content: dict[str, bytes], change: str) -> None:
    """Change the library in a backup, and its hash with it: a list is not to be believed either."""
    with closing(sqlite3.connect(":memory:")) as sql:
        data = content["library.sqlite3"]
        sql.deserialize(data[:18] + bytes((1, 1)) + data[20:])  # no log of writes in memory
        sql.execute("pragma foreign_keys = off")
        sql.execute(change)
        sql.commit()
        data = content["library.sqlite3"] = sql.serialize()
    value = json.loads(content[LIST])
    value["files"]["library.sqlite3"] = {"size": len(data), "sha256": sha256(data).hexdigest()}
    content[LIST] = json.dumps(value).encode()


SPOILT: dict[str, tuple[str, Callable[[dict[str, bytes]], None]]] = {
    "a changed byte": ("damaged", lambda c: c.update({"library.sqlite3": c["library.sqlite3"][:-1] + b"!"})),
    "a file that is missing": ("damaged", lambda c: c.__delitem__("settings.toml")),
    "a file that is longer": ("damaged", lambda c: c.update({"settings.toml": b"x" * 10_000_000})),
    "no list": ("not a backup", lambda c: c.__delitem__(LIST)),
    "a list of nothing": ("not a backup", lambda c: c.update({LIST: b"[]"})),
    "a newer format": ("newer", lambda c: _relist(c, format=99)),
    "a newer schema": ("newer", lambda c: _relist(c, schema=9999)),
    "a schema without an end": (
        "not a backup",
        lambda c: c.update({LIST: c[LIST].replace(b'"schema": ', b'"schema": 1e999, "s": ')}),
    ),
    "a newer library under an older number": ("newer", lambda c: _relibrary(c, "pragma user_version = 9999")),
    "a library of no version": ("damaged", lambda c: _relibrary(c, "pragma user_version = 0")),
    "a library without its tables": ("damaged", lambda c: _relibrary(c, "drop table status")),
    "a name that leads out": ("not a backup", lambda c: _rename(c, "../evil")),
    "a name of its own": ("not a backup", lambda c: _rename(c, "pictures/evil.sh")),
}


@pytest.mark.parametrize("name", SPOILT)
def test_nothing_is_touched_by_a_backup_that_is_not_what_it_says(
    backup: Path, library: Path, tmp_path: Path, make: Any, name: str
) -> None:
    why, change = SPOILT[name]
    changed(backup, change)
    before = files(tmp_path), (tmp_path / "settings.toml").read_text()
    with pytest.raises(StoreError, match=why):
        restore(backup, library, tmp_path / "settings.toml", make.now)
    assert (files(tmp_path) - {"library/library.lock"}, (tmp_path / "settings.toml").read_text()) == (
        before[0] - {"library/library.lock"},
        before[1],
    )
    assert len(titles(library, make)) == 3


def test_bytes_that_are_damaged_anywhere_are_told(backup: Path, library: Path, make: Any) -> None:
    whole = backup.read_bytes()
    for place in range(0, len(whole), 97):
        backup.write_bytes(whole[:place] + bytes((whole[place] ^ 0xFF,)) + whole[place + 1 :])
        with suppress(StoreError):  # any other error would be none that people are told
            restore(backup, library, None, make.now)
        assert len(titles(library, make)) == 3, place


def test_a_list_of_files_that_is_damaged_anywhere_is_told(backup: Path) -> None:
    whole = backup.read_bytes()
    for place in range(whole.rindex(b"PK\1\2") - 200, len(whole)):
        for flipped in (0x20, 0xFF):
            backup.write_bytes(whole[:place] + bytes((whole[place] ^ flipped,)) + whole[place + 1 :])
            with suppress(StoreError):
                check_is_backup(backup)


def test_a_file_that_is_no_zip_and_one_that_is_not_there_are_told(
    library: Path, tmp_path: Path, make: Any
) -> None:
    (tmp_path / "x.zip").write_bytes(b"PK nothing of the kind")
    with pytest.raises(StoreError, match="not a backup"):
        restore(tmp_path / "x.zip", library, None, make.now)
    with pytest.raises(StoreError, match="nothing was restored"):
        restore(tmp_path / "none.zip", library, None, make.now)


def test_a_backup_replaces_no_file_and_leaves_none_behind(
    backup: Path, library: Path, tmp_path: Path, make: Any
) -> None:
    with pytest.raises(StoreError, match="already"):
        write_backup(library, tmp_path / "settings.toml", backup, make.now, pictures=True)
    with pytest.raises(StoreError, match="no library"):
        write_backup(tmp_path, tmp_path / "settings.toml", tmp_path / "b.zip", make.now, pictures=True)
    with pytest.raises(StoreError):
        write_backup(library, tmp_path / "settings.toml", tmp_path / "none" / "b.zip", make.now, pictures=True)
    assert {path.name for path in tmp_path.iterdir()} == {"all.zip", "library", "settings.toml"}


def test_the_examination_finds_what_is_not_well(library: Path, make: Any, tmp_path: Path) -> None:
    def not_well(directory: Path) -> list[str]:
        return [finding.name for finding in examine(directory, make.now) if not finding.is_well]

    assert not_well(library) == []
    with closing(sqlite3.connect(library / "library.sqlite3")) as sql:
        sql.execute("update tally set total = total + 1")
        sql.commit()
    assert not_well(library) == ["numbers"]
    repair_index(library)
    assert not_well(library) == []
    (library / "library.sqlite3").chmod(0o644)
    assert not_well(library) == ["modes"]
    assert not_well(tmp_path / "none") == ["file", "room"]
    repair_index(library)
    (library / "library.sqlite3").write_bytes(b"no database at all" * 100)
    assert "file" in not_well(library)
    synchronised = tmp_path / "Dropbox (me)"
    library.rename(synchronised)
    assert "place" in not_well(synchronised)


def test_a_library_beside_which_nothing_can_be_written_is_backed_up_elsewhere(
    library: Path, tmp_path: Path, make: Any
) -> None:
    shared = library / "library.sqlite3-shm"
    shared.unlink(missing_ok=True)
    shared.mkdir()  # as where there is no room, nobody can make this file
    contents = write_backup(library, tmp_path / "none.toml", tmp_path / "b.zip", make.now, pictures=True)
    assert "library.sqlite3" in [member.name for member in contents.members]
    elsewhere = tmp_path / "elsewhere"
    restore(tmp_path / "b.zip", elsewhere, None, make.now)
    assert all(finding.is_well for finding in examine(elsewhere, make.now))


def test_the_examination_takes_no_lock_for_damage(library: Path, make: Any, hold_library: Any) -> None:
    holder = hold_library(library)
    with pytest.raises(StoreError, match="another process has been writing"):
        list(examine(library, make.now, patience=0))
    holder.release()
    assert all(finding.is_well for finding in examine(library, make.now, patience=0))


def test_two_restores_in_one_second_keep_both_libraries_that_were_there(
    backup: Path, library: Path, tmp_path: Path, make: Any
) -> None:
    kept = [restore(backup, library, None, make.now).before for _ in range(2)]

    assert [path is not None and path.exists() for path in kept] == [True, True]
    assert kept[0] != kept[1]


def test_who_died_behind_the_decision_is_finished_by_the_next_opening(
    backup: Path, library: Path, tmp_path: Path, make: Any
) -> None:
    elsewhere, settings = tmp_path / "elsewhere", tmp_path / "settings.toml"
    restore(backup, elsewhere, None, make.now)
    settings.write_text("measure = 60\n")
    ready = library / "restored"
    (ready / "pictures").mkdir(parents=True)
    (elsewhere / "library.sqlite3").rename(ready / "library.sqlite3")
    (ready / "settings.toml").write_text("measure = 70\n")
    unpacked.prepare_settings(ready, settings)
    (library / "library.sqlite3").write_bytes(b"the library that was there")

    store = Store.open(library, make.now)
    assert store.notices == ("an interrupted restore of a backup was completed",)
    store.close()
    assert titles(library, make) == ["Đà Nẵng 0", "Đà Nẵng 1", "Đà Nẵng 2"]
    assert settings.read_text() == "measure = 70\n"
    assert not [name for name in files(library) if "restor" in name]
