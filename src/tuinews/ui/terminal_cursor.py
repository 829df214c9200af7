"""Where the terminal's own cursor stands: on what the keys are at, for a screen reader that follows it.

It is not seen, since the screen draws its own; but brltty, fenrir and others read the line that it is on, and
an input method opens beside it.
"""

from typing import Any

from rich.cells import cell_len
from textual.geometry import Offset
from textual.screen import Screen
from textual.widgets import Input

from tuinews.late import late_imports
from tuinews.ui.widgets.pane import Pane

with late_imports(__name__):
    from tuinews.ui.widgets.fields import choices, option_field


def terminal_cursor(screen: Screen[Any]) -> Offset:
    """The cell on which the cursor stands, (0, 0) where nothing has the keys.

    While one types, it is in the input; on a choice as soon as the arrows have gone among what the input offers.
    """
    focused = screen.focused
    if focused is None:
        return Offset(0, 0)
    if isinstance(focused, Pane) and not focused.has_class("-empty"):
        return focused.cursor_on_screen
    if isinstance(focused, Input):
        for offered in screen.query(choices.Choices):
            if offered.moved:
                return offered.cursor_on_screen
        return _behind_typed(focused)
    if isinstance(focused, choices.Choices) and focused.has_class("-empty"):
        for said in screen.query("#said"):  # why nothing is offered
            return said.content_region.offset
    return focused.cursor_on_screen if isinstance(focused, option_field.OptionField) else Offset(0, 0)


def _behind_typed(focused: Input) -> Offset:
    """The cell where the next character comes; Textual's `cursor_screen_offset` is one more behind a text."""
    cells_before = cell_len(focused.value[: focused.cursor_position])
    return focused.content_region.offset + Offset(cells_before - focused.scroll_offset.x, 0)
