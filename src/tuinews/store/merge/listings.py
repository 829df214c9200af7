"""What a look at a source brings: entries new and known, each look one transaction.

An entry is known by its identity in its source (the feed's own id, else the address), or by its canonical
address in any source. Seen again, it takes over what is new about it and keeps its status and its place.
"""

import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from operator import attrgetter
from urllib.parse import urlsplit

from tuinews import address
from tuinews.model.entry import Entry, Listing
from tuinews.model.refresh import Refreshed
from tuinews.model.when import When
from tuinews.store import codec
from tuinews.store.database import scalar
from tuinews.store.encodings import PLAIN
from tuinews.store.merge import entry_merge
from tuinews.store.search import index
from tuinews.store.tables import status
from tuinews.store.tables.columns import assignments, insert
from tuinews.store.tables.entry_columns import ENTRY
from tuinews.store.tables.sources import SOURCE

_TEXTS = ("id", *(column.field for column in ENTRY if column.encoding is PLAIN))
_texts_of = attrgetter(*_TEXTS)

FirstSeen = Callable[[When | None], float]
"""When an entry of that date counts as first seen, in seconds since the epoch."""


@dataclass(frozen=True, slots=True)
class _IdentifiedEntry:
    """An entry with what identifies it; `canonical` is None where its address identifies nothing."""

    entry: Entry
    identity: str
    canonical: str | None


def record_listing(sql: sqlite3.Connection, source_id: int, refreshed: Refreshed) -> list[int]:
    """Keep what a source lists; returns the ids of the new entries in page order.

    A source that was removed while its page was on the way takes nothing any more.
    """
    if not _is_living(sql, source_id):
        return []
    _record_source(sql, source_id, refreshed)
    fetched = codec.seconds(refreshed.fetched)
    return _record_entries(sql, source_id, refreshed.listing, lambda _: fetched)


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
        sql, source_id, listing, lambda when: below if when is None or when.approximate else seen
    )


def record_not_modified(
    sql: sqlite3.Connection, source_id: int, fetched: datetime, next_refresh: datetime | None
) -> None:
    """The server says that nothing changed: all is well, and due again at `next_refresh`."""
    _record_look(sql, source_id, last_refresh=fetched, next_refresh=next_refresh, error=None, gone=False)


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


def record_unreached(sql: sqlite3.Connection, source_id: int, next_refresh: datetime) -> None:
    """There was no network: that says nothing of the source, so what the look before said of it stays."""
    _record_look(sql, source_id, next_refresh=next_refresh)


def _record_look(sql: sqlite3.Connection, source_id: int, **fields: object) -> None:
    """Write what a look at a source says of it, by the fields of `Source`."""
    values: dict[str, object] = {}
    for field, value in fields.items():
        values |= SOURCE[field].written(value)
    sql.execute(f"update source set {assignments(values)} where id = :id", {**values, "id": source_id})


def _is_living(sql: sqlite3.Connection, source_id: int) -> bool:
    return scalar(sql, "select 1 from source where id = ? and removed_at is null", (source_id,)) is not None


def _record_entries(sql: sqlite3.Connection, source_id: int, listing: Listing, first_seen: FirstSeen) -> list[int]:
    new: list[_IdentifiedEntry] = []
    for found in _identified(listing):
        entry_id = _known(sql, source_id, found)
        if entry_id is None:
            new.append(found)
        else:
            entry_merge.update(sql, source_id, entry_id, found.entry, found.canonical)
    return _add_all(sql, source_id, new, first_seen)


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
        etag=refreshed.etag,
        last_modified=refreshed.last_modified,
        **({"kind": refreshed.kind} if refreshed.kind else {}),
    )
    sql.execute(
        "update source set site_url = coalesce(site_url, :site_url), "
        "title = case when title in ('', :url, :name) then coalesce(:title, title) else title end where id = :id",
        {
            "id": source_id,
            "site_url": refreshed.listing.url,
            "title": refreshed.listing.title or None,
            "url": url,
            "name": address.name_of(url),
        },
    )


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


def _identified(listing: Listing) -> list[_IdentifiedEntry]:
    """The entries of a listing, each once.

    A feed that gives all its entries one id is told apart by address; one that leads all its entries to one
    page (a live blog, a show's home page) by id; and a site's front page is no article's address.
    """
    entries = [_dated(_storable(entry)) for entry in listing.entries]
    canonicals = [_canonical(entry) for entry in entries]
    distinct = {(entry.id, canonical) for entry, canonical in zip(entries, canonicals, strict=True)}
    ids = Counter(identity for identity, _ in distinct)
    addresses = Counter(canonical for _, canonical in distinct)
    found: dict[str, _IdentifiedEntry] = {}
    for entry, canonical in zip(entries, canonicals, strict=True):
        identity = canonical if canonical and ids[entry.id] > 1 else entry.id
        own = canonical if canonical and (addresses[canonical] == 1 or identity == canonical) else None
        found.setdefault(identity, _IdentifiedEntry(entry, identity, own))
    return list(found.values())


def _storable(entry: Entry) -> Entry:
    """The entry without lone surrogates, which UTF-8 cannot write: one such title must not cost a listing."""
    try:
        "".join(filter(None, _texts_of(entry))).encode()
    except UnicodeEncodeError:
        texts = {name: getattr(entry, name) for name in _TEXTS}
        return replace(
            entry, **{name: text and text.encode("utf-8", "replace").decode() for name, text in texts.items()}
        )
    return entry


def _dated(entry: Entry) -> Entry:
    """The entry with the date that it is listed by; Atom entries may have `updated` alone."""
    return replace(entry, published=entry.updated) if entry.updated and not entry.published else entry


def _canonical(entry: Entry) -> str | None:
    if not entry.url:
        return None
    canonical = address.canonical(entry.url)
    parts = urlsplit(canonical)
    return None if parts.path in ("", "/") and not parts.query else canonical


def _known(sql: sqlite3.Connection, source_id: int, found: _IdentifiedEntry) -> int | None:
    listed: int | None = scalar(
        sql, "select entry_id from listed where source_id = ? and identity = ?", (source_id, found.identity)
    )
    if listed is not None or found.canonical is None:
        return listed
    entry_id: int | None = scalar(
        sql,
        "select coalesce((select id from entry where canonical = :canonical), "
        "(select entry_id from article where canonical = :canonical limit 1))",
        {"canonical": found.canonical},
    )
    if entry_id is None:
        return None
    changed = sql.execute(
        "update listed set identity = ? where entry_id = ? and source_id = ?",
        (found.identity, entry_id, source_id),
    )
    if not changed.rowcount:
        _list(sql, source_id, entry_id, found.identity)
        _show(sql, entry_id, source_id)
    return entry_id


def _show(sql: sqlite3.Connection, entry_id: int, source_id: int) -> None:
    """An entry that was hidden with its source is shown under the living one that lists it now."""
    shown = sql.execute("update status set shown = 1 where entry_id = ? and shown = 0", (entry_id,))
    if shown.rowcount:
        sql.execute("update entry set source_id = ? where id = ?", (source_id, entry_id))


def _list(sql: sqlite3.Connection, source_id: int, entry_id: int, identity: str) -> None:
    # Two statements on purpose: "insert … select" makes SQLite keep a journal for each, three times as slow.
    narrow = sql.execute(
        f"select {', '.join(status.REPEATED)} from status where entry_id = ?", (entry_id,)
    ).fetchone()
    repeated = dict(zip(status.REPEATED, narrow, strict=True))
    insert(sql, "listed", {"source_id": source_id, "entry_id": entry_id, "identity": identity, **repeated})


def _add_all(
    sql: sqlite3.Connection, source_id: int, new: Sequence[_IdentifiedEntry], first_seen: FirstSeen
) -> list[int]:
    """Add entries from the end of their list, so that among equal dates the greater id stands first."""

    def place(number: int) -> tuple[float, float, int]:
        published = new[number].entry.published
        seen = first_seen(published)
        latest = published.timestamp if published and not published.approximate else seen
        return codec.sort_key(published, seen), latest, -number

    ids = [0] * len(new)
    for number in sorted(range(len(new)), key=place):
        seen = first_seen(new[number].entry.published)
        ids[number] = _add(sql, source_id, new[number], seen)
    return ids


def _add(sql: sqlite3.Connection, source_id: int, found: _IdentifiedEntry, first_seen: float) -> int:
    entry = found.entry
    own = {"source_id": source_id, "canonical": found.canonical, "first_seen": first_seen}
    entry_id = insert(sql, "entry", {**own, **ENTRY.written(entry)})
    insert(sql, "status", {"entry_id": entry_id, "sort_key": codec.sort_key(entry.published, first_seen)})
    _list(sql, source_id, entry_id, found.identity)
    if entry.content:
        insert(sql, "feed_content", {"entry_id": entry_id, "html": codec.packed(entry.content)})
    index.add(sql, entry_id)
    return entry_id
