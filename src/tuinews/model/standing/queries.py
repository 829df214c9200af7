"""What a query is kept for in a library. The grammar of all is that of the search (docs/search.md)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tuinews.language import N_


class ViewOrder(StrEnum):
    """In which order a saved view lists what its query finds; `BEST` is that of a search."""

    NEWEST = N_("newest")
    OLDEST = N_("oldest")
    BEST = N_("best")


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedView:
    """A query that is listed under a name, among the sources.

    `id` is 0 until it is kept. `icon` is one character, or nothing; `place` orders views among each other, those
    of one place by their ids.
    """

    id: int = 0
    query: str
    name: str
    order: ViewOrder = ViewOrder.NEWEST
    icon: str = ""
    place: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mute:
    """A query whose entries are left out of lists and counts, `until` a moment (UTC), or for ever."""

    id: int = 0
    query: str
    until: datetime | None = None


StandingQuery = SavedView | Mute
"""Any of them."""
