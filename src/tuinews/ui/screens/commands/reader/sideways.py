"""The arrows to the right and to the left: over wide tables and code, else in and out."""

from tuinews.ui.screens.commands.entries.moving import back
from tuinews.ui.screens.commands.reader.opening import open_here
from tuinews.ui.screens.layout import PaneName
from tuinews.ui.screens.reading_state import ReadingState


def scroll_right(state: ReadingState) -> None:
    """Scroll what is wide in the article to the right; open the article that is meant elsewhere."""
    if state.at is not PaneName.READER or not state.reader.scroll_sideways(1):
        open_here(state)


def scroll_left(state: ReadingState) -> None:
    """Scroll it back to the left; at its left edge, and elsewhere, go back."""
    if state.at is not PaneName.READER or not state.reader.scroll_sideways(-1):
        back(state)
