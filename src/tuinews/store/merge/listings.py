"""What a look at a source brings: entries new and known, each look one transaction.

An entry that is known (`known_entries`) takes over what is new about it and keeps its status and its place.
"""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from tuinews.model.entry import Entry, Listing
from tuinews.model.refresh import Refreshed
from tuinews.model.when import When
from tuinews.quick_dataclass import dataclass
from tuinews.store import codec
from tuinews.store.merge import entry_merge, last_listings, new_entries, source_looks
from tuinews.store.merge.identities import IdentifiedEntry, identified
from tuinews.store.merge.known_entries import KnownEntries
from tuinews.store.merge.new_entries import NewEntry
from tuinews.store.merge.retired_entries import NothingRetired, RetiredEntries
from tuinews.store.statements import scalar

_STEP = 0.001
"""Seconds between entries without a date that stand by the same one."""

FirstSeen = Callable[[When | None], float]
"""When an entry of that date counts as first seen, in seconds since the epoch."""


@dataclass(frozen=True, slots=True)
class BroughtEntries:
    """Entries that a server brought: the numbers of the new ones, and of all of them by the ids that they had."""

    new: tuple[int, ...]
    by_id: Mapping[str, int]


def record_listing(sql: sqlite3.Connection, source_id: int, refreshed: Refreshed) -> list[int]:
    """Keep what a source lists; returns the ids of the new entries in page order.

    A source that was removed while its page was on the way takes nothing any more.
    """
    if not source_looks.is_living(sql, source_id):
        return []
    source_looks.record_source(sql, source_id, refreshed)
    fetched = codec.seconds(refreshed.fetched)
    arrival = _Arrival(fetched, lambda _: fetched, _undated_beside)
    recorded = _record_entries(sql, source_id, refreshed.listing, arrival)
    last_listings.keep(sql, source_id, recorded.listed)
    return recorded.new


def record_older(
    sql: sqlite3.Connection, source_id: int, listing: Listing, fetched: datetime, *, is_read: bool = False
) -> list[int]:
    """Keep older entries of a source, from a page behind its listing; returns the ids of the new ones.

    What has no date, or one that is relative to another moment, stands below all that is known of the source. New
    ones that were read elsewhere come as read, and are no news.
    """
    if not source_looks.is_living(sql, source_id):
        return []
    seen = codec.seconds(fetched)
    oldest = scalar(sql, "select min(sort_key) from listed where source_id = ?", (source_id,))
    below = seen if oldest is None else min(seen, oldest - 1.0)
    arrival = _Arrival(seen, lambda when: below if when is None or when.approximate else seen, is_read=is_read)
    return _record_entries(sql, source_id, listing, arrival).new


def record_saved(sql: sqlite3.Connection, source_id: int, entry: Entry, saved: float, came: float) -> int | None:
    """Keep an entry that was `saved` elsewhere and comes here now; its id, None where this source had retired it.

    One that a removed source lists is shown again, in this one.
    """
    recorded = _record_entries(sql, source_id, Listing((entry,)), _Arrival(came, lambda _: saved))
    return recorded.listed[0] if recorded.listed else None


def record_brought(
    sql: sqlite3.Connection, source_id: int, entries: Sequence[Entry], fetched: datetime
) -> BroughtEntries:
    """Keep entries that a server found for a source, each with an id of its own.

    One that was retired comes back: the server would not list it if nobody wanted it.
    """
    if not source_looks.is_living(sql, source_id):
        return BroughtEntries((), {})
    seen = codec.seconds(fetched)
    arrival = _Arrival(seen, lambda _: seen, retired=NothingRetired)
    recorded = _record_entries(sql, source_id, Listing(tuple(entries)), arrival)
    return BroughtEntries(tuple(recorded.new), recorded.by_id)


def _undated_beside(found: Sequence[IdentifiedEntry], first_seen: FirstSeen) -> dict[int, float]:
    """When the entries without a date count as first seen, by their numbers on the page.

    They stand where the page had them: right under the nearest dated one above, else right over the first.
    Where a page has no dates at all, they were seen when it was fetched.
    """
    dated = [number for number, one in enumerate(found) if one.entry.published is not None]
    places: dict[int, float] = {}
    above: int | None = None
    for number, one in enumerate(found):
        if one.entry.published is not None:
            above = number
        elif dated:
            beside = dated[0] if above is None else above
            published = found[beside].entry.published
            places[number] = codec.sort_key(published, first_seen(published)) + (beside - number) * _STEP
    return places


def _by_themselves(found: Sequence[IdentifiedEntry], first_seen: FirstSeen) -> dict[int, float]:
    """Entries without a date that stand by no other: nothing is known of when they were written."""
    return {}


@dataclass(frozen=True, slots=True)
class _Arrival:
    """How the entries of an answer come into the tables.

    `came` is the moment, in seconds since the epoch; `first_seen` and `undated` say when entries with and without
    a date count as first seen, `retired` which of them are left out, `is_read` whether they were read elsewhere.
    """

    came: float
    first_seen: FirstSeen
    undated: Callable[[Sequence[IdentifiedEntry], FirstSeen], dict[int, float]] = _by_themselves
    retired: type[RetiredEntries] = RetiredEntries
    is_read: bool = False


@dataclass(frozen=True, slots=True)
class _Recorded:
    """The entries of an answer: those that are new, in page order, and all of them that are kept by their ids."""

    new: list[int]
    listed: list[int]
    by_id: Mapping[str, int]


def _record_entries(sql: sqlite3.Connection, source_id: int, listing: Listing, arrival: _Arrival) -> _Recorded:
    """Record the entries of an answer. One that was retired is left where it is; one that was read as another
    source's comes as read, and is no news.
    """
    found = identified(listing)
    known = KnownEntries(sql, source_id)
    merged = _merge_known(sql, source_id, found, known)
    retired = arrival.retired(sql, source_id)
    new = [number for number, one in enumerate(found) if number not in merged and not retired.own(one)]
    seen = {number: arrival.first_seen(found[number].entry.published) for number in new}
    seen |= arrival.undated(found, arrival.first_seen)
    read = [arrival.is_read or retired.was_read(found[number]) for number in new]
    added = [
        NewEntry(found[n], known.identity_of(found[n]), seen[n], {"since": arrival.came, "read": is_read})
        for n, is_read in zip(new, read, strict=True)
    ]
    ids = new_entries.add_entries(sql, source_id, added)
    news = [entry_id for entry_id, is_read in zip(ids, read, strict=True) if not is_read]
    kept = merged | dict(zip(new, ids, strict=True))
    return _Recorded(news, list(kept.values()), {found[n].entry.id: kept[n] for n in kept})


def _merge_known(
    sql: sqlite3.Connection, source_id: int, found: Sequence[IdentifiedEntry], known: KnownEntries
) -> dict[int, int]:
    """Give the known entries what is new about them; their ids, by their place in `found`."""
    settled = known.by_identity(found)
    agreeing = known.by_agreement(found, settled)
    for number, entry_id in agreeing.items():
        new_entries.relist(sql, source_id, entry_id, known.identity_of(found[number]))
    merged = settled | agreeing
    for number, entry_id in sorted(merged.items()):
        one = found[number]
        entry_merge.update(sql, source_id, entry_id, one.entry, one.canonical if one.owns_address else None)
    return merged
