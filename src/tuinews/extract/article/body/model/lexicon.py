"""The words that the line model knows, and what they make of a name and of a short line."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import field

from tuinews.extract.page.names import MAX_NAME, text_words, words_of_one
from tuinews.quick_dataclass import dataclass

_NO_WORD = (math.inf, -math.inf)
_MOST_KEPT = 50_000
"""Entries of each cache; a page has hundreds."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Log-odds of being text: of words in the names of elements and of words in short lines.

    The pages of a site repeat their names and short lines, so results are cached.
    """

    names: Mapping[str, float]
    words: Mapping[str, float]
    _own: dict[str, float] = field(default_factory=dict)
    _ranges: dict[str, tuple[float, float]] = field(default_factory=dict)
    _lines: dict[str, tuple[float, float]] = field(default_factory=dict)

    def own_score(self, tag: str, name: str) -> float:
        """The middle between the highest and the lowest score among the words of an element's tag and names."""
        key = tag + name
        score = self._own.get(key)
        if score is None:
            low, high = self.name_range(name)
            value = self.names.get("<" + tag + ">")
            if value is not None:
                low, high = min(low, value), max(high, value)
            score = (low + high) / 2 if low <= high else 0.0
            if len(self._own) < _MOST_KEPT:
                self._own[key] = score
        return score

    def name_range(self, name: str) -> tuple[float, float]:
        """The lowest and the highest score of the words of a name; (inf, -inf) if none is known."""
        low, high = _NO_WORD
        ranges = self._ranges
        for whole in name[:MAX_NAME].split():
            known = ranges.get(whole)
            if known is None:
                known = _range(self.names, words_of_one(whole))
                if len(ranges) < _MOST_KEPT:
                    ranges[whole] = known
            if known[0] < low:
                low = known[0]
            if known[1] > high:
                high = known[1]
        return low, high

    def line_scores(self, text: str) -> tuple[float, float]:
        """The mean score of the words of a short line, smaller if few are known, and the lowest."""
        scores = self._lines.get(text)
        if scores is None:
            values = [score for score in map(self.words.get, text_words(text)) if score is not None]
            scores = (sum(values) / (len(values) + 1.0), min(values)) if values else (0.0, 0.0)
            if len(self._lines) < _MOST_KEPT:
                self._lines[text] = scores
        return scores


def _range(scores: Mapping[str, float], words: Iterable[str]) -> tuple[float, float]:
    values = [score for score in map(scores.get, words) if score is not None]
    return (min(values), max(values)) if values else _NO_WORD
