"""A library in a folder or on a disk that cannot be written: read as it is, and nothing is made beside it."""

import os
import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from tuinews.errors import StoreError
from tuinews.language import N_, _
from tuinews.store import schema
from tuinews.store.connecting import connect
from tuinews.store.database import Database
from tuinews.store.recovery.file_state import FileState, state_inside

NOTICE = N_("the library is read-only because its folder or file cannot be written; nothing new is saved")


def is_writable(path: Path) -> bool:
    """Whether the library and what SQLite needs beside it can be written."""
    files = [path, *(Path(f"{path}{companion}") for companion in ("-wal", "-shm"))]
    return os.access(path.parent, os.W_OK) and all(os.access(f, os.W_OK) for f in files if f.exists())


NO_ROOM = N_("the library's disk is full; the library can be read, but nothing new is saved")


def open_read_only(path: Path, refusal: StoreError) -> Database:
    """The library for reading; an empty one where there is none. Raises sqlite3.Error, OSError, StoreError.

    `refusal` is what every write will raise.
    """
    if not path.exists():
        empty = connect(None)
        schema.migrate(empty)
        return Database(empty, None, refusal)
    connection = connect_reading(path)
    try:
        state = state_inside(connection, path)
        if state is FileState.OLDER:
            connection = _migrated_copy(connection, path.name)
        elif state not in (FileState.SOUND, FileState.SUSPECT):
            why = _("it cannot be read as it is, and its folder is read-only")
            raise StoreError(_("the library could not be used"), why, _("make the folder writable"))
    except BaseException:
        connection.close()
        raise
    return Database(connection, path, refusal)


def connect_reading(path: Path) -> sqlite3.Connection:
    """WAL needs a file of shared memory beside the library; where that cannot be made, nobody writes either."""
    try:
        connection = connect(path, "ro")
        try:
            connection.execute("select 1 from sqlite_master").fetchone()
        except BaseException:
            connection.close()
            raise
    except sqlite3.OperationalError:
        wal = Path(f"{path}-wal")
        return _copy_with_wal(path, wal) if wal.exists() and wal.stat().st_size else connect(path, "immutable")
    return connection


def _migrated_copy(older: sqlite3.Connection, name: str) -> sqlite3.Connection:
    """An older version's library where nothing can be written: a copy elsewhere is brought to this version."""
    folder = Path(tempfile.mkdtemp(prefix="tuinews-"))
    try:
        with closing(connect(folder / name)) as sql:
            older.backup(sql)
            sql.execute("pragma journal_mode = delete")
            schema.migrate(sql)
        copy = connect(folder / name, "immutable")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    older.close()
    return copy


def _copy_with_wal(path: Path, wal: Path) -> sqlite3.Connection:
    """A library whose last process died keeps its newest rows in the WAL: a copy elsewhere takes them in."""
    folder = Path(tempfile.mkdtemp(prefix="tuinews-"))
    try:
        copy = folder / path.name
        shutil.copyfile(path, copy)
        shutil.copyfile(wal, f"{copy}-wal")
        with closing(connect(copy)) as sql:
            sql.execute("pragma journal_mode = delete")
        return connect(copy, "immutable")
    finally:
        # The open copy stays readable without its name (and where it must not lose it, it stays behind).
        shutil.rmtree(folder, ignore_errors=True)
