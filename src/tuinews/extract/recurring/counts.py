"""On how many articles of a source a line stands, those aside that are the article itself on another page."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations

from tuinews.model.kept_article import ArticleLines, SiteMemory
from tuinews.quick_dataclass import dataclass

ONE_ARTICLE = 0.25
"""Share of the lines from which two pages are one article (an update, a copy for phones, a re-run), or two of a
series that asks the same questions each time, and say nothing of each other."""

MOST_COMPARED = 6
"""Articles with a line that are compared with each other, to tell whether it is the site's."""


@dataclass(frozen=True, slots=True)
class LineCounts:
    """On how many of `articles` articles, the one that is read among them, each number of a line stands."""

    articles: int
    of: Mapping[int, int]


def counts_of(memory: SiteMemory, lines: ArticleLines, letters: Mapping[int, int]) -> LineCounts:
    """How often the lines of an article stand in those of its source; `letters` are those of its long lines."""
    own, own_short = frozenset(lines.lines), frozenset(lines.short_lines)
    others = [(one, own.intersection(one.lines)) for one in memory.articles if one.article != lines.article]
    repeated = _lines_of_site(others)
    found: Counter[int] = Counter()
    articles = 1
    for other, shared in others:
        if shared - repeated and _are_one(lines, other, shared, repeated, letters):
            continue
        articles += 1
        found.update(shared)
        found.update(own_short.intersection(other.short_lines))
    return LineCounts(articles, {number: count + 1 for number, count in found.items()})


def _lines_of_site(others: Sequence[tuple[ArticleLines, AbstractSet[int]]]) -> AbstractSet[int]:
    """The lines of two other articles that are not one: short pages may share nothing but what their site adds."""
    having: dict[int, list[int]] = defaultdict(list)
    for place, (_, shared) in enumerate(others):
        for number in shared:
            having[number].append(place)
    compared: dict[tuple[int, int], bool] = {}

    def are_apart(pair: tuple[int, int]) -> bool:
        if pair not in compared:
            one, other = (others[place][0].lines for place in pair)
            most, shared = ONE_ARTICLE * min(len(one), len(other)), len(frozenset(one).intersection(other))
            compared[pair] = shared - _common_end(one, other) <= most and shared <= 2 * most
        return compared[pair]

    return frozenset(
        number
        for number, places in having.items()
        if any(are_apart(pair) for pair in combinations(places[-MOST_COMPARED:], 2))
    )


def _are_one(
    one: ArticleLines,
    other: ArticleLines,
    shared: AbstractSet[int],
    repeated: AbstractSet[int],
    letters: Mapping[int, int],
) -> bool:
    """Whether two pages are one article, by the lines that are not known as their site's (`repeated`).

    What both end with is what a site adds to a short text, unless it is a good part of the text as well.
    """
    known = shared & repeated
    here = [number for number in one.lines if number not in known]
    there = [number for number in other.lines if number not in known]
    most = ONE_ARTICLE * min(len(here), len(there))
    shared = shared - known
    if len(shared) <= most:
        return False
    if len(shared) - _common_end(here, there) > most:
        return True
    least = min(one.letters, other.letters) - sum(letters[number] for number in known)
    return sum(letters[number] for number in shared) > ONE_ARTICLE * least


def _common_end(one: Sequence[int], other: Sequence[int]) -> int:
    """How many lines both end with."""
    pairs = zip(reversed(one), reversed(other), strict=False)
    return next((place for place, (here, there) in enumerate(pairs) if here != there), min(len(one), len(other)))
