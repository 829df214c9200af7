"""Tables: which hold data, and which only set a page."""

from collections.abc import Callable, Iterator

from selectolax.lexbor import LexborNode

from tuinews.extract.tree import attribute
from tuinews.model.document import Spans, Table
from tuinews.text import clean_line

MAX_ROWS = 2_000
_INNER_BLOCKS = "h1, h2, h3, h4, h5, h6, figure, blockquote, form, article, section, pre"

ReadCell = Callable[[LexborNode], Spans]
"""How the spans of a cell are read."""


def is_data(table: LexborNode) -> bool:
    """Whether a table holds data: two columns or more, and cells that hold lines rather than blocks."""
    if attribute(table, "role") in ("presentation", "none") or table.css_first(_INNER_BLOCKS) is not None:
        return False
    if len(table.css("table")) > 1:
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
    for cells in rows_of(table):
        row = tuple(read(cell) for cell in cells)
        if not any(row):
            continue
        if not header and not rows and _is_header(cells):
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


def _is_header(cells: list[LexborNode]) -> bool:
    row = cells[0].parent
    group = row.parent if row is not None else None
    return all(cell.tag == "th" for cell in cells) or (group is not None and group.tag == "thead")


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.child
    while child is not None:
        yield child
        child = child.next
