"""The objects of an export in JSON, one after another: a file that breaks off gives those that stand before."""

import json
import re
from collections.abc import Iterator
from typing import Any

JsonItem = dict[str, Any]

_SPACE = re.compile(r"[\s,]*")
_LISTS = re.compile(r'"(?:items|entries|bookmarks|annotations)"\s*:\s*\[')
_LONGEST_WORD = 5
"""Letters of `false`, which the end of a cut file may part."""

_DEEPEST = 6
"""Lists and objects within each other among which the articles are looked for."""

_HEAD = 100_000
"""Characters in which the list of an object begins."""


class CutShortError(ValueError):
    """A file of JSON ends before its list does; what stood before was given already."""


def items(text: str) -> Iterator[JsonItem]:
    """The objects of a list, or of the list in an object, in their order; other values are passed over.

    Raises CutShortError behind the last whole one where the text breaks off there, or is none from there on.
    """
    start = list_start(text)
    if start is None:
        return
    decoder = json.JSONDecoder()
    position = _after_space(text, start)
    while position < len(text) and text[position] != "]":
        try:
            value, position = decoder.raw_decode(text, position)
        except (ValueError, RecursionError) as error:
            raise CutShortError from error
        if isinstance(value, dict):
            yield value
        position = _after_space(text, position)
    if position >= len(text):
        raise CutShortError


def list_start(text: str) -> int | None:
    """Where the first value of the list stands; None if there is no list."""
    begin = _after_space(text, 0)
    if text[begin : begin + 1] == "[":
        return begin + 1
    if text[begin : begin + 1] != "{":
        return None
    found = _LISTS.search(text, begin, begin + _HEAD)
    return found.end() if found else None


def cut_in_line(text: str) -> int | None:
    """The line in which a text of JSON ends before it is whole; None if it is whole, or wrong before."""
    text = text.strip("\ufeff \t\r\n")
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        is_at_end = error.pos >= len(text) or error.msg.startswith("Unterminated string")
        # A word such as "true" that is half there is an error where it begins.
        return text.count("\n") + 1 if is_at_end or len(text) - error.pos < _LONGEST_WORD else None
    except RecursionError:
        return None
    return None


def in_sequence(text: str) -> Iterator[Any]:
    """The values that stand one after another, as in a file of a value a line; it ends at what is none."""
    decoder = json.JSONDecoder()
    position = _after_space(text, 0)
    while position < len(text):
        try:
            value, position = decoder.raw_decode(text, position)
        except (ValueError, RecursionError):
            return
        yield value
        position = _after_space(text, position)


def objects_in(value: Any, depth: int = 0) -> Iterator[JsonItem]:
    """The objects in a value, the outer ones first, five deep."""
    if isinstance(value, dict):
        yield value
    if isinstance(value, dict | list) and depth < _DEEPEST:
        for inner in value.values() if isinstance(value, dict) else value:
            yield from objects_in(inner, depth + 1)


def whole(text: str) -> JsonItem:
    """A text that is one object; empty for anything else."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _after_space(text: str, position: int) -> int:
    found = _SPACE.match(text, position)
    return found.end() if found else position
