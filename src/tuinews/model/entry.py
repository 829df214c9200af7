"""What a listing says of an article: as the program lists it, and as a feed wrote it, markup and all."""

from typing import Generic, TypeVar

from tuinews.model.when import When
from tuinews.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that goes with an entry (RSS enclosure, Atom link rel=enclosure); `length` is in bytes."""

    url: str
    type: str | None = None
    length: int | None = None


Identity = TypeVar("Identity", str, int)


@dataclass(frozen=True, slots=True)
class EntryFields(Generic[Identity]):
    """What a listing says of an article and a list shows, whether it has just come or lies in the library.

    `summary` is plain text, `image` an absolute address.
    """

    id: Identity
    title: str
    url: str | None
    summary: str | None = None
    published: When | None = None
    authors: tuple[str, ...] = ()
    image: str | None = None


@dataclass(frozen=True, slots=True)
class Entry(EntryFields[str]):
    """An article as its feed or listing page names it.

    Identity is `id`: the feed's own id, of a page's entry the canonical address; it is empty where a feed states
    none, and several entries may have one (`store.merge.identities` tells them apart). `content` is the feed's own
    HTML of the whole text where it gives one. `updated` stands in where a feed does not say when it was published.
    What stands here and not in `EntryFields` is kept, but no row of a list has it.
    """

    updated: When | None = None
    content: str | None = None
    lang: str | None = None
    comments: str | None = None
    enclosures: tuple[Enclosure, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """An author: `name`, `email`, and `text`, the whole as the feed has it ("Ada (ada@example.org)")."""

    text: str | None = None
    name: str | None = None
    email: str | None = None


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An item of a feed. `published` and `updated` are ISO 8601 in UTC.

    `title`, `summary` and `content` are HTML or plain text as their `…_type` says: "html", "text", or None if
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
class Pace:
    """How often a listing says that it should be asked: not again for `minutes`, not in these hours (0 to 23) nor
    on these days (0 is Monday), both of UTC."""

    minutes: int = 0
    skip_hours: frozenset[int] = frozenset()
    skip_days: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Listing:
    """What one look at a source says: its name and its entries in page order.

    `confidence` is 0 to 1; a web page in which no list could be made out has a low one, so that the
    reader can say so. `next_page` is the address of the older entries, `moved_to` the one at which the feed says
    that it is found from now on, `pace` how often it wants to be asked.
    """

    entries: tuple[Entry, ...] = ()
    title: str | None = None
    url: str | None = None
    language: str | None = None
    description: str | None = None
    next_page: str | None = None
    moved_to: str | None = None
    parts: tuple[str, ...] = ()
    confidence: float = 1.0
    pace: Pace | None = None
