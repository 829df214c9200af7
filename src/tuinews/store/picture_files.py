"""The pictures of a library as files beside it, each named by the hash of its content.

Files and not rows: a library stays as small as its texts, backups copy no picture, and a picture that two articles
show is there once. A file is whole or not there (written elsewhere, synchronised, renamed), and nobody else may
read it.
"""

import errno
import os
from collections.abc import Container, Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from tuinews.errors import StoreError, system_reason
from tuinews.language import _
from tuinews.late import late_imports
from tuinews.paths import PRIVATE_FILE, make_private_folder
from tuinews.store.failures import no_room

with late_imports(__name__):
    from hashlib import blake2b

FOLDER = "pictures"
"""The name of the folder beside the library's file."""

YOUNG = timedelta(hours=1)
"""A file that no table names may be another process's, on its way to be named, for so long."""

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_PART = ".part"


class PictureFiles:
    """The folder of a library's pictures; `directory` is the library's own."""

    def __init__(self, directory: Path) -> None:
        self.folder = directory / FOLDER

    def write(self, data: bytes) -> str:
        """Keep a picture; its name. Raises StoreError, DiskFullError."""
        name = _digest(data) + (".webp" if data.startswith(b"RIFF") else ".jpg")
        place = self.folder / name
        unfinished = place.with_name(f"{name}.{os.getpid()}{_PART}")
        try:
            if place.exists() and place.stat().st_size == len(data):
                return name
            make_private_folder(self.folder)
            _write_whole(unfinished, data)
            os.replace(unfinished, place)
        except OSError as error:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
            if error.errno in _NO_ROOM:
                raise no_room() from None
            raise StoreError(_("the picture was not saved"), system_reason(error)) from None
        return name

    def read(self, name: str) -> bytes | None:
        """The picture called so; None where it is not there any more."""
        try:
            return (self.folder / name).read_bytes()
        except OSError:
            return None

    def remove(self, names: Iterable[str]) -> None:
        """Delete pictures; one that is gone already, or is held, is left."""
        for name in names:
            with suppress(OSError):
                (self.folder / name).unlink(missing_ok=True)

    def names(self) -> set[str]:
        """All that is there."""
        try:
            return {path.name for path in self.folder.iterdir()}
        except OSError:
            return set()

    def spoilt(self, names: Iterable[str]) -> list[str]:
        """Those of these pictures that are not there, or are other bytes than their names say. Reads them all."""
        return [name for name in names if _digest(self.read(name) or b"") != name.partition(".")[0]]

    def sweep(self, named: Container[str], now: datetime) -> None:
        """Delete what no table names, and what a process that died left unfinished."""
        oldest = (now - YOUNG).timestamp()
        for name in self.names():
            with suppress(OSError):
                path = self.folder / name
                if name not in named and path.stat().st_mtime < oldest:
                    path.unlink()


def _digest(data: bytes) -> str:
    """The hash of a picture by which it is called."""
    return blake2b(data, digest_size=16).hexdigest()


def _write_whole(path: Path, data: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, PRIVATE_FILE)
    with open(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
