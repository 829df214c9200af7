"""Recognizes captions: lines that belong to a picture and not to the text."""

from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.names import holds_caption
from tuinews.extract.page.tags import Trait

_FIGURE = int(Trait.FIGURE)
_CAPTION = int(Trait.CAPTION)

LINKED = 0.8
"""Share of linked letters from which a line with the words of an alt text is the title of another article."""

NEAR = 30
"""Lines before and after the text within which a picture, and so its caption, may belong to the article."""

LEAST_REPEATED = 20
"""Letters above which a line that repeats an alt text does so on purpose; shorter ones are names and labels."""

NAME_HEIGHT = 3
"""Elements around a line whose names are looked at."""

COMPARED = 300
"""Letters of an alt text that are kept and compared (as in `page.lines`)."""


def caption_nodes(page_lines: PageLines, kept: list[int]) -> frozenset[int]:
    """The text nodes of all lines that are captions and not kept as text."""
    text = set(kept)
    near = range(max(0, kept[0] - NEAR), min(len(page_lines.lines), kept[-1] + NEAR))
    return frozenset(
        node
        for place in near
        if place not in text and is_caption(page_lines, place)
        for node in page_lines.lines[place].nodes
    )


def is_caption(page_lines: PageLines, place: int) -> bool:
    """Whether a line is in a figure or an element named as caption, or repeats an alt text without a link."""
    line = page_lines.lines[place]
    traits = page_lines.traits[line.element]
    if traits & (_CAPTION | _FIGURE):
        return True
    if line.own and holds_caption(line.own):
        return True
    element = line.element
    for _ in range(NAME_HEIGHT):
        if page_lines.names[element] and holds_caption(page_lines.names[element]):
            return True
        element = page_lines.parent[element]
        if element < 0:
            return False
    return (
        line.size > LEAST_REPEATED and line.linked < LINKED * line.size and line.text[:COMPARED] in page_lines.alts
    )
