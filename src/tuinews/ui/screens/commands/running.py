"""A command is run by its id, or it is said why not."""

from tuinews.late import late_imports
from tuinews.ui.screens.commands.reader import previewing
from tuinews.ui.screens.commands.registry import (
    BEFORE_LINK,
    COUNTED,
    NEED_SOURCES,
    NEXT_OF_LIST,
    OF_NUMBER,
    OF_ROW,
    OF_ROWS,
    RUN,
    WITHOUT_LIBRARY,
)
from tuinews.ui.screens.layout import PaneName
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.widgets.pane import Motion
from tuinews.ui.words import messages

with late_imports(__name__):
    from tuinews.ui.screens.commands.entries import mark_on_scroll
    from tuinews.ui.screens.commands.program import overlays


def run(state: ReadingState, command_id: str) -> None:
    """Run a command; where the library cannot be used, or is empty, say so instead of what it would have done.

    A number that was typed before its key says how often; commands that go without one pass it over.
    """
    of_link = command_id in OF_NUMBER and (state.at is PaneName.READER or command_id == "back")
    times = 0 if of_link else state.number.take()
    of_list = command_id in NEXT_OF_LIST or (command_id in OF_ROW and state.at is PaneName.LIST)
    if of_list or (state.keys_for_list and command_id not in WITHOUT_LIBRARY):
        state.keys_for_list.when_listed(lambda: _run(state, command_id, times))
    else:
        _run(state, command_id, times)


def _run(state: ReadingState, command_id: str, times: int) -> None:
    if state.work.why_no_library and command_id not in WITHOUT_LIBRARY:
        state.say(state.work.why_no_library, problem=True)
    elif state.library_is_empty and command_id == "open":
        overlays.starters(state)
    elif state.library_is_empty and command_id in NEED_SOURCES:
        state.say_here(messages.no_sources(state.keymap, command_id))
    else:
        if command_id not in BEFORE_LINK:
            state.reader.link_number.named.copies_next = False
        if command_id in previewing.OF_THE_ARTICLE:
            previewing.open_previewed(state)
        mark_on_scroll.mark_passed(state)
        if times and command_id in COUNTED:
            COUNTED[command_id](state, times)
            return
        if times > 1 and command_id in OF_ROWS and state.at is PaneName.LIST and not state.selected:
            state.selected.begin(state.entry_list.current)
            state.entry_list.move(Motion.DOWN, times - 1)
        RUN[command_id](state)
    state.number.take()
