"""Recognizes the kind of a feed and reads it."""

from collections.abc import Mapping

from tuinews.errors import ExtractError
from tuinews.extract.feed.cut import newest
from tuinews.extract.feed.elements import Element
from tuinews.extract.feed.entries import feed_listing
from tuinews.extract.feed.feed_reader import FeedReader
from tuinews.extract.feed.json.json_feed import parse_json_feed
from tuinews.extract.feed.scanner import FeedDocument, parse_xml
from tuinews.extract.feed.values import safe_base, windows_signs
from tuinews.extract.feed.wrapped import unwrapped
from tuinews.language import _
from tuinews.model.feed import Feed

__all__ = ["feed_listing", "parse_feed"]

_ROOTS = frozenset(("rss", "rdf:rdf", "rdf", "feed", "channel"))
_PAGES = frozenset(("html", "xhtml:html"))


def parse_feed(
    text: str, url: str | None = None, headers: Mapping[str, str] | None = None, *, limit: int = 1000
) -> Feed:
    """The feed that `text` is: RSS, RDF, Atom, CDF or JSON Feed.

    `url` is its address and `headers` (lower-case names) are those of the response: addresses are relative to
    Content-Location, and Content-Language is the language if the feed has none. Of more than `limit` entries the
    newest are kept. Raises ExtractError if the text is no feed.
    """
    text = unwrapped(text.replace("\0", "") if "\0" in text else text)
    if text[:1000].lstrip("\ufeff \t\r\n").startswith(("{", "[")):
        return parse_json_feed(text, url, limit=limit)
    document = parse_xml(newest(windows_signs(text), limit))
    said = headers or {}
    location = said.get("content-location")
    base = safe_base(url, location) if location else url
    reader = FeedReader(base, said.get("content-language") or None, nested=document.placed)
    return reader.feed(_channel(document), document.entries[:limit])


def _channel(document: FeedDocument) -> Element:
    """The element that describes the feed; the entries are in it, or in RDF beside it."""
    for top in document.root.children:
        if top.name in _PAGES:
            break
        if top.name in ("channel", "feed"):
            return top
        if top.name in _ROOTS:
            return top.child("channel") or top.child("feed") or top
    if not document.entries:
        raise ExtractError(
            _("feed"), _("this is not a feed"), _("add the page itself, or look for its feed's address")
        )
    return document.root
