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
from tuinews.store.connecting import PAGE
from tuinews.store.recovery.schema_pages import first_page_of_leaves
from tuinews.store.statements import scalars

OLDER_PAGE = 4096
"""Bytes of a page of libraries that were made before pages were of `connecting.PAGE`: SQLite's default."""

_LOOKED_AT = 4000
"""Pages in which it is looked at what stands where smaller pages would begin."""

_FEW = 0.1
"""Share of these places that look like the beginning of a page by chance."""

_OF_A_TREE = frozenset((2, 5, 10, 13))
"""With which of these a page of a tree begins (sqlite.org/fileformat2.html, 1.6)."""
_WAL_PAGE_SIZE = slice(8, 12)

_VERSIONS = slice(18, 20)
_PAGE_COUNT = slice(28, 32)
_FREE_PAGES = slice(32, 40)


def with_new_first_page(damaged: Path, copy: Path) -> bool:
    """Write a copy of `damaged` that has a new library's first page; whether it has a library's tables then.

    Raises OSError or sqlite3.Error where the copy cannot be written.
    """
    size = _page_size(damaged)
    if damaged.stat().st_size < size:
        return False
    new = _first_page_of_new(copy, size)
    found = first_page_of_leaves(damaged, new, size)
    return any(_opens(damaged, copy, page) for page in (found, new) if page is not None)


def _page_size(damaged: Path) -> int:
    """How large the pages of a file are whose header is lost: as the log of writes beside it says, else by what
    stands where only smaller pages begin: the kind of a page, or anything.
    """
    wal = Path(f"{damaged}-wal")
    if wal.exists():
        with wal.open("rb") as file:
            stated = int.from_bytes(file.read(_WAL_PAGE_SIZE.stop)[_WAL_PAGE_SIZE], "big")
        if stated in (PAGE, OLDER_PAGE):
            return stated
    with damaged.open("rb") as file:
        places = range(OLDER_PAGE, min(damaged.stat().st_size, PAGE * _LOOKED_AT), PAGE)
        kinds = [file.read(1) for place in places if file.seek(place)]
    of_a_tree = sum(kind[0] in _OF_A_TREE for kind in kinds if kind)
    return OLDER_PAGE if of_a_tree > _FEW * len(kinds) else PAGE


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
    header[_PAGE_COUNT] = (damaged.stat().st_size // len(first_page)).to_bytes(4, "big")
    header[_FREE_PAGES] = bytes(8)
    with copy.open("r+b") as file:
        file.write(header)
    return _has_tables(copy)


def _first_page_of_new(path: Path, size: int) -> bytes:
    make_private_file(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as sql:
        sql.execute(f"pragma page_size = {size}")
        schema.migrate(sql)
    page = path.read_bytes()[:size]
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
