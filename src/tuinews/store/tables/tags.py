"""Tags: names that a person gave to entries, or a rule did as they arrived."""

import sqlite3
from collections.abc import Iterable, Sequence

from tuinews.store.statements import chunks, marks, scalars


def every(sql: sqlite3.Connection) -> list[str]:
    """The names of all tags, in their order."""
    return scalars(sql, "select distinct name from tag order by name")


def of(sql: sqlite3.Connection, ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """The tags of each of these entries that has some, by its id."""
    found: dict[int, tuple[str, ...]] = {}
    for part in chunks(ids):
        query = f"select entry_id, name from tag where entry_id in ({marks(part)}) order by entry_id, name"
        for entry_id, name in sql.execute(query, part):
            found[entry_id] = (*found.get(entry_id, ()), name)
    return found


def remove(sql: sqlite3.Connection, entry_id: int, name: str) -> None:
    """Take a tag from an entry."""
    sql.execute("delete from tag where entry_id = ? and name = ?", (entry_id, name))


def put(sql: sqlite3.Connection, entry_id: int, names: Iterable[str]) -> None:
    """Give an entry these tags and no others; one that is not there any more gets none."""
    wanted = tuple(names)
    # Those that stay are not touched: the journal of an account would take them for new ones.
    sql.execute(f"delete from tag where entry_id = ? and name not in ({marks(wanted)})", (entry_id, *wanted))
    add(sql, [entry_id], wanted)


def add(sql: sqlite3.Connection, ids: Iterable[int], names: Iterable[str]) -> None:
    """Give entries tags besides those that they have."""
    pairs = [(name, entry_id) for entry_id in ids for name in names]
    known = "select id, ? from entry where id = ?"
    sql.executemany(f"insert or ignore into tag (entry_id, name) {known}", pairs)
