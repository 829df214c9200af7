"""From the lines that were chosen to the blocks of the article, with the pictures that stand between them."""

import re
from collections.abc import Sequence
from itertools import accumulate

from tuinews.extract.article.blocks.blocks import NodeSelection, blocks_of
from tuinews.extract.article.body.captions import caption_nodes, figures_above
from tuinews.extract.article.kinds.media_above import media_above
from tuinews.extract.article.lead import LONGEST_LEAD
from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.patterns import BESIDE_NAME
from tuinews.extract.page.tags import Trait
from tuinews.folding import key_of
from tuinews.model.document import Block, Document, Embed, Figure, plain
from tuinews.text import clean_line

LARGEST_PORTRAIT = 100
"""Pixels of the side of a square picture that is one of an author."""

_OF_PORTRAIT = re.compile(
    r"^(?:(?:profile )?(?:photo|picture|image|headshot|avatar)s?(?: of)?|ảnh(?: của)?|foto (?:von|de|di))\s+"
    r"|(?:'s|’s)? (?:avatar|headshot|profile (?:photo|picture|image))$",
    re.IGNORECASE,
)
"""What stands beside a name in the words of its owner's picture."""

_FIGURE = int(Trait.FIGURE)
_ARE_BLOCKS = frozenset(
    ("pre", "ul", "ol", "li", "dl", "dt", "dd", "table", "tbody", "tr", "blockquote", "figure")
)


def document_of(
    page_lines: PageLines, kept: list[int], lead: int | None, base: str | None, told: Sequence[int] = ()
) -> Document:
    """The blocks of these lines without the lead, with the pictures between; `told` are captions for sure."""
    places = [place for place in kept if place != lead]
    if not places and not told:
        return Document()
    nodes = {node for place in places for node in page_lines.lines[place].nodes}
    root = _common_element(page_lines, sorted({*kept, *told}))
    captions = caption_nodes(page_lines, kept) if kept else frozenset()
    captions |= {node for place in told for node in page_lines.lines[place].nodes}
    dropped = _elements_beside(page_lines, places, captions)
    selection = NodeSelection(nodes, captions, dropped)
    body = Document(blocks_of(page_lines.node[root], base, selection))
    above = Document(
        tuple(
            block
            for element in figures_above(page_lines, page_lines.first[root], captions)
            for block in blocks_of(page_lines.node[element], base, selection)
            if isinstance(block, Figure) and plain(block.caption) not in body.captions
        )
    )
    shown = {block.url for block in (*above.blocks, *body.blocks) if isinstance(block, Figure | Embed)}
    beside = (block for block in media_above(page_lines, root, base) if block.url not in shown)
    return Document((*beside, *above.blocks, *body.blocks))


def without_portraits(document: Document, authors: Sequence[str]) -> Document:
    """The document without small square pictures and those of its authors, which stand with the byline."""
    names = {key_of(name) for name in authors}
    blocks = tuple(block for block in document.blocks if not _is_portrait(block, names))
    return document if len(blocks) == len(document.blocks) else Document(blocks)


def _is_portrait(block: Block, names: set[str]) -> bool:
    if not isinstance(block, Figure) or block.caption:
        return False
    size = block.width
    small = size is not None and size == block.height and size <= LARGEST_PORTRAIT
    return small or (block.alt is not None and key_of(_OF_PORTRAIT.sub("", block.alt)) in names)


def lead_text(page_lines: PageLines, place: int, base: str | None) -> str:
    """The text of the lead, with a space after a place name in an element of its own; of a list all of it."""
    line = page_lines.lines[place]
    box, nodes = line.element, line.nodes
    if page_lines.tag[box] == "li" and page_lines.tag[page_lines.parent[box]] in ("ul", "ol"):
        box = page_lines.parent[box]
        nodes = [node for one in page_lines.lines[place : page_lines.last[box]] for node in one.nodes]
    blocks = blocks_of(page_lines.node[box], base, NodeSelection(frozenset(nodes)))
    return clean_line(" ".join(Document(blocks).lines), LONGEST_LEAD) or line.text


def _common_element(page_lines: PageLines, places: list[int]) -> int:
    """The innermost element with all these lines in it."""
    element, last = page_lines.lines[places[0]].element, places[-1]
    while page_lines.parent[element] >= 0 and (
        page_lines.last[element] <= last or page_lines.tag[element] in _ARE_BLOCKS
    ):
        element = page_lines.parent[element]
    return element


def _elements_beside(page_lines: PageLines, places: list[int], captions: frozenset[int]) -> frozenset[int]:
    """The outermost elements beside the text, whose pictures are dropped: none of their lines is kept or a
    caption.

    Half or more of their letters are in links, or their name is one of `BESIDE_NAME`. An element with neither may
    be a picture of the article with its credit.
    """
    # Prefix sums: lines of the article, and letters in links less those outside.
    lines, text = page_lines.lines, set(places)
    used = [0, *accumulate([place in text or line.nodes[0] in captions for place, line in enumerate(lines)])]
    letters = [0, *accumulate([2 * line.linked - line.size for line in lines])]
    found = []
    done = -1
    for element, (first, last) in enumerate(zip(page_lines.first, page_lines.last, strict=True)):
        if done <= first < last and used[last] == used[first] and not page_lines.traits[element] & _FIGURE:
            name = page_lines.names[element]
            if letters[last] >= letters[first] or (name and BESIDE_NAME.matches(name)):
                found.append(page_lines.node[element].mem_id)
                done = last
    return frozenset(found)
