"""The elements of a page by their tags, found in one pass over its tree.

A selector walks the whole tree, and most of what the steps of a page look for is not there. One walk tells each
step whether it has anything to do, and with which elements.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

INLINE = ("span", "small", "em", "i", "b", "sup", "sub", "dfn", "abbr", "strong")
"""Elements of which a sentence is made, and whose class names tell what they are."""

STEP = 100
"""Of so many elements one is asked how deep it lies: what is so deep holds more than that further in."""

Attributed = tuple[LexborNode, Mapping[str, str | None]]
"""An element with its attributes."""


class PageElements:
    """The elements of `tree`; whoever changes it says so, and they are found anew when somebody asks again."""

    __slots__ = ("_attributed", "_by_tag", "_gone", "_inline_names", "_sample", "tree")

    def __init__(self, tree: LexborHTMLParser) -> None:
        self.tree = tree
        self._by_tag: Mapping[str, Sequence[LexborNode]] | None = None
        self._attributed: dict[str, list[Attributed]] = {}
        self._gone: set[int] = set()
        self._inline_names: str | None = None
        self._sample: list[LexborNode] = []

    def are_deep(self, depth: int) -> bool:
        """Whether elements lie inside of more than `depth` others, and at least `STEP` of them."""
        self.of("html")
        return any(_lies_deep(node, depth) for node in self._sample)

    def of(self, *tags: str) -> list[LexborNode]:
        """The elements of these tags, those of each in page order."""
        by_tag = self._by_tag
        if by_tag is None:
            self._gone.clear()
            by_tag = self._by_tag = self._found()
        found = [node for tag in tags for node in by_tag.get(tag, ())]
        return [node for node in found if node.mem_id not in self._gone] if self._gone else found

    def attributed(self, tag: str) -> list[Attributed]:
        """The elements of a tag, each with its attributes, which are read once for all who ask."""
        known = self._attributed.get(tag)
        if known is None:
            known = self._attributed[tag] = [(node, node.attributes) for node in self.of(tag)]
        return [one for one in known if one[0].mem_id not in self._gone] if self._gone else known

    def inline_names(self) -> str:
        """The class names of all elements inside of sentences, a line each."""
        if self._inline_names is None:
            named = (attributes.get("class") for tag in INLINE for _, attributes in self.attributed(tag))
            self._inline_names = "\n".join(filter(None, named))
        return self._inline_names

    def removed(self, node: LexborNode) -> None:
        """An element is about to be taken out of the tree, with all that is in it."""
        self._inline_names = None
        self._gone.update([inner.mem_id for inner in node.traverse()])

    def unwrapped(self, node: LexborNode) -> None:
        """What is in an element is about to take its place."""
        self._inline_names = None
        self._gone.add(node.mem_id)

    def changed(self) -> None:
        """The tree is another in more than what was removed: some elements are new, or have other attributes."""
        self._by_tag = self._inline_names = None
        self._attributed.clear()

    def _found(self) -> Mapping[str, Sequence[LexborNode]]:
        found: defaultdict[str, list[LexborNode]] = defaultdict(list)
        every = self.tree.css("*")
        for node in every:
            found[node.tag or ""].append(node)
        self._sample = every[::STEP]
        return dict(found)


def _lies_deep(node: LexborNode, depth: int) -> bool:
    above: LexborNode | None = node
    while above is not None and depth >= 0:
        above, depth = above.parent, depth - 1
    return above is not None
