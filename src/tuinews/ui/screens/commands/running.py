"""A command is run by its id, or it is said why not."""

from tuinews.late import late_imports
from tuinews.ui.screens.commands.reader import previewing
from tuinews.ui.screens.commands.registry import BEFORE_LINK, NEED_SOURCES, RUN, WITHOUT_LIBRARY
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.words import messages

with late_imports(__name__):
    from tuinews.ui.screens.commands.entries import passing
    from tuinews.ui.screens.commands.program import overlays


def run(state: ReadingState, command_id: str) -> None:
    """Run a command; where the library cannot be used, or is empty, say so instead of what it would have done."""
    if state.why_no_library and command_id not in WITHOUT_LIBRARY:
        state.say(state.why_no_library, problem=True)
    elif state.library_is_empty and command_id == "open":
        overlays.starters(state)
    elif state.library_is_empty and command_id in NEED_SOURCES:
        state.say_here(messages.no_sources(state.keymap, command_id))
    else:
        if command_id not in BEFORE_LINK:
            state.reader.named_link.copies_next = False
        if command_id in previewing.OF_THE_ARTICLE:
            previewing.open_previewed(state)
        passing.mark_passed(state)
        RUN[command_id](state)
