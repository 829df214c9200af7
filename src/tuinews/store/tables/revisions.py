"""The table `revision`: what an article said before its page was changed, the last versions of it."""

import sqlite3

from tuinews.model.kept_article import Revision
from tuinews.store.encodings import DOCUMENT, MOMENT
from tuinews.store.tables.columns import Column, Columns

KEPT = 10
"""How many versions of an article stay besides the one that is read."""

REVISION = Columns(
    (
        Column("number"),
        Column("title"),
        Column("lead"),
        Column("document", DOCUMENT, ("blocks",)),
        Column("fetched", MOMENT),
        Column("replaced", MOMENT),
    )
)


def keep(sql: sqlite3.Connection, entry_id: int, replaced: float) -> None:
    """Keep the article of an entry as it is now as a version, before another takes its place."""
    sql.execute(
        "insert into revision (entry_id, number, title, lead, blocks, fetched, replaced) "
        f"select entry_id, {_TIMES} + 1, title, lead, blocks, fetched, :replaced from article a "
        "where entry_id = :entry",
        {"entry": entry_id, "replaced": replaced},
    )
    sql.execute(
        "delete from revision where entry_id = ? and number <= "
        "(select max(number) from revision where entry_id = ?) - ?",
        (entry_id, entry_id, KEPT),
    )


def of(sql: sqlite3.Connection, entry_id: int) -> list[Revision]:
    """The versions of an article that are kept, the newest first; a damaged one is left out."""
    found: list[Revision] = []
    query = f"select {REVISION.selected} from revision where entry_id = ? order by number desc"
    for row in sql.execute(query, (entry_id,)).fetchall():
        try:
            found += [Revision(**values) for values in REVISION.read([row])]
        except ValueError:
            continue
    return found


_TIMES = "coalesce((select max(r.number) from revision r where r.entry_id = a.entry_id), 0)"
TIMES = "coalesce((select max(r.number) from revision r where r.entry_id = article.entry_id), 0)"
"""What SQL asks of an article `article`: how often its text was changed since versions of it are kept."""
