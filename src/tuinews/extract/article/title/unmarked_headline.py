"""The headline of pages from before headings: no h1, nothing told to machines, a line set larger in a table.

Such a page has the name of the paper as its `<title>`, alone or beside the headline. The headline is the line
above the text that `<title>` has as one of its parts; where it has none, the line that is called a title, else the
one that is set largest, else the bold one.
"""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from tuinews.extract.article.title.site_name import parts_of
from tuinews.extract.article.title.slug import words_of
from tuinews.extract.page.letters import FIGURE, WIDE
from tuinews.extract.page.lines import PageLine, PageLines
from tuinews.extract.page.tags import Trait
from tuinews.extract.page.tree import attribute
from tuinews.folding import key_of

LEAST_TEXT, LEAST_FOLLOWING = 70, 2
"""Letters of a line of text, and how many more of them follow its first one among the next lines."""

LEAST_ALONE = 400
"""Letters of a line that is a text by itself: all of an entry, of which others follow in a diary."""

LINES_OF_TEXT, LINES_ABOVE = 8, 8
"""Lines among which those follow, and lines above the text among which the headline stands: a day, a byline."""

LEAST_HEADLINE, LEAST_WIDE, LONGEST_HEADLINE = 12, 5, 200
"""Letters of a headline, in an alphabet and in ideographs, and the most."""

LEAST_WORDS = 3
"""Words of a headline that only its look tells."""

MOST_LINES = 400
"""Lines at the beginning of a page that are looked at."""

MOST_NODES = 400
"""Nodes of one element among which those of a line are looked for."""

ENDS = frozenset(".:;,…。")
"""Signs with which no headline ends."""

LONGEST_DAY = 60
"""Letters of a line in which the day of an article stands."""

LEAST_SHARED = 0.5
"""Share of the words of a line from which `<title>` says the same, and is the better spelling of it."""

_CALLED = re.compile(r"title|headline|heading|phead\b|tieu-?_?de", re.IGNORECASE)
"""Names of a headline: also "lblTitle", "TitleNews", "contentheading"."""

_DAY = re.compile(r"\b\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d\b|\b(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}\b")
_SITE_NAMED = re.compile(r"(?:site|page|box|web|sub|job|author)-?_?title", re.IGNORECASE)
_SIZES = re.compile(r"font-size\s*:\s*(\d{1,3}(?:\.\d+)?)\s*(px|pt|em|%)?", re.IGNORECASE)
_TO_PIXELS = {"pt": 1.33, "em": 16.0, "%": 0.16}
_OLD_SIZES = {"+1": 18.0, "4": 18.0, "+2": 24.0, "5": 24.0, "+3": 32.0, "6": 32.0, "+4": 48.0, "7": 48.0}
"""Pixels of the sizes of `font` that are larger than text."""

LARGE = 15.5
"""Pixels from which a line is set larger than text of that time, 12 to 13."""


def unmarked_headline(page_lines: PageLines, title: str) -> str:
    """The headline that a page without headings shows above its text; "" if there is none.

    `title` is its `<title>`.
    """
    text = _first_of_text(page_lines)
    start = max(0, text - LINES_ABOVE, page_lines.h1 + 1)
    above = [place for place in range(start, text) if _may_be(page_lines, place)]
    if not above:
        return ""
    parts = {key_of(part) for part in (*parts_of(title), title)}
    told = [text for place in above for text in _texts(page_lines.lines[place]) if key_of(text) in parts]
    if told:
        return max(told, key=len)
    words = words_of(title)
    for place in above:
        own = words_of(page_lines.lines[place].text)
        if len(own & words) >= LEAST_SHARED * len(own):
            return ""
    looks = [(_look(page_lines, place), place) for place in above]
    # of two headings the upper is that of the section, of two bold lines the lower that of the lead
    best, place = max(looks, key=lambda look: (look[0], look[1] if _is_heading(page_lines, look[1]) else -look[1]))
    return _texts(page_lines.lines[place])[-1] if best > 0 else ""


def headline_under_section(page_lines: PageLines) -> str:
    """The headline below an h1 that is the name of a section: called one, with the day of the article below it and
    none above; "" if there is none.
    """
    text, h1 = _first_of_text(page_lines), page_lines.h1
    for place in range(h1 + 1, min(text, h1 + 1 + LINES_ABOVE)) if h1 >= 0 else ():
        line = page_lines.lines[place]
        if FIGURE.search(line.text):
            return ""
        if _is_called(page_lines, place) and _look(page_lines, place) > 0:
            return line.text if _DAY.search(page_lines.lines[place + 1].text[:LONGEST_DAY]) else ""
    return ""


def _first_of_text(page_lines: PageLines) -> int:
    """The first line of the text: others follow, or it is long enough for one alone; 0 if there is none."""
    long = [
        place
        for place, line in enumerate(page_lines.lines[:MOST_LINES])
        if not line.linked and line.size >= LEAST_TEXT <= len(_texts(line)[-1])
    ]
    for number, place in enumerate(long):
        near = [later for later in long[number + LEAST_FOLLOWING :][:1] if later - place <= LINES_OF_TEXT]
        if near or page_lines.lines[place].size >= LEAST_ALONE:
            return place
    return 0


def _may_be(page_lines: PageLines, place: int) -> bool:
    """Whether a line is as long as a headline, and no link, unless it is called a headline."""
    line = page_lines.lines[place]
    least = LEAST_WIDE if WIDE.search(line.text) else LEAST_HEADLINE
    is_long = least < line.size <= LONGEST_HEADLINE
    return is_long and (not line.linked or (line.links == 1 and _is_called(page_lines, place)))


def _is_heading(page_lines: PageLines, place: int) -> bool:
    return bool(page_lines.traits[page_lines.lines[place].element] & Trait.HEADING)


def _is_called(page_lines: PageLines, place: int) -> bool:
    """Whether a name of a line or of its link says that it is a headline."""
    line = page_lines.lines[place]
    names = f"{line.own} {page_lines.names[line.element]}"
    if line.links == 1:
        names += f" {attribute(page_lines.node[line.element].css_first('a'), 'class')}"
    return _CALLED.search(names) is not None and not _SITE_NAMED.search(names)


def _texts(line: PageLine) -> list[str]:
    """The texts of a line that may be the headline: all of it, and its beginning, where a day stands behind."""
    if len(line.parts) > 1 and any(FIGURE.search(part) for part in line.parts[1:]):
        first = line.parts[0].strip()
        return [line.text, first] if len(first) > LEAST_HEADLINE else [line.text]
    return [line.text]


def _look(page_lines: PageLines, place: int) -> float:
    """How much a line is set as a headline: its pixels, more if it is called so, 0 if it is set as text."""
    line = page_lines.lines[place]
    words = len(line.text.split())
    if (words < LEAST_WORDS and not WIDE.search(line.text)) or line.text[-1] in ENDS:
        return 0.0
    called = 100.0 * _is_called(page_lines, place) + 50.0 * _is_heading(page_lines, place)
    size = max(_sizes(page_lines, line), default=0.0)
    bold = line.is_bold and not FIGURE.search(line.text)
    return called + (size if size >= LARGE else 0.0) + (1.0 if bold else 0.0)


def _sizes(page_lines: PageLines, line: PageLine) -> Iterator[float]:
    """The sizes that the elements around a line state, in pixels."""
    block = page_lines.node[line.element]
    node: LexborNode | None = _first_node(block, set(line.nodes))
    while node is not None:
        if node.tag == "font":
            yield _OLD_SIZES.get(attribute(node, "size").strip(), 0.0)
        size = _SIZES.search(attribute(node, "style"))
        if size:
            yield float(size[1]) * _TO_PIXELS.get((size[2] or "px").lower(), 1.0)
        if node.mem_id == block.mem_id:
            return
        node = node.parent


def _first_node(block: LexborNode, wanted: set[int]) -> LexborNode | None:
    """The element of the first text of a line in its block."""
    stack: list[LexborNode] = [block]
    for _ in range(MOST_NODES):
        if not stack:
            return None
        node = stack.pop()
        if node.mem_id in wanted:
            return node.parent
        stack += list(node.iter(include_text=True))[::-1]
    return None
