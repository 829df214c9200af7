"""The lead: the standfirst between headline and text, in whichever element it is."""

import re

from tuinews.extract.article.body.captions import is_caption
from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.patterns import LEAD_NAME

LONGEST_LEAD = 900
"""Letters of a lead; a longer one is the article itself in an element called "summary"."""

LEAST_NAMED, LEAST_DESCRIBED = 30, 40
"""Letters from which a line is a lead by the name of its element, and by the page's description; shorter ones are
labels, and descriptions of so few letters repeat the title."""

MOST_LINKED = 0.4
"""Share of linked letters from which a line is a list of links and no lead."""

SAME_LETTERS = 60
"""Letters at the beginning of a line that must agree with the description; sites cut the end of it off."""

MOST_LINES = 12
"""Lines between headline and text: byline, date, share buttons, the lead."""

FIRST_LINES = 2
"""Lines at the beginning of the text among which the lead may be, by the name of its element."""

NAME_HEIGHT = 2
"""Elements around a line whose names are looked at: its own and the next."""

LEAST_CHANCE = 0.15
"""Probability of being text that a lead needs, whatever its element is called; as `GENEROUS` in `body`."""


def lead_of(page_lines: PageLines, kept: list[int], chances: list[float], description: str) -> int | None:
    """The line of the lead, None if the page has none that differs from the other text."""
    if not kept:
        return None
    start, stop = max(page_lines.h1 + 1, 0), kept[0]
    places = list(range(max(start, stop - MOST_LINES), stop)) if 0 <= page_lines.h1 < stop else []
    wanted = _key(description)
    places = [place for place in places if chances[place] >= LEAST_CHANCE and not is_caption(page_lines, place)]
    for place in [*kept[:FIRST_LINES], *places]:
        line = page_lines.lines[place]
        if (
            LEAST_NAMED <= line.size <= LONGEST_LEAD
            and line.linked < MOST_LINKED * line.size
            and _is_named(page_lines, place)
        ):
            return place
    if len(kept) > 1 and _stands_apart(page_lines, kept[0], kept[1]):
        places = [*places, kept[0]]
    for place in places:
        line = page_lines.lines[place]
        if (
            LEAST_DESCRIBED <= line.size <= LONGEST_LEAD
            and wanted
            and _key(line.text)[:SAME_LETTERS] == wanted[:SAME_LETTERS]
        ):
            return place
    return None


def _stands_apart(page_lines: PageLines, first: int, second: int) -> bool:
    """Whether the first line of the text is in another element than the second."""
    one, other = page_lines.lines[first].element, page_lines.lines[second].element
    return page_lines.parent[one] != page_lines.parent[other] and one != other


def _is_named(page_lines: PageLines, place: int) -> bool:
    element = page_lines.lines[place].element
    for _ in range(NAME_HEIGHT):
        if element < 0:
            return False
        if page_lines.names[element] and LEAD_NAME.search(page_lines.names[element]):
            return True
        element = page_lines.parent[element]
    return False


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
