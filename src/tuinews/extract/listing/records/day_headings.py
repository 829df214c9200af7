"""Lists that headings divide into days: an entry without a date of its own has that of the heading above it."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from tuinews.extract.listing.outline import HEADINGS, Node, Outline
from tuinews.extract.listing.patterns import DATE
from tuinews.extract.listing.records.leading_dates import is_date
from tuinews.extract.listing.records.page_dates import DateReader
from tuinews.extract.listing.records.records import Record
from tuinews.extract.listing.records.table_days import table_days
from tuinews.model.entry import Entry
from tuinews.model.when import When

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
    if all(entry.published for entry in entries):
        return entries
    links = sorted(record.link.node for record in records)
    stated = [(node, found) for node in outline.nodes if (found := _day(outline, node, links, reader)) is not None]
    dates = table_days(outline, links, reader)
    for levels in range(MOST_LEVELS):
        for start, end, found in section_spans(outline, stated, levels):
            for link in links[bisect_left(links, start) : bisect_left(links, end)]:
                dates.setdefault(link, found)
    return [
        entry if entry.published else replace(entry, published=dates.get(record.link.node))
        for entry, record in zip(entries, records, strict=True)
    ]


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


def _day(outline: Outline, node: Node, links: list[int], reader: DateReader) -> When | None:
    """The day that an element states as a heading: alone, and with articles behind it in the same element."""
    if not node.tag or node.parent < 0 or node.end - node.index > _MOST_NODES:
        return None
    place = bisect_left(links, node.index)
    if place == len(links) or links[place] >= outline.nodes[node.parent].end or links[place] < node.end:
        return None
    text = outline.text(node.index)
    if not _LEAST_LETTERS <= len(text) < _MOST_LETTERS:
        return None
    if node.tag in DAY_TAGS or DATE.search(node.names) or is_date(text) or _SHORT_DAY.fullmatch(text):
        return reader.read(text)
    return None
