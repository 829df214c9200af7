"""The pictures and films that stand around a headline, in no element of the text and without a caption."""

from collections.abc import Iterator, Mapping

from selectolax.lexbor import LexborNode

from tuinews.extract.article.blocks.cards import is_card
from tuinews.extract.article.blocks.figures import embed_of, figure_of
from tuinews.extract.article.kinds.media import AROUND_NAME, OWN, is_beside, leads_away
from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.tree import attribute
from tuinews.model.document import Embed, Figure

MOST_ABOVE, LEAST_ABOVE = 3, 200
"""Pictures and films around a headline that are kept, and pixels of the width of one that says how wide it is."""

_MEDIA = frozenset(("img", "iframe", "video", "audio"))
_UNREAD = frozenset(("nav", "aside", "footer", "menu", "dialog", "noscript", "template", "svg"))


def media_above(page_lines: PageLines, root: int, base: str | None) -> list[Figure | Embed]:
    """The pictures and films without a caption that stand around the headline, before the element of the text.

    They are in `article` or `main` with both, and each in an element without a line, or in that of the headline.
    """
    if page_lines.h1 < 0 or page_lines.first[root] < page_lines.h1:
        return []
    box = page_lines.parent[root]
    while box > 0 and not (
        page_lines.tag[box] in OWN and page_lines.first[box] <= page_lines.h1 < page_lines.last[box]
    ):
        box = page_lines.parent[box]
    if box <= 0:
        return []
    blocks: list[Figure | Embed] = []
    for node in _before(page_lines, box, root):
        if len(blocks) >= MOST_ABOVE:
            break
        block = figure_of(node, base) if node.tag == "img" else embed_of(node, base)
        if block is None or not block.url or (isinstance(block, Figure) and _is_small(node, block, base)):
            continue
        if block.url not in [other.url for other in blocks]:
            blocks.append(block)
    return blocks


def _is_small(image: LexborNode, figure: Figure, base: str | None) -> bool:
    """Whether a picture is a sign or leads elsewhere."""
    small = figure.width is not None and figure.width < LEAST_ABOVE
    return small or is_card(image, figure, base) or leads_away(image, base)


def _before(page_lines: PageLines, box: int, root: int) -> Iterator[LexborNode]:
    """What a box shows before the element of its text, in elements that hold no line but that of the headline."""
    elements = {page_lines.node[one].mem_id: one for one in range(box, root)}
    for node in page_lines.node[box].traverse():
        if node.mem_id == page_lines.node[root].mem_id:
            return
        if node.tag in _MEDIA and not _stands_beside(page_lines, elements, node, box):
            yield node


def _stands_beside(page_lines: PageLines, elements: Mapping[int, int], node: LexborNode, box: int) -> bool:
    """Whether something shown is in an element with lines of its own, or in one that stands beside an article."""
    above, inner = node.parent, True
    while above is not None:
        element = elements.get(above.mem_id)
        if element == box:
            return False
        if element is not None:
            first, last = page_lines.first[element], page_lines.last[element]
            holds_headline = first <= page_lines.h1 < last
            if (first < last and inner and not holds_headline) or (
                not holds_headline and is_beside(page_lines, element)
            ):
                return True
            inner = False
        elif above.tag in _UNREAD or AROUND_NAME.search(attribute(above, "class")):
            return True
        above = above.parent
    return True
