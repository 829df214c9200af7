"""Highlights: passages of articles by their words."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from tuinews.late import late_imports
from tuinews.store.encodings import MOMENT
from tuinews.store.statements import chunks, marks, scalar, scalars
from tuinews.store.tables.columns import Column, Columns, insert

with late_imports(__name__):
    from tuinews.model.annotations.highlights import Highlight, Quotation

_QUOTATION = Columns((Column("exact"), Column("prefix"), Column("suffix"), Column("position")))
_OWN = Columns((Column("id"), Column("made", MOMENT)))
_QUOTED = len(_QUOTATION.names)
_ORDER = "order by entry_id, position, id"


def of(sql: sqlite3.Connection, entry_id: int) -> tuple[Highlight, ...]:
    """The highlights of an entry, in the order of the text."""
    return _found(sql, "entry_id = ?", (entry_id,)).get(entry_id, ())


def every(sql: sqlite3.Connection) -> dict[int, tuple[Highlight, ...]]:
    """All highlights, by the ids of their entries."""
    return _found(sql, "1", ())


def counts(sql: sqlite3.Connection, ids: Sequence[int]) -> dict[int, int]:
    """How many highlights those of these entries have that have some, by their ids."""
    found: dict[int, int] = {}
    for part in chunks(ids):
        query = f"select entry_id, count(*) from highlight where entry_id in ({marks(part)}) group by entry_id"
        found.update(sql.execute(query, part))
    return found


def entry_of(sql: sqlite3.Connection, highlight_id: int) -> int | None:
    """The entry in which a highlight is, None where there is no such highlight."""
    found: int | None = scalar(sql, "select entry_id from highlight where id = ?", (highlight_id,))
    return found


def put(sql: sqlite3.Connection, entry_id: int, highlights: Sequence[Highlight]) -> tuple[Highlight, ...]:
    """Give an entry these highlights and no others, each with a number of its own from then on.

    One that is not there any more gets none.
    """
    kept = {one.id for one in highlights}
    for known in scalars(sql, "select id from highlight where entry_id = ?", (entry_id,)):
        if known not in kept:
            sql.execute("delete from highlight where id = ?", (known,))
    if scalar(sql, "select 1 from entry where id = ?", (entry_id,)) is None:
        return ()
    return tuple(_put_one(sql, entry_id, one) for one in highlights)


def _put_one(sql: sqlite3.Connection, entry_id: int, one: Highlight) -> Highlight:
    number = {"id": one.id} if one.id else {}
    values = {**number, "entry_id": entry_id, **_QUOTATION.written(one.quotation), **_made(one)}
    return replace(one, id=insert(sql, "highlight", values, how="insert or replace"))


def _made(one: Highlight) -> dict[str, object]:
    return _OWN["made"].written(one.made)


def _found(sql: sqlite3.Connection, where: str, values: Sequence[object]) -> dict[int, tuple[Highlight, ...]]:
    columns = f"entry_id, {_QUOTATION.selected}, {_OWN.selected}"
    ids: list[int] = []
    quotations: list[tuple[object, ...]] = []
    own: list[tuple[object, ...]] = []
    for entry_id, *values_of_row in sql.execute(f"select {columns} from highlight where {where} {_ORDER}", values):
        ids.append(entry_id)
        quotations.append(tuple(values_of_row[:_QUOTED]))
        own.append(tuple(values_of_row[_QUOTED:]))
    found: dict[int, tuple[Highlight, ...]] = {}
    for entry_id, quotation, more in zip(ids, _QUOTATION.read(quotations), _OWN.read(own), strict=True):
        one = Highlight(quotation=Quotation(**quotation), **more)
        found[entry_id] = (*found.get(entry_id, ()), one)
    return found
