"""The steps from a page to its listing: outline -> links -> ranked groups of links -> records -> entries."""

from datetime import datetime

from selectolax.lexbor import LexborHTMLParser

from tuinews import address
from tuinews.extract.listing.confidence import CONFIDENT, confidence, is_article, lowered_for_article
from tuinews.extract.listing.embedded import embedded_entries
from tuinews.extract.listing.links.links import links_of, page_link
from tuinews.extract.listing.links.page_zones import penalties
from tuinews.extract.listing.links.selection import choose
from tuinews.extract.listing.outline import outline_of
from tuinews.extract.listing.pagination import next_page
from tuinews.extract.listing.records.fields import Context, entries_of
from tuinews.extract.listing.records.records import records_of
from tuinews.extract.page.tree import attribute, parse
from tuinews.model.entry import Listing
from tuinews.text import clean_line

_LEAST_EMBEDDED = 3
"""Entries that a list in the page's data needs before it may replace the one in the markup; two may be a menu."""

_EMBEDDED_DATED, _EMBEDDED_UNDATED = 0.8, 0.4
"""Confidence in a list from the page's data: dates make articles of its objects; without dates it may be a menu,
so the confidence stays under `CONFIDENT`."""


def extract_listing(html: str, url: str, *, now: datetime | None = None) -> Listing:
    """The articles that the page at `url` lists, in page order; `now` is the time of fetching, for "2 hours ago".

    Never raises and never reads the clock. A page without a recognizable list gives its best guess with a
    `confidence` under `CONFIDENT` (0.5).
    """
    tree = parse(html)
    base = _base(tree, url)
    outline = outline_of(tree)
    lang = _language(tree)
    links = links_of(outline, url, base) if len(outline) else []
    zone_penalties = penalties(outline)
    page = page_link(url)
    choice = choose(outline, links, zone_penalties, page.place.path if page else "/")
    records = records_of(outline, choice.links, links)
    entries = tuple(entries_of(outline, records, links, Context(url, base, lang, now)))
    certainty = confidence(choice.best, records, outline, zone_penalties)
    if certainty < CONFIDENT:
        embedded = embedded_entries(tree, base, lang, now)
        is_dated = 2 * sum(entry.published is not None for entry in embedded) >= len(embedded)
        if (len(embedded) >= _LEAST_EMBEDDED and is_dated) or (embedded and not entries):
            entries, certainty = embedded, _EMBEDDED_DATED if is_dated else _EMBEDDED_UNDATED
    if is_article(tree, page, records, outline):
        certainty = lowered_for_article(certainty)
    heads = [(attribute(n, "rel"), attribute(n, "href")) for n in tree.css("head link[rel][href]")]
    return Listing(
        entries=entries,
        title=_title(tree),
        url=url,
        language=lang,
        description=clean_line(attribute(tree.css_first("meta[name=description]"), "content")) or None,
        next_page=next_page(outline, heads, url, base),
        confidence=certainty,
    )


def _base(tree: LexborHTMLParser, url: str) -> str:
    return address.join(url, attribute(tree.css_first("base[href]"), "href")) or url


def _language(tree: LexborHTMLParser) -> str | None:
    root = tree.css_first("html")
    named = attribute(root, "lang") or attribute(root, "xml:lang")
    return named.strip().replace("_", "-") or None


def _title(tree: LexborHTMLParser) -> str | None:
    node = tree.css_first("head title")
    return clean_line(node.text()) or None if node is not None else None
