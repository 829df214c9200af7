"""The first page of a damaged library, made from the pages of its own table of tables.

Where that table lies differs between a library that is new and one that grew through migrations, since each step
puts its statements wherever there is room. So its leaves are looked for in the file itself: pages whose rows begin
with "table", "index" or "trigger" (sqlite.org/fileformat2.html, 1.6 and 2.1).
"""

from collections.abc import Iterator
from pathlib import Path

from tuinews.quick_dataclass import dataclass

_HEADER = 100
"""Bytes of the file's header, before the first page's own."""

_LEAF, _INTERIOR = 0x0D, 0x05
_KINDS = (b"table", b"index", b"trigger")
_COLUMNS = 5
"""Columns of `sqlite_schema`: type, name, tbl_name, rootpage, sql."""
_TEXT_FROM = 13
"""From here on odd serial types are texts (SQLite file format, 2.1)."""


@dataclass(frozen=True, slots=True)
class SchemaLeaf:
    """A page with rows of the table of tables: its number, and the numbers of its first and last row."""

    page: int
    first_row: int
    last_row: int


def first_page_of_leaves(damaged: Path, header: bytes, size: int) -> bytes | None:
    """A first page of `size` bytes that leads to the leaves in `damaged`, after the header of a new library.

    None where there are none, or too few rows to need any: then the whole table was on the lost page.
    """
    leaves = _in_order(leaf for leaf in _leaves(damaged, size))
    if not leaves:
        return None
    cells = [leaf.page.to_bytes(4, "big") + varint(leaf.last_row) for leaf in leaves[:-1]]
    page = bytearray(header[:_HEADER].ljust(size, b"\0"))
    at, places = size, b""
    for cell in cells:
        at -= len(cell)
        page[at : at + len(cell)] = cell
        places += at.to_bytes(2, "big")
    own = bytes((_INTERIOR, 0, 0)) + len(cells).to_bytes(2, "big") + at.to_bytes(2, "big") + b"\0"
    own += leaves[-1].page.to_bytes(4, "big") + places
    page[_HEADER : _HEADER + len(own)] = own
    return bytes(page)


def _in_order(found: Iterator[SchemaLeaf]) -> list[SchemaLeaf]:
    """The leaves by their rows; of two that have the same rows (one was given up) the one with more of them."""
    chosen: list[SchemaLeaf] = []
    for leaf in sorted(found, key=lambda leaf: leaf.first_row - leaf.last_row):
        if all(leaf.last_row < one.first_row or leaf.first_row > one.last_row for one in chosen):
            chosen.append(leaf)
    return sorted(chosen, key=lambda leaf: leaf.first_row)


def _leaves(damaged: Path, size: int) -> Iterator[SchemaLeaf]:
    with damaged.open("rb") as file:
        number = 0
        while page := file.read(size):
            number += 1
            rows = schema_rows(page) if number > 1 and page[0] == _LEAF else []
            if rows:
                yield SchemaLeaf(number, min(rows), max(rows))


def schema_rows(page: bytes) -> list[int]:
    """The numbers of the rows of a leaf, none where one of them is no row of the table of tables."""
    rows: list[int] = []
    try:
        for cell in range(int.from_bytes(page[3:5], "big")):
            start = int.from_bytes(page[8 + 2 * cell : 10 + 2 * cell], "big")
            _length, at = read_varint(page, start)
            row, at = read_varint(page, at)
            if not _is_of_schema(page, at):
                return []
            rows.append(row)
    except IndexError:
        return []
    return rows


def _is_of_schema(page: bytes, at: int) -> bool:
    """Whether the record there has five columns, the first of which is a kind of thing in a schema."""
    length, first = read_varint(page, at)
    end = at + length
    types: list[int] = []
    while first < end and len(types) <= _COLUMNS:
        kind, first = read_varint(page, first)
        types.append(kind)
    if len(types) != _COLUMNS or types[0] < _TEXT_FROM or types[0] % 2 == 0:
        return False
    return page[end : end + (types[0] - _TEXT_FROM) // 2] in _KINDS


def read_varint(page: bytes, at: int) -> tuple[int, int]:
    """The number at a place, of seven bits a byte, and where it ends; raises IndexError."""
    value = 0
    for step in range(9):
        byte = page[at + step]
        if step == 8:
            return value << 8 | byte, at + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + step + 1
    raise IndexError(at)


def varint(value: int) -> bytes:
    """A number of up to 56 bits in that form."""
    parts = [value & 0x7F]
    while value := value >> 7:
        parts.append(value & 0x7F | 0x80)
    return bytes(reversed(parts))
