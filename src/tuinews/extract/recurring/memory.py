"""The memory of a source: which lines its last articles have."""

from collections.abc import Iterable

from tuinews.extract.recurring.lines import TextLine, lines_in, number_of
from tuinews.model.article import Article
from tuinews.model.kept_article import MOST_REMEMBERED, ArticleLines, SiteMemory

MOST_LINES = 100
"""Lines that are remembered of an article, half of them from its end: what a site adds stands at the ends, and a
document of a thousand lines should not push out ten articles."""


def remember(memory: SiteMemory, lines: ArticleLines) -> SiteMemory:
    """The memory with the lines of an article, once, however often it was read; the oldest go."""
    others = tuple(one for one in memory.articles if one.article != lines.article)
    return SiteMemory((*others, lines)[-MOST_REMEMBERED:])


def lines_of(article: Article, key: int) -> ArticleLines:
    """The lines of an article; `key` is what tells it from others."""
    return remembered(lines_in(article.document), key)


def remembered(lines: Iterable[TextLine], key: int) -> ArticleLines:
    """What is remembered of these lines."""
    found = list({line.number: line for line in lines}.values())
    long = _ends([line for line in found if line.is_long])
    short = _ends([line for line in found if line.is_short])
    return ArticleLines(
        key,
        tuple(line.number for line in long),
        tuple(line.number for line in short),
        sum(line.letters for line in long),
    )


def article_key(address: str) -> int:
    """What tells an article from others by its address."""
    return number_of(address)


def _ends(lines: list[TextLine]) -> list[TextLine]:
    half = MOST_LINES // 2
    return lines if len(lines) <= MOST_LINES else [*lines[:half], *lines[-half:]]
