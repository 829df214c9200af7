"""The links of an article by the numbers behind them."""

from textual.message import Message
from textual.timer import Timer

from tuinews.quick_dataclass import dataclass
from tuinews.ui.widgets.reader.links.link_number import LinkNumber, NamedLink
from tuinews.ui.widgets.reader.links.linked_pane import LinkedPane

_NUMBER_AFTER = 1.0
"""Seconds for another digit of a link's number, and to see where the link leads, before it is followed."""


class NumberedPane(LinkedPane):
    """An article whose links can be chosen by their numbers."""

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

    @property
    def is_typing_link(self) -> bool:
        """Whether a number is typed so far."""
        return bool(self._number.digits)

    def type_digit(self, digit: str) -> None:
        """Take a digit of a link's number; it is followed when no further one has come for a while."""
        self._number.type(digit)
        count = len(self._links)
        number = int(self._number.digits or 0)
        address = self._links[number - 1] if 0 < number <= count else ""
        self.post_message(self.LinkTyped(self._number.digits, count, address))
        if self._number_timer is not None:
            self._number_timer.stop()
        if not address and self._number.is_whole(count):
            self._number.take()
        else:
            self._number_timer = self.set_timer(_NUMBER_AFTER, self.open_typed_link)

    def open_typed_link(self) -> None:
        """Follow the link whose number is typed so far, where there is one."""
        address = self.take_typed_link()
        if address is not None:
            self.post_message(self.LinkChosen(address))

    def take_typed_link(self) -> str | None:
        """The address of the link whose number is typed so far, None where there is none; it is not followed."""
        if self._number_timer is not None:
            self._number_timer.stop()
        number = self._number.take()
        return self._links[number - 1] if 0 < number <= len(self._links) else None
