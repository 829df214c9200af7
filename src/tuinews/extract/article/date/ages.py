"""The age that a page shows as its own: "2 months ago", "3 tuần trước". It tells no day, so it comes last."""

from collections.abc import Sequence

from tuinews.extract.article.date.displayed import PARTS, beside_words, header_of, is_called_change, is_own
from tuinews.extract.article.date.moments import FINE
from tuinews.extract.article.date.reading import LONGEST_DATE_LINE, DateReading
from tuinews.extract.page.lines import PageLines
from tuinews.model.when import When


def displayed_age(page_lines: PageLines, reading: DateReading, kept: Sequence[int]) -> When | None:
    """The first age in weeks, months or years below the headline; that of a change where it is the only one."""
    changed = None
    for place in header_of(page_lines, kept):
        line = page_lines.lines[place]
        if line.size > LONGEST_DATE_LINE or not is_own(page_lines, place, reading):
            continue
        for piece in PARTS.split(line.apart):
            when = _age(piece, reading)
            if when is None:
                continue
            if not is_called_change(line, page_lines.names[line.element], piece, reading):
                return when
            changed = changed or when
    return changed


def _age(text: str, reading: DateReading) -> When | None:
    """The age that a text tells, unless it is a sentence: "10 years ago the mill burnt"."""
    when = reading.date(text)
    if when is None or not when.approximate or when.precision in FINE:
        return None
    return None if any(map(str.islower, beside_words(text, reading))) else when
