"""The address of a listing's older entries."""

import re
from collections import defaultdict

from tuinews import address
from tuinews.extract.listing.links.link_words import NEWER, NEXT
from tuinews.extract.listing.links.links import registered_domain
from tuinews.extract.listing.outline import Node, Outline

_NUMBERED = re.compile(
    r"(?:[/?&;._-]|(?<=[a-z]))(?:page|paged|trang|seite|pagina|strana|index|list|p|pg)[=/_-]?(\d{1,4})(?![\w%])/?",
    re.IGNORECASE,
)
_NEVER = -1
_FOLLOWS = 3
_NEXT_SIGNS = re.compile(r"^[»›→>]+$")
_PAGER = re.compile(
    r"(?<![a-z])(?:paging|pager|paginat\w+|page-?numbers?|wp-pagenavi|pages?|nav-links|nav-previous)(?![a-z])",
    re.IGNORECASE,
)
_ROWS = ("ul", "ol", "div", "nav", "p", "td")
_NEXT_NAMES = re.compile(r"(?<![a-z])(?:next|older|next-?page|load-?more)(?![a-z])", re.IGNORECASE)
_PAGE_ADDRESS = re.compile(
    r"(?:page|paged|trang|p|start|offset|seite|pagina|strana|after|before|cursor|index|list)[=/_-]?-?\d|/\d{1,3}/?$",
    re.IGNORECASE,
)


def next_page(outline: Outline, heads: list[tuple[str, str]], url: str, base: str) -> str | None:
    """The page after this one: `link rel=next` (`heads` are pairs of rel and href), else a link that says so.

    Next is what lists older entries; words for it are known in some thirty languages. Else it is the address that
    differs from the page's own by the next number, or the number after the current one in a row of page numbers.
    """
    for rel, href in heads:
        if "next" in rel.lower().split():
            target = _elsewhere(href, url, base)
            if target:
                return target
    best: tuple[int, str] | None = None
    for node in outline.nodes:
        if node.tag != "a":
            continue
        weight = _weight(outline, node)
        target = _elsewhere(node.attributes.get("href"), url, base) if weight != _NEVER else None
        if target and weight < _FOLLOWS and _follows(target, url):
            weight = _FOLLOWS
        if target and weight > (best[0] if best else 0):
            best = weight, target
    return best[1] if best else _next_number(outline, url, base)


def _weight(outline: Outline, node: Node) -> int:
    """How surely a link says that it leads to older entries; `_NEVER` where it says the opposite."""
    text = outline.text(node.index)
    label = node.attributes.get("aria-label") or node.attributes.get("title") or ""
    if NEWER.match(text) or (not text and NEWER.match(label)):
        return _NEVER
    if len(text) > 40:
        return 0
    if "next" in (node.attributes.get("rel") or "").lower().split():
        return 9
    in_pager = any(_PAGER.search(outline.nodes[i].names) for i in [node.index, *outline.ancestors(node.index, 4)])
    named = bool(_NEXT_NAMES.search(node.names))
    if NEXT.match(text) or (not text and NEXT.match(label)):
        paged = bool(_PAGE_ADDRESS.search(node.attributes.get("href") or ""))
        return 6 if in_pager else 5 if named else int(paged)
    if in_pager and (named or _NEXT_SIGNS.match(text) or NEXT.match(label)):
        return 4
    return 0


def _follows(target: str, url: str) -> bool:
    """Whether two addresses are the same but for a page number, and `target` has the next one."""
    found = _NUMBERED.search(target)
    if found is None or int(found[1]) != _page_number(url) + 1:
        return False
    one, other = (
        re.sub(r"\.\w{2,5}$", "", address.canonical(_NUMBERED.sub("", u, count=1))) for u in (target, url)
    )
    return one.rstrip("/?") == other.rstrip("/?")


def _next_number(outline: Outline, url: str, base: str) -> str | None:
    """The number after the current one in a row of page numbers, of which the current one leads nowhere else."""
    rows: dict[int, list[tuple[int, str | None]]] = defaultdict(list)
    for node in outline.nodes:
        if node.tag not in ("a", "span", "strong", "b", "li", "em") or node.end - node.index > 4:
            continue
        text = outline.text(node.index)
        if text.isdecimal() and len(text) < 4:
            place = next((i for i in outline.ancestors(node.index, 3) if outline.nodes[i].tag in _ROWS), -1)
            rows[place].append((int(text), _elsewhere(node.attributes.get("href"), url, base)))
    for row in rows.values():
        linked = {number: target for number, target in reversed(row) if target}
        current = next((n for n, _ in row if n not in linked and n + 1 in linked), None)
        if current is not None and len(linked) < 50:
            return linked[current + 1]
    return None


def _elsewhere(href: str | None, url: str, base: str) -> str | None:
    if href is None or href.startswith("#"):
        return None
    target = address.join(base, href)
    if target is None or registered_domain(address.host_of(target)) != registered_domain(address.host_of(url)):
        return None
    target = target.split("#", 1)[0]
    if address.canonical(target) == address.canonical(url) or _page_number(target) < _page_number(url):
        return None
    return target


def _page_number(url: str) -> int:
    """The number of the page that an address names, 1 where it names none."""
    found = _NUMBERED.search(url)
    return int(found[1]) if found else 1
