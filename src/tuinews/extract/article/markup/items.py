"""Items and cells whose text is wrapped in a block of its own, which some editors write and which says nothing."""

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tuinews.extract.article.markup.nodes import outermost
from tuinews.extract.page.tags import BLOCKS
from tuinews.extract.page.tree import after_blanks, attribute

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


def listed_by_role(tree: LexborHTMLParser) -> None:
    """Makes `<ul>` and `<li>` of elements that are a list and its items by their roles (WAI-ARIA) alone."""
    for box in tree.css("div[role=list]"):
        items = [child for child in box.iter() if child.attributes.get("role") == "listitem"]
        if not items or len(items) != len(list(box.iter())) or any(item.tag != "div" for item in items):
            continue
        for item in items:
            _renamed(tree, item, "li")
        _renamed(tree, box, "ul")


def _renamed(tree: LexborHTMLParser, node: LexborNode, tag: str) -> None:
    other = tree.create_node(tag)
    for name in ("id", "class"):
        if value := attribute(node, name):
            other.attrs[name] = value
    for child in list(node.iter(include_text=True)):
        other.insert_child(child)
    node.replace_with(other)
