"""A page as lines: one walk over the tree into flat lists, which all later steps use.

A line is what a browser displays as one paragraph: the text between two block boundaries (or two line breaks). The
block elements around the lines are parallel lists indexed by element: parent, tag, names, traits, and the range of
lines inside. Sums over a subtree are then differences of two prefix sums.
"""

from dataclasses import field

from selectolax.lexbor import LexborNode

from tuinews.extract.page.element_index import ElementIndex
from tuinews.extract.page.tags import (
    BLOCK,
    BLOCKS,
    BOLD,
    BREAK,
    HEADINGS,
    INLINE,
    KINDS,
    LINK,
    MARGINS,
    PICTURE,
    TEXT,
    TIME,
    TIME_TAGS,
    UNKNOWN,
    WITHOUT_SCRIPTS,
    Trait,
    traits_of,
)
from tuinews.quick_dataclass import dataclass

MAX_LINES = 12_000
"""Lines that are read; no article is so long."""

MAX_ALT = 300
"""Characters of an alt text that are kept, to compare it with lines."""


LONGEST_IN_PARTS = 250
"""Letters of a line of which the pieces are kept apart: what is longer is a paragraph of text."""

_QUOTE = int(Trait.QUOTE)


class PageLine:
    """One line: its text, the index of its element, and the ids of its text nodes.

    `size`, `linked` and `bold` are its letters, those in links and those in bold; `links` and `pictures` are the
    links in it and the pictures before it; `own` is the class of the inline element that begins it ("time" for a
    `time`). `parts` has for a short line the text of each node, since two elements may meet without a space.
    """

    __slots__ = ("bold", "element", "linked", "links", "nodes", "own", "parts", "pictures", "size", "text")

    def __init__(
        self,
        text: str,
        element: int,
        nodes: list[int],
        linked: int,
        links: int,
        bold: int,
        pictures: int,
        own: str,
        parts: tuple[str, ...] = (),
    ) -> None:
        self.text, self.size, self.element, self.nodes = text, len(text), element, nodes
        self.linked, self.links, self.bold, self.pictures, self.own = linked, links, bold, pictures, own
        self.parts = parts

    @property
    def apart(self) -> str:
        """The text with a blank wherever two elements meet; that of a long line as it is."""
        return " ".join(" ".join(self.parts).split()) if self.parts else self.text


@dataclass(slots=True)
class PageLines:
    """The lines of a page and the block elements around them; element 0 is the root of the walk.

    For each element, the lines inside are `first` up to `last`; `names` are its class, id and itemprop; `traits`
    include those of its ancestors. `alts` are the alt texts of all pictures.
    """

    lines: list[PageLine] = field(default_factory=list)
    parent: list[int] = field(default_factory=list)
    tag: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    traits: list[int] = field(default_factory=list)
    first: list[int] = field(default_factory=list)
    last: list[int] = field(default_factory=list)
    node: list[LexborNode] = field(default_factory=list)
    alts: set[str] = field(default_factory=set)
    times: list[tuple[int, str]] = field(default_factory=list)
    """For each `time` element: its line, and its `datetime`."""
    h1: int = -1
    """The line of the first `h1` that has text, -1 where there is none."""
    _index: ElementIndex | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def index(self) -> ElementIndex:
        """The elements by their tags and names."""
        if self._index is None:
            self._index = ElementIndex(self.tag, self.names)
        return self._index


def page_lines_of(root: LexborNode, *, margins: bool = False) -> PageLines:
    """The lines under `root`; those in `nav`, `aside`, `footer` and `noscript` only with `margins`.

    One loop over every node of the page, longer than other functions here: calls would double its cost.
    """
    page_lines = PageLines()
    lines, parent, tags, names, traits = (
        page_lines.lines,
        page_lines.parent,
        page_lines.tag,
        page_lines.names,
        page_lines.traits,
    )
    first, last, nodes = page_lines.first, page_lines.last, page_lines.node
    buffer: list[str] = []
    ids: list[int] = []
    linked = links = bold = pictures = breaks = 0
    own = ""
    element = _root_of(page_lines, root)
    node, here = root.child, root
    stack: list[tuple[LexborNode | None, int, bool, bool, bool]] = []
    in_link = in_bold = ends = False
    kinds, most = KINDS, len(KINDS)
    while True:
        if node is None:
            if not stack:
                break
            node, above, in_link, in_bold, ends = stack.pop()
            if not ends:
                continue
            kind, following = BLOCK, node
        else:
            here, following = node, node.next
            tag_id = here.tag_id
            kind = kinds[tag_id] if tag_id < most else UNKNOWN
            if kind == UNKNOWN:
                kind = BLOCK if here.tag in BLOCKS else TIME if here.tag in TIME_TAGS else INLINE
        if kind == TEXT:
            text = here.text_content or ""
            if buffer or not text.isspace():
                buffer.append(text)
                ids.append(here.mem_id)
                if in_link:
                    linked += len(text.strip())
                if in_bold:
                    bold += len(text.strip())
                if breaks and not text.isspace():
                    breaks = 0
        elif kind == BLOCK or (kind == BREAK and breaks and buffer):
            if buffer:
                text = " ".join("".join(buffer).split())
                if text:
                    if page_lines.h1 < 0 and tags[element] == "h1":
                        page_lines.h1 = len(lines)
                    parts = tuple(buffer) if len(buffer) > 1 and len(text) <= LONGEST_IN_PARTS else ()
                    lines.append(PageLine(text, element, ids, linked, links, bold, pictures, own, parts))
                    if len(lines) >= MAX_LINES:
                        break
                    ids = []
                    pictures = 0
                else:
                    ids.clear()
                buffer.clear()
                linked = links = bold = 0
                own = ""
            breaks = 2 if kind == BREAK else 0
            if ends:
                last[element] = len(lines)
                element, ends = above, False
                continue
            child = here.child
            if kind == BLOCK and child is not None:
                tag = here.tag or ""
                if tag not in MARGINS or margins or (tag == "footer" and traits[element] & _QUOTE):
                    stack.append((following, element, in_link, in_bold, True))
                    found, name = traits_of(tag, here.attributes)
                    parent.append(element)
                    tags.append(tag)
                    names.append(name)
                    traits.append(found | traits[element])
                    first.append(len(lines))
                    last.append(-1)
                    nodes.append(here)
                    element = len(parent) - 1
                    in_bold = in_bold and tag not in HEADINGS
                    node = child
                    continue
        elif kind == BREAK:
            breaks += 1
            buffer.append(" ")
        elif kind == PICTURE:
            pictures += 1
            alt = here.attrs.get("alt")
            if alt:
                page_lines.alts.add(" ".join(alt.split())[:MAX_ALT])
        elif kind >= INLINE or (kind == WITHOUT_SCRIPTS and margins):
            child = here.child
            if child is not None:
                if kind == TIME:
                    page_lines.times.append((len(lines), here.attributes.get("datetime") or ""))
                if not buffer and kind != LINK and not own:
                    own = "time" if kind == TIME else here.attrs.get("class") or ""
                stack.append((following, element, in_link, in_bold, False))
                if kind == LINK:
                    in_link = True
                    links += 1
                elif kind == BOLD:
                    in_bold = True
                node = child
                continue
        node = following
    if buffer and len(lines) < MAX_LINES and (text := " ".join("".join(buffer).split())):
        parts = tuple(buffer) if len(text) <= LONGEST_IN_PARTS else ()
        lines.append(PageLine(text, element, ids, linked, links, bold, pictures, own, parts))
    for place, end in enumerate(last):
        if end < 0:
            last[place] = len(lines)
    return page_lines


def _root_of(page_lines: PageLines, root: LexborNode) -> int:
    """Add the root of the walk as element 0; returns its index."""
    found, name = traits_of(root.tag or "body", root.attributes)
    page_lines.parent.append(-1)
    page_lines.tag.append(root.tag or "body")
    page_lines.names.append(name)
    page_lines.traits.append(found)
    page_lines.first.append(0)
    page_lines.last.append(-1)
    page_lines.node.append(root)
    return 0


__all__ = ["MAX_LINES", "PageLine", "PageLines", "Trait", "page_lines_of"]
