"""On how many articles of a source a line stands; articles that are one article count as none."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tuinews.model.kept_article import ArticleLines, SiteMemory

ONE_ARTICLE = 0.25
"""Share of the lines from which two pages are one article (an update, a copy for phones, a re-run), or two of a
series that asks the same questions each time, and say nothing of each other."""


@dataclass(frozen=True, slots=True)
class LineCounts:
    """On how many of `articles` articles, the one that is read among them, each number of a line stands."""

    articles: int
    of: Mapping[int, int]


def counts_of(memory: SiteMemory, lines: ArticleLines, letters: Mapping[int, int]) -> LineCounts:
    """How often the lines of an article stand in those of its source; `letters` are those of its long lines."""
    own, own_short = frozenset(lines.lines), frozenset(lines.short_lines)
    found: Counter[int] = Counter()
    articles = 1
    for other in memory.articles:
        shared = own.intersection(other.lines)
        if other.article == lines.article or (shared and _are_one(lines, other, shared, letters)):
            continue
        articles += 1
        found.update(shared)
        found.update(own_short.intersection(other.short_lines))
    return LineCounts(articles, {number: count + 1 for number, count in found.items()})


def _are_one(one: ArticleLines, other: ArticleLines, shared: frozenset[int], letters: Mapping[int, int]) -> bool:
    """Whether two pages are one article.

    What both end with is what a site adds to a short text, unless it is a good part of the text as well.
    """
    most = ONE_ARTICLE * min(len(one.lines), len(other.lines))
    if len(shared) <= most:
        return False
    if len(shared) - _common_end(one.lines, other.lines) > most:
        return True
    return sum(letters[number] for number in shared) > ONE_ARTICLE * min(one.letters, other.letters)


def _common_end(one: Sequence[int], other: Sequence[int]) -> int:
    """How many lines both end with."""
    pairs = zip(reversed(one), reversed(other), strict=False)
    return next((place for place, (here, there) in enumerate(pairs) if here != there), min(len(one), len(other)))
