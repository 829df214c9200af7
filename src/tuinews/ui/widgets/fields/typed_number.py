"""A number that is typed before a key: how often, to which row, or of which link the key means it."""

from collections.abc import Callable

_MOST_DIGITS = 7
"""Digits that a number has at most; further ones are passed over, since no list is longer."""


def _nobody(_: str) -> None:
    """Nobody is told."""


class TypedNumber:
    """The digits typed so far; `tell` is told whenever they change.

    A number `waits` for the key that it goes with for as long as that takes, as in vim; where it does not, the
    article in which it is typed takes it for a link's after a while.
    """

    def __init__(self) -> None:
        self.digits = ""
        self.waits = False
        self.tell: Callable[[str], None] = _nobody

    def __bool__(self) -> bool:
        return bool(self.digits)

    def type(self, digit: str) -> None:
        """Take another digit; a number does not begin with 0."""
        self._change((self.digits + digit).lstrip("0")[:_MOST_DIGITS])

    def take(self) -> int:
        """The number, and begin anew; 0 where nothing was typed."""
        digits = self.digits
        self._change("")
        return int(digits or 0)

    def _change(self, digits: str) -> None:
        if digits != self.digits:
            self.digits = digits
            self.tell(digits)
