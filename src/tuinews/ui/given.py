"""What the screen is given from outside itself."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tuinews.settings import Settings
from tuinews.ui.asked import AskedLibrary
from tuinews.ui.keymap import Keymap
from tuinews.ui.outside import REAL, Outside

OpenLibrary = Callable[[], Awaitable[AskedLibrary]]
"""Opens the library; awaited once, after the first paint."""

Guide = Callable[[], Awaitable[str]]
"""Opens the guide edition on this machine and tells the address of its listing."""


def _nothing() -> None:
    """Nothing is to be settled."""


@dataclass(frozen=True, slots=True)
class Given:
    """The library to open, the settings and keys in force, the ways out of the program, the guide edition.

    `settle` is called when much was made that will last: after the start, after the first refresh.
    """

    open_library: OpenLibrary
    settings: Settings
    keymap: Keymap
    outside: Outside = REAL
    guide: Guide | None = None
    settle: Callable[[], None] = _nothing
