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
_REL_NEXT, _IN_PAGER, _NAMED_NEXT, _SIGN_IN_PAGER, _FOLLOWS = 9, 6, 5, 4, 3
"""Weights of the signs of a next page, only compared with each other: `rel=next`, a word for it in a pager, such a
word and such a class, an arrow in a pager, an address with the next page number. A word with the address of a page
weighs 1, the least; anything else 0."""

_LONGEST_LABEL = 40
"""Letters above which the text of a link is a headline and not a label for the next page."""

_PAGER_HEIGHT = 4
"""Elements around a link among which a pager is looked for: `nav > ul > li > span`."""

_ROW_HEIGHT = 3
"""Elements around a page number among which its row is looked for."""

_NUMBER_NODES = 4
"""Nodes of an element that holds nothing but a page number: itself, a link, a `span`, the text."""

_MOST_DIGITS = 3
"""Digits of a page number; a number with four is a year."""

_MOST_NUMBERS = 50
"""Linked numbers of a row; more are a calendar or an archive."""
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
    """The page after this one: `link rel=next` (`heads` are pairs of rel and href), else a link to it.

    The next page has older entries; the words for it are known in some thirty languages. Otherwise it is the
    address with the next page number, or the number after the current one in a row of page numbers.
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
        weight, href = _weight(outline, node), node.attributes.get("href") or ""
        if weight == _NEVER or (not weight and not _NUMBERED.search(href)):
            continue
        target = _elsewhere(href, url, base)
        if target and weight < _FOLLOWS and _follows(target, url):
            weight = _FOLLOWS
        if target and weight > (best[0] if best else 0):
            best = weight, target
    return best[1] if best else _next_number(outline, url, base)


def _weight(outline: Outline, node: Node) -> int:
    """How likely a link leads to older entries; `_NEVER` where it leads to newer ones."""
    text = outline.text(node.index)
    label = node.attributes.get("aria-label") or node.attributes.get("title") or ""
    if NEWER.match(text) or (not text and NEWER.match(label)):
        return _NEVER
    if len(text) > _LONGEST_LABEL:
        return 0
    if "next" in (node.attributes.get("rel") or "").lower().split():
        return _REL_NEXT
    around = [node.index, *outline.ancestors(node.index, _PAGER_HEIGHT)]
    in_pager = any(_PAGER.search(outline.nodes[i].names) for i in around)
    named = bool(_NEXT_NAMES.search(node.names))
    if NEXT.match(text) or (not text and NEXT.match(label)):
        paged = bool(_PAGE_ADDRESS.search(node.attributes.get("href") or ""))
        return _IN_PAGER if in_pager else _NAMED_NEXT if named else int(paged)
    if in_pager and (named or _NEXT_SIGNS.match(text) or NEXT.match(label)):
        return _SIGN_IN_PAGER
    return 0


def _follows(target: str, url: str) -> bool:
    """Whether two addresses differ only in the page number, and `target` has the next one."""
    found = _NUMBERED.search(target)
    if found is None or int(found[1]) != _page_number(url) + 1:
        return False
    one, other = (
        re.sub(r"\.\w{2,5}$", "", address.canonical(_NUMBERED.sub("", u, count=1))) for u in (target, url)
    )
    return one.rstrip("/?") == other.rstrip("/?")


def _next_number(outline: Outline, url: str, base: str) -> str | None:
    """The address of the number after the current one in a row of page numbers; the current one is not linked."""
    rows: dict[int, list[tuple[int, str | None]]] = defaultdict(list)
    for node in outline.nodes:
        if node.tag not in ("a", "span", "strong", "b", "li", "em") or node.end - node.index > _NUMBER_NODES:
            continue
        text = outline.text(node.index)
        if text.isdecimal() and len(text) <= _MOST_DIGITS:
            place = next(
                (i for i in outline.ancestors(node.index, _ROW_HEIGHT) if outline.nodes[i].tag in _ROWS), -1
            )
            rows[place].append((int(text), _elsewhere(node.attributes.get("href"), url, base)))
    for row in rows.values():
        linked = {number: target for number, target in reversed(row) if target}
        current = next((n for n, _ in row if n not in linked and n + 1 in linked), None)
        if current is not None and len(linked) < _MOST_NUMBERS:
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
    """The page number in an address, 1 where there is none."""
    found = _NUMBERED.search(url)
    return int(found[1]) if found else 1
