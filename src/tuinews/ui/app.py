"""The app: themes, keymap and the first screen."""

import asyncio
import gc
import os
import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path, PurePath
from typing import Any, ClassVar

from textual import events
from textual.driver import Driver
from textual.geometry import Offset
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from tuinews.configuration.reading import SettingsProblem
from tuinews.late import late_imports
from tuinews.model.opening import OpeningStep, TellStep
from tuinews.settings import Settings
from tuinews.ui.app_context import AppContext, Guide, Record, SettingsChanged
from tuinews.ui.keymap import Keymap
from tuinews.ui.keys import Scope
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.looks.looks import WithLooks
from tuinews.ui.screens.reading import ReadingScreen
from tuinews.ui.stylesheets import stylesheet
from tuinews.ui.terminal.colours import Colours, colours
from tuinews.ui.terminal.end import EndAsked
from tuinews.ui.terminal_cursor import terminal_cursor
from tuinews.ui.typed_ahead import (
    FIELD_KEYS,
    FORM,
    OPENING_COMMANDS,
    OPENING_SECONDS,
    START_SECONDS,
    Readiness,
    TypedAhead,
    without_alt,
)
from tuinews.ui.words import messages

with late_imports(__name__):
    from tuinews.ui import garbage_collection
    from tuinews.ui.screens.commands.reader import external, graphics
    from tuinews.ui.terminal.kitty import KittyAnswered
    from tuinews.ui.terminal.title import TerminalNotified, WindowTitled

_SHEETS = ("app", "source_list", "entry_list", "reader", "pane_title", "status_line", "prompt")
_KEYS_EVERY = 0.01
"""Seconds between two looks at keys that wait."""
_LOOK_FOR_A_REST_EVERY = 20.0
"""Seconds between two looks whether there is time to search for garbage."""
_ANSWERED_AT_ONCE = ("quit", "back_or_quit", "suspend", "redraw")


class TuinewsApp(WithLooks, inherit_bindings=False):
    """The full-screen reader, on what it is given."""

    TITLE = "tuinews"
    CSS_PATH: ClassVar[list[str | PurePath]] = [stylesheet(name) for name in _SHEETS]
    ENABLE_COMMAND_PALETTE = False
    AUTO_FOCUS = ""
    """Each screen says who has the keys first: the first field of a sheet may be one that is hidden."""

    def __init__(self, context: AppContext, colours: Colours | None = None) -> None:
        folder = context.settings_file.parent if context.settings_file else None
        super().__init__(context.settings, folder, colours)
        self.set_keymap(context.keymap.changes)
        self._app_context = context
        self._keys_in_force = context.keymap
        self.last_words = ""
        self._ahead = TypedAhead()
        self._had_keys: Widget | None = None
        self._last_key = time.monotonic()
        self._opening_keys, self._bound_keys = _opening_keys(context.keymap), _bound_keys(context.keymap)

    def get_default_screen(self) -> Screen[None]:
        """Textual's: the first screen."""
        return ReadingScreen(self._app_context)

    def get_driver_class(self) -> type[Driver]:
        """Textual's: what takes the terminal; ours, but for Windows and where TEXTUAL_DRIVER names another."""
        if os.name == "nt" or os.environ.get("TEXTUAL_DRIVER"):
            return super().get_driver_class()
        driver: type[Driver] = import_module("tuinews.ui.terminal.driver").TerminalDriver
        return driver

    @property
    def cursor_position(self) -> Offset:
        """Textual's: where the terminal's cursor goes at the end of each paint."""
        return terminal_cursor(self.screen) if self.screen_stack else Offset(0, 0)

    @cursor_position.setter
    def cursor_position(self, position: Offset) -> None:
        """Textual's: an input tells its own; it is worked out for all alike."""

    def on_mount(self) -> None:
        """Keep the keys that come before the list, and begin with what the looks go by."""
        self.begin_looks()
        self.set_interval(_LOOK_FOR_A_REST_EVERY, self._look_for_a_rest)
        self._look_at_keys = self.set_interval(_KEYS_EVERY, self._give_keys)
        keymap = self._keys_in_force
        answered = {key for name in _ANSWERED_AT_ONCE for key in keymap.command(name).each}
        self._ahead.wait(lambda: _seen(self._has_list()), START_SECONDS, answered)

    async def on_event(self, event: events.Event) -> None:
        """Textual's: an event for the program; a key waits until what it is meant for has the keys.

        A terminal that tells of having lost the focus may send keys all the same (`tmux send-keys`, two clients of
        one session): Textual would give them to nothing.
        """
        if isinstance(event, events.AppBlur):
            return
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
            return
        self._last_key = time.monotonic()
        for key in (event,) if event.key in self._bound_keys else without_alt(event):
            if not self._ahead.keeps(key):
                await self._give_key(key)
            else:
                self._look_at_keys.resume()

    def _look_for_a_rest(self) -> None:
        garbage_collection.forget_gone_widgets()
        garbage_collection.search_at_rest(time.monotonic() - self._last_key)

    async def _give_keys(self) -> None:
        """Give the keys that waited, as far as they need wait no longer."""
        while (key := self._ahead.next()) is not None:
            await self._give_key(key)
        if self._ahead.is_over:
            self._look_at_keys.pause()

    async def _give_key(self, key: events.Key) -> None:
        self._give_keys_back()
        focused = self.focused
        opens = key.key in self._opening_keys and self._has_list() and not isinstance(focused, Input)
        moves = key.key in FIELD_KEYS and self.screen.has_class(FORM)
        awaited = None if isinstance(focused, Input) else _awaited(self.screen, key.key)
        in_input, in_prompt = isinstance(focused, Input), isinstance(self.screen, ReadingScreen)
        leaves = key.key == "escape" and (in_input or len(self.screen_stack) > 1)
        leaves = leaves or (key.key == "enter" and in_input and in_prompt)
        await super().on_event(key)
        if awaited is not None:
            self._ahead.wait(lambda: _seen(awaited()), OPENING_SECONDS)
        elif opens:
            self._ahead.wait(self._stage_of_input, OPENING_SECONDS)
        elif moves or leaves:
            self._ahead.wait(lambda: _seen(self.focused is not focused), OPENING_SECONDS)

    def _give_keys_back(self) -> None:
        """Give the keys to what had them last where nothing has: Textual takes them away at a click beside all
        widgets, such as one that comes while the terminal grows, and a sheet was deaf from then on."""
        had = self._had_keys
        if self.focused is not None:
            self._had_keys = self.focused
        elif had is not None and had.is_attached and had.screen is self.screen and had.focusable and had.display:
            # As when the terminal has the focus again: what was typed is not selected.
            self.screen.set_focus(had, scroll_visible=False, from_app_focus=True)

    def _has_list(self) -> bool:
        screen = self.screen if self.screen_stack else None
        return screen is not None and (not isinstance(screen, ReadingScreen) or screen.takes_keys)

    def _stage_of_input(self) -> Readiness:
        """How far an input, a screen over the reading screen, or letters over links are to have the keys."""
        if not self.screen_stack:  # the program ends
            return Readiness.UNSEEN
        if not isinstance(self.screen, ReadingScreen):
            return Readiness.OPENING if self.focused is None else Readiness.READY
        return _seen(bool(self.screen.reader.hints) or isinstance(self.focused, Input))

    def on_key(self, event: events.Key) -> None:
        """Run a command that is bound on every screen: no other had the key, or it would not have come here."""
        if isinstance(self.screen, ReadingScreen) and self.screen.takes_key(event.key):
            event.prevent_default()
            return
        for command in self._keys_in_force.commands:
            if command.scope is Scope.EVERYWHERE and event.key in command.each:
                event.stop()
                self._run_on_reading_screen(command.id)

    def _run_on_reading_screen(self, command_id: str) -> None:
        state = self.screen_stack[0]
        if isinstance(state, ReadingScreen):
            state.action_run(command_id)

    def on_settings_changed(self, message: SettingsChanged) -> None:
        """Have the keys and the colours of other settings."""
        if message.keymap is not self._keys_in_force:
            self._keys_in_force = message.keymap
            self._opening_keys, self._bound_keys = _opening_keys(message.keymap), _bound_keys(message.keymap)
            self.set_keymap(message.keymap.changes)
        self.use_looks(message.settings)

    def say_problem(self, problem: str) -> None:
        """Say what is wrong with the looks on the reading screen."""
        state = self.screen_stack[0] if self.screen_stack else None
        if isinstance(state, ReadingScreen):
            state.call_after_refresh(state.say, problem, problem=True)

    def on_kitty_answered(self, message: KittyAnswered) -> None:
        """Have the terminal draw pictures itself, where it can draw them in cells."""
        state = self.screen_stack[0] if self.screen_stack else None
        if isinstance(state, ReadingScreen):
            (graphics.by_terminal if message.has_placeholders else graphics.in_half_blocks)(state)

    def on_driver_signal_resume(self) -> None:
        """Draw all of it: the shell, or another program, had the terminal meanwhile."""
        self._run_on_reading_screen("redraw")

    def on_window_titled(self, message: WindowTitled) -> None:
        """Give the terminal's window a title, where its driver can."""
        set_title = getattr(self._driver, "set_title", None)
        if set_title is not None:
            set_title(message.title)

    def on_terminal_notified(self, message: TerminalNotified) -> None:
        """Have the terminal notify of something, where its driver can."""
        notify = getattr(self._driver, "notify_terminal", None)
        if notify is not None:
            notify(message.sequence)

    def on_end_asked(self, message: EndAsked) -> None:
        """End in order, every mark kept: a signal came, or the terminal is gone."""
        state = self.screen_stack[0] if self.screen_stack else None
        if isinstance(state, ReadingScreen):
            external.leave(state, message.status)
        else:
            self.exit(return_code=message.status)

    def _handle_exception(self, error: Exception) -> None:
        """Textual's: end after a fault of ours. Its traceback, with our variables' values, is shown to nobody."""
        if self._app_context.record is None:
            super()._handle_exception(error)
            return
        place = self._app_context.record(error)
        if self._exit:  # it ends already, of itself: a screen that was still opening has lost its parts
            return
        self.last_words = messages.last_words(type(error).__name__, place)
        self.exit(return_code=1)


def _awaited(screen: Screen[Any], key: str) -> Callable[[], bool] | None:
    """Until when keys wait behind one on a sheet; sheets are imported with the first of them."""
    awaited: Callable[[str], Callable[[], bool] | None] | None = getattr(screen, "awaited", None)
    return awaited(key) if awaited is not None and screen.children else None


def _seen(is_ready: bool) -> Readiness:
    return Readiness.READY if is_ready else Readiness.UNSEEN


def _bound_keys(keymap: Keymap) -> frozenset[str]:
    """All keys that mean a command."""
    return frozenset(key for command in keymap.commands for key in command.each)


def _opening_keys(keymap: Keymap) -> frozenset[str]:
    """The keys after which the keys go elsewhere."""
    opening = [command for command in keymap.commands if command.id in OPENING_COMMANDS]
    return frozenset(key for command in opening for key in command.each)


def show(
    data_dir: Path,
    settings: Settings,
    guide: Guide | None = None,
    record: Record | None = None,
    settings_file: Path | None = None,
    settings_problems: tuple[SettingsProblem, ...] = (),
) -> int:
    """Run the screen on the library of `data_dir` until it is quit; the exit status.

    No garbage is collected until the first list is there.
    """
    gc.disable()
    watching: list[TellStep] = []

    context = AppContext(
        lambda: _opened(data_dir, settings, watching),
        settings,
        Keymap(settings.keys, settings_file),
        guide=guide,
        when_begun=lambda: garbage_collection.set_apart(),
        record=record,
        watch_opening=watching.append,
        settings_file=settings_file,
        settings_problems=settings_problems,
    )
    app = TuinewsApp(context, None if os.name == "nt" or os.environ.get("TEXTUAL_COLOR_SYSTEM") else colours())
    app.run()
    if app.last_words:
        sys.stderr.write(f"{app.last_words}\n")
    return app.return_code or 0


async def _opened(data_dir: Path, settings: Settings, watching: Sequence[TellStep]) -> LibraryProtocol:
    """The library, open; `watching` are told of each step that takes long."""

    def tell(step: OpeningStep) -> None:
        for one in watching:
            one(step)

    # At its first use and off the screen's thread: SQLite and the store must not hold up the first paint.
    library = await asyncio.to_thread(import_module, "tuinews.library.library")
    opened = await library.Library.open(data_dir, settings, tell)
    opened.refresh_apart()
    protocol: LibraryProtocol = opened
    return protocol
