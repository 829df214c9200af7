"""One connection: pragmas, transactions, and sqlite3's exceptions made into ours.

Transactions are explicit (`isolation_level=None` means the same in Python 3.11 to 3.14) and begin IMMEDIATE, so
that two processes wait for each other at the start instead of failing in the middle (SQLITE_BUSY_SNAPSHOT).
"""

import os
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from tuinews.errors import DiskFullError, StoreError
from tuinews.folding import CJK, fold
from tuinews.language import _
from tuinews.paths import make_private_file
from tuinews.store import codec

BUSY_SECONDS = 10.0
"""How long a write waits for another process before it gives up."""

PATIENCE_SECONDS = 1.0
"""How long a write waits before it says so."""

_TRY_EVERY = 0.002
"""Seconds between two tries of a write that waits for another process."""

_FEW_IN_STATEMENT, _MOST_IN_STATEMENT = 60, 500
"""The two numbers of ids that statements name; before SQLite 3.32 no more than 999 were allowed."""

CACHE_KIB = 8000
"""Pages that a connection keeps in memory; the library has two, one for queries and one for writes."""

_NO_ROOM = (
    "SQLITE_FULL",
    "SQLITE_IOERR_WRITE",
    "SQLITE_IOERR_FSYNC",
    "SQLITE_IOERR_SHMSIZE",
    "SQLITE_IOERR_TRUNCATE",
)
_BUSY = ("SQLITE_BUSY", "SQLITE_LOCKED")
_DAMAGED = ("SQLITE_CORRUPT", "SQLITE_NOTADB")


Parameters = Sequence[object] | Mapping[str, object]
"""Values for the marks of a statement, in their order or by their names."""


class DamagedError(StoreError):
    """The file holds something that SQLite did not write there."""


class BusyError(StoreError):
    """Another process has been writing for too long."""


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
        self._file = _file_id(path)
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
            self.connection.execute("begin")
            try:
                yield self.connection
            finally:
                with suppress(sqlite3.Error):
                    self.connection.execute("rollback")

    @contextmanager
    def writing(self, patience: float = BUSY_SECONDS) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it is kept, or nothing where the block raises.

        Raises BusyError where another process is still writing after `patience` seconds.
        """
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
            if patience <= PATIENCE_SECONDS or not _is_busy(error):
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
            if is_last or not _is_busy(error):
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


def connect(path: Path | None, mode: str = "rwc") -> sqlite3.Connection:
    """A connection in autocommit mode; `mode` is SQLite's (`rwc`, `ro`) or `immutable`. Raises sqlite3.Error."""
    connection = _connection(path, mode)
    try:
        connection.execute("pragma foreign_keys = on")
        connection.execute("pragma synchronous = normal")
        connection.execute(f"pragma cache_size = -{CACHE_KIB}")
        connection.execute("pragma temp_store = memory")
        connection.execute("pragma journal_size_limit = 16000000")
        connection.execute("pragma trusted_schema = off")
        connection.create_function("folded", 1, _folded, deterministic=True)
        connection.create_function("article_text", 1, codec.text_of_blob, deterministic=True)
        connection.create_function("with_text", 2, codec.with_text, deterministic=True)
        connection.create_function("begins_word", 2, _begins_word, deterministic=True)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _folded(text: str | None) -> str | None:
    """What queries compare where capitals and marks make no difference."""
    return None if text is None else fold(text)


def _begins_word(text: str | None, wanted: str) -> bool:
    """Whether something folded stands in a text from the beginning of a word on, or anywhere in a script without
    blanks between words.
    """
    folded = fold(text or "")
    place = folded.find(wanted)
    while place > 0 and folded[place - 1].isalnum() and not CJK.match(wanted):
        place = folded.find(wanted, place + 1)
    return place >= 0


def connect_damaged(path: Path) -> sqlite3.Connection:
    """A connection that reads what it can: a file that was cut short, texts that are no UTF-8."""
    connection = _connection(path, "ro")
    connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
    # Without this, SQLite refuses a file that is shorter than its header says, although most pages are there.
    with suppress(sqlite3.Error):
        connection.execute("pragma writable_schema = on")
    return connection


def _connection(path: Path | None, mode: str) -> sqlite3.Connection:
    if path is None:
        address = ":memory:"
    else:
        address = path.absolute().as_uri() + ("?immutable=1" if mode == "immutable" else f"?mode={mode}")
    return sqlite3.connect(
        address,
        uri=path is not None,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
    )


def chunks(ids: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """`ids` in tuples of one of two lengths (the rest filled with -1), so that few statements are prepared."""
    for start in range(0, len(ids), _MOST_IN_STATEMENT):
        part = tuple(ids[start : start + _MOST_IN_STATEMENT])
        whole = _FEW_IN_STATEMENT if len(part) <= _FEW_IN_STATEMENT else _MOST_IN_STATEMENT
        yield part + (-1,) * (whole - len(part))


def marks(values: Sequence[object]) -> str:
    """The question marks of an SQL list for `values`."""
    return ",".join("?" * len(values))


def scalar(sql: sqlite3.Connection, query: str, values: Parameters = ()) -> Any:
    """The one value of the first row that `query` finds, None where it finds none."""
    row = sql.execute(query, values).fetchone()
    return None if row is None else row[0]


def scalars(sql: sqlite3.Connection, query: str, values: Parameters = ()) -> list[Any]:
    """The one value of each row that `query` finds."""
    return [value for (value,) in sql.execute(query, values)]


def _is_busy(error: sqlite3.Error) -> bool:
    return str(getattr(error, "sqlite_errorname", "")).startswith(_BUSY)


def _file_id(path: Path | None) -> tuple[int, int] | None:
    if path is None:
        return None
    try:
        status = os.stat(path)
    except OSError:
        return None
    return status.st_dev, status.st_ino
