"""Where rows and headings stand among the lines of a list, without a walk over its rows."""

from array import array
from bisect import bisect_right
from itertools import compress, count, islice
from operator import ne

from tuinews.quick_dataclass import dataclass

_AT_ONCE = 4096
"""Rows that are compared at once: of most of them all are of one group."""


def heads_of(groups: "array[int]") -> "array[int]":
    """The rows with which a group begins: over each of them stands a heading. A million rows take 2 ms."""
    heads = array("q")
    before: int | None = None
    for start in range(0, len(groups), _AT_ONCE):
        part = groups[start : start + _AT_ONCE]
        if part[0] != before:
            heads.append(start)
        before = part[-1]
        if part != array("q", part[:1]) * len(part):
            begins = map(ne, part, islice(part, 1, None))
            heads.extend(compress(count(start + 1), begins))
    return heads


@dataclass(frozen=True, slots=True)
class ListLine:
    """What stands on a line: the heading over row `row` (`part` -1), or a line of that row, from 0."""

    row: int
    part: int


class RowPlan:
    """Rows of `height` lines, each after the other, a heading of one line before those of `heads`."""

    def __init__(self, rows: int, height: int, heads: "array[int]") -> None:
        self.rows, self.height = rows, height
        self._heads = heads
        self._head_lines = array("q", (row * height + number for number, row in enumerate(heads)))

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return self.rows * self.height + len(self._heads)

    def line_of(self, row: int) -> int:
        """The first line of a row, its heading apart."""
        return row * self.height + bisect_right(self._heads, row)

    def top_of(self, row: int) -> int:
        """The first line of a row, or that of the heading over it."""
        line = self.line_of(row)
        return line - 1 if line and self.at(line - 1).part < 0 else line

    def at(self, line: int) -> ListLine:
        """What stands on a line; behind the last one, rows that there are not."""
        heads = bisect_right(self._head_lines, line)
        if heads and self._head_lines[heads - 1] == line:
            return ListLine(self._heads[heads - 1], -1)
        row, part = divmod(line - heads, self.height)
        return ListLine(row, part)

    def whole_rows(self, top: int, lines: int) -> range:
        """The rows that stand whole in a window of `lines` from line `top` on."""
        first = self.at(top)
        begin = first.row + (1 if first.part > 0 else 0)
        last = self.at(top + lines - 1)
        end = last.row + (1 if last.part == self.height - 1 else 0)
        return range(begin, min(max(begin, end), self.rows))
