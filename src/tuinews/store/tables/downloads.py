"""The table of downloads: what was wanted, how far it is, and which process is at it."""

import sqlite3
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from tuinews.errors import NotFoundError, Remedy
from tuinews.language import _
from tuinews.model.media.downloads import Download, DownloadState, NewDownload, QueueingResult
from tuinews.store import codec
from tuinews.store.encodings import FAILURE, MOMENT, Encoding, member_of
from tuinews.store.tables.columns import Column, Columns, assignments, insert

_PATH = Encoding(lambda path: (str(path) if path else None,), lambda text: Path(text) if text else None)

_ALL = Columns(
    (
        Column("id"),
        Column("entry_id"),
        Column("address"),
        Column("title"),
        Column("state", member_of(DownloadState)),
        Column("added", MOMENT),
        Column("file", _PATH),
        Column("received"),
        Column("total"),
        Column("validator"),
        Column("media_type"),
        Column("error", FAILURE),
    )
)
_GOES_ON = "state in ('waiting', 'running')"
_STANDS_STILL = "state in ('failed', 'paused')"


def every(sql: sqlite3.Connection) -> list[Download]:
    """All downloads, in the order in which they were wanted."""
    return [
        Download(**known) for known in _ALL.read(sql.execute(f"select {_ALL.selected} from download order by id"))
    ]


def one(sql: sqlite3.Connection, download_id: int) -> Download:
    """The download of an id; raises NotFoundError."""
    rows = sql.execute(f"select {_ALL.selected} from download where id = ?", (download_id,)).fetchall()
    for known in _ALL.read(rows):
        return Download(**known)
    what = _("download {download_id}", download_id=download_id)
    raise NotFoundError(what, _("it is not in the list"), Remedy.LISTED_DOWNLOADS)


def add(sql: sqlite3.Connection, new: Sequence[NewDownload], now: datetime) -> QueueingResult:
    """Put files at the end of the queue; one that is in it keeps its place, and one that stood still goes on."""
    added = 0
    for wanted in new:
        known = sql.execute("select id from download where address = ?", (wanted.address,)).fetchone()
        if known is None:
            insert(
                sql,
                "download",
                {
                    "entry_id": wanted.entry_id,
                    "address": wanted.address,
                    "title": wanted.title,
                    "media_type": wanted.media_type,
                    "added": codec.seconds(now),
                },
            )
            added += 1
        else:
            sql.execute(
                f"update download set state = 'waiting', error = '' where id = ? and {_STANDS_STILL}", known
            )
    return QueueingResult(added, len(new) - added)


def take(sql: sqlite3.Connection, download_id: int, mine: str, is_free: Callable[[str], bool]) -> Download | None:
    """Claim a download that waits, or whose process is gone; None where it is another's, or does not go on."""
    query = f"select claim from download where id = ? and {_GOES_ON}"
    found = sql.execute(query, (download_id,)).fetchone()
    if found is None:
        return None
    (claim,) = found
    if claim and not is_free(claim):
        return None
    sql.execute("update download set state = 'running', claim = ? where id = ?", (mine, download_id))
    return one(sql, download_id)


def note(sql: sqlite3.Connection, now: Download, mine: str, next_claim: str | None) -> bool:
    """Keep how far a download is, and the claim to it from now on; False, and nothing is kept, where it is not
    `mine` any more: it was paused, taken out of the list, or taken over.
    """
    values = _ALL.written(now) | {"claim": next_claim}
    changed = sql.execute(
        f"update download set {assignments(values)} where id = :id and claim = :mine and state = 'running'",
        values | {"mine": mine},
    )
    return changed.rowcount > 0


def set_state(sql: sqlite3.Connection, download_id: int, state: DownloadState) -> None:
    """Have a download wait, or stand still; whoever is at it learns so from its next note."""
    change = "update download set state = ?, error = '', claim = null where id = ?"
    sql.execute(change, (state.value, download_id))


def remove(sql: sqlite3.Connection, download_id: int) -> None:
    """Take a download out of the list."""
    sql.execute("delete from download where id = ?", (download_id,))


def claims(sql: sqlite3.Connection) -> dict[int, str]:
    """The claims to downloads, by their ids."""
    return dict(sql.execute("select id, claim from download where claim is not null"))
