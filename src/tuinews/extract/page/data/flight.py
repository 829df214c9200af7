"""What React's server components send inside a page: rows, in strings that scripts push one after another.

`self.__next_f.push([1,"…"])` of Next.js and `__FLIGHT_DATA.push("…")` of others. A row is `id:JSON` up to the end
of its line, or `id:T` with the length of a text in bytes. One row may be split over several pushes.
"""

import base64
import binascii
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress

from tuinews.extract.page.data.literals import json_at

_PUSH = re.compile(r"(?:__next_f|__FLIGHT_DATA)\b[^;\n]{0,40}?\.push\(\s*(?=[\[\"])")
_ROW = re.compile(rb"([0-9a-f]{0,8}):")
_TEXT = re.compile(rb"T([0-9a-f]{1,8}),")

MAX_ROWS = 20_000
"""Rows that are read."""


def is_flight(script: str) -> bool:
    """Whether a script may push such rows."""
    return "__next_f" in script or "__FLIGHT_DATA" in script


def flight_rows(scripts: Iterable[str]) -> dict[str, object]:
    """The rows that these scripts push, by their ids: values, and texts."""
    stream = "".join(piece for script in scripts for piece in _pieces(script))
    return dict(_rows(stream.encode("utf-8", "ignore")))


def _pieces(script: str) -> Iterator[str]:
    for push in _PUSH.finditer(script):
        try:
            value, _ = json_at(script, push.end())
        except ValueError:
            continue
        if isinstance(value, str):
            yield value
        elif isinstance(value, list) and len(value) > 1 and isinstance(value[1], str):
            yield value[1] if value[0] != 3 else _from_base64(value[1])


def _from_base64(text: str) -> str:
    try:
        return base64.b64decode(text).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return ""


def _rows(stream: bytes) -> Iterator[tuple[str, object]]:
    place = 0
    for _ in range(MAX_ROWS):
        row = _ROW.match(stream, place)
        end = stream.find(b"\n", place)
        end = end if end >= 0 else len(stream)
        if row is None:
            if end >= len(stream):
                return
            place = end + 1
            continue
        name, text = row[1].decode(), _TEXT.match(stream, row.end())
        if text is not None:
            place = text.end() + int(text[1], 16)
            yield name, stream[text.end() : place].decode("utf-8", "replace")
            continue
        if stream[row.end() : row.end() + 1] in (b"[", b"{", b'"'):
            with suppress(ValueError):
                yield name, json_at(stream[row.end() : end].decode("utf-8", "replace"), 0)[0]
        place = end + 1
