"""The part of a line that is in sight, where a table or code is wider than the page."""

from collections.abc import Sequence
from dataclasses import replace

from tuinews.quick_dataclass import dataclass
from tuinews.typeset.cells import clusters, fitting, width
from tuinews.typeset.page.find import MatchPart
from tuinews.typeset.pieces import Line, Piece, Role


@dataclass(frozen=True, slots=True)
class LineWindow:
    """What is seen of a line: its first `fixed` characters, then those from the one at `start` on.

    `line` is what is drawn. `blanks` of its characters, before `start`, stand for the half of a wide character.
    `left` and `right` tell whether more of the line lies beyond.
    """

    line: Line
    fixed: int = 0
    start: int = 0
    blanks: int = 0
    left: bool = False
    right: bool = False

    def place_of(self, column: int) -> int:
        """The character of the whole line that stands at a character of what is drawn."""
        return column if column < self.fixed else max(self.start, column - self.fixed - self.blanks + self.start)

    def column_of(self, place: int) -> int:
        """The character of what is drawn at which a character of the whole line stands, or would."""
        if place < self.fixed:
            return place
        return min(self.fixed + self.blanks + max(0, place - self.start), len(self.line.text))

    def part(self, part: MatchPart) -> MatchPart | None:
        """What is seen of a part of the whole line."""
        start, end = self.column_of(part.start), self.column_of(part.end)
        return MatchPart(part.line, start, end) if start < end else None


def window_of(line: Line, hidden: int, cells: int) -> LineWindow:
    """What is seen of a line in `cells`, of which `hidden` behind the fixed ones are scrolled away."""
    if not line.wide:
        return LineWindow(line)
    text = line.text
    rest = text[line.fixed :]
    skipped = fitting(rest, hidden)
    blanks = 0
    if skipped < len(rest) and (lost := hidden - width(rest[:skipped])) > 0:
        straddling = clusters(rest[skipped : skipped + 32])[0]
        skipped += len(straddling)
        blanks = max(0, width(straddling) - lost)
    room = max(0, cells - width(text[: line.fixed]) - blanks)
    count = fitting(rest[skipped:], room)
    start = line.fixed + skipped
    pieces = _slice(line.pieces, 0, line.fixed)
    if blanks:
        pieces.append(Piece(" " * blanks, Role.CODE_PAD))
    pieces += _slice(line.pieces, start, start + count)
    return LineWindow(
        replace(line, pieces=tuple(pieces)),
        line.fixed,
        start,
        blanks,
        left=hidden > 0,
        right=bool(rest[skipped + count :].strip()),
    )


def _slice(pieces: Sequence[Piece], start: int, end: int) -> list[Piece]:
    """The characters `start` to `end` of the pieces."""
    found: list[Piece] = []
    column = 0
    for piece in pieces:
        first, last = max(0, start - column), min(len(piece.text), end - column)
        if first < last:
            found.append(replace(piece, text=piece.text[first:last]))
        column += len(piece.text)
    return found


class SidewaysScroll:
    """How far the wide tables and pieces of code of a page are scrolled sideways, each by itself."""

    def __init__(self, lines: Sequence[Line] = (), cells: int = 0) -> None:
        self._cells = cells
        self._first: dict[int, int] = {}
        self._most: dict[int, int] = {}
        self._hidden: dict[int, int] = {}
        self._stops: dict[int, tuple[int, ...]] = {}
        first = 0
        for number, line in enumerate(lines):
            if line.wide:
                first = first if number - 1 in self._first else number
                self._first[number] = first
                self._stops[first] = line.stops
                self._most[first] = max(self._most.get(first, 0), line.wide - cells)

    def hidden(self, number: int) -> int:
        """The cells of a line that are scrolled away."""
        return self._hidden.get(self._first.get(number, -1), 0)

    def step(self, numbers: Sequence[int], direction: int) -> bool:
        """Scroll what is wide on these lines by a third of the page, or some columns; False where none can."""
        moved = False
        for first in {self._first[number] for number in numbers if number in self._first}:
            moved |= self._put(first, self._next(first, direction))
        return moved

    def show(self, number: int, left: int, right: int) -> None:
        """Bring the cells `left` to `right` of a line, less than a page, into sight."""
        first = self._first.get(number)
        if first is not None:
            hidden = self._hidden.get(first, 0)
            self._put(first, left if left < hidden else max(hidden, right - self._cells))

    def _next(self, first: int, direction: int) -> int:
        """The cells of a block that a step scrolls away: up to a column, at least one, where there are columns."""
        here = self._hidden.get(first, 0)
        there = here + direction * max(8, self._cells // 3)
        between = range(here + 1, there + 1) if direction > 0 else range(there, here)
        beyond = [stop for stop in self._stops[first] if (stop > here if direction > 0 else stop < here)]
        passed = [stop for stop in beyond if stop in between]
        if direction > 0:
            return max(passed, default=min(beyond, default=there))
        return min(passed, default=max(beyond, default=there))

    def _put(self, first: int, hidden: int) -> bool:
        before = self._hidden.get(first, 0)
        self._hidden[first] = max(0, min(self._most[first], hidden))
        return self._hidden[first] != before
