"""The lead: the standfirst between headline and text, in whatever element the page sets it."""

import re

from tuinews.extract.article.captions import is_caption
from tuinews.extract.article.flow import Flow
from tuinews.extract.rules import LEAD_NAME

LONGEST_LEAD = 900
MOST_LINES = 12
LEAST_CHANCE = 0.15
"""Probability under which not even a line that is called a standfirst is one."""


def lead_of(flow: Flow, kept: list[int], chances: list[float], description: str) -> int | None:
    """The line of the lead, None where the page has none that is told apart from its text."""
    if not kept:
        return None
    start, stop = max(flow.h1 + 1, 0), kept[0]
    places = list(range(max(start, stop - MOST_LINES), stop)) if 0 <= flow.h1 < stop else []
    wanted = _key(description)
    places = [place for place in places if chances[place] >= LEAST_CHANCE and not is_caption(flow, place)]
    for place in [*kept[:2], *places]:
        line = flow.lines[place]
        if 30 <= line.size <= LONGEST_LEAD and line.linked < 0.4 * line.size and _is_named(flow, place):
            return place
    if len(kept) > 1 and _stands_apart(flow, kept[0], kept[1]):
        places = [*places, kept[0]]
    for place in places:
        line = flow.lines[place]
        if 40 <= line.size <= LONGEST_LEAD and wanted and _key(line.text)[:60] == wanted[:60]:
            return place
    return None


def _stands_apart(flow: Flow, first: int, second: int) -> bool:
    """Whether the first line of the text lies in another box than the second."""
    one, other = flow.lines[first].element, flow.lines[second].element
    return flow.parent[one] != flow.parent[other] and one != other


def _is_named(flow: Flow, place: int) -> bool:
    element = flow.lines[place].element
    for _ in range(2):
        if element < 0:
            return False
        if flow.names[element] and LEAD_NAME.search(flow.names[element]):
            return True
        element = flow.parent[element]
    return False


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
