"""What lies beneath a sheet: dimmed, but for the pictures that the terminal draws."""

from collections.abc import Iterable
from itertools import groupby

from rich.segment import Segment
from textual.color import Color
from textual.renderables.background_screen import BackgroundScreen

from tuinews.ui.terminal.kitty import PLACEHOLDER


def _is_picture(segment: Segment) -> bool:
    return segment.text.startswith(PLACEHOLDER)


class Beneath(BackgroundScreen):
    """Textual's, which mixes a colour into every cell: the colour of a picture's cell is its number."""

    @classmethod
    def process_segments(cls, segments: Iterable[Segment], color: Color) -> Iterable[Segment]:
        """Textual's: the segments as they are seen under that colour."""
        for pictures, run in groupby(segments, _is_picture):
            yield from super().process_segments(run, Color(0, 0, 0, 0) if pictures else color)
