"""Which links of a page are its articles: the groups ranked, then each article once, by its best headline."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass

from tuinews.extract.groups import Group, groups_of, score_all, sections_of
from tuinews.extract.headlines import name_links
from tuinews.extract.links import Link, article_likeness, same_words
from tuinews.extract.outline import Outline
from tuinews.extract.records import record_of
from tuinews.extract.zones import SIDEBAR

_THRESHOLD = 2.2
_BELOW_BEST = 0.8
_BELOW_MAIN = 3.3
_FOREIGN_SECTION = 1.8
_ENOUGH = 8
_MANY = 200
_COMPANION = 2.5
_BESIDE_STREAM = 3.0
_BESIDE_ZONES = 1.0
_BESIDE_RICH = 2.0
_STREAM_IN_FRONT = 5
_FRONT = re.compile(r"/?(?:[a-z]{2}/?)?(?:(?:index|default|home)\.\w+)?")
_SIDE_COUNTS = 0.3


@dataclass(frozen=True, slots=True)
class Choice:
    """The headlines chosen, in page order, and the best of the groups that they come from."""

    links: tuple[Link, ...]
    best: Group | None


def choose(outline: Outline, links: list[Link], penalties: list[float], path: str) -> Choice:
    """The articles among `links`, each once; `path` is that of the page's own address."""
    named = _without_shared(outline, name_links(outline, links))
    groups = groups_of(outline, links, named, penalties)
    score_all(groups)
    for group in groups:
        spread = 0.5 if len(group.keys) < 3 else 0.15
        for link in group.links:
            link.score = group.score + spread * (article_likeness(link) - group.likeness)
    threshold, best = _threshold(groups)
    _weaken_outside(outline, groups, threshold, _STREAM_IN_FRONT if _FRONT.fullmatch(path) else 1)
    _judge_by_section(groups, threshold)
    _weaken_companions(outline, groups, threshold)
    chosen = _each_once(named, threshold)
    nodes = {link.node for link in chosen}
    used = [g for g in groups if any(link.node in nodes for link in g.links)]
    best = max(used, key=lambda g: g.score, default=best)
    return Choice(chosen, best)


def _without_shared(outline: Outline, named: list[Link]) -> list[Link]:
    """The links less those to what many articles share: an author or topic, beside another article each time."""
    places: dict[str, list[int]] = defaultdict(list)
    for link in named:
        places[link.key].append(link.node)
    ordered = [(link.node, link.key) for link in named]
    shared = set()
    for key, nodes in places.items():
        if 3 <= len(nodes) <= _MANY:
            beside = {_beside(outline, ordered, node) for node in nodes} - {""}
            if len(beside) >= max(3, len(nodes) / 2):
                shared.add(key)
    return [link for link in named if link.key not in shared]


def _beside(outline: Outline, ordered: list[tuple[int, str]], node: int) -> str:
    """The one other key in the smallest element round a link that holds another; "" where there are several."""
    own = ordered[bisect_left(ordered, (node, ""))][1]
    for parent in outline.ancestors(node, 8):
        first, last = bisect_left(ordered, (parent, "")), bisect_left(ordered, (outline.nodes[parent].end, ""))
        if last - first > _ENOUGH:
            return ""
        others = {key for _, key in ordered[first:last]} - {own}
        if others:
            return others.pop() if len(others) == 1 else ""
    return ""


def _threshold(groups: list[Group]) -> tuple[float, Group | None]:
    several = [g for g in groups if len(g.keys) >= 3] or groups
    best = max(several, key=lambda g: g.score, default=None)
    threshold = min(_THRESHOLD, best.score - _BELOW_BEST) if best else _THRESHOLD
    main = max(groups, key=_mass, default=None)
    if main is not None and main.score > threshold:
        threshold = max(threshold, main.score - _BELOW_MAIN)
    return threshold, best


def _mass(group: Group) -> float:
    """How much of the page a group is, what stands at the side counting less."""
    size = max(group.score, 0.0) * min(len(group.keys), 25) * min(group.typical_width, 60)
    return size * (_SIDE_COUNTS if group.penalty >= SIDEBAR else 1.0)


def _weaken_outside(outline: Outline, groups: list[Group], threshold: float, least: int) -> None:
    """Where the page has a list of its own, what stands beside it must be good to belong to it.

    A front page has zones, and one at the side may be one of them. A page with a single stream (a blog, a
    category) has none: the titles beside it are the recent, the popular, the related ones. A stream has `least`
    articles.
    """
    certain = [g for g in groups if g.score > threshold + 1.5 and g.penalty < SIDEBAR]
    main = max(certain, key=_mass, default=None)
    if main is None:
        return
    good = [g for g in groups if g.score > threshold + 1 and g.penalty < SIDEBAR and _is_set_out(g)]
    rich = bool(main.heading) and (main.dated > 0.5 or main.described > 0.5)
    enough = len(main.keys) >= least and (rich or len(main.keys) > 1)
    stream = enough and all(g.keys <= main.keys for g in good)
    stretch = _smallest_round(outline, [link.node for link in main.links])
    for group in groups:
        outside = 2 * sum(link.node not in stretch for link in group.links) > len(group.links)
        if group.penalty >= SIDEBAR:
            loss = _BESIDE_STREAM if stream else _BESIDE_ZONES
        else:
            bare = rich and not _is_set_out(group)
            loss = (_BESIDE_RICH if bare else _BESIDE_ZONES) if stream and outside else 0.0
            loss = 0.0 if group.keys <= main.keys else loss
        for link in group.links if loss else ():
            link.score -= loss


def _is_set_out(group: Group) -> bool:
    """Whether a group is more than bare links."""
    return bool(group.heading) or group.titled > 0.8 or group.dated > 0.5 or group.described > 0.5


def _smallest_round(outline: Outline, nodes: list[int]) -> range:
    """The smallest element that holds all of `nodes`."""
    first, last = min(nodes), max(nodes)
    for parent in [first, *outline.ancestors(first)]:
        if outline.contains(parent, last):
            return range(parent, outline.nodes[parent].end)
    return range(first, last + 1)


def _judge_by_section(groups: list[Group], threshold: float) -> None:
    """Weaken links that lead where none of the certain headlines leads: menus and services live elsewhere."""
    sections, by_headings = sections_of(groups, threshold)
    if sum(sections.values()) < _ENOUGH:
        return
    for group in groups:
        if group.heading or (group.titled > 0.8 and not by_headings):
            continue
        for link in group.links:
            if not sections[link.section]:
                link.score -= _FOREIGN_SECTION


def _weaken_companions(outline: Outline, groups: list[Group], threshold: float) -> None:
    """Weaken what stands in the records of a stronger group and leads to another kind of page: authors, topics."""
    strong = sorted((g for g in groups if len(g.keys) >= 3 and g.score > threshold), key=lambda g: -g.score)
    weakened: set[int] = set()
    for group in strong[:_ENOUGH]:
        starts = sorted(link.node for link in group.links)
        records = sorted({record_of(outline, starts, start) for start in starts})
        ends = [outline.nodes[record].end for record in records]
        shapes = {link.shape for link in group.links}
        for other in groups:
            if id(other) in weakened or other.score > group.score - _BELOW_BEST or other.keys & group.keys:
                continue
            inside = sum(_within(records, ends, link.node) for link in other.links)
            foreign = sum(link.shape not in shapes for link in other.links)
            if inside > 0.6 * len(other.links) and foreign > 0.6 * len(other.links):
                weakened.add(id(other))
                for link in other.links:
                    link.score -= _COMPANION


def _within(starts: list[int], ends: list[int], node: int) -> bool:
    place = bisect_right(starts, node) - 1
    return place >= 0 and node < ends[place]


def _each_once(named: list[Link], threshold: float) -> tuple[Link, ...]:
    best: dict[str, Link] = {}
    for link in named:
        if link.score < threshold or not link.title or link.listing:
            continue
        known = best.get(link.key)
        if known is None or link.score > known.score + 0.8:
            best[link.key] = link
    chosen: dict[tuple[str, str], Link] = {}
    for link in sorted(best.values(), key=lambda k: k.node):
        # Some sites add where a link stands to its query: same path and same words are the same article.
        chosen.setdefault((link.place.netloc + link.place.path, same_words(link.title)), link)
    return tuple(chosen.values())
