"""The items of the Google Reader API as entries: what comes is as wild as a feed, and is cleaned alike."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from tuinews.extract.feed.entries import feed_listing
from tuinews.library.accounts.servers.entries import text
from tuinews.library.accounts.servers.google_reader.ids import feed_key, item_id
from tuinews.library.accounts.servers.plain_signs import plain_signs
from tuinews.model.accounts.server_state import ServerEntry
from tuinews.model.entry import Enclosure, FeedEntry, Person
from tuinews.model.feed import Feed

_MOST_ENCLOSURES = 20
"""Files of an entry that are taken."""

_FAR = 4_000_000_000
"""Seconds since 1970 that no item was published after."""


def entries_of(items: Sequence[Any], sources: Mapping[str, str]) -> list[ServerEntry]:
    """The entries of items that have an id and belong to one of `sources`, the ids of which are by `feed_key`."""
    owners: dict[str, str] = {}
    found: list[FeedEntry] = []
    for item in items:
        own = item_id(item.get("id")) if isinstance(item, dict) else None
        source = sources.get(feed_key(text(_part(item, "origin"), "streamId") or "")) if own else None
        if own and source:
            owners[own] = source
            found.append(_feed_entry(own, item))
    listed = feed_listing(Feed(entries=tuple(found)), None)
    return [ServerEntry(entry.id, owners[entry.id], entry) for entry in listed.entries]


def _feed_entry(own: str, item: Mapping[str, Any]) -> FeedEntry:
    author = _name(item, "author")
    content = text(_part(item, "content"), "content") or text(_part(item, "summary"), "content")
    people = (Person(text=author, name=author),) if author else ()
    return FeedEntry(
        title=_name(item, "title"),
        link=_href(item, "canonical") or _href(item, "alternate"),
        id=own,
        published=_moment(item.get("published")),
        author=people[0] if people else None,
        authors=people,
        summary=text(_part(item, "summary"), "content"),
        content=content,
        summary_type="html",
        content_type="html",
        enclosures=tuple(_enclosures(item)),
    )


def _part(item: object, name: str) -> Mapping[str, Any]:
    part = item.get(name) if isinstance(item, dict) else None
    return part if isinstance(part, dict) else {}


def _name(part: Mapping[str, Any], name: str) -> str | None:
    """A field that is a title, or a person."""
    value = text(part, name)
    return None if value is None else plain_signs(value)


def _links(item: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    links = item.get(name)
    return [link for link in links if isinstance(link, dict)] if isinstance(links, list) else []


def _href(item: Mapping[str, Any], name: str) -> str | None:
    return next((href for link in _links(item, name) if (href := text(link, "href"))), None)


def _enclosures(item: Mapping[str, Any]) -> list[Enclosure]:
    found: list[Enclosure] = []
    for link in _links(item, "enclosure")[:_MOST_ENCLOSURES]:
        href, length = text(link, "href"), str(link.get("length") or "")
        if href:
            is_number = length.isascii() and length.isdigit() and len(length) < 16
            found.append(Enclosure(href, text(link, "type"), int(length) if is_number else None))
    return found


def _moment(value: object) -> str | None:
    """Seconds since 1970, of some servers as text, as ISO 8601."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 12:
        value = int(value)
    if not isinstance(value, int | float) or not 0 < value < _FAR:
        return None
    return datetime.fromtimestamp(value, UTC).isoformat()
