"""The tables `account_entry` and `account_label`: which entry is which on a server, and what the server last said.

The marks of a server are compared by field with what it said before; only what it changed is taken over, and not
where a mark made here is still on its way there.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from tuinews.model.accounts.server_state import ServerMark, ServerMarks
from tuinews.quick_dataclass import dataclass
from tuinews.store.accounts import journal
from tuinews.store.accounts.journal import HeldMark
from tuinews.store.statements import chunks, marks, scalar, scalars
from tuinews.store.tables import status, tags

_FEW = 2
"""Stars that a server may lose at once and have none left: more of them are not believed to be gone."""


@dataclass(frozen=True, slots=True)
class _Link:
    server_id: str
    entry_id: int
    read: bool
    starred: bool
    star_listed: bool


def unknown(sql: sqlite3.Connection, account_id: int, ids: Iterable[str]) -> list[str]:
    """Those of the ids of a server that are no entry here yet, in their order."""
    known = set(scalars(sql, "select server_id from account_entry where account_id = ?", (account_id,)))
    return [one for one in ids if one not in known]


def link(sql: sqlite3.Connection, account_id: int, new: Mapping[str, int], said: ServerMarks) -> None:
    """Entries here are those on the server, of which `said` has the marks.

    Nothing is agreed yet: what either side has read or starred is so on both, and labels are put together.
    """
    there = said.starred or frozenset()
    sql.executemany(
        "insert or ignore into account_entry (account_id, server_id, entry_id, read, starred, star_listed) "
        "values (?, ?, ?, ?, ?, ?)",
        [
            (account_id, server_id, entry_id, server_id not in said.unread, starred, starred)
            for server_id, entry_id in new.items()
            for starred in (server_id in there,)
        ],
    )
    here = _marks_here(sql, tuple(new.values()))
    status.set_read(sql, [e for i, e in new.items() if i not in said.unread and not here[e][0]], True)
    status.set_starred(sql, [e for i, e in new.items() if i in there and not here[e][1]], True)
    for server_id, entry_id in new.items():
        read, starred = here[entry_id]
        if read and server_id in said.unread:
            journal.add(sql, account_id, entry_id, ServerMark.READ)
        if starred and server_id not in there:
            journal.add(sql, account_id, entry_id, ServerMark.STARRED)
    _link_labels(sql, account_id, new, said)


def apply(sql: sqlite3.Connection, account_id: int, said: ServerMarks) -> None:
    """Take over what a server changed since both agreed last: of whole lists, read before this begins."""
    links = [
        _Link(server_id, entry_id, bool(read), bool(starred), bool(listed))
        for server_id, entry_id, read, starred, listed in sql.execute(
            "select server_id, entry_id, read, starred, star_listed from account_entry where account_id = ?",
            (account_id,),
        )
    ]
    held = journal.held(sql, account_id)
    _apply_read(sql, account_id, links, said, held)
    if said.starred is not None:
        _apply_starred(sql, account_id, links, said.starred, held)
    _apply_labels(sql, account_id, {one.server_id: one.entry_id for one in links}, said, held)


def _apply_read(
    sql: sqlite3.Connection, account_id: int, links: Sequence[_Link], said: ServerMarks, held: frozenset[HeldMark]
) -> None:
    changed = [one for one in links if one.read is (one.server_id in said.unread)]
    sql.executemany(
        "update account_entry set read = ? where account_id = ? and server_id = ?",
        [(not one.read, account_id, one.server_id) for one in changed],
    )
    free = [one for one in changed if HeldMark(one.entry_id, ServerMark.READ) not in held]
    status.set_read(sql, [one.entry_id for one in free if one.read], False)
    status.set_read(sql, [one.entry_id for one in free if not one.read], True)


def _apply_starred(
    sql: sqlite3.Connection,
    account_id: int,
    links: Sequence[_Link],
    there: frozenset[str],
    held: frozenset[HeldMark],
) -> None:
    risen = [one for one in links if one.server_id in there and not (one.starred and one.star_listed)]
    fallen = [one for one in links if one.star_listed and one.server_id not in there]
    if not there and len(fallen) > _FEW:
        fallen = []
    for value, those in ((True, risen), (False, fallen)):
        sql.executemany(
            "update account_entry set starred = ?, star_listed = ? where account_id = ? and server_id = ?",
            [(value, value, account_id, one.server_id) for one in those],
        )
        changed = [one for one in those if one.starred is not value]
        free = [one.entry_id for one in changed if HeldMark(one.entry_id, ServerMark.STARRED) not in held]
        status.set_starred(sql, free, value)


def _apply_labels(
    sql: sqlite3.Connection,
    account_id: int,
    entries: Mapping[str, int],
    said: ServerMarks,
    held: frozenset[HeldMark],
) -> None:
    known = {
        (entry_id, label): bool(listed)
        for entry_id, label, listed in sql.execute(
            "select entry_id, label, listed from account_label where account_id = ?", (account_id,)
        )
    }
    listed = {(entries[i], label) for label, ids in said.labels.items() for i in ids if i in entries}
    for entry_id, label in listed - {pair for pair, was_listed in known.items() if was_listed}:
        _note_label(sql, account_id, entry_id, label)
        if HeldMark(entry_id, ServerMark.LABEL, label) not in held:
            tags.add(sql, [entry_id], [label])
    for (entry_id, label), was_listed in known.items():
        if was_listed and label in said.labels and (entry_id, label) not in listed:
            sql.execute(
                "delete from account_label where account_id = ? and entry_id = ? and label = ?",
                (account_id, entry_id, label),
            )
            if HeldMark(entry_id, ServerMark.LABEL, label) not in held:
                tags.remove(sql, entry_id, label)


def _link_labels(sql: sqlite3.Connection, account_id: int, new: Mapping[str, int], said: ServerMarks) -> None:
    here = tags.of(sql, tuple(new.values()))
    there = {(new[i], label) for label, ids in said.labels.items() for i in ids if i in new}
    for entry_id, label in there:
        _note_label(sql, account_id, entry_id, label)
        tags.add(sql, [entry_id], [label])
    for entry_id, names in here.items():
        for name in names:
            if (entry_id, name) not in there:
                journal.add(sql, account_id, entry_id, ServerMark.LABEL, name)


def _note_label(sql: sqlite3.Connection, account_id: int, entry_id: int, label: str) -> None:
    sql.execute(
        "insert into account_label (entry_id, account_id, label, listed) values (?, ?, ?, 1) "
        "on conflict (entry_id, account_id, label) do update set listed = 1",
        (entry_id, account_id, label),
    )


def _marks_here(sql: sqlite3.Connection, ids: Sequence[int]) -> dict[int, tuple[bool, bool]]:
    found: dict[int, tuple[bool, bool]] = {}
    for part in chunks(ids):
        query = f"select entry_id, read, starred from status where entry_id in ({marks(part)})"
        for entry_id, read, starred in sql.execute(query, part):
            found[entry_id] = bool(read), bool(starred)
    return found


def unexamined(sql: sqlite3.Connection) -> list[int]:
    """The entries of accounts whose own text nobody has looked at yet, the newest first."""
    return scalars(
        sql,
        "select f.entry_id from feed_content f indexed by feed_content_unexamined "
        "join status s on s.entry_id = f.entry_id where f.examined = 0 and exists (select 1 from account_entry a "
        "where a.entry_id = f.entry_id) order by s.sort_key desc, f.entry_id desc",
    )


def is_unexamined(sql: sqlite3.Connection, entry_id: int) -> bool:
    """Whether an entry has a text of its own that nobody has looked at yet."""
    return bool(scalar(sql, "select count(*) from feed_content where examined = 0 and entry_id = ?", (entry_id,)))
