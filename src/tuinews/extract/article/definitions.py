"""Definition lists: one that stands in the text is text, with all its terms and definitions.

Few articles hold one, shops and the heads of pages many, so that the line model takes their lines for furniture.
What a person sees is where the list stands: between two paragraphs, or under the last one with sentences in it.
"""

import re
from collections.abc import Iterator

from tuinews.extract.article.flow import Flow
from tuinews.extract.article.tags import Trait

MOST_LINKED = 0.3
"""Share of linked letters from which a list leads elsewhere."""

_ENDS = frozenset(".!?…。！？؟।")
_PROSE = 40
"""Letters of a paragraph beside a list, or of one sentence."""

_APART = int(
    Trait.HIDDEN | Trait.ASIDE | Trait.FORM | Trait.NAVIGATION | Trait.FIGURE | Trait.CAPTION | Trait.FOOTER
)
_HEADING = int(Trait.HEADING)
_BESIDE = re.compile(
    r"(?:^|[\s_#-])(?:related|recommend\w*|newsletter|promo\w*|advert\w*|ads?|sponsor\w*|teasers?|share|social|tags?|"
    r"meta|byline|author|breadcrumbs?|gallery(?:-\w+)?|comments?|pagination|products?|price)(?=$|[\s_-])",
    re.IGNORECASE,
)


def definition_lines(flow: Flow, text: set[int]) -> set[int]:
    """The lines of the definition lists that belong to the kept lines `text`, with the heading right above."""
    boxes = {flow.parent[flow.lines[place].element] for place in text}
    found: set[int] = set()
    for element, places in _lists(flow):
        kept = sum(place in text for place in places)
        if kept == len(places) or not _is_plain(flow, element, places):
            continue
        start = _with_heading(flow, text, places[0])
        in_box = flow.parent[element] in boxes
        if 2 * kept >= len(places) or (start - 1 in text and _belongs(flow, text, places, in_box=in_box)):
            found.update(range(start, places.stop))
    return found


def _with_heading(flow: Flow, text: set[int], start: int) -> int:
    """Where a list begins that has a heading between it and the text before."""
    above = start - 1
    if above in text or above - 1 not in text:
        return start
    line = flow.lines[above]
    return above if flow.traits[line.element] & _HEADING and not line.linked else start


def _belongs(flow: Flow, text: set[int], places: range, *, in_box: bool) -> bool:
    """Whether a list that follows kept text is text: in the middle of it, or at its end with sentences in it."""
    if places.stop in text:
        return _is_prose(flow, places.stop) or _says_sentences(flow, places)
    return in_box and _says_sentences(flow, places)


def _lists(flow: Flow) -> Iterator[tuple[int, range]]:
    """The outermost definition lists that hold lines, with these."""
    end = 0
    for element, tag in enumerate(flow.tag):
        places = range(flow.first[element], flow.last[element])
        if tag == "dl" and places and places[0] >= end:
            end = places.stop
            yield element, places


def _is_plain(flow: Flow, element: int, places: range) -> bool:
    """Whether a list has terms and definitions, leads nowhere else, and is nothing that stands beside a text."""
    size = sum(flow.lines[place].size for place in places)
    if sum(flow.lines[place].linked for place in places) >= MOST_LINKED * size or flow.traits[element] & _APART:
        return False
    tags = {flow.tag[one] for one in _inside(flow, element)}
    return {"dt", "dd"} <= tags and not _BESIDE.search(flow.names[element])


def _inside(flow: Flow, element: int) -> Iterator[int]:
    """The elements in `element` that hold lines; elements stand in page order, children behind their parent."""
    inside = {element}
    for one in range(element + 1, len(flow.tag)):
        if flow.parent[one] not in inside:
            return
        inside.add(one)
        if flow.first[one] < flow.last[one]:
            yield one


def _says_sentences(flow: Flow, places: range) -> bool:
    """Whether a definition is a sentence, and the greater part of the definitions ends as one."""
    lines = [flow.lines[place] for place in places if not _is_term(flow, flow.lines[place].element)]
    ends = [line for line in lines if line.text[-1] in _ENDS]
    return 2 * len(ends) >= len(lines) > 0 and any(line.size >= _PROSE for line in ends)


def _is_term(flow: Flow, element: int) -> bool:
    while flow.tag[element] not in ("dt", "dd", "dl"):
        element = flow.parent[element]
    return flow.tag[element] == "dt"


def _is_prose(flow: Flow, place: int) -> bool:
    line = flow.lines[place]
    return line.size >= _PROSE and line.text[-1] in _ENDS and line.linked < MOST_LINKED * line.size
