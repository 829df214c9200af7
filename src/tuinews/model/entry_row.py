"""One row of a list: an entry with its status."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tuinews.model.when import When


class Cached(StrEnum):
    """How much of an article is kept: nothing, its text, or its text and every picture."""

    NONE = "none"
    TEXT = "text"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One row of a list: the entry, its status, and whether its article is kept. `first_seen` is UTC.

    `source_id` is the source under which it is shown, `source_ids` are all that list it, in order of their ids.
    `snippet` is a piece of the text around the first hit of a search, else None.
    """

    id: int
    source_id: int
    source_title: str
    title: str
    url: str | None
    published: When | None
    first_seen: datetime
    summary: str | None = None
    authors: tuple[str, ...] = ()
    image: str | None = None
    read: bool = False
    starred: bool = False
    cached: Cached = Cached.NONE
    snippet: str | None = None
    source_ids: tuple[int, ...] = ()
