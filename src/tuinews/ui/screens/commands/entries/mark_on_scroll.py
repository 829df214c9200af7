"""Rows that the cursor passed on its way down: marked read where the settings say so, as one step to undo."""

from dataclasses import replace

from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.screens.commands.entries.stories import meant_with
from tuinews.ui.screens.layout import PaneName
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.widgets.pane import Motion

SETTLES_AFTER = 1.5
"""Seconds without a further step after which what was passed is marked: one step to undo, not one a row."""

_PASSING = frozenset((Motion.DOWN, Motion.HALF_DOWN, Motion.PAGE_DOWN))
"""Motions by which rows are read in passing; whoever jumps to the end has seen nothing on the way."""


def note_passed(state: ReadingState, before: int, after: int) -> None:
    """The cursor went from one row to another: remember what of it was passed."""
    listed = state.entry_list
    if (
        not state.settings.mark_read_on_scroll
        or state.at is not PaneName.LIST
        or not listed.touched
        or listed.last_motion not in _PASSING
        or not 0 <= before < after
        or listed.selected_rows
    ):
        return
    rows = [listed.row(entry_id) for entry_id in state.listed_entries.ids[before:after]]
    passed = [row for row in rows if row is not None and not row.read and row.id not in state.passed.ids]
    if not passed:
        return
    state.passed.ids.update(row.id for row in passed)
    state.change_rows([replace(row, read=True) for row in passed])
    if state.passed.timer is None:
        state.passed.timer = state.set_timer(SETTLES_AFTER, lambda: mark_passed(state))
    else:
        state.passed.timer.reset()


def mark_passed(state: ReadingState) -> None:
    """Mark what was passed."""
    if state.passed.timer is not None:
        state.passed.timer.stop()
        state.passed.timer = None
    ids, state.passed.ids = sorted(state.passed.ids), set()
    if not ids:
        return

    async def job(library: LibraryProtocol) -> None:
        await library.mark_read(await meant_with(state, library, ids), True)
        state.reloading.recount()

    state.work.mark(job)
