"""Which entries a list shows, and how many there are."""

from array import array
from enum import StrEnum

from tuinews.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """How many entries each of the four filters lists, over all sources."""

    all: int
    unread: int
    starred: int
    offline: int


NOT_HERE = 0
"""Stands in a list for the id of an entry that is not known yet; no entry has it."""


class Filter(StrEnum):
    """Which entries of a place are listed."""

    ALL = "all"
    UNREAD = "unread"
    STARRED = "starred"
    OFFLINE = "offline"


class ListOrder(StrEnum):
    """In which order a list stands; the hits of a search stand best first."""

    NEWEST = "newest"
    OLDEST = "oldest"
    SOURCE = "source"
    READING_TIME = "reading_time"


@dataclass(frozen=True, slots=True)
class View:
    """A list of entries: of one source, of one folder, of a saved view, or of all (none of these); `query`
    searches in it.

    `stories` says that each story has one row, in lists of all and of unread entries; a search finds each article.
    """

    source_id: int | None = None
    folder: str | None = None
    filter: Filter = Filter.ALL
    query: str | None = None
    order: ListOrder = ListOrder.NEWEST
    saved_id: int | None = None
    stories: bool = False

    @property
    def has_stories(self) -> bool:
        """Whether each story has one row; what was starred, or is kept, is listed for itself."""
        return self.stories and self.filter in (Filter.ALL, Filter.UNREAD)


@dataclass(frozen=True, slots=True, eq=False)
class ListedIds:
    """The ids of a list in its order, and for each the group in which it stands; no groups: no such parts.

    By date a group is a day (`date.toordinal`), or a month that is past (-(12 * year + month - 1)); by source the
    source's id, 0 where it was removed; by reading time the number of `store.lists.orders.READING_MINUTES`.
    """

    ids: "array[int]"
    groups: "array[int]"
