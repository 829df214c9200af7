"""Takes out of a text what interrupts it and is written like it, so that the line model takes it for text."""

from collections.abc import Callable, Iterator

from tuinews.extract.article.body.interruptions.boxes import Boxes
from tuinews.extract.article.body.interruptions.closing import closing_lines
from tuinews.extract.article.body.interruptions.consent import consent_lines
from tuinews.extract.article.body.interruptions.controls import control_lines
from tuinews.extract.article.body.interruptions.labels import labelled_lines
from tuinews.extract.article.body.interruptions.machine_summaries import machine_summaries
from tuinews.extract.article.body.interruptions.named_boxes import figure_lines, named_boxes
from tuinews.extract.article.body.interruptions.promotions import promotion_lines
from tuinews.extract.article.body.interruptions.repeated_notices import repeated_notices
from tuinews.extract.page.lines import PageLines

LEAST_LINES = 4
"""Kept lines from which something can stand between them."""

RULES: tuple[tuple[Callable[[Boxes], Iterator[int]], float], ...] = (
    (consent_lines, 0.6),
    (machine_summaries, 0.4),
    (labelled_lines, 0.35),
    (control_lines, 0.35),
    (promotion_lines, 0.45),
    (closing_lines, 0.35),
    (figure_lines, 0.35),
    (named_boxes, 0.25),
    (repeated_notices, 0.7),
)
"""The rules, and the share of the kept letters that each may take out; with more the page is about it."""


def without_interruptions(page_lines: PageLines, kept: list[int]) -> list[int]:
    """The kept lines without notices of consent, summaries by machines, labels, forms and players."""
    if len(kept) < LEAST_LINES:
        return kept
    boxes = Boxes(page_lines, kept)
    text, dropped = set(kept), set[int]()
    whole = sum(page_lines.lines[place].size for place in kept)
    for rule, share in RULES:
        found = text.intersection(rule(boxes))
        if sum(page_lines.lines[place].size for place in found) <= share * whole:
            dropped |= found
    return [place for place in kept if place not in dropped] or kept
