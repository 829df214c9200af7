"""Where reading came from: articles and places in them, back and forth as in a browser."""

from tuinews.quick_dataclass import dataclass

_LONGEST = 200
"""Places that can be gone back to; the oldest are forgotten."""


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """An article by its entry, and the place in it: the characters of the article before the top of the window."""

    entry_id: int
    position: int


class ReadingHistory:
    """The places behind, and those that were gone back from."""

    def __init__(self) -> None:
        self._back: list[HistoryEntry] = []
        self._forward: list[HistoryEntry] = []

    def leave(self, place: HistoryEntry) -> None:
        """Note a place that is left for somewhere new; there is no way forward from there."""
        self._back = [*self._back[1 - _LONGEST :], place]
        self._forward.clear()

    def back(self, here: HistoryEntry | None) -> HistoryEntry | None:
        """The place before, None if there is none; `here` is where forward leads from it."""
        return _step(self._back, self._forward, here)

    def forward(self, here: HistoryEntry | None) -> HistoryEntry | None:
        """The place that was gone back from last, None if there is none."""
        return _step(self._forward, self._back, here)


def _step(places: list[HistoryEntry], other: list[HistoryEntry], here: HistoryEntry | None) -> HistoryEntry | None:
    if not places:
        return None
    if here is not None:
        other.append(here)
    return places.pop()
