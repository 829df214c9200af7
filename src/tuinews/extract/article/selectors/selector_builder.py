"""Makes selectors from the lines that a user chose on one page, for the other pages of its source.

One selector matches the element with the lines, another what else is in it. Only class names and ids that people
wrote are used, since generated ones (a number, a hash) differ on the next page.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate, islice

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tuinews.extract.article.selectors.selectors import LONGEST, lines_under
from tuinews.extract.page.lines import PageLines
from tuinews.model.article import SelectorRule

WHOLE_PAGE = SelectorRule("body")
"""The rule that selects the whole page."""

LEAST_AGREEMENT = 0.6
"""F1 by letters of an element and the chosen lines, under which the element has another text."""

MOST_ELEMENTS = 10_000
"""Block elements of a page above which no selector is made, since each try searches the whole page."""

MOST_BOXES = 12
"""Elements that are tried; the first few agree best with the chosen lines."""

MOST_TRIED = 60
"""Selectors that are tried for one element; each costs a search of the whole page."""

MOST_ABOVE, MOST_NAMES = 12, 6
"""Elements around an element and class names of one element that selectors are made of."""

MOST_DROPPED = 8
"""Selectors of what to leave out; the selector for them stays readable."""

MOST_TRIED_BESIDE = 100
"""Selectors that are tried for what to leave out; each costs a search of the whole page."""

_MEANINGFUL = frozenset(["article", "main"])
"""Tags that are selectors by themselves."""

_TAG = re.compile(r"[a-z][a-z0-9-]*")
_NAME = re.compile(r"[A-Za-z][A-Za-z_-]{0,39}")
_GENERATED = re.compile(r"(?:css|sc|jss|jsx|emotion|svelte|chakra)-|(?:is|has|js|active|open|loaded)(?:-|$)")
_HUMP = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_NO_WORD = re.compile(r"[b-df-hj-np-tv-xz]{5}", re.IGNORECASE)


def selector_rule_for(tree: LexborHTMLParser, page_lines: PageLines, chosen: Iterable[int]) -> SelectorRule | None:
    """The rule that selects these lines or nearly so, None if no element of theirs has a usable name."""
    lines = set(chosen)
    if len(page_lines.parent) > MOST_ELEMENTS:
        return None
    for element in islice(_boxes(page_lines, lines), MOST_BOXES):
        body = selector_of(tree, page_lines.node[element])
        if body:
            return SelectorRule(body, _besides(tree, page_lines, element, lines))
    return None


def selector_of(tree: LexborHTMLParser, node: LexborNode) -> str | None:
    """A short selector that matches only this element of its page, without generated names; None if none does."""
    for selector in islice(_selectors(node), MOST_TRIED):
        found = tree.css(selector)
        if len(found) == 1 and found[0].mem_id == node.mem_id:
            return selector
    return None


def _boxes(page_lines: PageLines, lines: set[int]) -> Iterator[int]:
    """The elements with these lines and little else, the best first, of equals the innermost."""
    sizes = [0, *accumulate(line.size for line in page_lines.lines)]
    inside = [0, *accumulate(line.size * (place in lines) for place, line in enumerate(page_lines.lines))]
    agreements = []
    for element, (first, last) in enumerate(zip(page_lines.first, page_lines.last, strict=True)):
        both = inside[last] - inside[first]
        agreement = 2 * both / max(1, sizes[last] - sizes[first] + inside[-1])
        if agreement >= LEAST_AGREEMENT:
            agreements.append((-agreement, -element))
    return (-element for _, element in sorted(agreements))


def _selectors(node: LexborNode) -> Iterator[str]:
    """Selectors of an element: of its own names, then with those of the elements around it; the shortest first."""
    own = _named(node)
    yield from own
    parent, tag = node.parent, _tag_of(node)
    for above in islice(_above(node), MOST_ABOVE):
        names = _named(above)
        is_parent = parent is not None and above.mem_id == parent.mem_id
        yield from sorted((f"{name} {mine}" for name in names for mine in own), key=len)
        if is_parent and tag:
            yield from (f"{name} > {tag}" for name in names)


def _above(node: LexborNode) -> Iterator[LexborNode]:
    above = node.parent
    while above is not None and above.tag not in (None, "html", "-document"):
        yield above
        above = above.parent


def _named(node: LexborNode) -> list[str]:
    """The tag with one and with two of an element's own names; the tag alone if it is a meaningful one."""
    tag = _tag_of(node)
    attributes = node.attributes
    names = [f".{name}" for name in dict.fromkeys((attributes.get("class") or "").split()) if is_given(name)][
        :MOST_NAMES
    ]
    ids = [f"#{name}" for name in [attributes.get("id") or ""] if is_given(name)]
    pairs = [one + other for place, one in enumerate(names) for other in names[place + 1 :]]
    single = sorted((tag + name for name in (*ids, *names)), key=len)
    return [*([tag] if tag in _MEANINGFUL else []), *single, *sorted((tag + pair for pair in pairs), key=len)]


def _tag_of(node: LexborNode) -> str:
    """The tag, "" if it cannot be in a selector (on a damaged page)."""
    tag = node.tag or ""
    return tag if _TAG.fullmatch(tag) else ""


def is_given(name: str) -> bool:
    """Whether a person wrote this class or id: no number, no hash, no state such as "is-open"."""
    if not _NAME.fullmatch(name) or _GENERATED.match(name):
        return False
    return not any(_is_hash(part) for part in re.split(r"[-_]+", name))


def _is_hash(part: str) -> bool:
    """Whether letters are no words, by their case or their consonants: `loyGrr`, unlike `articleBody`."""
    humps = _HUMP.findall(part)
    return bool(_NO_WORD.search(part)) or (len(humps) > 1 and len(part) <= 3 * len(humps))


def _besides(tree: LexborHTMLParser, page_lines: PageLines, box: int, lines: set[int]) -> str | None:
    """The selector of what is in an element and was not chosen, as far as it has names."""
    dropped: list[str] = []
    tried: dict[str, bool] = {}
    done = -1

    def spares(name: str) -> bool:
        """Whether a selector matches none of the lines; each is tried once."""
        if name not in tried and len(tried) < MOST_TRIED_BESIDE:
            tried[name] = not lines_under(tree, page_lines, name) & lines
        return tried.get(name, False)

    for element in range(box + 1, len(page_lines.parent)):
        first, last = page_lines.first[element], page_lines.last[element]
        if first >= page_lines.last[box] or len(dropped) == MOST_DROPPED:
            break
        if first < done or first == last or any(place in lines for place in range(first, last)):
            continue
        names = [name for name in _named(page_lines.node[element]) if name not in _MEANINGFUL]
        known = any(name in dropped for name in names)
        found = known or next(filter(spares, names), None)
        if found:
            done = last
        if isinstance(found, str) and len(", ".join((*dropped, found))) <= LONGEST:
            dropped.append(found)
    return ", ".join(dropped) or None
