"""Definition lists: one that stands in the text is text, with all its terms and definitions.

Few articles hold one, shops and the heads of pages many, so that the line model takes their lines for furniture.
What a person sees is where the list stands: between two paragraphs, or under the last one with sentences in it.
"""

import re
from collections.abc import Iterator

from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.tags import Trait

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


def definition_lines(page_lines: PageLines, text: set[int]) -> set[int]:
    """The lines of the definition lists that belong to the kept lines `text`, with the heading right above."""
    boxes = {page_lines.parent[page_lines.lines[place].element] for place in text}
    found: set[int] = set()
    for element, places in _lists(page_lines):
        kept = sum(place in text for place in places)
        if kept == len(places) or not _is_plain(page_lines, element, places):
            continue
        start = _with_heading(page_lines, text, places[0])
        in_box = page_lines.parent[element] in boxes
        if 2 * kept >= len(places) or (start - 1 in text and _belongs(page_lines, text, places, in_box=in_box)):
            found.update(range(start, places.stop))
    return found


def _with_heading(page_lines: PageLines, text: set[int], start: int) -> int:
    """Where a list begins that has a heading between it and the text before."""
    above = start - 1
    if above in text or above - 1 not in text:
        return start
    line = page_lines.lines[above]
    return above if page_lines.traits[line.element] & _HEADING and not line.linked else start


def _belongs(page_lines: PageLines, text: set[int], places: range, *, in_box: bool) -> bool:
    """Whether a list that follows kept text is text: in the middle of it, or at its end with sentences in it."""
    if places.stop in text:
        return _is_prose(page_lines, places.stop) or _says_sentences(page_lines, places)
    return in_box and _says_sentences(page_lines, places)


def _lists(page_lines: PageLines) -> Iterator[tuple[int, range]]:
    """The outermost definition lists that hold lines, with these."""
    end = 0
    for element, tag in enumerate(page_lines.tag):
        places = range(page_lines.first[element], page_lines.last[element])
        if tag == "dl" and places and places[0] >= end:
            end = places.stop
            yield element, places


def _is_plain(page_lines: PageLines, element: int, places: range) -> bool:
    """Whether a list has terms and definitions, leads nowhere else, and is nothing that stands beside a text."""
    size = sum(page_lines.lines[place].size for place in places)
    if (
        sum(page_lines.lines[place].linked for place in places) >= MOST_LINKED * size
        or page_lines.traits[element] & _APART
    ):
        return False
    tags = {page_lines.tag[one] for one in _inside(page_lines, element)}
    return {"dt", "dd"} <= tags and not _BESIDE.search(page_lines.names[element])


def _inside(page_lines: PageLines, element: int) -> Iterator[int]:
    """The elements in `element` that hold lines; elements stand in page order, children behind their parent."""
    inside = {element}
    for one in range(element + 1, len(page_lines.tag)):
        if page_lines.parent[one] not in inside:
            return
        inside.add(one)
        if page_lines.first[one] < page_lines.last[one]:
            yield one


def _says_sentences(page_lines: PageLines, places: range) -> bool:
    """Whether a definition is a sentence, and the greater part of the definitions ends as one."""
    lines = [
        page_lines.lines[place] for place in places if not _is_term(page_lines, page_lines.lines[place].element)
    ]
    ends = [line for line in lines if line.text[-1] in _ENDS]
    return 2 * len(ends) >= len(lines) > 0 and any(line.size >= _PROSE for line in ends)


def _is_term(page_lines: PageLines, element: int) -> bool:
    while page_lines.tag[element] not in ("dt", "dd", "dl"):
        element = page_lines.parent[element]
    return page_lines.tag[element] == "dt"


def _is_prose(page_lines: PageLines, place: int) -> bool:
    line = page_lines.lines[place]
    return line.size >= _PROSE and line.text[-1] in _ENDS and line.linked < MOST_LINKED * line.size
