"""What is known of each line before it is judged: numbers on its text, its elements, its place and its neighbours.

Nothing here decides. Every figure is a share, a logarithm, a count or a mean, none a site's name. `FEATURES` names
the columns in order; the line model refers to them by number, so a change here means training it again.
"""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

from tuinews.extract.flow import Flow
from tuinews.extract.names import name_words, text_words
from tuinews.extract.tags import Trait

_WIDE = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_ENDS = frozenset(".!?…。！？:;»”\"')।؟’」』：；")
_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\b\d{1,2}[:.h]\d\d\b|\b(?:19|20)\d\d\b|\d年|\d월")
_CREDIT = re.compile(
    r"©|\([^)]*/[^)]*\)\s*$|\b(?:getty|reuters|afp|ap photo|epa|shutterstock|istock|alamy|dpa)\b", re.I
)
_SHORT = 120

PAGE_WORDS = 2.0


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Log-odds of being text: of words in the names of elements and of words in short lines."""

    names: Mapping[str, float]
    words: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Known:
    """What the page says of itself, in lower case: texts that are no line of the body, and where the body is."""

    titles: frozenset[str] = frozenset()
    description: str = ""
    body: str = ""
    authors: frozenset[str] = frozenset()


LOCAL = (
    "size",
    "link_share",
    "ends",
    "stops",
    "name_own",
    "name_low",
    "name_sum",
    "word_mean",
    "word_low",
    "word_edge",
    "links",
    "bold",
    "pictures",
    "own",
    "tag",
    "wide",
)
"""Features of a line by itself; the first pass of the judge reads these alone."""

AROUND = (
    "traits",
    "depth",
    "upper",
    "digits",
    "date",
    "credit",
    "is_title",
    "is_description",
    "is_alt",
    "is_author",
    "seen",
    "in_body",
    "group_size",
    "group_links",
    "group_share",
    "box_lines",
    "box_links",
    "box_share",
    "since_h1",
    "place",
    "item",
    "inside",
    "inside_depth",
    "from_start",
    "from_end",
    "core_share",
    "core_mean",
    "before",
    "after",
    "before2",
    "after2",
    "window",
    "strong_before",
    "strong_after",
    "box_score",
    "group_score",
    "after_links",
    "before_links",
    "before_size",
    "after_size",
    "hidden",
    "aside",
    "list",
    "table",
    "figure",
    "form",
    "header",
    "footer",
    "quote",
    "article",
    "main",
    "heading",
    "name_box",
    "box_place",
)
FEATURES = LOCAL + AROUND

_TAGS = {
    "p": 0,
    "div": 1,
    "li": 2,
    "td": 3,
    "h1": 4,
    "h2": 5,
    "h3": 6,
    "h4": 7,
    "h5": 7,
    "h6": 7,
    "blockquote": 8,
    "figcaption": 9,
    "th": 10,
    "dd": 11,
    "dt": 11,
    "section": 12,
    "article": 13,
    "pre": 14,
}


class Elements:
    """The scores of the elements of a flow by their names: own, the lowest on the way up, and the faded sum."""

    __slots__ = ("depth", "low", "own", "sum")

    def __init__(self, flow: Flow, lexicon: Lexicon) -> None:
        count = len(flow.parent)
        self.own, self.low, self.sum, self.depth = [0.0] * count, [0.0] * count, [0.0] * count, [0] * count
        scores = lexicon.names
        cache: dict[str, float] = {}
        for place in range(count):
            name = flow.names[place]
            tag = flow.tag[place]
            key = tag + name
            own = cache.get(key)
            if own is None:
                values = [scores[word] for word in (*name_words(name), "<" + tag + ">") if word in scores]
                own = cache[key] = (min(values) + max(values)) / 2 if values else 0.0
            above = flow.parent[place]
            self.own[place] = own
            if above >= 0:
                self.low[place] = own if own < self.low[above] else self.low[above]
                self.sum[place] = own + 0.7 * self.sum[above]
                self.depth[place] = self.depth[above] + 1
            else:
                self.sum[place] = own


def local_features(flow: Flow, elements: Elements, lexicon: Lexicon) -> list[list[float]]:
    """The `LOCAL` features of every line."""
    words, names = lexicon.words, lexicon.names
    rows = []
    for line in flow.lines:
        text, size, element = line.text, line.size, line.element
        wide = _WIDE.search(text[:60]) is not None
        mean = low = edge = 0.0
        if size <= _SHORT:
            values = [words[word] for word in text_words(text) if word in words]
            if values:
                mean, low = sum(values) / (len(values) + 1.0), min(values)
                edge = max(values)
        own = 0.0
        if line.own:
            values = [names[word] for word in name_words(line.own) if word in names]
            own = min(values) if values else 0.0
        rows.append(
            [
                math.log2(size * (2.5 if wide else 1.0) + 1.0),
                line.linked / size if line.linked < size else 1.0,
                1.0 if text[-1] in _ENDS else 0.0,
                float(
                    text.count(". ")
                    + text.count(", ")
                    + (text.count("。") + text.count("，") + text.count("、") if wide else 0)
                ),
                elements.own[element],
                elements.low[element],
                elements.sum[element],
                mean,
                low,
                edge,
                float(line.links),
                line.bold / size,
                float(line.pictures),
                own,
                float(_TAGS.get(flow.tag[element], 15)),
                float(wide),
            ]
        )
    return rows


def full_features(
    flow: Flow,
    elements: Elements,
    known: Known,
    local: list[list[float]],
    first: list[float],
    core: int,
    zone: range,
) -> list[list[float]]:
    """All features of the lines of `zone`; `first` is the first judgement of all, `core` the densest element."""
    lines, count = flow.lines, len(flow.lines)
    sizes, links, scores = [0.0], [0.0], [0.0]
    groups: dict[str, list[float]] = {}
    keys = []
    for place, line in enumerate(lines):
        sizes.append(sizes[-1] + line.size)
        links.append(links[-1] + line.linked)
        scores.append(scores[-1] + first[place] * line.size)
        key = (
            flow.tag[line.element]
            + flow.names[line.element]
            + str(flow.parent[line.element] >= 0 and flow.names[flow.parent[line.element]])
        )
        keys.append(key)
        group = groups.get(key)
        if group is None:
            group = groups[key] = [0.0, 0.0, 0.0, 0.0]
        group[0] += 1
        group[1] += line.size
        group[2] += line.linked
        group[3] += first[place] * line.size
    total = sizes[-1] or 1.0
    before_strong = [99] * count
    after_strong = [99] * count
    last = -1
    flags = [first[place] > 0.6 and lines[place].size > 60 for place in range(count)]
    for place in range(count):
        if last >= 0:
            before_strong[place] = min(place - last, 99)
        if flags[place]:
            last = place
    last = -1
    for place in range(count - 1, -1, -1):
        if last >= 0:
            after_strong[place] = min(last - place, 99)
        if flags[place]:
            last = place
    core_first, core_last = flow.first[core], flow.last[core]
    core_size = sizes[core_last] - sizes[core_first] or 1.0
    core_share, core_mean = core_size / total, (scores[core_last] - scores[core_first]) / core_size
    core_depth = elements.depth[core]
    all_scores = scores[-1] or 1.0
    seen: set[str] = set()
    rows = []
    for place in range(count):
        line = lines[place]
        text = line.text
        lower = text.lower() if line.size < 300 else text[:300].lower()
        again = lower in seen
        if line.size > 15:
            seen.add(lower)
        if place < zone.start or place >= zone.stop:
            continue
        element = line.element
        box = flow.parent[element] if flow.parent[element] >= 0 else element
        a, z = flow.first[box], flow.last[box]
        box_size = sizes[z] - sizes[a] or 1.0
        group = groups[keys[place]]
        traits = flow.traits[element]
        short = line.size <= _SHORT
        inside = core_first <= place < core_last
        up = 0.0
        if inside:
            up = float(elements.depth[element] - core_depth)
        in_body = 0.5 if not known.body else float(lower[:80] in known.body)
        rows.append(
            [
                *local[place],
                float(traits & 2047),
                float(elements.depth[element]),
                1.0 if short and text.isupper() else 0.0,
                sum(map(str.isdigit, text)) / line.size if short else 0.0,
                1.0 if line.size < 90 and _DATE.search(text) else 0.0,
                1.0 if line.size < 200 and _CREDIT.search(text) else 0.0,
                1.0 if lower in known.titles else 0.0,
                1.0 if known.description and (lower[:60] == known.description[:60]) else 0.0,
                1.0 if text[:300] in flow.alts else 0.0,
                1.0 if short and any(name in lower for name in known.authors) else 0.0,
                float(again),
                in_body,
                group[1] / group[0],
                group[2] / group[1],
                group[3] / all_scores,
                float(min(z - a, 200)),
                (links[z] - links[a]) / box_size,
                box_size / total,
                float(max(-99, min(place - flow.h1, 400))) if flow.h1 >= 0 else -100.0,
                sizes[place] / total,
                float(min(place - a, 50)),
                float(inside),
                up,
                float(max(-50, min(place - core_first, 300))),
                float(max(-50, min(core_last - 1 - place, 300))),
                core_share,
                core_mean,
                first[place - 1] if place else 0.0,
                first[place + 1] if place + 1 < count else 0.0,
                first[place - 2] if place > 1 else 0.0,
                first[place + 2] if place + 2 < count else 0.0,
                (scores[min(place + 6, count)] - scores[max(place - 5, 0)])
                / (sizes[min(place + 6, count)] - sizes[max(place - 5, 0)] or 1.0),
                float(before_strong[place]),
                float(after_strong[place]),
                (scores[z] - scores[a]) / box_size,
                group[3] / group[1],
                local[place + 1][1] if place + 1 < count else 1.0,
                local[place - 1][1] if place else 1.0,
                local[place - 1][0] if place else 0.0,
                local[place + 1][0] if place + 1 < count else 0.0,
                float(traits & Trait.HIDDEN > 0),
                float(traits & Trait.ASIDE > 0),
                float(traits & Trait.LIST > 0),
                float(traits & Trait.TABLE > 0),
                float(traits & (Trait.FIGURE | Trait.CAPTION) > 0),
                float(traits & Trait.FORM > 0),
                float(traits & Trait.HEADER > 0),
                float(traits & Trait.FOOTER > 0),
                float(traits & Trait.QUOTE > 0),
                float(traits & Trait.ARTICLE > 0),
                float(traits & Trait.MAIN > 0),
                float(traits & Trait.HEADING > 0),
                elements.sum[box],
                float(a),
            ]
        )
    return rows
