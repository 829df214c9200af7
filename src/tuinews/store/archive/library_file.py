"""A library's file by itself as a backup: what a restore put aside, a copy by hand, a daily backup.

They are told by their first bytes. A daily backup is no whole library: what it knows goes into a new one.
"""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from tuinews.errors import StoreError
from tuinews.language import _
from tuinews.late import late_imports
from tuinews.store import schema
from tuinews.store.archive.archive import LIBRARY, Contents, Member, damaged
from tuinews.store.archive.backup import snapshot
from tuinews.store.connecting import connect
from tuinews.store.recovery.file_state import is_whole
from tuinews.store.statements import scalar, scalars

with late_imports(__name__):
    from tuinews.store.recovery import rebuild

_MAGIC = b"SQLite format 3\0"
_OWNER = slice(68, 72)
"""Where SQLite's header has the `application_id`."""

_FIRST = ("source", "entry", "status", "listed", "article")
"""Tables that the library of every version has."""


def is_library(file: Path) -> bool:
    """Whether a file begins as a library of ours does; raises OSError."""
    with file.open("rb") as opened:
        header = opened.read(_OWNER.stop)
    return header.startswith(_MAGIC) and header[_OWNER] == schema.APPLICATION_ID.to_bytes(4)


def copy_library(file: Path, place: Path) -> Contents:
    """Put the library in `file`, as it is at this moment, into the folder `place`.

    Raises StoreError where it is damaged or newer than this program, sqlite3.Error, OSError.
    """
    written = datetime.fromtimestamp(file.stat().st_mtime, UTC)
    try:
        version = snapshot(file, place / LIBRARY)
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise
        raise damaged(str(file), file.name) from error
    if _is_daily_backup(place / LIBRARY):
        rebuild.complete(place / LIBRARY)
        version = schema.VERSION
    member = Member(LIBRARY, (place / LIBRARY).stat().st_size, "")
    return Contents(written.isoformat(timespec="seconds"), version, (member,))


def check_library(library: Path, what: str) -> None:
    """Look at a library that is to be put in place, whatever was said of it.

    Raises StoreError where it is none, is damaged, or is newer than this program.
    """
    with closing(connect(library, "rw")) as sql:
        if scalar(sql, "pragma application_id") != schema.APPLICATION_ID or not is_whole(sql):
            raise damaged(what, LIBRARY)
        version = schema.version(sql)
        if version > schema.VERSION:
            raise newer(what)
        wanted = schema.EVERY_TABLE if version == schema.VERSION else _FIRST
        if version < 1 or not _tables(sql).issuperset(wanted):
            raise damaged(what, LIBRARY)


def newer(what: str) -> StoreError:
    """The error of a backup that a later version wrote."""
    return StoreError(what, _("it was written by a newer tuinews"), _("update tuinews"))


def _is_daily_backup(library: Path) -> bool:
    """Whether a file has what a person did, and no texts and index."""
    with closing(connect(library, "rw")) as sql:
        tables = _tables(sql)
        return "source" in tables and "article" not in tables and 1 <= schema.version(sql) <= schema.VERSION


def _tables(sql: sqlite3.Connection) -> set[str]:
    return set(scalars(sql, "select name from sqlite_master where type = 'table'"))
