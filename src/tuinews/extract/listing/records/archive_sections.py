"""Archives that headings divide into years and months: a day without its year is of the year above it.

"21 Nov" under "2023" is of 2023, whenever the page is fetched, and "21" under "March 2023" is a whole date. What
states its year itself is not touched.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from tuinews.extract.dates import parse_date, words_beside
from tuinews.extract.listing.outline import Node, Outline
from tuinews.extract.listing.records.day_headings import DAY_TAGS, MOST_LEVELS, section_spans
from tuinews.extract.listing.records.leading_dates import is_date
from tuinews.extract.listing.records.page_dates import DateReader
from tuinews.extract.listing.records.records import Record
from tuinews.model.entry import Entry
from tuinews.model.when import Precision, When

_LONGEST, _LONGEST_MONTH, _LONGEST_TEXT = 30, 14, 60
"""Characters of a heading that is a year or a month and nothing else, of the name of a month alone, and of
such a text in the markup, with its white space."""

_MOST_NODES, _HEIGHT = 12, 3
"""Nodes of such a heading: a link to the archive of that month, a count; and elements from its text up to it."""

_YEAR = re.compile(r"(?:19|2[05])\d\d")
_ANY_YEAR = re.compile(rf"(?<!\d){_YEAR.pattern}(?!\d)")
_COUNT = re.compile(r"\s*[(\[]\d{1,4}[)\]]$")
_DAY_NUMBER = re.compile(
    r"[\s(\[]*([^\W\d]{2,10}[.,]?\s)?(0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|[.º日일])?[\s:,)\]|/／–—-]*"
)
_WITH_MONTH = ("{month} {year}", "{year}年{month}", "{year}년 {month}")
"""How a year stands beside the name of its month."""

_LEAP_YEAR = 2000
"""A year in which a name is read, to see whether it is that of a month."""

_LEAST_DAYS = 3
"""Articles of a page with the number of their day; fewer may be counts."""

_COARSE = (Precision.MONTH, Precision.YEAR)


def archive_sections(outline: Outline, records: list[Record], reader: DateReader) -> dict[int, When]:
    """The year or the month under whose heading each link stands, by its node; empty where none divides the page.

    Months that are named alone ("November") are of the year whose heading stands above them.
    """
    links = sorted(record.link.node for record in records)
    headings = list(_with_years(_headings(outline, links, reader), reader))
    if len(headings) == 1:
        return _of_one_month(outline, records, *headings[0])
    sections: dict[int, When] = {}
    for levels in range(MOST_LEVELS) if len(headings) > 1 else ():
        for start, end, found in section_spans(outline, headings, levels):
            for link in links[bisect_left(links, start) : bisect_left(links, end)]:
                held = sections.get(link)
                if held is None or (held.precision is Precision.YEAR and found.precision is Precision.MONTH):
                    sections[link] = found
    return sections


def _of_one_month(outline: Outline, records: list[Record], heading: Node, month: When) -> dict[int, When]:
    """The month over a whole list, where it is that of the days beside the headlines; the page's own is none."""
    below = [record for record in records if record.link.node > heading.index]
    beside = [(place, _day_beside(outline, record)) for place, record in enumerate(below)]
    if (
        month.precision is not Precision.MONTH
        or len(below) < max(_LEAST_DAYS, len(records))
        or not _are_days(beside)
    ):
        return {}
    return {record.link.node: month for record in below}


def with_days_of_months(
    outline: Outline, records: list[Record], entries: list[Entry], sections: Mapping[int, When]
) -> list[Entry]:
    """The entries; those that tell no day are of the month above them, and of the number beside them as its day.

    Such numbers are days only where all articles under months have one, and they rise or fall in each month;
    others are counts.
    """
    found = list(entries)
    months: dict[str, list[tuple[int, int | None]]] = defaultdict(list)
    for place, (record, entry) in enumerate(zip(records, entries, strict=True)):
        section = sections.get(record.link.node)
        known = entry.published.precision if entry.published is not None else Precision.YEAR
        if section is not None and section.precision is Precision.MONTH and known in _COARSE:
            found[place] = replace(entry, published=section)
            months[section.date].append((place, _day_beside(outline, record)))
    if sum(map(len, months.values())) < _LEAST_DAYS or not all(map(_are_days, months.values())):
        return found
    for place, day in (pair for days in months.values() for pair in days):
        month = found[place].published
        if month is not None and day is not None:
            moment = month.latest + timedelta(days=day - 1)
            found[place] = replace(found[place], published=When(moment, Precision.DAY))
    return found


def _are_days(beside: list[tuple[int, int | None]]) -> bool:
    numbers = [day for _, day in beside if day is not None]
    return len(numbers) == len(beside) and numbers in (sorted(numbers), sorted(numbers, reverse=True))


def _day_beside(outline: Outline, record: Record) -> int | None:
    """The number of a day that stands alone before the headline of a record, or behind it."""
    begins, ends = record.link.node, outline.nodes[record.link.node].end
    for start, end in ((record.start, begins), (ends, record.end)):
        found = _DAY_NUMBER.fullmatch(outline.text_between(start, end))
        if found is not None and not words_beside(found[1] or ""):
            return int(found[2])
    return None


def _headings(outline: Outline, links: list[int], reader: DateReader) -> list[tuple[Node, str, When | None]]:
    """The headings before an article that are a year or a month, with their text and what it states; None for a
    month without its year, which are looked for only where there are years.
    """
    last = links[-1] if links else -1
    dated: list[tuple[Node, str, When | None]] = []
    for node in outline.nodes[:last]:
        text = node.text
        if len(text) > _LONGEST_TEXT or ("20" not in text and "19" not in text) or not _ANY_YEAR.search(text):
            continue
        heading = _heading_of(outline, node)
        text = _COUNT.sub("", outline.text(heading.index)) if heading is not None else ""
        if heading is None or len(text) > _LONGEST or heading.end > last:
            continue
        found = reader.read(text) if _YEAR.fullmatch(text) or is_date(text) else None
        if found is not None and found.precision in _COARSE and not found.approximate:
            dated.append((heading, text, found))
    years = {node.tag for node, _, found in dated if found is not None and found.precision is Precision.YEAR}
    months = [
        (node, text, None)
        for node in (outline.nodes[:last] if years else ())
        if node.tag in DAY_TAGS and node.end - node.index <= _MOST_NODES
        if 2 < len(text := _COUNT.sub("", outline.text(node.index))) <= _LONGEST_MONTH
        and _month(text, _LEAP_YEAR, reader) is not None
    ]
    return sorted([*dated, *months], key=lambda heading: heading[0].index)


def _heading_of(outline: Outline, node: Node) -> Node | None:
    """The heading that a text names, or the outermost element of which it is all; None where it is a piece."""
    above = [outline.nodes[index] for index in outline.ancestors(node.index, _HEIGHT)]
    heading = next((one for one in above if one.tag in DAY_TAGS), None)
    if heading is not None:
        return heading if heading.end - heading.index <= _MOST_NODES else None
    if not above or above[0].end != above[0].index + 2:
        return None
    return next(
        (one for one, around in pairwise(above) if around.end - around.index > one.end - one.index + 1), None
    )


def _with_years(
    headings: Iterable[tuple[Node, str, When | None]], reader: DateReader
) -> Iterator[tuple[Node, When]]:
    year: int | None = None
    for node, text, found in headings:
        if found is not None and found.precision is Precision.YEAR:
            year = found.latest.year
        month = found or (_month(text, year, reader) if year is not None else None)
        if month is not None:
            yield node, month


def _month(text: str, year: int, reader: DateReader) -> When | None:
    """The month of a year that a text names, None where it names none."""
    for form in _WITH_MONTH:
        dated = form.format(month=text, year=year)
        found = parse_date(dated, None, reader.lang) if is_date(dated) else None
        if found is not None and found.precision is Precision.MONTH:
            return found
    return None
