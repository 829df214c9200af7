"""Keeps the data tables of a text whole: the line model sees each cell alone and drops the short ones."""

from collections import defaultdict

from tuinews.extract.article.body.lists import is_linked
from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.patterns import BESIDE_NAME

MOST_CELL_LINES = 3
"""Lines of one cell of a data table; a table with more is the layout of a page."""

_CELLS = frozenset(("td", "th"))


def table_lines(page_lines: PageLines, text: set[int]) -> set[int]:
    """Every line of the data tables of which half or more is kept, and of those among the paragraphs."""
    found: set[int] = set()
    first, last = min(text), max(text)
    boxes = {page_lines.parent[page_lines.lines[place].element] for place in text}
    inner = [
        element
        for element in page_lines.index.tagged("table")
        if page_lines.last[element] > first and page_lines.first[element] <= last
    ]
    for element in inner:
        places = range(page_lines.first[element], page_lines.last[element])
        kept = sum(place in text for place in places)
        among = first < places.start and places.stop - 1 < last and page_lines.parent[element] in boxes
        belongs = 2 * kept >= len(places) or (kept and among and _is_plain(page_lines, element))
        if belongs and kept < len(places) and _is_data(page_lines, element):
            found.update(places)
    return found


def _is_data(page_lines: PageLines, table: int) -> bool:
    """Whether a table holds data: no other table, and few lines in each cell."""
    cells: defaultdict[int, int] = defaultdict(int)
    for place in range(page_lines.first[table], page_lines.last[table]):
        element = page_lines.lines[place].element
        while element != table and page_lines.tag[element] not in _CELLS:
            if page_lines.tag[element] == "table":
                return False
            element = page_lines.parent[element]
        cells[element] += 1
    return all(count <= MOST_CELL_LINES for element, count in cells.items() if element != table)


def _is_plain(page_lines: PageLines, table: int) -> bool:
    """Whether a table has no name of something beside a text, and few links."""
    places = range(page_lines.first[table], page_lines.last[table])
    linked = sum(is_linked(page_lines, place) for place in places)
    return 2 * linked < len(places) and not BESIDE_NAME.matches(page_lines.names[table])
