"""What the reading screen does when the list, the places or the status line tell of something.

Which function answers which message is a table in `reading.py`.
"""

from tuinews.late import late_imports
from tuinews.ui.screens.commands.reader import opening
from tuinews.ui.screens.layout import PaneName
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.widgets.entries.entry_list import EntryList
from tuinews.ui.widgets.source_list import SourceList
from tuinews.ui.widgets.status_line import StatusLine

with late_imports(__name__):
    from tuinews.ui.screens.commands import folders, running
    from tuinews.ui.screens.commands.entries import older_entries, searching


def list_place(state: ReadingState, message: SourceList.Chosen) -> None:
    """List a place that was chosen."""
    state.listing.view_before_search = None
    state.listing.visit(message.view)
    if state.at is not PaneName.SOURCES or state.view.filter is not message.view.filter:
        searching.tell_hidden_list(state)


def fold(state: ReadingState, message: SourceList.FoldingAsked) -> None:
    """Fold a folder, or unfold it."""
    folders.fold_path(state, message.path)


def bring_rows(state: ReadingState, message: EntryList.RowsNeeded) -> None:
    """Bring the rows that come into sight."""
    library, query = state.work.library, state.view.query
    if library is not None:
        state.work.run(lambda: state.listing.bring_rows(library, message.ids, query), group="rows")


def open_clicked(state: ReadingState, message: EntryList.Chosen) -> None:
    """Open the article that was clicked."""
    opening.open_here(state)


def go_on_at_end(state: ReadingState, message: EntryList.EndReached) -> None:
    """Look for older entries at the end of the list."""
    older_entries.fetch_older(state)


def run_hint(state: ReadingState, message: StatusLine.HintClicked) -> None:
    """Run the command whose hint was clicked."""
    running.run(state, message.command_id)
