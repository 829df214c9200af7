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

BOLD_SHARE = 0.8
"""Share of bold letters from which a line is bold; a comma or a place may be outside."""

LONGEST_UNSEEN, _UNSEEN = 3, "\u200b\u200c\u200d\u2060\ufeff"
"""Characters that take no room, and how many of them an editor leaves in a paragraph without text."""

_QUOTE = int(Trait.QUOTE)


@dataclass(slots=True, eq=False)
class PageLine:
    """One line: its text, the index of its element, and the ids of its text nodes.

    `size`, `linked` and `bold` are its letters, those in links and those in bold; `links` and `pictures` are the
    links in it and the pictures before it; `own` is the class of the inline element that begins it ("time" for a
    `time`). `parts` has for a short line the text of each node, since two elements may meet without a space.
    """

    text: str
    size: int
    element: int
    nodes: list[int]
    linked: int
    links: int
    bold: int
    pictures: int
    own: str
    parts: tuple[str, ...] = ()

    @property
    def is_bold(self) -> bool:
        """Whether the line is set in bold."""
        return self.bold >= BOLD_SHARE * self.size

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
    """The line of the first `h1` that has text, -1 if there is none."""
    data_tables: dict[int, bool] = field(default_factory=dict)
    """Of each table that was asked of, whether it holds data; `picture_tables` whether it sets pictures."""
    picture_tables: dict[int, bool] = field(default_factory=dict)
    _index: ElementIndex | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def index(self) -> ElementIndex:
        """The elements by their tags and names."""
        if self._index is None:
            self._index = ElementIndex(self.tag, self.names)
        return self._index

    def tag_and_names(self, place: int) -> tuple[str, str]:
        """The tag and the names of the element of a line."""
        element = self.lines[place].element
        return self.tag[element], self.names[element]

    def names_apart(self, element: int) -> Iterator[str]:
        """The names of an element and of those around it, as far as these do not hold the headline too."""
        while element > 0 and not self.first[element] <= self.h1 < self.last[element]:
            if self.names[element]:
                yield self.names[element]
            element = self.parent[element]

    def rename(self, names: list[str]) -> None:
        """Give the elements other names, one for each."""
        self.names, self._index = names, None

    def is_of_quotation(self, tag: str, parent: int) -> bool:
        """Whether an element in a parent is the footer of a quotation: who said it."""
        return tag == "footer" and self.traits[parent] & _QUOTE != 0

    def add_element(self, node: LexborNode, tag: str, parent: int) -> int:
        """Add an element that begins before the next line, -1 for the parent of the root; returns its index."""
        attributes = node.attributes
        if attributes:
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

    One loop over all nodes with a stack of its own, since pages are nested deeper than Python's calls may be.
    """
    page_lines = PageLines()
    lines, last = page_lines.lines, page_lines.last
    line = _LineInMaking(page_lines)
    element = page_lines.add_element(root, root.tag or "body", -1)
    node, here = root.child, root
    # What follows an element that was entered, what was so around it, and whether the element is a block.
    stack: list[tuple[LexborNode | None, int, bool, bool, bool]] = []
    in_link = in_bold = ends = False
    kinds, known = KINDS, len(KINDS)
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
            kind = kinds[tag_id] if tag_id < known else _kind_of_other(here.tag)
        if kind == TEXT:
            line.add_text(here, in_link, in_bold)
        elif kind == BLOCK or (kind == BREAK and line.breaks and line.texts):
            if line.texts:
                line.end(element)
                if len(lines) >= MAX_LINES:
                    break
            line.breaks = 2 if kind == BREAK else 0
            if ends:
                last[element] = len(lines)
                element, ends = above, False
            elif kind == BLOCK and (child := here.child) is not None:
                tag = here.tag or ""
                if tag not in MARGINS or margins or page_lines.is_of_quotation(tag, element):
                    stack.append((following, element, in_link, in_bold, True))
                    element = page_lines.add_element(here, tag, element)
                    in_bold = in_bold and tag not in HEADINGS
                    following = child
        elif kind == BREAK:
            line.add_break()
        elif kind == PICTURE:
            line.add_picture(here)
        elif (kind >= INLINE or (kind == WITHOUT_SCRIPTS and margins)) and (child := here.child) is not None:
            stack.append((following, element, in_link, in_bold, False))
            line.begin_inline(here, kind)
            in_link, in_bold = in_link or kind == LINK, in_bold or kind == BOLD
            following = child
        node = following
    if line.texts and len(lines) < MAX_LINES:
        line.end(element)
    page_lines.last = [len(lines) if end < 0 else end for end in last]
    return page_lines


def _kind_of_other(tag: str | None) -> int:
    """The kind of an element that is none of HTML's."""
    return BLOCK if tag in BLOCKS else TIME if tag in TIME_TAGS else INLINE


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

    def add_text(self, node: LexborNode, in_link: bool, in_bold: bool) -> None:
        """Add a text node, unless it is white space before the first."""
        text = node.text_content or ""
        is_blank = text.isspace()
        if is_blank and not self.texts:
            return
        self.texts.append(text)
        self.nodes.append(node.mem_id)
        if in_link:
            self.linked += len(text.strip())
        if in_bold:
            self.bold += len(text.strip())
        if not is_blank:
            self.breaks = 0

    def add_break(self) -> None:
        """Add a line break, which is a blank where no other follows."""
        self.breaks += 1
        self.texts.append(" ")

    def add_picture(self, node: LexborNode) -> None:
        """Add a picture, with what it says of itself."""
        self.pictures += 1
        if alt := node.attrs.get("alt"):
            self._page_lines.alts.add(" ".join(alt.split())[:MAX_ALT])

    def begin_inline(self, node: LexborNode, kind: int) -> None:
        """Note an inline element that has something inside."""
        if kind == TIME:
            lines = self._page_lines.lines
            self._page_lines.times.append((len(lines), node.attributes.get("datetime") or ""))
        if kind == LINK:
            self.links += 1
        elif not self.texts and not self.own:
            self.own = "time" if kind == TIME else node.attrs.get("class") or ""

    def end(self, element: int) -> None:
        """Add the line to the page, where it has text; pictures before a line without text are before the next."""
        texts = self.texts
        text = " ".join("".join(texts).split())
        size = len(text)
        if size > LONGEST_UNSEEN or (size and text.strip(_UNSEEN)):
            page_lines = self._page_lines
            if page_lines.h1 < 0 and page_lines.tag[element] == "h1":
                page_lines.h1 = len(page_lines.lines)
            parts = tuple(texts) if len(texts) > 1 and size <= LONGEST_IN_PARTS else ()
            counts = (self.linked, self.links, self.bold, self.pictures)
            page_lines.lines.append(PageLine(text, size, element, self.nodes, *counts, self.own, parts))
            self.pictures = 0
        self.nodes = []
        texts.clear()
        self.linked = self.links = self.bold = 0
        self.own = ""


__all__ = ["MAX_LINES", "PageLine", "PageLines", "Trait", "page_lines_of"]
