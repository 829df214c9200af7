"""Markup to blocks: of a page's body, and of a feed's own content.

The walk is in `builder.py`, what each element becomes in `elements.py`; here is what the other rooms ask for.
"""

from selectolax.lexbor import LexborNode

from tuinews.extract.article.blocks.builder import Builder, ElementRole, NodeSelection
from tuinews.extract.article.blocks.elements import read
from tuinews.extract.article.blocks.polish import polished
from tuinews.extract.article.markup.markup import plain_elements
from tuinews.model.document import Block, Document


def blocks_of(root: LexborNode, base: str | None, selection: NodeSelection | None = None) -> tuple[Block, ...]:
    """The blocks of all under `root`, or of what `selection` keeps; addresses are made absolute by `base`."""
    builder = Builder(base, selection)
    blocks = read(builder, root)
    return polished(builder.notes.linked(blocks), builder.terms)


def document_from_html(html: str, base_url: str | None) -> Document:
    """A feed's content, or any fragment of HTML, as blocks."""
    body = plain_elements(html).tree.body
    return Document(blocks_of(body, base_url)) if body is not None else Document()


__all__ = ["ElementRole", "NodeSelection", "blocks_of", "document_from_html"]
