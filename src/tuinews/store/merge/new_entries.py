"""Entries that nobody knew are added, and listed by their source; known ones are listed anew."""

import sqlite3
from collections.abc import Mapping, Sequence

from tuinews.quick_dataclass import dataclass
from tuinews.store import codec
from tuinews.store.merge import source_looks
from tuinews.store.merge.identities import IdentifiedEntry
from tuinews.store.merge.known_rows import holders
from tuinews.store.search import index, muting, rules
from tuinews.store.statements import chunks, marks, scalar
from tuinews.store.stories import joining
from tuinews.store.tables import status
from tuinews.store.tables.columns import insert, insert_all
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

    order = sorted(range(len(new)), key=place)
    added = _add_all(sql, source_id, [new[number] for number in order])
    _give_states(sql, added, shown=not source_looks.is_hidden(sql, source_id))
    _list_all(sql, source_id, {one.id: one.new.identity for one in added})
    # Behind all statements that set off triggers: each of those makes the index write what it has so far.
    index.add_new(sql, {one.id: one.written for one in added})
    numbered = dict(zip(order, (one.id for one in added), strict=True))
    ids = [numbered[number] for number in range(len(new))]
    muting.mute_new(sql, ids)
    rules.apply(sql, ids)
    joining.join_new(sql, ids)
    return ids


@dataclass(frozen=True, slots=True)
class _AddedEntry:
    """A new entry with its number, and what is written of it in the columns of `ENTRY`."""

    id: int
    new: NewEntry
    written: Mapping[str, object]


def _add_all(sql: sqlite3.Connection, source_id: int, new: Sequence[NewEntry]) -> list[_AddedEntry]:
    """Add the rows of entries, which have no status yet and are not listed."""
    held = holders(sql, [one.found.canonical for one in new if one.found.canonical and one.found.owns_address])
    rows = [
        {
            "source_id": source_id,
            "canonical": _free_address(sql, source_id, one.found, held),
            "first_seen": one.first_seen,
            **ENTRY.written(one.found.entry),
        }
        for one in new
    ]
    return list(map(_AddedEntry, insert_all(sql, "entry", rows), new, rows))


def _give_states(sql: sqlite3.Connection, added: Sequence[_AddedEntry], *, shown: bool) -> None:
    """Give new entries their status, and keep what their feed says at length."""
    states: list[Mapping[str, object]] = []
    for one in added:
        place = codec.sort_key(one.new.found.entry.published, one.new.first_seen)
        states.append({"entry_id": one.id, "sort_key": place, "shown": shown, **one.new.status})
        content = one.new.found.entry.content
        if content:
            insert(sql, "feed_content", {"entry_id": one.id, "html": codec.packed(content)})
    insert_all(sql, "status", states)


def _list_all(sql: sqlite3.Connection, source_id: int, identities: Mapping[int, str]) -> None:
    """List entries, by their numbers, each under its identity."""
    # Two statements on purpose: "insert … select" makes SQLite keep a journal for each, three times as slow.
    repeated: dict[int, Mapping[str, object]] = {}
    for part in chunks(list(identities)):
        query = f"select entry_id, {', '.join(status.REPEATED)} from status where entry_id in ({marks(part)})"
        for entry_id, *narrow in sql.execute(query, part):
            repeated[entry_id] = dict(zip(status.REPEATED, narrow, strict=True))
    rows = [
        {"source_id": source_id, "entry_id": entry_id, "identity": identity, **repeated[entry_id]}
        for entry_id, identity in identities.items()
    ]
    insert_all(sql, "listed", rows)


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
        _list_all(sql, source_id, {entry_id: identity})
        _show(sql, entry_id, source_id)


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
