"""Keys that come before what they are meant for: before the list, before the input that the key before them opens.

A slow line, a paste and a fast hand send several keys at once. Each is kept until what the one before it opens has
the keys; given at once, `/storm` would search nothing, star an article and mark another.
"""

from collections import deque
from collections.abc import Callable, Collection
from enum import Enum, auto
from time import monotonic

from textual.events import Key

OPENING_COMMANDS = frozenset(
    (
        *("search", "palette", "help", "add", "catalogue", "import", "export", "edit_source", "settings"),
        *("notices", "copy_as", "link_hints", "themes", "accounts", "downloads", "failures", "highlights"),
        *("mute", "rules", "tag", "remove"),
    )
)
"""The commands after which the keys go elsewhere."""
FORM = "-form"
"""The class of a screen with several fields, between which `FIELD_KEYS` move."""
FIELD_KEYS = frozenset(("tab", "shift+tab", "down", "up"))
"""The keys after which another field has the keys."""
START_SECONDS = 2.0
"""How long keys wait for the list; later they are answered with what keeps it."""
OPENING_SECONDS = 0.5
"""How long they wait for what a key opens: it may have had reason to open nothing."""

LEAST_LOOKS, LONGEST_BUSY = 10, 2.0
"""How often it is looked for after that, and for how long at most: a busy machine opens late and looks late."""
LONGEST_OPENING = 30.0
"""How long they wait for what is seen to open."""


class Readiness(Enum):
    """How far something is that keys wait for."""

    UNSEEN = auto()
    OPENING = auto()
    """It is there, and has not taken the keys yet."""
    READY = auto()


_ALT = "alt+"


def without_alt(key: Key) -> tuple[Key, ...]:
    """A letter that was typed with Alt as terminals mean it: Escape, and the letter."""
    if not key.key.startswith(_ALT) or key.character is None or not key.character.isalnum():
        return (key,)
    return Key("escape", "\x1b"), Key(key.character, key.character)


def _at_once() -> Readiness:
    """Nothing is waited for."""
    return Readiness.READY


class TypedAhead:
    """Keys in their order, until what they wait for is ready."""

    def __init__(self) -> None:
        self._keys: deque[Key] = deque()
        self._stage: Callable[[], Readiness] = _at_once
        self._until = 0.0
        self._looks = 0
        self._answered: Collection[str] = ()

    def wait(self, stage: Callable[[], Readiness], seconds: float, answered: Collection[str] = ()) -> None:
        """Keep what comes until the `stage` is READY, `seconds` at most while nothing is seen of it, but for the
        keys that are to be `answered`.
        """
        self._stage, self._until, self._answered = stage, monotonic() + seconds, answered
        self._looks = 0

    @property
    def is_over(self) -> bool:
        """Whether nothing waits any more."""
        return not self._keys and self._is_ready()

    def keeps(self, key: Key) -> bool:
        """Whether `key` is kept; where it is not, it is to be given now."""
        if self.is_over or key.key in self._answered:
            return False
        self._keys.append(key)
        return True

    def next(self) -> Key | None:
        """The key to give now, None while it has to wait and if there is none; each call is a look."""
        self._looks += 1
        return self._keys.popleft() if self._keys and self._is_ready() else None

    def _is_ready(self) -> bool:
        if self._stage is _at_once:
            return True
        stage, over = self._stage(), monotonic() - self._until
        busy = LONGEST_OPENING if stage is Readiness.OPENING else LONGEST_BUSY
        late = over > busy or (over > 0 and self._looks >= LEAST_LOOKS and stage is Readiness.UNSEEN)
        if late or stage is Readiness.READY:
            self._stage, self._answered = _at_once, ()
        return self._stage is _at_once
