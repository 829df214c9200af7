"""Find in the text of an article: where a typed text stands on its lines.

As in the library's search, what is typed without marks finds words with them (`da nang`: Đà Nẵng), and marks
that are typed are meant.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from tuinews.typeset.pieces import FURNITURE, Line


@dataclass(frozen=True, slots=True)
class Part:
    """The part of a match on one line: characters `start` to `end` of the line's text."""

    line: int
    start: int
    end: int


Match = tuple[Part, ...]


class Found:
    """The matches of a find, with the one that is gone to."""

    def __init__(self, matches: tuple[Match, ...] = ()) -> None:
        self.matches = matches
        self._index = 0
        self._parts: dict[int, list[Part]] = {}
        for match in matches:
            for part in match:
                self._parts.setdefault(part.line, []).append(part)

    @property
    def here(self) -> Match:
        """The match that is gone to; no parts where nothing was found."""
        return self.matches[self._index] if self.matches else ()

    @property
    def words(self) -> str:
        """Which match it is of how many, as `3/12`."""
        return f"{self._index + 1}/{len(self.matches)}" if self.matches else "0/0"

    def parts(self, line: int) -> list[Part]:
        """What was found on a line."""
        return self._parts.get(line, [])

    def step(self, direction: int) -> None:
        """Go to the next (1) or the previous (-1) match, round and round."""
        if self.matches:
            self._index = (self._index + direction) % len(self.matches)

    def go_near(self, line: int) -> None:
        """Go to the first match from `line` on."""
        self._index = next((n for n, match in enumerate(self.matches) if match[0].line >= line), 0)


def find(lines: Sequence[Line], typed: str) -> tuple[Match, ...]:
    """Every match of `typed`, in order; one that goes over a line's end has a part on each line."""
    needle = " ".join(typed.split())
    if not needle:
        return ()
    text, starts, places = _joined(lines)
    with_marks = folded(needle) != needle.casefold()
    haystack = _lowered(text) if with_marks else folded(text)
    needle = _lowered(needle) if with_marks else folded(needle)
    matches: list[Match] = []
    position = haystack.find(needle)
    while position >= 0:
        end = position + len(needle)
        matches.append(tuple(_parts(position, end, starts, places)))
        position = haystack.find(needle, end)
    return tuple(matches)


def _joined(lines: Sequence[Line]) -> tuple[str, list[int], list[Part]]:
    """The words of all lines in one text; where each run starts in it; and where the run stands."""
    chunks: list[str] = []
    starts: list[int] = []
    places: list[Part] = []
    length = 0
    for number, line in enumerate(lines):
        column = 0
        for piece in line.pieces:
            size = len(piece.text)
            if piece.role not in FURNITURE:
                starts.append(length)
                places.append(Part(number, column, column + size))
                chunks.append(piece.text)
                length += size
            column += size
        chunks.append(line.joint)
        length += len(line.joint)
    return "".join(chunks), starts, places


def _parts(start: int, end: int, starts: list[int], places: list[Part]) -> list[Part]:
    parts: list[Part] = []
    run = max(0, bisect_right(starts, start) - 1)
    while run < len(starts) and starts[run] < end:
        place = places[run]
        first = place.start + max(0, start - starts[run])
        last = min(place.end, place.start + end - starts[run])
        if first < last:
            parts.append(Part(place.line, first, last))
        run += 1
    return parts


def _lowered(text: str) -> str:
    """`text` in lower case, character for character."""
    return "".join(low if len(low := c.lower()) == 1 else c for c in text)


def folded(text: str) -> str:
    """`text` in lower case without marks, character for character."""
    return "".join(map(_plain, text))


def _plain(character: str) -> str:
    if character.isascii():
        return character.lower()
    if character in "đĐ":
        return "d"
    base = unicodedata.normalize("NFD", character)[0].lower()
    return base if len(base) == 1 else character
