"""Pages whose article is a picture, a film or a frame, with a few words beside it or none.

A text is found by its lines, and pictures stand between them. Here it is the other way round: what is shown is
looked for around the headline, in the smallest element that has any, without what stands beside an article.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from tuinews.address import join
from tuinews.extract.article.authors.authorship import begins_with_authorship
from tuinews.extract.article.blocks.blocks import NodeSelection, blocks_of
from tuinews.extract.article.body.captions import is_caption
from tuinews.extract.dates import is_only_a_date
from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.patterns import BESIDE_NAME
from tuinews.extract.page.structured import Node, Structured, string_of
from tuinews.extract.page.tags import Trait
from tuinews.extract.page.tree import attribute
from tuinews.folding import key_of
from tuinews.model.document import Block, Document, Embed, Figure, every_block
from tuinews.quick_dataclass import dataclass

LONGEST_BESIDE, LONGEST_FAR = 600, 250
"""Letters of a text under which what is shown is the article as much as it is, in `article` or `main`, and on a
page that has neither: two paragraphs, and two sentences."""

LONGEST_LABEL = 100
"""Letters of a byline or of a date with its words."""

MOST_SHOWN = 200
"""Pictures and frames of one article that are kept."""

_SHOWN = "img, iframe, video, audio, [style*='background']"
AROUND_NAME = re.compile(
    r"(?:^|[\s_#-])(?:logo|masthead|nav(?:bar|igation)?|menu|sidebar|footer|breadcrumbs?|avatar|byline|author|profile"
    r"|toolbar|banner|cookies?|consent|pagination)(?=$|[\s_-])|site-?header|page-?header",
    re.IGNORECASE,
)
"""Class names of what stands around an article, beside those of `BESIDE_NAME`."""

_LISTS = frozenset(("ul", "ol", "dl"))
OWN = frozenset(("article", "main"))
"""Elements that hold an article with all that it shows."""

_OUTSIDE = int(Trait.NAVIGATION | Trait.ASIDE | Trait.FOOTER | Trait.FORM | Trait.UNSHOWN)
_CAPTION = int(Trait.CAPTION)
_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg|mp4)$", re.IGNORECASE)
_BACKGROUND = re.compile(r"background(?:-image)?\s*:[^;]*?url\(\s*['\"]?([^'\")\s]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ShownMedia:
    """A page with the lines of its text, what it declares, and what its headline is called in any place."""

    page_lines: PageLines
    declared: Structured
    base: str | None
    titles: frozenset[str]


def has_media(document: Document) -> bool:
    """Whether a document shows a picture, or leads to a film or a frame."""
    return any(isinstance(block, Figure | Embed) for block in every_block(document.blocks))


def with_media(page: ShownMedia, kept: list[int], document: Document, lead: int | None) -> Document:
    """The document with what is shown around the headline, where it has no picture and is no long text."""
    text = _text_of(page, kept)
    if has_media(document) and (text or not kept):
        return document
    size = sum(page.page_lines.lines[place].size for place in text)
    if size > LONGEST_BESIDE:
        return document
    for element in _around(page.page_lines, text or kept, size):
        blocks = _blocks(page, element, [place for place in text if place != lead])
        if has_media(Document(blocks)):
            return Document(blocks[:MOST_SHOWN])
    film = _declared_film(page)
    return Document((film, *document.blocks)) if film else document


def _text_of(page: ShownMedia, kept: list[int]) -> list[int]:
    """The lines of the text: none where all that is kept is the headline, who signed it, and when."""
    lines = page.page_lines.lines
    text = [place for place in kept if not page.page_lines.traits[lines[place].element] & _CAPTION]
    return [] if all(_is_label(page, lines[place].text) for place in text) else text


def _is_label(page: ShownMedia, text: str) -> bool:
    if key_of(text) in page.titles:
        return True
    return len(text) <= LONGEST_LABEL and (begins_with_authorship(text) or is_only_a_date(text))


def _around(page_lines: PageLines, text: list[int], size: int) -> Iterator[int]:
    """The elements around the headline and the text that show anything, from the innermost."""
    if not page_lines.lines and page_lines.node[0].css_first(_SHOWN) is not None:
        yield 0
    if page_lines.h1 < 0 and not text:
        return
    places = [*text, page_lines.h1] if page_lines.h1 >= 0 else text
    around = _with_ancestors(page_lines, page_lines.lines[min(places)].element)
    # Around an element that shows something all show something: not each of them is to be searched.
    first = bisect_left(around, True, key=lambda one: page_lines.node[one].css_first(_SHOWN) is not None)
    own = any(page_lines.tag[element] in OWN for element in around[:first])
    for element in around[first:]:
        if page_lines.first[element] <= min(places) and max(places) < page_lines.last[element]:
            if element == 0 and (own or size > LONGEST_FAR):
                return
            yield element
        own = own or page_lines.tag[element] in OWN


def _with_ancestors(page_lines: PageLines, element: int) -> list[int]:
    """An element and all that it lies in, from the inside."""
    found = []
    while element >= 0:
        found.append(element)
        element = page_lines.parent[element]
    return found


def _blocks(page: ShownMedia, root: int, text: list[int]) -> tuple[Block, ...]:
    """The pictures and frames under an element, with the lines of the text and their captions."""
    page_lines = page.page_lines
    inside = range(page_lines.first[root], page_lines.last[root])
    captions = {
        node
        for place in inside
        if place not in text and place != page_lines.h1 and is_caption(page_lines, place, in_text=True)
        for node in page_lines.lines[place].nodes
        if not _is_label(page, page_lines.lines[place].text)
    }
    kept = {node for place in text for node in page_lines.lines[place].nodes}
    selection = NodeSelection(kept, captions, _dropped(page, root, text))
    blocks = blocks_of(page_lines.node[root], page.base, selection)
    if has_media(Document(blocks)):
        return blocks
    painted = (_painted(page, node) for node in page_lines.node[root].css("[style*='background']"))
    return (*(figure for figure in painted if figure), *blocks)


def _painted(page: ShownMedia, node: LexborNode) -> Figure | None:
    """The picture that is the background of an element."""
    found = _BACKGROUND.search(attribute(node, "style"))
    address = join(page.base, found[1]) if found else None
    is_file = address is not None and _FILE.search(urlsplit(address).path) is not None
    return Figure(address) if address and is_file and not AROUND_NAME.search(attribute(node, "class")) else None


def _dropped(page: ShownMedia, root: int, text: list[int]) -> frozenset[int]:
    """The elements under `root` that stand beside an article, and the pictures that lead to other sites."""
    page_lines = page.page_lines
    used = {*text, page_lines.h1}
    dropped = set[int]()
    for element in range(root + 1, len(page_lines.parent)):
        if page_lines.parent[element] < root:
            break
        first, last = page_lines.first[element], page_lines.last[element]
        beside = is_beside(page_lines, element) or (
            first < last and all(_is_label(page, line.text) for line in page_lines.lines[first:last])
        )
        if beside and not any(first <= place < last for place in used):
            dropped.add(page_lines.node[element].mem_id)
    for image in page_lines.node[root].css("a img"):
        if leads_away(image, page.base):
            dropped.add(image.mem_id)
    return frozenset(dropped)


def is_beside(page_lines: PageLines, element: int) -> bool:
    """Whether an element stands beside an article: by its tag, its name, or since it is a list of links."""
    tag, name = page_lines.tag[element], page_lines.names[element]
    if tag == "header" or page_lines.traits[element] & _OUTSIDE:
        return True
    if name and (BESIDE_NAME.matches(name) or AROUND_NAME.search(name)):
        return True
    lines = page_lines.lines[page_lines.first[element] : page_lines.last[element]]
    if not lines or not all(2 * line.linked > line.size for line in lines):
        return False
    link = page_lines.node[element].css_first("a[href]")
    return tag in _LISTS or (tag == "figure" and not _FILE.search(urlsplit(attribute(link, "href")).path))


def leads_away(image: LexborNode, base: str | None) -> bool:
    """Whether the link around a picture leads to the front page, or to what is no picture on another site."""
    node = image.parent
    while node is not None and node.tag != "a":
        node = node.parent
    there = urlsplit(join(base, attribute(node, "href")) or "")
    if not there.netloc or base is None:
        return False
    here = urlsplit(base)
    if there.netloc == here.netloc:
        return there.path in ("", "/") and here.path not in ("", "/")
    return _FILE.search(there.path) is None


def _declared_film(page: ShownMedia) -> Embed | None:
    """The film that the page says it is about: by the name of its headline, or as all that the page is."""
    films = [node for node in page.declared.nodes if node.get("@type") == "VideoObject"]
    own = next((node for node in films if key_of(string_of(node.get("name"))) in page.titles), None)
    address = _film_address(own) if own else ""
    if not address and page.declared.meta("og:type").startswith("video"):
        address = page.declared.meta("og:video:secure_url", "og:video:url", "og:video")
    absolute = join(page.base, address) if address else None
    return Embed(absolute) if absolute else None


def _film_address(node: Node) -> str:
    return string_of(node.get("embedUrl")) or string_of(node.get("contentUrl"))
