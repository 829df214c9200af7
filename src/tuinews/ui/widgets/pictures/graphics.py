"""The pictures that the terminal draws itself: their numbers, given to it and taken from it again."""

from collections.abc import Callable, Iterator
from itertools import cycle

from tuinews.ui.terminal.kitty import NUMBERS, deleted, in_one_update


class TerminalGraphics:
    """A terminal that draws pictures; `cell` is the width and height of one of its cells in pixels."""

    def __init__(self, write: Callable[[str], None], cell: tuple[int, int], in_tmux: bool) -> None:
        self.cell, self.in_tmux = cell, in_tmux
        self._write = write
        self._next = cycle(NUMBERS)
        self._given: set[int] = set()

    def number(self) -> int:
        """A number that no picture has."""
        return next(number for number in self._next if number not in self._given)

    def give(self, number: int, transmission: str) -> None:
        """Give the terminal a picture, in one write."""
        self._given.add(number)
        self._write(transmission)

    def take(self, number: int) -> None:
        """Take a picture from the terminal, where it has it."""
        if number in self._given:
            self._given.discard(number)
            self._write(in_one_update(iter((deleted(number),)), self.in_tmux))

    def farewell(self) -> str:
        """What takes all of them from it, before it is given back."""
        given, self._given = sorted(self._given), set()
        return in_one_update(map(deleted, given), self.in_tmux) if given else ""

    def __iter__(self) -> Iterator[int]:
        return iter(sorted(self._given))
