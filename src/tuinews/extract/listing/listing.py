"""The steps from a page to its listing: outline -> links -> ranked groups of links -> records -> entries."""

import re
from dataclasses import replace
from datetime import datetime

from selectolax.lexbor import LexborHTMLParser

from tuinews.extract.listing.confidence import (
    BY_DATES,
    CONFIDENT,
    confidence,
    goes_back,
    is_article,
    lowered_for_article,
)
from tuinews.extract.listing.dated_parts import dated_parts
from tuinews.extract.listing.embedded import embedded_entries
from tuinews.extract.listing.links.links import Link, anchored_links, links_of, named_headings, page_link
from tuinews.extract.listing.links.page_zones import penalties
from tuinews.extract.listing.links.selection import choose
from tuinews.extract.listing.outline import Outline, outline_of
from tuinews.extract.listing.pagination import next_page
from tuinews.extract.listing.records.advertisements import is_advertisement
from tuinews.extract.listing.records.fields import Context, entries_of
from tuinews.extract.listing.records.records import Record, records_of
from tuinews.extract.page.tree import attribute, base_of, parse
from tuinews.extract.page.unseen import with_shadow_roots
from tuinews.model.entry import Entry, Listing
from tuinews.quick_dataclass import dataclass
from tuinews.text import clean_line

_LEAST_EMBEDDED = 3
"""Entries that a list in the page's data needs before it may replace the one in the markup; two may be a menu."""

_LEAST_PARTS, _DATED_PARTS = 3, 0.8
"""Parts of a page that make a list of news, and the share of them with a date: parts of an article have none."""

_DOCUMENT = re.compile(r"\.(?:pdf|docx?|odt)$", re.IGNORECASE)
"""Endings of the addresses of documents to print."""

_EMBEDDED_DATED, _EMBEDDED_UNDATED = 0.8, 0.4
"""Confidence in a list from the page's data: dates make articles of its objects; without dates it may be a menu,
so the confidence stays under `CONFIDENT`."""


def extract_listing(html: str, url: str, *, now: datetime | None = None) -> Listing:
    """The articles that the page at `url` lists, in page order; `now` is the time of fetching, for "2 hours ago".

    Never raises and never reads the clock. A page without a recognizable list gives its best guess with a
    `confidence` under `CONFIDENT` (0.5).
    """
    tree = parse(with_shadow_roots(html) if "shadowroot" in html else html)
    base, lang, page = base_of(tree, url), _language(tree), page_link(url)
    outline = outline_of(tree)
    context = Context(url, base, lang, now)
    links = links_of(outline, url, base) if len(outline) else []
    reading = _read(outline, links, page, context)
    if reading.certainty < CONFIDENT:
        reading = (
            _told_in_documents(outline, links, page, context)
            or _told_in_data(tree, context, reading)
            or _told_by_parts(outline, page, context)
            or _told_without_scripts(tree, page, context)
            or reading
        )
    entries, certainty = reading.entries, reading.certainty
    if is_article(tree, page, reading.records, outline):
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


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way of reading a page: its records in the markup, if it has them there, the entries, how certain, and
    the share of its links with a date beside them.
    """

    records: list[Record]
    entries: tuple[Entry, ...]
    certainty: float
    dated: float = 0.0


def _read(outline: Outline, links: list[Link], page: Link | None, context: Context) -> _Reading:
    zone_penalties = penalties(outline)
    choice = choose(outline, links, zone_penalties, page.place.path if page else "/")
    found = records_of(outline, choice.links, links)
    records = [record for record in found if not is_advertisement(outline, record)]
    entries = tuple(entries_of(outline, records, links, context))
    is_diary = goes_back(entries)
    certainty = confidence(choice.best, records, outline, zone_penalties, is_diary=is_diary)
    return _Reading(records, entries, certainty, choice.best.dated if choice.best else 0.0)


def _told_in_data(tree: LexborHTMLParser, context: Context, shown: _Reading) -> _Reading | None:
    """The list in the page's data, where it is better than what the page shows without its scripts."""
    entries = embedded_entries(tree, context.base, context.lang, context.now)
    is_dated = 2 * sum(entry.published is not None for entry in entries) >= len(entries)
    is_better_guess = len(entries) >= _LEAST_EMBEDDED > len(shown.entries)
    if (len(entries) >= _LEAST_EMBEDDED and is_dated) or is_better_guess or (entries and not shown.entries):
        return _Reading([], entries, _EMBEDDED_DATED if is_dated else _EMBEDDED_UNDATED)
    return None


def _told_in_documents(
    outline: Outline, links: list[Link], page: Link | None, context: Context
) -> _Reading | None:
    """The list of documents to print, where a page lists nothing else: decrees, notices, reports."""
    documents = [link for link in links if _DOCUMENT.search(link.place.path)]
    if len({link.key for link in documents}) < _LEAST_PARTS:
        return None
    for link in documents:
        link.listing = False
    reading = _read(outline, links, page, context)
    found = {link.key for link in documents}.intersection(entry.id for entry in reading.entries)
    return reading if reading.certainty >= CONFIDENT and len(found) >= _LEAST_PARTS else None


def _told_by_parts(outline: Outline, page: Link | None, context: Context) -> _Reading | None:
    """The list of a page that tells all its news on one, each in a part with an anchor and a date."""
    headings = named_headings(outline, context.url)
    dated = dated_parts(outline, headings, context)
    if dated:
        return _Reading([], dated, CONFIDENT)
    for links in (anchored_links(outline, context.url, context.base), headings):
        reading = _read(outline, links, page, context) if len(links) >= _LEAST_PARTS else None
        if reading is None or len(reading.entries) < _LEAST_PARTS:
            continue
        share = sum(entry.published is not None for entry in reading.entries) / len(reading.entries)
        # A day over all of them, with a time at each, is as good as a day at each.
        certainty = min(1.0, reading.certainty + BY_DATES * max(0.0, share - reading.dated))
        if share >= _DATED_PARTS and certainty >= CONFIDENT:
            return replace(reading, certainty=certainty)
    return None


def _told_without_scripts(tree: LexborHTMLParser, page: Link | None, context: Context) -> _Reading | None:
    """The list that a page has for readers without scripts (`noscript`), where it is certain."""
    inside = tree.css("body noscript")
    if sum(len(node.css("a[href]")) for node in inside) < _LEAST_PARTS:
        return None
    for node in inside:
        node.unwrap()
    outline = outline_of(tree)
    reading = _read(outline, links_of(outline, context.url, context.base), page, context)
    return reading if reading.certainty >= CONFIDENT else None


def _language(tree: LexborHTMLParser) -> str | None:
    root = tree.css_first("html")
    named = attribute(root, "lang") or attribute(root, "xml:lang")
    return named.strip().replace("_", "-") or None


def _title(tree: LexborHTMLParser) -> str | None:
    node = tree.css_first("head title")
    return clean_line(node.text()) or None if node is not None else None
