"""What a server answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Page:
    """An answer with a body.

    `requested` is the address asked for, `url` the one that answered after redirects, `moved_to` where a
    permanent redirect (301, 308) leads, `body` the decompressed bytes, `headers` lower-case names,
    `fetched` UTC.
    """

    requested: str
    url: str
    body: bytes
    headers: Mapping[str, str]
    fetched: datetime
    status: int = 200
    moved_to: str | None = None

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


@dataclass(frozen=True, slots=True)
class NotModified:
    """The server says that nothing changed (304); `fetched` is UTC."""

    requested: str
    fetched: datetime
