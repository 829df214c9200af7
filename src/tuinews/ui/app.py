"""The app: themes, keymap and the first screen."""

import asyncio
import os
from collections.abc import Awaitable, Callable
from importlib import import_module
from pathlib import Path, PurePath
from typing import ClassVar

from textual.app import App
from textual.screen import Screen

from tuinews.settings import Settings
from tuinews.ui.asked import AskedLibrary
from tuinews.ui.keymap import Keymap
from tuinews.ui.outside import REAL, Outside
from tuinews.ui.screens.desk import Guide
from tuinews.ui.screens.reading import ReadingScreen
from tuinews.ui.stylesheets import stylesheet
from tuinews.ui.theme import DEFAULT_VARIABLES, THEMES, theme_name

_SHEETS = ("app", "source_list", "entry_list", "reader", "pane_title", "status_line", "prompt", "over")


class TuinewsApp(App[None], inherit_bindings=False):
    """The full-screen reader.

    `library_factory` opens the library; it is awaited once, after the first paint. `guide`, where there is one,
    opens the guide edition. `outside` is what leaves the program.
    """

    TITLE = "tuinews"
    CSS_PATH: ClassVar[list[str | PurePath]] = [stylesheet(name) for name in _SHEETS]
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self,
        library_factory: Callable[[], Awaitable[AskedLibrary]],
        settings: Settings,
        *,
        guide: Guide | None = None,
        outside: Outside = REAL,
    ) -> None:
        no_color = bool(os.environ.get("NO_COLOR"))
        theme = theme_name(settings.theme, no_color=no_color)
        super().__init__(ansi_color=True if theme == "tuinews-ansi" else None)
        for one in THEMES:
            self.register_theme(one)
        self.theme = theme
        self._keymap_in_force = Keymap(settings.keys)
        self.set_keymap(self._keymap_in_force.changes)
        self._library_factory, self._settings = library_factory, settings
        self._guide, self._outside = guide, outside

    def get_default_screen(self) -> Screen[None]:
        """Textual's: the first screen."""
        return ReadingScreen(
            self._library_factory, self._settings, self._keymap_in_force, self._outside, self._guide
        )

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Textual's: our colours while another theme is in force."""
        return DEFAULT_VARIABLES


def show(data_dir: Path, settings: Settings, guide: Guide | None = None) -> int:
    """Run the screen on the library of `data_dir` until it is quit; the exit status."""

    async def open_library() -> AskedLibrary:
        # At its first use and off the screen's thread: SQLite and the store must not hold up the first paint.
        library = await asyncio.to_thread(import_module, "tuinews.library.library")
        opened: AskedLibrary = await library.Library.open(data_dir, settings)
        return opened

    app = TuinewsApp(open_library, settings, guide=guide)
    app.run()
    return app.return_code or 0
