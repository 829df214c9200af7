"""Lists of entries: ids in their order, rows for a screenful of them."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from tuinews import address
from tuinews.errors import NotFoundError, Remedy
from tuinews.language import _
from tuinews.model.entry import Enclosure
from tuinews.model.entry_row import Cached, EntryRow
from tuinews.model.view import Filter, ListOrder, View
from tuinews.store import codec
from tuinews.store.encodings import FLAG, MOMENT, computed
from tuinews.store.statements import chunks, marks
from tuinews.store.stories import members
from tuinews.store.tables import key_values, tags
from tuinews.store.tables.annotations import highlights, notes
from tuinews.store.tables.columns import Column, Columns
from tuinews.store.tables.entry_columns import ENTRY

CONDITIONS = {
    Filter.ALL: "shown = 1",
    Filter.UNREAD: "shown = 1 and read = 0",
    Filter.STARRED: "starred = 1",
    Filter.OFFLINE: "shown = 1 and kept = 1",
}
"""What SQL asks of a status for each filter."""
IN_PLACE = {
    Filter.ALL: "entry_id > 0",
    Filter.UNREAD: "read = 0",
    Filter.STARRED: "starred = 1",
    Filter.OFFLINE: "kept = 1",
}
"""The same for the lists of a source or folder, which also list what is hidden from the lists of all."""
_UNMUTED = (
    "and not exists (select 1 from status m indexed by status_muted "
    "where m.entry_id = listed.entry_id and m.muted > 0)"
)
UNMUTED = dict.fromkeys(Filter, _UNMUTED) | {Filter.STARRED: ""}
"""What they leave out: muted entries, but for starred ones, which are wanted whatever is in them."""
_CACHED = (Cached.NONE, Cached.TEXT, Cached.FULL)
_ROW = Columns(
    (
        Column("id", expression="e.id"),
        Column("source_id", expression="e.source_id"),
        Column("source_title", expression="o.title"),
        *ENTRY.of(EntryRow).of_table("e"),
        Column("first_seen", MOMENT, expression="e.first_seen"),
        Column("former_title", expression="e.former_title"),
        Column("read", FLAG, expression="s.read"),
        Column("starred", FLAG, expression="s.starred"),
        Column("new", FLAG, expression=f"e.id > {key_values.LAST_SEEN}"),
        Column("cached", computed(_CACHED.__getitem__), expression="s.kept + s.complete"),
    )
)
_ROWS = f"""
select {_ROW.selected}
from entry e join status s on s.entry_id = e.id join source o on o.id = e.source_id
"""


def in_folder(folder: str) -> tuple[str, tuple[str, ...]]:
    """What SQL asks of a source `o` that is in a folder or in one within it, with its values.

    All that begins with "A/" stands between "A/" and "A0": no pattern, so that a name may hold any sign.
    """
    return "(o.folder = ? or (o.folder >= ? and o.folder < ?))", (folder, f"{folder}/", f"{folder}0")


def ids_query(view: View, bound: str = "") -> tuple[str, tuple[object, ...]]:
    """The SQL and its values that list the ids of a view by date: a walk along one index, with nothing to sort.

    `bound` is a further condition on `sort_key`, `entry_id` and the marks, whose values follow those of the query.
    Starred entries outlive their source: they are listed although it was removed. Other orders than that of the
    date are put together of such walks (`orders`).
    """
    query, values = _newest_first(view, bound)
    return (query.replace(" desc", "") if view.order is ListOrder.OLDEST else query), values


def _newest_first(view: View, bound: str) -> tuple[str, tuple[object, ...]]:
    if view.source_id is not None:
        place = "= (select id from source where id = ? and removed_at is null)"
        told = _not_told_by_newer(view, place)
        return (
            f"select entry_id from listed indexed by listed_source where source_id {place} and "
            f"{IN_PLACE[view.filter]} {UNMUTED[view.filter]} {told} {bound} "
            "order by sort_key desc, entry_id desc",
            (view.source_id,) * (2 if told else 1),
        )
    if view.folder is not None:
        return _folder_query(view.folder, view, bound)
    condition, index = CONDITIONS[view.filter], f"indexed by status_{view.filter.value}"
    if view.has_stories:
        condition, index = f"{condition} and folded = 0", f"indexed by status_stories_{view.filter.value}"
    return (
        f"select entry_id from status {index} where {condition} {bound} order by sort_key desc, entry_id desc",
        (),
    )


def _not_told_by_newer(view: View, place: str) -> str:
    """What SQL asks of what a place lists, so that each story has one row: no newer entry of the place tells it.

    Nothing where stories have no rows of their own.
    """
    if not view.has_stories:
        return ""
    return (
        "and not exists (select 1 from story_member m join story_member n on n.story = m.story "
        "and n.entry_id <> m.entry_id join listed l on l.entry_id = n.entry_id "
        f"where m.entry_id = listed.entry_id and l.source_id {place} and l.{IN_PLACE[view.filter]} "
        "and l.muted = 0 and (l.sort_key, l.entry_id) > (listed.sort_key, listed.entry_id))"
    )


def _folder_query(folder: str, view: View, bound: str) -> tuple[str, tuple[object, ...]]:
    which = view.filter
    where, values = in_folder(folder)
    if which is Filter.STARRED:
        # Few entries are starred: it is shorter to walk along those and to ask each where it is listed.
        return (
            "select entry_id from status s indexed by status_starred where starred = 1 and exists "
            "(select 1 from listed l join source o on o.id = l.source_id where l.entry_id = s.entry_id "
            f"and {where} and o.removed_at is null) {bound} order by sort_key desc, entry_id desc",
            values,
        )
    place = f"in (select id from source o where {where} and removed_at is null)"
    told = _not_told_by_newer(view, place)
    return (
        f"select entry_id from listed indexed by listed_order where source_id {place} and {IN_PLACE[which]} "
        f"{UNMUTED[which]} {told} {bound} group by sort_key, entry_id order by sort_key desc, entry_id desc",
        values * (2 if told else 1),
    )


def rows(sql: sqlite3.Connection, wanted: Sequence[int]) -> list[EntryRow]:
    """The rows of these ids, in this order; unknown ids are left out."""
    found: dict[int, EntryRow] = {}
    for part in chunks(wanted):
        found.update(_found(sql, f"e.id in ({marks(part)})", part))
    return [found[i] for i in wanted if i in found]


def enclosures(sql: sqlite3.Connection, entry_id: int) -> tuple[Enclosure, ...]:
    """The files that go with an entry; none of an unknown one."""
    column = ENTRY["enclosures"]
    row = sql.execute(f"select {', '.join(column.names)} from entry where id = ?", (entry_id,)).fetchone()
    found: tuple[Enclosure, ...] = column.encoding.read(*row) if row else ()
    return found


def newest_dates(sql: sqlite3.Connection, source_id: int, count: int) -> list[datetime]:
    """When those of the last `count` entries of a source were published that say it."""
    found = sql.execute(
        "select l.sort_key from (select entry_id, sort_key from listed where source_id = ? "
        "order by sort_key desc, entry_id desc limit ?) l join entry e on e.id = l.entry_id "
        "where e.published is not null",
        (source_id, count),
    )
    return [codec.utc(seconds) for (seconds,) in found]


def find(sql: sqlite3.Connection, id_or_url: int | str) -> EntryRow:
    """The entry of an id (as a number or in digits) or of an address; raises NotFoundError."""
    where, value = "e.id = ?", id_or_url
    if isinstance(id_or_url, str) and not (id_or_url.isascii() and id_or_url.isdigit() and len(id_or_url) < 19):
        where, value = "e.canonical = ?", address.canonical(id_or_url)
    found = _found(sql, where, (value,))
    if not found and isinstance(id_or_url, str):
        found = _found(sql, "e.url = ? limit 1", (id_or_url,))
    if not found:
        raise NotFoundError(_called(id_or_url), _("it is not in the library"), Remedy.LISTED_ARTICLES)
    return next(iter(found.values()))


def _called(id_or_url: int | str) -> str:
    """An article that is not there, as it was asked for."""
    is_address = isinstance(id_or_url, str) and not id_or_url.isdigit()
    return str(id_or_url) if is_address else _("article {id}", id=id_or_url)


def _found(sql: sqlite3.Connection, where: str, values: Sequence[object]) -> dict[int, EntryRow]:
    """The rows of which `where` is true, by their ids."""
    read = {row["id"]: row for row in _ROW.read(sql.execute(f"{_ROWS} where {where}", values))}
    listed = _sources_of(sql, tuple(read))
    tagged, noted = tags.of(sql, tuple(read)), notes.of(sql, tuple(read))
    marked = highlights.counts(sql, tuple(read))
    told = members.stories(sql, tuple(read))
    return {
        entry_id: EntryRow(
            **row,
            source_ids=listed.get(entry_id, ()),
            tags=tagged.get(entry_id, ()),
            note=noted.get(entry_id, ""),
            highlights=marked.get(entry_id, 0),
            story=told.get(entry_id),
        )
        for entry_id, row in read.items()
    }


def _sources_of(sql: sqlite3.Connection, ids: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """The living sources that list each of these entries, by its id."""
    found: dict[int, tuple[int, ...]] = {}
    for part in chunks(ids):
        for entry_id, source_id in sql.execute(
            f"select entry_id, source_id from listed where entry_id in ({marks(part)}) and source_id not in "
            "(select id from source where removed_at is not null) order by entry_id, source_id",
            part,
        ):
            found[entry_id] = (*found.get(entry_id, ()), source_id)
    return found
