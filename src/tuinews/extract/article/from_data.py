"""Whether the data of a page has more of its article than its elements show, and that text.

A shell shows nothing, a paywall the first paragraphs, a gallery its captions. A page that shows its article stays
as it is: what its data has may be cut, or another article.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from selectolax.lexbor import LexborHTMLParser

from tuinews.extract.article.blocks.blocks import document_from_html
from tuinews.extract.article.title.title import Titles
from tuinews.extract.page.data.article_data import LEAST as LEAST_IN_DATA
from tuinews.extract.page.data.article_data import PageData
from tuinews.extract.page.data.gallery import may_have_pictures
from tuinews.extract.page.data.prose import letters_of
from tuinews.extract.page.structured import Node, Structured
from tuinews.folding import key_of
from tuinews.model.document import Document, Figure
from tuinews.quick_dataclass import dataclass
from tuinews.text import clean_line

LEAST_TEXT = 250
"""Letters under which the text of a page is no article, so that its data is searched for one: two or three
sentences."""

NOTICE, SHORT, LONG = 1200, 1600, 5000
"""Letters under which a page may show a notice in place of its article, letters under which it may show its
beginning, and letters from which it shows enough, even of an article that is for subscribers."""

TIMES_AS_LONG, TWICE, MORE = 1.3, 2, 150
"""How much longer than the shown text the data must be: by this factor of a beginning, by the other of a text that
may be whole, and so many letters more."""

MUCH_LONGER = 4
"""How much longer it must be where it does not say what the page shows."""

PROSE, PROSE_NAMED = 0.6, 0.25
"""Share of prose in the lines of a text, and of one that says the title of the page, which may be a list: the data
of a whole page has labels and settings too."""

LEAST_LEAD = 40
"""Letters of a lead."""

NEXT_TO_NOTHING = 60
"""Letters of a heading or a button."""

NEW, LEAST_SENTENCE = 0.3, 40
"""How much of the data the page must show nowhere, as a share of what it shows, and letters of a sentence that are
no chance."""

REPEATED, REPEATED_LONG, BEGINNING = 0.6, 0.85, 0.2
"""Share of the shown letters that stand in the data too where both are the same article: of a short text, which
may have a notice in it, and of a longer one; and the part of the data in which it begins."""

PROBES, LEAST_PROBE, LONGEST_PROBE = 3, 24, 60
"""Lines of the shown text that are looked for in scripts, and the letters of them."""

_PLAIN_RUN = re.compile(rf"[A-Za-z0-9 ,]{{{LEAST_PROBE},{LONGEST_PROBE}}}")
_OTHER_RUN = re.compile(r"[^\x00-\x7f\W]{3,20}(?: [^\x00-\x7f\W]{2,20}){0,3}")
_SENTENCE = re.compile(r"(?<=[.!?…])[\"'”’»)]*\s+|(?<=[。！？])")
_SIGNS_OF_STATE = ("application/json", "JSON.parse(", "streamController", "data-page=", "kit.start(")
_NAMES_OF_STATE = re.compile(
    r"_(?:_(?:NEXT_DATA__|next_f|NUXT|APOLLO_STATE|INITIAL|PRELOADED|FLIGHT_DATA)|STATE__)"
)
_OWN_STATE = re.compile(r"window\.__\w+\s*=")
"""What stands where a page keeps what an application starts with: looked for one by one, since one pattern of all
begins with any of seven letters and takes three times as long."""


def _states_in(html: str) -> bool:
    if any(sign in html for sign in _SIGNS_OF_STATE):
        return True
    return "__" in html and (_NAMES_OF_STATE.search(html) is not None or _OWN_STATE.search(html) is not None)


@dataclass(frozen=True, slots=True)
class FullerText:
    """The article in a page's data as a document, and what the data says of it in the words of schema.org."""

    document: Document
    node: Node


class DataSource:
    """A page that may have data; its data is decoded at the first question that needs it, and once."""

    def __init__(self, tree: LexborHTMLParser, html: str, page: Structured, titles: Titles) -> None:
        self.tree, self.html, self.page, self.titles = tree, html, page, titles

    @cached_property
    def keeps_state(self) -> bool:
        """Whether the page keeps what an application starts with."""
        return _states_in(self.html)

    @cached_property
    def data(self) -> PageData:
        """The data of the page."""
        return PageData(self.tree, self.page.nodes, _told(self.titles), self.titles.address)


def fuller_text(source: DataSource, base: str | None, shown: list[str], every: list[str]) -> FullerText | None:
    """The article in a page's data where it is more than the `shown` lines are, None where it is not.

    `every` are all lines of the page: what is among them is no reason to take the data in their place.
    """
    size = sum(map(len, shown))
    if size >= LONG or not (size < LEAST_TEXT or _may_have_more(source, shown, size)):
        return None
    data = source.data.article()
    if data is None:
        return None
    document = document_from_html(data.markup, base)
    return FullerText(document, data.node) if _is_fuller(document, data.is_named, shown, every, size) else None


def lead_in_data(data: FullerText) -> str | None:
    """The lead that the data of an article says apart from its text; None for a cut of its beginning."""
    said = clean_line(str(data.node.get("description") or ""))
    key, text = key_of(said), key_of("".join(data.document.lines))
    if len(said) < LEAST_LEAD or said.endswith(("…", "...", "[…]")) or key[:LONGEST_PROBE] in text:
        return None
    return said


def gallery_in_data(source: DataSource, base: str | None, document: Document, size: int) -> Document | None:
    """The document with the pictures of its gallery, which only a script shows; None where there is no such.

    `size` are the letters of the text that the page shows.
    """
    if size >= NOTICE or document.captions:
        return None
    if not (source.keeps_state or _is_gallery(source.page) or may_have_pictures(source.html)):
        return None
    said = sum(map(len, document.lines))
    markup = source.data.gallery()
    pictures = document_from_html(markup, base) if markup else Document()
    if sum(map(len, pictures.captions)) <= said:
        return None
    shown = {figure.url for figure in pictures.figures}
    before = (one for one in document.blocks if not (isinstance(one, Figure) and one.url in shown))
    return Document((*before, *pictures.blocks))


def _is_gallery(page: Structured) -> bool:
    """Whether the page says that it is a gallery (schema.org)."""
    return any("ImageGallery" in str(node.get("@type", "")) for node in page.nodes)


def stated_node(source: DataSource) -> Node:
    """What the data of a page says of the article that it is called after, {} where it says nothing."""
    return {} if source.page.articles or not source.keeps_state else source.data.named_node()


def _told(titles: Titles) -> tuple[str, ...]:
    """Everything that a page calls itself."""
    told = (titles.open_graph, titles.json_ld, titles.title, titles.twitter, *(h.text for h in titles.headings))
    return tuple(text for text in told if text)


def _may_have_more(source: DataSource, shown: list[str], size: int) -> bool:
    page = source.page
    if page.body or (size >= SHORT and not _is_for_subscribers(page)):
        return len(page.body) > TIMES_AS_LONG * size + MORE
    if size < NOTICE and source.keeps_state:
        return True
    return _stands_in_script(source.html, shown, page.meta("og:description"))


def _is_for_subscribers(page: Structured) -> bool:
    """Whether the page says that its article is not free (schema.org, `isAccessibleForFree`)."""
    return any(str(node.get("isAccessibleForFree", "")).lower() == "false" for node in page.nodes)


def _stands_in_script(html: str, shown: list[str], description: str) -> bool:
    """Whether a script says what the page shows."""
    lines = sorted((line for line in shown if line[:LEAST_PROBE] not in description), key=len, reverse=True)
    return any(
        _in_script(html, html.find(probe)) or _in_script(html, html.rfind(probe))
        for line in lines[:PROBES]
        for probe in _probes(line)
    )


def _probes(line: str) -> Iterable[str]:
    run = _PLAIN_RUN.search(line)
    if run is not None:
        yield run[0]
        return
    other = _OTHER_RUN.search(line)
    if other is not None:
        yield other[0]
        yield "".join(f"\\u{ord(letter):04x}" if ord(letter) > 127 else letter for letter in other[0])


def _in_script(html: str, place: int) -> bool:
    return place >= 0 and html.rfind("<script", 0, place) > html.rfind("</script", 0, place)


def _is_fuller(document: Document, is_named: bool, shown: list[str], every: list[str], size: int) -> bool:
    lines = document.lines
    text = " ".join(lines)
    prose = sum(len(line) for line in lines if letters_of(line))
    if len(text) < LEAST_IN_DATA or prose < (PROSE_NAMED if is_named else PROSE) * len(text):
        return False
    if size < NEXT_TO_NOTHING:
        return True
    if size < LEAST_TEXT:
        return len(text) > 2 * LEAST_TEXT
    if (
        len(text) < (TIMES_AS_LONG if size < NOTICE else TWICE) * size + MORE
        or _unseen(text, every) < NEW * size + MORE
    ):
        return False
    key = key_of(text)
    said = [line for line in shown if key_of(line)[:LONGEST_PROBE] in key]
    begins = bool(said) and key.find(key_of(said[0])[:LONGEST_PROBE]) <= BEGINNING * len(key)
    repeated = REPEATED if size < NOTICE else REPEATED_LONG
    return (begins and sum(map(len, said)) >= repeated * size) or (is_named and len(text) >= MUCH_LONGER * size)


def _unseen(text: str, every: list[str]) -> int:
    """The letters of the sentences that stand nowhere on the page."""
    page = key_of("".join(every))
    sentences = (sentence for sentence in _SENTENCE.split(text) if len(sentence) >= LEAST_SENTENCE)
    return sum(len(sentence) for sentence in sentences if key_of(sentence)[:LONGEST_PROBE] not in page)


def with_node(page: Structured, node: Node) -> Structured:
    """What the page declares, with what its data says of the article where no JSON-LD tells of one."""
    return replace(page, nodes=(*page.nodes, node)) if node and not page.articles else page


def document_with(document: Document, shown: Document) -> Document:
    """The document of the data, under the first picture that the page shows where the data has none."""
    first = next(iter(shown.figures), None)
    if first is None or document.figures:
        return document
    return Document((first, *document.blocks))
