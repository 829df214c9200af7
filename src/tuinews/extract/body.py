"""Which lines of a page are the article: two judgements of each, then whose text it is."""

from dataclasses import dataclass

from tuinews.extract.features import Elements, Known, full_features, local_features
from tuinews.extract.flow import Flow
from tuinews.extract.judge import line_model
from tuinews.extract.posts import first_post_only, without_comments

KEEP = 0.5
"""Probability from which a line is text."""

FULL_LINE = 600
"""Letters from which a longer line counts no more when the densest element is looked for."""


@dataclass(frozen=True, slots=True)
class Body:
    """The lines that are kept, in page order, the probability of every line, and the densest element."""

    kept: list[int]
    chances: list[float]
    core: int

    @property
    def confidence(self) -> float:
        """How sure the judgement is, 0 to 1: the mean certainty of the lines kept."""
        return sum(self.chances[place] for place in self.kept) / len(self.kept) if self.kept else 0.0


def body_of(flow: Flow, known: Known) -> Body:
    """The judgement of every line, and what follows from it."""
    model = line_model()
    elements = Elements(flow, model.lexicon)
    local = local_features(flow, elements, model.lexicon)
    first = model.first.judge(local)
    core = core_of(flow, first)
    chances = model.second.judge(full_features(flow, elements, known, local, first, core))
    kept = [place for place, chance in enumerate(chances) if chance > KEEP]
    return Body(first_post_only(flow, without_comments(flow, kept)), chances, core)


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
