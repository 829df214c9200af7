"""A library that is damaged, lost or not ours: what can be read goes into a new one, and the old file aside.

The new file is complete before the old one is touched, and each step is a rename, so that being killed half-way
never ends in an empty library: the next opening finishes what it finds.
"""

import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from tuinews.language import _, number
from tuinews.late import late_imports
from tuinews.model.opening import OpeningStep
from tuinews.store import schema
from tuinews.store.connecting import connect
from tuinews.store.failures import suspicion
from tuinews.store.recovery import backup
from tuinews.store.recovery.unfinished import COMPANIONS, unfinished
from tuinews.store.recovery.watch import Watch
from tuinews.store.statements import scalar

with late_imports(__name__):
    from tuinews.store.recovery import first_page, mend, salvage
    from tuinews.store.recovery.trees import whole_trees

_REBUILT = "library.rebuilt.sqlite3"
_OPENED = "library.opened.sqlite3"


def rebuild(library: Path, damaged: Path | None, why: str, now: datetime, watch: Watch) -> str:
    """Put a new library in the place of `library`, with all that can be saved; returns the message for the user.

    `damaged` is the file to save rows from, None where it is none of ours; `why` begins the message. The caller
    holds the library's lock. Raises sqlite3.Error, OSError, or StoreError where nobody waits any more, and then
    has changed nothing.
    """
    watch.tell(OpeningStep.MENDING)
    with unfinished(library.with_name(_REBUILT)) as rebuilding:
        saved, from_backup = _fill(rebuilding, library, damaged, watch)
        watch.check()
        os.replace(rebuilding, library.with_name(_REBUILT))
    aside = finish(library, now)
    parts = [
        _(
            "{sources} sources, {entries} entries and {articles} articles were recovered",
            sources=number(saved["source"]),
            entries=number(saved["entry"]),
            articles=number(saved["article"]),
        )
    ]
    if from_backup:
        parts.append(_("sources and marks were completed from {name}", name=from_backup.name))
    if aside:
        parts.append(_("the old file is {name}", name=aside.name))
    return f"{why}: {'; '.join(parts)}"


def complete(file: Path) -> None:
    """Make a whole library of a file that has only some tables of one, as a daily backup.

    Raises sqlite3.Error, OSError.
    """
    with unfinished(file.with_name(_REBUILT)) as rebuilding:
        _fill(rebuilding, file, file, Watch())
        os.replace(rebuilding, file)


def is_unfinished(library: Path) -> bool:
    """Whether a rebuilt library still waits for its place."""
    return library.with_name(_REBUILT).exists()


def finish(library: Path, now: datetime) -> Path | None:
    """Move the old file aside, with what belongs to it, and the rebuilt one into its place."""
    aside = _move_aside(library, now) if library.exists() else None
    os.replace(library.with_name(_REBUILT), library)
    suspicion(library).unlink(missing_ok=True)
    return aside


def _fill(target: Path, library: Path, damaged: Path | None, watch: Watch) -> tuple[dict[str, int], Path | None]:
    with closing(connect(target)) as sql:
        sql.execute("pragma synchronous = full")
        sql.execute("pragma foreign_keys = off")
        schema.migrate(sql)
        sql.execute("begin immediate")
        _save(sql, damaged, watch)
        from_backup = _complete(sql, library, watch)
        mend.mend(sql, watch)
        sql.execute("commit")
        saved = {table: salvage.count(sql, table) for table in ("source", "entry", "article")}
    return saved, from_backup


def _save(sql: sqlite3.Connection, damaged: Path | None, watch: Watch) -> None:
    if damaged is None or not damaged.is_file():
        return
    saved = salvage.copy_rows(damaged, sql, watch)
    with unfinished(damaged.with_name(_OPENED)) as copy:
        if whole_trees.with_whole_trees(damaged, copy, salvage.SAVED):
            more = salvage.copy_rows(copy, sql, watch)
            saved = {table: saved[table] + more[table] for table in saved}
    if saved["source"] or saved["entry"]:
        return
    with unfinished(damaged.with_name(_OPENED)) as copy:
        if first_page.with_new_first_page(damaged, copy):
            salvage.copy_rows(copy, sql, watch)


def _complete(sql: sqlite3.Connection, library: Path, watch: Watch) -> Path | None:
    """Add what the newest readable backup knows besides; it, where it gave anything."""
    for candidate in reversed(backup.existing(library)):
        more = salvage.copy_rows(candidate, sql, watch)
        if more["source"] or more["entry"] or more["status"]:
            return candidate
        if _holds_sources(candidate):
            return None
    return None


def _holds_sources(candidate: Path) -> bool:
    try:
        with closing(connect(candidate, "ro")) as sql:
            return bool(scalar(sql, "select exists (select 1 from source)"))
    except sqlite3.Error:
        return False


def _move_aside(library: Path, now: datetime) -> Path:
    stamp = f"library-damaged-{now:%Y%m%d-%H%M%S}"
    number = 1
    aside = library.with_name(f"{stamp}.sqlite3")
    while aside.exists():
        number += 1
        aside = library.with_name(f"{stamp}-{number}.sqlite3")
    for companion in COMPANIONS:
        if Path(f"{library}{companion}").exists():
            os.replace(f"{library}{companion}", f"{aside}{companion}")
    os.replace(library, aside)
    return aside
