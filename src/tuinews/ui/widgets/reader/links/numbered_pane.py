"""The links of an article by the numbers behind them."""

from textual.message import Message
from textual.timer import Timer

from tuinews.quick_dataclass import dataclass
from tuinews.ui.widgets.layers import Layer
from tuinews.ui.widgets.reader.links.linked_pane import LinkedPane
from tuinews.ui.widgets.reader.links.named_link import NamedLink

_NUMBER_AFTER = 1.0
"""Seconds for another digit of a link's number, and to see where the link leads, before it is followed."""


class NumberedPane(LinkedPane, Layer):
    """An article whose links can be chosen by their numbers."""

    @dataclass
    class LinkTyped(Message):
        """A number is typed so far; `address` is where the link of that number leads, "" where there is none."""

        digits: str
        address: str

    @dataclass
    class LinkMissing(Message):
        """A link was asked for by a number (`digits`) that none of the `count` links has."""

        digits: str
        count: int

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.named_link = NamedLink()
        self._number_timer: Timer | None = None

    @property
    def is_typing_link(self) -> bool:
        """Whether a number is typed so far."""
        return bool(self.number)

    def tell_number(self) -> None:
        """Tell which link the number means that is typed so far; followed when no further key has come for a
        while, unless the number waits for its key."""
        self.post_message(self.LinkTyped(self.number.digits, self._typed_link or ""))
        self.forget_number()
        if self.number and not self.number.waits:
            self._number_timer = self.set_timer(_NUMBER_AFTER, self.open_typed_link)

    def forget_number(self) -> None:
        """Wait no longer for another digit: the number was taken, or given up."""
        if self._number_timer is not None:
            self._number_timer.stop()

    def tell_no_link(self, digits: str) -> None:
        """Tell that no link has a number."""
        self.post_message(self.LinkMissing(digits, len(self.text.links)))

    def open_typed_link(self) -> None:
        """Follow the link whose number is typed so far; tell where no link has it."""
        digits = self.number.digits
        address = self.take_typed_link()
        if address is not None:
            self.post_message(self.LinkChosen(address))
        elif digits:
            self.tell_no_link(digits)

    def take_typed_link(self) -> str | None:
        """The address of the link whose number is typed so far, None where there is none; it is not followed."""
        self.forget_number()
        address = self._typed_link
        self.number.take()
        return address

    @property
    def _typed_link(self) -> str | None:
        number = int(self.number.digits or 0)
        return self.text.links[number - 1] if 0 < number <= len(self.text.links) else None
