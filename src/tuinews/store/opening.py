"""Opening the library: look at the file, mend or make it where needed, or say why not.

The look costs a millisecond: the header, the schema, the names of the tables. All pages of a large library are
read only after a sign of damage (an error of SQLite leaves one, see `database.suspicion`).
"""

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path

from tuinews.errors import NewerSchemaError, StoreError
from tuinews.store import backup, index, recovery, schema
from tuinews.store.database import DamagedError, Database, connect, leave_suspicion, suspicion, translated
from tuinews.store.lock import opening_lock
from tuinews.store.network import is_on_network

FILE_NAME = "library.sqlite3"

_READ_ONLY = "the library is read-only: its folder or file cannot be written, so nothing new is kept"


class _Finding(Enum):
    SOUND = "sound"
    ABSENT = "absent"
    BLANK = "blank"
    OLDER = "older"
    SUSPECT = "suspect"
    DAMAGED = "the library was damaged"
    NOT_OURS = "another program's database lay in the library's place"
    NO_DATABASE = "the library's file was not a database"
    EMPTY = "the library's file was empty"
    LOST = "the library's file was gone"
    UNFINISHED = "a library that was being mended was completed"


@dataclass(frozen=True, slots=True)
class Opened:
    """A library ready for use, and what to tell the user about it."""

    database: Database
    notices: tuple[str, ...] = ()


def open_library(directory: Path, now: datetime) -> Opened:
    """The library of a directory; raises NewerSchemaError, DiskFullError or StoreError."""
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _no_folder(error) from None
    path = directory / FILE_NAME
    try:
        if not _is_writable(path):
            return _open_read_only(path)
        notices: tuple[str, ...] = ()
        if _look(path) is not _Finding.SOUND:
            with opening_lock(directory):
                notices = _prepare(path, now)
        return Opened(_connected(path), notices)
    except sqlite3.Error as error:
        failure = translated(error)
        if isinstance(failure, DamagedError):
            leave_suspicion(path)
        raise failure from None
    except OSError as error:
        raise _no_folder(error) from None


def _look(path: Path) -> _Finding:
    if recovery.is_unfinished(path):
        return _Finding.UNFINISHED
    if not path.exists():
        return _Finding.LOST if backup.existing(path) else _Finding.ABSENT
    if not path.is_file():
        return _Finding.NOT_OURS
    if path.stat().st_size == 0 and not Path(f"{path}-wal").exists():
        return _Finding.EMPTY
    try:
        with closing(connect(path)) as sql:
            return _look_inside(sql, path)
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", "")
        if name.startswith("SQLITE_NOTADB"):
            return _Finding.NO_DATABASE
        if isinstance(translated(error), DamagedError):
            return _Finding.DAMAGED
        raise


def _look_inside(sql: sqlite3.Connection, path: Path) -> _Finding:
    owner = sql.execute("pragma application_id").fetchone()[0]
    version = schema.version(sql)
    tables = {row[0] for row in sql.execute("select name from sqlite_master where type = 'table'")}
    if owner != schema.APPLICATION_ID:
        return _Finding.BLANK if not tables and not version and not owner else _Finding.NOT_OURS
    if version > schema.VERSION:
        raise NewerSchemaError("the library", "a newer tuinews wrote it", "it was left alone; update tuinews")
    if version < schema.VERSION:
        return _Finding.OLDER
    if not tables.issuperset(schema.TABLES):
        return _Finding.DAMAGED
    return _Finding.SUSPECT if suspicion(path).exists() else _Finding.SOUND


def _prepare(path: Path, now: datetime) -> tuple[str, ...]:
    finding = _look(path)
    if finding is _Finding.SUSPECT:
        finding = _look_through(path)
    match finding:
        case _Finding.SOUND:
            return ()
        case _Finding.ABSENT | _Finding.BLANK:
            _make(path)
            return ()
        case _Finding.OLDER:
            return _migrate(path, now)
        case _Finding.UNFINISHED:
            recovery.finish(path, now)
            return (finding.value,)
        case _:
            ours = finding is not _Finding.NOT_OURS
            return (recovery.rebuild(path, path if ours else None, finding.value, now),)


def _look_through(path: Path) -> _Finding:
    """Read every page; a library that is sound gets a new search index, which SQLite's check leaves out."""
    try:
        with closing(connect(path)) as sql:
            if sql.execute("pragma integrity_check(1)").fetchone()[0] != "ok":
                return _Finding.DAMAGED
            sql.execute("begin immediate")
            index.rebuild(sql)
            sql.execute("commit")
    except sqlite3.Error as error:
        if isinstance(translated(error), DamagedError):
            return _Finding.DAMAGED
        raise
    suspicion(path).unlink(missing_ok=True)
    return _Finding.SOUND


def _make(path: Path) -> None:
    with closing(connect(path)) as sql:
        _choose_journal(sql, path)
        schema.migrate(sql)


def _migrate(path: Path, now: datetime) -> tuple[str, ...]:
    with closing(connect(path)) as sql:
        version = schema.version(sql)
        try:
            backup.write_whole(path, version)
        except (sqlite3.Error, OSError):
            backup.write(path, now)
        schema.migrate(sql)
    return ()


def _connected(path: Path) -> Database:
    connection = connect(path)
    try:
        _choose_journal(connection, path)
    except BaseException:
        connection.close()
        raise
    return Database(connection, path, read_only=False)


def _choose_journal(sql: sqlite3.Connection, path: Path) -> None:
    if is_on_network(path.parent):
        sql.execute("pragma journal_mode = delete")
        sql.execute("pragma synchronous = full")
    else:
        sql.execute("pragma journal_mode = wal")


def _open_read_only(path: Path) -> Opened:
    if not path.exists():
        empty = connect(None)
        schema.migrate(empty)
        return Opened(Database(empty, None, read_only=True), (_READ_ONLY,))
    connection = _read_only_connection(path)
    try:
        finding = _look_inside(connection, path)
    except BaseException:
        connection.close()
        raise
    if finding not in (_Finding.SOUND, _Finding.SUSPECT):
        connection.close()
        raise StoreError(
            "the library", "it cannot be read as it is, and its folder is read-only", "make it writable"
        )
    return Opened(Database(connection, path, read_only=True), (_READ_ONLY,))


def _read_only_connection(path: Path) -> sqlite3.Connection:
    """WAL needs a file of shared memory beside the library; where that cannot be made, nobody writes either."""
    try:
        connection = connect(path, "ro")
        try:
            connection.execute("select 1 from sqlite_master").fetchone()
        except BaseException:
            connection.close()
            raise
    except sqlite3.OperationalError:
        return connect(path, "immutable")
    return connection


def _is_writable(path: Path) -> bool:
    files = [path, *(Path(f"{path}{companion}") for companion in ("-wal", "-shm"))]
    return os.access(path.parent, os.W_OK) and all(os.access(f, os.W_OK) for f in files if f.exists())


def _no_folder(error: OSError) -> StoreError:
    why = error.strerror or type(error).__name__
    return StoreError("the library", f"its folder cannot be used ({why})", "choose another with --data-dir")
