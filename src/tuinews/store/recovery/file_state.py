"""What is in the library's place, found out without writing to it.

This takes a millisecond: the header, the schema, the names of the tables. All pages of a large library are read
only after a sign of damage (an error of SQLite leaves one, see `database.suspicion`).
"""

import sqlite3
from contextlib import closing
from enum import Enum
from pathlib import Path

from tuinews.errors import NewerSchemaError
from tuinews.language import N_, _
from tuinews.store import schema
from tuinews.store.archive import unpacked
from tuinews.store.connecting import connect
from tuinews.store.failures import DamagedError, suspicion, translated
from tuinews.store.recovery import backup, rebuild
from tuinews.store.statements import scalar, scalars


class FileState(Enum):
    """What was found; the values of those that need repair begin the message to the user."""

    SOUND = "sound"
    ABSENT = "absent"
    BLANK = "blank"
    OLDER = "older"
    SUSPECT = "suspect"
    DAMAGED = N_("the library was damaged")
    NOT_OURS = N_("another program's database was in the library's place")
    NO_DATABASE = N_("the library's file was not a database")
    EMPTY = N_("the library's file was empty")
    LOST = N_("the library's file was missing")
    UNFINISHED = N_("an interrupted repair of the library was completed")
    UNPACKED = N_("an interrupted restore of a backup was completed")


def file_state(path: Path) -> FileState:
    """What lies at `path`; raises NewerSchemaError, sqlite3.Error or OSError."""
    if unpacked.is_unfinished(path):
        return FileState.UNPACKED
    if rebuild.is_unfinished(path):
        return FileState.UNFINISHED
    if not path.exists():
        return FileState.LOST if backup.existing(path) else FileState.ABSENT
    if not path.is_file():
        return FileState.NOT_OURS
    if path.stat().st_size == 0 and not Path(f"{path}-wal").exists():
        return FileState.EMPTY
    try:
        with closing(connect(path, "rw")) as sql:
            return state_inside(sql, path)
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorname", "").startswith("SQLITE_NOTADB"):
            return FileState.NO_DATABASE
        if isinstance(translated(error), DamagedError):
            return FileState.DAMAGED
        raise


def state_inside(sql: sqlite3.Connection, path: Path) -> FileState:
    """What an open file is; raises NewerSchemaError or sqlite3.Error."""
    owner = scalar(sql, "pragma application_id")
    version = schema.version(sql)
    tables = set(scalars(sql, "select name from sqlite_master where type = 'table'"))
    if owner != schema.APPLICATION_ID:
        return FileState.BLANK if not tables and not version and not owner else FileState.NOT_OURS
    if version > schema.VERSION:
        raise NewerSchemaError(
            _("the library"), _("it was written by a newer tuinews and was left alone"), _("update tuinews")
        )
    if version < schema.VERSION:
        return FileState.OLDER
    if not tables.issuperset(schema.EVERY_TABLE):
        return FileState.DAMAGED
    return FileState.SUSPECT if suspicion(path).exists() else FileState.SOUND


def is_whole(sql: sqlite3.Connection) -> bool:
    """Whether every page is in order; a second for 300 MB, and the search index is left out."""
    try:
        return bool(scalar(sql, "pragma integrity_check(1)") == "ok")
    except sqlite3.Error as error:
        if isinstance(translated(error), DamagedError):
            return False
        raise
