"""Find in the text of an article: which matches there are, and which of them is gone to."""

from collections.abc import Sequence

from tuinews.typeset.page.find import Match, Part


class FindResult:
    """The matches of a find, with the one that is gone to."""

    def __init__(self, matches: Sequence[Match] = ()) -> None:
        self.matches = tuple(matches)
        self._index = 0
        self._parts: dict[int, list[Part]] = {}
        for match in self.matches:
            for part in match.parts:
                self._parts.setdefault(part.line, []).append(part)

    @property
    def here(self) -> Match | None:
        """The match that is gone to; None where nothing was found."""
        return self.matches[self._index] if self.matches else None

    @property
    def number(self) -> int:
        """Which match that is, from 1; 0 where nothing was found."""
        return self._index + 1 if self.matches else 0

    def parts(self, line: int) -> list[Part]:
        """What was found on a line."""
        return self._parts.get(line, [])

    def step(self, direction: int) -> None:
        """Go to the next (1) or the previous (-1) match, round and round."""
        if self.matches:
            self._index = (self._index + direction) % len(self.matches)

    def go_near(self, line: int) -> None:
        """Go to the first match from `line` on."""
        self._index = next((n for n, match in enumerate(self.matches) if match.line >= line), 0)

    def go_as(self, other: "FindResult") -> None:
        """Go to the match of the same number as in `other`, the same text set in other lines."""
        self._index = min(other._index, max(0, len(self.matches) - 1))
