"""Where reading came from: articles and places in them, back and forth as in a browser."""

from tuinews.quick_dataclass import dataclass

_LONGEST = 200
"""Stops that can be gone back to; the oldest are forgotten."""


@dataclass(frozen=True, slots=True)
class Stop:
    """An article by its entry, and the place in it: the characters of the article before the top of the window."""

    entry_id: int
    position: int


class ReadingTrail:
    """The stops behind, and those that were gone back from."""

    def __init__(self) -> None:
        self._back: list[Stop] = []
        self._forward: list[Stop] = []

    def leave(self, stop: Stop) -> None:
        """Note a stop that is left for somewhere new; there is no way forward from there."""
        self._back = [*self._back[1 - _LONGEST :], stop]
        self._forward.clear()

    def back(self, here: Stop | None) -> Stop | None:
        """The stop before, None where there is none; `here` is where forward leads from it."""
        return _step(self._back, self._forward, here)

    def forward(self, here: Stop | None) -> Stop | None:
        """The stop that was gone back from last, None where there is none."""
        return _step(self._forward, self._back, here)


def _step(stops: list[Stop], others: list[Stop], here: Stop | None) -> Stop | None:
    if not stops:
        return None
    if here is not None:
        others.append(here)
    return stops.pop()
