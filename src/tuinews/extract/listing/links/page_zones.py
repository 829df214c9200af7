"""Zones of a page (menu, footer, sidebar), each with a penalty: how unlikely the page's own list is to be there.

A penalty of 1 costs a group of links 1.5 points of its score (`groups`), where headings are worth 1.6: so a
heading in an `aside` is about as good as bare text in the main column, and nothing in a menu passes.
"""

import re
from functools import lru_cache

from tuinews.extract.listing.links.beside_headings import zones_beside
from tuinews.extract.listing.outline import Node, Outline
from tuinews.extract.listing.patterns import FURNITURE, SIDE, WHOLE_FURNITURE, WHOLE_SIDE

MENU = 2.5
"""A menu or footer by its element or ARIA role."""

FURNISHED = 1.5
"""A container with the name of a menu, footer, share bar…"""

ASIDE = 1.0
"""An `aside` element."""

SIDEBAR = 0.8
"""A container with the name of a sidebar, or of related or popular articles; themes misuse such names now and
then."""

POPULAR = 4.0
"""A zone that its heading calls the most read or popular: six points less, so that no link of it passes where the
page has a list of its own."""

WIDGET = 0.4
"""A widget by its name: low, since magazine themes build whole front pages of widgets."""

_MOST = 0.7
"""Share of a page's nodes above which a container holds the page itself, and its name means a state
("menu-open")."""

_CONTAINERS = frozenset(("div", "ul", "section", "ol", "td", "table", "span", "p", "header", "form", "dl", "li"))
_WIDGET = re.compile(r"(?<![a-z])widgets?(?![a-z])")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ITEMS = frozenset(("article", "li"))


def penalties(outline: Outline) -> list[float]:
    """For every node the highest penalty of itself and its ancestors, 0 for none."""
    nodes = outline.nodes
    found = [0.0] * len(nodes)
    in_item = bytearray(len(nodes))
    for node in nodes:
        above = found[node.parent] if node.parent >= 0 else 0.0
        if node.parent >= 0:
            in_item[node.index] = in_item[node.parent] or nodes[node.parent].tag in _ITEMS
        own = 0.0 if node.is_text else _own_penalty(node, len(nodes), bool(in_item[node.index]))
        found[node.index] = max(above, own)
    for zone in zones_beside(outline):
        if len(zone) <= _MOST * len(nodes):
            found[zone.start : zone.stop] = [POPULAR] * len(zone)
    return found


def _own_penalty(node: Node, size: int, in_item: bool) -> float:
    if node.attributes.get("role") in ("navigation", "contentinfo", "search", "menu", "menubar", "dialog"):
        return MENU
    if node.tag == "nav" or (node.tag == "footer" and not in_item):
        return MENU
    if node.tag == "aside":
        return WIDGET if _WIDGET.search(node.names) else ASIDE
    if not node.names or node.depth < 1 or node.end - node.index > _MOST * size:
        return 0.0
    if node.tag not in _CONTAINERS:
        return 0.0
    return _named_penalty(node.names) or (WIDGET if _WIDGET.search(node.names) else 0.0)


@lru_cache(maxsize=16_384)
def _named_penalty(names: str) -> float:
    """The penalty by class names and id of a container, without BEM modifiers ("card--side-by-side")."""
    worst = 0.0
    for name in names.split():
        stem = _HUMP.sub("-", name.rsplit(":", 1)[-1].split("--")[0]).lower().replace("_", "-")
        words = stem.split("-")
        if not FURNITURE.isdisjoint(words) or WHOLE_FURNITURE.fullmatch(stem):
            return FURNISHED
        if not SIDE.isdisjoint(words) or WHOLE_SIDE.fullmatch(stem):
            worst = SIDEBAR
    return worst
