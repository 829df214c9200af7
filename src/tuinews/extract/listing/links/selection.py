"""Which links of a page are its articles: the groups ranked, then each article once, by its best headline."""

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass

from tuinews.extract.listing.links.group_relations import judge_by_section, weaken_companions, weaken_outside
from tuinews.extract.listing.links.groups import LinkGroup, groups_of, mass, score_all
from tuinews.extract.listing.links.headlines import name_links
from tuinews.extract.listing.links.links import Link, article_likeness, same_words
from tuinews.extract.listing.outline import Outline

_THRESHOLD = 2.2
_BELOW_BEST = 0.8
_BELOW_MAIN = 3.3
_NEAR = 8
_MANY = 200
_STREAM_IN_FRONT = 5
_WHERE = re.compile(r"(?:^|&)(?:ref|src|source|section|from|via|pos|position|link|block|zone)=[^&]*")
_TELLING_PATH = re.compile(r"\d{4}|[^/]-[^/]*-[^/]")
_FRONT = re.compile(r"/?(?:[a-z]{2}/?)?(?:(?:index|default|home)\.\w+)?")


@dataclass(frozen=True, slots=True)
class HeadlineChoice:
    """The headlines chosen, in page order, and the best of the groups that they come from."""

    links: tuple[Link, ...]
    best: LinkGroup | None


def choose(outline: Outline, links: list[Link], penalties: list[float], path: str) -> HeadlineChoice:
    """The articles among `links`, each once; `path` is that of the page's own address."""
    named = _without_shared(outline, name_links(outline, links))
    groups = groups_of(outline, links, named, penalties)
    score_all(groups)
    for group in groups:
        spread = 0.5 if len(group.keys) < 3 else 0.15
        for link in group.links:
            link.score = group.score + spread * (article_likeness(link) - group.likeness)
    threshold, best = _threshold(groups)
    weaken_outside(outline, groups, threshold, _STREAM_IN_FRONT if _FRONT.fullmatch(path) else 1)
    judge_by_section(groups, threshold)
    weaken_companions(outline, groups, threshold)
    chosen = _each_once(named, threshold) or _best_guess(groups)
    nodes = {link.node for link in chosen}
    used = [g for g in groups if any(link.node in nodes for link in g.links)]
    best = max(used, key=lambda g: g.score, default=best)
    return HeadlineChoice(chosen, best)


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
        if last - first > _NEAR:
            return ""
        others = {key for _, key in ordered[first:last]} - {own}
        if others:
            return others.pop() if len(others) == 1 else ""
    return ""


def _threshold(groups: list[LinkGroup]) -> tuple[float, LinkGroup | None]:
    several = [g for g in groups if len(g.keys) >= 3] or groups
    best = max(several, key=lambda g: g.score, default=None)
    threshold = min(_THRESHOLD, best.score - _BELOW_BEST) if best else _THRESHOLD
    main = max(groups, key=mass, default=None)
    if main is not None and main.score > threshold:
        threshold = max(threshold, main.score - _BELOW_MAIN)
    return threshold, best


def _best_guess(groups: list[LinkGroup]) -> tuple[Link, ...]:
    """Where nothing looks like a list: the links that look most like one, rather than nothing."""
    best = max(groups, key=lambda g: (g.listing < 0.5, g.score), default=None)
    return tuple({link.key: link for link in reversed(best.links)}.values())[::-1] if best else ()


def _each_once(named: list[Link], threshold: float) -> tuple[Link, ...]:
    best: dict[str, Link] = {}
    for link in named:
        if link.score < threshold or not link.title or link.listing:
            continue
        known = best.get(link.key)
        if known is None or link.score > known.score + 0.8:
            best[link.key] = link
    chosen: list[Link] = []
    seen: set[tuple[str, str]] = set()
    for link in sorted(best.values(), key=lambda k: k.node):
        # Some sites add where a link stands to its query: the same but for such a parameter is the same article,
        # and so are the same words where the path alone tells articles apart.
        page = link.place.netloc + link.place.path
        same = {(page, _WHERE.sub("", link.place.query))}
        if _TELLING_PATH.search(link.place.path):
            same.add((page, same_words(link.title)))
        if seen.isdisjoint(same):
            chosen.append(link)
        seen |= same
    return tuple(chosen)
