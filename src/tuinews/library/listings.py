"""From a fetched page to its listing. The content decides what a page is, never its suffix."""

from dataclasses import replace

from tuinews.errors import ExtractError, Remedy
from tuinews.extract.discover import is_source_list, kind_of
from tuinews.extract.feed.cut import whole_entries
from tuinews.extract.source_readers import READERS
from tuinews.language import _
from tuinews.library.decoding import text_of
from tuinews.model.entry import Listing
from tuinews.model.page import Page
from tuinews.model.source import SourceKind
from tuinews.quick_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class FetchedListing:
    """What an address turned out to be, and what it lists; `html` is the page's text where it is a web page."""

    page: Page
    kind: SourceKind
    listing: Listing
    html: str | None = None


def listing_of(page: Page) -> FetchedListing:
    """What `page` lists. Raises ExtractError if it is neither a feed nor a page."""
    text = text_of(page.body, page.content_type, page.url)
    if is_source_list(text):
        raise ExtractError(page.url, _("this is a list of sources, not a source"), Remedy.ADD_LIST)
    kind = kind_of(text, page.content_type)
    if page.is_cut:
        text = _whole_part(text, kind, page)
    listing = READERS[kind].read(text, page)
    return FetchedListing(page, kind, listing, text if kind.traits.is_web_page else None)


def _whole_part(text: str, kind: SourceKind, page: Page) -> str:
    """What came of a feed or sitemap that is too large, up to its last whole entry.

    Raises ExtractError for anything else that is.
    """
    part = None if kind.traits.is_web_page else whole_entries(text)
    if part is None and page.is_broken_off:
        raise ExtractError(page.url, _("the response was cut off"))
    if part is None:
        size = len(page.body) / 1_000_000
        raise ExtractError(page.url, _("the response is larger than {size:g} MB", size=size))
    return part


def named_listing_of(page: Page) -> FetchedListing:
    """What `page` lists, under the name of a source in place of the page's own title."""
    return _named(listing_of(page))


def renamed_listing_of(page: Page) -> FetchedListing:
    """The same of a source that has a name already: what states none now leaves it as it is."""
    fetched = listing_of(page)
    return _named(fetched) if fetched.listing.title else fetched


def _named(fetched: FetchedListing) -> FetchedListing:
    title = READERS[fetched.kind].name(fetched.listing, fetched.html or "", fetched.page.url)
    return replace(fetched, listing=replace(fetched.listing, title=title or None))
