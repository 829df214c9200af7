"""Nodes of a tree that is being changed: an element inside one that was taken out must not be touched again."""

from collections.abc import Iterable

from selectolax.lexbor import LexborNode

from tuinews.extract.page.elements import PageElements
from tuinews.extract.page.tree import attribute


def outermost(nodes: Iterable[LexborNode]) -> list[LexborNode]:
    """The nodes that lie in no other of them, each once."""
    every = {node.mem_id: node for node in nodes}
    return [node for node in every.values() if not _lies_in(node, every)]


def holds(node: LexborNode, inner: LexborNode) -> bool:
    """Whether one node lies in another."""
    return _lies_in(inner, {node.mem_id: node})


def remove(elements: PageElements, nodes: Iterable[LexborNode]) -> None:
    """Takes these elements out of their tree, with all that is in them."""
    for node in outermost(nodes):
        elements.removed(node)
        node.decompose()


def class_of(node: LexborNode) -> str:
    """The class names of an element."""
    return attribute(node, "class")


def _lies_in(node: LexborNode, others: dict[int, LexborNode]) -> bool:
    above = node.parent
    while above is not None:
        if above.mem_id in others:
            return True
        above = above.parent
    return False
