"""The line model: sums of small decision trees over the features of a line, learned and kept as package data.

`line_model.json` holds two sets of trees (the first pass sees a line alone, the second its surroundings) and
`lexicon.json` the words; `tests/quality/line_model/train.py` makes both. The trees become Python conditionals
once, at the first article: walking them as data takes three times as long, and this is the inner loop.
"""

import json
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from tuinews.extract.article.body.features import FEATURES, Lexicon

Row = Sequence[float]
Score = Callable[[Row], float]


@dataclass(frozen=True, slots=True)
class Trees:
    """A sum of trees, in two parts: most lines are clear after the leading ones.

    Where their log-odds are beyond `certain`, the rest hardly ever changes the answer (0.05 % of letters), and the
    whole sum is about `scale` times theirs.
    """

    leading: Score
    rest: Score
    certain: float
    scale: float

    def judge(self, rows: Sequence[Row | float]) -> list[float]:
        """For each row, the probability that its line is text of the article; one that is clear stays as it is."""
        leading, rest, exp, certain, scale = self.leading, self.rest, math.exp, self.certain, self.scale
        chances = []
        for row in rows:
            if isinstance(row, float):
                chances.append(row)
                continue
            score = leading(row)
            score = score + rest(row) if -certain < score < certain else score * scale
            chances.append(1.0 / (1.0 + exp(-score)))
        return chances


@dataclass(frozen=True, slots=True)
class LineModel:
    """The first pass, the second pass, and the words that both read."""

    first: Trees
    second: Trees
    lexicon: Lexicon


@cache
def line_model() -> LineModel:
    """The model of the package; about 30 ms at the first call."""
    data = json.loads(_read("line_model.json"))
    if data["features"] != list(FEATURES):
        raise ValueError("line_model.json was trained with other features: train it again")
    words = json.loads(_read("lexicon.json"))
    return LineModel(_trees(data["first"]), _trees(data["second"]), Lexicon(words["names"], words["words"]))


def _read(name: str) -> str:
    return (files("tuinews.extract.article.body") / name).read_text("utf-8")


def _trees(data: Any) -> Trees:
    leading = int(data["leading"])
    trees = data["trees"]
    return Trees(_compiled(trees[:leading]), _compiled(trees[leading:]), data["certain"], data["scale"])


def _compiled(trees: list[Any]) -> Score:
    """The sum of trees as one function; every name and number in its source is made here from numbers."""
    source = "lambda r: " + ("+".join(_conditional(tree) for tree in trees) or "0.0")
    score: Score = eval(compile(source, "line_model", "eval"), {"__builtins__": {}})
    return score


def _conditional(tree: Any) -> str:
    """A tree as a conditional expression: `[feature, threshold, below, above]`, or a number."""
    if isinstance(tree, list):
        feature, threshold, below, above = tree
        return f"({_conditional(below)} if r[{int(feature)}]<={float(threshold)!r} else {_conditional(above)})"
    return repr(float(tree))
