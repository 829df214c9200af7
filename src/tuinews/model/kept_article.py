"""An article as the library keeps it, the other versions of its text, what is remembered of its source, and its
pictures.
"""

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime

from tuinews.errors import TuinewsError
from tuinews.model.article import Article
from tuinews.model.document import Document
from tuinews.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class KeptArticle:
    """An article of the library. `fetched` is when its page was fetched, `changed` when its text last changed
    (both UTC), `times_changed` how often it did since its versions are kept (`Revision`).

    `awaits_page`: it is the feed's own text, and its page, which may say more, was never fetched. `left_out` is
    how many lines that its site repeats are left out of `article`; `whole` is the article with them, as it is
    kept, None if nothing is left out. `page_error` is why its page could not be had just now.
    """

    entry_id: int
    article: Article
    fetched: datetime
    changed: datetime | None = None
    awaits_page: bool = False
    left_out: int = 0
    whole: Article | None = None
    page_error: TuinewsError | None = None
    times_changed: int = 0


@dataclass(frozen=True, slots=True)
class Revision:
    """What an article said before: the version of that `number`, from 1, whose page was `fetched` then, and which
    another has `replaced` (both UTC)."""

    number: int
    title: str
    lead: str | None
    document: Document
    fetched: datetime
    replaced: datetime


@dataclass(frozen=True, slots=True)
class RevisionDiff:
    """An article with what was changed in it since one of its versions, by `Mark.INSERTED` and `Mark.DELETED`.

    `back` is how many versions lie between, 1 for the last one, of `versions` that are kept; `replaced` is when
    the version that it is compared with was replaced (UTC).
    """

    article: Article
    back: int
    versions: int
    replaced: datetime


@dataclass(frozen=True, slots=True)
class Alternatives:
    """The versions of an entry's text, the likeliest first. `fetched` is when their page was fetched (UTC);
    `missing` is why the versions of its page are not here, None if they are.
    """

    entry_id: int
    articles: tuple[Article, ...]
    fetched: datetime
    missing: TuinewsError | None = None


MOST_REMEMBERED = 60
"""Articles of a source that are remembered, the newest ones: what a site repeats changes with its design."""


@dataclass(frozen=True, slots=True)
class ArticleLines:
    """What is remembered of an article of a source: its lines in page order, each once, as numbers, never words.

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


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture of `address`: a JPEG or a WebP of `width` by `height` pixels."""

    address: str
    width: int
    height: int
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class PictureSize:
    """How large a picture is, in pixels."""

    width: int
    height: int


NO_PICTURE = PictureSize(0, 0)
"""Stands for the size of a picture that is not to be had now, so that no room is kept free for it."""

PictureSizes = Mapping[str, PictureSize]
"""The sizes of the pictures that are known, by their addresses; `NO_PICTURE` of those that cannot be shown."""
