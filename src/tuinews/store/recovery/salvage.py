"""Rows out of a damaged library or a backup into a new one: table by table, around what cannot be read."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from tuinews.store import schema
from tuinews.store.connecting import connect_damaged
from tuinews.store.recovery.watch import Watch
from tuinews.store.statements import scalar, scalars

_STEP = 1000
"""Rows that are read at a time; where one cannot be, the range is halved."""

_HIGHEST = 10_000_000
"""A damaged page may name any number; nobody has read ten million articles."""


SAVED = (*schema.TABLES, *schema.BESIDES)
"""The tables whose rows are saved."""


def copy_rows(damaged: Path, sql: sqlite3.Connection, watch: Watch) -> dict[str, int]:
    """Copy what can be read of `damaged`; rows that `sql` has already stay. Returns how many came, by table.

    Foreign keys must be off: what misses its parent is for `mend` to judge. Raises StoreError where nobody waits
    for it any more.
    """
    copied = dict.fromkeys(SAVED, 0)
    try:
        source = connect_damaged(damaged)
    except sqlite3.Error:
        return copied
    with closing(source):
        for table in copied:
            copied[table] = _copy_table(source, sql, table, watch)
        _keep_numbers_used(source, sql)
    return copied


def _copy_table(source: sqlite3.Connection, sql: sqlite3.Connection, table: str, watch: Watch) -> int:
    now = {column: schema.RENAMED.get((table, column), column) for column in _columns(source, table)}
    known = _columns(sql, table)
    columns = [column for column, name in now.items() if name in known]
    if not columns:
        return 0
    names = ", ".join(now[column] for column in columns)
    before = count(sql, table)
    for rows in _readable(source, table, ", ".join(columns)):
        watch.check()
        sql.executemany(f"insert or ignore into {table} ({names}) values ({', '.join('?' * len(columns))})", rows)
    return count(sql, table) - before


def _readable(source: sqlite3.Connection, table: str, names: str) -> Iterator[list[tuple[object, ...]]]:
    lowest = _number(source, f"select min(rowid) from {table}") or 0
    highest = _number(source, f"select max(rowid) from {table}") or _likely_highest(source, table)
    query = f"select {names} from {table} where rowid between ? and ?"
    for start in range(lowest, highest + 1, _STEP):
        ranges = [(start, min(start + _STEP - 1, highest))]
        while ranges:
            low, high = ranges.pop()
            try:
                yield source.execute(query, (low, high)).fetchall()
            except sqlite3.Error:
                middle = (low + high) // 2
                if low < high:
                    ranges += [(middle + 1, high), (low, middle)]


def _likely_highest(source: sqlite3.Connection, table: str) -> int:
    """The highest row number that a table whose end is damaged can have: as many as ids were given, or fit in."""
    if table not in ("source", "pause", "state"):
        given = _number(source, "select seq from sqlite_sequence where name = 'entry'")
        if given is not None:
            return 2 * given if table == "listed" else given
    pages = _number(source, "pragma page_count") or 0
    return min(pages * 40, 200_000)


def _number(source: sqlite3.Connection, query: str) -> int | None:
    try:
        found = scalar(source, query)
    except sqlite3.Error:
        return None
    return min(max(found, 0), _HIGHEST) if isinstance(found, int) else None


def _columns(sql: sqlite3.Connection, table: str) -> list[str]:
    try:
        return scalars(sql, "select name from pragma_table_info(?)", (table,))
    except sqlite3.Error:
        return []


def count(sql: sqlite3.Connection, table: str) -> int:
    """The rows of a table, which is one of ours by its name."""
    return int(scalar(sql, f"select count(*) from {table}"))


def _keep_numbers_used(source: sqlite3.Connection, sql: sqlite3.Connection) -> None:
    """Ids that were given once are never given again, though their rows may be lost."""
    with suppress(sqlite3.Error):  # that table is damaged too: ids go on from those that are left
        for name, number in source.execute("select name, seq from sqlite_sequence").fetchall():
            if name in ("source", "entry", "highlight") and isinstance(number, int) and 0 < number < _HIGHEST:
                sql.execute("insert into sqlite_sequence (name, seq) select ?, 0 where not exists "
                            "(select 1 from sqlite_sequence where name = ?)", (name, name))  # fmt: skip
                sql.execute("update sqlite_sequence set seq = max(seq, ?) where name = ?", (number, name))
