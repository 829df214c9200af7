"""What protects an entry: nothing that a person did something with, or has not finished, ever goes by itself."""

BY_HAND = ("tag", "note", "highlight", "account_journal")
"""The tables (each with a column `entry_id`) whose rows are a person's own work on an entry. One more is one word
here: retention, the purge of removed sources and the room of pictures follow."""

SCREENFUL = 3000
"""Characters below the line at which reading stopped, up to which an article counts as finished."""

_UNFINISHED = (
    "(s.position > 0 and exists (select 1 from article a where a.entry_id = s.entry_id "
    f"and length(article_text(a.blocks)) > s.position + {SCREENFUL}))"
)

WANTED = "(s.starred = 1{})".format(
    "".join(f" or exists (select 1 from {table} b where b.entry_id = s.entry_id)" for table in BY_HAND)
)
"""What SQL asks of a status `s` whose entry a person wants: starred, or with something of theirs on it."""

WANTED_IDS = "select entry_id from status where starred = 1" + "".join(
    f" union select entry_id from {table}" for table in BY_HAND
)
"""The same entries, found by what they have: few of a million."""

_UNREAD_THERE = "exists (select 1 from account_entry u where u.entry_id = s.entry_id and u.read = 0)"

PROTECTED = f"({WANTED} or {_UNFINISHED} or {_UNREAD_THERE})"
"""The same, and of one that was opened and not read to its end, or that the server of an account has as unread:
such an entry is never retired.
"""
