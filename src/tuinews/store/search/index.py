"""The search index: kept in step with titles, summaries and kept texts, in the transaction that changes them.

`words` has everything without its marks, with places, so that phrases can be found; `marked_words` has each word
with a mark once, just as it is written, which is enough to say who has the marks that were typed. Both keep no
text of their own (`content=''`): what was indexed must be said again to take it out. That is why `remove` comes
before a change and `add` after it.
"""

import sqlite3

from tuinews.folding import index_text, marked_words
from tuinews.store.codec import strings_from_column
from tuinews.store.recovery.watch import Watch

_TEXTS = """
select e.title, e.summary, e.authors, a.text from entry e left join article a on a.entry_id = e.id where e.id = ?
"""


def add(sql: sqlite3.Connection, entry_id: int) -> None:
    """Index an entry as its rows are now."""
    texts = _texts(sql, entry_id)
    sql.execute(
        "insert into words (rowid, title, summary, body) values (?, ?, ?, ?)",
        (entry_id, *(index_text(text) for text in texts)),
    )
    marked = marked_words(texts)
    if marked:
        sql.execute("insert into marked_words (rowid, marked) values (?, ?)", (entry_id, marked))


def remove(sql: sqlite3.Connection, entry_id: int) -> None:
    """Take an entry out of the index; its rows must still be as they were when it was added."""
    texts = _texts(sql, entry_id)
    sql.execute(
        "insert into words (words, rowid, title, summary, body) values ('delete', ?, ?, ?, ?)",
        (entry_id, *(index_text(text) for text in texts)),
    )
    marked = marked_words(texts)
    if marked:
        sql.execute(
            "insert into marked_words (marked_words, rowid, marked) values ('delete', ?, ?)", (entry_id, marked)
        )


def rebuild(sql: sqlite3.Connection, watch: Watch) -> None:
    """Make the whole index anew from the rows; raises StoreError where nobody waits for it any more."""
    sql.execute("insert into words (words) values ('delete-all')")
    sql.execute("insert into marked_words (marked_words) values ('delete-all')")
    for (entry_id,) in sql.execute("select id from entry").fetchall():
        watch.check()
        add(sql, entry_id)


def _texts(sql: sqlite3.Connection, entry_id: int) -> tuple[str, str, str]:
    title, summary, authors, body = sql.execute(_TEXTS, (entry_id,)).fetchone()
    names = ", ".join(strings_from_column(authors))
    return title, f"{summary or ''}\n{names}" if names else summary or "", body or ""
