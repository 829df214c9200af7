"""Writes a backup: the library as it is at one moment, while others may use it, with its pictures and the
settings."""

import os
import re
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from tuinews.errors import StoreError, system_reason
from tuinews.language import _
from tuinews.paths import make_private_file
from tuinews.store import schema
from tuinews.store.archive.archive import LIBRARY, PICTURES, SETTINGS, Contents, Member, digest_of, write_list
from tuinews.store.connecting import connect
from tuinews.store.failures import translated
from tuinews.store.picture_files import PictureFiles
from tuinews.store.recovery.open_library import FILE_NAME
from tuinews.store.recovery.read_only import connect_reading

_LEVEL = 1
"""Texts shrink to a third by the quickest compression already."""


def write_backup(directory: Path, settings_file: Path, target: Path, now: datetime, *, pictures: bool) -> Contents:
    """Write all of a library's folder and the settings to `target`, whole or not at all.

    Raises StoreError: there is no library, `target` is there already, it cannot be written.
    """
    if not (directory / FILE_NAME).is_file():
        raise StoreError(str(directory), _("there is no library here yet"))
    if target.exists():
        raise StoreError(str(target), _("it already exists"), _("choose another name"))
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    copy = target.with_name(f"{target.name}.{os.getpid()}.sqlite3")
    try:
        _remove_left(target)
        for file in (part, copy):
            make_private_file(file)
        version = snapshot(directory / FILE_NAME, copy)
        files = [(LIBRARY, copy), *([(SETTINGS, settings_file)] if settings_file.is_file() else [])]
        if pictures:
            kept = PictureFiles(directory)
            files += [(PICTURES + name, kept.folder / name) for name in sorted(kept.names())]
        contents = _write(part, files, version, now)
        os.replace(part, target)
    except OSError as error:
        raise StoreError(str(target), system_reason(error), _("choose another place")) from error
    except sqlite3.Error as error:
        raise translated(error) from None
    finally:
        for file in (part, copy):
            with suppress(OSError):  # it is not there, or its folder cannot be written
                file.unlink()
    return contents


def _remove_left(target: Path) -> None:
    """Remove what processes that died left of a backup of this name."""
    name = re.compile(rf"{re.escape(target.name)}\.(\d+)\.(?:part|sqlite3(?:-journal)?)")
    for path in target.parent.iterdir():
        of_process = name.fullmatch(path.name)
        if of_process and not _is_running(int(of_process[1])):
            with suppress(OSError):
                path.unlink()


def _is_running(pid: int) -> bool:
    if os.name == "nt":
        return False  # what a process has open there cannot be removed
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


def snapshot(library: Path, copy: Path) -> int:
    """Copy a library page by page as it is at one moment; its schema's version. Raises sqlite3.Error, OSError."""
    with closing(_opened(library)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
        return schema.version(target)


def _opened(library: Path) -> sqlite3.Connection:
    """The library, also on a disk that is full or cannot be written: then above all it wants to be elsewhere."""
    try:
        source = connect(library, "rw")
        try:
            source.execute("select 1 from sqlite_master").fetchone()
        except BaseException:
            source.close()
            raise
    except sqlite3.OperationalError:
        return connect_reading(library)
    return source


def _write(part: Path, files: list[tuple[str, Path]], version: int, now: datetime) -> Contents:
    members: list[Member] = []
    with part.open("wb") as raw:
        with ZipFile(raw, "w", ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
            for name, path in files:
                with suppress(FileNotFoundError):  # a picture that was let go meanwhile
                    members.append(_add(archive, name, path))
            contents = Contents(now.isoformat(timespec="seconds"), version, tuple(members))
            write_list(archive, contents)
        raw.flush()
        os.fsync(raw.fileno())
    return contents


def _add(archive: ZipFile, name: str, path: Path) -> Member:
    with path.open("rb") as file:
        digest, size = digest_of(file)
        file.seek(0)
        # Pictures are packed already.
        entry = ZipInfo(name) if name.startswith(PICTURES) else name
        with archive.open(entry, "w", force_zip64=size > 1 << 31) as to:
            while piece := file.read(1 << 20):
                to.write(piece)
    return Member(name, size, digest)
