"""Tables: which hold data, and which only set a page."""

from collections.abc import Callable, Iterator

from selectolax.lexbor import LexborNode

from tuinews.extract.page.tree import attribute
from tuinews.model.document import Spans, Table
from tuinews.text import clean_line

MAX_ROWS, MAX_COLUMNS = 2_000, 60
_INNER_BLOCKS = "h1, h2, h3, h4, h5, h6, figure, blockquote, form, article, section, pre"

_PARTS = frozenset(("thead", "tbody", "tfoot", "tr", "caption"))
"""What a table is made of, one of which holds what else is in it."""

ReadCell = Callable[[LexborNode], Spans]
"""How the spans of a cell are read."""


def is_data(table: LexborNode) -> bool:
    """Whether a table holds data: two columns or more, and cells that hold lines rather than blocks."""
    if attribute(table, "role") in ("presentation", "none"):
        return False
    if any(part.css_first("table") is not None for part in _children(table) if part.tag in _PARTS):
        return False
    if table.css_first(_INNER_BLOCKS) is not None:
        return False
    rows = list(rows_of(table))
    widest = max((len(row) for row in rows), default=0)
    if widest < 2:
        return False
    if any(cell.tag == "th" for row in rows for cell in row):
        return True
    if len(rows) < 2 and not table.css_first("caption"):
        return False
    return table.css_first("img, iframe") is None and not any(
        len(cell.css("p")) > 3 for row in rows for cell in row
    )


def table_of(table: LexborNode, read: ReadCell) -> Table:
    """The table with its header row; a first row of `th` alone, or the rows of `thead`, is the header."""
    header: tuple[Spans, ...] = ()
    rows: list[tuple[Spans, ...]] = []
    hanging: list[int] = []
    for cells in rows_of(table):
        row = _spread(cells, read, hanging)
        if not any(row):
            continue
        if not header and not rows and cells and _is_header(cells):
            header = row
        else:
            rows.append(row)
        if len(rows) >= MAX_ROWS:
            break
    caption = table.css_first("caption")
    return Table(
        header, tuple(rows), clean_line(caption.text(separator=" ")) or None if caption is not None else None
    )


def rows_of(table: LexborNode) -> Iterator[list[LexborNode]]:
    """The cells of each row, nested tables left aside."""
    for group in _children(table):
        if group.tag == "tr":
            yield _cells(group)
        elif group.tag in ("thead", "tbody", "tfoot"):
            for row in _children(group):
                if row.tag == "tr":
                    yield _cells(row)


def _cells(row: LexborNode) -> list[LexborNode]:
    return [cell for cell in _children(row) if cell.tag in ("td", "th")]


def _spread(cells: list[LexborNode], read: ReadCell, hanging: list[int]) -> tuple[Spans, ...]:
    """The spans of a row, its columns in line with those of the others (WHATWG HTML, 4.9.12).

    A cell that spans more is followed by empty ones; `hanging` is, for each column, how many rows below are
    still covered from above.
    """
    row: list[Spans] = []

    def cover() -> None:
        while len(row) < min(len(hanging), MAX_COLUMNS) and hanging[len(row)] > 0:
            hanging[len(row)] -= 1
            row.append(())

    for cell in cells:
        cover()
        spans: Spans = read(cell)
        for _ in range(min(_span(cell, "colspan"), MAX_COLUMNS)):
            column = len(row)
            hanging.extend([0] * (column + 1 - len(hanging)))
            hanging[column] = _span(cell, "rowspan") - 1
            row.append(spans)
            spans = ()
    cover()
    return tuple(row)


def _span(cell: LexborNode, name: str) -> int:
    value = attribute(cell, name).strip()[:4]
    return max(1, int(value)) if value.isascii() and value.isdigit() else 1


def _is_header(cells: list[LexborNode]) -> bool:
    row = cells[0].parent
    group = row.parent if row is not None else None
    return all(cell.tag == "th" for cell in cells) or (group is not None and group.tag == "thead")


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.child
    while child is not None:
        yield child
        child = child.next
