"""Removes a stream of other articles behind the text: boxes of a linked headline with its summary, repeated."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import fmean

from tuinews.address import join
from tuinews.extract.article.body.interruptions.label_words import MOST_READ, READ_ALSO, label_key
from tuinews.extract.page.lines import PageLines
from tuinews.extract.page.tags import Trait
from tuinews.extract.page.tree import attribute

LEAST_STREAM = 4
"""Boxes from which they are a stream; fewer may be cards in a text."""

LEAST_WRITTEN = 600
"""Letters of the text before a stream; where less is written, the stream is what the page is about."""

DOUBTFUL = 0.75
"""Mean probability up to which summaries are those of other articles; the items of a listicle have more."""

SUMMARY, SUMMARY_LINES = 80, 2
"""Letters of a summary, and lines between the beginning of its box and itself: its headline, a label."""

LEAST_HEADLINE, LINKED = 15, 0.8
"""Letters of a headline, and the share of them that is a link."""

LABEL_LINES = 2
"""Lines above a stream in which its label stands: "Related articles"."""

LONGEST_BETWEEN = 12
"""Lines between two boxes of a stream: buttons, the name of a source."""

_LABELS = READ_ALSO | MOST_READ
_HEADING = int(Trait.HEADING)


def without_stream(
    page_lines: PageLines, kept: list[int], chances: Sequence[float], base: str | None
) -> list[int]:
    """The kept lines without the stream that ends the page, and the heading above it."""
    boxes = _boxes(page_lines, kept, base)
    if len(boxes) < LEAST_STREAM:
        return kept
    start = boxes[0].start
    stream = {place for box in boxes for place in box}
    text = [place for place in kept if place < start]
    behind = [place for place in kept if place >= start]
    written = sum(page_lines.lines[place].size for place in text)
    above = (label_key(line.text.strip(" :→›»")) for line in page_lines.lines[max(0, start - LABEL_LINES) : start])
    doubtful = fmean(chances[box.stop - 1] for box in boxes) <= DOUBTFUL or not _LABELS.isdisjoint(above)
    if not doubtful or written < LEAST_WRITTEN or not stream.issuperset(behind):
        return kept
    label = text[-1] == start - 1 and page_lines.traits[page_lines.lines[start - 1].element] & _HEADING
    return text[:-1] if label else text


def _boxes(page_lines: PageLines, kept: list[int], base: str | None) -> list[range]:
    """The boxes of the last stream of the page, as the lines from each headline to its summary."""
    found = [
        box
        for place in range(kept[0] + 1 if kept else 0, len(page_lines.lines))
        if (box := _box_of(page_lines, place, base))
    ]
    starts = [
        place for place, (one, two) in enumerate(pairwise(found), 1) if two.start - one.stop > LONGEST_BETWEEN
    ]
    return found[starts[-1] if starts else 0 :]


def _box_of(page_lines: PageLines, place: int, base: str | None) -> range | None:
    """The lines up to this one, where it is the summary at the end of a box that begins with a linked headline."""
    line = page_lines.lines[place]
    box = page_lines.parent[line.element]
    first = page_lines.first[box]
    if line.linked or line.size < SUMMARY or page_lines.last[box] - 1 != place:
        return None
    head = page_lines.lines[first]
    is_link = head.size >= LEAST_HEADLINE and head.linked >= LINKED * head.size
    if not is_link or not 1 <= place - first <= SUMMARY_LINES:
        return None
    address = join(base, attribute(page_lines.node[box].css_first("a[href]"), "href"))
    is_other = address is not None and address.partition("#")[0] != (base or "").partition("#")[0]
    return range(first, place + 1) if is_other else None
