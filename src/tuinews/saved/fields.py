"""The fields of exports: whatever stands there comes out as a bounded text, a moment in UTC, an address, or none.

An export may be damaged, or made to do harm: a title of ten megabytes, a date in the year 99999, a list of tags
that is a number.
"""

import re
from collections.abc import Iterable
from datetime import UTC, datetime

from tuinews.address import join
from tuinews.model.saved.articles import SavedHighlight
from tuinews.text import clean_line, clean_text
from tuinews.text import unescaped as entities_read

MOST_TAGS = 50
"""Tags of an article that are taken over."""

LONGEST_TAG = 40
"""Letters of a tag."""

MOST_HIGHLIGHTS = 500
"""Highlights of an article that are taken over."""

LONGEST_NOTE = 20_000
"""Letters of a note."""

LONGEST_QUOTE = 10_000
"""Letters of a highlighted passage."""

LONGEST_HTML = 5_000_000
"""Characters of one article; a longer one is left without its text."""

_EARLIEST = datetime(1991, 1, 1, tzinfo=UTC).timestamp()
_LATEST = datetime(2200, 1, 1, tzinfo=UTC).timestamp()
"""Between these an article was saved; what lies outside is not a date."""

_NUMBER = re.compile(r"\s*-?\d{1,19}(?:\.\d{1,9})?\s*")
_UNITS = (1, 1000, 1_000_000)
"""Seconds, milliseconds and microseconds of the epoch are told apart by their size alone."""

_OFFSET_WITHOUT_COLON = re.compile(r"([+-]\d{2})(\d{2})$")


def text(value: object) -> str:
    """A value that is text, bounded to a line; "" for anything else."""
    return clean_line(value) if isinstance(value, str) else ""


def unescaped(value: object) -> str:
    """The same of a value that was written for a page, where `&` stands as `&amp;`."""
    return clean_line(entities_read(value)) if isinstance(value, str) else ""


def lines(value: object, most: int) -> str | None:
    """A value that is text of several lines, at most `most` characters; None if it says nothing."""
    return (clean_text(value, most).strip() or None) if isinstance(value, str) else None


def html(value: object) -> str | None:
    """The text of an article as an export holds it; None if there is none or it is too long."""
    is_text = isinstance(value, str) and 0 < len(value) <= LONGEST_HTML and bool(value.strip())
    return value if is_text and isinstance(value, str) else None


def web_address(value: object) -> str | None:
    """An http(s) address, None for anything else: a bookmark may be a script, a file, a page of the browser."""
    return join(None, value.strip()) if isinstance(value, str) else None


def first_address(*values: object) -> str | None:
    """The first of these that is an address."""
    return next((found for found in map(web_address, values) if found), None)


def moment(value: object) -> datetime | None:
    """A moment (UTC) in whatever form: ISO 8601, or seconds, milli- or microseconds of the epoch."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _of_epoch(float(value)) if abs(value) < 1e18 else None
    if not isinstance(value, str) or len(value) > 60:
        return None
    if _NUMBER.fullmatch(value):
        return _of_epoch(float(value))
    try:
        stated = datetime.fromisoformat(_OFFSET_WITHOUT_COLON.sub(r"\1:\2", value.strip().removesuffix(" UTC")))
    except ValueError:
        return None
    aware = stated if stated.tzinfo else stated.replace(tzinfo=UTC)
    try:
        return _of_epoch(aware.timestamp())
    except (OverflowError, ValueError):
        return None


def _of_epoch(number: float) -> datetime | None:
    for unit in _UNITS:
        if _EARLIEST <= number / unit <= _LATEST:
            return datetime.fromtimestamp(number / unit, UTC)
    return None


def tags(values: object, separator: str = ",") -> tuple[str, ...]:
    """The names of tags: a list of them (texts, or objects with a `label`, `name` or `title`), or one text."""
    if isinstance(values, str):
        values = values[: MOST_TAGS * (LONGEST_TAG + 60)].split(separator)
    if not isinstance(values, list | tuple):
        return ()
    named = (_tag(value) for value in values[: MOST_TAGS * 4])
    return tuple(dict.fromkeys(name for name in named if name))[:MOST_TAGS]


def _tag(value: object) -> str:
    if isinstance(value, dict):
        value = next((value[key] for key in ("label", "name", "title") if isinstance(value.get(key), str)), "")
    return " ".join(clean_line(value, LONGEST_TAG).lstrip("#").replace(",", " ").replace('"', " ").split())


def names(value: object) -> tuple[str, ...]:
    """The names of authors: a list of them, or one text; what is not a name at all is left out."""
    values = value if isinstance(value, list | tuple) else [value]
    return tuple(dict.fromkeys(name for one in values[:20] if (name := clean_line(text(one), 120))))


def flag(value: object) -> bool:
    """Whether a value says yes: true, 1, "1", "true", "yes"."""
    return value is True or value == 1 or (isinstance(value, str) and value.lower() in ("1", "true", "yes"))


def highlights(found: Iterable[SavedHighlight | None]) -> tuple[SavedHighlight, ...]:
    """Those that are there, each once, not too many."""
    return tuple(dict.fromkeys(one for one in found if one is not None))[:MOST_HIGHLIGHTS]


def highlight(quote: object, note: object = None, made: object = None) -> SavedHighlight | None:
    """A passage as an export has it, None if it quotes nothing."""
    quoted = lines(quote, LONGEST_QUOTE)
    return SavedHighlight(quoted, lines(note, LONGEST_NOTE), moment(made)) if quoted else None
