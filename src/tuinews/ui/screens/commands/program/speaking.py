"""The language of the screen, changed while it runs and kept in the settings."""

from functools import partial

from tuinews.ui.screens.commands.program.configuring import change
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.words import messages


def _speak(code: str, state: ReadingState) -> None:
    """Say everything in the language of `code` from now on, and at the next start."""
    change(state, ("language",), code)
    state.say(messages.language_chosen())


speak_english = partial(_speak, "en")
speak_vietnamese = partial(_speak, "vi")
