"""Keeps definition lists (`dl`) inside the text, with all their terms and definitions.

Few articles have one, while shops and page headers have many, so the line model drops their lines. Here the place
decides: between two paragraphs, or after the last one and with sentences in it.
"""

import re
from collections.abc import Iterator, Sequence

from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.tags import Trait

MOST_LINKED = 0.3
"""Share of linked letters from which a list is one of links to other pages."""

LEAST_BESIDE, LEAST_CHANCE = 3, 0.2
"""Paragraphs beside a list at the end of a text that says no sentences, and the mean probability of its lines."""

LEAST_BLANKS = 2
"""Blanks in a definition without a figure that is more than the name of a section."""

_ENDS = frozenset(".!?…。！？؟।")
_PROSE = 40
"""Letters from which a text with the end of a sentence is a paragraph (as `PROSE` in `corrections`)."""

_APART = int(
    Trait.HIDDEN | Trait.ASIDE | Trait.FORM | Trait.NAVIGATION | Trait.FIGURE | Trait.CAPTION | Trait.FOOTER
)
_HEADING, _ARTICLE = int(Trait.HEADING), int(Trait.ARTICLE)
_BESIDE = re.compile(
    r"(?:^|[\s_#-])(?:related|recommend\w*|newsletter|promo\w*|advert\w*|ads?|sponsor\w*|teasers?|share|social|tags?|"
    r"meta|byline|author|breadcrumbs?|gallery(?:-\w+)?|comments?|pagination|products?|price)(?=$|[\s_-])",
    re.IGNORECASE,
)


def definition_lines(page_lines: PageLines, text: set[int], chances: Sequence[float]) -> set[int]:
    """The lines of the definition lists that belong to the kept lines `text`, with the heading directly above."""
    boxes = {page_lines.parent[page_lines.lines[place].element] for place in text}
    found: set[int] = set()
    for element, places in _lists(page_lines):
        kept = sum(place in text for place in places)
        if kept == len(places) or not _is_plain(page_lines, element, places):
            continue
        start = _with_heading(page_lines, text, places[0])
        in_box = page_lines.parent[element] in boxes
        ends = in_box and (
            _ends_likely(page_lines, text, element, places, chances)
            or _ends_article(page_lines, text, element, places)
        )
        if 2 * kept >= len(places) or (
            start - 1 in text and (ends or _belongs(page_lines, text, places, in_box=in_box))
        ):
            found.update(range(start, places.stop))
    return found


def _with_heading(page_lines: PageLines, text: set[int], start: int) -> int:
    """The first line of a list, or of the heading between it and the text before."""
    above = start - 1
    if above in text or above - 1 not in text:
        return start
    line = page_lines.lines[above]
    return above if page_lines.traits[line.element] & _HEADING and not line.linked else start


def _belongs(page_lines: PageLines, text: set[int], places: range, *, in_box: bool) -> bool:
    """Whether a list after kept text is text: before a paragraph, or with sentences in it."""
    if places.stop in text:
        return _is_prose(page_lines, places.stop) or _says_sentences(page_lines, places)
    return in_box and _says_sentences(page_lines, places)


def _ends_likely(
    page_lines: PageLines, text: set[int], element: int, places: range, chances: Sequence[float]
) -> bool:
    """Whether a list without links ends a text in the box of its paragraphs, and is no line of an imprint."""
    box = page_lines.parent[element]
    beside = sum(page_lines.parent[page_lines.lines[place].element] == box for place in text)
    return (
        places.start > max(text.difference(places))
        and beside >= LEAST_BESIDE
        and not any(page_lines.lines[place].links for place in places)
        and sum(chances[place] for place in places) >= LEAST_CHANCE * len(places)
    )


def _ends_article(page_lines: PageLines, text: set[int], element: int, places: range) -> bool:
    """Whether a list without a name and links ends the text in its `article`: what, when and where."""
    lines = [page_lines.lines[place] for place in places]
    told = [
        any(map(str.isdigit, line.text)) or line.text.count(" ") >= LEAST_BLANKS
        for line in lines
        if not _is_term(page_lines, line.element)
    ]
    return (
        places.start > max(text.difference(places))
        and bool(page_lines.traits[page_lines.parent[element]] & _ARTICLE)
        and not page_lines.names[element]
        and not any(page_lines.lines[place].links for place in places)
        and not any(places.start <= place < places.stop for place, _ in page_lines.times)
        and 2 * sum(told) >= len(told)
    )


def _lists(page_lines: PageLines) -> Iterator[tuple[int, range]]:
    """The outermost definition lists with lines, and their lines."""
    end = 0
    for element in page_lines.index.tagged("dl"):
        places = range(page_lines.first[element], page_lines.last[element])
        if places and places[0] >= end:
            end = places.stop
            yield element, places


def _is_plain(page_lines: PageLines, element: int, places: range) -> bool:
    """Whether a list has terms and definitions, few links, and no name or trait of something beside a text."""
    size = sum(page_lines.lines[place].size for place in places)
    if (
        sum(page_lines.lines[place].linked for place in places) >= MOST_LINKED * size
        or page_lines.traits[element] & _APART
    ):
        return False
    tags = {page_lines.tag[one] for one in _inside(page_lines, element)}
    return {"dt", "dd"} <= tags and not _BESIDE.search(page_lines.names[element])


def _inside(page_lines: PageLines, element: int) -> Iterator[int]:
    """The elements with lines in `element`; elements are in page order, children after their parent."""
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


def question_lines(page_lines: PageLines, kept: set[int]) -> set[int]:
    """The `summary` of each of several `details` that hold text: the questions to which they are the answers."""
    found = set()
    for element in page_lines.index.tagged("details"):
        first, last = page_lines.first[element], page_lines.last[element]
        asks = first + 1 < last and page_lines.tag[page_lines.lines[first].element] == "summary"
        if asks and not kept.isdisjoint(range(first + 1, last)):
            found.add(first)
    return found if len(found) > 1 else set()
