"""Tables: aligned columns where they fit; else columns that scroll sideways, or one record a row of the table.

A record has a line for each cell, "header: value". What is only somewhat wider than the page scrolls; what is much
wider, or stands in few cells, is easier to read in records.
"""

import re
from dataclasses import replace
from itertools import accumulate, zip_longest

from tuinews.model.document import Spans, Table
from tuinews.typeset.cells import fitting, width
from tuinews.typeset.pieces import Overflow, Piece, Role
from tuinews.typeset.styled_text import Links, Row, StyledText, TextStyle

_GAP = "  "
_MAX_WORD = 16
"""Cells of a word that a column keeps whole; a longer one may be broken."""

_MIN_COLUMN = 8
"""Cells that a column has at least, where its words fill them."""

_SCROLLED_COLUMN = 24
"""Cells of a column of a table that scrolls, where its words need no more."""

_SCROLLED_FROM, _PAGES = 40, 2.5
"""Cells of a page from which a table may scroll, and how many pages wide it may be."""

_NUMBER = re.compile(r"[-+−±]?[$€£¥]?\d[\d.,\s]*(?:%|‰|[₫đ€$])?")

_NO_CELLS = ("\n",)
"""The `cell_joints` of a line that only sets the rows of a table apart."""

Cells = list[StyledText]


def set_table(table: Table, limit: int, links: Links, overflow: Overflow = Overflow.WRAP) -> list[Row]:
    """`table` in rows of at most `limit` cells, but where it scrolls."""
    header = [_flow(cell, Role.TABLE_HEADER, links) for cell in table.header]
    body = [[_flow(cell, Role.TABLE_CELL, links) for cell in row] for row in table.rows if row]
    columns = max((len(row) for row in [header, *body]), default=0)
    rows: list[Row] = []
    if table.caption:
        caption = StyledText()
        caption.add_text(table.caption, TextStyle(Role.TABLE_CAPTION))
        rows += caption.wrap(limit)
    if not columns:
        return rows
    measured = _measured([header, *body], columns)
    widths = _column_widths(*measured, limit)
    if widths is not None:
        return rows + _grid(header, body, widths)
    widths = _scrolling_widths(*measured, limit) if overflow is Overflow.SCROLL else None
    if widths is None:
        return rows + _records(header, body, limit)
    return rows + _scrolling(_grid(header, body, widths), widths, limit)


def _flow(spans: Spans, role: Role, links: Links) -> StyledText:
    flow = StyledText()
    flow.add_spans(spans, role, links)
    return flow


def _column_widths(natural: list[int], least: list[int], limit: int) -> list[int] | None:
    """The width of each column, or None if the table cannot be read in `limit` cells."""
    room = limit - len(_GAP) * (len(natural) - 1)
    if sum(natural) <= room:
        return natural
    if sum(least) > room:
        return None
    return _shared(natural, least, room)


def _measured(rows: list[Cells], columns: int) -> tuple[list[int], list[int]]:
    """The cells of each column where nothing wraps, and those that it has at least."""
    natural, least = [1] * columns, [1] * columns
    for row in rows:
        for index, cell in enumerate(row):
            text = cell.text
            full = max(width(line) for line in text.split("\n"))
            longest = max((width(word) for word in text.split()), default=1)
            natural[index] = max(natural[index], full)
            least[index] = max(least[index], min(longest, _MAX_WORD), min(full, _MIN_COLUMN))
    return natural, least


def _scrolling_widths(natural: list[int], least: list[int], limit: int) -> list[int] | None:
    """The width of each column of a table that scrolls, or None if records are easier to read."""
    widths = [min(full, max(low, _SCROLLED_COLUMN)) for full, low in zip(natural, least, strict=True)]
    wide = sum(widths) + len(_GAP) * (len(widths) - 1)
    return widths if limit >= _SCROLLED_FROM and wide <= _PAGES * limit else None


def _scrolling(rows: list[Row], widths: list[int], limit: int) -> list[Row]:
    """The rows of a table that scrolls; its first column stays where it leaves room enough for the others."""
    wide = sum(widths) + len(_GAP) * (len(widths) - 1)
    stays = widths[0] + len(_GAP) if widths[0] + len(_GAP) <= limit // 3 else 0
    starts = accumulate((size + len(_GAP) for size in widths), initial=0)
    stops = tuple(start - stays for start in starts if start >= stays)
    return [replace(row, wide=wide, fixed=fitting(_text(row), stays), stops=stops) for row in rows]


def _text(row: Row) -> str:
    return "".join(piece.text for piece in row.pieces)


def _shared(natural: list[int], least: list[int], room: int) -> list[int]:
    """`room` shared out: each column its least, the rest in proportion to what it still wants."""
    wanted = sum(natural) - sum(least)
    spare = room - sum(least)
    widths = [low + (full - low) * spare // wanted for full, low in zip(natural, least, strict=True)]
    for index in sorted(range(len(widths)), key=lambda i: widths[i] - natural[i])[: room - sum(widths)]:
        widths[index] += 1
    return widths


def _grid(header: Cells, body: list[Cells], widths: list[int]) -> list[Row]:
    right = [_is_numeric(body, column) for column in range(len(widths))]
    rows: list[Row] = []
    if any(cell.text.strip() for cell in header):
        rows += _grid_row(header, widths, right)
        rule = Piece("  ".join("─" * size for size in widths), Role.TABLE_RULE)
        rows.append(Row([rule], cell_joints=_NO_CELLS))
    blocks = [_grid_row(cells, widths, right) for cells in body]
    # Where most rows wrap, the eye needs a blank row to tell them apart.
    airy = sum(len(block) > 1 for block in blocks) * 2 > len(blocks)
    for number, block in enumerate(blocks):
        if airy and number:
            rows.append(Row(cell_joints=_NO_CELLS))
        rows += block
    return rows


def _grid_row(cells: Cells, widths: list[int], right: list[bool]) -> list[Row]:
    """One row of the table: its cells wrapped, side by side."""
    wrapped = [cell.wrap(size) for cell, size in zip(cells, widths, strict=False)]
    rows: list[Row] = []
    for line in zip_longest(*wrapped):
        pieces: list[Piece] = []
        owed = columns = 0
        for column, row in enumerate(line):
            used = sum(width(piece.text) for piece in row.pieces) if row else 0
            free = widths[column] - used
            before = owed + (free if right[column] else 0)
            if row:
                if before:
                    pieces.append(Piece(" " * before, Role.TABLE_GAP, source="\t" * columns))
                pieces += row.pieces
                columns = 0
                owed = len(_GAP) + (0 if right[column] else free)
            else:
                owed += widths[column] + len(_GAP)
            columns += 1
        rows.append(Row(pieces, " ", tuple(row.joint if row else "\n" for row in line)))
    if rows:
        rows[-1].joint = "\n"
    return rows


def _is_numeric(body: list[Cells], column: int) -> bool:
    texts = [row[column].text.strip() for row in body if column < len(row)]
    filled = [text for text in texts if text]
    return bool(filled) and all(_NUMBER.fullmatch(text) for text in filled)


def _records(header: Cells, body: list[Cells], limit: int) -> list[Row]:
    """Each row of the table as lines of its own, the header's words before each value."""
    rows: list[Row] = []
    if not body and header:
        body, header = [header], []
    for number, cells in enumerate(body):
        if number:
            rows.append(Row([Piece("─" * min(8, limit), Role.TABLE_RULE)]))
        for column, cell in enumerate(cells):
            if not cell.text.strip():
                continue
            label = header[column].text.strip() if column < len(header) else ""
            flow = StyledText()
            if label:
                flow.add(f"{label}: ", TextStyle(Role.TABLE_HEADER))
            flow.extend(cell)
            rows += flow.wrap(limit)
    return rows
