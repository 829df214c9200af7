"""The header lines of an answer, made such that one bad line costs that line and not the answer.

h11 refuses the whole answer for one line without a colon, with a blank in its name, or with a letter of latin-1 in
it; browsers drop the line. So they are mended before h11 sees them: by RFC 9112, section 5, and where it says
"reject", as browsers do.
"""

import re

MAX_HEAD = 131_072
"""Bytes of a head that is looked through; more goes on as it is, and h11 refuses it."""

_END = re.compile(rb"\r?\n\r?\n")
_LINE_END = re.compile(rb"\r?\n")
_NAME = re.compile(rb"[-!#$%&'*+.^_`|~0-9A-Za-z]+")
_UNPRINTABLE = re.compile(rb"[\x00\x0b\x0c\r]")
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
        is_http = self._head.startswith(b"HTTP/") or b"HTTP/".startswith(self._head)
        if end is None and data and is_http and len(self._head) < MAX_HEAD:
            return b""
        whole, self._head = bytes(self._head), None
        if end is None:
            return whole
        head, rest = whole[: end.start()], whole[end.end() :]
        if _INTERIM.match(head):
            # 103 Early Hints: the answer itself comes behind it.
            self._head = bytearray()
            return _lines(head) + self.mended(rest) if rest else _lines(head)
        return _lines(head) + rest


def _lines(head: bytes) -> bytes:
    """The head with its good lines alone, and its end."""
    status, *lines = _LINE_END.split(head)
    kept = [status]
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
            kept.append(name + b": " + _UNPRINTABLE.sub(b" ", value).strip())
    return b"\r\n".join(kept) + b"\r\n\r\n"


def _is_ignored(name: bytes, value: bytes) -> bool:
    """Whether a field says nothing that can be acted on: a length that is no number, a coding that is none."""
    low, said = name.lower(), value.strip()
    if low == b"content-length":
        return not all(length.strip().isdigit() for length in said.split(b","))
    return low == b"transfer-encoding" and said.lower() in (b"identity", b"")
