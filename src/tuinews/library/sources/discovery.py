"""From an address that someone typed to a source: the page itself, what it announces, the usual places."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from urllib.parse import urljoin

from tuinews.address import name_of, source_key, tidy
from tuinews.errors import ExtractError, FetchError, NoListError, Remedy, TuinewsError, WallError
from tuinews.extract.discover import (
    USUAL_SITEMAPS,
    announced_feeds,
    known_feed,
    linked_feeds,
    looks_like_feed,
    usual_places,
)
from tuinews.extract.feed.sitemap import sitemaps_in_robots
from tuinews.language import _, number
from tuinews.library.decoding import text_of
from tuinews.library.extraction import Extraction
from tuinews.library.listings import FetchedListing, named_listing_of
from tuinews.library.replaced_pages import said_wall
from tuinews.library.sources.parts import with_parts
from tuinews.model.discovery import Candidate
from tuinews.model.page import Page
from tuinews.model.source import Source, SourceKind
from tuinews.quick_dataclass import dataclass
from tuinews.web.page_request import Accept, OversizePolicy, PageRequest
from tuinews.web.urgency import AT_ONCE

CONFIDENT = 0.5
"""A listing page below this confidence is a guess that the user confirms (`--kind listing`)."""

_STALE = timedelta(days=90)
"""A feed whose newest entry is so much older than its page's is one that was forgotten."""

_REFUSED = (401, 403, 406)
_MAX_PROBED = 3
"""Announced feeds that are fetched: a portal announces a hundred, and each is a request."""

_BEGINNINGS_OF_A_PATH = ("/", "./", "../", "~", "file:")
"""How a path begins that somebody types in the place of an address."""


@dataclass(frozen=True, slots=True)
class FoundListing:
    """The best source at an address, with its fetched listing, and the other candidates.

    `typed` is the web page at the address itself, None if it is not a page or was not asked for.
    """

    fetched: FetchedListing
    candidate: Candidate
    others: tuple[Candidate, ...] = ()
    typed: FetchedListing | None = None


def typed_address(typed: str) -> str:
    """The http(s) address that a person typed; raises ExtractError if it is none."""
    address = tidy(typed)
    if address is not None:
        return address
    what = typed[:200].strip()
    if not what.startswith(_BEGINNINGS_OF_A_PATH):
        do = _("enter one such as https://tuoitre.vn")
        raise ExtractError(what or _("the address"), _("this is not a web address"), do)
    if os.path.exists(os.path.expanduser(what)):
        do = _("give the path of a Maildir, an mbox or a folder of .eml files")
        raise ExtractError(what, _("there are no mails here"), do)
    raise ExtractError(what, _("there is no such file or folder"))


class Discovery:
    """Finds out what an address is, in few requests; `asked_as` is the source whose options they are made by, None
    for ordinary ones.
    """

    def __init__(self, extraction: Extraction, asked_as: Source | None = None) -> None:
        self._extraction, self._asked_as = extraction, asked_as

    async def find(self, address: str, kind: SourceKind | None = None) -> FoundListing:
        """The source at `address`, of `kind` where one is asked for; raises FetchError or ExtractError."""
        known = known_feed(address)
        if known and kind in (None, SourceKind.FEED):
            try:
                return _found(await self._look(known, address, Accept.FEED), [])
            except TuinewsError:
                # A known pattern that no longer holds: the page itself decides.
                pass
        is_feed_meant = kind is SourceKind.FEED or (kind is None and looks_like_feed(address))
        try:
            fetched = await self._look(address, address, Accept.FEED if is_feed_meant else Accept.LISTING)
        except FetchError as error:
            beside = await self._behind_refusal(address, error) if kind is None or kind.traits.is_announced else []
            if not beside:
                raise
            return _found(beside[0], beside[1:])
        if not fetched.kind.traits.is_web_page:
            return self._only(fetched, kind)
        listings = await self._beside(fetched, address, kind)
        wall = said_wall(fetched) if kind is None else None
        own = [fetched] if kind in (None, fetched.kind) and _worth(fetched, kind) and wall is None else []
        # A feed that nobody fills any more says less than the page that announces it.
        found = [*own, *listings] if own and listings and _is_stale(listings[0], fetched) else [*listings, *own]
        if not found and wall is not None:
            raise WallError(address, wall)
        if not found:
            guess = len(fetched.listing.entries)
            raise NoListError(address, _no_list(fetched), _what_then(fetched, kind), guess=guess)
        return replace(_found(found[0], found[1:]), typed=fetched)

    async def page(self, address: str) -> Page:
        """The page at an address that was typed, whatever it is; raises FetchError."""
        return await self._fetch(address, address, Accept.LISTING)

    async def _behind_refusal(self, address: str, error: FetchError) -> list[FetchedListing]:
        """The feed of a site that refuses its pages to programs: many let feeds through, which are for them."""
        is_asked_to_wait = error.retry_after is not None
        if error.status not in _REFUSED or is_asked_to_wait or looks_like_feed(address):
            return []
        return await self._listings(usual_places(address), address, enough=1)

    def _only(self, fetched: FetchedListing, kind: SourceKind | None) -> FoundListing:
        if fetched.listing.parts and not fetched.listing.entries:
            raise ExtractError(
                fetched.page.url,
                _("no articles are listed in the sitemaps that this one names"),
                _("use a category page or a feed"),
            )
        if kind is not None and kind is not fetched.kind:
            raise ExtractError(
                fetched.page.url,
                _(
                    "this is a {found}, not a {wanted}",
                    found=_(fetched.kind.traits.noun),
                    wanted=kind.value,
                ),
                Remedy.OWN_KIND,
            )
        return _found(fetched, [])

    async def _beside(
        self, fetched: FetchedListing, trusted: str, kind: SourceKind | None
    ) -> list[FetchedListing]:
        """What a web page has beside it: its feeds, else the site's news sitemap."""
        feeds = await self._feeds_of(fetched, trusted) if kind is None or kind.traits.is_announced else []
        enough = kind.traits.is_announced if kind else fetched.listing.confidence >= CONFIDENT
        if feeds or enough:
            return [feed for feed in feeds if kind in (None, feed.kind)]
        in_robots = kind is None or kind.traits.is_in_robots
        return await self._sitemaps_of(fetched.page.url, trusted) if in_robots else []

    async def _sitemaps_of(self, url: str, trusted: str) -> list[FetchedListing]:
        """The sitemap with articles that the site's robots.txt names, else the one at the usual place."""
        robots = urljoin(url, "/robots.txt")
        named = sitemaps_in_robots(await self._robots(robots, trusted), robots)
        usual = tuple(urljoin(url, place) for place in USUAL_SITEMAPS)
        return await self._listings((named or usual)[:_MAX_PROBED], trusted, enough=1)

    async def _robots(self, address: str, trusted: str) -> str:
        try:
            page = await self._fetch(address, trusted, Accept.LISTING)
        except FetchError as error:
            if error.offline:
                raise
            return ""
        return text_of(page.body, page.content_type, page.url)

    async def _feeds_of(self, fetched: FetchedListing, trusted: str) -> list[FetchedListing]:
        announced = [feed.url for feed in feeds_announced_by(fetched)]
        listings = await self._listings(announced[:_MAX_PROBED], trusted)
        if listings or fetched.listing.confidence >= CONFIDENT:
            return listings
        linked = [feed.url for feed in linked_feeds(fetched.html or "", fetched.page.url)]
        others = [url for url in linked if url not in announced]
        listings = await self._listings(others[:_MAX_PROBED], trusted)
        return listings or await self._listings(usual_places(fetched.page.url), trusted, enough=1)

    async def _listings(
        self, addresses: Sequence[str], trusted: str, enough: int = _MAX_PROBED
    ) -> list[FetchedListing]:
        """The feeds and sitemaps among `addresses` that list something, the fullest first."""
        listings: list[FetchedListing] = []
        for address in dict.fromkeys(addresses):
            try:
                fetched = await self._look(address, trusted, Accept.FEED)
            except FetchError as error:
                if error.offline:
                    raise
                continue
            except ExtractError:
                continue
            if not fetched.kind.traits.is_web_page and fetched.listing.entries:
                listings.append(fetched)
            if len(listings) >= enough:
                break
        return listings

    async def _look(self, address: str, trusted: str, accept: Accept) -> FetchedListing:
        async def look(address: str) -> FetchedListing:
            page = await self._fetch(address, trusted, accept)
            return await self._extraction.extract_at_once(named_listing_of, page)

        return await with_parts(await look(address), look)

    async def _fetch(self, address: str, trusted: str, accept: Accept) -> Page:
        wanted = PageRequest(address, trusted, accept=accept, demand=AT_ONCE, excess=OversizePolicy.CUT)
        return await self._extraction.source_fetcher.page(self._asked_as, wanted)


def feeds_announced_by(fetched: FetchedListing) -> tuple[Candidate, ...]:
    """The feeds that a fetched web page announces, the likeliest first."""
    page = fetched.page
    return announced_feeds(fetched.html or "", page.url, page.headers.get("link", ""))


def _is_stale(feed: FetchedListing, page: FetchedListing) -> bool:
    """Whether a page lists articles that are much newer than all of its feed."""
    newest, newest_of_page = _newest(feed), _newest(page)
    return newest is not None and newest_of_page is not None and newest_of_page - newest > _STALE.total_seconds()


def _newest(fetched: FetchedListing) -> float | None:
    dates = [entry.published or entry.updated for entry in fetched.listing.entries]
    return max((when.timestamp for when in dates if when), default=None)


def _worth(fetched: FetchedListing, kind: SourceKind | None) -> bool:
    return bool(fetched.listing.entries) and (kind is not None or fetched.listing.confidence >= CONFIDENT)


def _no_list(fetched: FetchedListing) -> str:
    guess = fetched.listing.entries
    if not guess:
        return _("no list of articles can be found on this page")
    best = _("best guess: {count}, the first is “{title}”", count=number(len(guess)), title=guess[0].title[:60])
    return _("no clear list of articles was found on this page ({best})", best=best)


def _what_then(fetched: FetchedListing, kind: SourceKind | None) -> str:
    if fetched.listing.entries and kind is None:
        return Remedy.TAKE_GUESS
    return _("use a category page or a feed")


def _candidate(fetched: FetchedListing) -> Candidate:
    listing = fetched.listing
    title = listing.title or name_of(fetched.page.url)
    return Candidate(fetched.page.requested, title, fetched.kind, len(listing.entries), listing.confidence)


def _found(best: FetchedListing, others: Sequence[FetchedListing]) -> FoundListing:
    candidate = _candidate(best)
    rest = {source_key(other.url): other for other in map(_candidate, reversed(others))}
    rest.pop(source_key(candidate.url), None)
    return FoundListing(best, candidate, tuple(reversed(rest.values())))


def told_apart(candidate: Candidate, others: Iterable[Source]) -> Candidate:
    """The candidate under a name that no other source has: where one has it, with its kind, else its address."""
    taken = {other.title.casefold() for other in others if source_key(other.url) != source_key(candidate.url)}
    place = name_of(candidate.url).partition("//")[2]
    names = [
        candidate.title,
        *(f"{candidate.title} ({which})" for which in (_(candidate.kind.traits.noun), place)),
    ]
    return replace(candidate, title=next((name for name in names if name.casefold() not in taken), names[-1]))


def renamed(candidate: Candidate, title: str | None) -> Candidate:
    """The candidate under the name that the user gave, if any."""
    return replace(candidate, title=title) if title else candidate
