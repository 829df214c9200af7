"""The links of an article by the numbers behind them."""

from collections.abc import Callable
from typing import Protocol

from textual.timer import Timer

from tuinews.late import late_imports
from tuinews.ui.widgets.fields.typed_number import TypedNumber
from tuinews.ui.widgets.reader.messages import LinkChosen, LinkMissing, LinkTyped
from tuinews.ui.widgets.reader.text.shown_text import ShownText
from tuinews.ui.widgets.reader.window import Window

with late_imports(__name__):
    from tuinews.ui.widgets.reader.links.named_link import NamedLink

_NUMBER_AFTER = 1.0
"""Seconds for another digit of a link's number, and to see where the link leads, before it is followed."""


class NumberedPane(Protocol):
    """A pane in which a number is typed; the number is another once the screen gives its panes one for all."""

    number: TypedNumber

    def set_timer(self, delay: float, callback: Callable[[], None], /) -> Timer:
        """Call something in `delay` seconds."""


class LinkNumber:
    """The number that is typed so far as that of a link, and the link that was named last."""

    def __init__(self, text: ShownText, window: Window, pane: NumberedPane) -> None:
        self._text, self._window, self._pane = text, window, pane
        self._timer: Timer | None = None
        self.named = NamedLink()

    def __bool__(self) -> bool:
        return bool(self._pane.number)

    def tell(self) -> None:
        """Tell which link the number means that is typed so far; followed when no further key has come for a
        while, unless the number waits for its key."""
        number = self._pane.number
        self._window.tell(LinkTyped(number.digits, self._address or ""))
        self.forget()
        if number and not number.waits:
            self._timer = self._pane.set_timer(_NUMBER_AFTER, self.follow)

    def forget(self) -> None:
        """Wait no longer for another digit: the number was taken, or given up."""
        if self._timer is not None:
            self._timer.stop()

    def tell_missing(self, digits: str) -> None:
        """Tell that no link has a number."""
        self._window.tell(LinkMissing(digits, len(self._text.links)))

    def follow(self) -> None:
        """Follow the link whose number is typed so far; tell where no link has it."""
        digits = self._pane.number.digits
        address = self.take()
        if address is not None:
            self._window.tell(LinkChosen(address))
        elif digits:
            self.tell_missing(digits)

    def take(self) -> str | None:
        """The address of the link whose number is typed so far, None if there is none; it is not followed."""
        self.forget()
        address = self._address
        self._pane.number.take()
        return address

    @property
    def _address(self) -> str | None:
        number = int(self._pane.number.digits or 0)
        links = self._text.links
        return links[number - 1] if 0 < number <= len(links) else None
