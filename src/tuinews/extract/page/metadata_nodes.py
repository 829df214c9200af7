"""The elements with metadata, headings and links, found in one pass: a pass for each kind would cost as much
each."""

from collections import defaultdict
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

_SELECTOR = "meta, link, title, script, base, h1, a"


@dataclass(frozen=True, slots=True)
class MetadataNodes:
    """The elements of a page by what they are, each kind in page order; `root` is the `html` element."""

    root: LexborNode | None
    metas: tuple[LexborNode, ...] = ()
    links: tuple[LexborNode, ...] = ()
    titles: tuple[LexborNode, ...] = ()
    scripts: tuple[LexborNode, ...] = ()
    bases: tuple[LexborNode, ...] = ()
    headings: tuple[LexborNode, ...] = ()
    anchors: tuple[LexborNode, ...] = ()


def metadata_nodes_of(tree: LexborHTMLParser) -> MetadataNodes:
    """These elements of a page."""
    found: defaultdict[str, list[LexborNode]] = defaultdict(list)
    for node in tree.css(_SELECTOR):
        found[node.tag or ""].append(node)
    kinds = (tuple(found[tag]) for tag in ("meta", "link", "title", "script", "base", "h1", "a"))
    return MetadataNodes(tree.root, *kinds)
