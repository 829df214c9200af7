"""An entry that is known already and is listed again: what of it is news, and what stays.

Status, first_seen and id stay. Nothing that is known is forgotten because a listing leaves it out. The source
that an entry belongs to may restate it; another source that lists it too only fills in what is missing.
"""

import sqlite3
from typing import Any

from tuinews.model.entry import Entry
from tuinews.model.when import Precision, When
from tuinews.store import codec
from tuinews.store.search import index

_FINEST_FIRST = tuple(Precision)
_COLUMNS = (
    "canonical", "url", "title", "summary", "authors", "published", "precision", "earliest", "image", "lang",
    "comments", "enclosures",
)  # fmt: skip
_INDEXED = ("title", "summary", "authors")
_DATE = ("published", "precision", "earliest")


def date_of(entry: Entry) -> When | None:
    """The date that an entry is listed by; Atom entries may have `updated` alone."""
    return entry.published or entry.updated


def update(sql: sqlite3.Connection, source_id: int, entry_id: int, entry: Entry, canonical: str | None) -> None:
    """Take over what `entry` says anew of a known entry; writes nothing where nothing changed."""
    row = sql.execute(
        f"select {', '.join(_COLUMNS)}, source_id, first_seen from entry where id = ?", (entry_id,)
    ).fetchone()
    known: dict[str, Any] = dict(zip((*_COLUMNS, "source_id", "first_seen"), row, strict=True))
    said = _said(sql, entry, canonical, known, own=known["source_id"] == source_id)
    _write(sql, entry_id, known, {name: value for name, value in said.items() if value != known[name]})
    if entry.content:
        sql.execute(
            "insert into feed_content (entry_id, html) values (?, ?) on conflict (entry_id) "
            "do update set html = excluded.html, examined = 0 where html <> excluded.html",
            (entry_id, codec.packed(entry.content)),
        )


def fill_missing(
    sql: sqlite3.Connection,
    entry_id: int,
    published: When | None,
    authors: tuple[str, ...],
    summary: str | None,
) -> None:
    """Take over from an article what its listing left out; the caller re-indexes the entry."""
    row = sql.execute(f"select {', '.join(_COLUMNS)}, first_seen from entry where id = ?", (entry_id,)).fetchone()
    known: dict[str, Any] = dict(zip((*_COLUMNS, "first_seen"), row, strict=True))
    said = _date(known, published, own=False)
    if authors and known["authors"] == "[]":
        said["authors"] = codec.strings_to_column(authors)
    if summary and not known["summary"]:
        said["summary"] = summary
    _write_columns(sql, entry_id, known, {name: value for name, value in said.items() if value != known[name]})


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


def _said(
    sql: sqlite3.Connection, entry: Entry, canonical: str | None, known: dict[str, Any], *, own: bool
) -> dict[str, Any]:
    said: dict[str, Any] = {
        "url": entry.url,
        "title": entry.title or None,
        "summary": entry.summary or None,
        "authors": codec.strings_to_column(entry.authors) if entry.authors else None,
        "image": entry.image,
        "lang": entry.lang,
        "comments": entry.comments,
        "enclosures": codec.enclosures_to_column(entry.enclosures) if entry.enclosures else None,
    }
    kept = {name: value for name, value in said.items() if value is not None}
    if not own:
        kept = {name: value for name, value in kept.items() if known[name] in (None, "", "[]")}
    if own and canonical is not None and canonical != known["canonical"]:
        taken = sql.execute("select 1 from entry where canonical = ?", (canonical,)).fetchone()
        if not taken:
            kept["canonical"] = canonical
    return kept | _date(known, date_of(entry), own=own)


def _date(known: dict[str, Any], said: When | None, *, own: bool) -> dict[str, Any]:
    before = codec.when_from_columns(known["published"], known["precision"], known["earliest"])
    if before and said and before.timestamp <= known["first_seen"] < said.timestamp:
        # What was on a listing before that moment was not published then: the feed means an update.
        said = None
    return dict(zip(_DATE, codec.when_to_columns(preferred_date(before, said, own=own)), strict=True))


def _write(sql: sqlite3.Connection, entry_id: int, known: dict[str, Any], changed: dict[str, Any]) -> None:
    words = any(name in changed for name in _INDEXED)
    if words:
        index.remove(sql, entry_id)
    _write_columns(sql, entry_id, known, changed)
    if words:
        index.add(sql, entry_id)


def _write_columns(sql: sqlite3.Connection, entry_id: int, known: dict[str, Any], changed: dict[str, Any]) -> None:
    if not changed:
        return
    assignments = ", ".join(f"{name} = ?" for name in changed)
    sql.execute(f"update entry set {assignments} where id = ?", (*changed.values(), entry_id))
    if "published" in changed or "precision" in changed:
        now = known | changed
        published = codec.when_from_columns(now["published"], now["precision"], now["earliest"])
        key = codec.sort_key(published, now["first_seen"])
        sql.execute("update status set sort_key = ? where entry_id = ? and sort_key <> ?", (key, entry_id, key))
