"""gzip (RFC 1952) undone in small steps, whatever stands in its trailers."""

import zlib
from collections.abc import Iterator

from tuinews.web.coding.codings import (
    GZIP_MAGIC,
    RAW,
    Decompressor,
    cut_off,
    damaged,
    inflated,
)

_GZIP_HEADER, _GZIP_TRAILER, _DEFLATE = 10, 8, 8
"""Bytes of a member's header without options, of its trailer, and the one method that there is."""

_MAX_HEADER = 65_536
"""Bytes of a header with its options; a longer one is none."""


class Gunzip:
    """gzip, of one or many members; their checksums and lengths are not looked at (`Inflate` says why)."""

    def __init__(self) -> None:
        self._head = b""
        self._decoder: Decompressor | None = None
        self._skipped = 0
        """Bytes of the trailer that are still to come."""
        self._ended = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        """What `data` gives; padding after the last member is ignored."""
        while data:
            if self._skipped:
                passed = min(self._skipped, len(data))
                self._skipped, data = self._skipped - passed, data[passed:]
            elif self._decoder is None:
                data = self._begun(self._head + data)
            else:
                yield inflated(self._decoder, data)
                data = self._decoder.unconsumed_tail
                if self._decoder.eof:
                    data, self._decoder = self._decoder.unused_data, None
                    self._skipped, self._ended = _GZIP_TRAILER, True

    def _begun(self, head: bytes) -> bytes:
        """What stands behind the header of a member, if all of it is there; nothing where no member begins."""
        if self._ended and not (GZIP_MAGIC.startswith(head[:2]) or head.startswith(GZIP_MAGIC)):
            return b""
        end = _end_of_header(head)
        self._head = head if end is None else b""
        if end is None:
            if len(head) > _MAX_HEADER:
                raise damaged()
            return b""
        self._decoder = zlib.decompressobj(RAW)
        self._ended = False
        return head[end:]

    def finish(self) -> None:
        """Raises ContentEncodingError where the last member did not end."""
        if not self._ended:
            raise cut_off()


def _end_of_header(head: bytes) -> int | None:
    """Where the header of a gzip member ends (RFC 1952, 2.3); None where that is still to come."""
    if len(head) < _GZIP_HEADER:
        return None
    method, flags = head[2], head[3]
    if method != _DEFLATE:
        raise damaged()
    end = _GZIP_HEADER
    if flags & 4:
        end += 2 + int.from_bytes(head[end : end + 2], "little")
    for flag in (8, 16):  # the name of the file, a comment: up to a zero
        if flags & flag:
            zero = head.find(b"\0", end)
            if zero < 0:
                return None
            end = zero + 1
    end += 2 if flags & 2 else 0
    return end if end <= len(head) else None
