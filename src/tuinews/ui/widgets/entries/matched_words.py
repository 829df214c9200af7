"""What a search found, lit in a row: in its title, and in the piece of text under it."""

from rich.segment import Segment
from rich.style import Style

from tuinews.language import ellipsis
from tuinews.query.hits import hits_in, typed_words
from tuinews.typeset.cells import cut, width

_BEFORE = 3
"""One part in three of the room may be before a hit, which is read from where its sentence comes."""


def lit(text: str, look: Style, query: str, hit_look: Style) -> list[Segment]:
    """A text in its look, the places of the words of a query in `hit_look` besides."""
    segments: list[Segment] = []
    end = 0
    for hit in hits_in(text, typed_words(query)):
        segments += [Segment(text[end : hit.start], look), Segment(text[hit.start : hit.stop], look + hit_look)]
        end = hit.stop
    return [one for one in [*segments, Segment(text[end:], look)] if one.text]


def around_hit(text: str, query: str, cells: int) -> str:
    """A text in `cells` cells, begun later where its first hit would have no room."""
    hit = next(iter(hits_in(text, typed_words(query))), None)
    if hit is None or width(text[: hit.stop]) < cells:
        return cut(text, cells)
    start = hit.start
    for blank in (place for place in range(hit.start - 1, 0, -1) if text[place - 1] == " "):
        if width(text[blank : hit.start]) > cells // _BEFORE:
            break
        start = blank
    return cut(ellipsis() + text[start:], cells)
