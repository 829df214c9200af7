"""Which lines are captions: they go with their picture, not with the text."""

from tuinews.extract.article.flow import Flow
from tuinews.extract.article.names import holds_caption
from tuinews.extract.article.tags import Trait

_FIGURE = int(Trait.FIGURE)
_CAPTION = int(Trait.CAPTION)

LINKED = 0.8
"""Share of linked letters from which a line that repeats an alt is the title of another article."""


NEAR = 30
"""Lines before and after the text in which a caption can belong to it."""


def caption_nodes(flow: Flow, kept: list[int]) -> frozenset[int]:
    """The text nodes of all lines that are captions and not kept as text."""
    text = set(kept)
    near = range(max(0, kept[0] - NEAR), min(len(flow.lines), kept[-1] + NEAR))
    return frozenset(
        node for place in near if place not in text and is_caption(flow, place) for node in flow.lines[place].nodes
    )


def is_caption(flow: Flow, place: int) -> bool:
    """Whether a line stands in a figure or an element called caption, or repeats a picture's alt unlinked."""
    line = flow.lines[place]
    traits = flow.traits[line.element]
    if traits & (_CAPTION | _FIGURE):
        return True
    if line.own and holds_caption(line.own):
        return True
    element = line.element
    for _ in range(3):
        if flow.names[element] and holds_caption(flow.names[element]):
            return True
        element = flow.parent[element]
        if element < 0:
            return False
    return line.size > 20 and line.linked < LINKED * line.size and line.text[:300] in flow.alts
