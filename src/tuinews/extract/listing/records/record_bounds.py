"""Where each record begins and ends: the largest element of its article alone, or its share of flat neighbours."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence

from tuinews.extract.listing.links.links import Link
from tuinews.extract.listing.outline import HEADINGS, Outline

_MOST_ANCESTORS = 40
"""Elements around a chosen link that are tried; more than any page that people write nests."""

_RULE = frozenset(("hr",))
_PARTING = _RULE | HEADINGS
_LINE_BREAKS = frozenset(("br.",))
"""The kinds of what only ends a line."""

_BARRIERS = frozenset(("body", "main", "nav", "footer"))
_BARRIER_DEPTH = 6
"""Depth in the page above which such an element holds the whole list; deeper ones (`footer`) are parts of a
card."""

_MAX_GAP = 12
"""Neighbours of a flat record that it takes in: the paragraphs of a summary, the cells of a row."""

_MAX_RECORD = 4000
"""Nodes of one record; a whole article on a blog's front page has about a thousand."""

_MOST_LINKS = 40
"""Links in an element that are compared; an element with more is no record of one article."""

_LEAST_ALIKE = 3
"""Links with the same markup from which the usual height of their records counts, and not the greatest."""


class RecordBounds:
    """Finds the bounds of records; `places` are the links to chosen articles, as sorted (node, key)."""

    def __init__(self, outline: Outline, places: list[tuple[int, str]]) -> None:
        self._outline = outline
        self._places = places

    def roots(self, chosen: Sequence[Link]) -> dict[str, int]:
        """The largest element of each link alone, but not larger than for other links with the same markup."""
        chains = {link.key: self._chain(link) for link in chosen}
        heights: dict[str, list[int]] = defaultdict(list)
        for link in chosen:
            heights[link.signature].append(len(chains[link.key]))
        # The last of a list, or one alone in its zone, meets no other link: it goes as high as those like it.
        usual = {
            signature: Counter(alike).most_common(1)[0][0] if len(alike) >= _LEAST_ALIKE else max(alike)
            for signature, alike in heights.items()
        }
        return {link.key: chains[link.key][: usual[link.signature]][-1] for link in chosen}

    def ranges(self, parent: int, siblings: list[Link], roots: list[int]) -> list[tuple[int, int]]:
        """The bounds of the records of `siblings`, whose `roots` are children of one element in page order."""
        nodes = self._outline.nodes
        bounds = [(root, nodes[root].end) for root in roots]
        if parent >= 0:
            children = self._outline.children(parent)
            place = {child: i for i, child in enumerate(children)}
            at = [place[root] for root in roots]
            gaps = [children[a + 1 : b] for a, b in zip([-1, *at], [*at, len(children)], strict=True)]
            bounds = self._shared_out(siblings, bounds, gaps)
        # A headline outside the root (with a "Full story" below it) begins the record.
        return [(min(start, link.inner), end) for link, (start, end) in zip(siblings, bounds, strict=True)]

    def _chain(self, link: Link) -> list[int]:
        """The link and the elements around it without a link to another chosen article, the nearest first."""
        chain = [link.node]
        for parent in self._outline.ancestors(link.node, _MOST_ANCESTORS):
            node = self._outline.nodes[parent]
            if (node.tag in _BARRIERS and node.depth < _BARRIER_DEPTH) or node.end - parent > _MAX_RECORD:
                break
            if self._leads_elsewhere(parent, link.key):
                break
            chain.append(parent)
        return chain

    def _leads_elsewhere(self, node: int, own: str) -> bool:
        end = self._outline.nodes[node].end
        first, last = bisect_left(self._places, (node, "")), bisect_left(self._places, (end, ""))
        return last - first > _MOST_LINKS or any(key != own for _, key in self._places[first:last])

    def _shared_out(
        self, siblings: list[Link], bounds: list[tuple[int, int]], gaps: list[list[int]]
    ) -> list[tuple[int, int]]:
        """The bounds, with the nodes between the records (`gaps`) added to the record that they belong to."""
        nodes = self._outline.nodes
        if len(siblings) == 1:
            start, end = bounds[0]
            if nodes[start].tag not in HEADINGS | {"a"}:
                return bounds
            after = self._free(gaps[1][: self._cut(gaps[1], ())], siblings[0].key)
            return [(start, nodes[after[-1]].end if after else end)]
        leading, is_whole = self._leading(gaps)
        usual = min(max(len(gap) for gap in gaps[1:-1]), _MAX_GAP)
        cuts = [0 if is_whole and not self._is_parted(gap) else self._cut(gap, leading) for gap in gaps]
        if not any(map(self._is_parted, gaps[1:-1])):
            # no heading parts the records: that before the first is the page's, with what stands below it
            least = len(gaps[0]) - self._usual(gaps) if is_whole else self._begin(gaps[0], leading)
            cuts[0] = max(cuts[0], least)
        shared: list[tuple[int, int]] = []
        for i, (link, (start, end)) in enumerate(zip(siblings, bounds, strict=True)):
            before = self._free(gaps[i][cuts[i] :][::-1], link.key)[:_MAX_GAP]
            after = self._free(gaps[i + 1][: cuts[i + 1]], link.key)[:usual]
            shared.append((before[-1] if before else start, nodes[after[-1]].end if after else end))
        return shared

    def _usual(self, gaps: list[list[int]]) -> int:
        """The neighbours that most gaps between records have."""
        return Counter(map(len, gaps[1:-1])).most_common(1)[0][0]

    def _free(self, gap: list[int], own: str) -> list[int]:
        """The neighbours up to the first with a link to another chosen article (which may be listed elsewhere)."""
        for i, child in enumerate(gap):
            if self._leads_elsewhere(child, own):
                return gap[:i]
        return gap

    def _is_parted(self, gap: list[int]) -> bool:
        return any(self._outline.nodes[child].tag in _PARTING for child in gap)

    def _cut(self, gap: list[int], leading: tuple[str, ...]) -> int:
        """Where a gap between two records is split: at a rule or a heading, otherwise before what is `leading`."""
        tags = [self._outline.nodes[child].tag for child in gap]
        for sign in (_RULE, HEADINGS):
            for i, tag in enumerate(tags):
                if tag in sign:
                    return i
        return self._begin(gap, leading)

    def _begin(self, gap: list[int], leading: tuple[str, ...]) -> int:
        """Where the nodes of the kinds `leading` begin at the end of a gap; its end where it has none such."""
        told = [i for i, child in enumerate(gap) if self._kind(child)]
        if not leading or self._kinds(gap)[-len(leading) :] != leading:
            return len(gap)
        return told[-len(leading)]

    def _leading(self, gaps: list[list[int]]) -> tuple[tuple[str, ...], bool]:
        """The kinds of the nodes that belong to the record after them, as a `dt` does to its `dd`, or a day before
        a headline in its line; and whether these are all between two records.
        """
        inner = Counter(kinds for kinds in map(self._kinds, gaps[1:-1]) if kinds)
        if not inner:
            return (), False
        usual = inner.most_common(1)[0][0]
        first, last = self._kinds(gaps[0]), self._kinds(gaps[-1])
        if last[: len(usual)] == usual:
            return (), False
        if first[-len(usual) :] == usual:
            return usual, True
        for split in range(1, len(usual)):
            before, behind = usual[:split], usual[split:]
            # The last line of a text has no break behind it.
            is_ended = last[:split] == before or set(before) <= _LINE_BREAKS
            if is_ended and first[-len(behind) :] == behind:
                return behind, False
        return (), False

    def _kinds(self, gap: list[int]) -> tuple[str, ...]:
        return tuple(kind for kind in map(self._kind, gap) if kind)

    def _kind(self, index: int) -> str:
        """The element and class of a node between records; "" for white space."""
        node = self._outline.nodes[index]
        return f"{node.tag}.{node.first_class}" if node.tag or node.text.strip() else ""
