"""A library's file, open: everything that may be asked of it and done to it, and the steps that can be taken back.

What may be asked and done is told by subject in `interface`.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path

from tuinews.errors import DiskFullError
from tuinews.model.undo.changes import Change
from tuinews.store.connecting import connect
from tuinews.store.database import Database
from tuinews.store.failures import BusyError, DamagedError
from tuinews.store.interface.accounts import AccountChanges
from tuinews.store.interface.articles import ArticleChanges
from tuinews.store.interface.downloads import DownloadChanges
from tuinews.store.interface.lists import ListChanges
from tuinews.store.interface.pictures import PictureChanges
from tuinews.store.interface.refreshing import RefreshChanges
from tuinews.store.interface.retention import RetentionChanges
from tuinews.store.interface.sources import SourceChanges
from tuinews.store.interface.standing import StandingChanges
from tuinews.store.interface.stories import StoryChanges
from tuinews.store.reader import StoreReader
from tuinews.store.recovery import open_library
from tuinews.store.recovery.backup import DailyBackup
from tuinews.store.recovery.synchronised import warning_once
from tuinews.store.recovery.watch import Watch
from tuinews.store.tables import changes, key_values, sources

_RESTORABLE = timedelta(days=30)
"""How long after its removal a source comes back by undo in a session that has done nothing yet."""


class Store(
    SourceChanges,
    ListChanges,
    StandingChanges,
    StoryChanges,
    ArticleChanges,
    PictureChanges,
    DownloadChanges,
    RefreshChanges,
    RetentionChanges,
    AccountChanges,
    StoreReader,
):
    """A library's file: the queries to it, and what changes it. Synchronous, for one thread at a time.

    Every method may raise StoreError (DiskFullError where there is no room); a write that raises has kept nothing.
    """

    def __init__(self, database: Database, notices: tuple[str, ...], now: datetime) -> None:
        super().__init__(database)
        self._notices, self._last_moment = notices, now
        self._session, self._has_done = changes.Session(os.urandom(8).hex()), False
        writable = None if database.read_only else database.path
        self._backup = DailyBackup(writable) if writable else None

    @staticmethod
    def open(directory: Path, now: datetime, watch: Watch | None = None) -> "Store":
        """The library of `directory`, made where there is none; `watch` is told each slow step.

        Waits for as long as another process creates or repairs the library, and goes on as soon as that one has
        ended. Raises NewerSchemaError for one that a newer tuinews wrote, StoreError where it cannot be opened at
        all.
        """
        watch = watch or Watch()
        try:
            return Store.begun(open_library.open_library(directory, now, watch), directory, now)
        except DamagedError:
            # The error has left a sign: the second time every page is looked at, and what can be is saved.
            return Store.begun(open_library.open_library(directory, now, watch), directory, now)

    @staticmethod
    def begun(opened: open_library.Opened, directory: Path, now: datetime) -> "Store":
        """A library that was just opened, with a session of its own; closed where that raises StoreError."""
        store = Store(opened.database, opened.notices, now)
        try:
            store._begin_session()
            store._count_day(now)
            store._notices += warning_once(store._database, directory)
        except BaseException:
            opened.database.close()
            raise
        return store

    def reader(self) -> StoreReader | None:
        """A reader on a connection of its own, which waits for no write; None where there is nothing to wait for
        (nothing can be written) or nothing to open a second time (a library in memory).
        """
        path = self._database.path
        if path is None or self.read_only:
            return None
        with self._database.translating():
            return StoreReader(Database(connect(path, "ro"), path))

    def report_waiting(self, report: Callable[[bool], None]) -> None:
        """Have `report` called with True when a write has waited for another process for a second, and with False
        when that is over; it is called on the thread that writes.
        """
        self._database.report_waiting = report

    @property
    def notices(self) -> tuple[str, ...]:
        """One-line messages for the user about how the library was found."""
        return self._notices

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written here."""
        return self._database.read_only

    def close(self) -> None:
        """Close the file; nothing may be asked afterwards. Closing twice is no error."""
        if self._backup is not None:
            self._backup.finish(self._last_moment)
        self._database.close()

    def do(self, change: Change, now: datetime) -> Change | None:
        """Do something, on the disk before this returns, and keep for a day how it is taken back.

        Returns what was really done (of entries to be marked those that changed), None where nothing was. Sources
        that are removed take their entries off all lists, but for starred ones in theirs.
        """
        with self._marking() as sql:
            done = changes.do(sql, change, self._session, now)
        self._has_done = self._has_done or done is not None
        return done

    def undo(self, now: datetime) -> Change | None:
        """Take back the last step of this session, or of those that ended before it began; None for none.

        In a session that has done nothing yet the sources that were removed last come back too, for thirty days.
        """
        with self._marking() as sql:
            undone = changes.undo(sql, self._session, now)
            if undone is None and not self._has_done:
                undone = changes.restore_last(sql, self._session, now - _RESTORABLE, now)
        return undone

    def redo(self, now: datetime) -> Change | None:
        """Do the step again that was taken back last; None for none."""
        with self._marking() as sql:
            return changes.redo(sql, self._session, now)

    def keep_state(self, key: str, value: str) -> None:
        """Keep a value under `key`."""
        with self._database.writing() as sql:
            key_values.keep_state(sql, key, value)

    @contextmanager
    def together(self) -> Iterator[None]:
        """One transaction of several writes, which are kept when the block ends, or none of them where it raises.

        What a person does by hand has one of its own.
        """
        with self._database.together():
            yield
        self._back_up(self._last_moment)

    @contextmanager
    def _marking(self) -> Iterator[sqlite3.Connection]:
        with self._database.marking() as sql:
            yield sql
        if self._backup is not None:
            self._backup.changed()

    def _back_up(self, now: datetime) -> None:
        self._last_moment = now
        # A backup takes a while, and has nothing of what is not kept yet.
        if self._backup is not None and not self._database.is_joining:
            self._backup.occasion(now)

    def _begin_session(self) -> None:
        with self._database.reading() as sql:
            self._session = changes.begin(sql, self._session.name)

    def _count_day(self, now: datetime) -> None:
        with self._database.reading() as sql:
            is_new = key_values.is_new_day(sql, now)
        if is_new and not self.read_only:
            # Neither a full disk nor a process that writes keeps anybody from reading: the next opening counts.
            with suppress(DiskFullError, BusyError), self._database.writing(patience=0) as sql:
                key_values.count_day(sql, now)
                sources.purge(sql, now)
                self._forget_likeness(sql, now)
