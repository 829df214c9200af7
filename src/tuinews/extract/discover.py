"""What kind of source an address is, by its content, and which feeds its page announces."""

import re
from urllib.parse import parse_qsl, unquote, urlsplit, urlunsplit

from selectolax.lexbor import LexborHTMLParser

from tuinews import address
from tuinews.extract.comment_feeds import without_comments
from tuinews.extract.feed.sitemap import is_text_sitemap
from tuinews.extract.feed.wrapped import unwrapped
from tuinews.extract.known_feeds import known_feed
from tuinews.extract.page.tree import attribute, base_of, parse
from tuinews.late import late_pattern
from tuinews.model.discovery import Candidate
from tuinews.model.source import SourceKind
from tuinews.text import clean_line

__all__ = [
    "announced_feeds",
    "is_source_list",
    "kind_of",
    "known_feed",
    "linked_feeds",
    "looks_like_feed",
    "usual_places",
]

MAX_ANNOUNCED = 40
"""Feeds of one page that are offered; portals announce a hundred."""

_SNIFFED = 8192
"""Characters in which the first element is looked for."""

_JSON_SNIFFED = 200_000
"""Characters in which the version or the items of a JSON feed are looked for; its keys have no order."""

_PREAMBLE = late_pattern(
    r"\ufeff|\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE\s+(?!html)[^>\[]*(?:\[.*?\]\s*)?>"
    r"|<(script|style|noscript)\b[^>]*>.*?</\1\s*>",
    re.DOTALL | re.IGNORECASE,
)
"""What may stand before the first element of a feed; some hosts set a script before all that they serve."""

_ROOT = late_pattern(r"<(?:[\w.-]+:)?(rss|rdf|feed|channel|urlset|sitemapindex)(?=[\s>/:])", re.IGNORECASE)
_MARKUP_OF_A_PAGE = late_pattern(r"<(?:!doctype\s+html|html|head|body|script|main|table|nav)\b", re.IGNORECASE)
_JSON_FEED = late_pattern(
    r'"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org|"(?:ordered)?items"\s*:\s*\['
    r'|"type"\s*:\s*"(?:ordered)?collection".{0,2000}"first"\s*:|"first"\s*:.{0,2000}"type"\s*:\s*"(?:ordered)?collection"'
    r'|^\s*\[\s*\{\s*"id"\s*:\s*\d+\s*,\s*"date"\s*:.{0,2000}"link"\s*:'
    r'|^\s*\[\s*\{\s*"id"\s*:\s*"\d+"\s*,\s*"created_at"\s*:.{0,4000}"content"\s*:',
    re.IGNORECASE | re.DOTALL,
)
_OBJECTS = late_pattern(r"\[\s*\{")
_ROOT_OF_A_LIST = late_pattern(r"<opml(?=[\s>])", re.IGNORECASE)
_HEADER_LINK = late_pattern(r"<([^<>]*)>((?:\s*;\s*[\w*-]+(?:\s*=\s*(?:\"[^\"]*\"|[^\s\",;]+))?)*)")
_HEADER_PARAMETER = late_pattern(r"([\w*-]+)\s*=\s*(?:\"([^\"]*)\"|([^\s\",;]+))")
_SITEMAPS = frozenset(("urlset", "sitemapindex"))
_FEED_TYPES = late_pattern(
    r"^\s*(?:application|text)/(?:(?:rss|atom|rdf|x\.atom|x-rss|x-atom)\+?(?:xml)?|xml\+(?:rss|atom|rdf)|rss|atom"
    r"|feed\+json|json\+feed|xml)(?![\w+])",
    re.IGNORECASE,
)
_JSON_TYPE = late_pattern(r"^\s*(?:application|text)/(?:x-)?json(?![\w+])", re.IGNORECASE)
_JSON_ADDRESS = late_pattern(r"feed|\.json\w?$", re.IGNORECASE)
"""JSON Feed 1.0 was announced as any JSON (www.jsonfeed.org/version/1#discovery); so are the APIs of programs."""

_API = late_pattern(r"/wp-json/|/api/|oembed", re.IGNORECASE)
_FEED_ADDRESS = late_pattern(
    r"(?:^|[/.=_-])(?:rss\d?|atom|feeds?|rdf)(?:\.(?:xml|json|php|aspx?|rdf|cfm))?/?$"
    r"|/(?:rss|feeds?)/[\w./-]+\.(?:rss|xml)$|/feeds/posts/(?:default|summary)$"
    r"|\.(?:rss|atom|rdf)$|[?&](?:feed|format|type)=(?:rss2?|atom|feed)\b|^https?://feeds\.[\w.-]+/",
    re.IGNORECASE,
)
_FEED_SCHEME = late_pattern(r"^(?:feed|rss|pcast|itpc|podcast):{1,2}(?=https?:|//)", re.IGNORECASE)
"""What stood before the addresses of feeds, so that a browser gave them to another program."""

_FEED_NAME = late_pattern(r"(?:rss|atom)(?:[ -]?feed)?", re.IGNORECASE)
"""What a link to a feed is called, whatever its address."""

_ICON = "i[class*=rss], span[class*=rss], svg[class*=rss], use[href*=rss]"
"""The sign that stands for a feed in sets of icons."""

_OF_FEEDS = late_pattern(r"(?:^|[\s_-])rss(?:$|[\s_-])", re.IGNORECASE)
"""The class of a link that is nothing but such a sign."""

_USUAL = ("/feed", "/rss.xml", "/feed.xml", "/atom.xml", "/rss", "/index.xml")
_USUAL_SITEMAPS = ("/sitemap-news.xml", "/news-sitemap.xml")
USUAL_SITEMAPS = ("/sitemap.xml", "/sitemap_index.xml", "/sitemap.xml.gz")
"""Where a site has its sitemap whose robots.txt names none; the second is that of WordPress's usual plug-ins, the
third is packed."""


def kind_of(text: str, content_type: str | None) -> SourceKind:
    """The kind of a text by its content; the server's `content_type` decides only if the content does not.

    A feed served as text/html is a feed, a page served as XML (an error page where the feed was) is a page.
    """
    text = unwrapped(text)
    start = text[:_SNIFFED]
    position = 0
    while found := _PREAMBLE.match(start, position):
        position = found.end()
    rest = start[position:]
    if rest.startswith("{") or _OBJECTS.match(rest):
        return SourceKind.FEED if _JSON_FEED.search(text[:_JSON_SNIFFED]) else SourceKind.LISTING
    if is_text_sitemap(text):
        return SourceKind.SITEMAP
    root, page = _ROOT.search(rest), _MARKUP_OF_A_PAGE.search(rest)
    if root and (page is None or root.start() < page.start()):
        return SourceKind.SITEMAP if root[1].lower() in _SITEMAPS else SourceKind.FEED
    if page is None and re.match(r"\s*(?:application|text)/(?:rss|atom|rdf)\b", content_type or "", re.IGNORECASE):
        return SourceKind.FEED
    return SourceKind.LISTING


def is_source_list(text: str) -> bool:
    """Whether a text is OPML: a list of sources, and no source itself."""
    found = _ROOT_OF_A_LIST.search(text[:_SNIFFED])
    page = _MARKUP_OF_A_PAGE.search(text[:_SNIFFED])
    return found is not None and (page is None or found.start() < page.start())


def looks_like_feed(url: str) -> bool:
    """Whether an address is written as those of feeds are, so that a feed is meant by it."""
    address_alone = url.partition("#")[0]
    path = address_alone.partition("?")[0]
    return any(_FEED_ADDRESS.search(part) for part in (address_alone, path))


def announced_feeds(html: str, url: str, link_header: str = "") -> tuple[Candidate, ...]:
    """The feeds that a page announces, the likeliest for this very page first; feeds of comments are left out.

    `link rel=alternate` with a feed's type (https://www.rssboard.org/rss-autodiscovery) or `rel=feed`, in the page
    or in the Link header of its answer (RFC 8288); if there is none, links with addresses that look like a feed's.
    """
    tree = parse(html)
    base = base_of(tree, url)
    return _ranked([*_linked(tree, base), *_in_header(link_header, url)] or _anchored(tree, base), tree, url)


def linked_feeds(html: str, url: str) -> tuple[Candidate, ...]:
    """What a page links to by an address, a name or a sign that feeds have, in the same order.

    Some sites announce a feed that is gone, and link to the one that lives.
    """
    tree = parse(html)
    return _ranked(_anchored(tree, base_of(tree, url)), tree, url)


def _ranked(found: list[Candidate], tree: LexborHTMLParser, url: str) -> tuple[Candidate, ...]:
    unique: dict[str, Candidate] = {}
    for candidate in without_comments(found, tree, url):
        unique.setdefault(address.source_key(candidate.url), candidate)
    ranked = sorted(unique.values(), key=lambda c: -_fit(c.url, url))
    return tuple(ranked[:MAX_ANNOUNCED])


def usual_places(url: str) -> tuple[str, ...]:
    """Addresses where a site that announces no feed may have one, the likeliest first.

    They are few, since each is a request that may fail.
    """
    parts = urlsplit(url)
    root = urlunsplit((parts.scheme, parts.netloc, "", "", ""))
    path = parts.path.rstrip("/")
    own = [f"{root}{path}/feed"] if path and "." not in path.rsplit("/", 1)[-1] else []
    return (*own, *(root + place for place in _USUAL + _USUAL_SITEMAPS))


def _linked(tree: LexborHTMLParser, base: str) -> list[Candidate]:
    found = []
    for node in tree.css("link[rel][href], a[rel][href]"):
        href, title = attribute(node, "href"), attribute(node, "title")
        if _announces(attribute(node, "rel"), attribute(node, "type"), href):
            found.append(_candidate(base, href, title))
    return [one for one in found if one]


def _announces(rel: str, kind: str, href: str) -> bool:
    words = rel.lower().split()
    if "feed" in words:
        return True
    if "alternate" not in words:
        return False
    is_json = _JSON_TYPE.match(kind) and _JSON_ADDRESS.search(href) and not _API.search(href)
    return bool(is_json or _FEED_TYPES.match(kind))


def _in_header(header: str, base: str) -> list[Candidate]:
    found = []
    for href, parameters in _HEADER_LINK.findall(header[:_SNIFFED]):
        said = {name.lower(): quoted or bare for name, quoted, bare in _HEADER_PARAMETER.findall(parameters)}
        if _announces(said.get("rel", ""), said.get("type", ""), href):
            found.append(_candidate(base, href, said.get("title", "")))
    return [one for one in found if one]


def _anchored(tree: LexborHTMLParser, base: str) -> list[Candidate]:
    found = []
    for node in tree.css("a[href]"):
        href = attribute(node, "href")
        said = (
            attribute(node, "title")
            or node.text().strip()
            or attribute(node, "aria-label")
            or attribute(node.css_first("img[alt]"), "alt")
        )
        is_sign = not said and _OF_FEEDS.search(attribute(node, "class"))
        named = is_sign or _FEED_NAME.fullmatch(said.strip()) or node.css_first(_ICON)
        if _FEED_ADDRESS.search(href.split("#")[0]) or _FEED_SCHEME.match(href.strip()) or named:
            found.append(_candidate(base, href, said))
    return [one for one in found if one]


def _candidate(base: str, href: str, title: str) -> Candidate | None:
    url = address.join(base, _FEED_SCHEME.sub("", href.strip(), count=1))
    if url is None:
        return None
    return Candidate(url, clean_line(title, 200), SourceKind.FEED, 0)


def _fit(feed: str, page: str) -> int:
    """How well a feed's address fits a page: how many of the last segments of the page's path it has, and of what
    its query asks for.
    """
    parts, own = urlsplit(unquote(page).lower()), urlsplit(unquote(feed).lower())
    wanted = [re.sub(r"\.\w+$", "", s) for s in parts.path.split("/") if s][-3:]
    wanted += [value for _, value in parse_qsl(parts.query)][:3]
    there = f"{own.path}?{own.query}"
    return sum(bool(re.search(rf"(?<![a-z0-9]){re.escape(s)}(?![a-z0-9])", there)) for s in wanted)
