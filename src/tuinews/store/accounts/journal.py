"""The table `account_journal`: marks that were made here and that a server has not taken yet.

The triggers of `tables` write it. Of one mark of an entry only the last value is kept: saying that once is as good
as saying all that came before, and saying it twice, after a kill, is as once.
"""

import sqlite3
from collections.abc import Sequence

from tuinews.model.accounts.kept_state import PendingMark
from tuinews.model.accounts.server_state import ServerMark
from tuinews.quick_dataclass import dataclass

_ROWS = """
select j.entry_id, j.mark, j.label, j.value, e.server_id
from account_journal j join account_entry e on e.entry_id = j.entry_id and e.account_id = j.account_id
where j.account_id = ? order by j.id, e.rowid
"""


def pending(sql: sqlite3.Connection, account_id: int) -> list[PendingMark]:
    """The marks that wait for a server, in the order in which they were made first."""
    found: dict[tuple[int, str, str], tuple[bool, list[str]]] = {}
    for entry_id, mark, label, value, server_id in sql.execute(_ROWS, (account_id,)):
        found.setdefault((entry_id, mark, label), (bool(value), []))[1].append(server_id)
    return [
        PendingMark(entry_id, tuple(ids), ServerMark(mark), value, label)
        for (entry_id, mark, label), (value, ids) in found.items()
    ]


def acknowledge(sql: sqlite3.Connection, account_id: int, taken: Sequence[PendingMark]) -> None:
    """The server has taken these marks. What was marked otherwise meanwhile is still to be said."""
    for one in taken:
        if one.mark is ServerMark.LABEL:
            _agree_label(sql, account_id, one)
        else:
            also = "" if one.mark is ServerMark.READ else f", star_listed = star_listed * {int(one.value)}"
            sql.execute(
                f"update account_entry set {one.mark.value} = ?{also} where account_id = ? and entry_id = ?",
                (one.value, account_id, one.entry_id),
            )
    sql.executemany(
        "delete from account_journal "
        "where account_id = ? and entry_id = ? and mark = ? and label = ? and value = ?",
        [(account_id, one.entry_id, one.mark.value, one.label, one.value) for one in taken],
    )


def add(sql: sqlite3.Connection, account_id: int, entry_id: int, mark: ServerMark, label: str = "") -> None:
    """Have a server told that an entry has a mark, which nobody made just now."""
    sql.execute(
        "insert or ignore into account_journal (account_id, entry_id, mark, label, value, at) "
        "values (?, ?, ?, ?, 1, (julianday('now') - 2440587.5) * 86400.0)",
        (account_id, entry_id, mark.value, label),
    )


@dataclass(frozen=True, slots=True)
class HeldMark:
    """Which mark of an entry waits for a server, whatever it says; `label` is the name of one that is a label."""

    entry_id: int
    mark: ServerMark
    label: str = ""


def held(sql: sqlite3.Connection, account_id: int) -> frozenset[HeldMark]:
    """What waits for a server: what that says of it is older than what was done here."""
    rows = sql.execute("select entry_id, mark, label from account_journal where account_id = ?", (account_id,))
    return frozenset(HeldMark(entry_id, ServerMark(mark), label) for entry_id, mark, label in rows)


def _agree_label(sql: sqlite3.Connection, account_id: int, one: PendingMark) -> None:
    if one.value:
        sql.execute(
            "insert or ignore into account_label (entry_id, account_id, label, listed) values (?, ?, ?, 0)",
            (one.entry_id, account_id, one.label),
        )
    else:
        sql.execute(
            "delete from account_label where entry_id = ? and account_id = ? and label = ?",
            (one.entry_id, account_id, one.label),
        )
