"""Notes: what a person wrote to an article. Their words are in the search index with those of the article."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from tuinews.late import late_imports
from tuinews.store import codec
from tuinews.store.statements import chunks, marks, scalar

with late_imports(__name__):
    from tuinews.store.search import index


def of(sql: sqlite3.Connection, ids: Sequence[int]) -> dict[int, str]:
    """The notes of those of these entries that have one, by their ids."""
    found: dict[int, str] = {}
    for part in chunks(ids):
        found.update(sql.execute(f"select entry_id, text from note where entry_id in ({marks(part)})", part))
    return found


def put(sql: sqlite3.Connection, entry_id: int, text: str, now: datetime) -> None:
    """Give an entry this note, none where it is empty; one that is not there any more gets none."""
    if scalar(sql, "select 1 from entry where id = ?", (entry_id,)) is None:
        return
    index.remove(sql, entry_id)
    sql.execute("delete from note where entry_id = ?", (entry_id,))
    if text:
        values = (entry_id, text, codec.seconds(now))
        sql.execute("insert into note (entry_id, text, changed) values (?, ?, ?)", values)
    index.add(sql, entry_id)
