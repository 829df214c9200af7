"""JSON Feed 1.0 and 1.1 (www.jsonfeed.org/version/1.1)."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from tuinews.errors import ExtractError
from tuinews.extract.feed.cut import whole_entries
from tuinews.extract.feed.feed_dates import DateHabits, feed_date, habits_of, iso_utc
from tuinews.extract.feed.values import resolve
from tuinews.extract.mojibake import mended_value
from tuinews.language import _
from tuinews.model.entry import Enclosure, FeedEntry, Person
from tuinews.model.feed import Feed

_SURROGATE = re.compile("[\ud800-\udfff]")


def parse_json_feed(text: str, url: str | None, *, limit: int) -> Feed:
    """The feed of a JSON document; addresses in it are relative to `url`. Raises ExtractError."""
    value = _read(text)
    if not isinstance(value, dict) or not isinstance(value.get("items"), list):
        raise ExtractError(_("feed"), _("this JSON is no JSON Feed"), _("look for the feed's address"))
    items = [item for item in value["items"] if isinstance(item, dict)]
    if len(items) > limit:
        items = _newest(items, limit)
    language = _text(value, "language")
    authors = tuple(_authors(value))
    texts = (_text(item, key) or "" for item in items for key in ("date_published", "date_modified"))
    habits = habits_of(language, texts)
    return Feed(
        title=_text(value, "title"),
        link=_address(value, "home_page_url", url),
        id=_text(value, "feed_url"),
        author=authors[0] if authors else None,
        language=language,
        description=_text(value, "description"),
        next_page=_address(value, "next_url", url),
        entries=tuple(_entry(item, url, language, habits) for item in items),
    )


def _read(text: str) -> Any:
    """The value of a document, which may have bare line breaks in its strings, something behind it, or no end."""
    decoder = json.JSONDecoder(strict=False)
    begins = text.lstrip("\ufeff \t\r\n")
    try:
        return decoder.raw_decode(begins)[0]
    except (ValueError, RecursionError) as error:
        with suppress(ValueError, RecursionError):
            return decoder.decode(whole_entries(begins) or "")
        raise ExtractError(_("feed"), _("this is no JSON that can be read")) from error


def _entry(item: dict[str, Any], url: str | None, language: str | None, habits: DateHabits) -> FeedEntry:
    authors = tuple(_authors(item))
    html, plain = _text(item, "content_html"), _text(item, "content_text")
    summary = _text(item, "summary")
    return FeedEntry(
        title=_text(item, "title"),
        link=_address(item, "url", url) or _address(item, "external_url", url),
        id=_text(item, "id"),
        published=iso_utc(feed_date(_text(item, "date_published"), habits)),
        updated=iso_utc(feed_date(_text(item, "date_modified"), habits)),
        author=authors[0] if authors else None,
        summary=summary,
        content=html or plain,
        language=_text(item, "language") or language,
        image=_address(item, "image", url) or _address(item, "banner_image", url),
        enclosures=tuple(_enclosures(item, url)),
        authors=authors,
        title_type="text",
        summary_type="text" if summary else None,
        content_type="html" if html else "text" if plain else None,
    )


def _newest(items: list[dict[str, Any]], limit: int) -> list[dict[str, Any]]:
    def stamp(index: int) -> float:
        moment = feed_date(_text(items[index], "date_published"))
        return moment.timestamp() if moment else 0.0

    kept = sorted(range(len(items)), key=stamp, reverse=True)[:limit]
    return [items[i] for i in sorted(kept)]


def _text(value: dict[str, Any], key: str) -> str | None:
    """A string; an id may be a number (the standard says to take it as text)."""
    found = value.get(key)
    if isinstance(found, bool) or not isinstance(found, str | int | float):
        return None
    text = str(found).strip()
    # JSON may name half of a surrogate pair, which no file and no screen takes
    return mended_value(text if text.isascii() else _SURROGATE.sub("\ufffd", text)) or None


def _address(value: dict[str, Any], key: str, url: str | None) -> str | None:
    found = _text(value, key)
    return resolve(url, found) if found else None


def _authors(value: dict[str, Any]) -> Iterator[Person]:
    """`authors` of 1.1, or `author` of 1.0."""
    listed = value.get("authors")
    people = listed if isinstance(listed, list) else [value.get("author")]
    for person in people[:50]:
        name = _text(person, "name") if isinstance(person, dict) else None
        if name:
            yield Person(name, name)


def _enclosures(item: dict[str, Any], url: str | None) -> Iterator[Enclosure]:
    attachments = item.get("attachments")
    for attachment in attachments[:100] if isinstance(attachments, list) else ():
        address = _address(attachment, "url", url) if isinstance(attachment, dict) else None
        if address:
            size = attachment.get("size_in_bytes")
            length = size if isinstance(size, int) and not isinstance(size, bool) else None
            yield Enclosure(address, _text(attachment, "mime_type"), length)
