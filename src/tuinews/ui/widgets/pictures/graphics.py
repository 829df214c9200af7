"""The pictures that the terminal draws itself: their numbers, given to it and taken from it again."""

from collections.abc import Callable
from itertools import cycle

from tuinews.ui.terminal.kitty import NUMBERS, deleted, in_one_update


class TerminalGraphics:
    """A terminal that draws pictures; `measure` tells the width and height of one of its cells in pixels."""

    def __init__(
        self, write: Callable[[str], None], measure: Callable[[], tuple[int, int]], in_tmux: bool
    ) -> None:
        self.in_tmux = in_tmux
        self._write, self._measure = write, measure
        self._next = cycle(NUMBERS)
        self._given: dict[int, str] = {}

    @property
    def cell(self) -> tuple[int, int]:
        """The width and height of a cell in pixels now: its user may take larger letters."""
        return self._measure()

    def number(self) -> int:
        """A number that no picture has."""
        return next(number for number in self._next if number not in self._given)

    def give(self, number: int, transmission: str) -> None:
        """Give the terminal a picture, in one write."""
        self._given[number] = transmission
        self._write(transmission)

    def give_again(self) -> None:
        """Give the terminal all that it should have: it was another program's, and lost them."""
        for transmission in self._given.values():
            self._write(transmission)

    def take(self, number: int) -> None:
        """Take a picture from the terminal, where it has it."""
        if self._given.pop(number, None) is not None:
            self._write(in_one_update(iter((deleted(number),)), self.in_tmux))

    def farewell(self) -> str:
        """What takes all of them from it, before it is given back."""
        return in_one_update(map(deleted, self._given), self.in_tmux) if self._given else ""
