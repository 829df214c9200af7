"""A library whose first page is lost: SQLite will not even call it a database, although all the rest is there.

The first page holds the file's header and the root of its table of tables. The header is that of any library of
this schema; what the root led to is found in the file itself (`schema_pages`), and where there is nothing to find,
a new library's root is tried too (sqlite.org/fileformat2.html).
"""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from tuinews.paths import make_private_file
from tuinews.store import schema
from tuinews.store.recovery.schema_pages import first_page_of_leaves
from tuinews.store.statements import scalars

PAGE = 4096
"""Bytes of a page: SQLite's default, which the store keeps."""

_VERSIONS = slice(18, 20)
_PAGE_COUNT = slice(28, 32)
_FREE_PAGES = slice(32, 40)


def with_new_first_page(damaged: Path, copy: Path) -> bool:
    """Write a copy of `damaged` that has a new library's first page; whether it has a library's tables then.

    Raises OSError or sqlite3.Error where the copy cannot be written.
    """
    if damaged.stat().st_size < PAGE:
        return False
    new = _first_page_of_new(copy)
    found = first_page_of_leaves(damaged, new, PAGE)
    return any(_opens(damaged, copy, page) for page in (found, new) if page is not None)


def _opens(damaged: Path, copy: Path, first_page: bytes) -> bool:
    """Write the copy with this first page; whether it has a library's tables then."""
    header = bytearray(first_page)
    make_private_file(copy)
    shutil.copyfile(damaged, copy)
    wal = Path(f"{damaged}-wal")
    if wal.exists():
        make_private_file(Path(f"{copy}-wal"))
        shutil.copyfile(wal, f"{copy}-wal")
    header[_VERSIONS] = b"\x02\x02" if wal.exists() else b"\x01\x01"
    header[_PAGE_COUNT] = (damaged.stat().st_size // PAGE).to_bytes(4, "big")
    header[_FREE_PAGES] = bytes(8)
    with copy.open("r+b") as file:
        file.write(header)
    return _has_tables(copy)


def _first_page_of_new(path: Path) -> bytes:
    make_private_file(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as sql:
        sql.execute(f"pragma page_size = {PAGE}")
        schema.migrate(sql)
    page = path.read_bytes()[:PAGE]
    os.unlink(path)
    return page


def _has_tables(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(path)) as sql:
            sql.execute("pragma writable_schema = on")
            names = set(scalars(sql, "select name from sqlite_master where type = 'table'"))
    except sqlite3.Error:
        return False
    return names.issuperset(schema.TABLES)
