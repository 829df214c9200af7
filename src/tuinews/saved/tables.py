"""The rows of an export in CSV, by the names in its first line."""

import csv
import io
import re
from collections.abc import Iterator

_SEPARATORS = ",;\t|"
_LONGEST_FIELD = 20_000_000
"""Characters of one field: a title of ten megabytes is cut where it is read, and takes no row with it."""

_SAID_FIRST = re.compile(r"[\ufeff\s]*(?:sep=[^\r\n]{1,2}[\r\n]+\s*)?", re.IGNORECASE)

Row = dict[str, str]
"""The fields of a row by their column's name in lower case."""


def columns(text: str) -> tuple[str, ...]:
    """The names in the first line, in lower case; none where that is not a line of a table."""
    text = _table_of(text)
    first = next(csv.reader([_first_line(text)], delimiter=_delimiter(text)), [])
    return tuple(name.strip().lower() for name in first)


def rows(text: str) -> Iterator[Row]:
    """The rows below the first line; what a row has too few of is "", and what it has too many of is left out."""
    csv.field_size_limit(_LONGEST_FIELD)
    names, text = columns(text), _table_of(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    next(reader, None)
    for row in reader:
        if any(row):
            yield dict.fromkeys(names, "") | dict(zip(names, row, strict=False))


def _first_line(text: str) -> str:
    return text[:2000].splitlines()[0] if text[:2000].strip() else ""


def _table_of(text: str) -> str:
    """The text from the names of its columns on: a spreadsheet may say before them what separates them."""
    return _SAID_FIRST.sub("", text, count=1)


def _delimiter(text: str) -> str:
    """What separates most in the first line: a comma; a semicolon or a tab where a spreadsheet wrote it anew."""
    return max(_SEPARATORS, key=_first_line(text).count)
