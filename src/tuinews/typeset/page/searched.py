"""The words of a search, in an article that it found."""

from collections.abc import Sequence

from tuinews.query.hits import hits_in, typed_words
from tuinews.typeset.page.find import Match, PageWords
from tuinews.typeset.pieces import Line


def places_of(lines: Sequence[Line], query: str) -> list[Match]:
    """Every place of the words of a query in `lines`, in page order; none for a query without words."""
    words = typed_words(query)
    if not words:
        return []
    page = PageWords(lines)
    return [page.match(hit.start, hit.stop) for hit in hits_in(page.text, words)]
