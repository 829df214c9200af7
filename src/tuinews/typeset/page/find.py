"""Find words in a typeset article, folded as the search folds them, also where they wrap onto the next line.

Case, marks and the stroke of đ do not count where they are not typed: "da nang" finds "Đà Nẵng", "Nẵng" does
not find "nang". The place of a Vietnamese tone mark never counts (hòa = hoà).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from tuinews.folding import fold, lowercase, move_tones_late
from tuinews.quick_dataclass import dataclass
from tuinews.text import clean_line
from tuinews.typeset.pieces import FURNITURE, Line, Role

_APART = frozenset((Role.SEPARATOR, Role.TABLE_GAP))
"""What stands between words that are no one word."""


@dataclass(frozen=True, slots=True)
class MatchPart:
    """Characters `start` to `end` of the text of a line."""

    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Match:
    """One hit: a part of a line, or several where it wraps or where a link's number stands inside it."""

    parts: tuple[MatchPart, ...]

    @property
    def line(self) -> int:
        """The line on which the hit begins."""
        return self.parts[0].line


def find(lines: Sequence[Line], query: str) -> list[Match]:
    """Every place of `query` in the words of `lines`, in page order, not overlapping; none for an empty query."""
    wanted = clean_line(query)
    if not wanted:
        return []
    words = PageWords(lines)
    has_marks = _mark_check(wanted, words.text)
    folded_query, folded_text = fold(wanted), fold(words.text)
    found: list[Match] = []
    at = folded_text.find(folded_query)
    while at >= 0:
        end = at + 1
        if has_marks(at):
            end = at + len(folded_query)
            found.append(words.match(at, end))
        at = folded_text.find(folded_query, end)
    return found


def _mark_check(query: str, text: str) -> Callable[[int], bool]:
    """Whether the marks that are typed in `query` stand at a place of `text` too, each at its letter.

    As it is written, so that "hò" finds "hòa" while it is being typed; or with every tone at its late place.
    """
    exact, exact_text = lowercase(query), lowercase(text)
    folded = fold(query)
    spellings = [(exact, exact_text), (move_tones_late(exact), move_tones_late(exact_text))]
    checks = [(spelt, [(i, c) for i, c in enumerate(typed) if c != folded[i]]) for typed, spelt in spellings]
    return lambda at: any(all(spelt[at + i] == c for i, c in marks) for spelt, marks in checks)


class PageWords:
    """The article's words as one text, and where each run of them stands on the page."""

    def __init__(self, lines: Sequence[Line]) -> None:
        texts: list[str] = []
        self._starts: list[int] = []
        self._runs: list[MatchPart] = []
        length = 0
        for number, line in enumerate(lines):
            column = 0
            for piece in line.pieces:
                end = column + len(piece.text)
                if piece.role not in FURNITURE:
                    texts.append(piece.text)
                    self._starts.append(length)
                    self._runs.append(MatchPart(number, column, end))
                    length += end - column
                elif piece.role in _APART:
                    texts.append(" ")
                    length += 1
                column = end
            texts.append(line.joint)
            length += len(line.joint)
        self.text = "".join(texts)

    def index_at(self, line: int, column: int) -> int:
        """The character of the text that stands there on the page, or the next one after that place."""
        number = bisect_left(self._runs, (line, column), key=lambda run: (run.line, run.end - 1))
        if number == len(self._runs):
            return len(self.text)
        run = self._runs[number]
        return self._starts[number] + (max(0, column - run.start) if run.line == line else 0)

    def match(self, start: int, end: int) -> Match:
        """The characters `start` to `end` of the text, as they stand on the page."""
        parts: list[MatchPart] = []
        for number in range(max(0, bisect_right(self._starts, start) - 1), bisect_left(self._starts, end)):
            run, before = self._runs[number], self._starts[number]
            first = run.start + max(0, start - before)
            last = min(run.end, run.start + end - before)
            if parts and (parts[-1].line, parts[-1].end) == (run.line, first):
                first = parts.pop().start
            if first < last:
                parts.append(MatchPart(run.line, first, last))
        return Match(tuple(parts))
