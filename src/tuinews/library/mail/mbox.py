"""The mails of an mbox, one after another, from any place in it (RFC 4155; the quoted "From " of mboxrd)."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import BinaryIO

from tuinews.quick_dataclass import dataclass

BEGINNING = b"From "
_LONGEST_LINE = 1_000_000
"""Bytes that are read at once: a file without line breaks must not fill the memory."""
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)
_DATED = re.compile(rb"\d\d:\d\d")
"""The time of day that stands in the first line of a mail, whichever program wrote it."""
_FIELD = re.compile(rb">?From |[!-9;-~]+:[ \t\r\n]")
"""The first line of a head (RFC 5322)."""


@dataclass(frozen=True, slots=True)
class MboxMail:
    """A mail as it lies in the file, of a large one its beginning; `end` is where the next one begins."""

    raw: bytes
    end: int


def mails_from(file: BinaryIO, offset: int, largest: int) -> Iterator[MboxMail]:
    """The whole mails from `offset` on: one whose last line has no end is still being written."""
    file.seek(offset)
    lines: list[bytes] = []
    size, place, is_after_blank, is_begun, last = 0, offset, True, False, b""
    for line, after in pairwise(_lines(file)):
        if is_after_blank and _begins_mail(line, after, is_begun):
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


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """The lines of a file from here on, and an empty one behind them."""
    while line := file.readline(_LONGEST_LINE):
        yield line
    yield b""


def _begins_mail(line: bytes, after: bytes, is_within: bool) -> bool:
    """Whether a line behind a blank one begins a mail, given the line after it.

    A paragraph of a mail may begin with "From " too, where its program does not quote it. At the end of the file
    it is taken for the first line of the next mail.
    """
    if not line.startswith(BEGINNING):
        return False
    return not is_within or not after or _DATED.search(line) is not None or _FIELD.match(after) is not None
