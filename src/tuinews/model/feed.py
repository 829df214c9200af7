"""A feed as it was written: markup and all, before anything is made plain.

These are the raw values that `tuinews parse feed` prints; the rest of the program lists `model.entry.Entry`.
"""

from tuinews.model.entry import FeedEntry, Pace, Person
from tuinews.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Feed:
    """A whole feed; `next_page` is its RFC 5005 `rel=next`, `moved_to` the address to which it moves
    (`itunes:new-feed-url`)."""

    title: str | None = None
    link: str | None = None
    id: str | None = None
    published: str | None = None
    updated: str | None = None
    author: Person | None = None
    language: str | None = None
    description: str | None = None
    next_page: str | None = None
    moved_to: str | None = None
    pace: Pace | None = None
    entries: tuple[FeedEntry, ...] = ()
