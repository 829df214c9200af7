"""What a look at a source brings: entries new and known, each look one transaction.

An entry that is known (`known_entries`) takes over what is new about it and keeps its status and its place.
"""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from tuinews import address
from tuinews.model.entry import Entry, Listing
from tuinews.model.refresh import Refreshed
from tuinews.model.source import SourceKind
from tuinews.model.when import When
from tuinews.quick_dataclass import dataclass
from tuinews.store import codec
from tuinews.store.database import scalar
from tuinews.store.merge import entry_merge, last_listings
from tuinews.store.merge.identities import IdentifiedEntry, identified
from tuinews.store.merge.known_entries import KnownEntries
from tuinews.store.merge.retired_entries import NothingRetired, RetiredEntries
from tuinews.store.search import index, muting, rules
from tuinews.store.stories import joining
from tuinews.store.tables import key_values, status
from tuinews.store.tables.columns import assignments, insert
from tuinews.store.tables.entry_columns import ENTRY
from tuinews.store.tables.sources import SOURCE

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
    if not _is_living(sql, source_id):
        return []
    _record_source(sql, source_id, refreshed)
    fetched = codec.seconds(refreshed.fetched)
    recorded = _record_entries(sql, source_id, refreshed.listing, fetched, lambda _: fetched, _undated_beside)
    last_listings.keep(sql, source_id, recorded.listed)
    return recorded.new


def record_older(sql: sqlite3.Connection, source_id: int, listing: Listing, fetched: datetime) -> list[int]:
    """Keep older entries of a source, from a page behind its listing; returns the ids of the new ones.

    What has no date, or one that is relative to another moment, stands below all that is known of the source.
    """
    if not _is_living(sql, source_id):
        return []
    seen = codec.seconds(fetched)
    oldest = scalar(sql, "select min(sort_key) from listed where source_id = ?", (source_id,))
    below = seen if oldest is None else min(seen, oldest - 1.0)
    return _record_entries(
        sql, source_id, listing, seen, lambda when: below if when is None or when.approximate else seen
    ).new


def record_saved(sql: sqlite3.Connection, source_id: int, entry: Entry, saved: float, came: float) -> int | None:
    """Keep an entry that was `saved` elsewhere and comes here now; its id, None where this source had retired it.

    One that a removed source lists is shown again, in this one.
    """
    recorded = _record_entries(sql, source_id, Listing((entry,)), came, lambda _: saved)
    return recorded.listed[0] if recorded.listed else None


def record_brought(
    sql: sqlite3.Connection, source_id: int, entries: Sequence[Entry], fetched: datetime
) -> BroughtEntries:
    """Keep entries that a server found for a source, each with an id of its own.

    One that was retired comes back: the server would not list it if nobody wanted it.
    """
    if not _is_living(sql, source_id):
        return BroughtEntries((), {})
    seen = codec.seconds(fetched)
    none_retired = NothingRetired(sql, source_id)
    recorded = _record_entries(sql, source_id, Listing(tuple(entries)), seen, lambda _: seen, retired=none_retired)
    return BroughtEntries(tuple(recorded.new), recorded.by_id)


def record_not_modified(
    sql: sqlite3.Connection,
    source_id: int,
    fetched: datetime,
    next_refresh: datetime | None,
    etag: str | None,
) -> None:
    """The server says that nothing changed: all is well, and due again at `next_refresh`."""
    well: dict[str, object] = {"error": None, "gone": False, "failing_since": None}
    _record_look(sql, source_id, last_refresh=fetched, next_refresh=next_refresh, **well)
    if etag is not None:
        _record_look(sql, source_id, etag=etag)


def record_failure(
    sql: sqlite3.Connection,
    source_id: int,
    error: str,
    fetched: datetime,
    next_refresh: datetime | None,
    gone: bool,
) -> None:
    """The source could not be read; its entries stay. `gone`: the server answered 410."""
    _record_look(sql, source_id, last_refresh=fetched, next_refresh=next_refresh, error=error, gone=gone)
    since = "update source set failing_since = coalesce(failing_since, ?) where id = ?"
    sql.execute(since, (codec.seconds(fetched), source_id))


def set_due(sql: sqlite3.Connection, source_id: int, next_refresh: datetime) -> None:
    """A source is due at another moment; what the look before said of it stays: no network says nothing of it."""
    _record_look(sql, source_id, next_refresh=next_refresh)


def _record_look(sql: sqlite3.Connection, source_id: int, **fields: object) -> None:
    """Write what a look at a source says of it, by the fields of `Source`."""
    values: dict[str, object] = {}
    for field, value in fields.items():
        values |= SOURCE[field].written(value)
    sql.execute(f"update source set {assignments(values)} where id = :id", {**values, "id": source_id})


def _is_living(sql: sqlite3.Connection, source_id: int) -> bool:
    return scalar(sql, "select 1 from source where id = ? and removed_at is null", (source_id,)) is not None


def _is_hidden(sql: sqlite3.Connection, source_id: int) -> bool:
    """Whether the entries of a source are left out of the lists of all."""
    return bool(scalar(sql, "select hidden from source where id = ?", (source_id,)))


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
class _Recorded:
    """The entries of an answer: those that are new, in page order, and all of them that are kept by their ids."""

    new: list[int]
    listed: list[int]
    by_id: Mapping[str, int]


def _record_entries(
    sql: sqlite3.Connection,
    source_id: int,
    listing: Listing,
    came: float,
    first_seen: FirstSeen,
    undated: Callable[[Sequence[IdentifiedEntry], FirstSeen], dict[int, float]] = _by_themselves,
    retired: RetiredEntries | None = None,
) -> _Recorded:
    """Record the entries of an answer that came at a moment. One that was retired is left where it is; one that
    was read as another source's comes as read, and is no news.
    """
    found = identified(listing)
    known = KnownEntries(sql, source_id)
    settled = known.by_identity(found)
    agreeing = known.by_agreement(found, settled)
    for number, entry_id in agreeing.items():
        _relist(sql, source_id, entry_id, known.identity_of(found[number]))
    for number, entry_id in sorted((settled | agreeing).items()):
        one = found[number]
        entry_merge.update(sql, source_id, entry_id, one.entry, one.canonical if one.owns_address else None)
    retired = retired or RetiredEntries(sql, source_id)
    unknown = [number for number in range(len(found)) if number not in settled and number not in agreeing]
    new = [number for number in unknown if not retired.own(found[number])]
    seen = {number: first_seen(found[number].entry.published) for number in new} | undated(found, first_seen)
    read = [retired.was_read(found[number]) for number in new]
    added = [
        _New(found[n], known.identity_of(found[n]), seen[n], {"since": came, "read": is_read})
        for n, is_read in zip(new, read, strict=True)
    ]
    ids = _add_all(sql, source_id, added)
    news = [entry_id for entry_id, is_read in zip(ids, read, strict=True) if not is_read]
    kept = settled | agreeing | dict(zip(new, ids, strict=True))
    return _Recorded(news, list(kept.values()), {found[n].entry.id: kept[n] for n in kept})


def _relist(sql: sqlite3.Connection, source_id: int, entry_id: int, identity: str) -> None:
    """List a known entry under the identity that it has now, having been known by something else."""
    query = "update listed set identity = ? where entry_id = ? and source_id = ?"
    if not sql.execute(query, (identity, entry_id, source_id)).rowcount:
        _list(sql, source_id, entry_id, identity)
        _show(sql, entry_id, source_id)


def _record_source(sql: sqlite3.Connection, source_id: int, refreshed: Refreshed) -> None:
    url = scalar(sql, "select url from source where id = ?", (source_id,))
    if refreshed.url and not _move(sql, source_id, refreshed.url):
        # What came is another address's: its kind and its validators say nothing of this one.
        refreshed = replace(refreshed, etag=None, last_modified=None, kind=None)
    _record_look(
        sql,
        source_id,
        last_refresh=refreshed.fetched,
        next_refresh=refreshed.next_refresh,
        error=None,
        gone=False,
        failing_since=None,
        etag=refreshed.etag,
        last_modified=refreshed.last_modified,
        **({"kind": refreshed.kind} if refreshed.kind else {}),
    )
    sql.execute(
        "update source set site_url = coalesce(site_url, ?) where id = ?", (refreshed.listing.url, source_id)
    )
    if refreshed.listing.title:
        _name(sql, source_id, refreshed.listing.title, ("", url, address.name_of(url)))


def _name(sql: sqlite3.Connection, source_id: int, own: str, unnamed: tuple[str, ...]) -> None:
    """Give a source its own name, where it has none yet, or has the one that it gave itself before."""
    key = f"own name:{source_id}"
    before = key_values.state(sql, key)
    title, kind = sql.execute("select title, kind from source where id = ?", (source_id,)).fetchone()
    is_own = before is not None and title == before and kind == SourceKind.FEED
    if title in unnamed or (is_own and own != before):
        sql.execute("update source set title = ? where id = ?", (own, source_id))
    if own != before:
        key_values.keep_state(sql, key, own)


def _move(sql: sqlite3.Connection, source_id: int, url: str) -> bool:
    """Move a source to another address; whether it moved.

    Where another source lives there already, or lived before it was removed, it stays: two sources never become
    one by themselves.
    """
    key = address.source_key(url)
    moved = sql.execute(
        "update source set url = ?, key = ? where id = ? and not exists "
        "(select 1 from source o where (o.key = ? or o.url = ?) and o.id <> source.id)",
        (url, key, source_id, key, url),
    )
    return moved.rowcount > 0


def _show(sql: sqlite3.Connection, entry_id: int, source_id: int) -> None:
    """An entry that was hidden with its source is shown under the living one that lists it now."""
    if _is_hidden(sql, source_id):
        sql.execute(
            "update entry set source_id = ? where id = ? and exists "
            "(select 1 from source s where s.id = entry.source_id and s.removed_at is not null)",
            (source_id, entry_id),
        )
        return
    shown = sql.execute("update status set shown = 1 where entry_id = ? and shown = 0 and muted = 0", (entry_id,))
    if shown.rowcount:
        sql.execute("update entry set source_id = ? where id = ?", (source_id, entry_id))


def _list(sql: sqlite3.Connection, source_id: int, entry_id: int, identity: str) -> None:
    # Two statements on purpose: "insert … select" makes SQLite keep a journal for each, three times as slow.
    narrow = sql.execute(
        f"select {', '.join(status.REPEATED)} from status where entry_id = ?", (entry_id,)
    ).fetchone()
    repeated = dict(zip(status.REPEATED, narrow, strict=True))
    insert(sql, "listed", {"source_id": source_id, "entry_id": entry_id, "identity": identity, **repeated})


@dataclass(frozen=True, slots=True)
class _New:
    """An entry that is to be added, under its identity; when it counts as first seen; of its status what is not
    usual."""

    found: IdentifiedEntry
    identity: str
    first_seen: float
    status: Mapping[str, object]


def _add_all(sql: sqlite3.Connection, source_id: int, new: Sequence[_New]) -> list[int]:
    """Add entries, each under its identity, from the end of their list: so that among equal dates the greater id
    stands first.
    """

    def place(number: int) -> tuple[float, float, int]:
        published, seen = new[number].found.entry.published, new[number].first_seen
        latest = published.timestamp if published and not published.approximate else seen
        return codec.sort_key(published, seen), latest, -number

    ids = [0] * len(new)
    shown = not _is_hidden(sql, source_id)
    for number in sorted(range(len(new)), key=place):
        one = new[number]
        ids[number] = _add(sql, source_id, one.found, one.first_seen, {"shown": shown, **one.status})
        _list(sql, source_id, ids[number], one.identity)
    muting.mute_new(sql, ids)
    rules.apply(sql, ids)
    joining.join_new(sql, ids)
    return ids


def _add(
    sql: sqlite3.Connection,
    source_id: int,
    found: IdentifiedEntry,
    first_seen: float,
    state: Mapping[str, object],
) -> int:
    """Add an entry, not listed yet, with its status, of which `state` is what is not usual; returns its id."""
    entry = found.entry
    own = {"source_id": source_id, "canonical": _free_address(sql, source_id, found), "first_seen": first_seen}
    entry_id = insert(sql, "entry", {**own, **ENTRY.written(entry)})
    place = codec.sort_key(entry.published, first_seen)
    insert(sql, "status", {"entry_id": entry_id, "sort_key": place, **state})
    if entry.content:
        insert(sql, "feed_content", {"entry_id": entry_id, "html": codec.packed(entry.content)})
    index.add(sql, entry_id)
    return entry_id


def _free_address(sql: sqlite3.Connection, source_id: int, found: IdentifiedEntry) -> str | None:
    """The address by which a new entry is known, taken over from an older one of the same source that had it."""
    if found.canonical is None or not found.owns_address:
        return None
    holder = scalar(sql, "select id from entry where canonical = ?", (found.canonical,))
    if holder is None:
        return found.canonical
    query = "select 1 from listed where entry_id = ? and source_id = ?"
    if scalar(sql, query, (holder, source_id)) is None:
        return None
    sql.execute("update entry set canonical = null where id = ?", (holder,))
    return found.canonical
