"""Tables in which one cell with the day stands beside several rows (`rowspan`)."""

from bisect import bisect_left

from tuinews.extract.listing.outline import Outline
from tuinews.extract.listing.records.page_dates import DateReader
from tuinews.model.when import When

_MOST_ROWS = 500
"""Rows that one cell may stand beside."""

_MOST_LETTERS = 50
"""Characters of a cell that holds a day."""


def table_days(outline: Outline, links: list[int], reader: DateReader) -> dict[int, When]:
    """The dates of those of `links`, in page order, that stand in such rows."""
    dates: dict[int, When] = {}
    for cell in outline.nodes:
        rows = (cell.attributes.get("rowspan") or "").strip() if cell.tag in ("td", "th") else ""
        if not rows.isdecimal() or not 1 < int(rows[:4]) <= _MOST_ROWS or cell.parent < 0:
            continue
        text = outline.text(cell.index)
        found = reader.read(text) if len(text) <= _MOST_LETTERS else None
        if found is not None:
            for link in links[
                bisect_left(links, cell.end) : bisect_left(links, _end(outline, cell.parent, int(rows)))
            ]:
                dates.setdefault(link, found)
    return dates


def _end(outline: Outline, row: int, rows: int) -> int:
    """The node behind so many rows, the first of which is `row`."""
    parent, end = outline.nodes[row].parent, outline.nodes[row].end
    for _ in range(rows - 1):
        if end >= len(outline.nodes) or outline.nodes[end].parent != parent:
            break
        end = outline.nodes[end].end
    return end
