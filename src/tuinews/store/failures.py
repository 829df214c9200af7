"""Exceptions of sqlite3 made into errors of ours, and the sign that a file is damaged."""

import sqlite3
from contextlib import suppress
from pathlib import Path

from tuinews.errors import DiskFullError, StoreError
from tuinews.language import _
from tuinews.paths import make_private_file

BUSY_SECONDS = 10.0
"""How long a write waits for another process before it gives up."""

_NO_ROOM = (
    "SQLITE_FULL",
    "SQLITE_IOERR_WRITE",
    "SQLITE_IOERR_FSYNC",
    "SQLITE_IOERR_SHMSIZE",
    "SQLITE_IOERR_TRUNCATE",
)
_BUSY = ("SQLITE_BUSY", "SQLITE_LOCKED")
_DAMAGED = ("SQLITE_CORRUPT", "SQLITE_NOTADB")


class DamagedError(StoreError):
    """The file holds something that SQLite did not write there."""


class BusyError(StoreError):
    """Another process has been writing for too long."""


def is_busy(error: sqlite3.Error) -> bool:
    """Whether another process is writing at the moment."""
    return str(getattr(error, "sqlite_errorname", "")).startswith(_BUSY)


def suspicion(path: Path) -> Path:
    """The empty file that says: SQLite found damage here, look through all of it at the next opening."""
    return path.with_name(path.stem + ".suspect")


def leave_suspicion(path: Path) -> None:
    """Leave that sign, where the folder allows it."""
    with suppress(OSError):
        make_private_file(suspicion(path))


def cannot_be_written() -> StoreError:
    """The error of every write to a library that can only be read."""
    return StoreError(
        _("the library is read-only"), _("its folder or file cannot be written"), _("change its permissions")
    )


def no_room() -> DiskFullError:
    """The error of every write to a disk that is full."""
    why = _("the disk is full")
    return DiskFullError(
        _("nothing was saved"), why, _("free some space and try again; what was saved before is unharmed")
    )


def translated(error: Exception) -> StoreError:
    """The error of ours that says what an exception of sqlite3 means; no text of the library is in it."""
    name = getattr(error, "sqlite_errorname", None) or type(error).__name__
    what = _("the library could not be used")
    if name.startswith(_NO_ROOM):
        return no_room()
    if name.startswith(_DAMAGED) or "decode to UTF-8" in str(error):
        return DamagedError(what, _("its file is damaged"), _("restart tuinews, which recovers what can be read"))
    if name.startswith(_BUSY):
        return BusyError(
            what,
            _("another process has been writing for {seconds:.0f} s", seconds=BUSY_SECONDS),
            _("try again"),
        )
    if name.startswith("SQLITE_READONLY"):
        return cannot_be_written()
    if name.startswith("SQLITE_CANTOPEN"):
        return StoreError(what, _("its file cannot be opened"), _("check the permissions of its folder"))
    return StoreError(what, _("the database reported {name}", name=name), _("try again"))
