"""A second look at a page of which almost nothing was kept: its class names lie.

The line model knows the words that sites put in their class names. Where every name of a site holds "foot" or
"info" the text of the article looks like what stands below one. So the element that the page calls its article is
read again as if nothing there had a name.
"""

from collections.abc import Iterable
from dataclasses import replace

from tuinews.extract.article.body.model.element_features import ElementFeatures
from tuinews.extract.article.body.model.line_model import LineModel
from tuinews.extract.article.body.model.local_features import local_features
from tuinews.extract.article.body.model.page_features import DeclaredTexts, FullFeatures
from tuinews.extract.page.letters import ENDS_OF_LEAD
from tuinews.extract.page.lines import PageLines

PROSE = 60
"""Letters from which a line with the end of a sentence is prose."""

LEAST_PROSE = 300
"""Letters of prose that the element must have: three sentences."""

TIMES_AS_MUCH = 3
"""Prose of the element for each letter that was kept, from which the first look is doubted."""

MADE_OF_LINKS = 0.8
"""Share of linked letters from which a line is the title of another article, which no name tells here."""


def second_look(page_lines: PageLines, known: DeclaredTexts, model: LineModel, kept: Iterable[int]) -> list[float]:
    """The probability of every line without the class names of the article's element; none if nothing calls for
    it.
    """
    letters = sum(page_lines.lines[place].size for place in kept)
    body = _article_of(page_lines)
    if body is None or _prose(page_lines, body) < max(LEAST_PROSE, TIMES_AS_MUCH * letters):
        return []
    inside = range(page_lines.first[body], page_lines.last[body])
    plain = replace(page_lines, names=[""] * len(page_lines.names))
    elements = ElementFeatures(plain, model.lexicon)
    local = local_features(plain, elements, model.lexicon)
    first = [chance if place in inside else 0.0 for place, chance in enumerate(model.first.probabilities(local))]
    chances = model.second.probabilities(FullFeatures(plain, elements, known, local, first, body))
    return [
        chance if place in inside and line.linked < MADE_OF_LINKS * line.size else 0.0
        for place, (line, chance) in enumerate(zip(page_lines.lines, chances, strict=True))
    ]


def _article_of(page_lines: PageLines) -> int | None:
    """The element marked as `articleBody`, else the `article` with most prose; None where there is neither."""
    index = page_lines.index
    marked = index.called(lambda name: "articleBody" in name.split())
    marked = sorted({*marked, *index.tagged("article")})
    best, most = None, 0
    for element in marked:
        prose = _prose(page_lines, element) * (2 if "articleBody" in page_lines.names[element].split() else 1)
        if prose > most:
            best, most = element, prose
    return best


def _prose(page_lines: PageLines, element: int) -> int:
    lines = page_lines.lines[page_lines.first[element] : page_lines.last[element]]
    return sum(
        line.size
        for line in lines
        if line.size >= PROSE and line.text[-1] in ENDS_OF_LEAD and 2 * line.linked < line.size
    )
