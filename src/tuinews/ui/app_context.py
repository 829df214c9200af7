"""What the screen is given from outside itself."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from textual.message import Message

from tuinews.configuration.reading import SettingsProblem
from tuinews.model.opening import TellStep
from tuinews.model.source import Source
from tuinews.quick_dataclass import dataclass
from tuinews.settings import Settings
from tuinews.ui.external import REAL, External
from tuinews.ui.keymap import Keymap
from tuinews.ui.library_protocol import LibraryProtocol

OpenLibrary = Callable[[], Awaitable[LibraryProtocol]]
"""Opens the library; awaited once, after the first paint."""

Guide = Callable[[LibraryProtocol], Awaitable[Source]]
"""Puts the guide edition into the library; returns its source."""

Record = Callable[[BaseException], object]
"""Logs an unexpected error; returns where it is logged."""


WatchOpening = Callable[[TellStep], None]
"""Takes a function to be called, on the loop's thread, with each slow step while the library is opened."""


def _unwatched(_: TellStep) -> None:
    """Nobody watches the opening."""


def _nothing() -> None:
    """Nothing waits for the first list."""


@dataclass
class SettingsChanged(Message):
    """Other settings, and the keys made of them, are in force: the app has a theme and bindings to change."""

    settings: Settings
    keymap: Keymap


@dataclass(frozen=True, slots=True)
class AppContext:
    """The library to open, the settings and keys in force, what starts other programs, the guide edition.

    `when_begun` is called once, when the first list is there: what was made until then lasts. `record` keeps the
    details of a fault of ours, so that the screen can go on and say one line. `settings_file` is where the
    settings would be, whether there is such a file or not; `settings_problems` are what in it is not obeyed.
    """

    open_library: OpenLibrary
    settings: Settings
    keymap: Keymap
    external: External = REAL
    guide: Guide | None = None
    when_begun: Callable[[], None] = _nothing
    record: Record | None = None
    watch_opening: WatchOpening = _unwatched
    settings_file: Path | None = None
    settings_problems: tuple[SettingsProblem, ...] = ()
