"""How much each list holds: kept by triggers (`tally_schema`), so that no key press waits for a walk over all."""

import sqlite3

from tuinews.model.view import Counts, Filter, View
from tuinews.quick_dataclass import dataclass
from tuinews.store import schema
from tuinews.store.lists.tally_schema import COUNT_ANEW
from tuinews.store.stories.tables import COUNT_FOLDED, FOLDED

EVERYWHERE = 0
"""The number under which the lists of all are counted, which no source has."""

_COUNTED = "total, unread, starred, offline"


@dataclass(frozen=True, slots=True)
class WrongTally:
    """A list that does not hold what was counted: the source's number, what it holds, and what was counted."""

    source_id: int
    holds: Counts
    counted: Counts | None


def everywhere(sql: sqlite3.Connection) -> Counts:
    """How many entries each filter lists over all sources."""
    return of_source(sql, EVERYWHERE)


def of_source(sql: sqlite3.Connection, source_id: int) -> Counts:
    """How many entries each filter lists of a source; none of an unknown one."""
    row = sql.execute(f"select {_COUNTED} from tally where source_id = ?", (source_id,)).fetchone()
    return Counts(*(row or (0, 0, 0, 0)))


def of_every_source(sql: sqlite3.Connection) -> dict[int, Counts]:
    """How many entries each filter lists of each source, by its number."""
    rows = sql.execute(f"select source_id, {_COUNTED} from tally where source_id > {EVERYWHERE}")
    return {source_id: Counts(*counted) for source_id, *counted in rows}


def size_of(sql: sqlite3.Connection, view: View) -> int | None:
    """How many entries a view lists; None where only a walk over them tells: a folder, a search, a saved view,
    the stories of a source."""
    if view.folder is not None or view.query is not None or view.saved_id is not None:
        return None
    if view.has_stories and view.source_id is not None:
        return None
    counts = of_source(sql, EVERYWHERE if view.source_id is None else view.source_id)
    folded = of_source(sql, FOLDED) if view.has_stories else Counts(0, 0, 0, 0)
    sizes = {
        Filter.ALL: counts.all - folded.all,
        Filter.UNREAD: counts.unread - folded.unread,
        Filter.STARRED: counts.starred,
        Filter.OFFLINE: counts.offline,
    }
    return sizes[view.filter]


def count_anew(sql: sqlite3.Connection) -> None:
    """Count everything: half a second for a million entries."""
    for statement in schema.statements(COUNT_ANEW + COUNT_FOLDED):
        sql.execute(statement)


def wrong(sql: sqlite3.Connection) -> list[WrongTally]:
    """The lists that were counted wrongly, found by counting; nothing is kept of it."""
    before = {EVERYWHERE: everywhere(sql), FOLDED: of_source(sql, FOLDED), **of_every_source(sql)}
    sql.execute("savepoint counting")
    try:
        count_anew(sql)
        after = {EVERYWHERE: everywhere(sql), FOLDED: of_source(sql, FOLDED), **of_every_source(sql)}
    finally:
        sql.execute("rollback to counting")
        sql.execute("release counting")
    return [
        WrongTally(source_id, holds, before.get(source_id))
        for source_id, holds in after.items()
        if holds != before.get(source_id)
    ]
