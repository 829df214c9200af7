"""What the parts of the reader ask of the pane that they are in."""

from typing import Protocol

from rich.style import Style
from textual.message import Message

ABOVE = 1
"""Empty lines over the title."""


class Window(Protocol):
    """The reader, as far as its parts need know it: which lines are in sight, and where what they tell goes."""

    @property
    def top_line(self) -> int:
        """The line of the text at the top of the window; -1 where the empty one over the title is."""

    @property
    def page(self) -> int:
        """The lines that the window shows."""

    @property
    def lines_in_sight(self) -> range:
        """The numbers of the lines in the window."""

    def look(self, name: str) -> Style:
        """The style that the sheet gives to a component class."""

    def refresh(self) -> object:
        """Draw the window anew."""

    def show_line(self, line: int) -> None:
        """Bring a line into sight, with some before it."""

    def go_to_line(self, line: int) -> None:
        """Bring a line to the top of the window."""

    def post_message(self, message: Message) -> object:
        """Tell the screen of something."""
