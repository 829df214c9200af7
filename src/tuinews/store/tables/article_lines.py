"""The table `article_lines`: what is remembered of the articles of a source, to tell what its site repeats.

It is made from what is kept, so a row may be missing: of an article that an older version kept, or that was kept
anew. `unlearned` names those, and whoever can read their lines gives them to `learn`.
"""

import sqlite3
import struct
from collections.abc import Iterable, Sequence

from tuinews.model.article import TextKind
from tuinews.model.kept_article import MOST_REMEMBERED, ArticleLines, SiteMemory
from tuinews.store.statements import chunks, marks, scalar, scalars

_KINDS = tuple(kind.value for kind in TextKind if kind.is_automatic)
_NEWEST = "select entry_id from article_lines where source_id = :source order by entry_id desc limit :most"


def memory(sql: sqlite3.Connection, entry_id: int) -> SiteMemory:
    """What is remembered of the source of an entry; nothing where a person told how its pages are read."""
    source = scalar(
        sql,
        "select s.id from entry e join source s on s.id = e.source_id where e.id = ? and s.removed_at is null "
        "and s.repair_body is null and s.repair_drop is null",
        (entry_id,),
    )
    if source is None:
        return SiteMemory()
    rows = sql.execute(
        "select entry_id, lines, short_lines, letters from article_lines where source_id = ? "
        "order by entry_id desc limit ?",
        (source, MOST_REMEMBERED),
    )
    return SiteMemory(tuple(_read(row) for row in rows)[::-1])


def unlearned(sql: sqlite3.Connection, entry_id: int) -> list[int]:
    """Of the articles of an entry's source that should be remembered those that are not."""
    newest = (
        "select e.id from entry e join status s on s.entry_id = e.id and s.kept = 1 "
        "where e.source_id = (select source_id from entry where id = ?) order by e.id desc limit ?"
    )
    return scalars(
        sql,
        f"select a.entry_id from ({newest}) n join article a on a.entry_id = n.id "
        f"where a.kind in ({marks(_KINDS)}) and not exists "
        "(select 1 from article_lines l where l.entry_id = a.entry_id)",
        (entry_id, MOST_REMEMBERED, *_KINDS),
    )


def learn(sql: sqlite3.Connection, articles: Iterable[ArticleLines]) -> None:
    """Remember articles, each an entry's, and forget the oldest of their sources; unknown entries are left out."""
    for one in articles:
        source = scalar(sql, "select source_id from entry where id = ?", (one.article,))
        if source is None:
            continue
        sql.execute(
            "insert or replace into article_lines (entry_id, source_id, lines, short_lines, letters) "
            "values (?, ?, ?, ?, ?)",
            (one.article, source, _packed(one.lines), _packed(one.short_lines), one.letters),
        )
        bounds = {"source": source, "most": MOST_REMEMBERED}
        sql.execute(f"delete from article_lines where source_id = :source and entry_id not in ({_NEWEST})", bounds)


def forget(sql: sqlite3.Connection, entry_id: int) -> None:
    """Forget the lines of an article that changes."""
    sql.execute("delete from article_lines where entry_id = ?", (entry_id,))


def forget_sources(sql: sqlite3.Connection, ids: Sequence[int]) -> None:
    """Forget all that is remembered of sources."""
    for part in chunks(ids):
        sql.execute(f"delete from article_lines where source_id in ({marks(part)})", part)


def _packed(numbers: Sequence[int]) -> bytes:
    return struct.pack(f"<{len(numbers)}q", *numbers)


def _unpacked(blob: bytes) -> tuple[int, ...]:
    """The numbers of `_packed`; none where a damaged file left something else."""
    if not isinstance(blob, bytes) or len(blob) % 8:
        return ()
    return struct.unpack(f"<{len(blob) // 8}q", blob)


def _read(row: tuple[int, bytes, bytes, int]) -> ArticleLines:
    entry_id, lines, short_lines, letters = row
    return ArticleLines(entry_id, _unpacked(lines), _unpacked(short_lines), letters)
