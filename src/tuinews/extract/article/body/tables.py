"""Keeps the data tables of a text whole: the line model sees each cell alone and drops the short ones.

What a table holds tells more than its cells do: rows of few words, not one link each. Where it stands is told by
the box of the text: between its paragraphs, or directly before the first and behind the last of them.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence

from tuinews.extract.article.body.lists import is_linked
from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.patterns import BESIDE_NAME
from tuinews.extract.page.tags import Trait

MOST_CELL_LINES = 3
"""Lines of one cell of a data table; a table with more is the layout of a page."""

LEAST_CHANCE = 0.06
"""Mean probability of its cells from which a table in the box of the text is text; widgets and tables of links
have .02 to .05 as a rule, the data of articles .07 and more (of 471 tables of seven corpora)."""

LEAST_ROWS = 2
"""Rows that make a table one of data."""

LEAST_BESIDE = 2
"""Kept lines beside a table in its box, from which that is the box of the text."""

MOST_BETWEEN, LONGEST_HEADING = 2, 120
"""Lines between the text and a table at its end, its heading and what it is of, and letters of such a line."""

SCATTERED = 2
"""Cells of a table for each that is kept, from which these stand there by chance."""

LEAST_SERIES, LONGEST_LABEL = 3, 30
"""Rows of one kind, each in a box, that are a table without its tags, and letters of the label of one."""

_CELLS = frozenset(("td", "th"))
_ROWS = frozenset(("div", "li", "section"))
_CAPTION = int(Trait.CAPTION | Trait.FIGURE)
_APART = int(Trait.HIDDEN | Trait.ASIDE | Trait.FORM | Trait.NAVIGATION | Trait.FOOTER)


def table_lines(page_lines: PageLines, text: set[int], chances: Sequence[float]) -> set[int]:
    """Every line of the data tables that belong to the text, with the heading that leads to one at its end."""
    tables = page_lines.index.tagged("table")
    found: set[int] = set()
    if not tables:
        return found
    every = set(text)
    for element in tables:
        places = range(page_lines.first[element], page_lines.last[element])
        kept = sum(place in text for place in places)
        if kept == len(places) or not _is_data(page_lines, element):
            continue
        if 2 * kept >= len(places):
            found.update(places)
        elif _is_plain(page_lines, element) and (kept or _is_likely(chances, places) or _is_between(text, places)):
            found.update(_placed(page_lines, every.difference(places), element, places))
        every |= found
    return found


def scattered_cells(page_lines: PageLines, text: set[int]) -> set[int]:
    """The few kept cells of tables of data that are none of the text, of which no sentence can be made."""
    found: set[int] = set()
    for element in page_lines.index.tagged("table"):
        places = range(page_lines.first[element], page_lines.last[element])
        kept = [place for place in places if place in text]
        if 0 < SCATTERED * len(kept) <= len(places) and _is_data(page_lines, element):
            found.update(place for place in kept if page_lines.lines[place].size <= LONGEST_HEADING)
    return found


def in_data_table(page_lines: PageLines, place: int) -> bool:
    """Whether a line is a cell of a table of data."""
    element = page_lines.lines[place].element
    if not page_lines.traits[element] & Trait.TABLE:
        return False
    while element > 0 and page_lines.tag[element] != "table":
        element = page_lines.parent[element]
    return page_lines.tag[element] == "table" and _is_data(page_lines, element)


def _is_data(page_lines: PageLines, table: int) -> bool:
    """Whether a table holds data: no other table, two rows or more of cells, and few lines in each cell."""
    known = page_lines.data_tables.get(table)
    if known is None:
        known = page_lines.data_tables[table] = _holds_data(page_lines, table)
    return known


def _holds_data(page_lines: PageLines, table: int) -> bool:
    cells: defaultdict[int, int] = defaultdict(int)
    for place in range(page_lines.first[table], page_lines.last[table]):
        element = page_lines.lines[place].element
        while element != table and page_lines.tag[element] not in _CELLS:
            if page_lines.tag[element] == "table":
                return False
            element = page_lines.parent[element]
        cells[element] += 1
    cells.pop(table, None)
    rows = Counter(page_lines.parent[cell] for cell in cells)
    wide = sum(number > 1 for number in rows.values())
    return wide >= LEAST_ROWS and all(count <= MOST_CELL_LINES for count in cells.values())


def _is_plain(page_lines: PageLines, table: int) -> bool:
    """Whether a table has no name of something beside a text, and few links."""
    places = range(page_lines.first[table], page_lines.last[table])
    linked = sum(is_linked(page_lines, place) for place in places)
    return 2 * linked < len(places) and not BESIDE_NAME.matches(page_lines.names[table])


def _is_likely(chances: Sequence[float], places: range) -> bool:
    return sum(chances[place] for place in places) >= LEAST_CHANCE * len(places)


def _is_between(text: set[int], places: range) -> bool:
    """Whether the lines before and behind a table are text."""
    return places.start - 1 in text and places.stop in text


def _placed(page_lines: PageLines, text: set[int], table: int, places: range) -> range:
    """The lines of a table in the box of the text, from its heading on; none where it stands elsewhere."""
    nowhere = range(0)
    if not text:
        return nowhere
    first, last = min(text), max(text)
    before, after = first < places.start, places.stop - 1 < last
    box = page_lines.parent[table]
    while box > 0 and not _holds_text(page_lines, text, box, places):
        if page_lines.names[box] and BESIDE_NAME.matches(page_lines.names[box]):
            return nowhere
        box = page_lines.parent[box]
    if page_lines.traits[table] & _APART or _beside(page_lines, text, box) < LEAST_BESIDE:
        return nowhere
    if before and after:
        return places
    if before:
        return range(last + 1, places.stop) if _leads_on(page_lines, range(last + 1, places.start)) else nowhere
    return places if _leads_on(page_lines, range(places.stop, first)) else nowhere


def _holds_text(page_lines: PageLines, text: set[int], box: int, but: range) -> bool:
    inside = range(page_lines.first[box], page_lines.last[box])
    return any(place in text for place in inside if place not in but)


def _beside(page_lines: PageLines, text: set[int], box: int) -> int:
    """How many kept lines are children of a box, or stand in one of its own each."""
    parent = page_lines.parent
    above = [parent[page_lines.lines[place].element] for place in text]
    boxed = {one for one in above if one >= 0 and parent[one] == box}
    return sum(one == box for one in above) + len(boxed)


def _leads_on(page_lines: PageLines, between: range) -> bool:
    """Whether nothing but short lines without links stands between a table and the text."""
    lines = page_lines.lines[between.start : between.stop]
    return len(lines) <= MOST_BETWEEN and all(not line.links and line.size <= LONGEST_HEADING for line in lines)


def row_lines(page_lines: PageLines, text: set[int]) -> set[int]:
    """The short lines of rows that boxes set, a time and what happens then, of which half or more is kept."""
    kept: defaultdict[tuple[int, str], set[int]] = defaultdict(set)
    for place in text:
        line = page_lines.lines[place]
        row = page_lines.parent[line.element]
        if line.size <= LONGEST_HEADING and row > 0 and page_lines.tag[row] in _ROWS and page_lines.names[row]:
            kept[(page_lines.parent[row], page_lines.names[row])].add(row)
    found: set[int] = set()
    for (box, name), some in kept.items():
        if len(some) < LEAST_ROWS or BESIDE_NAME.matches(name):
            continue
        rows = [one for one in page_lines.index.elements(frozenset((name,))) if page_lines.parent[one] == box]
        if len(rows) >= LEAST_SERIES and 2 * len(some) >= len(rows):
            found.update(_of_rows(page_lines, text, rows))
    return found


def _of_rows(page_lines: PageLines, text: set[int], rows: list[int]) -> set[int]:
    """The lines of rows that are not kept, short and no links, of kinds that each row has; none of boxes."""
    ranges = [range(page_lines.first[row], page_lines.last[row]) for row in rows]
    if any(len(places) > MOST_CELL_LINES for places in ranges):
        return set()
    every = [place for places in ranges for place in places]
    kinds = Counter(page_lines.tag_and_names(place) for place in every)
    return {
        place
        for place in every
        if place not in text
        and kinds[page_lines.tag_and_names(place)] == len(rows)
        and page_lines.lines[place].size <= LONGEST_LABEL
        and not page_lines.lines[place].links
        and not page_lines.traits[page_lines.lines[place].element] & (_APART | _CAPTION)
    }
