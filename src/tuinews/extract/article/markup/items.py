"""Items and cells whose text is wrapped in a block of its own, which some editors write and which says nothing."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tuinews.extract.page.elements import PageElements
from tuinews.extract.page.letters import ENDS
from tuinews.extract.page.tags import BLOCKS
from tuinews.extract.page.tree import after_blanks, attribute

MOST_ROWS = 40
"""Rows of a table in which pictures stand above their texts."""

LONGEST_CAPTION = 300
"""Letters of such a text."""

LONGEST_SIGNATURE = 40
"""Letters of a line that may be a signature."""

_BOLD = frozenset(("b", "strong"))
_STOPS = frozenset('.!?…”"')
_WRAPPINGS = frozenset(("div", "section"))
_GROUPS_OF_ROWS = frozenset(("tbody", "thead", "tfoot"))


def plain_items(elements: PageElements) -> None:
    """Makes `<li>text</li>` of `<li><div>text</div></li>`."""
    wrapped = [node for item in elements.of("li") if (node := _wrapping(item)) is not None]
    for node in wrapped:
        elements.unwrapped(node)
        node.unwrap()


def paired_pictures(elements: PageElements) -> None:
    """Makes figures of a table of pictures in a row and their texts in the row below, one under each."""
    rows_of = _rows_by_table(elements)
    for table in elements.of("table"):
        rows = [[cell for cell in row.iter() if cell.tag in ("td", "th")] for row in rows_of.get(table.mem_id, [])]
        pairs = list(zip(rows[::2], rows[1::2], strict=False))
        if not pairs or len(rows) != 2 * len(pairs) or len(rows) > MOST_ROWS:
            continue
        if all(_are_captioned(above, below) for above, below in pairs):
            box = elements.tree.create_node("div")
            for above, below in pairs:
                for picture, text in zip(above, below, strict=True):
                    box.insert_child(_figure(elements.tree, picture, text))
            table.replace_with(box)
            elements.changed()


def _rows_by_table(elements: PageElements) -> dict[int, list[LexborNode]]:
    """The rows of each table, at most one more than is looked at, and not those of the tables in it: to look for
    them under each table would be a look at all that is in it, for every table around it.
    """
    found: dict[int, list[LexborNode]] = {}
    for row in elements.of("tr"):
        table = row.parent
        if table is not None and table.tag in _GROUPS_OF_ROWS:
            table = table.parent
        if table is not None and len(rows := found.setdefault(table.mem_id, [])) <= MOST_ROWS:
            rows.append(row)
    return found


def last_lines_apart(elements: PageElements) -> None:
    """Makes a paragraph of its own of bold letters behind the last line break of one, as signatures are set."""
    found = [pair for p in elements.of("p") if (pair := _bold_last_line(p)) is not None]
    for line_break, bold in found:
        paragraph = bold.parent
        apart = elements.tree.create_node("p")
        line_break.decompose()
        bold.insert_before(apart)
        apart.insert_child(bold)
        if paragraph is not None:
            paragraph.insert_after(apart)
    if found:
        elements.changed()


def _bold_last_line(paragraph: LexborNode) -> tuple[LexborNode, LexborNode] | None:
    """The last line break of a paragraph and the bold line behind it, where a sentence ends before them."""
    bold = paragraph.last_child
    while bold is not None and bold.tag == "-text" and not (bold.text_content or "").strip():
        bold = bold.prev
    if bold is None or bold.tag not in _BOLD or bold.css_first("br, img") is not None:
        return None
    line_break = bold.prev
    while line_break is not None and line_break.tag == "-text" and not (line_break.text_content or "").strip():
        line_break = line_break.prev
    said = bold.text(deep=True).strip()
    before = line_break.prev if line_break is not None and line_break.tag == "br" else None
    if line_break is None or before is None or not 0 < len(said) <= LONGEST_SIGNATURE or said[-1] in ENDS:
        return None
    return (line_break, bold) if before.text(deep=True).rstrip()[-1:] in _STOPS else None


def _are_captioned(above: list[LexborNode], below: list[LexborNode]) -> bool:
    return 1 < len(above) == len(below) and all(map(_is_picture, above)) and all(map(_is_short_text, below))


def _figure(tree: LexborHTMLParser, picture: LexborNode, text: LexborNode) -> LexborNode:
    """A figure of the picture in one cell with the text of another as its caption."""
    figure, caption = tree.create_node("figure"), tree.create_node("figcaption")
    for box, cell in ((figure, picture), (caption, text)):
        for child in list(cell.iter(include_text=True)):
            box.insert_child(child)
    figure.insert_child(caption)
    return figure


def _is_picture(cell: LexborNode) -> bool:
    is_plain = cell.css_first("table") is None  # asked first: what is in a table may be most of the page
    return is_plain and len(cell.css("img")) == 1 and not cell.text(deep=True).strip()


def _is_short_text(cell: LexborNode) -> bool:
    return cell.css_first("img, table") is None and 0 < len(cell.text(deep=True).strip()) <= LONGEST_CAPTION


def _wrapping(item: LexborNode) -> LexborNode | None:
    """The element in an item that wraps all of its text, if it is in no other item that has one."""
    first = item.child
    if first is not None and first.tag == "-text":
        first = after_blanks(first)
    if first is None or first.tag not in _WRAPPINGS or after_blanks(first) is not None:
        return None
    if _is_in_wrapping(item) or any((inner.tag or "") in BLOCKS for inner in _below(first)):
        return None
    return first


def _below(node: LexborNode) -> Iterator[LexborNode]:
    return (inner for inner in node.traverse() if inner.mem_id != node.mem_id)


def _is_in_wrapping(item: LexborNode) -> bool:
    """Whether an item lies in an element that is directly in another item."""
    inner, above = item, item.parent
    while above is not None:
        if above.tag == "li" and inner.tag in _WRAPPINGS:
            return True
        inner, above = above, above.parent
    return False


def listed_by_role(elements: PageElements) -> None:
    """Makes `<ul>` and `<li>` of elements that are a list and its items by their roles (WAI-ARIA) alone."""
    if not any(attributes.get("role") == "list" for _, attributes in elements.attributed("div")):
        return
    tree = elements.tree
    for box in tree.css("div[role=list]"):
        items = [child for child in box.iter() if child.attributes.get("role") == "listitem"]
        if not items or len(items) != len(list(box.iter())) or any(item.tag != "div" for item in items):
            continue
        for item in items:
            _renamed(tree, item, "li")
        _renamed(tree, box, "ul")
        elements.changed()


def _renamed(tree: LexborHTMLParser, node: LexborNode, tag: str) -> None:
    other = tree.create_node(tag)
    for name in ("id", "class"):
        if value := attribute(node, name):
            other.attrs[name] = value
    for child in list(node.iter(include_text=True)):
        other.insert_child(child)
    node.replace_with(other)
