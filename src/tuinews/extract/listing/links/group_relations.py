"""How the groups of links on a page stand to each other: the list, what is beside it, what is in its records.

A group may look like a list by itself and still be none of the page's own: authors and topics inside its records,
recent and popular articles beside it, services that live elsewhere. Each is weakened here by what the certain
headlines of the page tell.
"""

from bisect import bisect_right
from collections import Counter

from tuinews.extract.listing.links.groups import LinkGroup, is_set_out, mass
from tuinews.extract.listing.links.page_zones import SIDEBAR, WIDGET
from tuinews.extract.listing.outline import Outline
from tuinews.extract.listing.records.records import record_of

_ENOUGH = 8
_FOREIGN_SECTION = 1.8
_COMPANION = 2.5
_BELOW_STRONG = 0.8
_BESIDE_STREAM = 5.0
_BESIDE_RICH = 2.0
_BESIDE_ZONES = 1.0


def weaken_outside(outline: Outline, groups: list[LinkGroup], threshold: float, least: int) -> None:
    """Where the page has a list of its own, what stands beside it must be good to belong to it.

    A front page has zones, and one at the side may be one of them. A page with a single stream (a blog, a
    category) has none: the titles beside it are the recent, the popular, the related ones. A stream has `least`
    articles.
    """
    certain = [g for g in groups if g.score > threshold + 1.5 and g.penalty < SIDEBAR]
    main = max(certain, key=mass, default=None)
    if main is None:
        return
    rich = bool(main.heading) and (main.dated > 0.5 or main.described > 0.5)
    enough = len(main.keys) >= least and (rich or (len(main.keys) > 1 and is_set_out(main)))
    beside = main.penalty + WIDGET
    good = [g for g in groups if g.score > threshold + 1 and g.penalty < beside and is_set_out(g)]
    stream = enough and all(g.keys <= main.keys for g in good)
    stretch = _smallest_round(outline, [link.node for link in main.links])
    for group in groups:
        if group.keys <= main.keys:
            continue
        loss = 0.0
        if group.penalty >= beside:
            summarised = group.heading and group.described > 0.5
            loss = _BESIDE_ZONES if group.penalty >= SIDEBAR else 0.0
            loss = _BESIDE_STREAM if stream and not summarised else loss
        elif stream and 2 * sum(link.node not in stretch for link in group.links) > len(group.links):
            loss = _BESIDE_RICH if rich and not is_set_out(group) else _BESIDE_ZONES
        for link in group.links if loss else ():
            link.score -= loss


def _smallest_round(outline: Outline, nodes: list[int]) -> range:
    """The smallest element that holds all of `nodes`."""
    first, last = min(nodes), max(nodes)
    for parent in [first, *outline.ancestors(first)]:
        if outline.contains(parent, last):
            return range(parent, outline.nodes[parent].end)
    return range(first, last + 1)


def judge_by_section(groups: list[LinkGroup], threshold: float) -> None:
    """Weaken links that lead where none of the certain headlines leads: menus and services live elsewhere."""
    sections, by_headings = _sections_of(groups, threshold)
    if sum(sections.values()) < _ENOUGH:
        return
    for group in groups:
        if group.heading or (group.titled > 0.8 and not by_headings):
            continue
        for link in group.links:
            if not sections[link.section]:
                link.score -= _FOREIGN_SECTION


def _sections_of(groups: list[LinkGroup], threshold: float) -> tuple[Counter[tuple[str, str]], bool]:
    """The first path segments under which the certain headlines lead, and whether these are enough to judge by."""
    certain = [g for g in groups if (g.heading or g.titled > 0.8) and g.score > threshold + 1]
    headings = {link.key: link for g in certain if g.heading for link in g.links}
    known = headings if len(headings) >= 8 else {link.key: link for g in certain for link in g.links}
    return Counter(link.section for link in known.values()), len(headings) >= 8


def weaken_companions(outline: Outline, groups: list[LinkGroup], threshold: float) -> None:
    """Weaken what stands in the records of a stronger group and is no headline: authors, topics, links in text."""
    strong = sorted((g for g in groups if len(g.keys) >= 3 and g.score > threshold), key=lambda g: -g.score)
    weakened: set[int] = set()
    for group in strong[:_ENOUGH]:
        starts = sorted(link.node for link in group.links)
        records = sorted({record_of(outline, starts, start) for start in starts})
        ends = [outline.nodes[record].end for record in records]
        shapes = {link.shape for link in group.links}
        for other in groups:
            if id(other) in weakened or other.score > group.score - _BELOW_STRONG or other.keys & group.keys:
                continue
            inside = sum(_within(records, ends, link.node) for link in other.links)
            foreign = sum(link.shape not in shapes for link in other.links)
            told = foreign > 0.6 * len(other.links) or other.in_prose > 0.5
            if told and inside > 0.6 * len(other.links):
                weakened.add(id(other))
                for link in other.links:
                    link.score -= _COMPANION


def _within(starts: list[int], ends: list[int], node: int) -> bool:
    place = bisect_right(starts, node) - 1
    return place >= 0 and node < ends[place]
