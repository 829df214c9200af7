"""Entries that nobody knew are added, and listed by their source; known ones are listed anew."""

import sqlite3
from collections.abc import Mapping, Sequence

from tuinews.quick_dataclass import dataclass
from tuinews.store import codec
from tuinews.store.merge import source_looks
from tuinews.store.merge.identities import IdentifiedEntry
from tuinews.store.merge.known_rows import holders
from tuinews.store.search import index, muting, rules
from tuinews.store.statements import scalar
from tuinews.store.stories import joining
from tuinews.store.tables import status
from tuinews.store.tables.columns import insert
from tuinews.store.tables.entry_columns import ENTRY


@dataclass(frozen=True, slots=True)
class NewEntry:
    """An entry that is to be added, under its identity; when it counts as first seen; of its status what is not
    usual."""

    found: IdentifiedEntry
    identity: str
    first_seen: float
    status: Mapping[str, object]


def add_entries(sql: sqlite3.Connection, source_id: int, new: Sequence[NewEntry]) -> list[int]:
    """Add entries, each under its identity, from the end of their list: so that among equal dates the greater id
    stands first.
    """

    def place(number: int) -> tuple[float, float, int]:
        published, seen = new[number].found.entry.published, new[number].first_seen
        latest = published.timestamp if published and not published.approximate else seen
        return codec.sort_key(published, seen), latest, -number

    ids = [0] * len(new)
    shown = not source_looks.is_hidden(sql, source_id)
    held = holders(sql, [one.found.canonical for one in new if one.found.canonical and one.found.owns_address])
    for number in sorted(range(len(new)), key=place):
        one = new[number]
        address = _free_address(sql, source_id, one.found, held)
        ids[number] = _add(sql, source_id, one, address, {"shown": shown, **one.status})
        _list(sql, source_id, ids[number], one.identity)
    muting.mute_new(sql, ids)
    rules.apply(sql, ids)
    joining.join_new(sql, ids)
    return ids


def _add(
    sql: sqlite3.Connection,
    source_id: int,
    new: NewEntry,
    address: str | None,
    state: Mapping[str, object],
) -> int:
    """Add an entry, not listed yet, with its status, of which `state` is what is not usual; returns its id."""
    entry, written = new.found.entry, ENTRY.written(new.found.entry)
    own = {"source_id": source_id, "canonical": address, "first_seen": new.first_seen}
    entry_id = insert(sql, "entry", {**own, **written})
    place = codec.sort_key(entry.published, new.first_seen)
    insert(sql, "status", {"entry_id": entry_id, "sort_key": place, **state})
    if entry.content:
        insert(sql, "feed_content", {"entry_id": entry_id, "html": codec.packed(entry.content)})
    index.add_new(sql, entry_id, written)
    return entry_id


def _free_address(
    sql: sqlite3.Connection, source_id: int, found: IdentifiedEntry, held: Mapping[str, int]
) -> str | None:
    """The address by which a new entry is known, taken over from an older one of the same source that had it.

    `held` are the ids of older ones by their addresses.
    """
    if found.canonical is None or not found.owns_address:
        return None
    holder = held.get(found.canonical)
    if holder is None:
        return found.canonical
    query = "select 1 from listed where entry_id = ? and source_id = ?"
    if scalar(sql, query, (holder, source_id)) is None:
        return None
    sql.execute("update entry set canonical = null where id = ?", (holder,))
    return found.canonical


def relist(sql: sqlite3.Connection, source_id: int, entry_id: int, identity: str) -> None:
    """List a known entry under the identity that it has now, having been known by something else."""
    query = "update listed set identity = ? where entry_id = ? and source_id = ?"
    if not sql.execute(query, (identity, entry_id, source_id)).rowcount:
        _list(sql, source_id, entry_id, identity)
        _show(sql, entry_id, source_id)


def _list(sql: sqlite3.Connection, source_id: int, entry_id: int, identity: str) -> None:
    # Two statements on purpose: "insert … select" makes SQLite keep a journal for each, three times as slow.
    narrow = sql.execute(
        f"select {', '.join(status.REPEATED)} from status where entry_id = ?", (entry_id,)
    ).fetchone()
    repeated = dict(zip(status.REPEATED, narrow, strict=True))
    insert(sql, "listed", {"source_id": source_id, "entry_id": entry_id, "identity": identity, **repeated})


def _show(sql: sqlite3.Connection, entry_id: int, source_id: int) -> None:
    """An entry that was hidden with its source is shown under the living one that lists it now."""
    if source_looks.is_hidden(sql, source_id):
        sql.execute(
            "update entry set source_id = ? where id = ? and exists "
            "(select 1 from source s where s.id = entry.source_id and s.removed_at is not null)",
            (source_id, entry_id),
        )
        return
    shown = sql.execute("update status set shown = 1 where entry_id = ? and shown = 0 and muted = 0", (entry_id,))
    if shown.rowcount:
        sql.execute("update entry set source_id = ? where id = ?", (source_id, entry_id))
