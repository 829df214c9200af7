"""A page as a flat outline: its elements and texts in document order, each with the end of its subtree.

Finding lists takes thousands of questions about what is between two nodes. On a flat list with prefix sums each is
a subtraction, and nothing recurses, however deeply a hostile page nests.
"""

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tuinews.extract.page.letters import UNSPACED
from tuinews.extract.page.tags import UNSHOWN_STYLE
from tuinews.quick_dataclass import dataclass

MAX_NODES = 200_000
"""Nodes that are read; a front page has 3,000 to 15,000."""

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
BLOCKS = (
    HEADINGS
    | frozenset(
        ("p", "div", "li", "ul", "ol", "section", "article", "header", "footer", "aside", "nav", "main", "table")
    )
    | frozenset(
        (
            "tr",
            "td",
            "th",
            "tbody",
            "thead",
            "dl",
            "dt",
            "dd",
            "figure",
            "figcaption",
            "br",
            "hr",
            "blockquote",
            "form",
        )
    )
    | {"pre", "center", "address", "fieldset", "body"}
)
_SKIPPED = frozenset(
    ("script", "style", "noscript", "template", "svg", "head", "iframe", "select", "option", "textarea", "math")
) | {"object", "video", "audio", "canvas", "map"}
_LINED = HEADINGS | {"a"}
"""Elements in which two `span` in a row are lines."""

_LETTERS_ALONE = 2
"""Letters of a `span` up to which it is an initial, or one of the letters that a script moves."""

_MOST_ANCESTORS = 1000
"""Elements around a node that are followed; no page that people write nests so deeply."""


@dataclass(slots=True)
class Node:
    """An element, or a text (then `tag` is ""). `end` is the index after its subtree; `names` are class and id."""

    index: int
    tag: str
    parent: int
    end: int
    depth: int
    attributes: dict[str, str | None]
    text: str = ""
    names: str = ""

    @property
    def is_text(self) -> bool:
        """Whether this is a run of text."""
        return not self.tag

    @property
    def first_class(self) -> str:
        """The first of the element's classes, "" where it has none."""
        return (self.attributes.get("class") or "").strip().split(" ")[0]


class Outline:
    """The nodes of a page's body in document order; `nodes[0]` is the body itself.

    `breaks` are the indexes before which a line ends, because a block begins or ends there.
    """

    def __init__(self, nodes: list[Node]) -> None:
        self.nodes = nodes
        self._texts: dict[int, str] = {}
        self.breaks = {n.index for n in nodes if n.tag in BLOCKS} | {n.end for n in nodes if n.tag in BLOCKS}
        self._blanks = self.breaks | _behind_stamps(nodes)

    def __len__(self) -> int:
        return len(self.nodes)

    def text(self, index: int) -> str:
        """The visible text of a node: blocks separated by a space, white space collapsed."""
        known = self._texts.get(index)
        if known is None:
            known = self._texts[index] = self.text_between(index, self.nodes[index].end)
        return known

    def text_between(self, start: int, end: int, without: frozenset[int] | set[int] = frozenset()) -> str:
        """The text of the nodes from `start` up to `end`, except the subtrees of `without`."""
        nodes, blanks = self.nodes, self._blanks
        parts: list[str] = []
        i = start
        while i < end:
            if i in blanks:
                parts.append(" ")
            if i in without:
                parts.append(" ")
                i = nodes[i].end
                continue
            if nodes[i].text:
                parts.append(nodes[i].text)
            i += 1
        return " ".join("".join(parts).split())

    def ancestors(self, index: int, limit: int = _MOST_ANCESTORS) -> list[int]:
        """The indexes of the elements around a node, the nearest first, at most `limit`."""
        found: list[int] = []
        parent = self.nodes[index].parent
        while parent >= 0 and len(found) < limit:
            found.append(parent)
            parent = self.nodes[parent].parent
        return found

    def children(self, index: int) -> list[int]:
        """The indexes of a node's children."""
        found: list[int] = []
        child, end = index + 1, self.nodes[index].end
        while child < end:
            found.append(child)
            child = self.nodes[child].end
        return found

    def contains(self, outer: int, inner: int) -> bool:
        """Whether `inner` is `outer` or inside it."""
        return outer <= inner < self.nodes[outer].end


def _behind_stamps(nodes: list[Node]) -> set[int]:
    """The texts that only a style sets apart from a `span` before them: behind the place before a lead, and the
    second line of a headline.
    """
    found: set[int] = set()
    for span in nodes:
        if span.tag != "span" or span.end >= len(nodes):
            continue
        before, node = nodes[span.end - 1], nodes[span.end]
        if before.parent != span.index or not before.text or not before.text[-1].isalnum():
            continue
        if node.text:
            if span.names.strip() and _meet(before, node):
                found.add(node.index)
        elif node.tag == "span" and node.parent == span.parent and nodes[node.parent].tag in _LINED:
            text = nodes[node.index + 1] if node.index + 1 < node.end else node
            if text.text and _are_words(before.text, text.text):
                found.add(node.index)
    return found


def _meet(before: Node, node: Node) -> bool:
    return before.text[-1].islower() and node.text[0].isupper()


def _are_words(one: str, other: str) -> bool:
    """Whether two texts are words of a script with blanks, and no letters that a style sets one by one."""
    return (
        min(len(one), len(other)) > _LETTERS_ALONE
        and one[-1].isalnum()
        and other[0].isalnum()
        and UNSPACED.search(one + other) is None
    )


def outline_of(tree: LexborHTMLParser) -> Outline:
    """The outline of a page's body; empty where it has none. Scripts, styles and hidden parts are left out."""
    body = tree.body
    nodes: list[Node] = []
    if body is None:
        return Outline(nodes)
    places: dict[int, int] = {}
    for raw in body.traverse(include_text=True):
        parent_raw = raw.parent
        parent = places.get(parent_raw.mem_id, -1) if parent_raw is not None else -1
        if parent < 0 and nodes:
            continue
        if raw.tag == "noscript":
            raw = raw.css_first("img") or raw  # the picture that a script would set in place of a blank one
        node = _node_of(raw, len(nodes), parent, nodes[parent].depth + 1 if nodes else 0)
        if node is None:
            continue
        if not node.is_text:
            places[raw.mem_id] = node.index
        nodes.append(node)
        if len(nodes) >= MAX_NODES:
            break
    for node in reversed(nodes):
        if node.parent >= 0 and nodes[node.parent].end < node.end:
            nodes[node.parent].end = node.end
    return Outline(nodes)


def _node_of(raw: LexborNode, index: int, parent: int, depth: int) -> Node | None:
    tag = raw.tag or ""
    if tag == "-text":
        return Node(index, "", parent, index + 1, depth, {}, raw.text_content or "")
    if tag.startswith(("-", "!")) or tag in _SKIPPED:
        return None
    attributes = raw.attributes
    if tag == "img" and raw.parent is not None and raw.parent.tag == "noscript":
        tag = "source"  # one picture in two forms, and no second one
    if index and _is_hidden(tag, attributes):
        return None
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}" if attributes else ""
    return Node(index, tag, parent, index + 1, depth, attributes, "", names)


def _is_hidden(tag: str, attributes: dict[str, str | None]) -> bool:
    if not attributes:
        return False
    if "hidden" in attributes and attributes["hidden"] != "until-found":
        return True
    style = attributes.get("style")
    if style and tag != "p" and UNSHOWN_STYLE.search(style):
        return True
    return attributes.get("aria-hidden") == "true" and tag in ("span", "i", "button", "ul", "nav")
