"""The keys that are typed before the list is there, kept for it: nobody waits for a screen to read it."""

from time import monotonic

from textual.events import Key

LONGEST_WAIT = 2.0
"""Seconds after which a key is answered with why nothing can be done yet."""
_MOST = 64


class TypedAhead:
    """Keeps keys until they are taken, but for those of commands in `at_once`."""

    def __init__(self, at_once: frozenset[str]) -> None:
        self._at_once = at_once
        self._keys: list[Key] | None = []
        self._begun = monotonic()

    def keeps(self, key: Key) -> bool:
        """Whether `key` is kept; where it is not, it is to be answered now."""
        late = monotonic() - self._begun > LONGEST_WAIT
        if self._keys is None or late or key.key in self._at_once or len(self._keys) >= _MOST:
            return False
        self._keys.append(key)
        return True

    def take(self) -> list[Key]:
        """The keys in their order; from now on none is kept."""
        keys, self._keys = self._keys or [], None
        return [Key(key.key, key.character) for key in keys]
