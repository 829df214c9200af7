"""The tables `pause` and `state`: until when hosts must not be asked, and values by name, such as the number of
days on which the library was opened."""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from tuinews.store import codec
from tuinews.store.statements import scalar

LONGEST_PAUSE = 86_400.0 + 60.0
"""Seconds: no pause is longer than a day (`web.host_limits`); the minute is for clocks that differ."""

LAST_SEEN = f"coalesce((select cast(value as integer) from state where key = 'last seen'), {2**63 - 1})"
"""In SQL: the newest entry that was there when the screen was closed last; before that nothing counts as new."""


def note_seen(sql: sqlite3.Connection) -> None:
    """Remember that all entries which are here now were seen."""
    newest = scalar(sql, "select max(id) from entry")
    if newest is not None:
        keep_state(sql, "last seen", str(newest))


def pauses(sql: sqlite3.Connection) -> dict[str, datetime]:
    """The moment (UTC) until which each host asked for a pause."""
    return {host: codec.utc(until) for host, until in sql.execute("select host, until from pause")}


def pause_of(sql: sqlite3.Connection, host: str) -> datetime | None:
    """The moment (UTC) until which a host asked for a pause, or None."""
    return codec.moment(scalar(sql, "select until from pause where host = ?", (host,)))


def keep_pauses(sql: sqlite3.Connection, pauses: Mapping[str, datetime], now: datetime) -> None:
    """Remember these pauses beside those that other processes were told; what was over at `now` is forgotten.

    Of two for one host the later end holds, unless it is so much later that a wrong clock wrote it.
    """
    sql.executemany(
        "insert into pause (host, until) values (?, ?) on conflict (host) do update set until = excluded.until "
        "where until < excluded.until or until > excluded.until + ?",
        [(host, codec.seconds(until), LONGEST_PAUSE) for host, until in pauses.items()],
    )
    sql.execute("delete from pause where until <= ?", (codec.seconds(now),))


def state(sql: sqlite3.Connection, key: str) -> str | None:
    """What was kept under `key`, or None."""
    value: str | None = scalar(sql, "select value from state where key = ?", (key,))
    return value


def keep_state(sql: sqlite3.Connection, key: str, value: str) -> None:
    """Keep `value` under `key`."""
    sql.execute("insert or replace into state (key, value) values (?, ?)", (key, value))


def claim(
    sql: sqlite3.Connection, ids: Sequence[int], mine: str, is_free: Callable[[str], bool]
) -> frozenset[int]:
    """Write `mine` under the sources whose claims are free; returns those."""
    taken = []
    for source_id in ids:
        held = state(sql, _claimed(source_id))
        if held is None or is_free(held):
            keep_state(sql, _claimed(source_id), mine)
            taken.append(source_id)
    return frozenset(taken)


def release(sql: sqlite3.Connection, ids: Sequence[int]) -> None:
    """Take the claims to sources away."""
    sql.executemany("delete from state where key = ?", [(_claimed(source_id),) for source_id in ids])


def _claimed(source_id: int) -> str:
    return f"refreshing:{source_id}"


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
