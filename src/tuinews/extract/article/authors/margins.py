"""The authors that a page names in its margins alone: in the footer of the article, beside its headline."""

from selectolax.lexbor import LexborNode

from tuinews.extract.article.authors.byline_words import NOBODY
from tuinews.extract.article.authors.line_mentions import (
    LONGEST_OTHER,
    mentions_in_line,
)
from tuinews.extract.article.authors.not_authors import is_no_author
from tuinews.extract.article.authors.persons import is_person
from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.names import holds_comments
from tuinews.extract.page.tags import Trait
from tuinews.extract.page.tree import attribute
from tuinews.text import clean_line

BELOW_H1 = 6
"""Lines below the headline in which an `aside` may hold the byline."""

_ARTICLE, _ASIDE, _FOOTER = int(Trait.ARTICLE), int(Trait.ASIDE), int(Trait.FOOTER)

LONGEST_CARD = 40
"""Letters of a name in a card."""

_CARD = ".author.vcard .fn, .p-author.h-card .p-name"
"""Who wrote an entry, by the microformats hCard and h-card (microformats.org)."""

_SURE = frozenset(["by", "link", "named", "class", "class+"])
"""Signs that prove a byline outside the lines where it is expected."""

_BESIDE_A_DATE = frozenset(["dated", "beside"])
"""Signs that prove one there in an `aside` directly below the headline."""

SIGNED_MARGINS = _ASIDE | _FOOTER
"""Traits of what lies in the margins in which `in_margins` looks."""


def is_in_article(footer: LexborNode) -> bool:
    """Whether a `footer` lies in an article, by the tag or the role of an element around it."""
    above = footer.parent
    while above is not None and above.tag != "html":
        if above.tag == "article" or attribute(above, "role") == "article":
            return True
        above = above.parent
    return False


def in_margins(page_lines: PageLines) -> tuple[str, ...]:
    """The persons named in a `footer` of the article itself, or in an `aside` directly below the headline.

    `page_lines` are those with the margins, for pages that name nobody elsewhere; other `aside` are boxes beside
    the text.
    """
    lines, h1 = page_lines.lines, page_lines.h1
    for place, line in enumerate(lines):
        traits = page_lines.traits[line.element]
        near = 0 <= h1 < place <= h1 + BELOW_H1
        if not ((traits & _ARTICLE and traits & _FOOTER) or (near and traits & _ASIDE)):
            continue
        for names, marks in mentions_in_line(page_lines, place, line) if line.size <= LONGEST_OTHER else ():
            sure = marks[0] in _SURE or (near and marks[0] in _BESIDE_A_DATE)
            if sure and names and all(map(is_person, names)):
                return names
    return _in_card(page_lines)


def _is_nobody(name: str) -> bool:
    return is_no_author(name) or NOBODY.match(name) is not None


def _in_card(page_lines: PageLines) -> tuple[str, ...]:
    """The name, or the pen name of one word, that the card in the article's own `footer` gives its author."""
    for element in page_lines.index.tagged("footer"):
        if not page_lines.traits[element] & _ARTICLE or holds_comments(page_lines.names[element]):
            continue
        names = [clean_line(node.text(deep=True)) for node in page_lines.node[element].css(_CARD)]
        if len(names) == 1 and 0 < len(names[0]) <= LONGEST_CARD and not _is_nobody(names[0]):
            return (names[0],)
    return ()
