"""Sitemaps (https://www.sitemaps.org/protocol.html), Google's news extension, and robots.txt naming them."""

import html
import re
from collections.abc import Iterator
from dataclasses import field
from urllib.parse import unquote, urlsplit

from tuinews import address
from tuinews.errors import ExtractError
from tuinews.extract.feed.titles import plain_title
from tuinews.extract.listing.patterns import NO_ARTICLE
from tuinews.extract.mojibake import mended_value
from tuinews.language import _
from tuinews.late import late_imports, late_pattern
from tuinews.model.entry import Entry, Listing
from tuinews.model.when import Precision, When
from tuinews.quick_dataclass import dataclass
from tuinews.text import clean_line

with late_imports(__name__):
    from tuinews.extract.dates import date_in_url, parse_date
    from tuinews.extract.dates.stamps import date_of_epoch

LIMIT = 1000
"""Entries of one sitemap that are kept, the newest; a sitemap may hold 50,000."""

_TOKEN = late_pattern(
    r"<!\[CDATA\[(?P<cdata>.*?)(?:\]\]>|\Z)|<(?P<close>/?)(?P<name>[A-Za-z_][\w.:-]*)[^<>]*?(?P<empty>/?)>"
    r"|<[^<>]*>|(?P<text>[^<]+)|<",
    re.DOTALL,
)
_OF_NO_ARTICLES = late_pattern(
    r"(?<![a-z])(?:pages?|categor(?:y|ies)|tags?|authors?|images?|videos?|products?|users?|taxonom(?:y|ies))(?![a-z])",
    re.IGNORECASE,
)
_SNIFFED = 8192
"""Characters in which a sitemap of plain lines is told."""

_ADDRESS = late_pattern(r"https?://([^\s/<>\"]+)/[^\s<>\"]*", re.IGNORECASE)
_NAMED = late_pattern(r"[\ufeff \t]*site-?map[ \t]*:[ \t]*[\"'<]?([^\s\"'<>]+)", re.IGNORECASE)
"""A line of robots.txt that names a sitemap."""

_PLACE_IN_TIME = late_pattern(
    r"(?<!\d)((?:19|20)\d\d)(?:[-_/.]?(0[1-9]|1[0-2])(?!\d))?(?:[-_/.]?([0-3]\d)(?!\d))?"
)
"""The year, month and day that the address of a part names."""

_RECORDS = frozenset(("url", "sitemap"))
_MEDIA = frozenset(("image", "video"))
_FIELDS = frozenset(("loc", "lastmod", "title", "publication_date", "name", "language"))


_PICTURES = frozenset(("image",))
_PICTURE_PLACES = frozenset((("image", "loc"), ("video", "thumbnail_loc")))
"""Where the pictures of a page are named; the first of them is shown with it."""


@dataclass(frozen=True, slots=True)
class Sitemap:
    """A sitemap: the articles that it lists, and the sitemaps that it links to, those of news first."""

    listing: Listing
    sitemaps: tuple[str, ...] = ()


@dataclass(slots=True)
class _Record:
    kind: str
    fields: dict[str, str] = field(default_factory=dict)


def parse_sitemap(text: str, url: str) -> Sitemap:
    """The sitemap that `text`, fetched from `url`, is; raises ExtractError where it is none."""
    if is_text_sitemap(text):
        lines = text.lstrip("\ufeff").split()
        text = "".join(f"<url><loc>{html.escape(line)}</loc></url>" for line in lines)
    elif not re.search(r"<(?:[\w.-]+:)?(?:urlset|sitemapindex)[\s>]", text[:100_000], re.IGNORECASE):
        raise ExtractError(url, _("this is not a sitemap"), _("add the page itself"))
    records = list(_records(text))
    pages = [record.fields for record in records if record.kind == "url"]
    maps = [record.fields for record in records if record.kind == "sitemap"]
    listed = [entry for entry in (_entry(page, url) for page in pages) if entry]
    entries = tuple({entry.id: entry for entry in _newest(listed)}.values())
    names = [clean_line(mended_value(page["name"])) for page in pages if page.get("name")]
    languages = [page["language"].strip() for page in pages if page.get("language")]
    listing = Listing(
        entries=entries,
        title=names[0] if names else address.host_of(url) or None,
        url=url,
        language=languages[0] if languages else None,
        confidence=1.0 if entries else 0.0,
    )
    return Sitemap(listing, _sitemaps(maps, url))


def is_text_sitemap(text: str) -> bool:
    """Whether a text is a sitemap in its plainest form: addresses of one site alone, one a line."""
    lines = text[:_SNIFFED].lstrip("\ufeff").split()
    if len(text) > _SNIFFED:
        lines = lines[:-1]  # the last may be cut
    hosts = {found[1] for found in map(_ADDRESS.fullmatch, lines) if found}
    return len(hosts) == 1 and all(map(_ADDRESS.fullmatch, lines))


def sitemaps_in_robots(text: str, url: str | None = None) -> tuple[str, ...]:
    """The sitemaps that the robots.txt at `url` names (RFC 9309, 2.2.4), each once, those of news first."""
    lines = map(_NAMED.match, text[:500_000].splitlines())  # which may end with a carriage return alone
    addresses = [found for found in (address.join(url, line[1]) for line in lines if line) if found]
    return tuple(sorted(dict.fromkeys(addresses), key=lambda a: "news" not in a.lower()))


def _records(text: str) -> Iterator[_Record]:
    """The `url` and `sitemap` elements with the text of their fields, not of those of pictures and videos."""
    record: _Record | None = None
    media, current, kind = 0, "", ""
    for token in _TOKEN.finditer(text):
        if token["name"]:
            name = token["name"].rpartition(":")[2].lower()
            if name in _MEDIA and not token["empty"]:
                media = max(media + (-1 if token["close"] else 1), 0)
                kind = name
            elif name in _RECORDS:
                if record:
                    yield record
                record, media = (None if token["close"] else _Record(name)), 0
            current = "" if token["close"] else _field(name, kind if media else "")
        elif record and current:
            said = token["cdata"] if token["cdata"] is not None else html.unescape(token["text"] or "")
            if said.strip() and not (current in _PICTURES and current in record.fields):
                record.fields[current] = record.fields.get(current, "") + said


def _field(name: str, media: str) -> str:
    """What a record keeps the text of an element as, within `media` or outside of it; "" for nothing."""
    if media:
        return "image" if (media, name) in _PICTURE_PLACES else ""
    return name if name in _FIELDS else ""


def _entry(page: dict[str, str], base: str) -> Entry | None:
    url = address.join(base, page.get("loc", "").strip())
    if url is None:
        return None
    parts = urlsplit(url)
    if not page.get("title") and (not parts.path.strip("/") or NO_ARTICLE.search(parts.path)):
        return None
    # What is escaped twice, and markup, stand in titles of sitemaps as in those of RSS.
    title = plain_title(mended_value(page.get("title", "")), None) or _title_of(parts.path)
    if not title:
        return None
    published, updated = _date(page, "publication_date"), _date(page, "lastmod")
    return Entry(
        id=address.canonical(url),
        title=title,
        url=url,
        published=published or _of_month(date_in_url(url), updated),
        updated=updated,
        image=address.join(base, page["image"].strip()) if page.get("image") else None,
    )


def _date(page: dict[str, str], field: str) -> When | None:
    stated = page.get(field, "").strip()
    return (date_of_epoch(stated) or parse_date(stated)) if stated else None


def _of_month(published: When | None, updated: When | None) -> When | None:
    """The date of an address; where that is a month alone, the day of the last change if it lies in that month."""
    if published is None or updated is None or published.precision is not Precision.MONTH:
        return published
    return updated if updated.date[:7] == published.date[:7] else published


def _title_of(path: str) -> str:
    """A title from the address, for a page without one: the words of its last segment."""
    segments = [unquote(s) for s in path.split("/") if s]
    slug = max(segments[-2:], key=lambda s: s.count("-") + s.count("_"), default="")
    slug = re.sub(
        r"[-_.]?(?<=\D)(?:\d{5,}|(?!(?:19|20)\d\d$)\d{4})$|^\d+[-_]", "", re.sub(r"\.\w{2,5}$", "", slug)
    )
    words = clean_line(re.sub(r"[-_+]+", " ", slug), 200)
    return words[:1].upper() + words[1:]


def _newest(entries: list[Entry]) -> list[Entry]:
    """The newest entries; in the order of the sitemap if some have no date and all fit."""
    dated = [e for e in entries if _age(e) is not None]
    if len(entries) <= LIMIT and len(dated) < len(entries):
        return entries
    return sorted(entries, key=lambda e: -(_age(e) or 0.0))[:LIMIT]


def _age(entry: Entry) -> float | None:
    when: When | None = entry.published or entry.updated
    return when.timestamp if when else None


def _sitemaps(maps: list[dict[str, str]], base: str) -> tuple[str, ...]:
    located = [(address.join(base, m.get("loc", "").strip()), m.get("lastmod", "")) for m in maps]
    stated = any(changed for _, changed in located)
    newest = [(url, changed if stated else _named_date(url)) for url, changed in located if url]
    newest.sort(key=lambda pair: pair[1], reverse=True)
    if newest and not newest[0][1]:
        # Nothing tells the newest part: some sites begin with it, others (WordPress) end with it.
        newest.insert(1, newest[-1])
    return tuple(sorted(dict.fromkeys(url for url, _ in newest), key=_rank))


def _named_date(url: str) -> str:
    """The date that the address of a part names, as a text that sorts; empty where it names none."""
    found = _PLACE_IN_TIME.search(urlsplit(url).path)
    return "-".join(part for part in found.groups() if part) if found else ""


def _rank(url: str) -> int:
    """Sitemaps of news come first, those of what is no article last."""
    path = urlsplit(url).path
    return 0 if "news" in url.lower() else 2 if _OF_NO_ARTICLES.search(path) else 1
