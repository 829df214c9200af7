"""A page as a flow of lines: one walk over the tree into flat lists, which everything after it reads.

A line is what a browser would set as one paragraph: the text between two block boundaries (or two line breaks).
Beside it stand the block elements that hold the lines, as parallel lists indexed by element: parent, tag, class
words, traits, and the range of lines inside. Sums over a subtree are then differences of two prefix sums.
"""

from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from tuinews.extract.tags import BLOCKS, HEADINGS, MARGINS, UNREAD, Trait, traits_of

MAX_LINES = 12_000
"""Lines that are looked at; no article is so long."""


_QUOTE = int(Trait.QUOTE)


class Line:
    """One line: its text, how much of it is linked and bold, where it stands, and its text nodes."""

    __slots__ = ("bold", "element", "linked", "links", "nodes", "own", "pictures", "size", "text")

    def __init__(self, text: str, element: int, nodes: list[int]) -> None:
        self.text, self.element, self.nodes = text, element, nodes
        self.size = len(text)
        self.linked = self.links = self.bold = self.pictures = 0
        self.own = ""


@dataclass(slots=True)
class Flow:
    """The lines of a page and the block elements around them; element 0 is the root of the walk."""

    lines: list[Line] = field(default_factory=list)
    parent: list[int] = field(default_factory=list)
    tag: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    traits: list[int] = field(default_factory=list)
    first: list[int] = field(default_factory=list)
    last: list[int] = field(default_factory=list)
    node: list[LexborNode] = field(default_factory=list)
    alts: set[str] = field(default_factory=set)
    times: list[tuple[int, str]] = field(default_factory=list)
    """For each `time` element: the line it stands in, and its `datetime`."""
    h1: int = -1
    """The line of the first `h1` that has text, -1 where there is none."""


def flow_of(root: LexborNode, *, margins: bool = False) -> Flow:
    """The flow of the lines under `root`; those in `nav`, `aside` and `footer` only with `margins`.

    One loop over every node of the page, longer than the house likes: calls would double its cost.
    """
    flow = Flow()
    lines, parent, tags, names, traits = flow.lines, flow.parent, flow.tag, flow.names, flow.traits
    first, last, nodes = flow.first, flow.last, flow.node
    buffer: list[str] = []
    ids: list[int] = []
    linked = links = bold = pictures = breaks = 0
    own = ""

    def open_element(at: LexborNode, tag: str, above: int) -> int:
        parent.append(above)
        tags.append(tag)
        found, name = traits_of(tag, at.attributes)
        names.append(name)
        traits.append(found | (traits[above] if above >= 0 else 0))
        first.append(len(lines))
        last.append(0)
        nodes.append(at)
        return len(parent) - 1

    def flush(element: int) -> None:
        nonlocal buffer, ids, linked, links, bold, pictures, own
        text = " ".join("".join(buffer).split())
        if text:
            line = Line(text, element, ids)
            line.linked, line.links, line.bold, line.pictures, line.own = linked, links, bold, pictures, own
            if flow.h1 < 0 and tags[element] == "h1":
                flow.h1 = len(lines)
            lines.append(line)
            ids = []
            pictures = 0
        else:
            ids.clear()
        buffer.clear()
        linked = links = bold = 0
        own = ""

    element = open_element(root, root.tag or "body", -1)
    node = root.child
    stack: list[tuple[LexborNode | None, int, bool, bool, bool]] = []
    in_link = in_bold = False
    while len(lines) < MAX_LINES:
        if node is None:
            if not stack:
                break
            node, above, in_link, in_bold, is_block = stack.pop()
            if is_block:
                if buffer:
                    flush(element)
                last[element] = len(lines)
                element = above
            continue
        tag = node.tag or ""
        following = node.next
        if tag == "-text":
            text = node.text_content
            if text:
                buffer.append(text)
                ids.append(node.mem_id)
                if in_link:
                    linked += len(text.strip())
                if in_bold:
                    bold += len(text.strip())
                if breaks and not text.isspace():
                    breaks = 0
        elif tag == "br":
            breaks += 1
            if breaks > 1 and buffer:
                flush(element)
            else:
                buffer.append(" ")
        elif tag in BLOCKS:
            if buffer:
                flush(element)
            breaks = 0
            child = node.child
            if tag in MARGINS and not margins and not (tag == "footer" and traits[element] & _QUOTE):
                child = None
            if child is not None:
                stack.append((following, element, in_link, in_bold, True))
                element = open_element(node, tag, element)
                if tag in HEADINGS:
                    in_bold = False
                node = child
                continue
        elif tag in UNREAD:
            if tag == "img":
                pictures += 1
                alt = node.attributes.get("alt")
                if alt:
                    flow.alts.add(" ".join(alt.split())[:300])
        elif tag and tag[0] != "-" and tag[0] != "!":
            child = node.child
            if child is not None:
                if tag == "time":
                    flow.times.append((len(lines), node.attributes.get("datetime") or ""))
                if not buffer and tag != "a" and not own:
                    own = tag if tag == "time" else node.attributes.get("class") or ""
                stack.append((following, element, in_link, in_bold, False))
                if tag == "a":
                    in_link = True
                    links += 1
                elif tag == "b" or tag == "strong":
                    in_bold = True
                node = child
                continue
        node = following
    if buffer:
        flush(element)
    for place in range(len(last)):
        if not last[place]:
            last[place] = (
                len(lines) if first[place] < len(lines) and _is_open(flow, place, element) else first[place]
            )
    return flow


def _is_open(flow: Flow, place: int, element: int) -> bool:
    while element > place:
        element = flow.parent[element]
    return element == place


__all__ = ["MAX_LINES", "Flow", "Line", "Trait", "flow_of"]
