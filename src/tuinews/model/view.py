"""Which entries a list shows, and how many there are."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Counts:
    """How many entries each of the four filters lists, over all sources."""

    all: int
    unread: int
    starred: int
    offline: int


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
