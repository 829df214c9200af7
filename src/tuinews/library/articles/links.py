"""Whether an address leads to an article or to a list of articles.

Links are followed to either; the address of an article that is typed where a source is added is told.
"""

from collections import Counter
from dataclasses import replace
from urllib.parse import urlsplit

from tuinews.address import name_of
from tuinews.errors import ExtractError, NotFoundError
from tuinews.late import late_pattern
from tuinews.library.articles.opening import ArticleOpener
from tuinews.library.articles.pages.page_articles import article_of
from tuinews.library.articles.pages.standalone import keep_page
from tuinews.library.extraction import Extraction
from tuinews.library.listings import FetchedListing, named_listing_of
from tuinews.library.sources.discovery import CONFIDENT
from tuinews.library.store_thread import StoreThread
from tuinews.model.article import Article, TextKind
from tuinews.model.discovery import Candidate, FollowedLink
from tuinews.model.page import Page
from tuinews.quick_dataclass import dataclass
from tuinews.store.store import Store

_SURE_ARTICLE = 0.87
"""An article below this confidence, on a page where a list stands out, is a piece of that list.

Of 57 lists of the press 52 have less; the others print whole articles. All of 47 articles have more, or no list
stands out beside them.
"""

_TYPED_ALONE, _TYPED_BESIDE = 0.5, 0.95
"""The same where somebody typed the address for a source: on a page on which no list stands out, and on one with a
list. Of 104 articles of the press these miss one; of 57 lists, all of which stand out, one is asked about.
"""


_LEAST_LISTED, _MOST_TOLD, _DATED = 3, 0.8, 0.5
"""Entries of a list, the share of the words of a text that its titles and summaries have, from which that text
is the list itself, and the share of them with a date: an article that names others has no dates beside them.
"""


_WORD = late_pattern(r"[^\W\d_]+")
"""A word; the figures of days and sizes stand beside the entries of a list."""


@dataclass(frozen=True, slots=True)
class _Page:
    """What a page is: an article, a list, or both."""

    article: Article | None
    listed: Candidate | None


class LinkFollower:
    """Follows links. A private host is refused, unless it is the very one that the user typed."""

    def __init__(self, store: StoreThread, extraction: Extraction, opener: ArticleOpener) -> None:
        self._store, self._extraction, self._opener = store, extraction, opener

    async def follow(self, address: str, entry_id: int) -> FollowedLink:
        """Where a link of the article of `entry_id` leads. Raises FetchError, ExtractError, StoreError."""
        trusted = await self._opener.trusted(await self._store(Store.find_entry, entry_id))
        page = await self._opener.page_at(address, trusted)
        listed_there = await self._listed_entry(page.url) if page.url != address else None
        if listed_there is not None:
            return FollowedLink(await self._opener.open(listed_there))
        found = await self._extraction.extract_at_once(_look, page)
        if found.article is None:
            return FollowedLink(listed=found.listed)
        whole = await self._opener.whole(found.article, trusted)
        kept = await keep_page(self._store, replace(whole, url=address), page.fetched)
        return FollowedLink(kept, found.listed)

    async def _listed_entry(self, address: str) -> int | None:
        """The entry of an address that a link leads to by way of another one; None if no source lists it."""
        try:
            return (await self._store(Store.find_entry, address)).id
        except NotFoundError:
            return None


def _look(page: Page) -> _Page:
    """What `page` is; raises ExtractError if it is neither an article nor a list."""
    try:
        fetched: FetchedListing | None = named_listing_of(page)
    except ExtractError:
        fetched = None
    listed = _candidate(fetched) if fetched else None
    if fetched is not None and listed is not None and not fetched.kind.traits.is_web_page:
        return _Page(None, listed)
    try:
        article = article_of(page, None)
    except ExtractError:
        if listed is None:
            raise
        return _Page(None, listed)
    return _Page(None if listed is not None and article.confidence < _SURE_ARTICLE else article, listed)


def _candidate(fetched: FetchedListing) -> Candidate | None:
    """The list of a page, where one stands out."""
    listing = fetched.listing
    if not listing.entries or (fetched.kind.traits.is_web_page and listing.confidence < CONFIDENT):
        return None
    title = listing.title or name_of(fetched.page.url)
    return Candidate(fetched.page.url, title, fetched.kind, len(listing.entries), listing.confidence)


def article_title(fetched: FetchedListing) -> str | None:
    """The title of the article that a web page is, None if it is a list of articles or a site's front.

    A blog's front prints whole articles, but nobody who types its address means one of them.
    """
    parts = urlsplit(fetched.page.url)
    if not parts.path.strip("/") and not parts.query:
        return None
    try:
        article = article_of(fetched.page, None)
    except ExtractError:
        return None
    listed = _candidate(fetched)
    if listed is not None and _is_made_of(article, fetched):
        return None
    enough = _TYPED_BESIDE if listed else _TYPED_ALONE
    is_one = article.confidence >= enough and article.kind is not TextKind.WHOLE_PAGE
    return article.title or None if is_one else None


def _is_made_of(article: Article, fetched: FetchedListing) -> bool:
    """Whether the text of a page is the list that stands out on it: what the entries say, and little else."""
    entries = fetched.listing.entries
    if len(entries) < _LEAST_LISTED:
        return False
    if sum(entry.published is not None for entry in entries) < _DATED * len(entries):
        return False
    said = Counter(word for entry in entries for word in _WORD.findall(f"{entry.title} {entry.summary or ''}"))
    words = Counter(_WORD.findall(article.text))
    return (words & said).total() >= _MOST_TOLD * words.total()
