"""The mails of an mbox, one after another, from any place in it (RFC 4155; the quoted "From " of mboxrd)."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from tuinews.quick_dataclass import dataclass

BEGINNING = b"From "
_LONGEST_LINE = 1_000_000
"""Bytes that are read at once: a file without line breaks must not fill the memory."""
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class MboxMail:
    """A mail as it lies in the file, of a large one its beginning; `end` is where the next one begins."""

    raw: bytes
    end: int


def mails_from(file: BinaryIO, offset: int, largest: int) -> Iterator[MboxMail]:
    """The whole mails from `offset` on: one whose last line has no end is still being written."""
    file.seek(offset)
    lines: list[bytes] = []
    size, place, is_after_blank, is_begun = 0, offset, True, False
    while line := file.readline(_LONGEST_LINE):
        if is_after_blank and line.startswith(BEGINNING):
            if is_begun:
                yield MboxMail(_QUOTED.sub(rb"\1", b"".join(lines)), place)
            lines, size, is_begun = [], 0, True
        elif is_begun and size < largest:
            lines.append(line)
            size += len(line)
        place += len(line)
        is_after_blank = line in (b"\n", b"\r\n")
        last = line
    if is_begun and last.endswith(b"\n"):
        yield MboxMail(_QUOTED.sub(rb"\1", b"".join(lines)), place)
