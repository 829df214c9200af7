"""An app's looks: the theme for its settings and its terminal, and the sheets of the user over ours."""

import asyncio
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import monotonic

from textual.app import App
from textual.filter import LineFilter
from textual.theme import Theme
from textual.types import AnimationLevel

from tuinews.language import Signs, choose_signs
from tuinews.late import late_imports
from tuinews.settings import AUTO, Settings
from tuinews.ui.looks.drawn_signs import DrawnSigns, signs_of
from tuinews.ui.looks.remembered_styles import RememberedStyles
from tuinews.ui.looks.theme import ANSI, DARK, DEFAULT_VARIABLES, OWN_NAMES, THEMES, theme_name
from tuinews.ui.looks.user_sheets import LOOKED_AT_EVERY, OVER_OURS, UserSheet, fault_in, read_sheets
from tuinews.ui.terminal.background import (
    ANSWER_SECONDS,
    ASK_FOR_BACKGROUND,
    BackgroundReported,
    is_light_environment,
)
from tuinews.ui.terminal.colours import Colours, replaced
from tuinews.ui.terminal.worker import begin_worker

with late_imports(__name__):
    from tuinews.ui.looks import derived_theme

_SHOW_CURSOR, _HIDE_CURSOR = "\x1b[?25h", "\x1b[?25l"
_ANIMATION: AnimationLevel = "full"


class WithLooks(App[None], inherit_bindings=False):
    """An app whose theme is that of a setting, and whose user's sheets are read from a folder, if there is one."""

    def __init__(self, settings: Settings, sheets_folder: Path | None, colours: Colours | None) -> None:
        self._signs = signs_of(settings)
        choose_signs(self._signs)
        self._few, self._no_color = colours is Colours.FEW, bool(os.environ.get("NO_COLOR"))
        self._light = is_light_environment(os.environ)
        self._theme_setting = settings.theme
        self._sheets_folder = sheets_folder
        self._sheets: tuple[UserSheet, ...] = ()
        self._first_sheets = read_sheets(sheets_folder) if sheets_folder else ()
        self._asked_for_background = 0.0
        wanted = self._theme_wanted()
        self._theme_of_variables: Theme | None = None
        self._is_made = False
        super().__init__(ansi_color=True if wanted == ANSI else None)
        self._is_made = True
        # Textual's: nothing here has a tooltip, and what is said is said in the status line, so that no screen
        # needs the widgets and the styles of either.
        self._disable_tooltips = self._disable_notifications = True
        for one in THEMES:
            self.register_theme(one)
        self.theme = self._registered(wanted)
        self._sheet_variables = self.get_css_variables()
        self.stylesheet = RememberedStyles(variables=self._sheet_variables)
        if colours is not None:
            self.console = replaced(self.console, colours)

    @property
    def current_theme(self) -> Theme:
        """Textual's: the theme in force. Asked for at every line; Textual copies all of them to answer."""
        return self._registered_themes.get(self.theme) or super().current_theme

    def say_problem(self, problem: str) -> None:
        """Say what is wrong with the looks."""
        raise NotImplementedError

    def begin_looks(self) -> None:
        """Ask the terminal for its paper, and obey the user's sheets from now on; called at the first mount."""
        self._asked_for_background = monotonic()
        # On Windows the answer would be typed as keys.
        if self._driver is not None and os.name != "nt" and not (self._no_color or self._few):
            self._driver.write(ASK_FOR_BACKGROUND)
        if self._signs is Signs.NONE:
            self._suit_screen_reader(True)
        if self._sheets_folder is not None:
            self._obey(self._first_sheets)
            self.set_interval(LOOKED_AT_EVERY, self._look_at_sheets)

    def _suit_screen_reader(self, screen_reader: bool) -> None:
        """Be for a screen reader: nothing moves, and the terminal's own cursor is there to be seen, too."""
        self.set_class(screen_reader, "-screen-reader")
        self.animation_level = "none" if screen_reader else _ANIMATION
        if self._driver is not None:
            self._driver.write(_SHOW_CURSOR if screen_reader else _HIDE_CURSOR)

    def use_theme(self, setting: str) -> None:
        """Have the theme of another setting."""
        self._theme_setting = setting
        self._put_theme_in_force()

    def use_looks(self, settings: Settings) -> None:
        """Have the theme and the signs of other settings."""
        signs, self._signs = self._signs, signs_of(settings)
        self.use_theme(settings.theme)
        if self._signs is not signs:
            choose_signs(self._signs)
            self._suit_screen_reader(settings.screen_reader)
            for screen in self.screen_stack:
                screen.refresh(layout=True)

    @property
    def theme_is_fixed(self) -> bool:
        """Whether NO_COLOR or a terminal of few colours decides over the setting."""
        return self._no_color or self._few

    def on_background_reported(self, message: BackgroundReported) -> None:
        """Have the theme for the terminal's own paper, where the settings leave it to that."""
        if monotonic() - self._asked_for_background < ANSWER_SECONDS:
            self._light = message.light
            if self._theme_setting == AUTO:
                self._put_theme_in_force()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Textual's: our colours while another theme is in force."""
        return DEFAULT_VARIABLES

    def get_css_variables(self) -> dict[str, str]:
        """Textual's: what the sheets call colours. Worked out once a theme: Textual asks three times at the start,
        first for sheets in the place of which ours are put.
        """
        if not self._is_made:
            return {}
        if self._theme_of_variables is not self.current_theme:
            self._theme_of_variables = self.current_theme
            super().get_css_variables()  # which keeps them
        return self.theme_variables

    def refresh_css(self, animate: bool = True) -> None:
        """Textual's: parse all sheets for other variables; at its start it asks so for those that they have."""
        variables = self.get_css_variables()
        if variables != self._sheet_variables:
            self._sheet_variables = variables
            super().refresh_css(animate)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's: what is done to every line of a repaint; nothing where no colour is the terminal's own."""
        filters = tuple(super().get_line_filters()) if self.native_ansi_color else ()
        return filters if self._signs is Signs.ALL else (*filters, DrawnSigns())

    def _put_theme_in_force(self) -> None:
        theme = self._registered(self._theme_wanted())
        if theme != self.theme:
            self.ansi_color = True if theme == ANSI else None
            self.theme = theme

    def _theme_wanted(self) -> str:
        # Colours of ours are forty bytes each: who hears the screen has the terminal's own, and hears sooner.
        few = self._few or self._signs is Signs.NONE
        return theme_name(self._theme_setting, no_color=self._no_color, few=few, light=self._light)

    def _registered(self, theme: str) -> str:
        """`theme`, which Textual knows from now on; our own where a later Textual has none of that name."""
        if theme in OWN_NAMES:
            return theme
        made = derived_theme.derived(theme)
        if made is None:
            return DARK
        self.register_theme(made)
        return theme

    def _look_at_sheets(self) -> None:
        begin_worker(self, self._read_sheets, group="sheets", exclusive=True)

    async def _read_sheets(self) -> None:
        if self._sheets_folder is not None and self._obey(
            await asyncio.to_thread(read_sheets, self._sheets_folder)
        ):
            # Whatever was parsed is remembered: only what has changed is parsed.
            self.stylesheet.reparse()
            self._css_update_count += 1
            for screen in self.screen_stack:
                self.stylesheet.update(screen)
                screen._css_update_count = self._css_update_count
            if self.screen_stack:  # else the program ends
                self.screen.refresh(layout=True)

    def _obey(self, sheets: tuple[UserSheet, ...]) -> bool:
        """Take the user's sheets as they are now, and say what is wrong with one; whether anything changed."""
        before: Mapping[Path, UserSheet] = {sheet.path: sheet for sheet in self._sheets}
        self._sheets = sheets
        sources = self.stylesheet.source
        gone = before.keys() - {sheet.path for sheet in sheets}
        changed = bool([path for path in gone if sources.pop((str(path), ""), None)])
        for sheet in sheets:
            if sheet == before.get(sheet.path):
                continue
            fault = fault_in(sheet, self._sheet_variables)
            if fault:
                self.say_problem(fault)
            elif sheet.css is not None:
                self.stylesheet.add_source(sheet.css, (str(sheet.path), ""), tie_breaker=OVER_OURS)
                changed = True
        return changed
