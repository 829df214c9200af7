"""From the bytes of an answer or a file to text, where they are text at all.

A link may lead to a picture, a PDF or a film. Whatever its server calls it, its first bytes say so; and what they
do not say, the controls in it do: no text has many. The media type decides nothing: many feeds have a wrong one.
"""

import os
import re
from pathlib import Path
from typing import BinaryIO

from tuinews.charset import decode
from tuinews.errors import ExtractError
from tuinews.language import N_, _

_BEGINNINGS = (
    (b"%PDF-", N_("a PDF document")),
    (b"\x89PNG\r\n", N_("an image")),
    (b"\xff\xd8\xff", N_("an image")),
    (b"GIF8", N_("an image")),
    (b"RIFF", N_("an image, a video or a sound file")),
    (b"ID3", N_("a sound file")),
    (b"OggS", N_("a video or a sound file")),
    (b"\x1a\x45\xdf\xa3", N_("a video")),
    (b"PK\x03\x04", N_("an archive")),
    (b"\x1f\x8b", N_("an archive")),
    (b"SQLite format 3\x00", N_("a database")),
    (b"\x7fELF", N_("a program")),
)
"""The first bytes of what a link may lead to (mimesniff.spec.whatwg.org, 6; RFC 8118, 7049)."""

MAX_FILE = 50_000_000
"""Bytes of a file that are read; a device such as /dev/zero never ends."""

PIECE = 1_000_000
"""Bytes that are asked for at once: room for all of MAX_FILE would cost more than to read a page."""

LEAST_PIECE = 65_536
"""Bytes that are asked for of what is said to have fewer."""

_LOOKED_AT = 8192
"""Letters at the beginning from which it is judged whether a text is one."""

_MOST_CONTROLS = 0.03
"""The share of controls above which something is not text: a damaged page has a few, random bytes a tenth."""

_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def file_bytes(path: Path) -> bytes:
    """All of the file at `path`; raises OSError, and ExtractError where it is larger than MAX_FILE."""
    # Without a buffer, since all is read at once: another would be filled and copied.
    with path.open("rb", buffering=0) as file:
        return stream_bytes(file, path.name or str(path), os.fstat(file.fileno()).st_size)


def stream_bytes(stream: BinaryIO, where: str, told: int = PIECE) -> bytes:
    """All that `stream` gives; raises ExtractError, which names `where`, above MAX_FILE.

    `told` is how many bytes it is said to have; a device says 0.
    """
    pieces = []
    left = MAX_FILE + 1
    ask = min(max(told, LEAST_PIECE) + 1, PIECE)
    while left and (piece := stream.read(min(left, ask))):
        pieces.append(piece)
        left -= len(piece)
    body = b"".join(pieces)
    if len(body) > MAX_FILE:
        raise ExtractError(
            where, _("it is larger than {size} MB", size=MAX_FILE // 1_000_000), _("choose another file")
        )
    return body


def text_of(body: bytes, media_type: str | None, where: str) -> str:
    """`body` as text; raises ExtractError, which names `where`, for what is none."""
    for beginning, what in _BEGINNINGS:
        if body.startswith(beginning):
            raise ExtractError(
                where, _("this is {what}, not a page", what=_(what)), _("open it with another program")
            )
    if body[4:8] == b"ftyp":
        raise ExtractError(where, _("this is a video, not a page"), _("open it with another program"))
    text = decode(body, media_type)
    start = text[:_LOOKED_AT]
    if len(_CONTROL.findall(start)) > max(2, _MOST_CONTROLS * len(start)):
        raise ExtractError(where, _("this is not text"), _("open it with another program"))
    return text
