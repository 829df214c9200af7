"""The features of each line for the line model: numbers on its text, its elements, its place and its neighbours.

Every feature is a share, a logarithm, a count or a mean; none depends on a site's name. `LOCAL` and `AROUND` name
the columns in order. The model was trained on them: any change here, of a number too, means training it again. The
two long functions are the inner loop of extraction: a row is built in one piece, without calls.
"""

import math
import re
from itertools import accumulate

from tuinews.extract.article.body.model.lexicon import Lexicon
from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.tags import Trait
from tuinews.quick_dataclass import dataclass

_WIDE = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_ENDS = frozenset(".!?…。！？:;»”\"')।؟’」』：；")
_SHORT = 120
"""Letters of a line whose words are looked up; a longer one is recognized by its length."""

_HIDDEN, _LIST, _ARTICLE = int(Trait.HIDDEN), int(Trait.LIST), int(Trait.ARTICLE | Trait.MAIN)
_FIGURE = int(Trait.FIGURE | Trait.CAPTION)
_POSTS = frozenset(("div", "td", "section", "li"))
STRONG, STRONG_SIZE = 0.6, 60
"""Probability of the first pass and letters from which a line is certainly text, to measure distances from it."""

SURELY_NOT, SURELY = 0.02, 0.97
"""Probability of a line whose first pass, group and neighbours agree. The second pass is skipped for it, which is
wrong for one letter in ten thousand."""

_NOT_ALONE, _NOT_AROUND, _ALONE, _GROUP, _AROUND_IT = 0.15, 0.2, 0.9, 0.9, 0.85
"""Probabilities of the first pass below and above which a line itself, its group and its neighbours agree."""

FAR = 99.0
"""The distance where there is no such line, and the longest."""

_LOCAL = """
size link_share ends stops name_own name_low name_sum word_mean word_low links bold pictures own tag
wide
"""
LOCAL = tuple(_LOCAL.split())
"""Features of a line by itself; the first pass uses these alone."""

_AROUND = """
hidden list figure article comments depth is_title is_description is_alt seen in_body group_size
group_links group_share group_score box_lines box_links box_share box_score box_name box_place item
since_h1 headings post place inside inside_depth from_start from_end core_share core_mean before
after before2 after2 window strong_before strong_after before_links after_links before_size
after_size
"""
AROUND = tuple(_AROUND.split())
"""Features of a line in its page, for the second pass."""

FEATURES = LOCAL + AROUND

_TAGS = {
    "p": 0.0,
    "div": 1.0,
    "li": 2.0,
    "td": 3.0,
    "h1": 4.0,
    "h2": 5.0,
    "h3": 6.0,
    "h4": 7.0,
    "h5": 7.0,
    "h6": 7.0,
    "blockquote": 8.0,
    "figcaption": 9.0,
    "th": 10.0,
    "dd": 11.0,
    "dt": 11.0,
    "section": 12.0,
    "article": 13.0,
    "pre": 14.0,
}
"""A number for each tag of a line; any other is 15. The model knows them, their order means nothing."""

Row = list[float]


@dataclass(frozen=True, slots=True)
class Known:
    """What the page declares, in lower case: titles, description, and the article's text in JSON-LD."""

    titles: frozenset[str] = frozenset()
    description: str = ""
    body: str = ""


class Elements:
    """The features of the block elements, as parallel lists.

    `own`, `low` and `sum` are the score of an element's name, the lowest up to the root, and the sum up to the
    root, each step weighted 0.7. `depth`, `comments` (1 inside an element for comments) and `post` (how many
    elements of the same name came before) are the others.
    """

    __slots__ = ("comments", "depth", "low", "own", "post", "sum")

    def __init__(self, page_lines: PageLines, lexicon: Lexicon) -> None:
        count = len(page_lines.parent)
        own, low, total, depth = [0.0] * count, [0.0] * count, [0.0] * count, [0.0] * count
        comments, post = [0.0] * count, [0.0] * count
        own_score, scores = lexicon.own_score, dict[str, float]()
        posts: dict[tuple[float, str], int] = {}
        commented = page_lines.index.comments
        elements = zip(
            page_lines.parent, page_lines.tag, page_lines.names, page_lines.first, page_lines.last, strict=True
        )
        for place, (above, tag, name, begin, end) in enumerate(elements):
            if begin < end:
                called = tag + name
                known = scores.get(called)
                if known is None:
                    known = scores[called] = own_score(tag, name)
                score = own[place] = known
                if above < 0:
                    total[place] = score
                    continue
                low[place] = score if score < low[above] else low[above]
                total[place] = score + 0.7 * total[above]
                if comments[above] or name in commented:
                    comments[place] = 1.0
            depth[place] = depth[above] + 1.0
            post[place] = post[above]
            if tag == "article" or (name and tag in _POSTS):
                key = (depth[place] if tag != "article" else -1.0, tag + name.split(" ", 1)[0])
                seen = posts.get(key, 0)
                posts[key] = seen + 1
                if seen > post[place]:
                    post[place] = float(min(seen, 9))
        self.own, self.low, self.sum, self.depth, self.comments, self.post = own, low, total, depth, comments, post


def local_features(page_lines: PageLines, elements: Elements, lexicon: Lexicon) -> list[Row]:
    """The `LOCAL` features of every line."""
    line_scores, name_range, tags = lexicon.line_scores, lexicon.name_range, page_lines.tag
    own, low, total = elements.own, elements.low, elements.sum
    rows: list[Row] = []
    for line in page_lines.lines:
        text, size, element = line.text, line.size, line.element
        wide = 0.0 if text.isascii() else float(_WIDE.search(text[:60]) is not None)
        mean, lowest = line_scores(text) if size <= _SHORT else (0.0, 0.0)
        inner = name_range(line.own)[0] if line.own else 0.0
        if inner == math.inf:
            inner = 0.0
        stops = text.count(". ") + text.count(", ")
        if wide:
            stops += text.count("。") + text.count("，") + text.count("、")
        rows.append(
            [
                math.log2(size * (2.5 if wide else 1.0) + 1.0),
                line.linked / size if line.linked < size else 1.0,
                1.0 if text[-1] in _ENDS else 0.0,
                float(stops),
                own[element],
                low[element],
                total[element],
                mean,
                lowest,
                float(line.links),
                line.bold / size,
                float(line.pictures),
                inner,
                _TAGS.get(tags[element], 15.0),
                wide,
            ]
        )
    return rows


@dataclass(slots=True)
class _Sums:
    """Prefix sums over the lines: letters, linked letters, and letters times the probability of their line."""

    sizes: list[float]
    links: list[float]
    scores: list[float]


def full_features(
    page_lines: PageLines, elements: Elements, known: Known, local: list[Row], first: list[float], core: int
) -> list[Row | float]:
    """All features of every line; `first` has the results of the first pass, `core` is the densest element.

    Half of the lines are clear already: these get a probability in place of a row (`SURELY_NOT`, `SURELY`).
    """
    lines, count = page_lines.lines, len(page_lines.lines)
    sums = _sums_of(page_lines, first)
    sizes, scores = sums.sizes, sums.scores
    total = sizes[-1] or 1.0
    groups, group_of = _groups_of(page_lines, first)
    windows = _windows_of(sums)
    strong_before, strong_after = _strong_distances(page_lines, first)
    boxes: dict[int, Row] = {}
    core_first, core_last = page_lines.first[core], page_lines.last[core]
    core_size = sizes[core_last] - sizes[core_first] or 1.0
    core_row = [core_size / total, (scores[core_last] - scores[core_first]) / core_size]
    core_depth, h1 = elements.depth[core], page_lines.h1
    depths, comments, posts, parents = elements.depth, elements.comments, elements.post, page_lines.parent
    seen: set[str] = set()
    headings = 0.0
    edge = [0.0, 1.0]
    description, titles, body = known.description[:60], known.titles, known.body
    alts, all_traits, starts = page_lines.alts, page_lines.traits, page_lines.first
    rows: list[Row | float] = []
    for place, (line, mine, chance, window, number) in enumerate(
        zip(lines, local, first, windows, group_of, strict=True)
    ):
        text, element, group = line.text, line.element, groups[number]
        lower = text[:300].lower()
        again = lower in seen
        if line.size > 15:
            seen.add(lower)
        if mine[13] == 4.0 and place > h1:
            headings += 1.0
        if chance < _NOT_ALONE and group[3] < _NOT_AROUND and window < _NOT_AROUND:
            rows.append(SURELY_NOT)
            continue
        from_start, from_end = place - core_first, core_last - 1 - place
        inside = from_start >= 0 and from_end >= 0
        if inside and chance > _ALONE and group[3] > _GROUP and window > _AROUND_IT:
            rows.append(SURELY)
            continue
        traits = all_traits[element]
        box = parents[element] if parents[element] >= 0 else element
        box_row = boxes.get(box)
        if box_row is None:
            box_row = boxes[box] = _box_features(page_lines, elements, sums, box, total)
        before, before2 = local[place - 1] if place else edge, first[place - 2] if place > 1 else 0.0
        after, after2 = (
            local[place + 1] if place + 1 < count else edge,
            first[place + 2] if place + 2 < count else 0.0,
        )
        rows.append(
            [
                *mine,
                1.0 if traits & _HIDDEN else 0.0,
                1.0 if traits & _LIST else 0.0,
                1.0 if traits & _FIGURE else 0.0,
                1.0 if traits & _ARTICLE else 0.0,
                comments[element],
                depths[element],
                1.0 if lower in titles else 0.0,
                1.0 if description and lower[:60] == description else 0.0,
                1.0 if text[:300] in alts else 0.0,
                1.0 if again else 0.0,
                0.5 if not body else 1.0 if lower[:80] in body else 0.0,
                *group,
                *box_row,
                float(min(place - starts[box], 50)),
                float(max(-99, min(place - h1, 400))) if h1 >= 0 else -100.0,
                headings,
                posts[element],
                sizes[place] / total,
                1.0 if inside else 0.0,
                depths[element] - core_depth if inside else 0.0,
                float(max(-50, min(from_start, 300))),
                float(max(-50, min(from_end, 300))),
                *core_row,
                first[place - 1] if place else 0.0,
                first[place + 1] if place + 1 < count else 0.0,
                before2,
                after2,
                window,
                strong_before[place],
                strong_after[place],
                before[1],
                after[1],
                before[0],
                after[0],
            ]
        )
    return rows


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


def _box_features(page_lines: PageLines, elements: Elements, sums: _Sums, box: int, total: float) -> Row:
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
