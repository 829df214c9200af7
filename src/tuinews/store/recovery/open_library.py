"""Opening the library: the file is examined, and repaired or created where needed."""

import errno
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from tuinews.errors import DiskFullError, Remedy, StoreError, system_reason
from tuinews.language import _
from tuinews.late import late_imports
from tuinews.model.opening import OpeningStep
from tuinews.paths import close_to_others, make_private_file, make_private_folder
from tuinews.quick_dataclass import dataclass
from tuinews.store import schema
from tuinews.store.archive import unpacked
from tuinews.store.connecting import connect
from tuinews.store.database import Database
from tuinews.store.failures import DamagedError, cannot_be_written, leave_suspicion, no_room, suspicion, translated
from tuinews.store.picture_files import FOLDER as PICTURES
from tuinews.store.recovery import backup, read_only, rebuild
from tuinews.store.recovery.file_state import FileState, file_state, is_whole
from tuinews.store.recovery.network import is_on_network
from tuinews.store.recovery.watch import Watch
from tuinews.store.statements import scalar

with late_imports(__name__):
    from tuinews.store.recovery.lock import opening_lock
    from tuinews.store.search import index

FILE_NAME = "library.sqlite3"

_MUCH_FREE = 0.1
"""The share of a file that is worth being given back: nobody can write meanwhile, 10 s for a gigabyte."""

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@dataclass(frozen=True, slots=True)
class Opened:
    """A library ready for use, and what to tell the user about it."""

    database: Database
    notices: tuple[str, ...] = ()


def open_library(directory: Path, now: datetime, watch: Watch) -> Opened:
    """The library of a directory; raises NewerSchemaError, DiskFullError or StoreError."""
    path = directory / FILE_NAME
    try:
        return _opened(path, now, watch)
    except sqlite3.Error as error:
        failure = translated(error)
        if isinstance(failure, DamagedError):
            leave_suspicion(path)
        if isinstance(failure, DiskFullError) and path.exists():
            return _without_room(path, failure)
        raise failure from None
    except OSError as error:
        if error.errno in _NO_ROOM and path.exists():
            return _without_room(path, no_room())
        why = _("its folder cannot be used ({reason})", reason=system_reason(error))
        raise StoreError(_("the library could not be used"), why, Remedy.OTHER_FOLDER) from None


def open_again(directory: Path, now: datetime, watch: Watch) -> Opened | None:
    """A library that could only be read, since its disk was full, as `open_library` opens it; None while there is
    no room yet, or another reason why nothing can be written.
    """
    try:
        opened = _opened(directory / FILE_NAME, now, watch)
    except (sqlite3.Error, OSError, StoreError):
        return None
    if opened.database.read_only:
        opened.database.close()
        return None
    return opened


def _opened(path: Path, now: datetime, watch: Watch) -> Opened:
    """Raises sqlite3.Error, OSError, StoreError."""
    make_private_folder(path.parent)
    _close_to_others(path.parent)
    if not read_only.is_writable(path):
        return Opened(read_only.open_read_only(path, cannot_be_written()), (_(read_only.NOTICE),))
    notices: tuple[str, ...] = ()
    if file_state(path) is not FileState.SOUND:
        with opening_lock(path.parent, watch.keep_waiting):
            notices = _prepare(path, now, watch)
    return Opened(_connected(path), notices)


def _without_room(path: Path, refusal: DiskFullError) -> Opened:
    """Even reading needs a little room (WAL's shared memory); where there is none, the library is read without."""
    try:
        return Opened(read_only.open_read_only(path, refusal), (_(read_only.NO_ROOM),))
    except (sqlite3.Error, OSError, StoreError):
        raise refusal from None


def _close_to_others(directory: Path) -> None:
    """Close what an earlier version, or a copy from elsewhere, left open to other users.

    The folder itself only where nothing else lies in it: whoever names another (`--data-dir .`) may share that.
    Closing the folder of the pictures closes them, however many there are.
    """
    with suppress(OSError):
        names = list(directory.iterdir())
        ours = [
            path for path in names if path.name.startswith("library") or path.name in (backup.FOLDER, PICTURES)
        ]
        folders = [path for path in ours if path.name == backup.FOLDER and path.is_dir()]
        backups = [path for folder in folders for path in folder.iterdir()]
        close_to_others([*ours, *backups, *([directory] if names and len(ours) == len(names) else [])])


def _prepare(path: Path, now: datetime, watch: Watch) -> tuple[str, ...]:
    state = file_state(path)
    if state is FileState.SUSPECT:
        state = _check_every_page(path, watch)
    match state:
        case FileState.SOUND:
            return ()
        case FileState.ABSENT | FileState.BLANK:
            _make(path)
            return ()
        case FileState.OLDER:
            watch.tell(OpeningStep.UPDATING)
            _migrate(path, now)
            return ()
        case FileState.UNPACKED:
            unpacked.finish(path)
            return (_(state.value), *_prepare(path, now, watch))
        case FileState.UNFINISHED:
            rebuild.finish(path, now)
            return (_(state.value),)
        case _:
            ours = state is not FileState.NOT_OURS
            return (rebuild.rebuild(path, path if ours else None, _(state.value), now, watch),)


def _check_every_page(path: Path, watch: Watch) -> FileState:
    """Read every page; a library that is whole gets a new search index, which SQLite's check leaves out."""
    watch.tell(OpeningStep.CHECKING)
    with closing(connect(path, "rw")) as sql:
        if not is_whole(sql):
            return FileState.DAMAGED
        try:
            sql.execute("begin immediate")
            index.rebuild(sql, watch)
            sql.execute("commit")
        except sqlite3.Error as error:
            if isinstance(translated(error), DamagedError):
                return FileState.DAMAGED
            raise
    suspicion(path).unlink(missing_ok=True)
    return FileState.SOUND


def _make(path: Path) -> None:
    make_private_file(path)
    with closing(connect(path)) as sql:
        _choose_journal(sql, path)
        schema.migrate(sql)


def _migrate(path: Path, now: datetime) -> None:
    with closing(connect(path)) as sql:
        version = schema.version(sql)
        try:
            backup.write_whole(path, version)
        except (sqlite3.Error, OSError):
            backup.write(path, now)
        schema.migrate(sql)
        _give_room_back(sql)


def _give_room_back(sql: sqlite3.Connection) -> None:
    """Write the file anew where a migration has left much of it empty; it is whole without that."""
    free, pages = (int(scalar(sql, f"pragma {name}")) for name in ("freelist_count", "page_count"))
    if free > pages * _MUCH_FREE:
        with suppress(sqlite3.Error):
            sql.execute("vacuum")


def _connected(path: Path) -> Database:
    connection = connect(path, "rw")
    try:
        _choose_journal(connection, path)
    except BaseException:
        connection.close()
        raise
    return Database(connection, path)


def _choose_journal(sql: sqlite3.Connection, path: Path) -> None:
    if is_on_network(path.parent):
        sql.execute("pragma journal_mode = delete")
        sql.execute("pragma synchronous = full")
    else:
        sql.execute("pragma journal_mode = wal")
