"""One row of a list: an entry with its status."""

from datetime import datetime
from enum import StrEnum

from tuinews.model.entry import EntryFields
from tuinews.quick_dataclass import dataclass


class Cached(StrEnum):
    """How much of an article is kept: nothing, its text, or its text and every picture."""

    NONE = "none"
    TEXT = "text"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Story:
    """What several entries tell: its number, and how many others that are listed tell it beside one."""

    id: int
    others: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRow(EntryFields[int]):
    """One row of a list: the entry, its status, and whether its article is kept. `first_seen` is UTC.

    `source_id` is the source under which it is shown, `source_ids` are all that list it, in order of their ids.
    `former_title` is what its listing called it before, where that was changed.
    `snippet` is a piece of the text around the first hit of a search, else None. `new`: it came since the screen
    was closed last.
    `note` is what a person wrote to it, `highlights` how many passages of it are highlighted.
    """

    source_id: int
    source_title: str
    first_seen: datetime
    read: bool = False
    starred: bool = False
    cached: Cached = Cached.NONE
    snippet: str | None = None
    former_title: str | None = None
    source_ids: tuple[int, ...] = ()
    tags: tuple[str, ...] = ()
    story: Story | None = None
    new: bool = False
    note: str = ""
    highlights: int = 0
