"""Content codings undone in small steps, so that a bomb never gets to burst (RFC 9110, 8.4.1).

64 KB of gzip can hold 64 MB, and each layer multiplies again; every step here yields at most `STEP` bytes, and
whoever reads stops at the limit. Brotli and zstd are not offered: every server that has them has gzip too
(decision 1).
"""

import zlib
from collections.abc import Iterator

from tuinews.language import _

ACCEPTED = "gzip, deflate"
"""The Accept-Encoding that is sent."""

STEP = 65_536
"""Bytes that one step of decompression may yield."""

MAX_CODINGS = 2
"""Codings on top of each other; more is an attack or a mistake."""

_FOREIGN = frozenset({"br", "zstd", "compress", "x-compress", "dcb", "dcz", "exi", "pack200-gzip", "aes128gcm"})
"""The other codings of IANA's registry."""


class ContentEncodingError(Exception):
    """A body whose coding is unknown, damaged or cut off; the text says which, in words for a user."""


class _Inflate:
    """gzip (RFC 1952, of one or many members), zlib (RFC 1950) or bare deflate (RFC 1951, as some servers err).

    What says gzip and is not passes through as it is: servers that label a plain file do exist.
    """

    def __init__(self, gzip: bool) -> None:
        self._gzip = gzip
        self._decoder: zlib._Decompress | None = None
        self._head = b""
        self._plain = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        if self._plain:
            yield data
            return
        if self._decoder is None:
            self._head += data
            if len(self._head) < 2:
                return
            data, self._head = self._head, b""
            self._decoder = self._begin(data)
            if self._plain:
                yield data
                return
        yield from self._inflate(data)

    def finish(self) -> None:
        if self._plain:
            return
        if self._head or (self._decoder is not None and not self._decoder.eof):
            raise ContentEncodingError(_("the response was cut off"))

    def _begin(self, data: bytes) -> "zlib._Decompress":
        if self._gzip:
            self._plain = not data.startswith(b"\x1f\x8b")
            return zlib.decompressobj(31)
        is_zlib = data[0] & 0x0F == 8 and int.from_bytes(data[:2], "big") % 31 == 0
        return zlib.decompressobj(15 if is_zlib else -15)

    def _inflate(self, data: bytes) -> Iterator[bytes]:
        assert self._decoder is not None
        try:
            while data:
                yield self._decoder.decompress(data, STEP)
                data = self._decoder.unconsumed_tail
                if self._decoder.eof:
                    data = self._decoder.unused_data
                    if not (self._gzip and data.startswith(b"\x1f\x8b")):
                        return  # padding after the end, which every reader ignores
                    self._decoder = zlib.decompressobj(31)
        except zlib.error:
            raise ContentEncodingError(_("the response is damaged")) from None


class Decoder:
    """Undoes the codings that a Content-Encoding header names, last first.

    Raises ContentEncodingError at once for one that was not offered, or for too many. A word that names no coding
    ("none", "utf-8", "identity") changes nothing, as in browsers.
    """

    def __init__(self, content_encoding: str) -> None:
        names = [name.strip().lower() for name in content_encoding.split(",")]
        for name in names:
            if name in _FOREIGN:
                raise ContentEncodingError(_("the response has an unexpected encoding ({name})", name=name))
        packed = [name for name in names if name in ("gzip", "x-gzip", "deflate")]
        if len(packed) > MAX_CODINGS:
            raise ContentEncodingError(_("the response is compressed too many times"))
        self._layers = [_Inflate(name != "deflate") for name in reversed(packed)]

    def feed(self, data: bytes) -> Iterator[bytes]:
        """The plain bytes that `data` gives, in pieces of at most STEP where something was packed."""
        return self._through(0, data)

    def finish(self) -> None:
        """Raises ContentEncodingError where the body ended before its coding did."""
        for layer in self._layers:
            layer.finish()

    def _through(self, index: int, data: bytes) -> Iterator[bytes]:
        if index == len(self._layers):
            yield data
            return
        for piece in self._layers[index].feed(data):
            yield from self._through(index + 1, piece)
