"""The language of the screen, changed while it runs and kept in the settings."""

import asyncio
from dataclasses import replace
from functools import partial

from tuinews.configuration.writing import write_values
from tuinews.errors import SettingsError
from tuinews.language import choose, current
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.words import messages


def _speak(code: str, state: ReadingState) -> None:
    """Say everything in the language of `code` from now on, and at the next start."""
    if current() != choose(code):
        state.say_anew()
    state.settings = replace(state.settings, language=code)
    state.say(messages.language_chosen())
    file = state.context.settings_file
    if file is None:
        return

    async def job(_library: LibraryProtocol) -> None:
        try:
            await asyncio.to_thread(write_values, file, {("language",): code})
        except SettingsError as error:
            state.fail(error)

    state.mark(job)


speak_english = partial(_speak, "en")
speak_vietnamese = partial(_speak, "vi")
