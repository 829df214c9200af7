"""The line model: sums of small decision trees over the features of a line, trained and kept as package data.

`line_model.json` has two sets of trees (the first pass sees a line alone, the second its surroundings) and
`lexicon.json` the words; `tests/quality/line_model/train.py` makes both. The trees are compiled to Python
conditionals once, at the first article: walking them as data takes three times as long, and this is the inner
loop.
"""

import json
import math
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from tuinews.extract.article.body.model.features import FEATURES, LOCAL
from tuinews.extract.article.body.model.lexicon import Lexicon
from tuinews.quick_dataclass import dataclass

Row = Sequence[float]
Score = Callable[..., float]
"""The sum of some trees for a line, whose features are its arguments."""


@dataclass(frozen=True, slots=True)
class Trees:
    """A sum of trees in two parts: for most lines the `leading` trees are enough.

    Where their log-odds are beyond `certain`, the rest hardly ever changes the result (for 0.05 % of letters), and
    the whole sum is about `scale` times theirs.
    """

    leading: Score
    rest: Score
    certain: float
    scale: float

    def probabilities(self, rows: Iterable[Row | float]) -> list[float]:
        """For each row the probability that its line is text; a row that is a probability already stays."""
        leading, rest, exp, certain, scale = self.leading, self.rest, math.exp, self.certain, self.scale
        chances = []
        for row in rows:
            if isinstance(row, float):
                chances.append(row)
                continue
            score = leading(*row)
            score = score + rest(*row) if -certain < score < certain else score * scale
            chances.append(1.0 / (1.0 + exp(-score)))
        return chances


@dataclass(frozen=True, slots=True)
class LineModel:
    """The trees of the first and the second pass, and the words that both use."""

    first: Trees
    second: Trees
    lexicon: Lexicon


@cache
def line_model() -> LineModel:
    """The model of the package; loading takes about 30 ms, at the first call only."""
    data = json.loads(_read("line_model.json"))
    if data["features"] != list(FEATURES):
        raise ValueError("line_model.json was trained with other features: train it again")
    words = json.loads(_read("lexicon.json"))
    return LineModel(
        _trees(data["first"], len(LOCAL)),
        _trees(data["second"], len(FEATURES)),
        Lexicon(words["names"], words["words"]),
    )


def _read(name: str) -> str:
    return (files("tuinews.extract.article.body.model") / name).read_text("utf-8")


def _trees(data: Any, count: int) -> Trees:
    leading = int(data["leading"])
    trees = data["trees"]
    return Trees(
        _compiled(trees[:leading], count), _compiled(trees[leading:], count), data["certain"], data["scale"]
    )


def _compiled(trees: list[Any], count: int) -> Score:
    """The sum of trees over so many features as one function; its source is made of numbers alone, so `eval` is
    safe.

    Each feature is an argument of its own: from a list it would be looked up at each of hundreds of conditions,
    which takes half as long again.
    """
    features = ",".join(f"f{place}" for place in range(count))
    source = f"lambda {features}: " + ("+".join(_conditional(tree) for tree in trees) or "0.0")
    score: Score = eval(compile(source, "line_model", "eval"), {"__builtins__": {}})
    return score


def _conditional(tree: Any) -> str:
    """A tree as a conditional expression: `[feature, threshold, below, above]`, or a number."""
    if isinstance(tree, list):
        feature, threshold, below, above = tree
        return f"({_conditional(below)} if f{int(feature)}<={float(threshold)!r} else {_conditional(above)})"
    return repr(float(tree))
