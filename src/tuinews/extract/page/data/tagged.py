"""Values that were written with their kind before each, as Astro hands them to a component.

`{"title":[0,"…"],"posts":[1,[[0,{…}],[0,{…}]]],"date":[3,"2026-…"]}`: 0 is a value or an object of such pairs, 1 a
list of them, the others are dates, addresses, sets and so on, whose text stands as it is
(github.com/withastro/astro, packages/astro/src/runtime/server/serialize.ts).
"""

import json

_VALUE, _LIST, _LAST = 0, 1, 11
"""The kinds: a plain value, a list, and the greatest number of one."""

_PAIR = 2
"""Members of a list that is a kind and what is of that kind."""
_DEEPEST = 100
"""Levels that are read; what nests deeper was made to do harm."""


def is_tagged(value: object) -> bool:
    """Whether a value is an object all of whose members are such pairs."""
    return isinstance(value, dict) and bool(value) and all(map(_is_pair, value.values()))


def untagged(value: object, depth: int = 0) -> object:
    """The value itself; `depth` is how deep in the whole it stands. What is too deep, or none, is None."""
    if isinstance(value, dict):
        return {key: _of_pair(pair, depth + 1) for key, pair in value.items()}
    return value


def _is_pair(value: object) -> bool:
    if not isinstance(value, list) or len(value) != _PAIR or isinstance(value[0], bool):
        return False
    return isinstance(value[0], int) and _VALUE <= value[0] <= _LAST


def _of_pair(pair: object, depth: int) -> object:
    if not isinstance(pair, list) or not _is_pair(pair) or depth > _DEEPEST:
        return None
    kind, inner = pair
    if kind == _VALUE:
        return untagged(inner, depth)
    if kind != _LIST:
        return inner
    if isinstance(inner, str):  # as versions before 3 wrote it
        try:
            inner = json.loads(inner)
        except (ValueError, RecursionError):
            return None
    return [_of_pair(one, depth + 1) for one in inner] if isinstance(inner, list) else None
