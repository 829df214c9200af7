"""Every file of a library is its owner's alone, whatever the umask, also those that are there for a moment."""

import os
import shutil
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tuinews.store.recovery import backup
from tuinews.store.store import Store


@pytest.fixture(autouse=True)
def open_umask() -> Iterator[None]:
    """A umask that takes nothing away."""
    before = os.umask(0)
    yield
    os.umask(before)


def open_to_others(folder: Path) -> list[str]:
    return [path.name for path in (folder, *folder.rglob("*")) if stat.S_IMODE(path.stat().st_mode) & 0o077]


def test_the_files_beside_an_open_library(tmp_path: Path, open_store: Callable[..., Store], on_shelf: Any) -> None:
    make = on_shelf(open_store(tmp_path / "new" / "library"))
    make.listing(make.source(), make.entry("one"))

    names = {path.name for path in (tmp_path / "new" / "library").iterdir()}
    assert {"library.sqlite3", "library.sqlite3-wal", "library.sqlite3-shm", "library.lock", "backups"} <= names
    assert open_to_others(tmp_path / "new") == []


def test_what_mending_and_a_migration_write(
    tmp_path: Path, written_library: Path, open_store: Callable[..., Store]
) -> None:
    folder = tmp_path / "library"
    shutil.copytree(written_library, folder)
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o777 if path.is_dir() else 0o666)
    with (folder / "library.sqlite3").open("r+b") as file:
        file.write(bytes(16))

    store = open_store(folder)
    backup.write_whole(folder / "library.sqlite3", 1)

    assert "the old file is library-damaged-" in store.notices[0]
    assert (folder / "backups" / "before-migration-from-1.sqlite3").exists()
    assert open_to_others(folder) == []
