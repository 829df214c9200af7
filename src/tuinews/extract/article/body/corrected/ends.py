"""The headline, the byline and the signature among the kept lines, which are none of the text."""

import re
from bisect import bisect_left

from tuinews.extract.article.authors.authorship import authorless, begins_with_authorship, is_nobody
from tuinews.extract.article.authors.byline_look import is_called_author, is_right_aligned
from tuinews.extract.article.authors.persons import byline_of, is_person
from tuinews.extract.article.authors.wide_bylines import is_wide_byline
from tuinews.extract.article.body.corrected.signs import ENDS, LONGEST_BYLINE
from tuinews.extract.page.letters import CASED
from tuinews.extract.page.lines import PageLine, PageLines
from tuinews.extract.page.tags import Trait

_HEADING = int(Trait.HEADING)

LONGEST_DATED, LONGEST_MAILED = 60, 220
"""Letters of a byline with its date, and of one with an address of its author."""

LONGEST_LABELLED = 40
"""Letters of a byline with a label, in a script without capitals."""

HEAD_LINES, HEAD_REACH = 4, 6
"""Kept lines from the headline on that may be a byline, and lines of the page within which it is."""

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def without_head(page_lines: PageLines, kept: list[int]) -> list[int]:
    """The kept lines without the headline and the byline after it."""
    start = bisect_left(kept, page_lines.h1) if page_lines.h1 >= 0 else 0
    head = [
        place
        for place in kept[start : start + HEAD_LINES]
        if place == page_lines.h1
        or (
            place <= page_lines.h1 + HEAD_REACH
            and not page_lines.traits[page_lines.lines[place].element] & _HEADING
            and _is_byline(page_lines.lines[place])
        )
    ]
    return [place for place in kept if place not in head] if head and len(head) < len(kept) else kept


def _is_byline(line: PageLine) -> bool:
    """Whether a line names its author; with a year it may end with a stop, and the name be in any script."""
    if is_wide_byline(line.text) and line.text[-1] not in ENDS:
        return True
    if is_nobody(line.text):
        return True
    mailed = line.size <= LONGEST_MAILED and "@" in line.text
    if (line.size > LONGEST_BYLINE and not mailed) or not begins_with_authorship(line.text):
        return False
    dated = line.size <= LONGEST_DATED and _YEAR.search(line.text) is not None
    byline = byline_of(authorless(line.text))
    if line.text[-1] in ENDS:
        return (dated or mailed) and bool(byline.persons)
    labelled = line.size <= LONGEST_LABELLED and 0 < line.text.find(":") < line.size - 1
    uncased = (dated or labelled) and line.text[:1].isalpha() and not CASED.search(line.text)
    return bool(byline.persons) or uncased


def without_signature(page_lines: PageLines, kept: list[int]) -> list[int]:
    """The kept lines without the author's name at the end: labelled, bold, right-aligned, or by its class."""
    if len(kept) < 2:
        return kept
    line = page_lines.lines[kept[-1]]
    signs = is_wide_byline(line.text) or (
        is_person(line.text)
        and not page_lines.traits[line.element] & _HEADING
        and (
            line.is_bold
            or is_right_aligned(page_lines, line)
            or is_called_author(f"{page_lines.names[line.element]} {line.own}")
        )
    )
    return kept[:-1] if signs else kept
