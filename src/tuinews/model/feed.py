"""A feed as it was written: markup and all, before anything is made plain.

These are the raw values that `tuinews parse feed` prints; the rest of the program lists `model.entry.Entry`.
"""

from dataclasses import dataclass

from tuinews.model.entry import Enclosure


@dataclass(frozen=True, slots=True)
class Person:
    """An author: `name`, `email`, and `text`, the whole as the feed has it ("Ada (ada@example.org)")."""

    text: str | None = None
    name: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An item of a feed. `published` and `updated` are ISO 8601 in UTC.

    `title`, `summary` and `content` are HTML or plain text as their `…_type` says: "html", "text", or None where
    neither the feed nor its format tells. `author` is the first of `authors`.
    """

    title: str | None = None
    link: str | None = None
    id: str | None = None
    published: str | None = None
    updated: str | None = None
    author: Person | None = None
    summary: str | None = None
    content: str | None = None
    language: str | None = None
    comments: str | None = None
    image: str | None = None
    enclosures: tuple[Enclosure, ...] = ()
    authors: tuple[Person, ...] = ()
    title_type: str | None = None
    summary_type: str | None = None
    content_type: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A whole feed; `next_page` is its RFC 5005 `rel=next`."""

    title: str | None = None
    link: str | None = None
    id: str | None = None
    published: str | None = None
    updated: str | None = None
    author: Person | None = None
    language: str | None = None
    description: str | None = None
    next_page: str | None = None
    entries: tuple[FeedEntry, ...] = ()
