"""An entry's status: read, starred, where reading stopped. It stays when the entry drops off its listing."""

import sqlite3
from collections.abc import Sequence

from tuinews.store.statements import chunks, marks, scalar, scalars

NOW = "(julianday('now') - 2440587.5) * 86400.0"
"""This moment in SQL, in seconds since the epoch."""

REPEATED = ("sort_key", "read", "starred", "kept", "muted")
"""What `listed` says again of each entry, so that the list of a source is a walk along one index."""


SHOWN = (
    "exists (select 1 from listed l join source o on o.id = l.source_id "
    "where l.entry_id = status.entry_id and o.removed_at is null and o.hidden = 0)"
)
"""What SQL asks of a status for the lists of all, where its entry is not muted."""


def set_read(sql: sqlite3.Connection, ids: Sequence[int], value: bool) -> list[int]:
    """Mark entries read or unread; returns the ids that really changed."""
    return _set(sql, "read", ids, value)


def set_starred(sql: sqlite3.Connection, ids: Sequence[int], value: bool) -> list[int]:
    """Star entries or take the star off; returns the ids that really changed."""
    return _set(sql, "starred", ids, value)


def mute(sql: sqlite3.Connection, ids: Sequence[int], value: bool) -> None:
    """Mark entries as muted, or no longer; what is muted is not shown in the lists of all."""
    for part in chunks(ids):
        shown = "0" if value else SHOWN
        where = f"entry_id in ({marks(part)})"
        sql.execute(f"update status set muted = ?, shown = {shown} where {where}", (value, *part))


def set_position(sql: sqlite3.Connection, entry_id: int, position: int) -> None:
    """Remember where reading stopped: the characters of the article before that line."""
    sql.execute(f"update status set position = ?, since = {NOW} where entry_id = ?", (position, entry_id))


def position(sql: sqlite3.Connection, entry_id: int) -> int:
    """Where reading stopped (see `set_position`), 0 where nothing was remembered."""
    return int(scalar(sql, "select position from status where entry_id = ?", (entry_id,)) or 0)


def _set(sql: sqlite3.Connection, column: str, ids: Sequence[int], value: bool) -> list[int]:
    changed: set[int] = set()
    for part in chunks(ids):
        where = f"{column} = ? and entry_id in ({marks(part)})"
        found = scalars(sql, f"select entry_id from status where {where}", (not value, *part))
        if found:
            # From now on its days are counted anew: what is marked today does not go today.
            sql.execute(f"update status set {column} = ?, since = {NOW} where {where}", (value, not value, *part))
            changed.update(found)
    return [i for i in dict.fromkeys(ids) if i in changed]
