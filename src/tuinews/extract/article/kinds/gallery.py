"""Galleries: pages whose text is the captions of their pictures, in their order.

A picture stands with its caption in a `figure`, or in a box of its own whose caption is called so: a slide.
"""

import re

from tuinews.extract.article.body.pictures import is_under_picture
from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.patterns import NamePattern
from tuinews.extract.page.tags import Trait

LEAST_PICTURES = 4
"""Pictures with a caption from which a page is a gallery; an article may have three."""

LEAST_SHARE = 1.0
"""Letters of the captions for each letter of the text beside them."""

LONGEST_TITLE_LINK = 0.5
"""Share of linked letters from which the line under a picture is the title of another article."""

NAME_HEIGHT, BOX_HEIGHT = 2, 4
"""Elements around a line of which one is called its caption, and those of which one holds the picture, too."""

MOST_TOLD = 3
"""Lines in a table with a picture that are its caption and its credit."""

_COUNT = re.compile(r"\d{1,3}\s*(?:/|of|von|de|sur|di|van|trên|／)\s*\d{1,3}", re.IGNORECASE)
_CREDIT = NamePattern(r"(?:^|[\s_-])(?:credits?|copyright|photographer|source)(?=$|[\s_-])")
_OUTSIDE = int(Trait.NAVIGATION | Trait.UNSHOWN)
_CAPTION = int(Trait.CAPTION)


def gallery_captions(page_lines: PageLines, kept: list[int]) -> tuple[list[int], list[int]]:
    """The lines of the captions, and those of the text beside the pictures; none and `kept`, the lines that look
    like a text, where the page is no gallery.
    """
    figures = page_lines.index.tagged("figure")
    if len(figures) < LEAST_PICTURES:
        figures = _slides(page_lines)
    if len(figures) < LEAST_PICTURES:
        return [], kept
    captions: dict[int, None] = {}
    inside = set[int]()
    pictures = 0
    for element in figures:
        if page_lines.traits[element] & _OUTSIDE:
            continue
        places = range(page_lines.first[element], page_lines.last[element])
        own = [place for place in places if _is_called(page_lines, place)]
        if (
            own
            and not _is_of_another(page_lines, places)
            and page_lines.node[element].css_first("img") is not None
        ):
            pictures += 1
            captions.update(dict.fromkeys(own))
            inside.update(places)
    beside = [place for place in kept if place not in inside]
    size = sum(page_lines.lines[place].size for place in captions)
    is_gallery = pictures >= LEAST_PICTURES and size >= LEAST_SHARE * sum(
        page_lines.lines[place].size for place in beside
    )
    return (list(captions), beside) if is_gallery else ([], kept)


def _slides(page_lines: PageLines) -> list[int]:
    """The boxes that hold what is called a caption, and nothing else but a picture; so do nameless tables."""
    called = page_lines.index.elements(page_lines.index.captions)
    found: dict[int, None] = {}
    for caption in called if len(called) >= LEAST_PICTURES else ():
        box, lines = caption, (page_lines.first[caption], page_lines.last[caption])
        for _ in range(BOX_HEIGHT):
            if box <= 0 or not _is_slide(page_lines, box, lines):
                break
            if page_lines.node[box].css_first("img") is not None:
                found[box] = None
                break
            box = page_lines.parent[box]
    for table in page_lines.index.tagged("table"):
        places = range(page_lines.first[table], page_lines.last[table])
        if 0 < len(places) <= MOST_TOLD and all(is_under_picture(page_lines, place) for place in places):
            found[table] = None
    return sorted(found)


def _is_slide(page_lines: PageLines, box: int, caption: tuple[int, int]) -> bool:
    """Whether a box holds a caption and nothing else but who made the picture, and its number."""
    first, last = page_lines.first[box], page_lines.last[box]
    if (first, last) == caption:
        return True
    beside = (page_lines.lines[place] for place in range(first, last) if not caption[0] <= place < caption[1])
    return last - first <= MOST_TOLD and all(
        _COUNT.fullmatch(line.text) or _CREDIT.matches(page_lines.names[line.element]) for line in beside
    )


def _is_called(page_lines: PageLines, place: int) -> bool:
    """Whether a line of a picture is a caption by its tag or its name, or that of what is around it."""
    element = page_lines.lines[place].element
    if page_lines.traits[element] & _CAPTION or is_under_picture(page_lines, place):
        return True
    for _ in range(NAME_HEIGHT):
        if page_lines.names[element] in page_lines.index.captions:
            return True
        element = max(page_lines.parent[element], 0)
    return False


def _is_of_another(page_lines: PageLines, places: range) -> bool:
    """Whether a figure leads to another article: most of its words are a link, or it stands among comments."""
    lines = [page_lines.lines[place] for place in places]
    linked, size = sum(line.linked for line in lines), sum(line.size for line in lines)
    if linked > LONGEST_TITLE_LINK * size:
        return True
    return any(page_lines.names[line.element] in page_lines.index.comments for line in lines)
