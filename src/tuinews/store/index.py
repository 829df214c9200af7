"""The search index: kept in step with titles, summaries and kept texts, in the transaction that changes them.

Both tables keep no text of their own (`content=''`), so what was indexed must be said again to take it out; that
is why `remove` comes before a change and `add` after it.
"""

import sqlite3
from collections.abc import Callable

from tuinews.store.codec import strings_from_column
from tuinews.store.fold import indexed, indexed_as_marked

_TABLES: tuple[tuple[str, Callable[[str | None], str]], ...] = (
    ("words", indexed),
    ("marked_words", indexed_as_marked),
)
_TEXTS = """
select e.title, e.summary, e.authors, a.text from entry e left join article a on a.entry_id = e.id where e.id = ?
"""


def add(sql: sqlite3.Connection, entry_id: int) -> None:
    """Index an entry as its rows are now."""
    texts = _texts(sql, entry_id)
    for table, fold in _TABLES:
        sql.execute(
            f"insert into {table} (rowid, title, summary, body) values (?, ?, ?, ?)",
            (entry_id, *(fold(text) for text in texts)),
        )


def remove(sql: sqlite3.Connection, entry_id: int) -> None:
    """Take an entry out of the index; its rows must still be as they were when it was added."""
    texts = _texts(sql, entry_id)
    for table, fold in _TABLES:
        sql.execute(
            f"insert into {table} ({table}, rowid, title, summary, body) values ('delete', ?, ?, ?, ?)",
            (entry_id, *(fold(text) for text in texts)),
        )


def rebuild(sql: sqlite3.Connection) -> None:
    """Make the whole index anew from the rows."""
    for table, _ in _TABLES:
        sql.execute(f"insert into {table} ({table}) values ('delete-all')")
    for (entry_id,) in sql.execute("select id from entry").fetchall():
        add(sql, entry_id)


def _texts(sql: sqlite3.Connection, entry_id: int) -> tuple[str, str, str]:
    title, summary, authors, body = sql.execute(_TEXTS, (entry_id,)).fetchone()
    names = ", ".join(strings_from_column(authors))
    return title, f"{summary or ''}\n{names}" if names else summary or "", body or ""
