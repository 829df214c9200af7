"""Lists that headings divide into days: an entry without a date of its own has that of the heading above it."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from tuinews.extract.listing.outline import HEADINGS, Node, Outline
from tuinews.extract.listing.patterns import DATE
from tuinews.extract.listing.records.clock_times import clock_times
from tuinews.extract.listing.records.leading_dates import is_date
from tuinews.extract.listing.records.page_dates import DateReader
from tuinews.extract.listing.records.records import Record
from tuinews.extract.listing.records.table_days import table_days
from tuinews.model.entry import Entry
from tuinews.model.when import Precision, When

_MOST_NODES = 40
"""Nodes of the heading of a day."""

_LEAST_LETTERS, _MOST_LETTERS = 2, 50
"""Characters of such a heading."""

_LEAST_DAYS = 2
"""Days that divide a list; a single one is the date of the page."""

MOST_LEVELS = 3
"""Elements between the heading of a day and the element that holds the day, with itself."""

_SHORT_DAY = re.compile(r"\d{1,2}[./-]\d{1,2}\.?")
"""A day and its month in figures: alone over articles, where another stands over others, it counts nothing."""

DAY_TAGS = HEADINGS | {"dt", "th", "time"}
"""Elements that may be the heading of a day, whatever they say beside it."""


def with_section_dates(
    outline: Outline, records: list[Record], entries: list[Entry], reader: DateReader
) -> list[Entry]:
    """The entries, those without a date with that of the day under whose heading they stand."""
    lacking = [r for r, entry in zip(records, entries, strict=True) if _lacks_time(entry.published)]
    times = clock_times(outline, lacking)
    if not times and all(entry.published for entry in entries):
        return entries
    links = sorted(record.link.node for record in records)
    every = [day for node in outline.nodes if (day := _day(outline, node, links, reader)) is not None]
    stated = _in_order(outline, every, reader)
    dates = table_days(outline, links, reader)
    for levels in range(MOST_LEVELS):
        for start, end, found in section_spans(outline, stated, levels):
            for link in links[bisect_left(links, start) : bisect_left(links, end)]:
                dates.setdefault(link, found)
    if not dates and times and len({found.date for _, found in stated}) == 1:
        dates = {link: stated[-1][1] for link in links[bisect_left(links, stated[-1][0].index) :] if link in times}
    return [
        _dated(entry, dates.get(record.link.node), times.get(record.link.node), reader)
        for entry, record in zip(entries, records, strict=True)
    ]


def _lacks_time(when: When | None) -> bool:
    return when is None or (when.precision is Precision.DAY and not when.approximate)


def _dated(entry: Entry, day: When | None, clock: str | None, reader: DateReader) -> Entry:
    """The entry with the date of its heading, where it has none of its own, or has that one without its time."""
    own = entry.published
    if day is None or (own is not None and not (_lacks_time(own) and own.date == day.date)):
        return entry
    return replace(entry, published=_at(day, clock, reader))


def _at(day: When, clock: str | None, reader: DateReader) -> When:
    """The time of day that a record states on the day of its heading."""
    if clock is None or day.precision is not Precision.DAY:
        return day
    return reader.read(f"{day.date} {clock}") or day


def _in_order(outline: Outline, days: list[tuple[Node, When]], reader: DateReader) -> list[tuple[Node, When]]:
    """The headings of days; without those that name a weekday alone where the days do not go back in time, as
    those of a programme do not.
    """
    dates = [found.date for _, found in days]
    if all(one >= other for one, other in pairwise(dates)):
        return days
    return [(node, found) for node, found in days if reader.weekday(outline.text(node.index)) is None]


class SectionSpan(NamedTuple):
    """The nodes from `start` to before `end`, which belong to the date of the heading over them."""

    start: int
    end: int
    when: When


def section_spans(outline: Outline, stated: list[tuple[Node, When]], levels: int) -> Iterator[SectionSpan]:
    """The span of each day: behind its heading, up to the next heading beside it.

    On `levels` above 0 each day has an element of its own, so many levels around its heading.
    """
    days: dict[int, list[tuple[Node, When]]] = defaultdict(list)
    for heading, found in stated:
        around = heading
        for _ in range(levels):
            around = outline.nodes[around.parent] if around.parent >= 0 else around
        days[around.parent].append((around, found))
    for parent, beside in days.items():
        if parent < 0 or len({found.date for _, found in beside}) < _LEAST_DAYS:
            continue
        starts = [around.index for around, _ in beside]
        if levels and len(set(starts)) < len(starts):
            continue
        for (around, found), following in zip(beside, [*starts[1:], outline.nodes[parent].end], strict=True):
            yield SectionSpan(around.index, min(following, around.end) if levels else following, found)


def _day(outline: Outline, node: Node, links: list[int], reader: DateReader) -> tuple[Node, When] | None:
    """The day that an element states as a heading: alone, and with articles behind it in the same element."""
    if not node.tag or node.parent < 0 or node.end - node.index > _MOST_NODES:
        return None
    place = bisect_left(links, node.index)
    if place == len(links) or links[place] >= outline.nodes[node.parent].end or links[place] < node.end:
        return None
    text = outline.text(node.index)
    if not _LEAST_LETTERS <= len(text) < _MOST_LETTERS:
        return None
    weekday = reader.weekday(text)
    if weekday is not None:
        return node, weekday
    if node.tag in DAY_TAGS or DATE.search(node.names) or is_date(text) or _SHORT_DAY.fullmatch(text):
        found = reader.read(text)
        return (node, found) if found is not None else None
    return None
