"""What the judge of lines cannot see: text that is good, and not this article's.

Comments are written like text, and so are the other posts of a page that holds several. Both are told by structure
alone: an element called comments beside a body that stands without it, and elements named alike, in a row, each
under a title of its own that is no part of the text.
"""

import re

from tuinews.extract.article.flow import Flow
from tuinews.extract.article.names import holds_comments
from tuinews.extract.article.tags import Trait

_TITLE = re.compile(r"(?:^|[\s_-])(?:title|headline|subject)(?=$|[\s_-])", re.IGNORECASE)
_POST = re.compile(
    r"(?:^|[\s_-])(?:posts?|entry|entries|article|story|blog|topic|message)(?=$|[\s_-])", re.IGNORECASE
)
_HEADING = int(Trait.HEADING)
_BOXES = frozenset(("div", "td", "section", "li", "article"))

ENOUGH = 200
"""Letters of text from which a body stands by itself."""

LEAST_POST = 100
"""Letters of text that a post has."""


def without_comments(flow: Flow, kept: list[int]) -> list[int]:
    """The kept lines without those in an element called comments, where enough is left."""
    named = {element for element, name in enumerate(flow.names) if name and element and holds_comments(name)}
    if not named:
        return kept
    left = [place for place in kept if not _is_inside(flow, flow.lines[place].element, named)]
    return left if sum(flow.lines[place].size for place in left) >= ENOUGH or len(left) * 2 > len(kept) else kept


def _is_inside(flow: Flow, element: int, boxes: set[int]) -> bool:
    while element >= 0 and element not in boxes:
        element = flow.parent[element]
    return element >= 0


def first_post_only(flow: Flow, kept: list[int]) -> list[int]:
    """The kept lines of the first post (or the one under the headline), where the page is a row of posts."""
    for members in _rows_of_posts(flow, kept):
        start, stop = flow.first[members[0]], flow.first[members[-1]]
        chosen = next((m for m in members if flow.first[m] > flow.h1 >= 0), members[0])
        if flow.h1 >= flow.first[members[-1]]:
            continue
        after = [m for m in members if m > chosen]
        end = flow.first[after[0]] if after else stop
        begin = start if chosen == members[0] else flow.first[chosen]
        outside = [place for place in kept if place < start] if chosen == members[0] else []
        return outside + [place for place in kept if begin <= place < end]
    return kept


def _rows_of_posts(flow: Flow, kept: list[int]) -> list[list[int]]:
    """Elements named alike, at one depth, each with text of its own, with a title left out between any two."""
    text = set(kept)
    groups: dict[tuple[int, str], list[int]] = {}
    sums = [0]
    for place, line in enumerate(flow.lines):
        sums.append(sums[-1] + (line.size if place in text else 0))
    for element, (first, last) in enumerate(zip(flow.first, flow.last, strict=True)):
        if sums[last] - sums[first] < LEAST_POST or flow.tag[element] not in _BOXES:
            continue
        name = flow.names[element].split(" ", 1)[0]
        if name and _POST.search(name):
            groups.setdefault((_depth(flow, element), flow.tag[element] + name), []).append(element)
    rows = [members for members in groups.values() if len(members) > 1]
    return [members for members in rows if _have_titles(flow, text, members)]


def _depth(flow: Flow, element: int) -> int:
    depth = 0
    while element > 0:
        element = flow.parent[element]
        depth += 1
    return depth


def _have_titles(flow: Flow, text: set[int], members: list[int]) -> bool:
    """Whether a title that is no text, named alike each time, stands before each member, the first one too."""
    kinds: set[str] | None = None
    seen: set[str] = set()
    starts = [flow.last[member] for member in members]
    for member, start in zip(members, [max(0, flow.first[members[0]] - 8), *starts], strict=False):
        gap = range(max(start, flow.first[member] - 8), flow.first[member])
        titles = [place for place in gap if _is_title(flow, place) and (member == members[0] or place not in text)]
        names = {_kind(flow, place) for place in titles}
        kinds = names if kinds is None else kinds & names
        if not kinds or flow.lines[titles[-1]].text in seen:
            return False
        seen.add(flow.lines[titles[-1]].text)
    return True


def _kind(flow: Flow, place: int) -> str:
    element = flow.lines[place].element
    return flow.tag[element] + " " + flow.names[element]


def _is_title(flow: Flow, place: int) -> bool:
    element = flow.lines[place].element
    above = flow.parent[element]
    named = _TITLE.search(flow.names[element]) or (above >= 0 and _TITLE.search(flow.names[above]))
    return bool(named) or bool(flow.traits[element] & _HEADING)
