"""Automatic backups: every day the subscriptions and marks, before a migration everything.

A backup is a small SQLite file whose tables are named like the library's, so that recovery reads it just as it
reads a damaged library. Of read marks the newest are enough: older entries are on no listing any more.
"""

import os
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from tuinews.errors import StoreError
from tuinews.late import late_imports, late_pattern
from tuinews.paths import make_private_file, make_private_folder
from tuinews.store import schema
from tuinews.store.connecting import connect
from tuinews.store.failures import DamagedError, leave_suspicion, translated
from tuinews.store.recovery.unfinished import unfinished
from tuinews.store.retention.protection import BY_HAND, WANTED_IDS
from tuinews.store.statements import scalar
from tuinews.store.tables.columns import assignments
from tuinews.store.tables.entry_columns import ENTRY

with late_imports(__name__):
    from tuinews.store.recovery.lock import opening_lock

FOLDER = "backups"
"""The name of the folder beside a library."""

KEPT = 5
"""How many daily backups stay."""

READ_MARKS = 10_000
"""How many read entries a backup remembers, the newest; starred ones all."""

_LEFT_OUT = {
    name: value
    for column in ENTRY
    if not column.in_backup
    for name, value in column.written(column.nothing).items()
}
_RETIRED = 10_000
"""How many retired entries a backup remembers, the last ones: older ones are on no listing any more."""

_WHOLE = ("source", "state", "standing_query", "last_listing", *BY_HAND)
"""The tables that a backup has all of."""

_LOCK_SECONDS = 2.0
"""Seconds that a daily backup waits for another process that opens the library."""

_NAME = late_pattern(r"library-(\d{6})-(\d{8})\.sqlite3")


def folder(library: Path) -> Path:
    """Where the backups of a library lie."""
    return library.with_name(FOLDER)


def existing(library: Path) -> list[Path]:
    """The daily backups, oldest first by their number: the clock may have been wrong."""
    try:
        names = sorted(name for name in os.listdir(folder(library)) if _NAME.fullmatch(name))
    except OSError:
        return []
    return [folder(library) / name for name in names]


def is_due(library: Path, now: datetime) -> bool:
    """Whether the newest backup is of another day."""
    backups = existing(library)
    return not backups or not backups[-1].name.endswith(f"-{now:%Y%m%d}.sqlite3")


def write(library: Path, now: datetime) -> Path | None:
    """Write the backup of a day, over an earlier one of the same day, and let the oldest go.

    None where there is nothing to save; raises sqlite3.Error or OSError.
    """
    target = folder(library)
    make_private_folder(target)
    with unfinished(target / "unfinished.sqlite3") as copy:
        if not _copy_marks(library, copy):
            return None
        path = target / _name(existing(library), now)
        os.replace(copy, path)
    for old in existing(library)[:-KEPT]:
        with suppress(OSError):
            old.unlink()
    return path


def _name(before: list[Path], now: datetime) -> str:
    number = int(before[-1].name.split("-")[1]) if before else 0
    if not before or not before[-1].name.endswith(f"-{now:%Y%m%d}.sqlite3"):
        number += 1
    return f"library-{number:06}-{now:%Y%m%d}.sqlite3"


def write_whole(library: Path, version: int) -> Path:
    """Copy the whole library before it is migrated from `version`; raises sqlite3.Error or OSError."""
    make_private_folder(folder(library))
    path = folder(library) / f"before-migration-from-{version}.sqlite3"
    with unfinished(path) as written:
        with closing(connect(library, "rw")) as source, closing(sqlite3.connect(written)) as copy:
            source.backup(copy)
        os.replace(written, path)
    return path


class DailyBackup:
    """Backs a library up at the first occasion of a day, and after a session that changed it."""

    def __init__(self, library: Path) -> None:
        self._library = library
        self._done: str | None = None
        self._changed = False

    def changed(self) -> None:
        """Something was marked, added or removed by hand."""
        self._changed = True

    def occasion(self, now: datetime) -> None:
        """Write today's backup if there is none. Work goes on where that fails: tomorrow is another day."""
        day = f"{now:%Y%m%d}"
        if day != self._done:
            self._done = day
            if is_due(self._library, now):
                self._write(now)

    def finish(self, now: datetime) -> None:
        """Bring today's backup up to date when the library is closed."""
        if self._changed:
            self._write(now)

    def _write(self, now: datetime) -> None:
        self._changed = False
        # Two processes may end together: they write one after the other. Where another is at work for longer (it
        # mends the library), this backup is left out: leaving the program waits for nobody.
        try:
            with suppress(OSError, StoreError), opening_lock(self._library.parent, _for_a_moment):
                write(self._library, now)
        except sqlite3.Error as error:
            if isinstance(translated(error), DamagedError):
                leave_suspicion(self._library)


def _for_a_moment(seconds: float) -> bool:
    return seconds < _LOCK_SECONDS


def _copy_marks(library: Path, target: Path) -> bool:
    """Write what a person did into a file; False where there is no source, and so nothing to lose."""
    make_private_file(target)
    with closing(connect(library, "rw")) as sql:
        if not scalar(sql, "select exists (select 1 from source)"):
            return False
        sql.execute("attach database ? as copy", (str(target),))
        sql.execute("pragma copy.journal_mode = off")
        sql.execute(f"pragma copy.application_id = {schema.APPLICATION_ID}")
        sql.execute(f"pragma copy.user_version = {schema.VERSION}")
        sql.execute("begin")
        for table in (*_WHOLE, "download", "account", "account_source"):
            _copy(sql, table)
        _copy(sql, "retired", f"order by id desc limit {_RETIRED}")
        _copy_entries(sql)
        sql.execute("commit")
    return True


def _copy_entries(sql: sqlite3.Connection) -> None:
    """The entries that were read last and those that are wanted, with what is of them."""
    # Walks from the newest on, and along what is wanted: every start and end of a session waits for them.
    read = (
        "select entry_id from listed indexed by listed_order where read = 1 group by sort_key, entry_id "
        f"order by sort_key desc, entry_id desc limit {READ_MARKS}"
    )
    _copy(sql, "status", f"where entry_id in (select entry_id from ({read}) union {WANTED_IDS})")
    chosen = "(select entry_id from copy.status)"
    _copy(sql, "entry", f"where id in {chosen}")
    for table in ("listed", "account_entry", "account_label"):
        _copy(sql, table, f"where entry_id in {chosen}")
    sql.execute(
        f"update copy.entry set {assignments(_LEFT_OUT)} "
        "where id in (select entry_id from copy.status where starred = 0)",
        _LEFT_OUT,
    )


def _copy(sql: sqlite3.Connection, table: str, which: str = "") -> None:
    """A table of the library, or the rows of it that `which` chooses, into the copy."""
    sql.execute(f"create table copy.{table} as select * from main.{table} {which}")
