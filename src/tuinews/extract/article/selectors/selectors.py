"""Checks a user's CSS selectors before they are stored, and bounds what they cost on a page.

A rule may come with an imported list of sources and be hostile: lexbor tries every ancestor for each space in a
selector and every sibling for `~`, so a short selector can take hours on a page made for it.
"""

import re
from collections.abc import Iterator
from math import comb

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from tuinews.errors import ExtractError
from tuinews.extract.page.lines import PageLines
from tuinews.language import _
from tuinews.model.article import SelectorRule
from tuinews.text import clean_line

LONGEST = 500
"""Characters of a selector; those that `selector_builder` makes have a tenth."""

MOST_STEPS = 100_000_000
"""Comparisons that the search of one page may take: a second or two."""

MOST_ELEMENTS = 200_000
"""Elements of a page from which selectors with ancestors or siblings are not tried."""

_QUOTED = re.compile(r"\"[^\"]*\"?|'[^']*'?|\[[^\]]*\]?")
_ABOVE = re.compile(r"(?<![\s>+~,(])\s+(?![\s>+~,)])|:has\(", re.IGNORECASE)
_BESIDE = re.compile(r"~|:nth-|:(?:last|only)-", re.IGNORECASE)


def check_selectors(rule: SelectorRule) -> None:
    """Raises ExtractError, which names the selector, if one of the rule is not valid."""
    page = LexborHTMLParser("<p>")
    for name, selector in (("body", rule.body), ("drop", rule.drop)):
        if selector is not None and not _is_valid(page, selector):
            what = f"{name} “{clean_line(selector, 80)}”"
            raise ExtractError(what, _("this is not a CSS selector"), _("give one such as “div.story”"))


def found_by(tree: LexborHTMLParser, selector: str) -> list[LexborNode]:
    """The elements that a selector matches; none if it is not valid or would take too long."""
    if _steps(tree, selector) > MOST_STEPS:
        return []
    try:
        return tree.css(selector)
    except (SelectolaxError, ValueError):
        return []


def lines_under(tree: LexborHTMLParser, page_lines: PageLines, selector: str | None) -> set[int]:
    """The lines inside the elements that the selector matches; none if it matches nothing, see `found_by`."""
    nodes: set[int] = set()
    for node in found_by(tree, selector) if selector else ():
        if node.mem_id not in nodes:  # otherwise it is inside an earlier one, since matches are in page order
            nodes.update(inner.mem_id for inner in node.traverse(include_text=True))
    return {place for place, line in enumerate(page_lines.lines) if any(node in nodes for node in line.nodes)}


def _is_valid(page: LexborHTMLParser, selector: str) -> bool:
    if not selector.strip() or len(selector) > LONGEST or not selector.isprintable():
        return False
    try:
        page.css(selector)
    except (SelectolaxError, ValueError):  # ValueError: half a surrogate, which is no character
        return False
    return True


def _steps(tree: LexborHTMLParser, selector: str) -> int:
    """The comparisons of a search at worst: a space tries all ancestors, a `~` all siblings."""
    costs = [(len(_ABOVE.findall(part)), len(_BESIDE.findall(part))) for part in _parts(selector)]
    if not any(above or beside for above, beside in costs):
        return 0
    count, depth = _size(tree)
    if count >= MOST_ELEMENTS:
        return MOST_STEPS + 1
    return sum(count * max(1, comb(depth, above)) * count**beside for above, beside in costs)


def _parts(selector: str) -> Iterator[str]:
    """The selectors of a list, split at commas outside brackets."""
    start = depth = 0
    text = _QUOTED.sub("a", selector.strip())
    for place, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if character == "," and depth <= 0:
            yield text[start:place].strip()
            start = place + 1
    yield text[start:].strip()


def _size(tree: LexborHTMLParser) -> tuple[int, int]:
    """How many elements a page has, and how deeply they nest; counting ends at MOST_ELEMENTS."""
    count = deepest = 0
    node = tree.root.child if tree.root is not None else None
    stack: list[LexborNode | None] = []
    while count < MOST_ELEMENTS:
        if node is None:
            if not stack:
                break
            node = stack.pop()
            continue
        if (node.tag or "-")[0] not in "-!":
            count += 1
            if node.child is not None:
                stack.append(node.next)
                deepest = max(deepest, len(stack))
                node = node.child
                continue
        node = node.next
    return count, deepest + 1
