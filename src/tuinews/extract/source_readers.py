"""How the text of each kind of source is read: what it lists, and what such a source is called."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from tuinews.errors import ExtractError
from tuinews.extract.feed import feed_listing, parse_feed
from tuinews.extract.feed.sitemap import parse_sitemap
from tuinews.extract.listing import extract_listing
from tuinews.extract.source_name import feed_name, page_name
from tuinews.language import _
from tuinews.model.entry import Listing
from tuinews.model.page import Page
from tuinews.model.source import SourceKind
from tuinews.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class SourceReader:
    """The way of one kind: `read` gives what the text of a fetched page lists, `name` what the source is called.

    `read` raises ExtractError if the text is none of its kind; `name` takes that listing, the text and the
    address.
    """

    read: Callable[[str, Page], Listing]
    name: Callable[[Listing, str, str], str | None]


def _feed(text: str, page: Page) -> Listing:
    listing = feed_listing(parse_feed(text, page.url, page.headers), page.url)
    # What only says where its entries begin, as an outbox of ActivityPub
    return listing if listing.entries or not listing.next_page else replace(listing, parts=(listing.next_page,))


def _listing(text: str, page: Page) -> Listing:
    if not text.strip():
        raise ExtractError(page.url, _("the answer is empty"), _("try again later"))
    return extract_listing(text, page.url, now=page.fetched)


def _sitemap(text: str, page: Page) -> Listing:
    sitemap = parse_sitemap(text, page.url)
    return replace(sitemap.listing, parts=sitemap.sitemaps)


READERS: Mapping[SourceKind, SourceReader] = MappingProxyType(
    {
        SourceKind.FEED: SourceReader(
            _feed, lambda listing, _, url: feed_name(listing.title or "", listing.url, url)
        ),
        SourceKind.LISTING: SourceReader(_listing, lambda _, text, url: page_name(text, url)),
        SourceKind.SITEMAP: SourceReader(_sitemap, lambda listing, _, __: listing.title),
    }
)
"""Every kind that is followed at an address; which of them a text is, `discover.kind_of` tells."""
