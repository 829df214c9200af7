"""Items of any protocol as entries: what comes from a server is as wild as a feed, and is cleaned alike."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from tuinews.errors import FetchError
from tuinews.extract.feed.entries import feed_listing
from tuinews.language import _
from tuinews.library.accounts.server import UNSUPPORTED
from tuinews.model.accounts.server_state import ServerEntry
from tuinews.model.entry import Enclosure, FeedEntry, Person
from tuinews.model.feed import Feed

_LATEST = 4_000_000_000
"""Seconds since 1970 that no item was published after."""

_MOST_ENCLOSURES = 20
"""Files of one entry that are taken."""


def server_entries(items: Iterable[tuple[str, FeedEntry]]) -> list[ServerEntry]:
    """The entries of items, each with the server's id of its source; those without an id are left out."""
    owners: dict[str, str] = {}
    found: list[FeedEntry] = []
    for source_id, item in items:
        if item.id and source_id:
            owners[item.id] = source_id
            found.append(item)
    listed = feed_listing(Feed(entries=tuple(found)), None)
    return [ServerEntry(entry.id, owners[entry.id], entry) for entry in listed.entries]


def persons(name: str | None) -> tuple[Person, ...]:
    """The author of an item as a server names it."""
    return (Person(text=name, name=name),) if name else ()


def moment(value: object) -> str | None:
    """Seconds since 1970, as a number or in digits, as ISO 8601; None for what is none."""
    seconds = number(value)
    if seconds is None or not 0 < seconds < _LATEST:
        return None
    return datetime.fromtimestamp(seconds, UTC).isoformat()


def number(value: object) -> int | None:
    """A whole number, as JSON has it or in digits; None for what is none."""
    if isinstance(value, str) and value.isascii() and value.removeprefix("-").isdigit() and len(value) < 20:
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def text(part: Mapping[str, object], name: str) -> str | None:
    """A field that is text and says something."""
    value = part.get(name)
    return value if isinstance(value, str) and value.strip() else None


def parts(value: object, name: str) -> list[Mapping[str, object]]:
    """The objects in a list that is a field of an object; none where it is no such list."""
    found = value.get(name) if isinstance(value, dict) else value if not name else None
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def whole_parts(host: str, value: object, name: str) -> list[Mapping[str, object]]:
    """The same, of an answer that must have that list. Raises FetchError if it has none, or something else
    in it: half an answer would take marks away.
    """
    found = value.get(name) if isinstance(value, dict) else None
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise not_of_protocol(host)
    return found


def enclosures(files: Iterable[tuple[str | None, str | None, object]]) -> tuple[Enclosure, ...]:
    """Files with their types and lengths, the first few of those that have an address."""
    known = [Enclosure(url, kind, number(length)) for url, kind, length in files if url]
    return tuple(known[:_MOST_ENCLOSURES])


def not_of_protocol(host: str) -> FetchError:
    """What came is JSON, and not what was asked for."""
    return FetchError(host, _("the answer does not follow this protocol"), _("check the address of the account"))


def unsupported(host: str, what: str) -> FetchError:
    """The protocol has no way to do something."""
    return FetchError(host, what, _("do it there, in a browser"), status=UNSUPPORTED)
