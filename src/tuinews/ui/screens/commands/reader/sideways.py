"""The arrows to the right and to the left: over wide tables and code, else in and out."""

from tuinews.ui.screens.commands.entries.moving import back
from tuinews.ui.screens.commands.reader.opening import open_here
from tuinews.ui.screens.layout import PaneName
from tuinews.ui.screens.reading_state import ReadingState

_WIDEST = 1000
"""Steps after which the widest table is at its edge."""


def scroll_right(state: ReadingState, times: int = 1) -> None:
    """Scroll what is wide in the article to the right; open the article that is meant elsewhere."""
    if state.at is not PaneName.READER or not _scrolled(state, 1, times):
        open_here(state)


def scroll_left(state: ReadingState, times: int = 1) -> None:
    """Scroll it back to the left; at its left edge, and elsewhere, go back."""
    if state.at is not PaneName.READER or not _scrolled(state, -1, times):
        back(state)


def _scrolled(state: ReadingState, direction: int, times: int) -> bool:
    scrolled = state.reader.sideways.scroll(direction)
    for _step in range(min(times, _WIDEST) - 1 if scrolled else 0):
        state.reader.sideways.scroll(direction)
    return scrolled
