"""Quotations that a program sets in pieces, as one `blockquote` each: in a table, or under a header beside it."""

from selectolax.lexbor import LexborNode

from tuinews.extract.article.markup.nodes import holds
from tuinews.extract.page.elements import PageElements
from tuinews.extract.page.tree import elements_beside

MOST_ROWS = 2
"""Rows of a table that is a quotation: who said it, and what they said (phpBB 2)."""

_HEADER = "quoteheader"
"""The class of what stands above a `blockquote` and says whose words it holds (SMF)."""


def whole_quotations(elements: PageElements) -> None:
    """Makes one `blockquote` of each of these quotations."""
    cells = [node for node, attributes in elements.attributed("td") if attributes.get("class") == "quote"]
    tables = [table for cell in cells if (table := _table_of(cell)) is not None]
    headers = [node for node, attributes in elements.attributed("div") if attributes.get("class") == _HEADER]
    for table in reversed(tables):
        _set_as_quotation(elements, table)
    for header in headers:
        quotation = next(elements_beside(header, "next"), None)
        if quotation is not None and quotation.tag == "blockquote" and quotation.child is not None:
            quotation.child.insert_before(header)
    if tables or headers:
        elements.changed()


def _table_of(cell: LexborNode) -> LexborNode | None:
    """The table around a cell, if it has no more rows than a quotation."""
    above = cell.parent
    while above is not None and above.tag in ("tr", "tbody"):
        above = above.parent
    if above is None or above.tag != "table":
        return None
    return above if sum(not holds(cell, row) for row in above.css("tr")) <= MOST_ROWS else None


def _set_as_quotation(elements: PageElements, table: LexborNode) -> None:
    """The cells of a table one under the other in a `blockquote`, in its place."""
    quotation = elements.tree.create_node("blockquote")
    for cell in table.css("td, th"):
        line = elements.tree.create_node("div")
        for child in list(cell.iter(include_text=True)):
            line.insert_child(child)
        quotation.insert_child(line)
    table.replace_with(quotation)
