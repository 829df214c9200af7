"""An article whose wide tables and code are scrolled sideways."""

from time import monotonic

from textual import events

from tuinews.typeset.page.sideways import LineWindow, SidewaysScroll, window_of
from tuinews.typeset.pieces import Line
from tuinews.ui.widgets.layers import Layer
from tuinews.ui.widgets.reader.article_pane import ArticlePane

_HELD = 0.5
"""Seconds within which a key that comes again is held down."""


class SidewaysPane(ArticlePane, Layer):
    """An article of which what is wider than the page can be seen part by part."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._sideways = SidewaysScroll()
        self._scrolled_sideways = -_HELD

    def take_lines(self, lines: tuple[Line, ...]) -> None:
        """Show other lines from their beginning."""
        if lines != self.article_lines:
            self._sideways = SidewaysScroll(lines, self._text_width)
        super().take_lines(lines)

    def seen_of(self, number: int) -> LineWindow:
        """What is seen of a line."""
        return window_of(self._lines[number], self._sideways.hidden(number), self._text_width)

    def scroll_sideways(self, direction: int) -> bool:
        """Scroll the wide tables and code in sight to the right (1) or the left (-1); False where none can.

        A key that is held down means nothing else at the end of its way.
        """
        now = monotonic()
        if self._sideways.step(self.lines_in_sight, direction):
            self._scrolled_sideways = now
            self.refresh()
        elif now - self._scrolled_sideways < _HELD:
            self._scrolled_sideways = now
        return self._scrolled_sideways == now

    def on_mouse_scroll_right(self, event: events.MouseScrollRight) -> None:
        """Scroll what is wide."""
        event.stop()
        self.scroll_sideways(1)

    def on_mouse_scroll_left(self, event: events.MouseScrollLeft) -> None:
        """Scroll what is wide back."""
        event.stop()
        self.scroll_sideways(-1)
