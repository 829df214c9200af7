"""Feeds of every kind: what is one, and which reader takes it."""

import re
from collections.abc import Mapping

from tuinews.errors import ExtractError
from tuinews.extract.feed_cut import newest
from tuinews.extract.feed_listing import feed_listing
from tuinews.extract.feed_markup import safe_base
from tuinews.extract.feed_reader import FeedReader
from tuinews.extract.feed_scanner import ENTRIES, parse_xml
from tuinews.extract.feed_xml import Element
from tuinews.extract.json_feed import parse_json_feed
from tuinews.model.feed import Feed

__all__ = ["feed_listing", "parse_feed"]

_ROOTS = frozenset(("rss", "rdf:rdf", "rdf", "feed", "channel"))
_NESTED = re.compile(r"\s(?:xml:)?(?:base|lang)\s*=", re.IGNORECASE)


def parse_feed(
    text: str, url: str | None = None, headers: Mapping[str, str] | None = None, *, limit: int = 1000
) -> Feed:
    """The feed that `text` is: RSS, RDF, Atom, CDF or JSON Feed.

    `url` is where it came from and `headers` (lower-case names) what the server said of it: Content-Location is
    what addresses are relative to, Content-Language the language where the feed states none. Of more than `limit`
    entries the newest are kept. Raises ExtractError where the text is no feed.
    """
    text = text.replace("\0", "") if "\0" in text else text
    if text[:1000].lstrip("\ufeff \t\r\n").startswith("{"):
        return parse_json_feed(text, url, limit=limit)
    root = parse_xml(newest(text, limit))
    channel, entries = _parts(root)
    said = headers or {}
    location = said.get("content-location")
    base = safe_base(url, location) if location else url
    reader = FeedReader(base, said.get("content-language") or None, nested=bool(_NESTED.search(text)))
    return reader.feed(channel, entries[:limit])


def _parts(root: Element) -> tuple[Element, list[Element]]:
    """The element that describes the feed, and its entries wherever they stand (beside the channel in RDF)."""
    top = None
    channel = None
    entries: list[Element] = []
    for element in root.walk():
        if element.name in ENTRIES:
            entries.append(element)
        elif element.name == "html" or element.name == "xhtml:html":
            break
        elif top is None and element.name in _ROOTS:
            top = element
        if channel is None and element.name in ("channel", "feed"):
            channel = element
    if top is None and not entries:
        raise ExtractError("feed", "this is no feed", "add the page itself, or look for its feed's address")
    return channel or top or root, entries
