"""What was packed for that many hours of reading."""

from enum import StrEnum

from tuinews.quick_dataclass import dataclass


class PackingEnd(StrEnum):
    """Why no more was packed: the hours are full, nothing unread is left, the budget is used up, there is no
    network and what is unread is not kept."""

    FULL = "full"
    NOTHING_LEFT = "nothing_left"
    BUDGET = "budget"
    OFFLINE = "offline"


@dataclass(frozen=True, slots=True)
class PackedSource:
    """The articles of one source, and the minutes that they take to read."""

    source_id: int
    title: str
    articles: int
    minutes: int


@dataclass(frozen=True, slots=True)
class PackingResult:
    """What was packed: the ids of the articles, by source, and what of it was fetched just now.

    `fetched` are the texts, `failed` those that could not be had; `received` the bytes of all that was fetched.
    """

    ids: tuple[int, ...]
    sources: tuple[PackedSource, ...]
    minutes: int
    fetched: int
    failed: int
    received: int
    end: PackingEnd
