"""Items and cells whose text is wrapped in a block of its own, which some editors write and which says nothing."""

from selectolax.lexbor import LexborHTMLParser

from tuinews.extract.article.markup.nodes import outermost
from tuinews.extract.page.tags import BLOCKS
from tuinews.extract.page.tree import after_blanks

_WRAPPED = "li > div, li > section"


def plain_items(tree: LexborHTMLParser) -> None:
    """Makes `<li>text</li>` of `<li><div>text</div></li>`."""
    for node in outermost(tree.css(_WRAPPED)):
        item = node.parent
        if item is None or item.child is None:
            continue
        first = item.child if (item.child.tag or "") != "-text" else after_blanks(item.child)
        alone = first is not None and first.mem_id == node.mem_id and after_blanks(node) is None
        if alone and not any(
            (inner.tag or "") in BLOCKS for inner in node.traverse() if inner.mem_id != node.mem_id
        ):
            node.unwrap()
