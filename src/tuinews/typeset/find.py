"""Find words in a typeset article, folded as the search folds them, also where they wrap onto the next line.

Case, marks and the stroke of đ do not count where they are not typed: "da nang" finds "Đà Nẵng", "Nẵng" does
not find "nang". The place of a Vietnamese tone mark never counts (hòa = hoà).
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tuinews.text import clean_line
from tuinews.typeset.pieces import FURNITURE, Line


@dataclass(frozen=True, slots=True)
class Part:
    """Characters `start` to `end` of the text of a line."""

    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Match:
    """One hit: a part of a line, or several where it wraps or where a link's number stands inside it."""

    parts: tuple[Part, ...]

    @property
    def line(self) -> int:
        """The line on which the hit begins."""
        return self.parts[0].line


def find(lines: Sequence[Line], query: str) -> list[Match]:
    """Every place of `query` in the words of `lines`, in page order, not overlapping; none for an empty query."""
    wanted = clean_line(query)
    if not wanted:
        return []
    words = _Words(lines)
    exact_query, exact_text = _exact(wanted), _exact(words.text)
    loose_query, loose_text = exact_query.translate(_LOOSE), exact_text.translate(_LOOSE)
    strict = [i for i, c in enumerate(exact_query) if c != loose_query[i]]
    found: list[Match] = []
    at = loose_text.find(loose_query)
    while at >= 0:
        end = at + 1
        if all(exact_text[at + i] == exact_query[i] for i in strict):
            end = at + len(loose_query)
            found.append(words.match(at, end))
        at = loose_text.find(loose_query, end)
    return found


class _Words:
    """The article's words as one text, and where each run of them stands on the page."""

    def __init__(self, lines: Sequence[Line]) -> None:
        texts: list[str] = []
        self._starts: list[int] = []
        self._runs: list[Part] = []
        length = 0
        for number, line in enumerate(lines):
            column = 0
            for piece in line.pieces:
                end = column + len(piece.text)
                if piece.role not in FURNITURE:
                    texts.append(piece.text)
                    self._starts.append(length)
                    self._runs.append(Part(number, column, end))
                    length += end - column
                column = end
            texts.append(line.joint)
            length += len(line.joint)
        self.text = "".join(texts)

    def match(self, start: int, end: int) -> Match:
        """The characters `start` to `end` of the text, as they stand on the page."""
        parts: list[Part] = []
        for number in range(max(0, bisect_right(self._starts, start) - 1), bisect_left(self._starts, end)):
            run, before = self._runs[number], self._starts[number]
            first = run.start + max(0, start - before)
            last = min(run.end, run.start + end - before)
            if parts and (parts[-1].line, parts[-1].end) == (run.line, first):
                first = parts.pop().start
            if first < last:
                parts.append(Part(run.line, first, last))
        return Match(tuple(parts))


class _Folding(dict[int, str]):
    """A table for str.translate that works a character out when it first meets it."""

    def __init__(self, fold: Callable[[str], str]) -> None:
        super().__init__()
        self._fold = fold

    def __missing__(self, code: int) -> str:
        self[code] = folded = self._fold(chr(code))
        return folded


def _lower(character: str) -> str:
    """In lower case, raised and lowered figures as figures; one character for one, so that places stay."""
    if unicodedata.decomposition(character).startswith(("<super>", "<sub>")):
        character = unicodedata.normalize("NFKC", character)
    lower = character.lower()
    return lower if len(lower) == 1 else character[0]


def _without_marks(character: str) -> str:
    if character == "đ":
        return "d"
    kept = [c for c in unicodedata.normalize("NFD", character) if not "\u0300" <= c <= "\u036f"]
    return kept[0] if len(kept) == 1 else character


_LOWER = _Folding(_lower)
_LOOSE = _Folding(_without_marks)
_OLD_TONES = re.compile("[òóỏõọ][ae]|[ùúủũụ]y")
_NEW_TONES = {
    old + vowel: new
    for vowel, olds, news in (
        ("a", "òóỏõọ", ("oà", "oá", "oả", "oã", "oạ")),
        ("e", "òóỏõọ", ("oè", "oé", "oẻ", "oẽ", "oẹ")),
        ("y", "ùúủũụ", ("uỳ", "uý", "uỷ", "uỹ", "uỵ")),
    )
    for old, new in zip(olds, news, strict=True)
}


def _exact(text: str) -> str:
    """`text` in lower case, tone marks where the newer spelling has them; as long as it was."""
    return _OLD_TONES.sub(lambda match: _NEW_TONES[match.group()], text.translate(_LOWER))
