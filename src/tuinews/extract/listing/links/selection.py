"""Chooses the links that are the articles of a page: from the best groups, each article once."""

import re
from bisect import bisect_left
from collections import defaultdict

from tuinews.extract.listing.links.front_zones import strengthen_zones
from tuinews.extract.listing.links.group_relations import (
    weaken_companions,
    weaken_foreign_sections,
    weaken_outside,
)
from tuinews.extract.listing.links.groups import LinkGroup, groups_of
from tuinews.extract.listing.links.headlines.cut_titles import complete_titles
from tuinews.extract.listing.links.headlines.headlines import name_links
from tuinews.extract.listing.links.links import Link, article_likeness, same_words, width
from tuinews.extract.listing.links.scores import mass, score_all
from tuinews.extract.listing.outline import Outline
from tuinews.quick_dataclass import dataclass

_THRESHOLD = 2.2
"""Least score of a link that is an article: more than a good address and a good length alone give (see
`groups`)."""

_BELOW_BEST = 0.8
"""Where the best group is weak, how far below it the threshold is, so that a page always has its best guess."""

_BELOW_MAIN = 3.3
"""How far below the main group a link may be; further down are the menus of a page with a very clear list."""

_BETTER = 0.8
"""Points by which a second link to the same article must be better to replace the first."""

_LEAST_RECORDS = 3
"""Addresses from which a group is a list; the best is looked for among these first."""

_SPREAD, _SPREAD_OF_FEW = 0.15, 0.5
"""What a link's own address counts beside its group's; more in a group of one or two, which proves little."""

_TO_LISTS = 0.5
"""Share of links to lists and services from which a group is the last choice for a best guess."""

_LEAST_PLACES, _MOST_PLACES = 3, 200
"""Links to one address between which it may be an author or a topic: two are a picture and its headline, and more
than 200 are not compared, since each costs a search."""

_SECTION_NAME = 24
"""Letters from which words are a headline and not the name of a section."""

_LABEL = 16
"""Letters under which one of two links to an article is its label."""

_NEAR, _NEAR_HEIGHT = 8, 8
"""Links in an element, and elements around a link, within which another article is beside it."""

_STREAM_IN_FRONT = 5
"""Articles that make a front page a single stream (a blog); fewer are its lead stories."""

_WHERE = re.compile(r"(?:^|&)(?:ref|src|source|section|from|via|pos|position|link|block|zone)=[^&]*")
_ARTICLE_PATH = re.compile(r"\d{4}|[^/]-[^/]*-[^/]")
_FRONT = re.compile(r"/?(?:[a-z]{2}/?)?(?:(?:index|default|home)\.\w+)?")


@dataclass(frozen=True, slots=True)
class HeadlineChoice:
    """The headlines chosen, in page order, and the best of the groups that they come from."""

    links: tuple[Link, ...]
    best: LinkGroup | None


def choose(outline: Outline, links: list[Link], penalties: list[float], path: str) -> HeadlineChoice:
    """The articles among `links`, each once; `path` is that of the page's own address."""
    named = _without_indexes(_without_shared(outline, name_links(outline, links)))
    named = _without_lines_of_names(outline, named)
    complete_titles(outline, links)
    groups = groups_of(outline, links, named, penalties)
    score_all(groups)
    for group in groups:
        spread = _SPREAD_OF_FEW if len(group.keys) < _LEAST_RECORDS else _SPREAD
        for link in group.links:
            link.score = group.score + spread * (article_likeness(link) - group.likeness)
    threshold, best = _threshold(groups)
    is_stream = weaken_outside(outline, groups, threshold, _STREAM_IN_FRONT if _FRONT.fullmatch(path) else 1)
    weaken_foreign_sections(groups, threshold)
    weaken_companions(outline, groups, threshold)
    if not is_stream:
        strengthen_zones(groups, threshold)
    chosen = _each_once(named, threshold) or _best_guess(groups)
    nodes = {link.node for link in chosen}
    used = [g for g in groups if any(link.node in nodes for link in g.links)]
    best = max(used, key=lambda g: g.score, default=best)
    return HeadlineChoice(chosen, best)


def _without_shared(outline: Outline, named: list[Link]) -> list[Link]:
    """The links without those to an author or topic of many articles: each time beside another article."""
    places: dict[str, list[int]] = defaultdict(list)
    for link in named:
        places[link.key].append(link.node)
    ordered = [
        (link.node, link.key) for link in named if not link.listing or len(places[link.key]) < _LEAST_PLACES
    ]
    at, shared = frozenset(ordered), set[str]()
    for key, nodes in places.items():
        if _LEAST_PLACES <= len(nodes) <= _MOST_PLACES and (nodes[0], key) in at:
            beside = {_beside(outline, ordered, node) for node in nodes} - {""}
            if len(beside) >= max(_LEAST_PLACES, len(nodes) / 2):
                shared.add(key)
    return [link for link in named if link.key not in shared]


def _without_indexes(named: list[Link]) -> list[Link]:
    """The links without those, a word or two long, to a folder that holds several of the others: "Photos"."""
    folders: dict[tuple[str, str], set[str]] = defaultdict(set)
    for link in named:
        folders[link.place.netloc, link.place.path.rstrip("/").rpartition("/")[0]].add(link.key)
    return [
        link
        for link in named
        if len(folders.get((link.place.netloc, link.place.path.rstrip("/")), ())) < _LEAST_RECORDS
        or link.place.query
        or width(link.title) >= _SECTION_NAME
    ]


def _without_lines_of_names(outline: Outline, named: list[Link]) -> list[Link]:
    """The links without those of an element with several names, where others with the same markup have one
    headline each: "Sorted by: [ thread ] [ subject ] [ author ]".
    """
    lines: dict[str, dict[int, list[Link]]] = defaultdict(lambda: defaultdict(list))
    for link in named:
        lines[link.signature][outline.nodes[link.node].parent].append(link)
    names: set[int] = set()
    for holders in lines.values():
        several = [some for some in holders.values() if len({link.key for link in some}) >= _LEAST_RECORDS]
        if 0 < _LEAST_RECORDS * len(several) <= len(holders) - len(several):
            names.update(
                link.node for some in several if all(width(one.title) < _LABEL for one in some) for link in some
            )
    return [link for link in named if link.node not in names]


def _beside(outline: Outline, ordered: list[tuple[int, str]], node: int) -> str:
    """The only other key in the smallest element around a link that has another; "" where there are several."""
    own = ordered[bisect_left(ordered, (node, ""))][1]
    for parent in outline.ancestors(node, _NEAR_HEIGHT):
        first, last = bisect_left(ordered, (parent, "")), bisect_left(ordered, (outline.nodes[parent].end, ""))
        if last - first > _NEAR:
            return ""
        others = {key for _, key in ordered[first:last]} - {own}
        if others:
            return others.pop() if len(others) == 1 else ""
    return ""


def _threshold(groups: list[LinkGroup]) -> tuple[float, LinkGroup | None]:
    """The least score of an article on this page, and the best group."""
    several = [g for g in groups if len(g.keys) >= _LEAST_RECORDS] or groups
    best = max(several, key=lambda g: g.score, default=None)
    threshold = min(_THRESHOLD, best.score - _BELOW_BEST) if best else _THRESHOLD
    main = max(groups, key=mass, default=None)
    if main is not None and main.score > threshold:
        threshold = max(threshold, main.score - _BELOW_MAIN)
    return threshold, best


def _best_guess(groups: list[LinkGroup]) -> tuple[Link, ...]:
    """For a page without a list: the group that looks most like one, rather than nothing."""
    best = max(groups, key=lambda g: (g.listing < _TO_LISTS, g.score), default=None)
    return tuple({link.key: link for link in reversed(best.links)}.values())[::-1] if best else ()


def _is_label_beside(known: Link, link: Link) -> bool:
    """Whether of two links with the same markup the first is a label ("9 photos") and the second the headline."""
    is_alike = known.signature == link.signature and known.rank is link.rank
    return is_alike and width(known.title) < _LABEL and width(link.title) >= _SECTION_NAME


def _each_once(named: list[Link], threshold: float) -> tuple[Link, ...]:
    best: dict[str, Link] = {}
    for link in named:
        if link.score < threshold or not link.title or link.listing:
            continue
        known = best.get(link.key)
        if known is None or link.score > known.score + _BETTER or _is_label_beside(known, link):
            best[link.key] = link
    chosen: list[Link] = []
    seen: set[tuple[str, str]] = set()
    for link in sorted(best.values(), key=lambda k: k.node):
        # Some sites add the position of a link to its query. Addresses that differ only in such a parameter are
        # one article, and so are the same words at one path, if the path alone identifies articles.
        page = link.place.netloc + link.place.path + link.place.fragment
        same = {(page, _WHERE.sub("", link.place.query))}
        if _ARTICLE_PATH.search(link.place.path):
            same.add((page, same_words(link.title)))
        if seen.isdisjoint(same):
            chosen.append(link)
        seen |= same
    return tuple(chosen)
