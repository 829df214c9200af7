"""A page as lines: one walk over the tree into flat lists, which all later steps use.

A line is what a browser displays as one paragraph: the text between two block boundaries (or two line breaks). The
block elements around the lines are parallel lists indexed by element: parent, tag, names, traits, and the range of
lines inside. Sums over a subtree are then differences of two prefix sums.
"""

from collections.abc import Iterator
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
    include those of its ancestors. `alts` are the alt texts of all pictures, `attributes` the names of the
    attributes that any of the elements has.
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
    attributes: set[str] = field(default_factory=set)
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

    def names_apart(self, element: int) -> Iterator[str]:
        """The names of an element and of those around it, as far as these do not hold the headline too."""
        while element > 0 and not self.first[element] <= self.h1 < self.last[element]:
            if self.names[element]:
                yield self.names[element]
            element = self.parent[element]

    def rename(self, names: list[str]) -> None:
        """Give the elements other names, one for each."""
        self.names, self._index = names, None

    def add_element(self, node: LexborNode, tag: str, parent: int) -> int:
        """Add an element that begins before the next line, -1 for the parent of the root; returns its index."""
        attributes = node.attributes
        self.attributes.update(attributes)
        traits, names = traits_of(tag, attributes)
        self.parent.append(parent)
        self.tag.append(tag)
        self.names.append(names)
        self.traits.append(traits | self.traits[parent] if parent >= 0 else traits)
        self.first.append(len(self.lines))
        self.last.append(-1)
        self.node.append(node)
        return len(self.parent) - 1


def page_lines_of(root: LexborNode, *, margins: bool = False) -> PageLines:
    """The lines under `root`; those in `nav`, `aside`, `footer` and `noscript` only with `margins`.

    One loop over every node of the page. What is done for each node stands in it, though that makes it long: calls
    would double its cost. What is done for each line and each element has a function.
    """
    page_lines = PageLines()
    lines, last, traits = page_lines.lines, page_lines.last, page_lines.traits
    line = _LineInMaking(page_lines)
    element = page_lines.add_element(root, root.tag or "body", -1)
    node, here = root.child, root
    # What follows an element that was entered, what was so around it, and whether the element is a block.
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
            if line.texts or not text.isspace():
                line.texts.append(text)
                line.nodes.append(here.mem_id)
                if in_link:
                    line.linked += len(text.strip())
                if in_bold:
                    line.bold += len(text.strip())
                if line.breaks and not text.isspace():
                    line.breaks = 0
        elif kind == BLOCK or (kind == BREAK and line.breaks and line.texts):
            if line.texts:
                line.end(element)
                if len(lines) >= MAX_LINES:
                    break
            line.breaks = 2 if kind == BREAK else 0
            if ends:
                last[element] = len(lines)
                element, ends = above, False
                continue
            child = here.child
            if kind == BLOCK and child is not None:
                tag = here.tag or ""
                if tag not in MARGINS or margins or (tag == "footer" and traits[element] & _QUOTE):
                    stack.append((following, element, in_link, in_bold, True))
                    element = page_lines.add_element(here, tag, element)
                    in_bold = in_bold and tag not in HEADINGS
                    node = child
                    continue
        elif kind == BREAK:
            line.breaks += 1
            line.texts.append(" ")
        elif kind == PICTURE:
            line.pictures += 1
            if alt := here.attrs.get("alt"):
                page_lines.alts.add(" ".join(alt.split())[:MAX_ALT])
        elif kind >= INLINE or (kind == WITHOUT_SCRIPTS and margins):
            child = here.child
            if child is not None:
                if kind == TIME:
                    page_lines.times.append((len(lines), here.attributes.get("datetime") or ""))
                if not line.texts and kind != LINK and not line.own:
                    line.own = "time" if kind == TIME else here.attrs.get("class") or ""
                stack.append((following, element, in_link, in_bold, False))
                if kind == LINK:
                    in_link = True
                    line.links += 1
                elif kind == BOLD:
                    in_bold = True
                node = child
                continue
        node = following
    if line.texts and len(lines) < MAX_LINES:
        line.end(element)
    for place, end in enumerate(last):
        if end < 0:
            last[place] = len(lines)
    return page_lines


class _LineInMaking:
    """What was read since the last line ended: the texts of its nodes and their ids, and what a `PageLine` counts.

    `breaks` are the line breaks since its last text; the second of two ends the line.
    """

    __slots__ = ("_page_lines", "bold", "breaks", "linked", "links", "nodes", "own", "pictures", "texts")

    def __init__(self, page_lines: PageLines) -> None:
        self._page_lines = page_lines
        self.texts: list[str] = []
        self.nodes: list[int] = []
        self.linked = self.links = self.bold = self.pictures = self.breaks = 0
        self.own = ""

    def end(self, element: int) -> None:
        """Add the line to the page, where it has text; pictures before a line without text are before the next."""
        texts = self.texts
        text = " ".join("".join(texts).split())
        if text:
            page_lines = self._page_lines
            if page_lines.h1 < 0 and page_lines.tag[element] == "h1":
                page_lines.h1 = len(page_lines.lines)
            parts = tuple(texts) if len(texts) > 1 and len(text) <= LONGEST_IN_PARTS else ()
            page_lines.lines.append(
                PageLine(
                    text, element, self.nodes, self.linked, self.links, self.bold, self.pictures, self.own, parts
                )
            )
            self.pictures = 0
        self.nodes = []
        texts.clear()
        self.linked = self.links = self.bold = 0
        self.own = ""


__all__ = ["MAX_LINES", "PageLine", "PageLines", "Trait", "page_lines_of"]
