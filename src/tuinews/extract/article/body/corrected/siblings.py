"""What stands between kept lines and is of their kind: paragraphs of the same markup, subheads, quotations."""

from collections import Counter

from tuinews.extract.article.body.captions import caption_copies, is_caption
from tuinews.extract.article.body.corrected.signs import ENDS, TEASER
from tuinews.extract.article.body.lists import has_apart_trait, is_linked
from tuinews.extract.article.body.pictures import is_under_picture
from tuinews.extract.article.body.repetitions import is_called_quote
from tuinews.extract.page.letters import WIDE, WITHOUT_STOPS
from tuinews.extract.page.lines import PageLine, PageLines
from tuinews.extract.page.tags import Trait

_CAPTION, _HEADING, _QUOTE = int(Trait.CAPTION), int(Trait.HEADING), int(Trait.QUOTE)

LEAST_BETWEEN, LEAST_NEXT = 0.1, 0.25
"""Probability that a line needs between lines of its kind, and directly after the last of them, where less proves
that it belongs to the text."""

LEAST_BOXED, LINES_OF_BOX = 0.3, 3
"""Probability that a sentence needs in a box of its own between kept siblings of the box, and lines of the box."""

LEAST_SUBHEAD, SHORT_SENTENCE = 0.25, 12
"""Probability that a heading needs between kept lines; those of boxes with related articles have less. And letters
of a sentence under one that is so likely."""

LONGEST_BOLD = 30
"""Letters of a line in ideographs and in bold that is a heading."""

SAME_HEADINGS = 2
"""Kept headings of the same tag and names from which another one is a heading of the text, however unlikely."""

LEAST_ALIKE, MOST_STEPS = 4, 2
"""Kept lines in elements of one name from which the next is text, and links behind which a text may go on."""

PROSE, WIDE_PROSE = 40, 20
"""Letters from which a line with the end of a sentence is prose, and those in ideographs; shorter ones are labels
and buttons too."""


def siblings(page_lines: PageLines, text: set[int], chances: list[float]) -> set[int]:
    """Prose with the markup of kept lines, between them or directly after the last; quotes between them."""
    kinds = {_kind(page_lines, place) for place in text}
    last = max(text)
    found = {
        place
        for place in range(min(text) + 1, last)
        if place not in text
        and (
            (chances[place] >= LEAST_BETWEEN and _is_prose(page_lines, place, kinds))
            or (chances[place] >= LEAST_BETWEEN and _is_quoted(page_lines, place))
            or (chances[place] >= LEAST_BOXED and _is_boxed(page_lines, place, text))
        )
    }
    if found:
        found -= caption_copies(page_lines, sorted(found))
    steps, boxes = 0, {kind[0] for kind in kinds}
    for place in range(last + 1, len(page_lines.lines)):
        if chances[place] >= LEAST_NEXT and (
            _is_prose(page_lines, place, kinds) or _is_like_others(page_lines, place, text)
        ):
            found.add(place)
        elif not is_caption(page_lines, place):
            steps += 1
            if steps > MOST_STEPS or _kind(page_lines, place)[0] not in boxes or not is_linked(page_lines, place):
                break
    return found


def subheads(page_lines: PageLines, text: set[int], chances: list[float]) -> set[int]:
    """Headings without a link directly above kept text and below other kept text."""
    first = min(text)
    known = Counter(
        _kind(page_lines, place)[1:]
        for place in text
        if page_lines.traits[page_lines.lines[place].element] & _HEADING
    )
    return {
        place - 1
        for place in text
        if place - 1 > first
        and place - 1 not in text
        and (
            chances[place - 1] >= LEAST_SUBHEAD
            or known[_kind(page_lines, place - 1)[1:]] >= SAME_HEADINGS
            or _is_between_siblings(page_lines, place, text)
        )
        and _is_heading(page_lines, place - 1, chances)
        and not page_lines.lines[place - 1].linked
        and not (page_lines.lines[place - 1].pictures and is_under_picture(page_lines, place - 1, in_text=True))
        and (
            _is_sentence(page_lines, place)
            or page_lines.lines[place].text[-1] in ":："
            or (chances[place - 1] >= LEAST_SUBHEAD and _is_short_sentence(page_lines.lines[place]))
        )
    }


def _is_heading(page_lines: PageLines, place: int, chances: list[float]) -> bool:
    """Whether a line is a heading; in ideographs a short line in bold that may be text is one, too."""
    line = page_lines.lines[place]
    traits = page_lines.traits[line.element] & (_HEADING | _CAPTION)
    if traits or chances[place] < LEAST_SUBHEAD:
        return traits == _HEADING
    return line.size <= LONGEST_BOLD and line.is_bold and WIDE.search(line.text) is not None


def _is_short_sentence(line: PageLine) -> bool:
    """Whether a line is a few words with a stop, as an answer below its question is."""
    return line.size >= SHORT_SENTENCE and line.text[-1] in ".。؟।" and not line.links


def _is_between_siblings(page_lines: PageLines, place: int, text: set[int]) -> bool:
    """Whether the heading above a line stands with it in one element, in which kept text stands before both.

    What introduces a list of other articles has a box of its own, or is followed by links.
    """
    if place - 2 not in text:
        return False
    lines, above = page_lines.lines, page_lines.parent
    box = above[lines[place].element]
    return above[lines[place - 1].element] == box and page_lines.first[box] <= place - 2


def first_subhead(page_lines: PageLines, first: int, chances: list[float]) -> set[int]:
    """The heading above the first paragraph, in the box of the text and not in that of the headline."""
    place = first - 1
    if not 0 <= page_lines.h1 < place or chances[place] < LEAST_SUBHEAD or page_lines.lines[place].linked:
        return set()
    element = page_lines.lines[place].element
    box = page_lines.parent[element]
    beside = box == page_lines.parent[page_lines.lines[first].element]
    below = box > 0 and page_lines.first[box] > page_lines.h1
    heading = page_lines.traits[element] & (_HEADING | _CAPTION) == _HEADING
    return {place} if heading and beside and below and _is_sentence(page_lines, first) else set()


def _is_prose(page_lines: PageLines, place: int, kinds: set[tuple[int, str, str]]) -> bool:
    kind = _kind(page_lines, place)
    plain = kind[1] == "p" or (kind[1:] == ("div", "") and not is_caption(page_lines, place, in_text=True))
    return plain and kind in kinds and _is_sentence(page_lines, place)


def _is_boxed(page_lines: PageLines, place: int, text: set[int]) -> bool:
    """Whether a sentence is alone in a box that stands between kept paragraphs: a note, a call-out."""
    line = page_lines.lines[place]
    if (
        line.linked
        or line.text[-1] not in ENDS
        or has_apart_trait(page_lines, place)
        or is_caption(page_lines, place)
    ):
        return False
    box = line.element if page_lines.tag[line.element] != "p" else page_lines.parent[line.element]
    while box >= 0:
        above = page_lines.parent[box]
        first, last = page_lines.first[box], page_lines.last[box]
        if last - first > LINES_OF_BOX or any(one.linked or one.pictures for one in page_lines.lines[first:last]):
            return False
        if page_lines.names[box] and TEASER.matches(page_lines.names[box]):
            return False
        if first - 1 in text and last in text:
            return all(page_lines.parent[page_lines.lines[one].element] == above for one in (first - 1, last))
        box = above
    return False


def _is_like_others(page_lines: PageLines, place: int, text: set[int]) -> bool:
    """Whether a sentence is in an element called as those of several kept lines, with a box of its own each."""
    names = page_lines.names[page_lines.lines[place].element]
    if not names or not _is_sentence(page_lines, place):
        return False
    same = (page_lines.names[page_lines.lines[other].element] == names for other in text)
    return sum(same) >= LEAST_ALIKE


def _is_quoted(page_lines: PageLines, place: int) -> bool:
    quoted = page_lines.traits[page_lines.lines[place].element] & _QUOTE or is_called_quote(page_lines, place)
    return bool(quoted) and _is_sentence(page_lines, place)


def _kind(page_lines: PageLines, place: int) -> tuple[int, str, str]:
    """The markup of a line: the parent of its element, and the tag and names of its element."""
    element = page_lines.lines[place].element
    return page_lines.parent[element], page_lines.tag[element], page_lines.names[element]


def _is_sentence(page_lines: PageLines, place: int) -> bool:
    line = page_lines.lines[place]
    return (
        (line.size >= PROSE or (line.size >= WIDE_PROSE and WIDE.search(line.text) is not None))
        and (line.text[-1] in ENDS or WITHOUT_STOPS.search(line.text) is not None)
        and not is_linked(page_lines, place)
        and not has_apart_trait(page_lines, place)
    )
