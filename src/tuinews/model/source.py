"""What lists articles."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tuinews.model.article import SelectorRule


class SourceKind(StrEnum):
    """A feed, an ordinary web page that lists articles, a news sitemap, or pages read by their own address.

    PAGES is the one source that nobody adds and nothing refreshes: it holds what `read URL` kept.
    """

    FEED = "feed"
    LISTING = "listing"
    SITEMAP = "sitemap"
    PAGES = "pages"


@dataclass(frozen=True, slots=True)
class Source:
    """A source of the library, as its row says; moments are UTC.

    `url` is what is fetched, `site_url` the page for people. `error` is the one line that the last refresh
    ended with, None when it went well. `etag` and `last_modified` are the server's own bytes, sent back as
    they came (RFC 9110, 13.1). `gone` says that the server answered 410 and is not asked again. `typed_url` is the
    address that the user gave, whose host and port alone may be private; a page's own feed, or where a permanent
    redirect leads, is not that. `repair` is how a person corrects what is read from its pages.
    """

    id: int
    kind: SourceKind
    title: str
    url: str
    site_url: str | None = None
    folder: str | None = None
    unread: int = 0
    total: int = 0
    last_refresh: datetime | None = None
    next_refresh: datetime | None = None
    error: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    gone: bool = False
    typed_url: str | None = None
    repair: SelectorRule | None = None


@dataclass(frozen=True, slots=True)
class NewSource:
    """A source that is to be added; `url` is what will be fetched, `site_url` the page for people.

    `typed_url` is the address that the user gave: its host and port alone may be private (see `Source`).
    """

    kind: SourceKind
    url: str
    title: str
    site_url: str | None = None
    folder: str | None = None
    typed_url: str | None = None
    repair: SelectorRule | None = None
