"""Wide tables and code, scrolled sideways by keys; one that is held down means nothing else at its end."""

from time import monotonic

from tuinews.ui.widgets.reader.text.shown_text import ShownText
from tuinews.ui.widgets.reader.window import Window

_HELD = 0.5
"""Seconds within which a key that comes again is held down."""


class Sideways:
    """What scrolls the wide parts of a text in its window."""

    def __init__(self, text: ShownText, window: Window) -> None:
        self._text, self._window = text, window
        self._scrolled = -_HELD

    def scroll(self, direction: int) -> bool:
        """Scroll what is wide in sight to the right (1) or the left (-1); False where the key may mean another."""
        now = monotonic()
        if self._text.step_sideways(self._window.lines_in_sight, direction):
            self._scrolled = now
            self._window.refresh()
        elif now - self._scrolled < _HELD:
            self._scrolled = now
        return self._scrolled == now
