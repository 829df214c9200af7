"""How the panes stand: wider and narrower, beside each other or one over the other, the text alone."""

from dataclasses import replace

from tuinews.language import _
from tuinews.model.screen.state import PaneArrangement
from tuinews.ui.screens.commands.reader.opening import nothing_listed, open_entry
from tuinews.ui.screens.layout import PaneName
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.words import arranging as words

_STEP = 2
"""Cells of one key press."""


def wider(state: ReadingState, times: int = 1) -> None:
    """Make the pane that the keys are in wider, or higher where list and reader stand one over the other."""
    _resize(state, _STEP * times)


def narrower(state: ReadingState, times: int = 1) -> None:
    """Make the pane that the keys are in narrower, or lower."""
    _resize(state, -_STEP * times)


def _resize(state: ReadingState, cells: int) -> None:
    if state.rooms.resize(cells):
        state.keep_panes()
    elif len(state.rooms.shown) == 1:
        state.say_here(_(words.ONE_PANE))


def next_arrangement(state: ReadingState) -> None:
    """Show list and reader beside each other, one over the other, or each alone, round and round."""
    every = tuple(PaneArrangement)
    chosen = every[(every.index(state.panes.arrangement) + 1) % len(every)]
    state.panes = replace(state.panes, arrangement=chosen)
    state.say(words.arranged(chosen))
    state.keep_panes()


def zen(state: ReadingState) -> None:
    """Show the text alone; again, all as before."""
    if state.zen:
        state.zen = False
        return
    if state.open_id is None:
        current = state.entry_list.current
        if current is None:
            nothing_listed(state)
            return
        open_entry(state, current)
    state.at = PaneName.READER
    state.zen = True
