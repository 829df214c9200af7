"""The search index: kept in step with titles, summaries and kept texts, in the transaction that changes them.

`words` has everything without its marks, with places, so that phrases can be found; `marked_words` has each word
with a mark once, just as it is written, which is enough to say who has the marks that were typed. Both keep no
text of their own (`content=''`): what was indexed must be said again to take it out. That is why `remove` comes
before a change and `add` after it.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from operator import itemgetter
from typing import Any

from tuinews.folding import index_text, marked_words
from tuinews.quick_dataclass import dataclass
from tuinews.store.encodings import PLAIN
from tuinews.store.recovery.watch import Watch
from tuinews.store.statements import scalar, scalars
from tuinews.store.tables.columns import Columns
from tuinews.store.tables.entry_columns import ENTRY, SearchedIn

_SEARCHED = Columns(column for column in ENTRY if column.searched_in).of_table("e")
_searched_of = itemgetter(*(name for column in _SEARCHED for name in column.names))
_READ = tuple(
    (None if column.encoding is PLAIN else column.encoding.read, column.searched_in is SearchedIn.TITLE)
    for column in _SEARCHED
)
"""How each of the columns is read, None for as it is, and whether it belongs to the title."""

_FROM = f"""
{_SEARCHED.selected}, article_text(a.blocks), n.text from entry e left join article a on a.entry_id = e.id
left join note n on n.entry_id = e.id
"""
_ROW = f"select {_FROM} where e.id = ?"
TEXTS_OF_ALL = f"select e.id, {_FROM}"
"""Asks for the number of each entry and what `texts_of` makes its texts of."""


def add(sql: sqlite3.Connection, entry_id: int) -> None:
    """Index an entry as its rows are now."""
    _add_all(sql, {entry_id: words_of(sql, entry_id)})


def add_new(sql: sqlite3.Connection, added: Mapping[int, Mapping[str, object]]) -> None:
    """Index entries that were just added, of which nothing but the rows of their listing are there: `added` has
    what is written in them, by their numbers.
    """
    texts = {
        entry_id: _of_row([*_searched_of(written), None, None]).columns for entry_id, written in added.items()
    }
    _add_all(sql, texts)


def _add_all(sql: sqlite3.Connection, texts: Mapping[int, tuple[str, ...]]) -> None:
    """Index entries, by their numbers, of which these are the texts by the columns of the index."""
    sql.executemany(
        "insert into words (rowid, title, summary, body) values (?, ?, ?, ?)",
        [(entry_id, *map(index_text, columns)) for entry_id, columns in texts.items()],
    )
    marked = ((entry_id, marked_words(columns)) for entry_id, columns in texts.items())
    sql.executemany("insert into marked_words (rowid, marked) values (?, ?)", [one for one in marked if one[1]])


def remove(sql: sqlite3.Connection, entry_id: int) -> None:
    """Take an entry out of the index; its rows must still be as they were when it was added."""
    remove_words(sql, entry_id, words_of(sql, entry_id))


def words_of(sql: sqlite3.Connection, entry_id: int) -> tuple[str, ...]:
    """What stands in the index of an entry whose rows are as they were when it was added, for `remove_words`."""
    return _texts(sql, entry_id).columns


def remove_words(sql: sqlite3.Connection, entry_id: int, texts: Sequence[str]) -> None:
    """Take an entry out of the index of which these words stand there, whatever became of its rows."""
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
    for entry_id in scalars(sql, "select id from entry"):
        watch.check()
        add(sql, entry_id)


def join(sql: sqlite3.Connection) -> None:
    """Put the pieces of the index together as one, which takes less room until it grows again."""
    sql.execute("insert into words (words) values ('optimize')")
    sql.execute("insert into marked_words (marked_words) values ('optimize')")


def has_body_first(sql: sqlite3.Connection) -> bool:
    """Whether the columns of the index stand as in a new library (`schema_steps.WORDS`)."""
    return bool(scalar(sql, "select name from pragma_table_info('words') limit 1") == "body")


def replace_words(sql: sqlite3.Connection, entry_id: int, before: Sequence[str], now: Sequence[str]) -> None:
    """Put other words into the columns of the index for an entry, in the place of those that were said before."""
    sql.execute(
        "insert into words (words, rowid, title, summary, body) values ('delete', ?, ?, ?, ?)", (entry_id, *before)
    )
    sql.execute("insert into words (rowid, title, summary, body) values (?, ?, ?, ?)", (entry_id, *now))


@dataclass(frozen=True, slots=True)
class _IndexedTexts:
    """The words of an entry by the columns of the index: its title, what else its listing says, and its text, with
    what a person wrote to it.
    """

    title: str
    summary: str
    body: str

    @property
    def columns(self) -> tuple[str, ...]:
        """All three, in the order of the index."""
        return self.title, self.summary, self.body


def texts_of(row: Sequence[Any]) -> tuple[str, ...]:
    """The texts of an entry by the columns of the index, of a row of `TEXTS_OF_ALL` behind its number."""
    return _of_row(row).columns


def _texts(sql: sqlite3.Connection, entry_id: int) -> _IndexedTexts:
    return _of_row(sql.execute(_ROW, (entry_id,)).fetchone())


def _of_row(row: Sequence[Any]) -> _IndexedTexts:
    *said, body, note = row
    title: list[str] = []
    summary: list[str] = []
    for (read, is_of_title), value in zip(_READ, said, strict=True):
        words = value if read is None else ", ".join(read(value))
        if words:
            (title if is_of_title else summary).append(words)
    return _IndexedTexts("\n".join(title), "\n".join(summary), "\n".join(filter(None, (body, note))))
