"""Which tables a file has, and how an older one is brought to the newest version (`schema_steps`)."""

import sqlite3
from contextlib import suppress

from tuinews.address import canonical, source_key
from tuinews.folding import word_count
from tuinews.late import late_imports
from tuinews.store.accounts.tables import ACCOUNT_TABLES
from tuinews.store.codec import text_of_blob, with_text
from tuinews.store.schema_steps import MIGRATIONS
from tuinews.store.statements import scalar
from tuinews.store.stories.tables import STORY_TABLES

with late_imports(__name__):
    from tuinews.store.search import spelt_anew

APPLICATION_ID = 0x74756E77
"""SQLite header field that says whose file it is: "tunw"."""

RENAMED = {("source", "canonical"): "key"}
"""Columns of older versions that have another name now, for what is saved out of their files."""

VERSION = len(MIGRATIONS)

TABLES = ("source", "entry", "status", "listed", "article", "feed_content", "pause", "state")
"""The tables that hold something that cannot be made anew from the others, parents first."""

BESIDES = (
    *("picture", "article_picture", "standing_query", "tag", "retired", "last_listing"),
    *ACCOUNT_TABLES,
    *("note", "highlight", "revision"),
    "download",
    *STORY_TABLES,
)
"""What is saved besides, where there is any of it: older files have no such tables."""

EVERY_TABLE = (*TABLES, *BESIDES, "article_lines", "change", "tally", "likeness")
"""The tables of a whole file of this version."""


def version(sql: sqlite3.Connection) -> int:
    """The schema's version in the file; 0 for a new one."""
    return int(scalar(sql, "pragma user_version"))


def migrate(sql: sqlite3.Connection, steps: tuple[str, ...] = MIGRATIONS) -> None:
    """Bring the file to the newest version in one transaction; another process may have done it meanwhile."""
    sql.create_function("source_key", 1, source_key, deterministic=True)
    sql.create_function("article_address", 1, canonical, deterministic=True)
    sql.create_function("with_text", 2, with_text, deterministic=True)
    sql.create_function("article_text", 1, text_of_blob, deterministic=True)
    sql.create_function("word_count", 1, word_count, deterministic=True)
    sql.execute("begin immediate")
    try:
        before = version(sql)
        for step in steps[before:]:
            for statement in statements(step):
                sql.execute(statement)
        if 0 < before < spelt_anew.BEFORE <= len(steps):
            spelt_anew.spell_anew(sql)
        sql.execute(f"pragma application_id = {APPLICATION_ID}")
        sql.execute(f"pragma user_version = {len(steps)}")
        sql.execute("commit")
    except BaseException:
        # A full disk makes SQLite roll back by itself.
        with suppress(sqlite3.Error):
            sql.execute("rollback")
        raise


def statements(script: str) -> list[str]:
    """The single statements of a script (`executescript` would commit the transaction that is open)."""
    found: list[str] = []
    pending = ""
    for line in script.splitlines():
        pending += line + "\n"
        if sqlite3.complete_statement(pending):
            found.append(pending.strip())
            pending = ""
    return [statement for statement in found if statement]
