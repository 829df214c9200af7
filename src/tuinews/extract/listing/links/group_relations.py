"""How the groups of links on a page relate to each other: the list, the groups beside it and inside its records.

A group may look like a list by itself and still not be the page's own: authors and topics inside its records,
recent and popular articles beside it, services on other hosts. Such groups lose score here, by comparison with the
certain headlines of the page.
"""

from bisect import bisect_right
from collections import Counter

from tuinews.extract.listing.links.groups import LinkGroup
from tuinews.extract.listing.links.page_zones import SIDEBAR, WIDGET
from tuinews.extract.listing.links.scores import is_set_out, mass
from tuinews.extract.listing.outline import Outline
from tuinews.extract.listing.records.records import record_of

_CERTAIN, _MAIN = 1.0, 1.5
"""Points above the threshold from which a group is certainly headlines, and from which it may be the main list:
one sign more (a heading, a good length) than the threshold asks for."""

_MOSTLY, _NEARLY_ALL = 0.5, 0.8
"""Shares of a group: the greater part, and all but a few exceptions."""

_LEAST_SECTIONS = 8
"""Headlines from which their sections are compared; fewer may miss a section of the site."""

_FOREIGN_SECTION = 1.8
"""Points lost in a section without headlines; a good length (1.7) and little else does not outweigh it."""

_COMPANION = 2.5
"""Points lost by links inside the records of a better group: more than the threshold of 2.2, since authors and
topics are set almost like headlines."""

_BELOW_STRONG = 0.8
"""Points by which a companion must be below the other group; equals are two kinds of cards of one list."""

_LEAST_RECORDS, _MOST_STRONG = 3, 8
"""Records that make a group strong, and strong groups that are compared; pages have fewer kinds of cards."""

_WITHIN = 0.6
"""Share of a group's links inside the records of another, and of a foreign shape, from which it is a companion."""

_BESIDE_STREAM = 5.0
"""Points lost beside the only list of a blog or category: no group outweighs it."""

_BESIDE_RICH = 2.0
"""Points lost by bare links beside a list with headings and dates or summaries."""

_BESIDE_ZONES = 1.0
"""Points lost at the side of a front page, whose zones may belong to the list: good headlines outweigh it."""


def weaken_outside(outline: Outline, groups: list[LinkGroup], threshold: float, least: int) -> bool:
    """Weaken the groups beside the page's own list, where it has one. Returns whether that is a single stream.

    A front page has several zones, and one at the side may be one of them. A page with a single stream (a blog, a
    category) has no zones: the titles beside it are recent, popular or related articles. A stream has at least
    `least` articles.
    """
    certain = [g for g in groups if g.score > threshold + _MAIN and g.penalty < SIDEBAR]
    main = max(certain, key=mass, default=None)
    if main is None:
        return False
    rich = bool(main.heading) and (main.dated > _MOSTLY or main.described > _MOSTLY)
    enough = len(main.keys) >= least and (rich or (len(main.keys) > 1 and is_set_out(main)))
    beside = main.penalty + WIDGET
    good = [g for g in groups if g.score > threshold + _CERTAIN and g.penalty < beside and is_set_out(g)]
    stream = enough and all(g.keys <= main.keys for g in good)
    stretch = _smallest_round(outline, [link.node for link in main.links])
    for group in groups:
        if group.keys <= main.keys:
            continue
        loss = 0.0
        if group.penalty >= beside:
            summarised = group.heading and group.described > _MOSTLY
            loss = _BESIDE_ZONES if group.penalty >= SIDEBAR else 0.0
            loss = _BESIDE_STREAM if stream and not summarised else loss
        elif stream and 2 * sum(link.node not in stretch for link in group.links) > len(group.links):
            loss = _BESIDE_RICH if rich and not is_set_out(group) else _BESIDE_ZONES
        for link in group.links if loss else ():
            link.score -= loss
    return stream


def _smallest_round(outline: Outline, nodes: list[int]) -> range:
    """The smallest element that holds all of `nodes`."""
    first, last = min(nodes), max(nodes)
    for parent in [first, *outline.ancestors(first)]:
        if outline.contains(parent, last):
            return range(parent, outline.nodes[parent].end)
    return range(first, last + 1)


def weaken_foreign_sections(groups: list[LinkGroup], threshold: float) -> None:
    """Weaken links to sections of the site without a certain headline: menus and services."""
    sections, by_headings = _sections_of(groups, threshold)
    if sum(sections.values()) < _LEAST_SECTIONS:
        return
    for group in groups:
        if group.heading or (group.titled > _NEARLY_ALL and not by_headings):
            continue
        for link in group.links:
            if not sections[link.section]:
                link.score -= _FOREIGN_SECTION


def _sections_of(groups: list[LinkGroup], threshold: float) -> tuple[Counter[tuple[str, str]], bool]:
    """The first path segments of the certain headlines, and whether they come from heading elements alone."""
    certain = [g for g in groups if (g.heading or g.titled > _NEARLY_ALL) and g.score > threshold + _CERTAIN]
    headings = {link.key: link for g in certain if g.heading for link in g.links}
    by_headings = len(headings) >= _LEAST_SECTIONS
    known = headings if by_headings else {link.key: link for g in certain for link in g.links}
    return Counter(link.section for link in known.values()), by_headings


def weaken_companions(outline: Outline, groups: list[LinkGroup], threshold: float) -> None:
    """Weaken links inside the records of a stronger group that are no headlines: authors, topics, links in
    text."""
    many = (g for g in groups if len(g.keys) >= _LEAST_RECORDS and g.score > threshold)
    strong = sorted(many, key=lambda g: -g.score)
    weakened: set[int] = set()
    for group in strong[:_MOST_STRONG]:
        starts = sorted(link.node for link in group.links)
        records = sorted({record_of(outline, starts, start) for start in starts})
        ends = [outline.nodes[record].end for record in records]
        shapes = {link.shape for link in group.links}
        for other in groups:
            if id(other) in weakened or other.keys & group.keys:
                continue
            is_label = len(other.keys) >= _LEAST_RECORDS and other.alike > _NEARLY_ALL >= group.alike
            if other.score > group.score - _BELOW_STRONG and not is_label:
                continue
            inside = sum(_within(records, ends, link.node) for link in other.links)
            foreign = sum(link.shape not in shapes for link in other.links)
            is_other_kind = foreign > _WITHIN * len(other.links) or other.in_prose > _MOSTLY
            if is_other_kind and inside > _WITHIN * len(other.links):
                weakened.add(id(other))
                for link in other.links:
                    link.score -= _COMPANION


def _within(starts: list[int], ends: list[int], node: int) -> bool:
    place = bisect_right(starts, node) - 1
    return place >= 0 and node < ends[place]
