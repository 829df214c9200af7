"""The signs of a screen: what the settings say of them, and a filter for every line that is drawn."""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tuinews.language import Signs, drawn_with_signs
from tuinews.settings import Settings
from tuinews.ui.terminal.output import can_write_signs


def signs_of(settings: Settings) -> Signs:
    """The signs to draw with; a screen reader would say the name of each, and not every terminal can show them."""
    if settings.screen_reader:
        return Signs.NONE
    return Signs.PLAIN if settings.ascii or not can_write_signs() else Signs.ALL


class DrawnSigns(LineFilter):
    """Draws every line in the signs that are chosen."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Textual's: the line otherwise."""
        return [Segment(drawn_with_signs(text), style, control) for text, style, control in segments]
