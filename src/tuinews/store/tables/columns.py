"""What a table is made of: the fields of its noun, each with its columns and how its value stands in them.

Every table has one such list. What is inserted, updated and selected, and the way from a row to a noun, is made
from it, so that nobody counts columns.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from functools import cache
from itertools import chain, islice
from operator import attrgetter, itemgetter
from typing import Any, Generic, TypeVar

from tuinews.quick_dataclass import dataclass
from tuinews.store.encodings import PLAIN, Encoding

_ROWS_AT_ONCE = (50, 10, 3, 1)
"""How many rows a statement adds: four statements are prepared for a table, whatever a listing holds."""

_MOST_VALUES = 999
"""Values that a statement may name before SQLite 3.32."""


@dataclass(frozen=True, slots=True)
class Column:
    """A field of a noun as a table keeps it.

    `names` are the columns that hold it, by default one of the field's own name; `expression` is what a select
    asks for instead, for a value that is another table's or computed, and which is only read.
    """

    field: str
    encoding: Encoding[Any] = PLAIN
    names: tuple[str, ...] = ()
    expression: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", self.names or (self.field,))

    def written(self, value: object) -> dict[str, object]:
        """What stands in each column for `value`."""
        return dict(zip(self.names, self.encoding.write(value), strict=True))

    def read(self, known: Mapping[str, object]) -> Any:
        """The value of columns by their names."""
        return self.encoding.read(*(known[name] for name in self.names))


C = TypeVar("C", bound=Column)


class Columns(Generic[C]):
    """The columns of one noun, in the order in which they are selected."""

    def __init__(self, columns: Iterable[C]) -> None:
        self._columns = tuple(columns)
        self.names = tuple(name for column in self._columns for name in column.names)
        """The columns in SQL."""
        self.selected = ", ".join(column.expression or ", ".join(column.names) for column in self._columns)
        """The columns as a select names them."""
        self._fields = tuple(column.field for column in self._columns)
        plain = tuple(column for column in self._columns if column.encoding is PLAIN)
        self._plain_names = tuple(column.names[0] for column in plain)
        self._plain_values = _values_of(tuple(column.field for column in plain))
        self._encoded = tuple(column for column in self._columns if column.encoding is not PLAIN)

    def __iter__(self) -> Iterator[C]:
        return iter(self._columns)

    def __getitem__(self, field: str) -> C:
        """The column of a field; raises KeyError."""
        found = next((column for column in self._columns if column.field == field), None)
        if found is None:
            raise KeyError(field)
        return found

    def of(self, noun: type) -> "Columns[C]":
        """The columns of those fields that `noun`, a dataclass, has."""
        known = {field.name for field in fields(noun)}
        return Columns(column for column in self._columns if column.field in known)

    def of_table(self, table: str) -> "Columns[C]":
        """The same, as a select of several tables must name them; `table` is a name or an alias."""
        return Columns(replace(c, expression=", ".join(f"{table}.{name}" for name in c.names)) for c in self)

    def written(self, noun: object) -> dict[str, object]:
        """What stands in each column for `noun`, which has all these fields."""
        values = dict(zip(self._plain_names, self._plain_values(noun), strict=True))
        for column in self._encoded:
            values.update(zip(column.names, column.encoding.write(getattr(noun, column.field)), strict=True))
        return values

    def read(self, rows: Iterable[Sequence[Any]]) -> Iterator[dict[str, Any]]:
        """The values of rows of `selected`, by field; raises ValueError for damaged ones.

        It goes column by column, in C, where it can: a screen asks for hundreds of rows between two frames.
        """
        parts = iter(zip(*rows, strict=True))
        read: list[Iterable[Any]] = []
        for column, own in ((column, tuple(islice(parts, len(column.names)))) for column in self._columns):
            if own:
                read.append(own[0] if column.encoding is PLAIN else map(column.encoding.read, *own))
        return (dict(zip(self._fields, values, strict=True)) for values in zip(*read, strict=True))


def _values_of(fields: tuple[str, ...]) -> Callable[[object], tuple[object, ...]]:
    """What gives the values of these fields of a noun."""
    if len(fields) > 1:
        return attrgetter(*fields)
    return lambda noun: tuple(getattr(noun, field) for field in fields)


def insert(sql: sqlite3.Connection, table: str, values: Mapping[str, object], how: str = "insert") -> int:
    """Add a row of these columns and values; returns its number. `how` may be "insert or replace"."""
    cursor = sql.execute(_insertion(how, table, tuple(values)), tuple(values.values()))
    return int(cursor.lastrowid or 0)


def insert_all(sql: sqlite3.Connection, table: str, rows: Sequence[Mapping[str, object]]) -> list[int]:
    """Add rows, all of the same columns, in statements of many rows; returns their numbers, where the table gives
    them (autoincrement).

    A statement that sets off triggers keeps a journal of its own, so one for fifty rows costs far less than fifty.
    """
    if not rows:
        return []
    names, numbers = tuple(rows[0]), list[int]()
    values_of = itemgetter(*names) if len(names) > 1 else lambda row: (row[names[0]],)
    done = 0
    while done < len(rows):
        left = min(len(rows) - done, _MOST_VALUES // len(names))
        part = next(size for size in _ROWS_AT_ONCE if size <= left)
        values = tuple(chain.from_iterable(map(values_of, rows[done : done + part])))
        last = int(sql.execute(_insertion("insert", table, names, part), values).lastrowid or 0)
        numbers += range(last - part + 1, last + 1)
        done += part
    return numbers


@cache
def _insertion(how: str, table: str, names: tuple[str, ...], rows: int = 1) -> str:
    row = f"({', '.join('?' * len(names))})"
    return f"{how} into {table} ({', '.join(names)}) values {', '.join([row] * rows)}"


def assignments(names: Iterable[str]) -> str:
    """What an update sets: each column to the value of its name."""
    return ", ".join(f"{name} = :{name}" for name in names)
