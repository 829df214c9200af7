"""The start: the library is opened, and what waits for that is begun."""

from dataclasses import replace

from tuinews.errors import TuinewsError
from tuinews.late import late_imports
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.screens.commands.reader import opening
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.words import messages, states

with late_imports(__name__):
    from tuinews.ui.screens.commands import sources
    from tuinews.ui.screens.commands.entries import downloading
    from tuinews.ui.screens.commands.program import overlays
    from tuinews.ui.screens.notices_line import all_notices, notices_line


async def start(state: ReadingState) -> None:
    """Open the library, then refresh what is due, or offer first sources."""
    try:
        await state.session.begin(state.context.open_library)
    except TuinewsError as error:
        _tell_failure(state, error)
        return
    if state.work.library is not None:
        _begin_work(state, state.work.library)
    state.notices = all_notices(state.context, state.keymap, state.work.library)
    if state.notices:
        state.say(notices_line(state.notices, state.context, state.keymap, state.size.width), problem=True)
    state.context.when_begun()
    try:
        await opening.return_to_article(state)
    finally:
        state.begins = False
        state.tell_empty_reader()
    if state.sources:
        sources.refresh(state, due_only=True)
    else:
        overlays.welcome(state)
    state.takes_keys = True


def _begin_work(state: ReadingState, library: LibraryProtocol) -> None:
    """Begin what goes on beside the reading."""

    def tell_waiting(waits: bool) -> None:
        state.status = replace(state.status, waits=waits)

    library.report_waiting(tell_waiting)
    downloading.DownloadsWatch(state).begin(library)
    state.work.beside(state.reloading.end_mutes)
    state.work.beside(state.reloading.find_stories)


def _tell_failure(state: ReadingState, error: TuinewsError) -> None:
    """Say why there is no library, where its list would stand."""
    state.empty_notes = (messages.failure(error, state.keymap), states.quits(state.keymap))
    state.reader_state = replace(state.reader_state, notes=())
    state.reveal()
    state.takes_keys = True
    state.fail(error)
