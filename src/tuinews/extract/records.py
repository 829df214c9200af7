"""How far the record of each article reaches: from its headline out to where the next article begins."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from tuinews.extract.links import Link
from tuinews.extract.outline import HEADINGS, Outline

_MAX_CLIMB = 12
_BARRIERS = frozenset(("body", "main", "nav", "header", "footer"))
_MAX_GAP = 12
_MAX_RECORD = 4000


@dataclass(frozen=True, slots=True)
class Record:
    """The headline's link and the stretch of nodes, `start` up to `end`, that speaks of its article."""

    link: Link
    start: int
    end: int


def record_of(outline: Outline, starts: list[int], node: int) -> int:
    """The largest element round `node` in which no other of the sorted `starts` stands."""
    record = node
    for parent in outline.ancestors(node, _MAX_CLIMB):
        if bisect_left(starts, outline.nodes[parent].end) - bisect_left(starts, parent) > 1:
            break
        record = parent
    return record


def records_of(outline: Outline, chosen: Sequence[Link], links: Sequence[Link]) -> list[Record]:
    """The record of each chosen link, in the order given.

    A record is the largest element that links to no other article; where records lie flat beside each other
    (`dt dd dt dd`, `h2 p h2 p`, rows of a table) it takes in the neighbours that belong to it.
    """
    roots = _roots(outline, chosen, links)
    stretches = {link.key: (roots[link.key], outline.nodes[roots[link.key]].end) for link in chosen}
    flat: dict[int, list[Link]] = defaultdict(list)
    for link in chosen:
        start, end = stretches[link.key]
        if link.inner < start and outline.nodes[start].parent >= 0:
            stretches[link.key] = link.inner, end
    for link in sorted(chosen, key=lambda k: roots[k.key]):
        flat[outline.nodes[roots[link.key]].parent].append(link)
    for parent, siblings in flat.items():
        if parent >= 0:
            _take_in_neighbours(outline, parent, siblings, roots, stretches)
    return [Record(link, *stretches[link.key]) for link in chosen]


def _roots(outline: Outline, chosen: Sequence[Link], links: Sequence[Link]) -> dict[str, int]:
    keys = {link.key for link in chosen}
    places = sorted((link.node, link.key) for link in links if link.key in keys)
    chains = {link.key: _chain(outline, places, link) for link in chosen}
    heights: dict[str, list[int]] = defaultdict(list)
    for link in chosen:
        heights[link.signature].append(len(chains[link.key]))
    roots: dict[str, int] = {}
    for link in chosen:
        chain, alike = chains[link.key], heights[link.signature]
        # The last of a list, or one alone in its zone, has nobody to stop at: it goes as high as its like.
        usual = Counter(alike).most_common(1)[0][0] if len(alike) > 2 else len(chain)
        roots[link.key] = chain[min(len(chain), usual) - 1]
    return roots


def _chain(outline: Outline, places: list[tuple[int, str]], link: Link) -> list[int]:
    """The link and the elements round it that link to no other chosen article, the nearest first."""
    chain = [link.node]
    for parent in outline.ancestors(link.node, 40):
        node = outline.nodes[parent]
        first, last = bisect_left(places, (parent, "")), bisect_left(places, (node.end, ""))
        if (node.tag in _BARRIERS and node.depth < 6) or node.end - parent > _MAX_RECORD:
            break
        if last - first > 40 or any(key != link.key for _, key in places[first:last]):
            break
        chain.append(parent)
    return chain


def _take_in_neighbours(
    outline: Outline,
    parent: int,
    siblings: list[Link],
    roots: dict[str, int],
    stretches: dict[str, tuple[int, int]],
) -> None:
    """Share out what stands between records that are children of one element, before or after their like."""
    children = outline.children(parent)
    place = {child: i for i, child in enumerate(children)}
    at = [place[roots[link.key]] for link in siblings]
    gaps = [children[a + 1 : b] for a, b in zip([-1, *at], [*at, len(children)], strict=True)]
    if len(siblings) == 1:
        if outline.nodes[roots[siblings[0].key]].tag in HEADINGS | {"a"}:
            _extend(outline, siblings[0], [], _up_to_heading(outline, gaps[1]), stretches)
        return
    leading = _leads(outline, gaps)
    usual = max(len(gap) for gap in gaps[1:-1])
    cuts = [_cut(outline, gap, leading) for gap in gaps]
    for i, link in enumerate(siblings):
        before = gaps[i][cuts[i] :]
        after = gaps[i + 1][: cuts[i + 1]]
        _extend(outline, link, before[-_MAX_GAP:], after[: min(usual, _MAX_GAP)], stretches)


def _cut(outline: Outline, gap: list[int], leading: bool) -> int:
    """Where a gap between two records parts: at a heading or a rule, else wholly to one side."""
    tags = [outline.nodes[child].tag for child in gap]
    for sign in (("hr",), HEADINGS):
        places = [i for i, tag in enumerate(tags) if tag in sign]
        if places:
            return places[0]
    return 0 if leading else len(gap)


def _leads(outline: Outline, gaps: list[list[int]]) -> bool:
    """Whether what stands between the records goes before the one it belongs to, as a `dt` before its `dd`."""
    inner = Counter(tuple(_kinds(outline, gap)) for gap in gaps[1:-1] if _kinds(outline, gap))
    if not inner:
        return False
    usual = inner.most_common(1)[0][0]
    first, last = _kinds(outline, gaps[0]), _kinds(outline, gaps[-1])
    ends_alike = tuple(first[-len(usual) :]) == usual
    starts_alike = tuple(last[: len(usual)]) == usual
    return ends_alike and not starts_alike


def _kinds(outline: Outline, gap: list[int]) -> list[str]:
    return [
        n.tag + "." + (n.attributes.get("class") or "").split(" ")[0]
        for n in (outline.nodes[i] for i in gap)
        if n.tag or n.text.strip()
    ]


def _up_to_heading(outline: Outline, gap: list[int]) -> list[int]:
    for i, child in enumerate(gap):
        if outline.nodes[child].tag in HEADINGS or outline.nodes[child].tag == "hr":
            return gap[:i]
    return gap


def _extend(
    outline: Outline, link: Link, before: list[int], after: list[int], stretches: dict[str, tuple[int, int]]
) -> None:
    start, end = stretches[link.key]
    start = min(start, before[0]) if before else start
    end = outline.nodes[after[-1]].end if after else end
    stretches[link.key] = start, end
