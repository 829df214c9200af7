"""Recognizes captions: lines that belong to a picture and not to the text."""

import re
from bisect import bisect_left

from tuinews.extract.article.authors.authorship import begins_with_authorship
from tuinews.extract.article.blocks.credits import begins_as_credit
from tuinews.extract.article.body.pictures import is_under_picture
from tuinews.extract.dates import is_only_a_date
from tuinews.extract.page.letters import FIGURE
from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.names import holds_caption
from tuinews.extract.page.tags import Trait

_SHOWN = "img, picture, video, audio, iframe, canvas, svg, object, embed, table, [style*='url(']"
"""What a figure may show."""

_FIGURE = int(Trait.FIGURE)
_CAPTION = int(Trait.CAPTION)
_HEADING = int(Trait.HEADING)

LINKED = 0.8
"""Share of linked letters from which a line with the words of an alt text is the title of another article."""

NEAR = 30
"""Lines before and after the text within which a picture, and so its caption, may belong to the article."""

LEAST_BLANKS = 4
"""Blanks in a line above the text from which it tells something of a picture and is no name beside a portrait."""

ABOVE_H1 = 4
"""Lines above the headline in which the first picture of an article may be."""

LEAST_REPEATED = 20
"""Letters above which a line that repeats an alt text does so on purpose; shorter ones are names and labels."""

BESIDE, LONGEST_CREDIT = 4, 40
"""Lines around a caption among which a copy of it stands, and letters that it may lack at its end."""

NAME_HEIGHT = 3
"""Elements around a line whose names are looked at."""

_READING_TIME = re.compile(
    r"\D{0,20}\d{1,3}\W{0,2}(?:min|phút|分)\w*\W*(?:read\w*|de lecture|lesezeit|đọc)?\W*", re.IGNORECASE
)

COMPARED = 300
"""Letters of an alt text that are kept and compared (as in `page.lines`)."""


def caption_nodes(page_lines: PageLines, kept: list[int]) -> frozenset[int]:
    """The text nodes of all lines that are captions and not kept as text."""
    text = set(kept)
    headline = page_lines.lines[page_lines.h1].text if page_lines.h1 >= 0 else ""
    near = range(max(0, kept[0] - NEAR), min(len(page_lines.lines), kept[-1] + NEAR))
    found = [
        place
        for place in near
        if place not in text
        and place != page_lines.h1
        and not (place < page_lines.h1 and page_lines.lines[place].text == headline)
        and is_caption(page_lines, place, in_text=_is_beside_text(page_lines, place, kept))
        and not _is_of_byline(page_lines.lines[place].apart)
        and not _is_without_picture(page_lines, page_lines.lines[place].element)
    ]
    credits = [place + 1 for place in found if _is_credit_below(page_lines, place + 1, text)]
    return frozenset(node for place in (*found, *credits) for node in page_lines.lines[place].nodes)


def _is_credit_below(page_lines: PageLines, place: int, text: set[int]) -> bool:
    """Whether a line behind a caption is nothing but who made the picture, in a box of its own."""
    if place >= len(page_lines.lines) or place in text:
        return False
    line = page_lines.lines[place]
    return line.size <= LONGEST_CREDIT and not line.links and begins_as_credit(line.text)


def _is_without_picture(page_lines: PageLines, element: int) -> bool:
    """Whether a line is in a figure that shows nothing: a box of a newsletter, a quotation of the text."""
    if not page_lines.traits[element] & _FIGURE or page_lines.traits[element] & _CAPTION:
        return False
    while element > 0 and page_lines.tag[element] != "figure":
        element = page_lines.parent[element]
    return page_lines.tag[element] == "figure" and page_lines.node[element].css_first(_SHOWN) is None


def _is_of_byline(text: str) -> bool:
    """Whether a line beside a picture says whose an article is, when it was published, or how long it takes."""
    if begins_with_authorship(text) or _READING_TIME.fullmatch(text):
        return True
    return len(text) <= LONGEST_CREDIT and FIGURE.search(text) is not None and is_only_a_date(text)


def _is_beside_text(page_lines: PageLines, place: int, kept: list[int]) -> bool:
    """Whether a line is between those of the text, or is no mere name between the headline and them."""
    above = 0 <= page_lines.h1 < place < kept[0] and page_lines.lines[place].text.count(" ") >= LEAST_BLANKS
    return above or kept[0] < place < kept[-1]


def figures_above(page_lines: PageLines, first: int, captions: frozenset[int]) -> list[int]:
    """The elements around the headline, before line `first`, that hold nothing but a picture and its caption.

    The picture of an author with the byline is none.
    """
    found, done, firsts = list[int](), -1, page_lines.first
    start = bisect_left(firsts, max(0, page_lines.h1 - ABOVE_H1))
    for element in range(start, bisect_left(firsts, first)):
        begin, end = firsts[element], page_lines.last[element]
        if (
            done <= begin < end <= first
            and all(line.nodes[0] in captions for line in page_lines.lines[begin:end])
            and not begins_with_authorship(page_lines.lines[begin].text)
            and page_lines.node[element].css_first("img") is not None
        ):
            found.append(element)
            done = end
    return found


def _is_inside(page_lines: PageLines, element: int, names: frozenset[str]) -> bool:
    """Whether an element, or one of those around it, has one of these names."""
    for _ in range(NAME_HEIGHT):
        if page_lines.names[element] in names:
            return True
        element = page_lines.parent[element]
        if element < 0:
            break
    return False


def is_caption(page_lines: PageLines, place: int, *, in_text: bool = False) -> bool:
    """Whether a line is in a figure or an element named as caption, or repeats an alt text without a link."""
    line = page_lines.lines[place]
    traits = page_lines.traits[line.element]
    if traits & (_CAPTION | _FIGURE):
        return True
    if line.own and holds_caption(line.own):
        return True
    if (captions := page_lines.index.captions) and _is_inside(page_lines, line.element, captions):
        return True
    if is_under_picture(page_lines, place, in_text=in_text):
        return True
    return (
        line.size > LEAST_REPEATED and line.linked < LINKED * line.size and line.text[:COMPARED] in page_lines.alts
    )


def caption_copies(page_lines: PageLines, kept: list[int]) -> set[int]:
    """The kept lines beside a caption that say it again, whole or without its credit: for small screens."""
    copies = set[int]()
    text = set(kept)
    traits, names, called = page_lines.traits, page_lines.names, page_lines.index.captions
    for place, line in enumerate(page_lines.lines):
        told = traits[line.element] & _CAPTION or names[line.element] in called
        if not told and not (line.pictures and is_under_picture(page_lines, place, in_text=True)):
            continue
        for other in range(max(0, place - BESIDE), min(len(page_lines.lines), place + BESIDE + 1)):
            shorter = page_lines.lines[other].size < line.size
            if other in text and other != place and (told or shorter) and _says_again(page_lines, other, place):
                copies.add(other)
    return copies


def _says_again(page_lines: PageLines, place: int, caption: int) -> bool:
    line, whole = page_lines.lines[place], page_lines.lines[caption].text
    return (
        line.size > LEAST_REPEATED
        and not page_lines.traits[line.element] & (_CAPTION | _FIGURE | _HEADING)
        and whole.startswith(line.text)
        and len(whole) - line.size <= LONGEST_CREDIT
    )
