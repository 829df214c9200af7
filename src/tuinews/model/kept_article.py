"""An article as the library keeps it, and the other texts that its page may give."""

from dataclasses import dataclass
from datetime import datetime

from tuinews.errors import TuinewsError
from tuinews.model.article import Article


@dataclass(frozen=True, slots=True)
class KeptArticle:
    """An article of the library; `fetched`: its page was kept, `changed`: its text last changed (UTC).

    `awaits_page`: it is the feed's own text, and its page was never had; that may say more.
    """

    entry_id: int
    article: Article
    fetched: datetime
    changed: datetime | None = None
    awaits_page: bool = False


@dataclass(frozen=True, slots=True)
class Alternatives:
    """The ways of reading an entry, the likeliest first; `fetched`: what they were made of came (UTC).

    `missing` says why those of its page are not here, None where they are.
    """

    entry_id: int
    articles: tuple[Article, ...]
    fetched: datetime
    missing: TuinewsError | None = None
