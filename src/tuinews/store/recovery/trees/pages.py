"""A page of a table's tree as bytes: the children of an inner one, the rows of a leaf (file format, 1.6)."""

from collections.abc import Sequence
from itertools import pairwise

from tuinews.store.recovery.schema_pages import read_varint, varint

LEAF, INNER = 0x0D, 0x05
_HEADER = {LEAF: 8, INNER: 12}
_CHILD = 4
"""Bytes of the number of a page."""

BYTES_OF_CHILD = 20
"""Bytes that a child takes of an inner page at most: its number, that of its last row, and its place."""


def kind(page: bytes) -> int:
    """With which byte a page begins that is not the first of its file."""
    return page[0] if page else 0


def children(page: bytes) -> list[int] | None:
    """The numbers of the pages below an inner one, None where it is damaged."""
    places = _cells(page, INNER)
    if places is None:
        return None
    try:
        keys = [read_varint(page, place + _CHILD)[0] for place in places]
    except IndexError:
        return None
    if any(one >= other for one, other in pairwise(keys)):
        return None
    below = [int.from_bytes(page[place : place + _CHILD], "big") for place in places]
    return [*below, int.from_bytes(page[8:12], "big")]


def rows(page: bytes) -> list[tuple[int, int]] | None:
    """Of each row of a leaf its number and how many columns it has, None where the leaf is damaged or empty."""
    places = _cells(page, LEAF)
    if not places:
        return None
    found: list[tuple[int, int]] = []
    try:
        for place in places:
            _length, at = read_varint(page, place)
            number, at = read_varint(page, at)
            found.append((number, _columns(page, at)))
    except IndexError:
        return None
    return None if any(one >= other for (one, _), (other, _) in pairwise(found)) else found


def inner_page(below: Sequence[tuple[int, int]], size: int) -> bytes:
    """An inner page of `size` bytes that leads to pages, each with the number of its last row."""
    page = bytearray(size)
    at, places = size, b""
    for number, last in below[:-1]:
        cell = number.to_bytes(_CHILD, "big") + varint(last)
        at -= len(cell)
        page[at : at + len(cell)] = cell
        places += at.to_bytes(2, "big")
    own = bytes((INNER, 0, 0)) + (len(below) - 1).to_bytes(2, "big") + at.to_bytes(2, "big") + b"\0"
    own += below[-1][0].to_bytes(_CHILD, "big") + places
    page[: len(own)] = own
    return bytes(page)


def _cells(page: bytes, expected: int) -> list[int] | None:
    """Where the cells of a page of this kind begin, None where that cannot be."""
    if kind(page) != expected:
        return None
    header, count = _HEADER[expected], int.from_bytes(page[3:5], "big")
    end = header + 2 * count
    if end > len(page):
        return None
    places = [int.from_bytes(page[at : at + 2], "big") for at in range(header, end, 2)]
    return places if all(end <= place < len(page) for place in places) else None


def _columns(page: bytes, at: int) -> int:
    """How many columns the record there has; raises IndexError."""
    length, first = read_varint(page, at)
    end, count = at + length, 0
    if not 1 < length < len(page):
        raise IndexError(at)
    while first < end:
        _kind, first = read_varint(page, first)
        count += 1
    if first != end:
        raise IndexError(at)
    return count
