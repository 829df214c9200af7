"""Which lines of a page are the article: first judgement, densest element, second judgement."""

from dataclasses import dataclass

from tuinews.extract.features import Elements, Known, full_features, local_features
from tuinews.extract.flow import Flow
from tuinews.extract.judge import line_model

KEEP = 0.5
"""Probability from which a line is text."""

FULL_LINE = 600
"""Letters from which a longer line counts no more when the densest element is looked for."""


@dataclass(frozen=True, slots=True)
class Body:
    """The probability of each line of the flow, and the element that holds most of the text."""

    chances: list[float]
    core: int

    def is_kept(self, place: int) -> bool:
        """Whether a line is text of the article."""
        return self.chances[place] > KEEP


def body_of(flow: Flow, known: Known) -> Body:
    """The judgement of every line."""
    model = line_model()
    elements = Elements(flow, model.lexicon)
    local = local_features(flow, elements, model.lexicon)
    first = [model.first.judge(row) for row in local]
    core = core_of(flow, first)
    rows = full_features(flow, elements, known, local, first, core, range(len(local)))
    return Body([model.second.judge(row) for row in rows], core)


def core_of(flow: Flow, first: list[float]) -> int:
    """The element with the largest sum of letters, those of unlikely lines taken off; the innermost of equals."""
    sums = [0.0]
    for line, chance in zip(flow.lines, first, strict=True):
        sums.append(sums[-1] + (2.0 * chance - 1.0) * min(line.size, FULL_LINE))
    best, core = float("-inf"), 0
    for element in range(len(flow.parent)):
        total = sums[flow.last[element]] - sums[flow.first[element]]
        if total >= best:
            best, core = total, element
    return core
