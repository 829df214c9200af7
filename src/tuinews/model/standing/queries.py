"""What a query is kept for in a library. The grammar of all is that of the search (docs/search.md)."""

from datetime import datetime
from enum import StrEnum

from tuinews.language import N_
from tuinews.quick_dataclass import dataclass


class ViewOrder(StrEnum):
    """In which order a saved view lists what its query finds; `BEST` is that of a search."""

    NEWEST = N_("newest")
    OLDEST = N_("oldest")
    BEST = N_("best")


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedView:
    """A query that is listed under a name, among the sources.

    `id` is 0 until it is kept. `icon` is one character, or nothing; `place` orders views among each other, those
    of one place by their ids. With `notify`, what it finds among new articles is told by a notification.
    """

    id: int = 0
    query: str
    name: str
    order: ViewOrder = ViewOrder.NEWEST
    icon: str = ""
    place: int = 0
    notify: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mute:
    """A query whose entries are left out of lists and counts, `until` a moment (UTC), or for ever."""

    id: int = 0
    query: str
    until: datetime | None = None


class RuleAction(StrEnum):
    """What a rule does to an entry that arrives: marks it read, stars it, tags it, mutes it for ever, has its text
    fetched, tells of it.
    """

    READ = "read"
    STAR = "star"
    TAG = "tag"
    HIDE = "hide"
    FETCH = "fetch"
    NOTIFY = "notify"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivalRule:
    """A query, and what is done to the entries that it finds as they arrive; `tag` is the name that one gives."""

    id: int = 0
    query: str
    action: RuleAction
    tag: str = ""


StandingQuery = SavedView | Mute | ArrivalRule
"""Any of them."""
