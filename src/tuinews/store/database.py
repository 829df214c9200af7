"""An open library file: its transactions, and sqlite3's exceptions made into ours.

Transactions are explicit (`isolation_level=None` means the same in Python 3.11 to 3.14) and begin IMMEDIATE, so
that two processes wait for each other at the start instead of failing in the middle (SQLITE_BUSY_SNAPSHOT).
"""

import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tuinews.errors import StoreError
from tuinews.language import _
from tuinews.store.failures import BUSY_SECONDS, DamagedError, is_busy, leave_suspicion, translated
from tuinews.store.statements import scalar

PATIENCE_SECONDS = 1.0
"""How long a write waits before it says so."""

_TRY_EVERY = 0.002
"""Seconds between two tries of a write that waits for another process."""


def _nobody(_: bool) -> None:
    """Nobody wants to know that a write waits."""


class Database:
    """An open library file. `path` is None for one that lives in memory alone; `refusal` is what every write
    raises where the library can only be read.
    """

    def __init__(
        self, connection: sqlite3.Connection, path: Path | None, refusal: StoreError | None = None
    ) -> None:
        self.connection, self.path, self.refusal = connection, path, refusal
        self._file, self.is_joining = _file_id(path), False
        self._joined_failure: BaseException | None = None
        self.report_waiting: Callable[[bool], None] = _nobody
        """Called with True when a write has waited for another process for a second, with False when that is over;
        on the thread that writes."""

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written."""
        return self.refusal is not None

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The connection for queries, all of one moment, whatever is written meanwhile."""
        with self.translating():
            if self.is_joining:
                yield self.connection
                return
            self.connection.execute("begin")
            try:
                yield self.connection
            finally:
                with suppress(sqlite3.Error):
                    self.connection.execute("rollback")

    @contextmanager
    def writing(self, patience: float = BUSY_SECONDS) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is kept, or nothing where the block raises.

        Raises BusyError where another process is still writing after `patience` seconds. Within `together` it is a
        part of that transaction.
        """
        if self.is_joining:
            with self._joined() as sql:
                yield sql
            return
        if self.refusal:
            raise self.refusal
        if self.path is not None and _file_id(self.path) != self._file:
            raise StoreError(
                _("nothing was saved"), _("the library's file was replaced by another"), _("restart tuinews")
            )
        with self.translating():
            self._begin(patience)
            try:
                yield self.connection
                self.connection.execute("commit")
            except BaseException:
                with suppress(sqlite3.Error):
                    self.connection.execute("rollback")
                raise

    @contextmanager
    def together(self) -> Iterator[None]:
        """One transaction of all that is written in the block: kept when it ends, or nothing where any of it
        raises, whoever catches that.
        """
        with self.writing():
            self.is_joining, self._joined_failure = True, None
            try:
                yield
            finally:
                self.is_joining = False
            if self._joined_failure is not None:
                raise self._joined_failure

    @contextmanager
    def _joined(self) -> Iterator[sqlite3.Connection]:
        try:
            with self.translating():
                yield self.connection
        except BaseException as failure:
            self._joined_failure = failure
            raise

    @contextmanager
    def marking(self) -> Iterator[sqlite3.Connection]:
        """A transaction that has reached the disk when it ends, for what a person did by hand."""
        with self.translating():
            usual = int(scalar(self.connection, "pragma synchronous"))
            self.connection.execute("pragma synchronous = full")
        try:
            with self.writing() as sql:
                yield sql
        finally:
            with suppress(sqlite3.Error):
                self.connection.execute(f"pragma synchronous = {usual}")

    def close(self) -> None:
        """Close the file; closing twice is no error."""
        self.connection.close()

    def _begin(self, patience: float) -> None:
        """Begin to write, at once or after another process has ended; says so after a second of waiting."""
        try:
            self._begin_within(min(patience, PATIENCE_SECONDS))
        except sqlite3.OperationalError as error:
            if patience <= PATIENCE_SECONDS or not is_busy(error):
                raise
        else:
            return
        self.report_waiting(True)
        try:
            self._begin_within(patience - PATIENCE_SECONDS)
        finally:
            self.report_waiting(False)

    def _begin_within(self, seconds: float) -> None:
        """Try every few milliseconds: SQLite waits up to a tenth of a second between two tries, in which a process
        that writes one thing after the other has begun the next.
        """
        end = time.monotonic() + seconds
        self.connection.execute("pragma busy_timeout = 0")
        try:
            while not self._has_begun(is_last=time.monotonic() >= end):
                time.sleep(_TRY_EVERY)
        finally:
            self.connection.execute(f"pragma busy_timeout = {BUSY_SECONDS * 1000:.0f}")

    def _has_begun(self, *, is_last: bool) -> bool:
        try:
            self.connection.execute("begin immediate")
        except sqlite3.OperationalError as error:
            if is_last or not is_busy(error):
                raise
            return False
        return True

    @contextmanager
    def translating(self) -> Iterator[None]:
        """Within the block sqlite3's exceptions become ours."""
        try:
            yield
        except (sqlite3.Error, UnicodeEncodeError, OverflowError) as error:
            failure = translated(error)
            if isinstance(failure, DamagedError) and self.path is not None:
                leave_suspicion(self.path)
            raise failure from None


def _file_id(path: Path | None) -> tuple[int, int] | None:
    if path is None:
        return None
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_dev, status.st_ino
