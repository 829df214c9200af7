"""Captions in an element of sentences, which the style sheet sets as a line of its own: `<em class="img_desc">`.

Without a style sheet the text that follows stands in the same line, and the paragraph would go with the caption.
"""

from itertools import chain

from selectolax.lexbor import LexborNode

from tuinews.extract.article.markup.nodes import outermost
from tuinews.extract.page.elements import INLINE, PageElements
from tuinews.extract.page.names import holds_caption
from tuinews.extract.page.tree import elements_beside

MOST = 60
"""Captions of one page that are set apart."""

LEAST_BEHIND = 20
"""Letters of what is a paragraph behind a caption; fewer may be a credit."""

HEIGHT = 3
"""Elements around a caption in which its picture stands."""


def captions_apart(elements: PageElements) -> None:
    """Makes a `figcaption` of each such element between a picture and a paragraph in the same line."""
    named = chain.from_iterable(elements.attributed(tag) for tag in INLINE)
    found = outermost([node for node, attributes in named if holds_caption(attributes.get("class") or "")][:MOST])
    for node in found:
        if node.text(deep=True).strip() and _has_text_behind(node) and _is_behind_picture(node):
            apart = elements.tree.create_node("figcaption")
            for child in list(node.iter(include_text=True)):
                apart.insert_child(child)
            node.replace_with(apart)
            elements.changed()


def _has_text_behind(node: LexborNode) -> bool:
    """Whether a paragraph goes on in the line of an element."""
    one: LexborNode | None = node
    for _ in range(HEIGHT):
        if one is None or (one.tag not in INLINE and one.mem_id != node.mem_id):
            return False
        if one.next is not None:
            return one.next.tag == "-text" and len((one.next.text_content or "").strip()) >= LEAST_BEHIND
        one = one.parent
    return False


def _is_behind_picture(node: LexborNode) -> bool:
    """Whether a picture stands directly before an element, or before the one that it is the rest of."""
    if any(above.tag in ("figure", "figcaption") for above in _around(node)):
        return False
    for one in (node, *_around(node)):
        before = next(elements_beside(one, "prev"), None)
        if before is not None:
            return before.tag in ("img", "picture") or before.css_first("img") is not None
    return False


def _around(node: LexborNode) -> list[LexborNode]:
    found: list[LexborNode] = []
    above = node.parent
    while above is not None and len(found) < HEIGHT:
        found.append(above)
        above = above.parent
    return found
