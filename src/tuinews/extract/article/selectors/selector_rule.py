"""A remembered repair: what a person said of one source's pages, as CSS selectors."""

from selectolax.lexbor import LexborHTMLParser

from tuinews.extract.article.selectors.selectors import found_by
from tuinews.extract.page.lines import PageLines


def lines_under(tree: LexborHTMLParser, page_lines: PageLines, selector: str | None) -> set[int]:
    """The lines that stand in an element of the selector; none where nothing matches, see `found_by`."""
    nodes: set[int] = set()
    for node in found_by(tree, selector) if selector else ():
        if node.mem_id not in nodes:  # else it lies in one before it, since they come in the order of the page
            nodes.update(inner.mem_id for inner in node.traverse(include_text=True))
    return {place for place, line in enumerate(page_lines.lines) if any(node in nodes for node in line.nodes)}
