"""One content coding undone in small steps, so that a bomb never gets to burst.

64 KB of gzip can hold 64 MB; every step yields about `STEP` bytes, and whoever reads stops at the limit. Each is a
library's own decompressor; this file only gives them one shape.
"""

import zlib
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Protocol

from tuinews.language import _

STEP = 65_536
"""Bytes that one step of decompression may yield (brotli's decompressor rounds up to its next block)."""

RAW = -15
"""What zlib calls deflate without a header (`wbits`)."""

GZIP_MAGIC = b"\x1f\x8b"
ZSTD_MAGIC = b"\x28\xb5\x2f\xfd"


class ContentEncodingError(Exception):
    """A body whose coding is unknown, damaged or cut off; the text says which, in words for a user."""


class Decompressor(Protocol):
    """What `zlib.decompressobj` makes."""

    @property
    def eof(self) -> bool:
        """Whether the stream has ended."""

    @property
    def unconsumed_tail(self) -> bytes:
        """What did not fit into the step."""

    @property
    def unused_data(self) -> bytes:
        """What stands behind the end."""

    def decompress(self, data: bytes, max_length: int, /) -> bytes:
        """What `data` gives, at most so many bytes."""


class Coding(Protocol):
    """A coding while it is undone. Both raise ContentEncodingError for what is damaged or cut off."""

    def feed(self, data: bytes) -> Iterator[bytes]:
        """What `data` gives, in steps."""

    def finish(self) -> None:
        """The body has ended; so must its coding."""


def inflated(decoder: Decompressor, data: bytes) -> bytes:
    """One step of what `data` gives. Raises ContentEncodingError."""
    try:
        return decoder.decompress(data, STEP)
    except zlib.error:
        raise damaged() from None


class Inflate:
    """Deflate (RFC 1951) behind `header` bytes: none, or the two of zlib (RFC 1950). No checksum is looked at.

    Checksums are the last thing that a careless server gets right, and browsers do not look at them either: a
    stream of deflate ends only where all of it is there.
    """

    def __init__(self, header: int) -> None:
        self._header = header
        self._decoder = zlib.decompressobj(RAW)

    def feed(self, data: bytes) -> Iterator[bytes]:
        """What `data` gives; padding after the end is ignored, as every reader does."""
        skipped = min(self._header, len(data))
        self._header, data = self._header - skipped, data[skipped:]
        while data and not self._decoder.eof:
            yield inflated(self._decoder, data)
            data = self._decoder.unconsumed_tail

    def finish(self) -> None:
        """Raises ContentEncodingError where the stream did not end."""
        if not self._decoder.eof:
            raise cut_off()


class Brotli:
    """RFC 7932."""

    def __init__(self) -> None:
        self._module = import_module("brotli")
        self._decoder: Any = self._module.Decompressor()

    def feed(self, data: bytes) -> Iterator[bytes]:
        """What `data` gives; what comes after the end is ignored."""
        try:
            while not self._decoder.is_finished():
                piece: bytes = self._decoder.process(data, output_buffer_limit=STEP)
                data = b""
                if not piece:
                    return
                yield piece
        except self._module.error:
            raise damaged() from None

    def finish(self) -> None:
        """Raises ContentEncodingError where the stream did not end."""
        if not self._decoder.is_finished():
            raise cut_off()


class Zstandard:
    """RFC 8878, of one or many frames; the module is the standard library's from Python 3.14 on."""

    def __init__(self) -> None:
        self._module = import_module(_ZSTD or "")
        self._decoder: Any = self._module.ZstdDecompressor()
        self._behind = b""

    def feed(self, data: bytes) -> Iterator[bytes]:
        """What `data` gives; what comes after the last frame is ignored."""
        try:
            while True:
                if self._decoder.eof:
                    self._behind += data
                    if not self._behind.startswith(ZSTD_MAGIC):
                        return
                    data, self._behind = self._behind, b""
                    self._decoder = self._module.ZstdDecompressor()
                yield self._decoder.decompress(data, STEP)
                data = self._decoder.unused_data if self._decoder.eof else b""
                if not self._decoder.eof and self._decoder.needs_input:
                    return
        except self._module.ZstdError:
            raise damaged() from None

    def finish(self) -> None:
        """Raises ContentEncodingError where the frame did not end."""
        if not self._decoder.eof:
            raise cut_off()


def _zstd_module() -> str | None:
    for name in ("compression.zstd", "backports.zstd"):
        try:
            if find_spec(name):
                return name
        except ModuleNotFoundError:  # not even the package around it
            pass
    return None


_ZSTD = _zstd_module()
ZSTD_ACCEPTED = _ZSTD is not None
"""Whether zstd can be undone: from Python 3.14 on, or where the extra `zstd` is installed."""


def damaged() -> ContentEncodingError:
    """The error of a body whose coding is broken."""
    return ContentEncodingError(_("the response is damaged"))


def cut_off() -> ContentEncodingError:
    """The error of a body that ended too early."""
    return ContentEncodingError(_("the response was cut off"))
