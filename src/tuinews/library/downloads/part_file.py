"""A file while it comes: written beside its place as `NAME.part`, and put there when it is whole.

So nobody takes the beginning of a film for the film, and a program that is killed finds what was there.
"""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from tuinews.errors import DiskFullError, StoreError, system_reason
from tuinews.language import N_, _, decimal
from tuinews.library.downloads.file_names import numbered
from tuinews.paths import PRIVATE_FILE, make_private_folder

PART = ".part"
FREE_SPACE = N_("free some space, then try again; it continues where it stopped")
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FLAGS = os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


class PartFile:
    """The file on its way to `target`. Its methods block; each raises StoreError, DiskFullError."""

    def __init__(self, target: Path) -> None:
        self.target = target
        self._part = target.with_name(target.name + PART)
        self._file: BinaryIO | None = None

    @classmethod
    def reserve(cls, folder: Path, name: str) -> "PartFile":
        """A file of that name in `folder`, which is made; where one is there already, with a number."""
        with _in_words(folder):
            make_private_folder(folder)
            for one in numbered(name):
                found = cls(folder / one)
                if found._is_free():
                    return found
        raise StoreError(str(folder), _("too many files are called “{name}”", name=name))

    @property
    def size(self) -> int:
        """Bytes that are here."""
        try:
            return self._part.stat().st_size
        except OSError:
            return 0

    def is_in_place(self, length: int | None) -> bool:
        """Whether the whole file, of a known length, was put in its place already: the program was killed then."""
        try:
            return not self._part.exists() and length is not None and self.target.stat().st_size == length
        except OSError:
            return False

    def open(self, at: int) -> None:
        """Begin to write at a place; what was behind it is dropped."""
        self.close()
        with _in_words(self.target.parent):
            make_private_folder(self.target.parent)
            descriptor = os.open(self._part, _FLAGS | os.O_CREAT, PRIVATE_FILE)
            self._file = os.fdopen(descriptor, "wb", buffering=0)
            self._file.truncate(at)
            self._file.seek(at)

    def check_room(self, needed: int) -> None:
        """Raises DiskFullError if the disk has no room for that many more bytes."""
        with _in_words(self.target.parent):
            free = shutil.disk_usage(self.target.parent).free
        if needed > free:
            why = _(
                "the file needs {needed} MB, and the disk has {free} MB free",
                needed=decimal(needed / 1_000_000),
                free=decimal(free / 1_000_000),
            )
            raise DiskFullError(self.target.name, why, _(FREE_SPACE))

    def write(self, data: bytes) -> None:
        """Write on."""
        if self._file is None:
            raise ValueError("not open")
        with _in_words(self.target.parent):
            rest = memoryview(data)
            while rest:
                rest = rest[self._file.write(rest) :]

    def settle(self) -> None:
        """Have all that was written on the disk itself."""
        if self._file is not None:
            with _in_words(self.target.parent):
                os.fsync(self._file.fileno())

    def close(self) -> None:
        """Write no more for now."""
        if self._file is not None:
            with suppress(OSError):
                self._file.close()
            self._file = None

    def finish(self) -> Path:
        """Put the whole file in its place; where another came there meanwhile, beside it. Returns where it is."""
        self.settle()
        self.close()
        with _in_words(self.target.parent):
            for name in numbered(self.target.name):
                place = self.target.with_name(name)
                if _moved(self._part, place):
                    return place
        raise StoreError(str(self.target), _("it could not be moved into place"))

    def discard(self) -> None:
        """Delete what came."""
        self.close()
        with suppress(OSError):
            self._part.unlink(missing_ok=True)

    def _is_free(self) -> bool:
        """Whether the name is free, and taken for this file from now on."""
        if os.path.lexists(self.target):
            return False
        try:
            os.close(os.open(self._part, _FLAGS | os.O_CREAT | os.O_EXCL, PRIVATE_FILE))
        except FileExistsError:
            return False
        return True


def _moved(part: Path, place: Path) -> bool:
    """Whether a file could be put in a place, where nothing is overwritten."""
    try:
        os.link(part, place)
    except FileExistsError:
        if not os.path.samefile(part, place):  # the same where the program was killed right here
            return False
    except OSError:  # a file system without links
        if os.path.lexists(place):
            return False
        part.rename(place)
        return True
    part.unlink()
    return True


@contextmanager
def _in_words(folder: Path) -> Iterator[None]:
    """What the system says of a folder, as an error of ours."""
    try:
        yield
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise DiskFullError(str(folder), _("the disk is full"), _(FREE_SPACE)) from error
        why, do = system_reason(error), _("check the folder for downloads in the settings")
        raise StoreError(str(folder), why, do) from error
