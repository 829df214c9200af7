"""What comes after the open article: shown at its end, so that one knows what reading on opens."""

from tuinews.model.entry_row import EntryRow
from tuinews.typeset.dates import age
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.screens.commands.entries.unread import nearest_unread, unread_nearby
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.screens.work_completion import Work
from tuinews.ui.widgets.reader.reader_state import NextUp, Stage
from tuinews.ui.words import messages, states


def preview_next(state: ReadingState) -> None:
    """Show what reading on opens, under the article as soon as all of it is there."""
    shown = state.reader_state
    if shown.stage is not Stage.KEPT or shown.entry_id != state.open_id:
        state.next_up = None
        return
    index = unread_nearby(state)
    row = state.entry_list.row(state.listed_entries.ids[index]) if index is not None else None
    if row is not None:
        state.next_up = _next_up(state, row)
    else:
        state.work.begin(Work.PREVIEW, lambda library: _look(state, library))


async def _look(state: ReadingState, library: LibraryProtocol) -> None:
    """Ask the library, where not all rows of the list are here."""
    view, open_id = state.view, state.open_id
    index = await nearest_unread(state, library)
    rows = await library.rows([state.listed_entries.ids[index]]) if index is not None else []
    if (state.view, state.open_id) == (view, open_id):
        state.next_up = _next_up(state, rows[0]) if rows else NextUp("", messages.none_unread(state.keymap))


def _next_up(state: ReadingState, row: EntryRow) -> NextUp:
    when = age(row.published, state.now) if row.published else ""
    return NextUp(row.title, states.next_opens(row.source_title, when, state.keymap))
