"""The bounds of each article's record: from its headline outward to where the next article begins."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from tuinews.extract.listing.links.links import Link, width
from tuinews.extract.listing.outline import Outline
from tuinews.extract.listing.records.record_bounds import RecordBounds
from tuinews.quick_dataclass import dataclass

_MAX_CLIMB = 12
"""Elements around a link that are tried as its record; cards nest half a dozen."""

_LEAST_BEGUN = 40
"""Letters before a link to another article from which they are the summary of the article above."""


@dataclass(frozen=True, slots=True)
class Record:
    """The link of the headline, and the range of nodes, `start` up to `end`, that belongs to its article."""

    link: Link
    start: int
    end: int


def record_of(outline: Outline, starts: list[int], node: int) -> int:
    """The largest element around `node` without another of the sorted `starts`."""
    record = node
    for parent in outline.ancestors(node, _MAX_CLIMB):
        if bisect_left(starts, outline.nodes[parent].end) - bisect_left(starts, parent) > 1:
            break
        record = parent
    return record


def records_of(outline: Outline, chosen: Sequence[Link], links: Sequence[Link]) -> list[Record]:
    """The record of each chosen link, in the same order; `links` are all links of the page.

    A record is the largest element that links to no other article. Where records are flat (`dt dd dt dd`,
    `h2 p h2 p`, rows of a table) it takes in the neighbours that belong to it.
    """
    keys = {link.key for link in chosen}
    places = sorted((link.node, link.key) for link in links if link.key in keys)
    bounds = RecordBounds(outline, places)
    roots = bounds.roots(chosen)
    flat: dict[int, list[Link]] = defaultdict(list)
    for link in sorted(chosen, key=lambda k: roots[k.key]):
        flat[outline.nodes[roots[link.key]].parent].append(link)
    stretches: dict[str, tuple[int, int]] = {}
    for parent, siblings in flat.items():
        inside = [roots[link.key] for link in siblings]
        for link, stretch in zip(siblings, bounds.ranges(parent, siblings, inside), strict=True):
            stretches[link.key] = stretch
    found = _apart(outline, [Record(link, *stretches[link.key]) for link in chosen])
    return [found[link.key] for link in chosen]


def _apart(outline: Outline, records: list[Record]) -> dict[str, Record]:
    """The records by the keys of their links, each without what belongs to the one above it.

    A summary with a link to a related article below it, in one element, belongs to the headline above.
    """
    above: Record | None = None
    found: dict[str, Record] = {}
    for record in sorted(records, key=lambda r: min(r.link.node, r.link.inner)):
        start, begins = record.start, min(record.link.node, record.link.inner)
        if above is not None and _is_summary_of(outline, above, record.link):
            found[above.link.key] = replace(above, end=begins)
            start = begins
        above = found[record.link.key] = replace(record, start=start)
    return found


def _is_summary_of(outline: Outline, above: Record, link: Link) -> bool:
    """Whether the text between the record `above`, which has none, and a link of another kind is its summary."""
    begins = min(link.node, link.inner)
    holder = max(outline.nodes[above.start].parent, 0)
    if above.end >= begins or above.link.signature == link.signature or not outline.contains(holder, begins):
        return False
    said = outline.text_between(above.start, above.end, {above.link.inner})
    if width(said) >= _LEAST_BEGUN or width(outline.text_between(above.end, begins)) < _LEAST_BEGUN:
        return False
    return _begins_line(outline, begins)


def _begins_line(outline: Outline, node: int) -> bool:
    """Whether nothing but a bullet stands before a node in its line."""
    while node > 0 and node not in outline.breaks:
        node -= 1
        if any(c.isalnum() for c in outline.nodes[node].text):
            return False
    return True
