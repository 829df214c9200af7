"""Pages that tell all their news themselves, each part under a heading with its day: release notes, a log.

There is nothing that they link to, and a heading such as "2.1.0 (2026-11-30)" is a version and no headline to the
usual reading. So the days in the headings make the list.
"""

import re
from collections import Counter

from tuinews.extract.listing.links.links import Link
from tuinews.extract.listing.outline import HEADINGS, Outline
from tuinews.extract.listing.records.fields import Context
from tuinews.extract.listing.records.leading_dates import is_date
from tuinews.extract.listing.records.page_dates import DateReader, date_reader
from tuinews.model.entry import Entry
from tuinews.model.when import Precision, When
from tuinews.text import clean_line

_LEAST, _DAYS = 3, 3
"""Parts that make a list, and different days among them."""

_DATED = 0.8
"""Share of the headings of one level that must have their day."""

_LONGEST = 120
"""Characters of such a heading; a longer one is a sentence that mentions a day."""

_SUMMARY = 300
"""Characters of what is told of a part."""

_STAMPS = frozenset(("small", "time", "span", "em", "i"))
"""Elements of a heading that may hold nothing but its day."""

_PARTS = re.compile(r"\s[-–—|·:]+\s|[()\[\]]")
_EXACT = (Precision.DAY, Precision.HOUR, Precision.MINUTE)


def dated_parts(outline: Outline, headings: list[Link], context: Context) -> tuple[Entry, ...]:
    """The parts whose headings have a name to go to and a day; () where the page has none."""
    levels = Counter(outline.nodes[link.node].tag for link in headings)
    for level, count in levels.most_common():
        if count < _LEAST:
            break
        parts = [link for link in headings if outline.nodes[link.node].tag == level]
        titles = {link.node: _words(outline, link.node) for link in parts}
        reader = date_reader(outline, titles.values(), context.url, context.lang, context.now)
        days: dict[int, When] = {}
        for node, title in titles.items():
            found = _day(title, reader) if len(title) <= _LONGEST else None
            if found is not None:
                days[node] = found
        if len(days) >= _DATED * count and len({when.date for when in days.values()}) >= _DAYS:
            like = {link.signature for link in parts if link.node in days}
            return tuple(
                _entry(outline, link, _named(outline, link.node, titles[link.node]), days.get(link.node))
                for link in parts
                if link.signature in like  # what is not yet released has no day; a notice stands elsewhere
            )
    return ()


def _words(outline: Outline, heading: int) -> str:
    """The words of a heading, without the sign of its anchor ("#", "¶", "[#]")."""
    return outline.text_between(heading, outline.nodes[heading].end, _anchors(outline, heading))


def _anchors(outline: Outline, heading: int) -> set[int]:
    end = outline.nodes[heading].end
    inside = (node.index for node in outline.nodes[heading:end] if node.tag == "a")
    return {index for index in inside if not any(map(str.isalnum, outline.text(index)))}


def _named(outline: Outline, heading: int, words: str) -> str:
    """The title in a heading of these `words`: without its day, where that stands in an element of its own."""
    end = outline.nodes[heading].end
    inside = (node.index for node in outline.nodes[heading + 1 : end] if node.tag in _STAMPS)
    stamps = {index for index in inside if is_date(outline.text(index).strip("()[] "))}
    rest = outline.text_between(heading, end, stamps | _anchors(outline, heading)) if stamps else words
    return rest if any(map(str.isalnum, rest)) else words


def _day(title: str, reader: DateReader) -> When | None:
    """The day in a heading: in one of its parts, since a version beside a day is a run of numbers."""
    for part in (title, *_PARTS.split(title)):
        found = reader.read(part) if part else None
        if found is not None and found.precision in _EXACT and not found.approximate:
            return found
    return None


def _entry(outline: Outline, link: Link, title: str, day: When | None) -> Entry:
    return Entry(
        id=link.key,
        title=clean_line(title),
        url=link.url,
        summary=clean_line(_told(outline, link.node), _SUMMARY) or None,
        published=day,
    )


def _told(outline: Outline, heading: int) -> str:
    """What stands under a heading, up to the next one."""
    texts: list[str] = []
    for node in outline.nodes[outline.nodes[heading].end :]:
        if node.tag in HEADINGS or sum(map(len, texts)) > _SUMMARY:
            break
        if node.text.strip():
            texts.append(" ".join(node.text.split()))
    return " ".join(texts)
