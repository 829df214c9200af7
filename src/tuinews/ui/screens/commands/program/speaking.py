"""How the screen speaks, changed while it runs and kept in the settings: its language, or for a screen reader."""

from functools import partial

from tuinews.language import _
from tuinews.ui.screens.commands.program.configuring import change
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.words import messages
from tuinews.ui.words import screen_reader as words


def _speak(code: str, state: ReadingState) -> None:
    """Say everything in the language of `code` from now on, and at the next start."""
    change(state, ("language",), code)
    state.say(messages.language_chosen())


def screen_reader(state: ReadingState) -> None:
    """Be for a screen reader from now on, or no longer."""
    on = not state.settings.screen_reader
    change(state, ("screen_reader",), on)
    state.say(_(words.ON) if on else _(words.OFF))


speak_english = partial(_speak, "en")
speak_vietnamese = partial(_speak, "vi")
