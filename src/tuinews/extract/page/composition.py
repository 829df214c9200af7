"""Letters with marks of their own, as some editors write Vietnamese, joined to whole letters (Unicode NFC).

Everything that compares words (labels of a byline, names, dates) is written in whole letters.
"""

import re
import unicodedata
from collections.abc import Iterator

_COMMON_MARKS = re.compile(b"\xcc[\x80\x81\x82\x88\xa3]")
"""Grave, acute, circumflex, diaeresis and dot below in UTF-8: a text of decomposed letters has one soon.

The first byte alone is looked for before, since that it is not there is told five times as fast.
"""

_MARKS = re.compile("[\u0300-\u036f]+")
_PIECE = 512
"""Characters that are looked at together."""

_TAG = re.compile(r"<[^<>]*>?")
_ADDRESS_OR_LETTERS = re.compile(
    r"""(?:href|src|srcset|content)\s*=\s*(?:"\s*(?:https?:|/)[^"]*"|'\s*(?:https?:|/)[^']*')|\w[\u0300-\u036f]+"""
)


def composed(html: str, raw: bytes) -> str:
    """`html` with whole letters; addresses stay as they are, and almost every page is returned unchanged.

    `raw` are its bytes in UTF-8.
    """
    if b"\xcc" not in raw or not _COMMON_MARKS.search(raw):
        return html
    parts: list[str] = []
    done = 0
    for start, end in _marks_of(html):
        if start < done:
            continue
        opened = html.rfind("<", done, start)
        tag = _TAG.match(html, opened) if opened >= 0 else None
        if tag is not None and tag.end() > start:
            parts += (html[done:opened], _ADDRESS_OR_LETTERS.sub(_whole, tag[0]))
            done = tag.end()
        else:
            parts += (html[done:start], unicodedata.normalize("NFC", html[start:end]))
            done = end
    return "".join([*parts, html[done:]])


def _marks_of(html: str) -> Iterator[tuple[int, int]]:
    """Where letters with marks begin and end; most pieces of markup are ASCII alone, which is told at once."""
    found = 0
    for place in range(0, len(html), _PIECE):
        stop = place + _PIECE
        if html[place:stop].isascii():
            continue
        further = _MARKS.match(html, stop)
        for marks in _MARKS.finditer(html, max(place, found), further.end() if further else stop):
            yield marks.start() - 1, marks.end()
            found = marks.end()


def _whole(found: re.Match[str]) -> str:
    return found[0] if "=" in found[0] else unicodedata.normalize("NFC", found[0])
