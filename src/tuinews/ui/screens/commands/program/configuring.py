"""A setting that is changed on the screen: in force at once, then written to its file."""

import asyncio
from collections.abc import Callable, Mapping
from types import MappingProxyType

from tuinews.configuration.writing import Names, write_values
from tuinews.errors import SettingsError
from tuinews.language import choose, choose_signs, current
from tuinews.settings import with_value
from tuinews.ui.app_context import SettingsChanged
from tuinews.ui.keymap import Keymap
from tuinews.ui.looks.drawn_signs import signs_of
from tuinews.ui.screens.commands.reader import graphics, pictures
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.terminal.worker import begin_worker


def put_in_force(state: ReadingState, names: Names, value: object) -> None:
    """Go by another value from now on; `names` is the setting, after its table, None its default."""
    state.settings = with_value(state.settings, names, value)
    EFFECTS.get(names[0], _nothing)(state)
    if state.work.library is not None:
        state.work.library.use(state.settings)


async def keep(state: ReadingState, names: Names, value: object) -> None:
    """Write a value to the settings file, after those that were changed before; raises SettingsError."""
    file = state.context.settings_file
    if file is not None:
        async with state.settings_lock:
            await asyncio.to_thread(write_values, file, {names: value})


def change(state: ReadingState, names: Names, value: object) -> None:
    """Go by another value from now on, and at the next start; where it cannot be written, say so."""
    put_in_force(state, names, value)

    async def job() -> None:
        try:
            await keep(state, names, value)
        except SettingsError as error:
            state.fail(error)

    begin_worker(state, job, group="settings")


def _nothing(state: ReadingState) -> None:
    """Whoever goes by the setting looks at it anew each time."""


def _measure(state: ReadingState) -> None:
    state.measure = state.settings.measure


def _rows(state: ReadingState) -> None:
    state.entry_list.form = state.settings.rows
    state.entry_list.fit()


def _headings(state: ReadingState) -> None:
    state.reloading.reload()


def _stories(state: ReadingState) -> None:
    state.listing.show(state.view)


def _language(state: ReadingState) -> None:
    if current() != choose(state.settings.language):
        state.say_anew()
        state.reloading.reload()  # why sources failed is read in the language that is spoken then


def _keys(state: ReadingState) -> None:
    state.take_keymap(Keymap(state.settings.keys, state.context.settings_file))
    _of_app(state)


def _pictures(state: ReadingState) -> None:
    state.pictures_shown = pictures.are_wanted(state)


def _signs(state: ReadingState) -> None:
    choose_signs(signs_of(state.settings))
    state.say_anew()
    _pictures(state)
    _of_app(state)


def _screen_reader(state: ReadingState) -> None:
    state.take_looks()
    _pictures(state)
    _of_app(state)


def _graphics(state: ReadingState) -> None:
    if state.graphics_answer.is_asked:
        graphics.begin(state)


def _of_app(state: ReadingState) -> None:
    state.post_message(SettingsChanged(state.settings, state.keymap))


EFFECTS: Mapping[str, Callable[[ReadingState], None]] = MappingProxyType(
    {
        "measure": _measure,
        "rows": _rows,
        "day_headings": _headings,
        "stories": _stories,
        "theme": _of_app,
        "ascii": _signs,
        "screen_reader": _screen_reader,
        "language": _language,
        "keys": _keys,
        "pictures": _pictures,
        "pictures_drawn": _graphics,
    }
)
"""What the screen does when a setting changes."""

LOOKED_UP = frozenset(
    (
        *(
            "refresh_minutes",
            "refresh_in_background",
            "articles_per_source",
            "mark_read_on_open",
            "mark_read_on_scroll",
            "repairs",
        ),
        *("preview", "resume", "player"),
        *("downloads_folder", "downloads_largest", "notifications", "notification_command"),
        *("pictures_kept", "pictures_budget"),
        *("keep_unread_days", "keep_read_days", "keep_most"),
    )
)
"""Settings that are looked at anew by whoever goes by them."""
