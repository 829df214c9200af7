"""The features of a line in its page, by which the second pass judges: its group, box, place and neighbours."""

from collections.abc import Iterator
from itertools import accumulate

from tuinews.extract.article.body.model.element_features import ElementFeatures
from tuinews.extract.article.body.model.features import LOCAL, Row
from tuinews.extract.article.body.model.local_features import TAGS
from tuinews.extract.page.lines import PageLine, PageLines
from tuinews.extract.page.tags import Trait
from tuinews.quick_dataclass import dataclass

_HIDDEN, _LIST, _ARTICLE = int(Trait.HIDDEN), int(Trait.LIST), int(Trait.ARTICLE | Trait.MAIN)
_FIGURE = int(Trait.FIGURE | Trait.CAPTION)
STRONG, STRONG_SIZE = 0.6, 60
"""Probability of the first pass and letters from which a line is certainly text, to measure distances from it."""

SURELY_NOT, SURELY = 0.02, 0.97
"""Probability of a line whose first pass, group and neighbours agree. The second pass is skipped for it, which is
wrong for one letter in ten thousand."""

_NOT_ALONE, _NOT_AROUND, _ALONE, _GROUP, _AROUND_IT = 0.15, 0.2, 0.9, 0.9, 0.85
"""Probabilities of the first pass below and above which a line itself, its group and its neighbours agree."""

FAR = 99.0
"""The distance where there is no such line, and the longest."""

_SIZE, _LINK_SHARE, _TAG = map(LOCAL.index, ("size", "link_share", "tag"))
_GROUP_SCORE = 3
"""Where the score stands in the features of a group."""

_COMPARED, _BEGINNING, _IN_BODY = 300, 60, 80
"""Letters of a line that are compared with titles, with the description, and sought in the declared text."""

_TOO_SHORT = 15
"""Letters of a line that may well stand twice on a page."""

_EDGE = [0.0, 1.0]
"""Size and share of links of the line before the first and behind the last."""


@dataclass(frozen=True, slots=True)
class DeclaredTexts:
    """What the page declares, in lower case: titles, description, and the article's text in JSON-LD."""

    titles: frozenset[str] = frozenset()
    description: str = ""
    body: str = ""


class FullFeatures:
    """All features of every line, in page order: a row for each line.

    `local` has the features of the first pass and `first` its results; `core` is the densest element. Half of the
    lines are clear already: these have a probability in place of a row (`SURELY_NOT`, `SURELY`).
    """

    def __init__(
        self,
        page_lines: PageLines,
        elements: ElementFeatures,
        known: DeclaredTexts,
        local: list[Row],
        first: list[float],
        core: int,
    ) -> None:
        self._page_lines, self._elements, self._local, self._first = page_lines, elements, local, first
        self._titles, self._description, self._body = known.titles, known.description[:_BEGINNING], known.body
        self._sums = sums = _sums_of(page_lines, first)
        self._total = sums.sizes[-1] or 1.0
        self._windows = _windows_of(sums)
        self._strong_before, self._strong_after = _strong_distances(page_lines, first)
        self._boxes: dict[int, Row] = {}
        begin, end = page_lines.first[core], page_lines.last[core]
        size = sums.sizes[end] - sums.sizes[begin] or 1.0
        self._core_first, self._core_last, self._core_depth = begin, end - 1, elements.depth[core]
        self._core = [size / self._total, (sums.scores[end] - sums.scores[begin]) / size]

    def __iter__(self) -> Iterator[Row | float]:
        """A row for each line, or the probability of one that is clear."""
        groups, group_of = _groups_of(self._page_lines, self._first)
        begin, end, h1, h1_tag = self._core_first, self._core_last, self._page_lines.h1, TAGS["h1"]
        seen: set[str] = set()
        headings = 0.0
        for place, (line, mine, chance, window, number) in enumerate(
            zip(self._page_lines.lines, self._local, self._first, self._windows, group_of, strict=True)
        ):
            group = groups[number]
            lower = line.text[:_COMPARED].lower()
            again = lower in seen
            if line.size > _TOO_SHORT:
                seen.add(lower)
            if mine[_TAG] == h1_tag and place > h1:
                headings += 1.0
            score = group[_GROUP_SCORE]
            if chance < _NOT_ALONE and score < _NOT_AROUND and window < _NOT_AROUND:
                yield SURELY_NOT
            elif begin <= place <= end and chance > _ALONE and score > _GROUP and window > _AROUND_IT:
                yield SURELY
            else:
                yield [
                    *mine,
                    *self._of_line(line, lower, again),
                    *group,
                    *self._of_place(place, line.element, headings),
                    *self._core,
                    *self._of_neighbours(place, window),
                ]

    def _of_line(self, line: PageLine, lower: str, again: bool) -> Row:
        """What its elements are, and whether its text stands elsewhere: `hidden` to `in_body`."""
        element, elements, description, body = line.element, self._elements, self._description, self._body
        traits = self._page_lines.traits[element]
        return [
            1.0 if traits & _HIDDEN else 0.0,
            1.0 if traits & _LIST else 0.0,
            1.0 if traits & _FIGURE else 0.0,
            1.0 if traits & _ARTICLE else 0.0,
            elements.comments[element],
            elements.depth[element],
            1.0 if lower in self._titles else 0.0,
            1.0 if description and lower[:_BEGINNING] == description else 0.0,
            1.0 if line.text[:_COMPARED] in self._page_lines.alts else 0.0,
            1.0 if again else 0.0,
            0.5 if not body else 1.0 if lower[:_IN_BODY] in body else 0.0,
        ]

    def _of_place(self, place: int, element: int, headings: float) -> Row:
        """Its box, and its place there, on the page and in the densest element: `box_lines` to `from_end`."""
        page_lines, elements = self._page_lines, self._elements
        above, h1 = page_lines.parent[element], page_lines.h1
        box = above if above >= 0 else element
        box_row = self._boxes.get(box)
        if box_row is None:
            box_row = self._boxes[box] = _box_features(page_lines, elements, self._sums, box, self._total)
        from_start, from_end = place - self._core_first, self._core_last - place
        inside = from_start >= 0 and from_end >= 0
        return [
            *box_row,
            float(min(place - page_lines.first[box], 50)),
            float(max(-99, min(place - h1, 400))) if h1 >= 0 else -100.0,
            headings,
            elements.post[element],
            self._sums.sizes[place] / self._total,
            1.0 if inside else 0.0,
            elements.depth[element] - self._core_depth if inside else 0.0,
            float(max(-50, min(from_start, 300))),
            float(max(-50, min(from_end, 300))),
        ]

    def _of_neighbours(self, place: int, window: float) -> Row:
        """What the first pass says of the lines around it: `before` to `after_size`."""
        local, first, behind = self._local, self._first, len(self._local) - place - 1
        before, after = local[place - 1] if place else _EDGE, local[place + 1] if behind else _EDGE
        return [
            first[place - 1] if place else 0.0,
            first[place + 1] if behind else 0.0,
            first[place - 2] if place > 1 else 0.0,
            first[place + 2] if behind > 1 else 0.0,
            window,
            self._strong_before[place],
            self._strong_after[place],
            before[_LINK_SHARE],
            after[_LINK_SHARE],
            before[_SIZE],
            after[_SIZE],
        ]


@dataclass(slots=True)
class _Sums:
    """Prefix sums over the lines: letters, linked letters, and letters times the probability of their line."""

    sizes: list[float]
    links: list[float]
    scores: list[float]


def _sums_of(page_lines: PageLines, first: list[float]) -> _Sums:
    lines = page_lines.lines
    scores = [chance * line.size for line, chance in zip(lines, first, strict=True)]
    sizes = accumulate([float(line.size) for line in lines], initial=0.0)
    links = accumulate([float(line.linked) for line in lines], initial=0.0)
    return _Sums(list(sizes), list(links), list(accumulate(scores, initial=0.0)))


def _windows_of(sums: _Sums) -> Row:
    """For each line the mean probability of the letters from five lines before it to five lines after it."""
    sizes = [0.0] * 5 + sums.sizes + sums.sizes[-1:] * 5
    scores = [0.0] * 5 + sums.scores + sums.scores[-1:] * 5
    return [
        (upper - lower) / (end - begin or 1.0)
        for upper, lower, end, begin in zip(scores[11:], scores, sizes[11:], sizes, strict=False)
    ]


def _groups_of(page_lines: PageLines, first: list[float]) -> tuple[list[Row], list[int]]:
    """Lines with the same names of element and parent are a group: its mean size, links, share and score."""
    numbers: dict[tuple[str, str, str], int] = {}
    groups: list[Row] = []
    group_of: list[int] = []
    tags, names, parents = page_lines.tag, page_lines.names, page_lines.parent
    total = 0.0
    for line, chance in zip(page_lines.lines, first, strict=True):
        element = line.element
        above = parents[element]
        key = (tags[element], names[element], names[above] if above >= 0 else "")
        number = numbers.setdefault(key, len(groups))
        if number == len(groups):
            groups.append([0.0, 0.0, 0.0, 0.0])
        group = groups[number]
        group[0] += 1.0
        group[1] += line.size
        group[2] += line.linked
        group[3] += chance * line.size
        total += chance * line.size
        group_of.append(number)
    total = total or 1.0
    return [
        [size / lines, links / size, score / total, score / size] for lines, size, links, score in groups
    ], group_of


def _box_features(page_lines: PageLines, elements: ElementFeatures, sums: _Sums, box: int, total: float) -> Row:
    """The features of the element around a line's own: lines, links, share of the page, score, name and place."""
    first, last = page_lines.first[box], page_lines.last[box]
    size = sums.sizes[last] - sums.sizes[first] or 1.0
    return [
        float(min(last - first, 200)),
        (sums.links[last] - sums.links[first]) / size,
        size / total,
        (sums.scores[last] - sums.scores[first]) / size,
        elements.sum[box],
        float(first),
    ]


def _strong_distances(page_lines: PageLines, first: list[float]) -> tuple[Row, Row]:
    """For each line, how many lines away the last and the next line is that is certainly text."""
    flags = [
        chance > STRONG and line.size > STRONG_SIZE for line, chance in zip(page_lines.lines, first, strict=True)
    ]
    before, after = [FAR] * len(flags), [FAR] * len(flags)
    for ordered, distances, step in ((flags, before, 1), (flags[::-1], after, -1)):
        near = FAR
        for place, strong in enumerate(ordered):
            distances[place] = near
            near = 1.0 if strong else near + 1.0 if near < FAR else FAR
        if step < 0:
            distances.reverse()
    return before, after
