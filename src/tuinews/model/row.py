"""What a list of entries shows, and which entries it shows."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tuinews.errors import TuinewsError
from tuinews.model.article import Article
from tuinews.model.when import When


class Cached(StrEnum):
    """How much of an article is kept: nothing, its text, or its text and every picture."""

    NONE = "none"
    TEXT = "text"
    FULL = "full"


class Filter(StrEnum):
    """Which entries of a place are listed."""

    ALL = "all"
    UNREAD = "unread"
    STARRED = "starred"
    OFFLINE = "offline"


@dataclass(frozen=True, slots=True)
class View:
    """A list of entries: of one source, of one folder, or of all (both None); `query` searches in it."""

    source_id: int | None = None
    folder: str | None = None
    filter: Filter = Filter.ALL
    query: str | None = None


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One row of a list: the entry, its status, and whether its article is kept. `first_seen` is UTC.

    `source_id` is the source under which it is shown, `source_ids` are all that list it, in order of their ids.
    `snippet` is a piece of the text around the first hit of a search, else None.
    """

    id: int
    source_id: int
    source_title: str
    title: str
    url: str | None
    published: When | None
    first_seen: datetime
    summary: str | None = None
    authors: tuple[str, ...] = ()
    image: str | None = None
    read: bool = False
    starred: bool = False
    cached: Cached = Cached.NONE
    snippet: str | None = None
    source_ids: tuple[int, ...] = ()


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
class Ways:
    """The ways of reading an entry, the likeliest first; `fetched`: what they were made of came (UTC).

    `missing` says why those of its page are not here, None where they are.
    """

    entry_id: int
    articles: tuple[Article, ...]
    fetched: datetime
    missing: TuinewsError | None = None
