"""What lists articles."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class SourceKind(StrEnum):
    """A feed, an ordinary web page that lists articles, or a news sitemap."""

    FEED = "feed"
    LISTING = "listing"
    SITEMAP = "sitemap"


@dataclass(frozen=True, slots=True)
class Source:
    """A source of the library, as its row says; moments are UTC.

    `url` is what is fetched, `site_url` the page for people. `error` is the one line that the last refresh
    ended with, None when it went well. `etag` and `last_modified` are the server's own bytes, sent back as
    they came (RFC 9110, 13.1). `gone` says that the server answered 410 and is not asked again.
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
