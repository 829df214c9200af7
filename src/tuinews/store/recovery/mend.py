"""Make the rows that were saved fit together again: nothing without its parent, nothing unreadable, one index."""

import sqlite3

from tuinews.address import source_key
from tuinews.language import _
from tuinews.model.source import Source, SourceKind
from tuinews.store import codec, schema
from tuinews.store.accounts.tables import ACCOUNT_TABLES
from tuinews.store.lists import tally
from tuinews.store.recovery.watch import Watch
from tuinews.store.schema_steps import ENTRY_ADDRESSES, TEXTS_INTO_BLOCKS, WORDS_COUNTED
from tuinews.store.search import index
from tuinews.store.statements import marks, scalars
from tuinews.store.stories.tables import FOLD_ANEW
from tuinews.store.tables import articles, pictures
from tuinews.store.tables.columns import insert
from tuinews.store.tables.entry_columns import ENTRY
from tuinews.store.tables.sources import SOURCE
from tuinews.store.tables.status import REPEATED, SHOWN

_DATE = ENTRY["published"]
LOST_SOURCE = "lost:"
"""Begins the address of a source of which only the entries were saved; it is never fetched."""


def mend(sql: sqlite3.Connection, watch: Watch) -> None:
    """Complete and clean a library after `salvage`; foreign keys may be switched on afterwards.

    Raises StoreError where nobody waits for it any more.
    """
    _drop_strays(sql)
    _drop_strays_of_accounts(sql)
    _name_kinds(sql)
    _complete_sources(sql)
    _name_entries(sql)
    _complete_status(sql)
    _complete_listed(sql)
    _check_articles(sql)
    _examine_again(sql)
    _agree(sql)
    index.rebuild(sql, watch)


_BY_ENTRY = """
select t.name, k."from" from sqlite_master t, pragma_foreign_key_list(t.name) k
where t.type = 'table' and k."table" = 'entry' order by t.name, k."from"
"""
"""Every table that is about entries, and the column that says of which: as the schema has them, and not a list
that the next table would be missing from."""


def _drop_strays(sql: sqlite3.Connection) -> None:
    for table, column in sql.execute(_BY_ENTRY).fetchall():
        sql.execute(f"delete from {table} where {column} not in (select id from entry)")
    for table in ("retired", "last_listing"):
        sql.execute(f"delete from {table} where source_id not in (select id from source)")


def _drop_strays_of_accounts(sql: sqlite3.Connection) -> None:
    """What has lost its account waits for nobody. A subscription whose source was lost comes back
    from the server; it must not look like one that was removed here.
    """
    for table in ACCOUNT_TABLES[1:]:
        sql.execute(f"delete from {table} where account_id not in (select id from account)")
    sql.execute("delete from account_source where source_id not in (select id from source)")


def _name_kinds(sql: sqlite3.Connection) -> None:
    """Give a kind to what has none that is known: what has no web address is no feed, and nothing fetches it."""
    known = tuple(SourceKind)
    unknown = f"kind not in ({marks(known)})"
    is_web = "(url glob 'http://*' or url glob 'https://*')"
    sql.execute(f"update source set kind = ? where {is_web} and {unknown}", (SourceKind.FEED, *known))
    sql.execute(f"update source set kind = ? where url glob 'file://*' and {unknown}", (SourceKind.MAIL, *known))
    sql.execute(f"update source set kind = ? where {unknown}", (SourceKind.PAGES, *known))


def _complete_sources(sql: sqlite3.Connection) -> None:
    lost = sql.execute(
        "select source_id from entry union select source_id from listed except select id from source"
    ).fetchall()
    for source_id, url in sql.execute("select id, url from source").fetchall():
        sql.execute("update source set key = ? where id = ?", (source_key(str(url)), source_id))
    error = _("its address was lost when the library was damaged; add it again")
    for (source_id,) in lost:
        address = f"{LOST_SOURCE}{source_id}"
        title = _("Lost source {id}", id=source_id)
        source = Source(source_id, SourceKind.FEED, title, address, error=error, gone=True)
        insert(sql, "source", {**SOURCE.written(source), "key": address})


def _name_entries(sql: sqlite3.Connection) -> None:
    """Give the entries of an older version the addresses by which this one knows them."""
    for statement in schema.statements(ENTRY_ADDRESSES):
        sql.execute(statement)


def _complete_status(sql: sqlite3.Connection) -> None:
    rows = sql.execute(
        f"select id, first_seen, {', '.join(_DATE.names)} from entry where id not in (select entry_id from status)"
    ).fetchall()
    for entry_id, first_seen, *date in rows:
        key = codec.sort_key(_DATE.encoding.read(*date), first_seen)
        insert(sql, "status", {"entry_id": entry_id, "sort_key": key})


def _complete_listed(sql: sqlite3.Connection) -> None:
    sql.execute(
        "insert or ignore into listed (source_id, entry_id, identity, sort_key) "
        "select e.source_id, e.id, coalesce(e.canonical, e.url, 'lost:' || e.id), 0 from entry e "
        "where e.id not in (select entry_id from listed)"
    )


def _check_articles(sql: sqlite3.Connection) -> None:
    for statement in schema.statements(TEXTS_INTO_BLOCKS + WORDS_COUNTED):
        sql.execute(statement)
    for entry_id in scalars(sql, "select entry_id from article"):
        if articles.one(sql, entry_id) is None:
            sql.execute("delete from article where entry_id = ?", (entry_id,))


def _examine_again(sql: sqlite3.Connection) -> None:
    """A feed's own text whose article was lost is kept as one again at the next refresh."""
    sql.execute("update feed_content set examined = 0 where entry_id not in (select entry_id from article)")


def _agree(sql: sqlite3.Connection) -> None:
    """What is written twice for speed is made the same."""
    sql.execute("update status set kept = exists (select 1 from article a where a.entry_id = status.entry_id)")
    sql.execute(f"update status set shown = muted = 0 and {SHOWN}")
    sql.execute(
        f"update listed set ({', '.join(REPEATED)}) = "
        f"(select {', '.join(REPEATED)} from status s where s.entry_id = listed.entry_id)"
    )
    pictures.agree_everywhere(sql)
    sql.execute(FOLD_ANEW)
    tally.count_anew(sql)
