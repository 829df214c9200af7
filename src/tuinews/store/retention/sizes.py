"""How much room entries take, before they go."""

import sqlite3
from collections.abc import Sequence

from tuinews.quick_dataclass import dataclass
from tuinews.store.statements import chunks, marks, scalars

_ROW_BYTES = 350
"""What an entry takes besides its texts: its places in the tables and indexes of lists."""

_INDEX_SHARE = 0.1
"""What the search index gives back of a text at once: the rest goes as it is merged."""

_TEXT = """
select coalesce(sum(
    length(cast(e.title as blob)) + coalesce(length(cast(e.summary as blob)), 0) + coalesce(a.length, 0)
), 0), coalesce(sum(
    length(cast(e.title as blob)) + coalesce(length(cast(e.summary as blob)), 0)
    + 2 * coalesce(length(e.url), 0) + length(e.authors) + length(e.enclosures) + coalesce(length(a.blocks), 0)
    + coalesce((select sum(length(r.blocks)) from revision r where r.entry_id = e.id), 0)
    + coalesce(length(f.html), 0) + coalesce(length(n.lines) + length(n.short_lines), 0)
), 0), count(*)
from entry e left join article a on a.entry_id = e.id left join feed_content f on f.entry_id = e.id
left join article_lines n on n.entry_id = e.id where e.id in ({marks})
"""


@dataclass(frozen=True, slots=True)
class DiskUsage:
    """Bytes of the library's file (about) and of its pictures."""

    text: int
    pictures: int


def disk_usage_of(sql: sqlite3.Connection, ids: Sequence[int]) -> DiskUsage:
    """The room that entries take: of their pictures, that of those which no other entry shows."""
    total = 0.0
    for part in chunks(ids):
        searched, stored, count = sql.execute(_TEXT.format(marks=marks(part)), part).fetchone()
        total += searched * _INDEX_SHARE + stored + count * _ROW_BYTES
    return DiskUsage(int(total), _pictures(sql, ids))


def _pictures(sql: sqlite3.Connection, ids: Sequence[int]) -> int:
    going = set(ids)
    addresses: set[str] = set()
    for part in chunks(ids):
        addresses.update(
            scalars(sql, f"select address from article_picture where entry_id in ({marks(part)})", part)
        )
    files: dict[str, int] = {}
    for address in addresses:
        if going.issuperset(scalars(sql, "select entry_id from article_picture where address = ?", (address,))):
            query = "select file, bytes from picture where address = ? and file is not null"
            files.update(sql.execute(query, (address,)).fetchall())
    return sum(size or 0 for size in files.values())
