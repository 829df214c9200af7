"""Where the terminal's own cursor stands: on what the keys are at, for a screen reader that follows it.

It is not seen, since the screen draws its own; but brltty, fenrir and others read the line that it is on, and
an input method opens beside it.
"""

from typing import Any

from textual.geometry import Offset
from textual.screen import Screen
from textual.widgets import Input

from tuinews.ui.widgets.choices import Choices
from tuinews.ui.widgets.pane import Pane


def terminal_cursor(screen: Screen[Any]) -> Offset:
    """The cell on which the cursor stands, (0, 0) where nothing has the keys.

    While one types, it is in the input; on a choice as soon as the arrows have gone among what the input offers.
    """
    focused = screen.focused
    if isinstance(focused, Input):
        for choices in screen.query(Choices):
            if choices.moved:
                return choices.cursor_on_screen
        return focused.cursor_screen_offset
    return focused.cursor_on_screen if isinstance(focused, Pane) else Offset(0, 0)
