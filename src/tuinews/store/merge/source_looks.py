"""What a look at a source says of the source itself: well, failed, gone, moved, due."""

import sqlite3
from dataclasses import replace
from datetime import datetime

from tuinews import address
from tuinews.model.refresh import FailedRefresh, Refreshed
from tuinews.model.source import SourceKind
from tuinews.store import codec
from tuinews.store.statements import scalar
from tuinews.store.tables import key_values
from tuinews.store.tables.columns import assignments
from tuinews.store.tables.sources import SOURCE


def record_not_modified(
    sql: sqlite3.Connection,
    source_id: int,
    fetched: datetime,
    next_refresh: datetime | None,
    etag: str | None,
) -> None:
    """The server says that nothing changed: all is well, and due again at `next_refresh`."""
    well: dict[str, object] = {"error": None, "gone": False, "failing_since": None}
    _record_look(sql, source_id, last_refresh=fetched, next_refresh=next_refresh, **well)
    if etag is not None:
        _record_look(sql, source_id, etag=etag)


def record_failure(sql: sqlite3.Connection, source_id: int, failed: FailedRefresh) -> None:
    """The source could not be read; its entries stay."""
    _record_look(
        sql,
        source_id,
        last_refresh=failed.asked,
        next_refresh=failed.next_refresh,
        error=failed.error,
        gone=failed.is_gone,
    )
    since = "update source set failing_since = coalesce(failing_since, ?) where id = ?"
    sql.execute(since, (codec.seconds(failed.asked), source_id))


def set_due(sql: sqlite3.Connection, source_id: int, next_refresh: datetime) -> None:
    """A source is due at another moment; what the look before said of it stays: no network says nothing of it."""
    _record_look(sql, source_id, next_refresh=next_refresh)


def record_source(sql: sqlite3.Connection, source_id: int, refreshed: Refreshed) -> None:
    """A source was read: its validators, its name, and where it lives now."""
    url = scalar(sql, "select url from source where id = ?", (source_id,))
    if refreshed.url and not _move(sql, source_id, refreshed.url):
        # What came is another address's: its kind and its validators say nothing of this one.
        refreshed = replace(refreshed, etag=None, last_modified=None, kind=None)
    _record_look(
        sql,
        source_id,
        last_refresh=refreshed.fetched,
        next_refresh=refreshed.next_refresh,
        error=None,
        gone=False,
        failing_since=None,
        etag=refreshed.etag,
        last_modified=refreshed.last_modified,
        **({"kind": refreshed.kind} if refreshed.kind else {}),
    )
    sql.execute(
        "update source set site_url = coalesce(site_url, ?) where id = ?", (refreshed.listing.url, source_id)
    )
    if refreshed.listing.title:
        _name(sql, source_id, refreshed.listing.title, ("", url, address.name_of(url)))


def _record_look(sql: sqlite3.Connection, source_id: int, **fields: object) -> None:
    """Write what a look at a source says of it, by the fields of `Source`."""
    values: dict[str, object] = {}
    for field, value in fields.items():
        values |= SOURCE[field].written(value)
    sql.execute(f"update source set {assignments(values)} where id = :id", {**values, "id": source_id})


def _name(sql: sqlite3.Connection, source_id: int, own: str, unnamed: tuple[str, ...]) -> None:
    """Give a source its own name, where it has none yet, or has the one that it gave itself before."""
    key = f"own name:{source_id}"
    before = key_values.state(sql, key)
    title, kind = sql.execute("select title, kind from source where id = ?", (source_id,)).fetchone()
    is_own = before is not None and title == before and kind == SourceKind.FEED
    if title in unnamed or (is_own and own != before):
        sql.execute("update source set title = ? where id = ?", (own, source_id))
    if own != before:
        key_values.keep_state(sql, key, own)


def _move(sql: sqlite3.Connection, source_id: int, url: str) -> bool:
    """Move a source to another address; whether it moved.

    Where another source lives there already, or lived before it was removed, it stays: two sources never become
    one by themselves.
    """
    key = address.source_key(url)
    moved = sql.execute(
        "update source set url = ?, key = ? where id = ? and not exists "
        "(select 1 from source o where (o.key = ? or o.url = ?) and o.id <> source.id)",
        (url, key, source_id, key, url),
    )
    return moved.rowcount > 0


def is_living(sql: sqlite3.Connection, source_id: int) -> bool:
    """Whether there is such a source, which was not removed."""
    return scalar(sql, "select 1 from source where id = ? and removed_at is null", (source_id,)) is not None


def is_hidden(sql: sqlite3.Connection, source_id: int) -> bool:
    """Whether the entries of a source are left out of the lists of all."""
    return bool(scalar(sql, "select hidden from source where id = ?", (source_id,)))
