"""The keys that a message names."""

from typing import Protocol


class ShownKeys(Protocol):
    """The keys in force; the screen gives its `Keymap`."""

    def key(self, command_id: str) -> str:
        """The first key of a command, as people write it: `Ctrl-d`."""
