"""Finds the weights of `likeness.retelling` in the halves of the pairs that are there to make rules with.

    python tests/quality/stories/weigh.py

A logistic regression over the signs of each pair, as listings have it, as whole texts, and one of each, and of
entries of different events that would be compared since they have a name in common; by plain descent with a little
decay. It prints what `WEIGHTS` and `BIAS` are set to. No half that is held back is read.
"""

import math
import sys
from collections.abc import Sequence
from dataclasses import astuple
from itertools import combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from test_stories import HELD_BACK, Known, pairs

from tuinews.similarity.features import keys
from tuinews.similarity.same_event import signs
from tuinews.similarity.same_story import has_specifics_in_common

ROUNDS, STEP, DECAY = 4000, 0.5, 0.003
MADE_AFTERWARDS = 0.4
"""What a pair of the second set counts in each of its four forms."""
STRANGERS = 100.0
"""What all pairs of different events count together."""

SINCE = ("columns, tuned", "columns, held back")
"""Halves that were written since the weights were found, and that are right with them."""


def samples() -> list[tuple[tuple[float, ...], bool, float]]:
    """Signs, whether it is one story, and how much it counts, of every pair that may be looked at."""
    found = []
    for pair in pairs():
        if pair.half in (*HELD_BACK, *SINCE):
            continue
        for known in Known if pair.has_texts else (Known.SUMMARIES,):
            one, other = pair.features(known)
            if one.is_aside or other.is_aside:
                continue  # the score is not asked
            weight = MADE_AFTERWARDS if pair.has_texts else 1.0
            found.append((astuple(signs(one, other, pair.apart)), pair.told, weight))
    return found + strangers()


def strangers() -> list[tuple[tuple[float, ...], bool, float]]:
    """The signs of entries of different events which are compared by chance, as if they came within two hours."""
    entries = {}
    for pair in pairs():
        if pair.half not in (*HELD_BACK, *SINCE):
            for known in (Known.SUMMARIES, Known.TEXTS) if pair.has_texts else (Known.SUMMARIES,):
                for entry, read in zip(pair.entries, pair.features(known), strict=True):
                    entries[known, entry["source"], entry["published"], entry["title"]] = (pair.event, read)
    found = []
    for (event, one), (other_event, other) in combinations(entries.values(), 2):
        if event != other_event and set(keys(one)) & set(keys(other)) and has_specifics_in_common(one, other):
            found.append(astuple(signs(one, other, 0.0)))
    return [(one, False, STRANGERS / len(found)) for one in found]


def weights(found: Sequence[tuple[tuple[float, ...], bool, float]]) -> list[float]:
    """The weights of the signs, and the bias behind them."""
    width, total = len(found[0][0]), sum(weight for _, _, weight in found)
    mean = [sum(weight * signs_[n] for signs_, _, weight in found) / total for n in range(width)]
    spread = [
        math.sqrt(sum(weight * (signs_[n] - mean[n]) ** 2 for signs_, _, weight in found) / total) or 1.0
        for n in range(width)
    ]
    scaled = [
        ([(value - mean[n]) / spread[n] for n, value in enumerate(signs_)] + [1.0], told, weight)
        for signs_, told, weight in found
    ]
    chosen = [0.0] * (width + 1)
    for _ in range(ROUNDS):
        slope = [DECAY * one for one in chosen[:-1]] + [0.0]
        for values, told, weight in scaled:
            wrong = weight / total * (1 / (1 + math.exp(-_dot(chosen, values))) - told)
            for n, value in enumerate(values):
                slope[n] += wrong * value
        chosen = [one - STEP * down for one, down in zip(chosen, slope, strict=True)]
    plain = [one / spread[n] for n, one in enumerate(chosen[:-1])]
    return [*plain, chosen[-1] - sum(one * mean[n] for n, one in enumerate(plain))]


def _dot(one: Sequence[float], other: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))


if __name__ == "__main__":
    *by_sign, bias = weights(samples())
    print(f"WEIGHTS = RetellingSigns({', '.join(f'{one:.2f}' for one in by_sign)})\nBIAS = {bias:.2f}")
