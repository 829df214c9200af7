"""Whether a page shows the beginning of its article alone, since the rest is for subscribers.

Told by structure, never by words. The page declares that a part of it is not free, and where that part is
(schema.org, `isAccessibleForFree` and `hasPart`; Google, "Subscription and paywalled content"), or a box behind
the text is marked as a gate for scripts. A page that shows what it declares not to be free shows all: so papers do
for search engines, and their gate is a script.
"""

from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.patterns import NamePattern
from tuinews.extract.page.structured import Node, Structured, string_of
from tuinews.quick_dataclass import dataclass

LONGEST_EXCERPT = 3_000
"""Letters of a text from which it is no beginning."""

LEAST_PAID = 200
"""Letters of the text in the part that is not free from which it is shown."""

MOST_PARTS, LONGEST_SELECTOR = 10, 200
"""Parts of one page that are looked at, and characters of a selector."""

_GATE = NamePattern(
    r"(?:^|[\s_#-])(?:paywall|pay-?wall|reg-?wall|metered-?wall|subscri(?:be|ption)-?(?:wall|gate|offer|barrier)|"
    r"premium-?(?:wall|gate)|content-?gate|article-?gate|gateway|piano(?:-[a-z]+)?|tp-container|poool(?:-[a-z]+)?)"
    r"(?=$|[\s_-])",
    *("wall", "gate", "subscri", "piano", "tp-container", "poool"),
)
"""What gates are called, and the widgets of those who sell them (Piano, Poool)."""

_ATTRIBUTES = ("data-paywall", "data-paywall-type", "data-piano", "data-poool", "data-regwall")
_NAMED = ("data-testid", "data-component", "data-module", "data-qa", "data-type", "data-name")


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A page that was read: what it declares, its tree, its lines, and which of them are the text."""

    declared: Structured
    tree: LexborHTMLParser
    page_lines: PageLines
    kept: Sequence[int]


def is_beginning(page: ReadPage) -> bool:
    """Whether the kept lines are the beginning of an article of which the rest asks for a subscription."""
    if not page.kept:
        return False
    if sum(page.page_lines.lines[place].size for place in page.kept) >= LONGEST_EXCERPT:
        return False
    if not any(map(_is_paid, page.declared.nodes)):
        return _is_gated(page, needs_words=True)
    selectors = [selector for node in page.declared.nodes for selector in _paid_parts(node)][:MOST_PARTS]
    parts = [letters for one in selectors if (letters := _shown_under(page, one)) is not None]
    if any(letters >= LEAST_PAID for letters in parts):
        return False
    return bool(parts) or _is_gated(page, needs_words=False)


def _is_paid(node: Node) -> bool:
    return str(node.get("isAccessibleForFree", "")).lower() == "false"


def _paid_parts(node: Node) -> Iterator[str]:
    """The selectors of the parts of an article that are not free."""
    parts = node.get("hasPart")
    for part in parts if isinstance(parts, list) else [parts]:
        if isinstance(part, dict) and _is_paid(part):
            selectors = part.get("cssSelector")
            for selector in selectors if isinstance(selectors, list) else [selectors]:
                if told := string_of(selector)[:LONGEST_SELECTOR]:
                    yield told


def _shown_under(page: ReadPage, selector: str) -> int | None:
    """The letters of the kept lines in what a selector of the page matches; None where it matches nothing."""
    try:
        nodes = page.tree.css(selector)
    except (SelectolaxError, ValueError):
        return None
    if not nodes:
        return None
    inside = {one.mem_id for node in nodes[:MOST_PARTS] for one in node.traverse(include_text=True)}
    lines = (page.page_lines.lines[place] for place in page.kept)
    return sum(line.size for line in lines if line.nodes[0] in inside)


def _is_gated(page: ReadPage, *, needs_words: bool) -> bool:
    """Whether a gate stands directly behind the text, or around nothing of it."""
    page_lines, end = page.page_lines, page.kept[-1]
    for element, node in enumerate(page_lines.node):
        first, last = page_lines.first[element], page_lines.last[element]
        if first <= end or (needs_words and first == last) or first > end + 2:
            continue
        if _is_called_gate(node, page_lines.names[element]):
            return True
    return False


def _is_called_gate(node: LexborNode, names: str) -> bool:
    if names and _GATE.matches(names):
        return True
    attributes = node.attributes
    if any((attributes.get(name) or "true") != "false" for name in _ATTRIBUTES if name in attributes):
        return True
    return any(_GATE.matches(value) for name in _NAMED if (value := attributes.get(name)))
