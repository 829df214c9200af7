"""Lists that headings divide into days: an entry without a date of its own has that of the heading above it."""

from bisect import bisect_left
from collections import defaultdict
from dataclasses import replace

from tuinews.extract.listing.outline import HEADINGS, Node, Outline
from tuinews.extract.listing.patterns import DATE
from tuinews.extract.listing.records.leading_dates import is_date
from tuinews.extract.listing.records.page_dates import DateReader
from tuinews.extract.listing.records.records import Record
from tuinews.model.entry import Entry
from tuinews.model.when import When

_MOST_NODES = 40
"""Nodes of the heading of a day."""

_LEAST_LETTERS, _MOST_LETTERS = 2, 50
"""Characters of such a heading."""

_LEAST_DAYS = 2
"""Days that divide a list; a single one is the date of the page."""

_DAY_TAGS = HEADINGS | {"dt", "th", "time"}


def with_section_dates(
    outline: Outline, records: list[Record], entries: list[Entry], reader: DateReader
) -> list[Entry]:
    """The entries, those without a date with that of the day under whose heading they stand."""
    if all(entry.published for entry in entries):
        return entries
    links = sorted(record.link.node for record in records)
    days: dict[int, list[tuple[int, When]]] = defaultdict(list)
    for node in outline.nodes:
        found = _day(outline, node, links, reader)
        if found is not None:
            days[node.parent].append((node.end, found))
    dates: dict[int, When] = {}
    for parent, stated in days.items():
        if len({found.date for _, found in stated}) < _LEAST_DAYS:
            continue
        ends = [*(end for end, _ in stated[1:]), outline.nodes[parent].end]
        for (start, found), end in zip(stated, ends, strict=True):
            dates |= dict.fromkeys(links[bisect_left(links, start) : bisect_left(links, end)], found)
    return [
        entry if entry.published else replace(entry, published=dates.get(record.link.node))
        for entry, record in zip(entries, records, strict=True)
    ]


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
    if node.tag in _DAY_TAGS or DATE.search(node.names) or is_date(text):
        return reader.read(text)
    return None
