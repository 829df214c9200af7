"""Chooses the lines of a page that are its article: scored in two passes, then corrected by structure."""

from itertools import accumulate

from tuinews.extract.article.body.corrected.corrections import corrected
from tuinews.extract.article.body.interruptions.counted_comments import without_counted_comments
from tuinews.extract.article.body.model.element_features import ElementFeatures
from tuinews.extract.article.body.model.line_model import line_model
from tuinews.extract.article.body.model.local_features import local_features
from tuinews.extract.article.body.model.page_features import DeclaredTexts, FullFeatures
from tuinews.extract.article.body.posts import first_post_only, without_comments
from tuinews.extract.article.body.second_look import second_look
from tuinews.extract.page.lines import PageLines
from tuinews.quick_dataclass import dataclass

KEEP = 0.5
"""Probability from which a line is text of the article: more likely than not."""

GENEROUS = 0.15
"""Probability from which a line may be text, for pages with almost none and for the candidates offered to the
user."""

FEW = 250
"""Letters of kept text under which `GENEROUS` applies instead of `KEEP`: no article has fewer than two
sentences."""

FULL_LINE = 600
"""Letters of a line that count for the densest element, so that one endless line does not outweigh paragraphs."""


@dataclass(frozen=True, slots=True)
class Body:
    """The kept lines in page order, the probability of every line, and the densest element (`core`)."""

    kept: list[int]
    chances: list[float]
    core: int

    def confidence(self, kept: list[int]) -> float:
        """The mean probability of these lines, 0 to 1."""
        return sum(self.chances[place] for place in kept) / len(kept) if kept else 0.0


def body_of(page_lines: PageLines, known: DeclaredTexts) -> Body:
    """The lines of the article; `known` is what the page declares."""
    model = line_model()
    elements = ElementFeatures(page_lines, model.lexicon)
    local = local_features(page_lines, elements, model.lexicon)
    first = model.first.probabilities(local)
    core = core_of(page_lines, first)
    chances = model.second.probabilities(FullFeatures(page_lines, elements, known, local, first, core))
    kept = [place for place, chance in enumerate(chances) if chance > KEEP]
    if sum(page_lines.lines[place].size for place in kept) < FEW:
        chances = second_look(page_lines, known, model, kept) or chances
        kept = [place for place, chance in enumerate(chances) if chance > KEEP]
    if sum(page_lines.lines[place].size for place in kept) < FEW:
        kept = [place for place, chance in enumerate(chances) if chance > GENEROUS]
    kept = first_post_only(page_lines, _without_others(page_lines, kept))
    # once more, since what is corrected takes in what stands between two kept lines
    kept = without_counted_comments(page_lines, corrected(page_lines, kept, chances))
    return Body(kept, chances, core)


def _without_others(page_lines: PageLines, kept: list[int]) -> list[int]:
    """The kept lines without the comments of readers."""
    return without_counted_comments(page_lines, without_comments(page_lines, kept))


def runner_up(page_lines: PageLines, body: Body) -> list[list[int]]:
    """Other candidates: all lines that may be text, and the densest element without the kept lines."""
    generous = [place for place, chance in enumerate(body.chances) if chance > GENEROUS]
    kept = set(body.kept)
    rest = [0.0 if place in kept else chance for place, chance in enumerate(body.chances)]
    other = core_of(page_lines, rest)
    beside = [place for place in range(page_lines.first[other], page_lines.last[other]) if rest[place] > GENEROUS]
    return [lines for lines in (generous, beside) if lines and lines != body.kept]


def core_of(page_lines: PageLines, first: list[float]) -> int:
    """The densest element: most letters of likely lines less those of unlikely ones, the innermost of equals."""
    lines = zip(page_lines.lines, first, strict=True)
    weights = [(2.0 * chance - 1.0) * min(line.size, FULL_LINE) for line, chance in lines]
    sums = list(accumulate(weights, initial=0.0))
    best, core = float("-inf"), 0
    for element, (begin, end) in enumerate(zip(page_lines.first, page_lines.last, strict=True)):
        total = sums[end] - sums[begin]
        if total >= best:
            best, core = total, element
    return core
