"""The links of an article: by the numbers behind them, and by a click."""

from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.timer import Timer

from tuinews.typeset.selecting import Place, paragraph_at, word_at
from tuinews.ui.widgets.reader.link_number import LinkNumber, NamedLink
from tuinews.ui.widgets.reader.selectable_pane import SelectablePane

_DIGITS_AFTER = 0.6
"""Seconds that a second digit of a link's number may take."""


class LinkedPane(SelectablePane):
    """An article whose links can be chosen."""

    @dataclass
    class LinkChosen(Message):
        """A link was chosen by its number or by a click."""

        address: str

    @dataclass
    class LinkTyped(Message):
        """`digits` of a link's number are typed so far, of `count` links; `address` is where it leads."""

        digits: str
        count: int
        address: str

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._number = LinkNumber()
        self.named_link = NamedLink()
        self._number_timer: Timer | None = None

    def on_click(self, event: events.Click) -> None:
        """Open the link that was clicked; a second click selects the word there, a third its paragraph."""
        # Textual's own handler would select the whole article, and then all that is on the screen.
        event.prevent_default()
        line = int(event.y) + self.top_line
        if event.chain > 1:
            place = Place(line, self.column_at(int(event.x), line))
            find_part = word_at if event.chain == 2 else paragraph_at
            self.select(find_part(self._lines, place))
            return
        piece = self.piece_at(int(event.x), line)
        if piece is not None and piece.link is not None:
            self.post_message(self.LinkChosen(self._links[piece.link - 1]))

    def type_digit(self, digit: str) -> None:
        """Take a digit of a link's number; open at once when no further digit can follow."""
        self._number.type(digit)
        count = len(self._links)
        number = int(self._number.digits or 0)
        address = self._links[number - 1] if 0 < number <= count else ""
        self.post_message(self.LinkTyped(self._number.digits, count, address))
        if self._number.is_whole(count):
            self.open_typed_link()
        else:
            self.stop_timer(self._number_timer)
            self._number_timer = self.set_timer(_DIGITS_AFTER, self.open_typed_link)

    def open_typed_link(self) -> None:
        """Open the link whose number is typed so far, where there is one."""
        address = self.take_typed_link()
        if address is not None:
            self.post_message(self.LinkChosen(address))

    def take_typed_link(self) -> str | None:
        """The address of the link whose number is typed so far, None where there is none; it is not opened."""
        self.stop_timer(self._number_timer)
        number = self._number.take()
        return self._links[number - 1] if 0 < number <= len(self._links) else None

    def stop_timer(self, timer: Timer | None) -> None:
        """Stop a timer that may not have been set."""
        if timer is not None:
            timer.stop()
