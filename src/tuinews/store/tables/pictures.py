"""The tables `picture` (what is known of an address) and `article_picture` (which articles show it).

A row of `picture` has a file, or says why there is none: the error of the last attempt, or nothing, where the
picture was given up for want of room. An article is complete when it is kept and every picture of it has a file.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from tuinews.model.kept_article import NO_PICTURE, PictureSize
from tuinews.quick_dataclass import dataclass
from tuinews.store import codec
from tuinews.store.retention.protection import WANTED
from tuinews.store.statements import chunks, marks, scalars

RETRY = timedelta(days=1)
"""What failed once is not asked for again, by a refresh, for so long."""

_JUST_FAILED = timedelta(hours=1)
"""What failed so lately is not asked for again by who opens its article, and gets no room in the text."""

_ROOM = 0.95
"""The part of the budget that is left filled where it was exceeded, so that the next picture has room."""

_MISSING = "(p.address is null or (p.file is null and p.error is not null and p.fetched < :before))"
"""A picture that a refresh should ask for; not one that was given up for want of room."""


@dataclass(frozen=True, slots=True)
class PictureFile:
    """The file of a picture, and its size in pixels."""

    name: str
    width: int
    height: int


def keep(sql: sqlite3.Connection, address: str, file: PictureFile, size: int, now: datetime) -> None:
    """Note the file of a picture, `size` bytes."""
    sql.execute(
        "insert or replace into picture (address, file, width, height, bytes, error, fetched) "
        "values (?, ?, ?, ?, ?, null, ?)",
        (address, file.name, file.width, file.height, size, codec.seconds(now)),
    )
    _agree_on(sql, [address])


def note_failure(sql: sqlite3.Connection, address: str, why: str, now: datetime) -> None:
    """Note why a picture could not be had; one that is kept stays."""
    sql.execute(
        "insert into picture (address, error, fetched) values (?, ?, ?) on conflict (address) "
        "do update set error = excluded.error, fetched = excluded.fetched where file is null",
        (address, why, codec.seconds(now)),
    )


def file_of(sql: sqlite3.Connection, address: str) -> PictureFile | None:
    """The file of a picture, None where it is not kept."""
    row = sql.execute(
        "select file, width, height from picture where address = ? and file is not null", (address,)
    ).fetchone()
    return PictureFile(*row) if row else None


def sizes(sql: sqlite3.Connection, entry_id: int, now: datetime) -> Mapping[str, PictureSize]:
    """The sizes of the pictures of an article that are kept, by their addresses; `NO_PICTURE` of one that could
    not be had within the last hour."""
    rows = sql.execute(
        "select p.address, p.width, p.height, p.file is not null as kept from article_picture a "
        "join picture p on p.address = a.address where a.entry_id = :entry "
        "and (kept or (p.error is not null and p.fetched >= :after))",
        {"entry": entry_id, "after": codec.seconds(now - _JUST_FAILED)},
    )
    return {address: PictureSize(width, height) if kept else NO_PICTURE for address, width, height, kept in rows}


def link(sql: sqlite3.Connection, entry_id: int, addresses: Iterable[str]) -> None:
    """Note which pictures an article shows, and whether all of them are there."""
    sql.execute("delete from article_picture where entry_id = ?", (entry_id,))
    rows = [(entry_id, address) for address in dict.fromkeys(addresses)]
    sql.executemany("insert into article_picture (entry_id, address) values (?, ?)", rows)
    _agree(sql, [entry_id])


def missing(sql: sqlite3.Connection, entry_id: int, now: datetime) -> list[str]:
    """The pictures of an article that should be asked for, in no order."""
    return scalars(
        sql,
        "select a.address from article_picture a left join picture p on p.address = a.address "
        f"where a.entry_id = :entry and {_MISSING}",
        {"entry": entry_id, "before": codec.seconds(now - RETRY)},
    )


def ids_without(sql: sqlite3.Connection, source_id: int, newest: int, now: datetime) -> list[int]:
    """Of the `newest` entries of a source those whose article is kept and not every picture, newest first.

    Those too of which it was never noted what they show (`link`): an older version kept them.
    """
    return scalars(
        sql,
        "select l.entry_id from (select entry_id, sort_key from listed indexed by listed_source "
        "where source_id = :source order by sort_key desc, entry_id desc limit :newest) l "
        "join status s on s.entry_id = l.entry_id where s.kept = 1 and s.complete = 0 and "
        "(not exists (select 1 from article_picture a where a.entry_id = l.entry_id) or exists "
        "(select 1 from article_picture a left join picture p on p.address = a.address "
        f"where a.entry_id = l.entry_id and {_MISSING})) order by l.sort_key desc, l.entry_id desc",
        {"source": source_id, "newest": newest, "before": codec.seconds(now - RETRY)},
    )


def make_room(sql: sqlite3.Connection, budget: int) -> list[str]:
    """Give up pictures until those that are left are within `budget` bytes; the names of the files to delete.

    First go those that no kept article shows, then the oldest, and those of articles that a person wants last.
    Their rows stay, so that no refresh asks for them again only to give them up again.
    """
    total = sum(scalars(sql, "select max(bytes) from picture where file is not null group by file"))
    if total <= budget:
        return []
    return _without_files(sql, _first_to_go(_in_order(sql, "1"), total - budget * _ROOM))


def make_room_of_source(sql: sqlite3.Connection, source_id: int, budget: int) -> list[str]:
    """The same for the pictures of the articles of one source, which have a room of their own."""
    of_source = "a.entry_id in (select entry_id from listed where source_id = ?)"
    pictures = _in_order(sql, of_source, (source_id,))
    total = sum(size for _address, size in pictures)
    return _without_files(sql, _first_to_go(pictures, total - budget * _ROOM)) if total > budget else []


def _in_order(sql: sqlite3.Connection, condition: str, values: Sequence[object] = ()) -> list[tuple[str, int]]:
    """The pictures of a condition with their bytes, in the order in which they are given up."""
    return sql.execute(
        "select p.address, p.bytes from picture p left join article_picture a on a.address = p.address "
        f"left join status s on s.entry_id = a.entry_id where p.file is not null and {condition} "
        f"group by p.address order by max(coalesce({WANTED}, 0)), max(coalesce(s.kept, 0)), p.fetched, p.address",
        values,
    ).fetchall()


def _first_to_go(pictures: Iterable[tuple[str, int]], excess: float) -> list[str]:
    """The addresses of the first pictures that take as much as is too much."""
    given_up: list[str] = []
    for address, size in pictures:
        if excess <= 0:
            break
        given_up.append(address)
        excess -= size
    return given_up


def named_files(sql: sqlite3.Connection) -> set[str]:
    """The names of all files that belong to a picture."""
    return set(scalars(sql, "select distinct file from picture where file is not null"))


def forget_unused(sql: sqlite3.Connection) -> None:
    """Forget the pictures that no article shows any more."""
    sql.execute(
        "delete from picture where not exists (select 1 from article_picture a where a.address = picture.address)"
    )


def forget_files(sql: sqlite3.Connection, names: Sequence[str]) -> None:
    """Forget files that are gone, so that their pictures are asked for again."""
    for part in _parts(names):
        lost = scalars(sql, f"select address from picture where file in ({marks(part)})", part)
        sql.execute(f"delete from picture where file in ({marks(part)})", part)
        _agree_on(sql, lost)


def agree_everywhere(sql: sqlite3.Connection) -> None:
    """Say of every article whether it is complete, after rows were lost."""
    sql.execute("update status set complete = 0 where complete = 1")
    _agree(sql, scalars(sql, "select distinct entry_id from article_picture"))


def _parts(names: Sequence[str], size: int = 500) -> Iterable[tuple[str, ...]]:
    """`names` in parts of at most `size`."""
    return (tuple(names[start : start + size]) for start in range(0, len(names), size))


def _without_files(sql: sqlite3.Connection, addresses: Sequence[str]) -> list[str]:
    """Take the files from these addresses; the names of those that nobody else has."""
    names: list[str] = []
    for part in _parts(addresses):
        names += scalars(sql, f"select distinct file from picture where address in ({marks(part)})", part)
        sql.execute(
            f"update picture set file = null, bytes = null, error = null where address in ({marks(part)})", part
        )
        _agree_on(sql, part)
    still = named_files(sql)
    return [name for name in dict.fromkeys(names) if name not in still]


def _agree_on(sql: sqlite3.Connection, addresses: Sequence[str]) -> None:
    """Say of each article that shows one of these pictures whether it is complete."""
    for part in _parts(addresses):
        _agree(sql, scalars(sql, f"select entry_id from article_picture where address in ({marks(part)})", part))


def _agree(sql: sqlite3.Connection, entry_ids: Sequence[int]) -> None:
    for part in chunks(entry_ids):
        sql.execute(
            "update status set complete = kept = 1 and not exists (select 1 from article_picture a left join "
            "picture p on p.address = a.address where a.entry_id = status.entry_id and p.file is null) "
            f"where entry_id in ({marks(part)})",
            part,
        )
