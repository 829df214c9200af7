"""Rows out of a damaged library or a backup into a new one: table by table, around what cannot be read."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from tuinews.store import schema
from tuinews.store.database import connect_damaged

_STEP = 1000
_UNKNOWN_HIGHEST = 200_000


def copy_rows(damaged: Path, sql: sqlite3.Connection) -> dict[str, int]:
    """Copy what can be read of `damaged`; rows that `sql` has already stay. Returns how many came, by table.

    Foreign keys must be off: what misses its parent is for `mend` to judge.
    """
    copied = dict.fromkeys(schema.TABLES, 0)
    try:
        source = connect_damaged(damaged)
    except sqlite3.Error:
        return copied
    with closing(source):
        for table in schema.TABLES:
            copied[table] = _copy_table(source, sql, table)
        _keep_numbers_used(source, sql)
    return copied


def _copy_table(source: sqlite3.Connection, sql: sqlite3.Connection, table: str) -> int:
    columns = [column for column in _columns(source, table) if column in _columns(sql, table)]
    if not columns:
        return 0
    names = ", ".join(columns)
    before = _count(sql, table)
    for rows in _readable(source, table, names):
        sql.executemany(f"insert or ignore into {table} ({names}) values ({', '.join('?' * len(columns))})", rows)
    return _count(sql, table) - before


def _readable(source: sqlite3.Connection, table: str, names: str) -> Iterator[list[tuple[object, ...]]]:
    lowest, highest = _end(source, table, "min", 1), _end(source, table, "max", _UNKNOWN_HIGHEST)
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


def _end(source: sqlite3.Connection, table: str, which: str, unknown: int) -> int:
    try:
        found = source.execute(f"select {which}(rowid) from {table}").fetchone()[0]
    except sqlite3.Error:
        return unknown
    # A damaged page may name any number; nobody has read ten million articles.
    return min(max(int(found or 0), 0), 10_000_000)


def _columns(sql: sqlite3.Connection, table: str) -> list[str]:
    try:
        return [row[1] for row in sql.execute(f"pragma table_info({table})")]
    except sqlite3.Error:
        return []


def _count(sql: sqlite3.Connection, table: str) -> int:
    return int(sql.execute(f"select count(*) from {table}").fetchone()[0])


def _keep_numbers_used(source: sqlite3.Connection, sql: sqlite3.Connection) -> None:
    """Ids that were given once are never given again, though their rows may be lost."""
    with suppress(sqlite3.Error):
        for name, number in source.execute("select name, seq from sqlite_sequence").fetchall():
            if name in ("source", "entry") and isinstance(number, int) and 0 < number < 10_000_000:
                sql.execute("insert into sqlite_sequence (name, seq) select ?, 0 where not exists "
                            "(select 1 from sqlite_sequence where name = ?)", (name, name))  # fmt: skip
                sql.execute("update sqlite_sequence set seq = max(seq, ?) where name = ?", (number, name))
