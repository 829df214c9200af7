"""Lists of articles in the data of a page: JSON-LD (schema.org) and the initial state of its scripts.

Used where the markup itself has no list because a script renders it.
"""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from tuinews import address
from tuinews.extract.dates import parse_date
from tuinews.extract.listing.links.links import width
from tuinews.extract.mojibake import mended_value
from tuinews.model.entry import Entry
from tuinews.model.when import When
from tuinews.text import clean_line

MAX_SCRIPT = 5_000_000
"""Characters of one script that are read."""

_LEAST_SCRIPT = 50
"""Characters of a script that could hold two articles; shorter ones need not be parsed."""

_ASSIGNMENT = 300
"""Characters at the beginning of a script in which the assignment of the state is looked for."""

_MAX_VALUES = 200_000
"""Values of one script that are looked at; a script of `MAX_SCRIPT` characters can hold millions."""

_LEAST_ITEMS = 2
"""Objects that make a list."""

_SUMMARY_LIMIT = 1000
"""Characters of a summary that are kept."""

_MOST_TITLE, _DATE_WORTH = 60, 20
"""To choose the longest list: letters of a title that count, and the letters that a date is worth; so thirty menu
items do not outweigh ten headlines with dates."""

_HEADLINE = 25
"""Letters from which a title without date and summary is a headline and not a menu item."""

_LONGEST_DATE, _MOST_AUTHORS, _LONGEST_AUTHOR = 60, 10, 120
"""Characters and counts above which a value is no date, no byline and no name."""
_TITLES = ("headline", "title", "name", "headLine", "heading")
_ADDRESSES = ("url", "link", "href", "permalink", "canonicalUrl", "canonical_url", "webUrl", "articleUrl", "path")
_SUMMARIES = ("description", "summary", "excerpt", "dek", "teaser", "abstract", "sapo", "standfirst", "subtitle")
_DATES = (
    "datePublished",
    "publishedAt",
    "published_at",
    "publishDate",
    "pubDate",
    "published",
    "date",
    "createdAt",
    "created_at",
    "publishTime",
    "dateCreated",
    "firstPublished",
    "displayDate",
)
_ASSIGNED = re.compile(r"^\s*(?:window\.|self\.|var |let |const )?[\w.$\[\]\"']+\s*=\s*(?=[{\[])")


def embedded_entries(
    tree: LexborHTMLParser, base: str, lang: str | None, now: datetime | None
) -> tuple[Entry, ...]:
    """The longest list of articles in the page's data, in its order; () where there is none."""
    best: list[Entry] = []
    for value in _data_of(tree):
        for items in _lists_in(value):
            entries = _entries(items, base, lang, now)
            if len(entries) >= _LEAST_ITEMS and _mass(entries) > _mass(best):
                best = entries
    return tuple(best)


def _mass(entries: list[Entry]) -> float:
    return sum(min(width(e.title), _MOST_TITLE) + (_DATE_WORTH if e.published else 0) for e in entries)


def _data_of(tree: LexborHTMLParser) -> Iterator[Any]:
    for script in tree.css("script"):
        kind = (script.attributes.get("type") or "").lower()
        text = script.text() or ""
        if len(text) > MAX_SCRIPT or len(text) < _LEAST_SCRIPT:
            continue
        if "json" not in kind:
            assigned = _ASSIGNED.match(text[:_ASSIGNMENT])
            if assigned is None:
                continue
            text = text[assigned.end() :]
        try:
            yield json.JSONDecoder(strict=False).raw_decode(text.strip())[0]
        except (ValueError, RecursionError):
            continue


def _lists_in(value: Any) -> Iterator[list[dict[str, Any]]]:
    """Every list of at least two objects in a JSON value, without recursion."""
    left, seen = [value], 0
    while left and seen < _MAX_VALUES:
        seen += 1
        one = left.pop()
        if isinstance(one, dict):
            left.extend(reversed(list(one.values())))
        elif isinstance(one, list):
            objects = [_unwrapped(o) for o in one if isinstance(o, dict)]
            if len(objects) >= _LEAST_ITEMS:
                yield objects
            left.extend(reversed(one))


def _unwrapped(item: dict[str, Any]) -> dict[str, Any]:
    """An item of a list without its envelope: schema.org's `item`, a GraphQL `node`."""
    for name in ("item", "node", "data", "attributes", "article", "content"):
        inner = item.get(name)
        if isinstance(inner, dict) and _first(inner, _TITLES):
            return {**item, **inner}
    return item


def _entries(items: list[dict[str, Any]], base: str, lang: str | None, now: datetime | None) -> list[Entry]:
    found: dict[str, Entry] = {}
    for item in items:
        title = clean_line(mended_value(_first(item, _TITLES)))
        url = address.join(base, _first(item, _ADDRESSES))
        if not title or url is None or not _looks_published(item, title):
            continue
        key = address.canonical(url)
        if key == address.canonical(base):
            continue
        found.setdefault(
            key,
            Entry(
                id=key,
                title=title,
                url=url.split("#")[0],
                summary=clean_line(mended_value(_first(item, _SUMMARIES)), _SUMMARY_LIMIT) or None,
                published=_date(item, lang, now),
                authors=_authors(item),
                image=address.join(base, _image(item)),
                lang=None,
            ),
        )
    return list(found.values())


def _looks_published(item: dict[str, Any], title: str) -> bool:
    """Whether an object is an article rather than a menu item: it has a date, a summary or a long title."""
    if _first(item, _DATES) or _first(item, _SUMMARIES):
        return True
    return "article" in str(item.get("@type", "")).lower() or width(title) >= _HEADLINE


def _first(item: dict[str, Any], names: tuple[str, ...]) -> str:
    for name in names:
        value = item.get(name)
        if isinstance(value, dict):
            value = value.get("rendered") or value.get("text") or value.get("@value")
        if isinstance(value, str) and value.strip():
            return value
        if isinstance(value, int) and not isinstance(value, bool) and names is _DATES:
            return str(value)
    return ""


def _date(item: dict[str, Any], lang: str | None, now: datetime | None) -> When | None:
    text = _first(item, _DATES)
    return parse_date(text, now, lang) if 0 < len(text) < _LONGEST_DATE else None


def _authors(item: dict[str, Any]) -> tuple[str, ...]:
    value = item.get("author") or item.get("authors") or item.get("byline")
    people = value if isinstance(value, list) else [value]
    names = [p.get("name") if isinstance(p, dict) else p for p in people[:_MOST_AUTHORS]]
    return tuple(
        clean
        for clean in (clean_line(mended_value(n), _LONGEST_AUTHOR) for n in names if isinstance(n, str))
        if clean
    )


def _image(item: dict[str, Any]) -> str | None:
    value = item.get("image") or item.get("thumbnail") or item.get("imageUrl") or item.get("thumbnailUrl")
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("url") or value.get("src")
    return value if isinstance(value, str) else None
