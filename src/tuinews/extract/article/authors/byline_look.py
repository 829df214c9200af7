"""How bylines look: the names of the elements around a line, and the ways in which a name is set apart."""

import re
from functools import lru_cache

from tuinews.extract.article.authors.persons import is_vietnamese_person
from tuinews.extract.page.lines import PageLine, PageLines

DASHES = frozenset("—–―")
"""Signs before the name of who wrote the text above, or said the words above."""

_CLOSING = frozenset('”’»"“')
"""Signs that close a quotation."""

ITALIC = 0.9
"""Share of italic letters from which a line is italic; a stop may be outside."""

_ITALIC = frozenset(("em", "i"))

LONGEST_NAME_ALONE = 60
"""Letters of a line that is a name alone."""

_NAMED = re.compile(
    r"by-?line|aut(?:hor|or|eur|her)|tac-?gia|but-?danh|writer|journalist|reporter|verfasser|redakteur|username|vcard"
    r"|c(?:ontributor|reator|redit(?<!photo[-_ ]credit)(?<!image[-_ ]credit)(?<!picture[-_ ]credit)"
    r"(?<!foto[-_ ]credit)(?<!img[-_ ]credit))|p(?:osted-?by|ublisher|enulis)|yazar"
)
"""For names in lower case: a search that ignores case takes three times as long.

Each way begins with a letter and few with the same: `re` leaps to such letters, and tries one way there, in a
fifth of the time.
"""


_WHOLE = frozenset(("fn", "by"))
"""Class names that are said of authors as whole words only."""


def level_of(page_lines: PageLines, line: PageLine) -> str:
    """How near an element named as author is to a line: "class", "class+", "class++"; "" if none is."""
    own, *above = names_of(page_lines, line)
    if is_called_author(own):
        return "class"
    return next(
        (name for name, names in zip(("class+", "class++"), above, strict=True) if is_called_author(names)), ""
    )


def names_of(page_lines: PageLines, line: PageLine) -> tuple[str, str, str]:
    """The names of the element of a line with those of its inline element, of the one above and of the next."""
    names, parent = page_lines.names, page_lines.parent
    above = parent[line.element]
    upper = parent[above] if above >= 0 else -1
    return (
        f"{line.own} {names[line.element]}",
        names[above] if above >= 0 else "",
        names[upper] if upper >= 0 else "",
    )


@lru_cache(maxsize=20_000)
def is_called_author(names: str) -> bool:
    """Whether an element with these names has the name of an author."""
    small = names.lower()
    if "badge" in small or "slogan" in small:
        return False
    return _NAMED.search(small) is not None or not _WHOLE.isdisjoint(small.split())


def is_set_apart(page_lines: PageLines, line: PageLine) -> bool:
    """Whether a line is set as signatures are: bold, italic, right-aligned, behind a dash, or Vietnamese."""
    return (
        line.is_bold
        or line.text[0] in DASHES
        or is_right_aligned(page_lines, line)
        or is_italic(page_lines, line)
        or (line.size < LONGEST_NAME_ALONE and is_vietnamese_signature(line.text))
    )


@lru_cache(maxsize=4_000)
def is_vietnamese_signature(text: str) -> bool:
    """Whether a line is nothing but the name of a Vietnamese, with or without an agency in brackets."""
    if text.isascii() or text[-1] in ".:?!…" or not text[0].isupper():
        return False
    name, _, agency = text.partition(" (")
    return (not agency or agency.endswith(")")) and is_vietnamese_person(name)


def is_right_aligned(page_lines: PageLines, line: PageLine) -> bool:
    """Whether a line is right-aligned, as the author's name is in Vietnamese papers."""
    attributes = page_lines.node[line.element].attributes
    return (
        "right" in (attributes.get("class") or "").lower()
        or attributes.get("align") == "right"
        or "text-align:right" in (attributes.get("style") or "").replace(" ", "").lower()
    )


def is_attribution(page_lines: PageLines, place: int) -> bool:
    """Whether a line behind a dash names who said the quotation that ends directly above it."""
    above = page_lines.lines[place - 1].text if place else ""
    return page_lines.lines[place].text[0] in DASHES and above[-1:] in _CLOSING


def is_italic(page_lines: PageLines, line: PageLine) -> bool:
    """Whether all of a line is in one italic element: what an editor says of the text, or a signature."""
    node = page_lines.node[line.element].child
    while node is not None and node.tag == "-text" and not (node.text_content or "").strip():
        node = node.next
    return node is not None and node.tag in _ITALIC and len(node.text(deep=True).strip()) >= ITALIC * line.size
