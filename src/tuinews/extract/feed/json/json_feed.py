"""JSON Feed 1.0 and 1.1 (www.jsonfeed.org/version/1.1)."""

import html
import json
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from tuinews.errors import ExtractError
from tuinews.extract.feed.cut import whole_entries
from tuinews.extract.feed.dates.feed_dates import DateHabits, feed_date, habits_of, iso_utc
from tuinews.extract.feed.json.json_values import Fields, address_in, list_in, number_in, text_in, text_of
from tuinews.extract.feed.json.other_lists import as_json_feed
from tuinews.extract.feed.values import cleaned
from tuinews.language import _
from tuinews.model.entry import Enclosure, FeedEntry, Person
from tuinews.model.feed import Feed
from tuinews.quick_dataclass import dataclass

_MANY = 100_000
"""Items of one feed that are looked at."""
_ENTITY = re.compile(r"&(?!lt;|gt;)(?:#[0-9]{2,7}|#[xX][0-9A-Fa-f]{2,6}|[A-Za-z]{2,10});")
_WEB = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class _Around:
    """What holds for all items of a document: where it came from, its language, authors and dates."""

    url: str | None
    language: str | None
    authors: tuple[Person, ...]
    habits: DateHabits


def parse_json_feed(text: str, url: str | None, *, limit: int) -> Feed:
    """The feed of a JSON document; addresses in it are relative to `url`. Raises ExtractError."""
    value = as_json_feed(_read(text))
    if not isinstance(value, dict) or not _has_items(value.get("items")):
        raise ExtractError(_("feed"), _("this JSON is not a JSON Feed"), _("look for the feed's address"))
    items = [item for item in list_in(value, "items", _MANY) if isinstance(item, dict)]
    if len(items) > limit:
        items = _newest(items, limit)
    language = text_in(value, "language")
    authors = tuple(_authors(value))
    texts = (text_in(item, key) or "" for item in items for key in ("date_published", "date_modified"))
    around = _Around(url, language, authors, habits_of(language, texts))
    return Feed(
        title=_title(value),
        link=address_in(value, "home_page_url", url),
        id=text_in(value, "feed_url"),
        author=authors[0] if authors else None,
        language=language,
        description=text_in(value, "description"),
        next_page=address_in(value, "next_url", url),
        entries=tuple(_entry(item, around) for item in items),
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
        raise ExtractError(_("feed"), _("this JSON cannot be read")) from error


def _has_items(value: object) -> bool:
    """Whether items are a list, or an object by their numbers, as PHP writes a list with a gap."""
    return isinstance(value, list) or (isinstance(value, dict) and bool(value) and all(map(str.isdecimal, value)))


def _entry(item: Fields, around: _Around) -> FeedEntry:
    """An item; who wrote none has the authors of the feed, and what was changed is no older than its change."""
    url = around.url
    authors = tuple(_authors(item)) or around.authors
    link = address_in(item, "url", url) or address_in(item, "external_url", url)
    identity = text_in(item, "id")
    if link is None and identity and identity.startswith(_WEB):
        link = identity
    markup, plain = text_in(item, "content_html"), text_in(item, "content_text")
    summary = text_in(item, "summary")
    published, updated = (
        feed_date(text_in(item, key), around.habits) for key in ("date_published", "date_modified")
    )
    files = tuple(_enclosures(item, url))
    return FeedEntry(
        title=_title(item),
        link=link,
        id=identity,
        published=iso_utc(published or updated),
        updated=iso_utc(updated),
        author=authors[0] if authors else None,
        summary=summary,
        content=cleaned(markup, link or url) if markup else plain,
        language=text_in(item, "language") or around.language,
        image=address_in(item, "image", url) or address_in(item, "banner_image", url) or _picture(files),
        enclosures=files,
        authors=authors,
        title_type="text",
        summary_type="text" if summary else None,
        content_type="html" if markup else "text" if plain else None,
    )


def _title(value: Fields) -> str | None:
    """A title is plain text, but programs leave the entities of their pages in it; "&lt;" may be meant."""
    title = text_in(value, "title")
    return _ENTITY.sub(lambda found: html.unescape(found[0]), title) if title and "&" in title else title


def _newest(items: list[Fields], limit: int) -> list[Fields]:
    def stamp(index: int) -> float:
        moment = feed_date(text_in(items[index], "date_published"))
        return moment.timestamp() if moment else 0.0

    kept = sorted(range(len(items)), key=stamp, reverse=True)[:limit]
    return [items[i] for i in sorted(kept)]


def _authors(value: Fields) -> list[Person]:
    """`authors` of 1.1, or `author` of 1.0, as objects or as names."""
    for key in ("authors", "author"):
        people = list_in(value, key, 50)
        named = [text_in(one, "name") if isinstance(one, dict) else text_of(one) for one in people]
        if any(named):
            return [Person(name, name) for name in named if name]
    return []


def _enclosures(item: Fields, url: str | None) -> Iterator[Enclosure]:
    for attachment in list_in(item, "attachments", 100):
        address = address_in(attachment, "url", url) if isinstance(attachment, dict) else None
        if address:
            yield Enclosure(address, text_in(attachment, "mime_type"), number_in(attachment, "size_in_bytes"))


def _picture(files: tuple[Enclosure, ...]) -> str | None:
    return next((file.url for file in files if (file.type or "").startswith("image/")), None)
