"""From a fetched page to its listing, on a thread of its own. The content decides what a page is, never its
suffix."""

import asyncio
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TypeVar

from tuinews.errors import ExtractError, TuinewsError
from tuinews.extract.discover import kind_of
from tuinews.extract.source_readers import READERS
from tuinews.language import _
from tuinews.library.decoding import text_of
from tuinews.model.entry import Listing
from tuinews.model.page import Page
from tuinews.model.source import SourceKind
from tuinews.web.fetcher import Fetcher

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class FetchedListing:
    """What an address turned out to be, and what it lists; `html` is the page's text where it is a web page."""

    page: Page
    kind: SourceKind
    listing: Listing
    html: str | None = None


def listing_of(page: Page) -> FetchedListing:
    """What `page` lists. Raises ExtractError where it is neither a feed nor a page."""
    text = text_of(page.body, page.content_type, page.url)
    kind = kind_of(text, page.content_type)
    listing = READERS[kind].read(text, page)
    return FetchedListing(page, kind, listing, text if kind.traits.is_web_page else None)


def named(fetched: FetchedListing) -> FetchedListing:
    """The fetched listing with the name of a source in place of the page's own title."""
    title = READERS[fetched.kind].name(fetched.listing, fetched.html or "", fetched.page.url)
    return replace(fetched, listing=replace(fetched.listing, title=title or None))


class Backlog:
    """The pages that wait for the extractors' thread. A fast network brings a thousand pages of 15 MB before a few
    are read; so nothing more is asked for while `most` are waiting.
    """

    def __init__(self, most: int = 8) -> None:
        self._most, self._waiting = most, 0
        self._has_room = asyncio.Event()
        self._has_room.set()

    async def room(self) -> None:
        """Waits until there is room for another page."""
        await self._has_room.wait()

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """One page waits, or is being read, for the length of the block."""
        self._change(1)
        try:
            yield
        finally:
            self._change(-1)

    def _change(self, by: int) -> None:
        self._waiting += by
        if self._waiting < self._most:
            self._has_room.set()
        else:
            self._has_room.clear()


class Extraction:
    """The network and the extractors, each off the screen's thread.

    Extraction is pure Python: on a thread of its own it never takes a frame from the screen for longer than
    the interpreter's switch interval. `backlog` is the one that holds the fetcher back, where it has one.
    """

    def __init__(self, fetcher: Fetcher, backlog: Backlog | None = None) -> None:
        self.fetcher = fetcher
        self.closed = False
        self._backlog = backlog or Backlog()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="extract")

    async def extract(self, work: Callable[[], R]) -> R:
        """Run `work` on the extractors' thread.

        Raises ExtractError for whatever an extractor could not bear: a page made to break it ends no refresh.
        """
        with self._backlog.waiting():
            try:
                return await asyncio.get_running_loop().run_in_executor(self._thread, work)
            except TuinewsError:
                raise
            except Exception as error:
                why = _("it cannot be read ({kind})", kind=type(error).__name__)
                raise ExtractError(_("the page"), why, _("please report its address")) from error

    async def close(self) -> None:
        """Close the connections and end the thread."""
        self.closed = True
        await self.fetcher.close()
        self._thread.shutdown(wait=False, cancel_futures=True)
