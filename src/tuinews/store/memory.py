"""Small things to remember: hosts to leave alone, the last open entry, the days it was opened on."""

import sqlite3
from collections.abc import Mapping
from datetime import datetime

from tuinews.store import codec


def pauses(sql: sqlite3.Connection) -> dict[str, datetime]:
    """Host -> UTC until which it asked to be left alone."""
    return {host: codec.utc(until) for host, until in sql.execute("select host, until from pause")}


def keep_pauses(sql: sqlite3.Connection, pauses: Mapping[str, datetime]) -> None:
    """Remember these pauses and no others."""
    sql.execute("delete from pause")
    sql.executemany("insert into pause values (?, ?)", [(h, codec.seconds(t)) for h, t in pauses.items()])


def state(sql: sqlite3.Connection, key: str) -> str | None:
    """What was kept under `key`, or None."""
    row = sql.execute("select value from state where key = ?", (key,)).fetchone()
    return None if row is None else str(row[0])


def keep_state(sql: sqlite3.Connection, key: str, value: str) -> None:
    """Keep `value` under `key`."""
    sql.execute("insert or replace into state values (?, ?)", (key, value))


def days_open(sql: sqlite3.Connection) -> int:
    """On how many days the library was opened: time that no wrong clock can invent."""
    return int(state(sql, "days_open") or 0)


def is_new_day(sql: sqlite3.Connection, now: datetime) -> bool:
    """Whether the library was last opened on another day (UTC)."""
    return state(sql, "last_day") != now.date().isoformat()


def count_day(sql: sqlite3.Connection, now: datetime) -> None:
    """Count a day on which the library is opened."""
    keep_state(sql, "days_open", str(days_open(sql) + 1))
    keep_state(sql, "last_day", now.date().isoformat())
