"""Whether the time of this machine can be believed, before anything goes by it.

A clock that is years ahead for a moment must not retire a library. So a time that is far ahead of the last pass
counts only once it was so on three different days.
"""

import sqlite3
from datetime import datetime, timedelta

from tuinews.store import codec
from tuinews.store.tables import key_values

LEAP = timedelta(days=30)
"""How far ahead of the last pass a time is believed at once."""

CONFIRMING_DAYS = 3
"""Different days, by the clock itself, on which a time further ahead must have been seen."""

_LAST = "retention: last pass"
_SEEN = "retention: days far ahead"


def is_believed(sql: sqlite3.Connection, now: datetime) -> bool:
    """Whether a pass may go by this time; notes that it was asked."""
    last = key_values.state(sql, _LAST)
    days = set((key_values.state(sql, _SEEN) or "").split())
    is_far_ahead = last is not None and codec.seconds(now - LEAP) > float(last)
    if is_far_ahead and len(days | {now.date().isoformat()}) < CONFIRMING_DAYS:
        key_values.keep_state(sql, _SEEN, " ".join(sorted(days | {now.date().isoformat()})))
        return False
    key_values.keep_state(sql, _LAST, str(codec.seconds(now)))
    key_values.keep_state(sql, _SEEN, "")
    return True
