"""Content codings (RFC 9110, 8.4.1), undone by what the bytes are: what a server says of them is a hint.

Servers send brotli that nobody asked for, plain text under any name, and packed files (`sitemap.xml.gz`) under
none.
"""

import re
from collections.abc import Callable, Iterator

from tuinews.language import _
from tuinews.web.coding.codings import (
    GZIP_MAGIC,
    ZSTD_ACCEPTED,
    ZSTD_MAGIC,
    Brotli,
    Coding,
    ContentEncodingError,
    Inflate,
    Zstandard,
    cut_off,
)
from tuinews.web.coding.gunzip import Gunzip

ACCEPTED = "gzip, deflate, br" + (", zstd" if ZSTD_ACCEPTED else "")
"""The Accept-Encoding that is sent."""

MAX_CODINGS = 2
"""Codings on top of each other; more is an attack or a mistake."""

_NAMES = frozenset(
    ("gzip", "x-gzip", "deflate", "br", "zstd", "compress", "x-compress", "dcb", "dcz", "exi", "pack200-gzip")
)
"""The codings of IANA's registry. Other words ("none", "utf-8") name no coding, as in browsers."""

_UNMARKED = {"br": "br", "deflate": "bare deflate"}
"""Codings that begin with no mark of their own: whoever says them is believed where they can be undone."""

_ZLIB_BEGINNINGS = (b"\x78\x01", b"\x78\x9c", b"\x78\xda")
"""How nearly every zlib stream begins; where no coding is named, no other is looked for."""

_HEAD = 4
"""Bytes that tell one marked coding from another."""

_LONG_HEAD = 512
"""Bytes that tell an unmarked coding from text: text that undoes as one for so long is not known."""

_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CODINGS: dict[str, Callable[[], Coding]] = {
    "gzip": Gunzip,
    "zlib": lambda: Inflate(header=2),
    "bare deflate": lambda: Inflate(header=0),
    "br": Brotli,
    "zstd": Zstandard,
}
"""What can be undone, by what the bytes are."""

_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*[<{\[]")


class _Layer:
    """One coding under the name `said` ("" for none), whatever it turns out to be."""

    def __init__(self, said: str) -> None:
        self._said = said
        self._head: bytes | None = b""
        """What came before the coding was known; None from then on."""
        self._coding: Coding | None = None

    def feed(self, data: bytes) -> Iterator[bytes]:
        """The bytes that `data` gives once it is decoded."""
        if self._head is not None:
            self._head += data
            if len(self._head) < (_LONG_HEAD if self._said in _UNMARKED else _HEAD):
                return
            data = self._begun(self._head)
        yield from [data] if self._coding is None else self._coding.feed(data)

    def finish(self) -> Iterator[bytes]:
        """What is left at the end of the body. Raises ContentEncodingError where its coding did not end."""
        if self._head:
            if self._said and any(magic.startswith(self._head) for magic in (GZIP_MAGIC, ZSTD_MAGIC)):
                raise cut_off()
            data = self._begun(self._head)
            yield from [data] if self._coding is None else self._coding.feed(data)
        if self._coding is not None:
            self._coding.finish()

    def _begun(self, head: bytes) -> bytes:
        """Decide what the coding is; `head` is what is to be undone first."""
        self._head = None
        name = _actual(self._said, head)
        if name is not None:
            self._coding = _CODINGS[name]()
        elif self._said not in ("", "gzip", "x-gzip") and not _is_text(head):
            raise ContentEncodingError(_("the response has an unexpected encoding ({name})", name=self._said))
        return head


class Decoder:
    """Undoes the codings that a Content-Encoding header names, last first, and one more that it does not name.

    Raises ContentEncodingError: at once for too many, else for what is damaged, cut off or cannot be undone.
    """

    def __init__(self, content_encoding: str) -> None:
        named = [name.strip().lower() for name in content_encoding.split(",")]
        named = [name for name in named if name in _NAMES]
        if len(named) > MAX_CODINGS:
            raise ContentEncodingError(_("the response is compressed too many times"))
        self._layers = [_Layer(name) for name in (*reversed(named), "")]

    def feed(self, data: bytes) -> Iterator[bytes]:
        """The plain bytes that `data` gives, in steps."""
        return self._through(0, data)

    def finish(self) -> Iterator[bytes]:
        """The plain bytes that were still held. Raises ContentEncodingError where a coding did not end."""
        for index, layer in enumerate(self._layers):
            for piece in layer.finish():
                yield from self._through(index + 1, piece)

    def _through(self, index: int, data: bytes) -> Iterator[bytes]:
        if index == len(self._layers):
            yield data
            return
        for piece in self._layers[index].feed(data):
            yield from self._through(index + 1, piece)


def _actual(said: str, head: bytes) -> str | None:
    """The coding of a body that begins with `head`, one of _CODINGS; None where it is none."""
    if head.startswith(GZIP_MAGIC):
        return "gzip"
    if head.startswith(ZSTD_MAGIC) and ZSTD_ACCEPTED:
        return "zstd"
    # RFC 1950, 2.2: the method is 8, and the first two bytes are a multiple of 31.
    is_zlib = len(head) > 1 and head[0] & 0x0F == 8 and int.from_bytes(head[:2], "big") % 31 == 0
    if is_zlib and said in ("gzip", "x-gzip", "deflate"):
        return "zlib"
    if not said and head.startswith(_ZLIB_BEGINNINGS):
        return "zlib"
    unmarked = _UNMARKED.get(said)
    return None if unmarked is None or (_is_text(head) and not _begins(unmarked, head)) else unmarked


def _begins(name: str, head: bytes) -> bool:
    """Whether a coding can be undone as far as `head` goes, and gives something."""
    try:
        return any(_CODINGS[name]().feed(head))
    except ContentEncodingError:
        return False


def _is_text(head: bytes) -> bool:
    """Whether bytes look like text that nobody packed."""
    if _MARKUP.match(head):
        return True
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(head) - 3:  # else its last letter is cut
            return False
    return not _CONTROLS.search(head)
