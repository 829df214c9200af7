"""An export that is a zip: its files as texts, never unpacked to the disk, each and all of them bounded.

What the zip says of a size is not believed: reading stops at the bound.
"""

import zipfile
import zlib
from typing import BinaryIO

from tuinews.charset import decode
from tuinews.errors import SourceListError
from tuinews.language import _

BEGINNING = b"PK\x03\x04"
MOST_FILES = 200_000
"""Files of an archive that are listed."""

LARGEST_FILE = 60_000_000
"""Bytes of one of them, unpacked."""

LARGEST_TOTAL = 800_000_000
"""Bytes of one file, and of all together, as they are unpacked."""


class Bundle:
    """The files of a zip, each of at most `largest` bytes. Raises SourceListError if it is none that can be
    read; `where` names it.
    """

    def __init__(self, file: BinaryIO, where: str, largest: int = LARGEST_FILE) -> None:
        self._where, self._left, self._largest = where, LARGEST_TOTAL, largest
        try:
            self._zip = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise self._refusal(_("the archive is damaged")) from error
        self.names = tuple(info.filename for info in self._zip.infolist() if not info.is_dir())
        self._there = frozenset(self.names)
        if len(self.names) > MOST_FILES:
            raise self._refusal(_("it holds too many files"))

    def text(self, name: str) -> str | None:
        """A file as text; None if there is none, or it is too large, damaged or encrypted."""
        if name not in self._there:
            return None
        try:
            with self._zip.open(name) as file:
                body = file.read(min(self._largest, self._left) + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError, EOFError):
            return None
        self._left -= len(body)
        if self._left < 0:
            raise self._refusal(_("it holds more than {size} MB", size=LARGEST_TOTAL // 1_000_000))
        return decode(body) if len(body) <= self._largest else None

    def _refusal(self, why: str) -> SourceListError:
        return SourceListError(self._where, why, _("export it again"))
