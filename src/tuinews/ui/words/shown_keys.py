"""The keys that a message names."""

from typing import Protocol

from tuinews.quick_dataclass import dataclass
from tuinews.typeset.cells import width


class ShownKeys(Protocol):
    """The keys in force; the screen gives its `Keymap`."""

    def key(self, command_id: str) -> str:
        """The first key of a command, as people write it: `Ctrl-d`."""


@dataclass(frozen=True, slots=True)
class Hint:
    """A key as people write it, a word or two for what it does, and the command that it runs."""

    command_id: str
    key: str
    words: str


_BETWEEN = " · "


def fitting(hints: str, cells: int) -> str:
    """Parts of `hints`, which stand between middle dots, in at most `cells` cells.

    The first and the last stay longest: what one came for, and how one gets out.
    """
    parts = hints.split(_BETWEEN)
    while len(parts) > 2 and width(_BETWEEN.join(parts)) > cells:
        del parts[-2]
    return _BETWEEN.join(parts)
