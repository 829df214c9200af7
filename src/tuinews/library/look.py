"""One look at an address: wire, then extract. What came is told by its content, never by its suffix."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

from tuinews.charset import decode
from tuinews.errors import ExtractError
from tuinews.extract.discover import kind_of
from tuinews.extract.feed import feed_listing, parse_feed
from tuinews.extract.listing import extract_listing
from tuinews.extract.sitemap import parse_sitemap
from tuinews.model.entry import Listing
from tuinews.model.page import Page
from tuinews.model.source import SourceKind
from tuinews.web.fetcher import Fetcher

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Look:
    """What an address turned out to be, and what it lists; `html` is the page's text where it is a web page."""

    page: Page
    kind: SourceKind
    listing: Listing
    html: str | None = None


def listing_of(page: Page) -> Look:
    """What `page` lists. Raises ExtractError where it is neither a feed nor a page."""
    text = decode(page.body, page.content_type)
    kind = kind_of(text, page.content_type)
    if kind is SourceKind.FEED:
        return Look(page, kind, feed_listing(parse_feed(text, page.url, page.headers), page.url))
    if kind is SourceKind.SITEMAP:
        return Look(page, kind, parse_sitemap(text, page.url).listing)
    if not text.strip():
        raise ExtractError(page.url, "the answer is empty", "try again later")
    return Look(page, kind, extract_listing(text, page.url, now=page.fetched), text)


class Wire:
    """The network and the extractors, each off the screen's thread.

    Extraction is pure Python: on a thread of its own it never takes a frame from the screen for longer than
    the interpreter's switch interval.
    """

    def __init__(self, fetcher: Fetcher) -> None:
        self.fetcher = fetcher
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="extract")

    async def extract(self, work: Callable[[], R]) -> R:
        """Run `work` on the extractors' thread."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    async def close(self) -> None:
        """Close the connections and end the thread."""
        await self.fetcher.close()
        self._thread.shutdown(wait=False, cancel_futures=True)
