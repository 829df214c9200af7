"""The articles that any page lists, without anyone writing a selector.

The conductor: outline of the page -> links -> groups of links set alike, ranked -> records -> entries.
"""

from datetime import datetime

from selectolax.lexbor import LexborHTMLParser

from tuinews import address
from tuinews.extract.listing.confidence import confidence, is_article, lowered_for_article
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


def extract_listing(html: str, url: str, *, now: datetime | None = None) -> Listing:
    """What the page at `url` lists, in page order; `now` is the time of fetching, for "2 hours ago".

    Never raises and never reads the clock. A page in which no list can be made out gives its best guess with a
    `confidence` under 0.5.
    """
    tree = parse(html)
    base = _base(tree, url)
    outline = outline_of(tree)
    lang = _language(tree)
    links = links_of(outline, url, base) if len(outline) else []
    where = penalties(outline)
    page = page_link(url)
    choice = choose(outline, links, where, page.place.path if page else "/")
    records = records_of(outline, choice.links, links)
    entries = tuple(entries_of(outline, records, Context(url, base, lang, now)))
    sure = confidence(choice.best, records, outline, where)
    if sure < 0.5:
        carried = embedded_entries(tree, base, lang, now)
        dated = sum(entry.published is not None for entry in carried)
        if (len(carried) > 2 and 2 * dated >= len(carried)) or (carried and not entries):
            entries, sure = carried, 0.8 if 2 * dated >= len(carried) else 0.4
    if is_article(tree, page, records, outline):
        sure = lowered_for_article(sure)
    heads = [(attribute(n, "rel"), attribute(n, "href")) for n in tree.css("head link[rel][href]")]
    return Listing(
        entries=entries,
        title=_title(tree),
        url=url,
        language=lang,
        description=clean_line(attribute(tree.css_first("meta[name=description]"), "content")) or None,
        next_page=next_page(outline, heads, url, base),
        confidence=sure,
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
