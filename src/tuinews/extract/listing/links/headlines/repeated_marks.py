"""A word in an element of its own with which several headlines begin: "Emagazine", "Video", "LIVE".

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
    begun: dict[str, list[Link]] = defaultdict(list)
    within: set[str] = set()
    for link in members:
        parts = parts_of(outline, link.inner)
        texts = [same_words(outline.text(part.index)) for part in parts if not part.is_text]
        is_marked = len(parts) > 1 and _is_mark(outline, parts[0], link)
        if is_marked:
            begun[texts[0]].append(link)
        within.update(texts[1:] if is_marked else texts)
    for mark, marked in begun.items():
        if mark in within or len({link.key for link in marked}) < _LEAST:
            continue
        for link in marked:
            link.title = link.title[len(outline.text(parts_of(outline, link.inner)[0].index)) :].lstrip(_MARKS)


def _is_mark(outline: Outline, part: Node, link: Link) -> bool:
    if part.is_text or part.tag in _FOUND or not part.names:
        return False
    text = outline.text(part.index)
    rest = link.title.removeprefix(text)
    return text != "" and rest != link.title and width(text) <= _LONGEST and width(rest) >= _LEAST_REST
