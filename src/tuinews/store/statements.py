"""Small tools of every query: lists of ids cut for statements, and results of one column."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

_Value = TypeVar("_Value")

_FEW_IN_STATEMENT, _MOST_IN_STATEMENT = 60, 500
"""How many values a statement names, beside one alone; before SQLite 3.32 no more than 999 were allowed."""

Parameters = Sequence[object] | Mapping[str, object]
"""Values for the marks of a statement, in their order or by their names."""


def chunks(values: Sequence[_Value]) -> Iterator[tuple[_Value, ...]]:
    """`values` in tuples of one of three lengths (their last fills them), so that few statements are prepared."""
    for start in range(0, len(values), _MOST_IN_STATEMENT):
        part = tuple(values[start : start + _MOST_IN_STATEMENT])
        whole = next(most for most in (1, _FEW_IN_STATEMENT, _MOST_IN_STATEMENT) if len(part) <= most)
        yield part + part[-1:] * (whole - len(part))


def marks(values: Sequence[object]) -> str:
    """The question marks of an SQL list for `values`."""
    return ",".join("?" * len(values))


def scalar(sql: sqlite3.Connection, query: str, values: Parameters = ()) -> Any:
    """The one value of the first row that `query` finds, None where it finds none."""
    row = sql.execute(query, values).fetchone()
    return None if row is None else row[0]


def scalars(sql: sqlite3.Connection, query: str, values: Parameters = ()) -> list[Any]:
    """The one value of each row that `query` finds."""
    return [value for (value,) in sql.execute(query, values)]
