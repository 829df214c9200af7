"""The lines of a page that a user's CSS selector matches."""

from selectolax.lexbor import LexborHTMLParser

from tuinews.extract.article.selectors.selectors import found_by
from tuinews.extract.page.lines import PageLines


def lines_under(tree: LexborHTMLParser, page_lines: PageLines, selector: str | None) -> set[int]:
    """The lines inside the elements that the selector matches; none if it matches nothing, see `found_by`."""
    nodes: set[int] = set()
    for node in found_by(tree, selector) if selector else ():
        if node.mem_id not in nodes:  # otherwise it is inside an earlier one, since matches are in page order
            nodes.update(inner.mem_id for inner in node.traverse(include_text=True))
    return {place for place, line in enumerate(page_lines.lines) if any(node in nodes for node in line.nodes)}
