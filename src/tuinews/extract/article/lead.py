"""The lead: the standfirst between headline and text, in whatever element the page sets it."""

import re

from tuinews.extract.article.body.captions import is_caption
from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.patterns import LEAD_NAME

LONGEST_LEAD = 900
MOST_LINES = 12
LEAST_CHANCE = 0.15
"""Probability under which not even a line that is called a standfirst is one."""


def lead_of(page_lines: PageLines, kept: list[int], chances: list[float], description: str) -> int | None:
    """The line of the lead, None where the page has none that is told apart from its text."""
    if not kept:
        return None
    start, stop = max(page_lines.h1 + 1, 0), kept[0]
    places = list(range(max(start, stop - MOST_LINES), stop)) if 0 <= page_lines.h1 < stop else []
    wanted = _key(description)
    places = [place for place in places if chances[place] >= LEAST_CHANCE and not is_caption(page_lines, place)]
    for place in [*kept[:2], *places]:
        line = page_lines.lines[place]
        if 30 <= line.size <= LONGEST_LEAD and line.linked < 0.4 * line.size and _is_named(page_lines, place):
            return place
    if len(kept) > 1 and _stands_apart(page_lines, kept[0], kept[1]):
        places = [*places, kept[0]]
    for place in places:
        line = page_lines.lines[place]
        if 40 <= line.size <= LONGEST_LEAD and wanted and _key(line.text)[:60] == wanted[:60]:
            return place
    return None


def _stands_apart(page_lines: PageLines, first: int, second: int) -> bool:
    """Whether the first line of the text lies in another box than the second."""
    one, other = page_lines.lines[first].element, page_lines.lines[second].element
    return page_lines.parent[one] != page_lines.parent[other] and one != other


def _is_named(page_lines: PageLines, place: int) -> bool:
    element = page_lines.lines[place].element
    for _ in range(2):
        if element < 0:
            return False
        if page_lines.names[element] and LEAD_NAME.search(page_lines.names[element]):
            return True
        element = page_lines.parent[element]
    return False


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
