"""The rows of an export in CSV, by the names in its first line."""

import csv
import io
from collections.abc import Iterator

_LONGEST_FIELD = 20_000_000
"""Characters of one field: a title of ten megabytes is cut where it is read, and takes no row with it."""

Row = dict[str, str]
"""The fields of a row by their column's name in lower case."""


def columns(text: str) -> tuple[str, ...]:
    """The names in the first line, in lower case; none where that is no line of a table."""
    first = next(csv.reader([_first_line(text)], delimiter=_delimiter(text)), [])
    return tuple(name.strip().lower() for name in first)


def rows(text: str) -> Iterator[Row]:
    """The rows below the first line; what a row has too few of is "", and what it has too many of is left out."""
    csv.field_size_limit(_LONGEST_FIELD)
    names = columns(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    next(reader, None)
    for row in reader:
        if any(row):
            yield dict.fromkeys(names, "") | dict(zip(names, row, strict=False))


def _first_line(text: str) -> str:
    return text[:2000].lstrip("\ufeff\r\n ").splitlines()[0] if text[:2000].strip("\ufeff\r\n ") else ""


def _delimiter(text: str) -> str:
    """A comma; a semicolon where a spreadsheet wrote the file anew in a language that has commas in numbers."""
    line = _first_line(text)
    return ";" if line.count(";") > line.count(",") else ","
