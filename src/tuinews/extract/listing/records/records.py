"""How far the record of each article reaches: from its headline out to where the next article begins."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from tuinews.extract.listing.links.links import Link
from tuinews.extract.listing.outline import HEADINGS, Outline

_MAX_CLIMB = 12
_BARRIERS = frozenset(("body", "main", "nav", "footer"))
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
    """The record of each chosen link, in the order given; `links` are all of the page.

    A record is the largest element that links to no other article; where records lie flat beside each other
    (`dt dd dt dd`, `h2 p h2 p`, rows of a table) it takes in the neighbours that belong to it.
    """
    keys = {link.key for link in chosen}
    places = sorted((link.node, link.key) for link in links if link.key in keys)
    surveyor = _Surveyor(outline, places)
    roots = surveyor.roots(chosen)
    flat: dict[int, list[Link]] = defaultdict(list)
    for link in sorted(chosen, key=lambda k: roots[k.key]):
        flat[outline.nodes[roots[link.key]].parent].append(link)
    stretches: dict[str, tuple[int, int]] = {}
    for parent, siblings in flat.items():
        inside = [roots[link.key] for link in siblings]
        for link, stretch in zip(siblings, surveyor.stretches(parent, siblings, inside), strict=True):
            stretches[link.key] = stretch
    return [Record(link, *stretches[link.key]) for link in chosen]


class _Surveyor:
    """Draws the bounds between records; `places` are the links to chosen articles, as sorted (node, key)."""

    def __init__(self, outline: Outline, places: list[tuple[int, str]]) -> None:
        self._outline = outline
        self._places = places

    def roots(self, chosen: Sequence[Link]) -> dict[str, int]:
        """The largest element of each link's own, but not larger than those of links that are set alike."""
        chains = {link.key: self._chain(link) for link in chosen}
        heights: dict[str, list[int]] = defaultdict(list)
        for link in chosen:
            heights[link.signature].append(len(chains[link.key]))
        # The last of a list, or one alone in its zone, has nobody to stop at: it goes as high as its like.
        usual = {
            signature: Counter(alike).most_common(1)[0][0] if len(alike) > 2 else max(alike)
            for signature, alike in heights.items()
        }
        return {link.key: chains[link.key][: usual[link.signature]][-1] for link in chosen}

    def stretches(self, parent: int, siblings: list[Link], roots: list[int]) -> list[tuple[int, int]]:
        """The bounds of the records of `siblings`, whose `roots` are children of one element in page order."""
        nodes = self._outline.nodes
        bounds = [(root, nodes[root].end) for root in roots]
        if parent >= 0:
            children = self._outline.children(parent)
            place = {child: i for i, child in enumerate(children)}
            at = [place[root] for root in roots]
            gaps = [children[a + 1 : b] for a, b in zip([-1, *at], [*at, len(children)], strict=True)]
            bounds = self._shared_out(siblings, bounds, gaps)
        # A headline adopted from outside the root ("Full story" below it) begins the record.
        return [(min(start, link.inner), end) for link, (start, end) in zip(siblings, bounds, strict=True)]

    def _chain(self, link: Link) -> list[int]:
        """The link and the elements round it that link to no other chosen article, the nearest first."""
        chain = [link.node]
        for parent in self._outline.ancestors(link.node, 40):
            node = self._outline.nodes[parent]
            if (node.tag in _BARRIERS and node.depth < 6) or node.end - parent > _MAX_RECORD:
                break
            if self._leads_elsewhere(parent, link.key):
                break
            chain.append(parent)
        return chain

    def _leads_elsewhere(self, node: int, own: str) -> bool:
        end = self._outline.nodes[node].end
        first, last = bisect_left(self._places, (node, "")), bisect_left(self._places, (end, ""))
        return last - first > 40 or any(key != own for _, key in self._places[first:last])

    def _shared_out(
        self, siblings: list[Link], bounds: list[tuple[int, int]], gaps: list[list[int]]
    ) -> list[tuple[int, int]]:
        """The bounds with what stands between the records (`gaps`) given to the record that it belongs to."""
        nodes = self._outline.nodes
        if len(siblings) == 1:
            start, end = bounds[0]
            if nodes[start].tag not in HEADINGS | {"a"}:
                return bounds
            after = self._free(gaps[1][: self._cut(gaps[1], leading=False)], siblings[0].key)
            return [(start, nodes[after[-1]].end if after else end)]
        leading = self._leads(gaps)
        usual = min(max(len(gap) for gap in gaps[1:-1]), _MAX_GAP)
        cuts = [self._cut(gap, leading) for gap in gaps]
        shared: list[tuple[int, int]] = []
        for i, (link, (start, end)) in enumerate(zip(siblings, bounds, strict=True)):
            before = self._free(gaps[i][cuts[i] :][::-1], link.key)[:_MAX_GAP]
            after = self._free(gaps[i + 1][: cuts[i + 1]], link.key)[:usual]
            shared.append((before[-1] if before else start, nodes[after[-1]].end if after else end))
        return shared

    def _free(self, gap: list[int], own: str) -> list[int]:
        """The neighbours up to the first that links to another chosen article (which may be listed elsewhere)."""
        for i, child in enumerate(gap):
            if self._leads_elsewhere(child, own):
                return gap[:i]
        return gap

    def _cut(self, gap: list[int], leading: bool) -> int:
        """Where a gap between two records parts: at a heading or a rule, else wholly to one side."""
        tags = [self._outline.nodes[child].tag for child in gap]
        for sign in (("hr",), HEADINGS):
            for i, tag in enumerate(tags):
                if tag in sign:
                    return i
        return 0 if leading else len(gap)

    def _leads(self, gaps: list[list[int]]) -> bool:
        """Whether what stands between the records goes before the one it belongs to, as a `dt` before its `dd`."""
        inner = Counter(kinds for kinds in map(self._kinds, gaps[1:-1]) if kinds)
        if not inner:
            return False
        usual = inner.most_common(1)[0][0]
        first, last = self._kinds(gaps[0]), self._kinds(gaps[-1])
        return first[-len(usual) :] == usual and last[: len(usual)] != usual

    def _kinds(self, gap: list[int]) -> tuple[str, ...]:
        nodes = [self._outline.nodes[i] for i in gap]
        return tuple(n.tag + "." + n.first_class for n in nodes if n.tag or n.text.strip())
