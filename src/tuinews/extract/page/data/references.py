"""Values that name other values: rows of server components, entities of a normalised cache (Apollo, Relay)."""

import re
from collections.abc import Iterable, Mapping

CACHE_DEPTH = 4
"""Objects from the root of a page's data within which its caches stand."""

MAX_ENTITIES = 50_000
"""Objects of caches that can be referred to."""

_ROW = re.compile(r"\$(?:[L@QWK]|Sreact\.)?([0-9a-f]+)((?::[\w$-]+)*)")
_LONGEST = 200
"""Characters of a value that may refer to a row."""


class References:
    """What is referred to by name on one page."""

    def __init__(self, values: Iterable[object], rows: Mapping[str, object]) -> None:
        self.rows = rows
        self.entities: dict[str, object] = {}
        for value in values:
            self._collect(value, 0)

    def _collect(self, value: object, depth: int) -> None:
        if not isinstance(value, dict) or depth > CACHE_DEPTH:
            return
        for key, inner in value.items():
            if isinstance(inner, dict) and len(self.entities) < MAX_ENTITIES:
                self.entities.setdefault(key, inner)
                self._collect(inner, depth + 1)

    def follow(self, value: object) -> object:
        """The value itself, or the one that it names."""
        if isinstance(value, str) and value[:1] != "$":
            return value
        for _ in range(4):
            named = self._named(value)
            if named is None:
                return value
            value = named
        return value

    def _named(self, value: object) -> object:
        if isinstance(value, str):
            return self._row(value) if value[:1] == "$" and len(value) < _LONGEST and self.rows else None
        if not isinstance(value, dict) or len(value) > 5:
            return None
        several = value.get("__refs")
        if isinstance(several, list):
            return [self.entities.get(one) for one in several if isinstance(one, str)]
        one = value.get("__ref")
        if one is None and value.get("type") == "id" and "typename" in value:
            one = value.get("id")
        return self.entities.get(one) if isinstance(one, str) else None

    def _row(self, text: str) -> object:
        if text.startswith("$$"):
            return None
        match = _ROW.fullmatch(text)
        if match is None:
            return "" if text == "$undefined" else None
        value = self.rows.get(match[1])
        for key in match[2].split(":")[1:]:
            value = _member(value, key)
        return value


def _member(value: object, key: str) -> object:
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return value.get(key)
    if isinstance(value, list):
        if key == "props" and len(value) > 3 and value[0] == "$":
            return value[3]
        if key.isdigit() and int(key) < len(value):
            return value[int(key)]
    return None
