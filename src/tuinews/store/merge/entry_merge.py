"""An entry that is known already and is listed again: what of it is news, and what stays.

Status, first_seen and id stay. Nothing that is known is forgotten because a listing leaves it out. The source
that an entry belongs to may restate it; another source that lists it too only fills in what is missing.
"""

import sqlite3
from typing import Any

from tuinews.late import late_pattern
from tuinews.model.article import Article
from tuinews.model.entry import Entry
from tuinews.model.when import Precision, When
from tuinews.store import codec
from tuinews.store.search import index
from tuinews.store.statements import scalar
from tuinews.store.tables.columns import assignments
from tuinews.store.tables.entry_columns import ENTRY, NOTHING_KNOWN, EntryColumn, Merge

_FINEST_FIRST = tuple(Precision)
_KNOWN = (*ENTRY.names, "canonical", "source_id", "first_seen")
_SEARCHED = frozenset(name for column in ENTRY if column.searched_in for name in column.names)
_DATE = ENTRY["published"]
_WORDS = late_pattern(r"\w+")

Row = dict[str, Any]
"""Columns of an entry, by their names."""


def update(sql: sqlite3.Connection, source_id: int, entry_id: int, entry: Entry, canonical: str | None) -> None:
    """Take over what `entry` says anew of a known entry; writes nothing where nothing changed."""
    known = _known(sql, entry_id)
    own = known["source_id"] == source_id
    said: Row = {}
    for column in ENTRY:
        said |= _said(column, known, getattr(entry, column.field), own=own)
    if own and canonical is not None and canonical != known["canonical"]:
        taken = scalar(sql, "select 1 from entry where canonical = ?", (canonical,))
        said |= {} if taken else {"canonical": canonical}
    _write(sql, entry_id, known, said)
    if entry.content:
        sql.execute(
            "insert into feed_content (entry_id, html) values (?, ?) on conflict (entry_id) "
            "do update set html = excluded.html, examined = 0 where html <> excluded.html",
            (entry_id, codec.packed(entry.content)),
        )


def fill_missing(sql: sqlite3.Connection, entry_id: int, article: Article) -> None:
    """Take over from an article what the entry's listing left out; the caller re-indexes the entry."""
    known = _known(sql, entry_id)
    said: Row = {}
    for column in ENTRY:
        if column.from_article:
            said |= _said(column, known, getattr(article, column.from_article), own=False)
    _write_columns(sql, entry_id, known, _changed(known, said))


def preferred_date(known: When | None, said: When | None, *, own: bool) -> When | None:
    """Which of two dates is to be believed: a printed one before words like "2 hours ago", then the finer one.

    Of two alike the known one stays, except that an entry's `own` source may restate a printed date.
    """
    if known is None or said is None:
        return known or said
    if known.approximate != said.approximate:
        return said if known.approximate else known
    finer = _FINEST_FIRST.index(said.precision) - _FINEST_FIRST.index(known.precision)
    if known.approximate or finer > 0:
        return said if finer < 0 else known
    return said if own or finer < 0 else known


def _known(sql: sqlite3.Connection, entry_id: int) -> Row:
    row = sql.execute(f"select {', '.join(_KNOWN)} from entry where id = ?", (entry_id,)).fetchone()
    return dict(zip(_KNOWN, row, strict=True))


def _said(column: EntryColumn, known: Row, value: Any, *, own: bool) -> Row:
    """What is to stand in the columns of a field of which `value` is said now; nothing where all stays."""
    if not value:
        return {}
    if column.merge is Merge.PREFER:
        return column.written(_date(column.read(known), value, known["first_seen"], own=own))
    if own or all(known[name] in NOTHING_KNOWN for name in column.names):
        return column.written(value)
    return {}


def _date(before: When | None, said: When, first_seen: float, *, own: bool) -> When | None:
    if before and before.timestamp <= first_seen < said.timestamp:
        # What was on a listing before that moment was not published then: the feed means an update.
        return before
    return preferred_date(before, said, own=own)


def _changed(known: Row, said: Row) -> Row:
    return {name: value for name, value in said.items() if value != known[name]}


def _write(sql: sqlite3.Connection, entry_id: int, known: Row, said: Row) -> None:
    changed = _changed(known, said)
    if "title" in changed and _words_of(changed["title"]) != _words_of(known["title"]):
        changed["former_title"] = known["title"]
    words = not _SEARCHED.isdisjoint(changed)
    if words:
        index.remove(sql, entry_id)
    _write_columns(sql, entry_id, known, changed)
    if words:
        index.add(sql, entry_id)


def _words_of(title: str) -> list[str]:
    """A title without capitals and signs: another quotation mark is no other title."""
    return _WORDS.findall(title.casefold())


def _write_columns(sql: sqlite3.Connection, entry_id: int, known: Row, changed: Row) -> None:
    if not changed:
        return
    sql.execute(f"update entry set {assignments(changed)} where id = :id", {**changed, "id": entry_id})
    if not changed.keys().isdisjoint(_DATE.names):
        now = known | changed
        key = codec.sort_key(_DATE.read(now), now["first_seen"])
        sql.execute("update status set sort_key = ? where entry_id = ? and sort_key <> ?", (key, entry_id, key))
