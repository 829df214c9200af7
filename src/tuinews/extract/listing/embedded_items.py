"""One article of a list in a page's data: its fields under the names that systems give them.

The names are those of schema.org, of publishing systems and of what they answer programs (WordPress, Drupal, Arc,
Strapi, Contentful, GraphQL), in small letters and without joints.
"""

import re
from datetime import datetime
from urllib.parse import urlsplit

from tuinews import address
from tuinews.extract.dates import parse_date
from tuinews.extract.dates.stamps import date_of_epoch
from tuinews.extract.listing.links.links import width
from tuinews.extract.listing.patterns import NO_ARTICLE
from tuinews.extract.mojibake import mended_value
from tuinews.extract.page.data.prose import plain
from tuinews.model.entry import Entry
from tuinews.model.when import When
from tuinews.quick_dataclass import dataclass
from tuinews.text import clean_line

_SUMMARY_LIMIT = 1000
"""Characters of a summary that are kept."""

_HEADLINE = 25
"""Letters from which a title without date and summary is a headline and not a menu item."""

_LONGEST_DATE, _MOST_AUTHORS, _LONGEST_AUTHOR = 60, 10, 120
"""Characters and counts above which a value is no date, no byline and no name."""

_DEPTH = 3
"""Envelopes in each other, and steps from a field to its text."""

_TITLES = ("headline", "title", "headlines", "heading", "name", "seotitle", "pagetitle")
_ADDRESSES = (
    *("url", "link", "href", "permalink", "canonicalurl", "canonical", "weburl", "websiteurl", "articleurl"),
    *(
        "shareurl",
        "fullurl",
        "fullpath",
        "relativeurl",
        "urlpath",
        "uri",
        "path",
        "mainentityofpage",
        "@id",
        "slug",
    ),
)
_SUMMARIES = (
    *("description", "summary", "excerpt", "dek", "deck", "teaser", "abstract", "sapo", "standfirst", "subtitle"),
    *("lead", "snippet", "intro", "shortdescription", "subheadline", "subheadlines", "metadescription"),
)
_DATES = (
    *("datepublished", "publishedat", "publishdate", "publisheddate", "pubdate", "published", "displaydate"),
    *("firstpublishdate", "firstpublishedat", "firstpublished", "publicationdate", "publishtime", "publishedon"),
    *("publisheddatetime", "pubtime", "releasedate", "postedat", "date", "datetime", "dategmt", "createdat"),
    *("datecreated", "created", "createdutc", "createddate", "timestamp"),
)
_AUTHORS = ("author", "authors", "byline", "bylines", "creator", "creators", "writers", "credits")
_IMAGES = (
    *("image", "thumbnail", "imageurl", "thumbnailurl", "leadimage", "featuredimage", "coverimage", "heroimage"),
    *("images", "cover", "promoitems"),
)
_ENVELOPES = (
    *(
        "item",
        "node",
        "data",
        "attributes",
        "article",
        "content",
        "fields",
        "_source",
        "post",
        "story",
        "document",
    ),
    *("entity", "result", "props", "properties", "teaser", "card"),
)
_INSIDE = ("rendered", "basic", "text", "value", "@value", "plain", "default", "main", "full", "raw", "web")
_INSIDE_ADDRESS = ("@id", "url", "path", "href", "full", "current", "canonical", "src", "contenturl", "basic")
_JOINT = re.compile(r"[_\-\s]")


@dataclass(frozen=True, slots=True)
class Item:
    """An object with a title and an address; `fields` are its keys of title, address and date."""

    values: dict[str, object]
    title: str
    url: str
    fields: tuple[str, ...]

    @property
    def summary(self) -> str:
        """What the object says of its article, as text or HTML, "" where it says nothing."""
        return _first(self.values, _SUMMARIES, _INSIDE)[1]


def item_of(value: dict[str, object]) -> Item | None:
    """The article that an object describes, None where it has no title or no address."""
    values = _opened(value)
    title_key, title = _first(values, _TITLES, _INSIDE)
    url_key, url = _first(values, _ADDRESSES, _INSIDE_ADDRESS) if title else ("", "")
    if not url or " " in url.strip() or (url_key == "slug" and "/" not in url):
        return None
    return Item(values, title, url, (title_key, url_key, _first(values, _DATES, _INSIDE)[0]))


def entry_of(item: Item, base: str, lang: str | None, now: datetime | None) -> Entry | None:
    """The entry of an article; None where it is a menu item, a picture or the page itself."""
    title = clean_line(mended_value(plain(item.title)))
    url = address.join(base, item.url.strip())
    if not title or url is None or not _looks_published(item, title):
        return None
    key = address.canonical(url)
    if key == address.canonical(base) or NO_ARTICLE.search(urlsplit(key).path):
        return None
    return Entry(
        id=key,
        title=title,
        url=url.split("#")[0],
        summary=clean_line(mended_value(plain(_first(item.values, _SUMMARIES, _INSIDE)[1])), _SUMMARY_LIMIT)
        or None,
        published=_date(item, lang, now),
        authors=_authors(item.values),
        image=address.join(base, _first(item.values, _IMAGES, _INSIDE_ADDRESS)[1] or None),
        lang=None,
    )


def _opened(value: dict[str, object]) -> dict[str, object]:
    """The fields of an object by their names in small letters; where it only wraps another, also those of that."""
    known = _by_plain_names(value)
    for _ in range(_DEPTH):
        if _first(known, _TITLES, _INSIDE)[1] and _first(known, _ADDRESSES, _INSIDE_ADDRESS)[1]:
            break
        inner = next((one for name in _ENVELOPES if isinstance(one := known.get(name), dict)), None)
        if inner is None:
            break
        known = {name: one for name, one in known.items() if one is not inner} | _by_plain_names(inner)
    return known


def _by_plain_names(value: dict[str, object]) -> dict[str, object]:
    return {_JOINT.sub("", str(key).lower()): inner for key, inner in value.items()}


def _first(values: dict[str, object], names: tuple[str, ...], inside: tuple[str, ...]) -> tuple[str, str]:
    """The name and the text of the first of these fields that has one."""
    for name in names:
        value = values.get(name)
        text = _text(value, inside) if value else ""
        if text:
            return name, text
    return "", ""


def _text(value: object, inside: tuple[str, ...]) -> str:
    for _ in range(_DEPTH):
        if isinstance(value, list):
            value = value[0] if value else None
        if not isinstance(value, dict):
            break
        named = _by_plain_names(value)
        value = next((named[name] for name in inside if named.get(name)), None)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(int(value)) if inside is _INSIDE else ""
    return value if isinstance(value, str) and value.strip() else ""


def _looks_published(item: Item, title: str) -> bool:
    """Whether an object is an article rather than a menu item: it has a date, a summary or a long title."""
    if item.fields[2] or item.summary:
        return True
    return "article" in str(item.values.get("@type", "")).lower() or width(title) >= _HEADLINE


def _date(item: Item, lang: str | None, now: datetime | None) -> When | None:
    text = _first(item.values, _DATES, _INSIDE)[1]
    return date_of_epoch(text) or (parse_date(text, now, lang) if 0 < len(text) < _LONGEST_DATE else None)


def _authors(values: dict[str, object]) -> tuple[str, ...]:
    value = next((values[name] for name in _AUTHORS if values.get(name)), None)
    if isinstance(value, dict) and isinstance(value.get("by"), list):
        value = value["by"]
    people = value if isinstance(value, list) else [value]
    names = [_text(one, ("name", "displayname", "fullname", "title", *_INSIDE)) for one in people[:_MOST_AUTHORS]]
    cleaned = (clean_line(mended_value(name), _LONGEST_AUTHOR) for name in names)
    return tuple(name for name in cleaned if name and not name.isdecimal())
