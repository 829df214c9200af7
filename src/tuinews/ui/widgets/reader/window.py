"""The window on the text: which lines are in sight, and the way to others."""

from typing import Protocol

from rich.style import Style
from textual.geometry import Offset
from textual.message import Message

from tuinews.quick_dataclass import dataclass
from tuinews.ui.widgets.reader.text.shown_text import ShownText

ABOVE = 1
"""Empty lines over the title."""


class TextPane(Protocol):
    """What the window asks of the pane that it fills."""

    @property
    def scroll_offset(self) -> Offset:
        """The columns and rows that are scrolled away."""

    @property
    def max_scroll_y(self) -> int:
        """The rows that can be scrolled away."""

    @property
    def page(self) -> int:
        """The rows that it shows."""

    def jump(self, y: float) -> None:
        """Scroll to a row at once."""

    def look(self, name: str) -> Style:
        """The style that the sheet gives to a component class."""

    def refresh(self) -> object:
        """Draw all of it anew."""

    def post_message(self, message: Message) -> object:
        """Tell the screen of something."""


@dataclass(frozen=True, slots=True)
class KeptPlace:
    """Where reading is, in any lines: the characters before it, and the empty lines over it."""

    position: int
    empty: int


class Window:
    """The window on a text, by which the parts of the reader draw, scroll, and tell the screen of something."""

    def __init__(self, pane: TextPane, text: ShownText) -> None:
        self._pane, self._text = pane, text

    @property
    def top_line(self) -> int:
        """The line of the text at the top of the window; -1 where the empty one over the title is."""
        return self._pane.scroll_offset.y - ABOVE

    @property
    def page(self) -> int:
        """The lines that the window shows."""
        return self._pane.page

    @property
    def lines_in_sight(self) -> range:
        """The numbers of the lines in the window."""
        return range(max(0, self.top_line), min(len(self._text.lines), self.top_line + self.page))

    @property
    def position(self) -> int:
        """The position of the line at the top of the window: the characters of the article before it."""
        return self._text.position_of(self.top_line)

    @property
    def percent(self) -> int:
        """How much of the article has come into sight, 100 where all has."""
        return self._text.percent_above(self.top_line + self.page)

    @property
    def at_end(self) -> bool:
        """Whether the last line is in sight, if not the empty ones under it."""
        is_last = self._pane.scroll_offset.y >= self._pane.max_scroll_y
        return self.top_line + self.page >= len(self._text.lines) or is_last

    def show_line(self, line: int) -> None:
        """Bring a line into sight, with some before it."""
        row, top = line + ABOVE, self._pane.scroll_offset.y
        if not top <= row < top + self.page:
            self._pane.jump(max(0, row - self.page // 3))

    def move_to_line(self, line: int) -> None:
        """Bring a line into sight, as little as that takes."""
        top, row = self._pane.scroll_offset.y, line + ABOVE
        self._pane.jump(min(max(top, row - self.page + 1), row))

    def go_to_line(self, line: int) -> None:
        """Bring a line to the top of the window."""
        self._pane.jump(line + ABOVE)

    def go_to(self, position: int) -> None:
        """Bring the text at `position` to the top of the window."""
        self._pane.jump(self._row_of(position))

    def go_no_further(self) -> None:
        """Stay, or go to the last row where there are fewer now."""
        self._pane.jump(min(self._pane.scroll_offset.y, self._pane.max_scroll_y))

    @property
    def kept_place(self) -> KeptPlace:
        """The place at the top of the window, to be gone back to in other lines."""
        return KeptPlace(self.position, self._text.empty_from(max(0, self.top_line)))

    def go_back(self, place: KeptPlace) -> None:
        """Bring the same text to the top of the window, with as many empty lines over it."""
        if not place.position:
            self.go_no_further()
            return
        row, empty = self._row_of(place.position), place.empty
        while empty and row > ABOVE and not self._text.lines[row - ABOVE - 1].text:
            row, empty = row - 1, empty - 1
        self._pane.jump(row)

    def look(self, name: str) -> Style:
        """The style that the sheet gives to a component class."""
        return self._pane.look(name)

    def refresh(self) -> None:
        """Draw the window anew."""
        self._pane.refresh()

    def tell(self, message: Message) -> None:
        """Tell the screen of something."""
        self._pane.post_message(message)

    def _row_of(self, position: int) -> int:
        return self._text.line_at(position) + ABOVE if position > 0 and self._text.article_lines else 0
