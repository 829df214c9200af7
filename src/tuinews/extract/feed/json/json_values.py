"""The values of a JSON feed in whatever shape they were written: numbers as text, one thing in place of a list."""

import re
from collections.abc import Sequence
from typing import Any

from tuinews.extract.feed.values import resolve
from tuinews.extract.mojibake import mended_value

Fields = dict[str, Any]
"""An object of the document."""

_SURROGATE = re.compile("[\ud800-\udfff]")


def text_in(value: Fields, key: str) -> str | None:
    """A string; an id may be a number (the standard says to take it as text), and WordPress has its texts as
    `{"rendered": "…"}`.
    """
    found = value.get(key)
    if isinstance(found, dict):
        found = found.get("rendered")
    return text_of(found)


def text_of(found: object) -> str | None:
    """A string or number as text, None for anything else and for what is empty."""
    if isinstance(found, bool) or not isinstance(found, str | int | float):
        return None
    if isinstance(found, float) and found.is_integer():
        found = int(found)
    text = str(found).strip()
    # JSON may name half of a surrogate pair, which no file and no screen takes
    return mended_value(text if text.isascii() else _SURROGATE.sub("\ufffd", text)) or None


def address_in(value: Fields, key: str, base: str | None) -> str | None:
    """An address, absolute against `base`."""
    found = text_in(value, key)
    return resolve(base, found) if found else None


def number_in(value: Fields, key: str) -> int | None:
    """A whole number, written as one, with a point, or as text."""
    found = text_in(value, key)
    return int(found) if found and found.isdecimal() and len(found) < 19 else None


def list_in(value: Fields, key: str, most: int) -> Sequence[Any]:
    """At most so many members of a list; one thing that stands in its place is its only member, and of an object
    whose keys are numbers the values are the members.
    """
    found = value.get(key)
    if isinstance(found, dict) and found and all(name.isdecimal() for name in found):
        found = list(found.values())
    if found is None:
        return ()
    return found[:most] if isinstance(found, list) else (found,)
