"""The few short lines far below a text that look like one of its lists: rates, the weather, the page."""

from tuinews.extract.page.lines import PageLines

LEAST_GAP = 5
"""Lines that are no text between it and what is far below it."""

MOST_LINES, MOST_LETTERS = 4, 120
"""Lines of such an end, and their letters together."""

LEAST_TEXT = 4
"""Times as many letters as its end that the text has."""

LINKED = 0.5
"""Share of linked letters from which a line between is the title of another article."""


def without_stray_end(page_lines: PageLines, kept: list[int]) -> list[int]:
    """The kept lines without a few short ones far below the others, with titles of other articles between."""
    gaps = [at for at in range(len(kept) - 1, max(0, len(kept) - 1 - MOST_LINES), -1) if _is_far(kept, at)]
    if not gaps:
        return kept
    at = gaps[0]
    lines = [page_lines.lines[place] for place in kept[at:]]
    letters = sum(line.size for line in lines)
    if letters > MOST_LETTERS or any(line.links or line.pictures for line in lines):
        return kept
    whole = sum(page_lines.lines[place].size for place in kept[:at])
    between = page_lines.lines[kept[at - 1] + 1 : kept[at]]
    beyond = sum(line.linked >= LINKED * line.size for line in between)
    return kept[:at] if whole >= LEAST_TEXT * letters and 2 * beyond >= LEAST_GAP else kept


def _is_far(kept: list[int], at: int) -> bool:
    return kept[at] - kept[at - 1] > LEAST_GAP
