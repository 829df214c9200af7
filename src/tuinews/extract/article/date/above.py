"""The dates above the headline: that of a kicker or of a blog's day, or today's in a masthead."""

from tuinews.extract.article.date.displayed import day_in, days_of
from tuinews.extract.article.date.reading import DateReading
from tuinews.extract.page.lines import PageLines
from tuinews.model.when import Precision, When

LINES_ABOVE = 4
"""Lines before the headline that may be a kicker with a date."""


def days_before(page_lines: PageLines, reading: DateReading) -> list[When]:
    """Every date before the headline: among them today's, of a masthead."""
    return days_of(page_lines, reading, range(max(page_lines.h1, 0)))


def displayed_above(page_lines: PageLines, reading: DateReading) -> When | None:
    """The date in the few lines above the headline: a kicker's, where nothing below tells any; none
    of a masthead.
    """
    start, stop = max(0, page_lines.h1 - LINES_ABOVE), max(page_lines.h1, 0)
    places = [place for place in range(start, stop) if not _is_of_masthead(page_lines, place, reading)]
    found = days_of(page_lines, reading, places)
    if found:
        return found[-1]
    exact = (reading.date(text) for place, text in page_lines.times if place in places)
    return next((when for when in exact if when is not None), None)


def _is_of_masthead(page_lines: PageLines, place: int, reading: DateReading) -> bool:
    """Whether a line above the headline tells the day of the fetch in another part of the page: today's date.

    A masthead tells the day; a time of day, which a server would have to print anew each minute, is an article's.
    """
    when = day_in(page_lines, place, reading) if reading.now is not None else None
    if when is None or reading.now is None or abs((when.latest.date() - reading.now.date()).days) > 1:
        return False
    if when.precision is Precision.MINUTE:
        return False
    around = page_lines.lines[place].element
    while around > 0 and not page_lines.first[around] <= page_lines.h1 < page_lines.last[around]:
        around = page_lines.parent[around]
    return page_lines.last[around] - page_lines.first[around] == len(page_lines.lines)
