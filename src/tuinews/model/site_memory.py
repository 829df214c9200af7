"""What is remembered of a source's articles: which lines each has, as numbers, never their words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ArticleLines:
    """The lines of one article of a source, in page order, each once, as the numbers of their text.

    `article` tells it from the others (the same article read again has the same), `lines` are those long enough
    to be told apart by their words alone, `short_lines` the shorter ones, `letters` what `lines` have together.
    """

    article: int
    lines: tuple[int, ...] = ()
    short_lines: tuple[int, ...] = ()
    letters: int = 0


@dataclass(frozen=True, slots=True)
class SiteMemory:
    """The lines of a source's last articles, the oldest first."""

    articles: tuple[ArticleLines, ...] = ()
