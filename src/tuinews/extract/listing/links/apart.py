"""Links with the same markup that are not of one list: topics, and menus of a page without classes."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from statistics import fmean, median

from tuinews.extract.listing.links.links import Link, width
from tuinews.extract.listing.outline import Outline

TOPIC = re.compile(r"#\s?[^\W\d]")
"""The beginning of a topic ("#tunnel", not "#12"), which is no headline."""

_CELL = re.compile(r"/t[dh](?:/|$)")
"""A cell without a class in the markup of a link."""

_LEAST_PART = 3
"""Links that make a group of their own."""

_LEAST_APART, _NAME, _LIST_HEIGHT, _COMMON_FORM = 8, 16, 6, 0.1
"""Links from which a group may be several lists, letters in the median below which a list has names, elements
around a link within which its list is, and share of the headlines from which their addresses have a form."""

_MOSTLY = 0.5
"""Share above which a property holds for most links."""


def apart(outline: Outline, members: list[Link]) -> list[list[Link]]:
    """Links with the same markup, topics and those in lists of names apart from those in lists of headlines.

    Where a page has no classes, its menus have the markup of its lists, but other addresses.
    """
    topics = [link for link in members if TOPIC.match(link.title)]
    if _LEAST_PART <= len(topics) < len(members):
        return [topics, *apart(outline, [link for link in members if not TOPIC.match(link.title)])]
    if len(members) < _LEAST_APART:
        return [members]
    if _CELL.search(members[0].signature) and len(columns := _columns(outline, members)) > 1:
        return columns
    starts = [link.node for link in members]
    lists: dict[int, list[Link]] = defaultdict(list)
    for link in members:
        lists[_list_around(outline, starts, link.node)].append(link)
    names = {one for one, links in lists.items() if median(width(link.title) for link in links) < _NAME}
    short = [link for one in names for link in lists[one]]
    if not _LEAST_PART <= len(short) <= len(members) - _LEAST_PART:
        return [members]
    wide = [link for one, links in lists.items() if one not in names for link in links]
    counts = Counter(link.form for link in wide)
    forms = {form for form, count in counts.items() if count >= _COMMON_FORM * len(wide)}
    if fmean(link.form in forms for link in short) > _MOSTLY:
        return [members]
    return [sorted(part, key=lambda link: link.node) for part in (wide, short)]


def _columns(outline: Outline, members: list[Link]) -> list[list[Link]]:
    """Links in cells without classes, those in columns of headlines apart from those in columns of names."""
    columns: dict[int, list[Link]] = defaultdict(list)
    for link in members:
        columns[_column(outline, link.node)].append(link)
    if len(columns) <= 1 or -1 in columns:
        return []
    wide = {column for column, links in columns.items() if median(width(link.title) for link in links) >= _NAME}
    parts = [
        [link for link in members if (_column(outline, link.node) in wide) is is_wide] for is_wide in (True, False)
    ]
    return parts if all(len(part) >= _LEAST_PART for part in parts) else []


def _column(outline: Outline, node: int) -> int:
    """The number of cells before that of a link in its row; -1 where it is in no cell without a class."""
    cell = next((i for i in outline.ancestors(node, _LIST_HEIGHT) if outline.nodes[i].tag in ("td", "th")), None)
    if cell is None or outline.nodes[cell].first_class:
        return -1
    cells = outline.children(outline.nodes[cell].parent)
    return sum(outline.nodes[i].tag in ("td", "th") for i in cells if i < cell)


def _list_around(outline: Outline, starts: list[int], node: int) -> int:
    """The smallest element around a link with several of the sorted `starts`."""
    for parent in outline.ancestors(node, _LIST_HEIGHT):
        if bisect_left(starts, outline.nodes[parent].end) - bisect_left(starts, parent) > 1:
            return parent
    return node
