"""A listing that only names where its entries stand: an index of sitemaps is followed, and what it names too."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from itertools import chain

from tuinews.errors import FetchError, TuinewsError
from tuinews.library.listings import FetchedListing
from tuinews.model.entry import Entry

MOST_PARTS = 3
"""Sitemaps of one index that are fetched: a site has hundreds, and each is a request."""

MOST_REQUESTS = 5
"""Requests for them, those counted that bring nothing: dead ones, and indexes again."""

_ENOUGH = 1000
"""Entries after which no more parts are fetched, and of which the newest are kept."""


async def with_parts(fetched: FetchedListing, look: Callable[[str], Awaitable[FetchedListing]]) -> FetchedListing:
    """The listing with the entries of its newest parts, each of which `look` gives.

    A part that cannot be read is passed over. The page has no validators then: that the index did not change says
    nothing of its parts. Raises FetchError if the network is away.
    """
    if fetched.listing.entries or not fetched.listing.parts:
        return fetched
    found: list[FetchedListing] = []
    waiting, seen = list(fetched.listing.parts), {fetched.page.url}
    asked = 0
    while waiting and len(found) < MOST_PARTS and asked < MOST_REQUESTS:
        address = waiting.pop(0)
        if address in seen:
            continue
        seen.add(address)
        asked += 1
        try:
            part = await look(address)
        except FetchError as error:
            if error.offline:
                raise
            continue
        except TuinewsError:
            continue
        if part.listing.parts and not part.listing.entries:  # an index again
            waiting[:0] = part.listing.parts[:MOST_PARTS]
            continue
        found.append(part)
        if sum(len(part.listing.entries) for part in found) >= _ENOUGH:
            break
    entries = {entry.id: entry for entry in chain.from_iterable(part.listing.entries for part in found)}
    newest = sorted(entries.values(), key=_age)[:_ENOUGH]
    confidence = 1.0 if newest else 0.0
    page = fetched.page.without_validators()
    return replace(
        fetched, page=page, listing=replace(fetched.listing, entries=tuple(newest), confidence=confidence)
    )


def _age(entry: Entry) -> float:
    when = entry.published or entry.updated
    return -when.timestamp if when else 0.0
