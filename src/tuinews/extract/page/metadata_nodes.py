"""The elements with metadata and the headings of a page."""

from selectolax.lexbor import LexborNode

from tuinews.extract.page.elements import PageElements
from tuinews.quick_dataclass import dataclass


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


def metadata_nodes_of(elements: PageElements) -> MetadataNodes:
    """These elements of a page."""
    kinds = (tuple(elements.of(tag)) for tag in ("meta", "link", "title", "script", "base", "h1"))
    return MetadataNodes(elements.tree.root, *kinds)
