"""A remembered repair: what a person said of one source's pages, as CSS selectors."""

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from tuinews.extract.article.flow import Flow


def lines_under(tree: LexborHTMLParser, flow: Flow, selector: str | None) -> set[int]:
    """The lines that stand in an element of the selector; none where it is not understood or nothing matches."""
    if not selector:
        return set()
    try:
        found = tree.css(selector)
    except SelectolaxError:
        return set()
    nodes: set[int] = set()
    for node in found:
        if node.mem_id not in nodes:  # else it lies in one before it, since they come in the order of the page
            nodes.update(inner.mem_id for inner in node.traverse(include_text=True))
    return {place for place, line in enumerate(flow.lines) if any(node in nodes for node in line.nodes)}
