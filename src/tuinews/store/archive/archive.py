"""What a backup file is: a zip of the library, its pictures and the settings, with a list of them and their
hashes.

Nothing is taken from such a file that the list does not name, and nothing under a name of its own choosing: it may
come from anywhere.
"""

import json
import struct
import zlib
from hashlib import sha256
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from tuinews.errors import StoreError
from tuinews.language import _
from tuinews.late import late_pattern
from tuinews.quick_dataclass import dataclass

FORMAT = 1
"""Raised when what is in the file changes so that older programs would restore it wrongly."""

LIST = "tuinews.json"
LIBRARY = "library.sqlite3"
SETTINGS = "settings.toml"
PICTURES = "pictures/"

_PICTURE = late_pattern(r"pictures/[0-9a-f]{32}\.(?:webp|jpg)")
_PIECE = 1 << 20

DAMAGE = (BadZipFile, LookupError, EOFError, RuntimeError, ValueError, ArithmeticError, struct.error, zlib.error)
"""What reading a zip raises where any of its bytes are others: a length, a flag or a version that there is not."""

_PACKED = (ZIP_STORED, ZIP_DEFLATED)
"""How files in a backup are packed; any other way is a damaged byte, or another program's zip."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file of an archive: its name, its size in bytes, the SHA-256 of its content in hexadecimal."""

    name: str
    size: int
    digest: str


@dataclass(frozen=True, slots=True)
class Contents:
    """What is in an archive: when it was written (ISO 8601, UTC), the schema of its library, its files."""

    created: str
    schema: int
    members: tuple[Member, ...]

    @property
    def size(self) -> int:
        """Bytes of all files as they will lie on the disk."""
        return sum(member.size for member in self.members)


def write_list(archive: ZipFile, contents: Contents) -> None:
    """Put the list into an archive."""
    files = {member.name: {"size": member.size, "sha256": member.digest} for member in contents.members}
    value = {"format": FORMAT, "created": contents.created, "schema": contents.schema, "files": files}
    archive.writestr(LIST, json.dumps(value, indent=1))


def read_list(archive: ZipFile, what: str) -> Contents:
    """The list of an archive; raises StoreError where it is none that can be restored."""
    try:
        if archive.getinfo(LIST).compress_type not in _PACKED:
            raise not_ours(what)
        value = json.loads(archive.read(LIST))
        members = tuple(
            Member(str(name), int(file["size"]), str(file["sha256"])) for name, file in value["files"].items()
        )
        contents = Contents(str(value["created"]), int(value["schema"]), members)
        number = int(value["format"])
    except (*DAMAGE, TypeError, AttributeError, OSError) as error:
        raise not_ours(what) from error
    if number > FORMAT:
        raise StoreError(what, _("it was written by a newer tuinews"), _("update tuinews"))
    names = {member.name for member in members}
    if any(file.compress_type not in _PACKED for file in archive.infolist() if file.filename in names):
        raise damaged(what, LIST)
    if LIBRARY not in names or not all(_is_expected(name) for name in names):
        raise not_ours(what)
    return contents


def copy_checked(archive: ZipFile, member: Member, to: IO[bytes], what: str) -> None:
    """Write a file of an archive to `to`; raises StoreError where it is not what the list says, OSError."""
    digest, size = sha256(), 0
    try:
        with archive.open(member.name) as file:
            while piece := file.read(_PIECE):
                size += len(piece)
                if size > member.size:
                    break
                digest.update(piece)
                to.write(piece)
    except DAMAGE as error:
        raise damaged(what, member.name) from error
    if size != member.size or digest.hexdigest() != member.digest:
        raise damaged(what, member.name)


def digest_of(file: IO[bytes]) -> tuple[str, int]:
    """The SHA-256 of a file, and its size."""
    digest, size = sha256(), 0
    while piece := file.read(_PIECE):
        digest.update(piece)
        size += len(piece)
    return digest.hexdigest(), size


def not_ours(what: str) -> StoreError:
    """The error of a file that is no backup."""
    return StoreError(what, _("it is not a backup of tuinews"))


def damaged(what: str, name: str) -> StoreError:
    """The error of a backup that changed since it was written."""
    return StoreError(what, _("it is damaged ({name}); nothing was restored", name=name), _("use another backup"))


def _is_expected(name: str) -> bool:
    return name in (LIBRARY, SETTINGS) or _PICTURE.fullmatch(name) is not None
