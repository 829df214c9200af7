"""The parts of an article that keys lead to: its headings or posts, and what was changed in it."""

from tuinews.ui.widgets.reader.selection import TextSelection
from tuinews.ui.widgets.reader.text.shown_text import ShownText
from tuinews.ui.widgets.reader.window import Window


class Sections:
    """The way from section to section, for the window or for the end of a selection that moves."""

    def __init__(self, text: ShownText, window: Window, selection: TextSelection) -> None:
        self._text, self._window, self._selection = text, window, selection

    def step(self, direction: int) -> bool:
        """Bring the next (1) or the previous (-1) heading or post to the top; False if there is none."""
        by_keys = self._selection.line
        line = self._text.section_beside(self._window.top_line if by_keys is None else by_keys, direction)
        if line is None or (by_keys is None and direction > 0 and self._window.at_end):
            return False
        if by_keys is None:
            self._window.go_to_line(line)
        else:
            self._selection.go_to(line)
        return True

    def show_first_change(self) -> None:
        """Bring the first line with a change into the window, with what stands before it."""
        line = self._text.first_change
        if line is not None:
            self._window.show_line(line)
