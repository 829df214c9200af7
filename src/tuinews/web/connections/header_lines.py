"""The header lines of an answer, made such that one bad line costs that line and not the answer.

h11 refuses the whole answer for one line without a colon, with a blank in its name, or with a letter of latin-1 in
it; browsers drop the line. So they are mended before h11 sees them: by RFC 9112, section 5, and where it says
"reject", as browsers do.
"""

import re

MAX_HEAD = 131_072
"""Bytes of a head that is looked through; more goes on as it is, and h11 refuses it."""

_END = re.compile(rb"\r{0,2}\n\r{0,2}\n")
_LINE_END = re.compile(rb"\r{0,2}\n")
_STATUS = re.compile(rb"(?:(HTTP/1\.\d)|HTTP/\d(?:\.\d)?|ICY)[ \t]+", re.IGNORECASE)
"""A version; one that cannot have come over this connection is a server's slip."""

_BEGINNINGS = (b"HTTP/", b"ICY ")
_PLAIN = b"<{[\xef\x1f"
"""What documents, and packed ones, begin with, and no chunk does."""

_NAME = re.compile(rb"[-!#$%&'*+.^_`|~0-9A-Za-z]+")
_UNPRINTABLE = re.compile(rb"[\x00\x0b\x0c\r]")
_CHUNKED = re.compile(rb"\n[ \t]*transfer-encoding[ \t]*:[^\n]*chunked[^\n]*(?:\n|\Z)", re.IGNORECASE)
_INTERIM = re.compile(rb"HTTP/\d\.\d 1\d\d\b")


class HeaderLines:
    """Looks through what a connection brings: the head of each answer is mended, bodies pass as they are."""

    def __init__(self) -> None:
        self._head: bytearray | None = bytearray()

    def next_answer(self) -> None:
        """A request went out: what comes now begins with a head."""
        self._head = bytearray()

    def mended(self, data: bytes) -> bytes:
        """What of `data` can be passed on; b"" while a head is not whole. At the end of the connection, b"" gives
        back what was held.
        """
        if self._head is None:
            return data
        self._head += data
        # An empty line before the head (RFC 9112, 2.2) is none of its ends.
        del self._head[: len(self._head) - len(self._head.lstrip(b"\r\n"))]
        end = _END.search(self._head)
        if end is None and data and _begins_http(self._head) and len(self._head) < MAX_HEAD:
            return b""
        if end and data and end.end() == len(self._head) and _CHUNKED.search(self._head, 0, end.start()):
            return b""  # whether it really comes in chunks, its first byte says
        whole, self._head = bytes(self._head), None
        if end is None:
            return whole
        head, rest = whole[: end.start()], whole[end.end() :]
        if rest and rest[0] in _PLAIN:
            head = _CHUNKED.sub(b"\n", head)
        if _INTERIM.match(head):
            # 103 Early Hints: the answer itself comes behind it.
            self._head = bytearray()
            return _lines(head) + self.mended(rest) if rest else _lines(head)
        return _lines(head) + rest


def _lines(head: bytes) -> bytes:
    """The head with its good lines alone, and its end."""
    status, *lines = _LINE_END.split(head)
    kept = [_STATUS.sub(lambda version: (version[1] or b"HTTP/1.1").upper() + b" ", status, count=1)]
    is_kept = False
    for line in lines:
        if line[:1] in (b" ", b"\t"):  # the last field goes on
            if is_kept:
                kept[-1] += b" " + _UNPRINTABLE.sub(b" ", line).strip()
            continue
        name, colon, value = line.partition(b":")
        name = name.rstrip(b" \t")
        is_kept = bool(colon) and _NAME.fullmatch(name) is not None and not _is_ignored(name, value)
        if is_kept:
            value = _UNPRINTABLE.sub(b" ", value).strip()
            # Another coding beside the chunks is undone by what its bytes are.
            is_chunked = name.lower() == b"transfer-encoding" and b"chunked" in value.lower()
            kept.append(name + b": " + (b"chunked" if is_chunked else value))
    return b"\r\n".join(kept) + b"\r\n\r\n"


def _is_ignored(name: bytes, value: bytes) -> bool:
    """Whether a field says nothing that can be acted on: a length that is no number, a coding that is none."""
    low, said = name.lower(), value.strip()
    if low == b"content-length":
        return not all(length.strip().isdigit() for length in said.split(b","))
    return low == b"transfer-encoding" and b"chunked" not in said.lower()


def _begins_http(head: bytearray) -> bool:
    beginning = bytes(head[:5]).upper()
    return any(beginning.startswith(one) or one.startswith(beginning) for one in _BEGINNINGS)
