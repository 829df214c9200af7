"""Which entries tell the same story, and which were set apart by hand.

What stands for a story in the lists of all is kept by triggers (`tables`); a list of one place asks for itself.
"""

import sqlite3
from array import array
from collections.abc import Iterable, Sequence

from tuinews.model.entry_row import Story
from tuinews.store.statements import chunks, marks, scalar, scalars


def story_of(sql: sqlite3.Connection, entry_id: int) -> int | None:
    """The number of an entry's story, None where it has none."""
    found: int | None = scalar(sql, "select story from story_member where entry_id = ?", (entry_id,))
    return found


def members(sql: sqlite3.Connection, entry_id: int) -> list[int]:
    """The entries that tell an entry's story and are listed, itself among them, newest first; itself alone."""
    found = scalars(
        sql,
        "select o.entry_id from story_member m join story_member o on o.story = m.story "
        "join status s on s.entry_id = o.entry_id where m.entry_id = ? "
        "and (s.shown = 1 or o.entry_id = m.entry_id) order by s.sort_key desc, s.entry_id desc",
        (entry_id,),
    )
    return found or [entry_id]


def of_source(sql: sqlite3.Connection, entry_id: int, source_id: int) -> list[int]:
    """The entries of a source that tell an entry's story."""
    return scalars(
        sql,
        "select o.entry_id from story_member m join story_member o on o.story = m.story "
        "join entry e on e.id = o.entry_id where m.entry_id = ? and e.source_id = ?",
        (entry_id, source_id),
    )


def with_members(sql: sqlite3.Connection, ids: Sequence[int]) -> list[int]:
    """These entries and those that are listed and tell their stories, each once."""
    found = dict.fromkeys(ids)
    for part in chunks(ids):
        found |= dict.fromkeys(
            scalars(
                sql,
                "select o.entry_id from story_member m cross join story_member o on o.story = m.story cross join "
                f"status s on s.entry_id = o.entry_id where s.shown = 1 and m.entry_id in ({marks(part)})",
                part,
            )
        )
    return list(found)


def stories(sql: sqlite3.Connection, ids: Sequence[int]) -> dict[int, Story]:
    """The story of each of these entries that others tell too."""
    found: dict[int, Story] = {}
    for part in chunks(ids):
        rows = sql.execute(
            # In this order: SQLite would begin with all that is shown, since that is an index.
            "select m.entry_id, m.story, count(*) from story_member m cross join story_member o "
            "on o.story = m.story and o.entry_id <> m.entry_id "
            "cross join status s on s.entry_id = o.entry_id and s.shown = 1 "
            f"where m.entry_id in ({marks(part)}) group by m.entry_id",
            part,
        )
        found |= {entry_id: Story(story, others) for entry_id, story, others in rows}
    return found


def one_of_each(sql: sqlite3.Connection, ids: "array[int]") -> "array[int]":
    """Of these entries, in their order, the first that tells each story, and all that tell one alone."""
    told: dict[int, int] = {}
    for part in chunks(ids):
        told.update(
            sql.execute(f"select entry_id, story from story_member where entry_id in ({marks(part)})", part)
        )
    first: dict[int, int] = {}
    for entry_id in ids:
        first.setdefault(told.get(entry_id, -entry_id), entry_id)
    return array("q", first.values())


def join(sql: sqlite3.Connection, entry_id: int, other_id: int) -> None:
    """Have an entry tell the story of another, a new one where that has none."""
    story = story_of(sql, other_id)
    if story is None:
        story = 1 + int(scalar(sql, "select coalesce(max(story), 0) from story_member"))
        put(sql, other_id, story)
    put(sql, entry_id, story)


def put(sql: sqlite3.Connection, entry_id: int, story: int) -> None:
    """Have an entry tell a story; one that is there no longer tells none."""
    sql.execute(
        "insert or ignore into story_member (entry_id, story) select id, ? from entry where id = ?",
        (story, entry_id),
    )


def set_apart(sql: sqlite3.Connection, entry_id: int, others: Iterable[int]) -> None:
    """Take an entry out of its story, for good: it is not taken for the same as these others again."""
    sql.execute("delete from story_member where entry_id = ?", (entry_id,))
    for other in others:
        for pair in ((entry_id, other), (other, entry_id)):
            sql.execute(
                "insert or ignore into story_apart (entry_id, other_id) select ?, id from entry where id = ? "
                "and exists (select 1 from entry where id = ?)",
                (pair[0], pair[1], pair[0]),
            )


def put_back(sql: sqlite3.Connection, entry_id: int, story: int, others: Iterable[int]) -> None:
    """Take back that an entry was set apart from others of its story."""
    for other in others:
        sql.execute(
            "delete from story_apart where (entry_id = ? and other_id = ?) or (entry_id = ? and other_id = ?)",
            (entry_id, other, other, entry_id),
        )
    put(sql, entry_id, story)


def are_apart(sql: sqlite3.Connection, entry_id: int, other_id: int) -> bool:
    """Whether an entry was set apart by hand from another, or from one that tells the same story as that."""
    found = scalar(
        sql,
        "select 1 from story_apart a where a.entry_id = ? and (a.other_id = ? or a.other_id in (select o.entry_id "
        "from story_member m join story_member o on o.story = m.story where m.entry_id = ?)) limit 1",
        (entry_id, other_id, other_id),
    )
    return found is not None
