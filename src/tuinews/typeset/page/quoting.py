"""Passages of a typeset page as quotations, and quotations as parts of a page: whatever its width."""

from collections.abc import Sequence

from tuinews.anchoring import AnchorText
from tuinews.model.annotations.highlights import Highlight, Quotation
from tuinews.typeset.page.find import Match, PageWords
from tuinews.typeset.page.selecting import TextRange
from tuinews.typeset.pieces import Line


def quotation_of(lines: Sequence[Line], marked: TextRange) -> Quotation | None:
    """What is selected on a page, by its words; None if it has none."""
    words = PageWords(lines)
    start, end = (words.index_at(place.line, place.column) for place in (marked.start, marked.end))
    return AnchorText(words.text).quote(start, end)


def passages_of(lines: Sequence[Line], highlights: Sequence[Highlight]) -> dict[int, Match]:
    """Where the highlights stand on a page, by their numbers; those that it has no more are left out."""
    if not highlights:
        return {}
    words = PageWords(lines)
    text = AnchorText(words.text)
    found = {one.id: text.find(one.quotation) for one in highlights}
    return {number: words.match(one.start, one.end) for number, one in found.items() if one is not None}
