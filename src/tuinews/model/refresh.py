"""What one look at a source brought, and how much the library holds."""

from dataclasses import dataclass
from datetime import datetime

from tuinews.model.entry import Listing
from tuinews.model.source import SourceKind


@dataclass(frozen=True, slots=True)
class Refreshed:
    """A source's listing as it came at `fetched` (UTC), with what to remember for the next time.

    `etag` and `last_modified` are the server's own bytes; None forgets the old ones, since they belong to
    this very answer. `url` is where the source lives from now on (a permanent move), `kind` what it turned out
    to be; None leaves both as they are. `next_refresh` (UTC) is when it is due again.
    """

    listing: Listing
    fetched: datetime
    etag: str | None = None
    last_modified: str | None = None
    url: str | None = None
    kind: SourceKind | None = None
    next_refresh: datetime | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many entries each of the four filters lists, over all sources."""

    all: int
    unread: int
    starred: int
    offline: int
