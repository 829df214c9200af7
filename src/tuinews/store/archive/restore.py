"""Puts a backup in the place of the library, whole or not at all; what was there before is kept beside it."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from itertools import count
from pathlib import Path
from shutil import copyfile
from zipfile import ZipFile

from tuinews.errors import StoreError, system_reason
from tuinews.language import _
from tuinews.paths import make_private_file, make_private_folder
from tuinews.quick_dataclass import dataclass
from tuinews.store import schema
from tuinews.store.archive import unpacked
from tuinews.store.archive.archive import DAMAGE, LIBRARY, SETTINGS, Contents, copy_checked, not_ours, read_list
from tuinews.store.archive.library_file import check_library, copy_library, is_library, newer
from tuinews.store.connecting import connect
from tuinews.store.failures import translated
from tuinews.store.recovery import backup
from tuinews.store.recovery.lock import opening_lock
from tuinews.store.recovery.open_library import FILE_NAME
from tuinews.store.statements import scalar

_LOCK_SECONDS = 10
"""How long another tuinews that opens or mends the library is waited for."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back, and where what was there before lies now (None where there was nothing)."""

    contents: Contents
    before: Path | None


def check_is_backup(file: Path) -> None:
    """Look whether a file can be a backup at all, before anybody is asked about what it would take the place of.

    Raises StoreError where it is not there, cannot be read, or is another program's.
    """
    try:
        if not is_library(file):
            with _opened(file) as archive:
                read_list(archive, str(file))
    except OSError as error:
        raise StoreError(str(file), system_reason(error), _("nothing was restored")) from error


def restore(file: Path, directory: Path, settings_file: Path | None, now: datetime) -> Restored:
    """Put the backup in `file` in the place of the library of `directory`, and of the settings unless that is
    None. A library's own file, or a daily backup of one, is a backup too.

    Everything is unpacked and checked first; then one renaming decides (`unpacked`). Raises StoreError.
    """
    library = directory / FILE_NAME
    try:
        make_private_folder(directory)
        with opening_lock(directory, lambda waited: waited < _LOCK_SECONDS), _workplace(directory) as place:
            contents = copy_library(file, place) if is_library(file) else _unpacked(file, place)
            check_library(place / LIBRARY, str(file))
            if unpacked.is_unfinished(library):
                unpacked.finish(library)
            if settings_file is not None and (place / SETTINGS).exists():
                unpacked.prepare_settings(place, settings_file)
            before = _set_aside(directory, now)
            unpacked.decide(place, library)
    except OSError as error:
        raise StoreError(str(file), system_reason(error), _("nothing was restored")) from error
    except sqlite3.Error as error:
        raise translated(error) from None
    return Restored(contents, before)


@contextmanager
def _opened(file: Path) -> Iterator[ZipFile]:
    try:
        archive = ZipFile(file)
    except DAMAGE as error:
        raise not_ours(str(file)) from error
    with archive:
        yield archive


@contextmanager
def _workplace(directory: Path) -> Iterator[Path]:
    place = unpacked.workplace(directory)
    try:
        yield place
    finally:
        unpacked.leave(place)


def _unpacked(file: Path, place: Path) -> Contents:
    with _opened(file) as archive:
        contents = read_list(archive, str(file))
        for member in contents.members:
            make_private_file(place / member.name)
            with (place / member.name).open("wb") as to:
                copy_checked(archive, member, to, str(file))
                to.flush()
                os.fsync(to.fileno())
    if contents.schema > schema.VERSION:
        raise newer(str(file))
    return contents


def _set_aside(directory: Path, now: datetime) -> Path | None:
    """Keep the library that is there under another name too; raises StoreError where another program has it
    open."""
    library = directory / FILE_NAME
    if not library.exists():
        return None
    if not _is_alone(library):
        raise StoreError(
            _("the library"), _("another tuinews has it open; nothing was restored"), _("close it and try again")
        )
    make_private_folder(backup.folder(library))
    before = _free_name(backup.folder(library), f"before-restore-{now:%Y%m%d-%H%M%S}", library)
    if not before.exists():
        try:
            os.link(library, before)
        except OSError:  # a disk without hard links
            part = before.with_suffix(".part")
            make_private_file(part)
            copyfile(library, part)
            os.replace(part, before)
    return before


def _free_name(folder: Path, stem: str, library: Path) -> Path:
    """A name under which nothing else is kept: what is kept there stays, or is the library itself."""
    for number in count(1):
        path = folder / (f"{stem}.sqlite3" if number == 1 else f"{stem}-{number}.sqlite3")
        if not path.exists() or path.samefile(library):
            return path
    raise AssertionError


def _is_alone(library: Path) -> bool:
    """Whether no other program has the library open: a WAL is given up only by the last one who has."""
    try:
        with closing(connect(library, "rw")) as sql:
            sql.execute("pragma busy_timeout = 0")
            return bool(scalar(sql, "pragma journal_mode = delete") == "delete")
    except sqlite3.OperationalError as error:
        return getattr(error, "sqlite_errorname", "") != "SQLITE_BUSY"
    except sqlite3.DatabaseError:
        return True  # what is damaged nobody can use
