"""A word in an element of its own with which several headlines begin or end: "Emagazine", "Video", "note".

In one headline it may be the name of a ship; with three it is the sort of what they tell.
"""

from collections import defaultdict

from tuinews.extract.listing.links.headlines.headline_parts import parts_of
from tuinews.extract.listing.links.links import Link, Rank, same_words, width
from tuinews.extract.listing.outline import Node, Outline

_LEAST = 3
"""Articles whose headlines begin with a mark."""

_LONGEST, _LEAST_REST = 24, 10
"""Letters of the longest mark, and those that must stay for a headline."""

_FOUND = frozenset(("em", "mark"))
"""Elements in which a search sets what it has found, at whatever place of a headline."""

_MARKS = " \t\u00a0:|–—-·•/"


def without_repeated_marks(outline: Outline, links: list[Link]) -> None:
    """Take the marks off the headlines of links with the same markup."""
    alike: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        if link.title and link.rank is not Rank.LABELLED:
            alike[link.signature].append(link)
    for members in alike.values():
        if len({link.key for link in members}) >= _LEAST:
            _take_off(outline, members)


def _take_off(outline: Outline, members: list[Link]) -> None:
    marked: dict[tuple[bool, str], list[Link]] = defaultdict(list)
    within: set[str] = set()
    for link in members:
        parts = parts_of(outline, link.inner)
        for place, part in enumerate(parts):
            is_first, text = place == 0, outline.text(part.index)
            if part.is_text:
                continue
            if (
                len(parts) > 1
                and (is_first or place == len(parts) - 1)
                and _is_mark(part, text, link.title, is_first)
            ):
                marked[is_first, text].append(link)
            else:
                within.add(same_words(text))
    for (is_first, text), links in marked.items():
        if same_words(text) in within or len({link.key for link in links}) < _LEAST:
            continue
        for link in links:
            link.title = _without(link.title, text, is_first)


def _is_mark(part: Node, text: str, title: str, is_first: bool) -> bool:
    if part.tag in _FOUND or not part.names or not text or width(text) > _LONGEST:
        return False
    rest = _without(title, text, is_first)
    return rest != title and width(rest) >= _LEAST_REST


def _without(title: str, text: str, is_first: bool) -> str:
    if is_first:
        return title.removeprefix(text).lstrip(_MARKS) if title.startswith(text) else title
    return title.removesuffix(text).rstrip(_MARKS) if title.endswith(text) else title
