"""What a server answered."""

from collections.abc import Mapping
from dataclasses import field, replace
from datetime import datetime
from enum import StrEnum

from tuinews.language import N_
from tuinews.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """An answer with a body.

    `requested` is the address asked for, `url` the one that answered after redirects, `moved_to` where a
    permanent redirect (301, 308) leads, `body` the decompressed bytes, `headers` lower-case names,
    `fetched` UTC, `is_cut` whether the body is the beginning of a larger one, `is_broken_off` whether that is so
    since the answer ended too early, and not since the rest was too large.
    """

    requested: str
    url: str
    body: bytes
    headers: Mapping[str, str]
    fetched: datetime
    status: int = 200
    moved_to: str | None = None
    is_cut: bool = False
    is_broken_off: bool = False

    @property
    def content_type(self) -> str | None:
        """The media type with its parameters, as the server states it."""
        return self.headers.get("content-type")

    @property
    def etag(self) -> str | None:
        """The entity tag, byte for byte."""
        return self.headers.get("etag")

    @property
    def last_modified(self) -> str | None:
        """The Last-Modified header, byte for byte."""
        return self.headers.get("last-modified")

    def without_validators(self) -> "Page":
        """The page without its ETag and its date, which say nothing of what else was read beside it."""
        headers = {k: v for k, v in self.headers.items() if k not in ("etag", "last-modified")}
        return replace(self, headers=headers)


@dataclass(frozen=True, slots=True)
class NotModified:
    """The server says that nothing changed (304); `fetched` is UTC, `etag` what it calls that by now, `headers`
    what else it said, by lower-case names.
    """

    requested: str
    fetched: datetime
    etag: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)


class Wall(StrEnum):
    """What stands in place of an article; the values say it, marked for translation."""

    SIGN_IN = N_("the site asks for a sign-in")
    ROBOTS = N_("the site checks for robots")
    CONSENT = N_("the site asks for consent first")
    SCRIPT = N_("the page is shown only by scripts")
    GONE = N_("the page no longer exists")
    MAINTENANCE = N_("the site is down for maintenance")
    REGION = N_("the site shows it only in some countries")
    OTHER = N_("another page came instead of the article")


@dataclass(frozen=True, slots=True)
class ExpectedArticle:
    """An article as its listing names it: its title, the name of the source, which tells no article, and what the
    listing says of it besides.
    """

    title: str
    source: str = ""
    summary: str = ""
