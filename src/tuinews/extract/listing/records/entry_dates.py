"""The date of each record, from the most reliable source: markup, then text, then the date in the address."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from tuinews.extract.dates import date_in_url
from tuinews.extract.dates.stamps import date_of_epoch
from tuinews.extract.listing.links.link_words import BYLINE
from tuinews.extract.listing.outline import Node, Outline
from tuinews.extract.listing.patterns import DATE, LABEL
from tuinews.extract.listing.records.leading_dates import is_date, leading_date, trailing_date
from tuinews.extract.listing.records.page_dates import DateReader
from tuinews.extract.listing.records.records import Record
from tuinews.model.when import Precision, When

_ATTRIBUTES = (
    *("datetime", "data-datetime", "data-time", "data-date", "data-timestamp", "data-utime", "data-published"),
    *("data-epoch", "data-ts", "data-created", "data-unixtime", "ts", "title"),
)
_OF_TIME = re.compile(
    r"(?:data-)?(?:[\w-]*[-_])?(?:date|time|datetime|(?:time)?stamp|epoch|unix(?:time)?|livestamp|created|posted|"
    r"publish(?:ed)?|pub(?:date)?)(?:[-_]?(?:at|on|time|date|ts|utc|gmt|iso|ms|unix|value))?",
    re.IGNORECASE,
)
"""Names of other attributes for a script that counts the age: `data-unix`, `data-created-at`."""

_PIECES = re.compile(r"(\d{1,2}) (\d{1,2}) ((?:19|20)\d\d)")
"""Day, month and year that lines alone set apart."""

_DAY_FIGURES, _LONGEST_MONTH, _NODES_BETWEEN = 2, 14, 5
"""Figures of a day, characters of its month ("Tháng 03", "03/2026"), and nodes from one to the other."""

_OF_DATE = re.compile(r"date(?:Published|Created|Modified|Posted)|uploadDate|startDate", re.IGNORECASE)
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_DAY = re.compile(r"(?<!\d)\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d(?!\d)")
_UPDATED = re.compile(r"updat|modif", re.IGNORECASE)
_TAGS = frozenset(
    ("span", "p", "div", "li", "td", "small", "time", "abbr", "em", "i", "font", "dd", "dt", "h6", "b")
)
_SEPARATED = re.compile(r"[|•·/–—:,]|\s-\s")
_MAX_TEXT = 90
"""Characters of a text or attribute that may hold a date; a longer one is prose that mentions a date."""

_SHORT = 40
"""Characters under which a text with a date is a date line: the longest dates with weekday and time."""

_VERY_SHORT = 20
"""Characters under which a month or a year alone may be the date; in a longer text it is part of a sentence."""

_AGE_ALONE = re.compile(r"\d{1,2}[hdw]")
"""The shortest age, alone in its element: "2h". Of minutes and years it may be millions and measures as well."""

_LEAST_DATE, _LEAST_NAMED = 4, 2
"""Characters of the shortest date that is read ("9/04"), and in an element of dates ("昨日")."""

_MOST_WORDS = 14
"""Words of a line of parts between separators, of which one is a date; more are a sentence."""

_MOST_NODES = 12
"""Nodes of an element whose whole text may be a date line."""

_LONGEST_RUN = 1000
"""Characters of raw text, with its white space, that may be a date line."""

_NAMED, _IS_SHORT = 2.0, 1.0
"""Weights to choose among the dates of a record: a class of dates, a short text."""

_COARSE_LOSS, _AGE_LOSS = 2.0, 2.5
"""What a month or a year alone loses: as much as a class of dates is worth. A date told by its age loses more,
since "2 days ago" may be two days, and the page may print the day beside it."""

_PIECE_LOSS, _RUN_TOGETHER_LOSS = 0.5, 1.0
"""A single text loses to the whole element whose texts together tell day and time, and wins against one that does
not, since numbers run together there ("mod8", "1 day ago")."""

_AHEAD = timedelta(days=180)
"""How far ahead events are announced: half a year from a day that names none, to the nearer side."""

_LEAST_EVENTS = 3
"""Days to come from which a list is one of events."""

_COARSE = (Precision.MONTH, Precision.YEAR)


def stated_date(outline: Outline, record: Record, reader: DateReader, section: When | None = None) -> When | None:
    """The date that the record states; None where it says less than the address does.

    A day without its year is near the one in the address, else of the `section` of an archive: its year or month.
    """
    stamp = date_in_url(record.link.url)
    found = (
        _in_attributes(outline, record, reader, _known_names)
        or _in_text(outline, record, reader, stamp or section)
        or _in_attributes(outline, record, reader, _names_of_time)
    )
    return None if found is not None and stamp is not None and _is_coarser(found, stamp) else found


def days_to_come(
    outline: Outline, records: list[Record], dates: list[When | None], reader: DateReader
) -> set[str]:
    """The keys of the links to events: their days name no year, and go on into the future as the list goes on.

    Of the news of a year ago each is older than the one above it. `dates` are those that the records state.
    """
    if reader.now is None:
        return set()
    now, long_ago = When(reader.now).timestamp, When(reader.now - _AHEAD).timestamp
    if sum(date is not None and date.timestamp < long_ago for date in dates) < _LEAST_EVENTS:
        return set()
    later = replace(reader, now=reader.now + _AHEAD)
    read = {r.link.key: stated_date(outline, r, later) for r, date in zip(records, dates, strict=True) if date}
    known = {key: date.timestamp for key, date in read.items() if date is not None}
    coming = {key for key, moment in known.items() if moment > now}
    in_order = list(known.values()) == sorted(known.values())
    return coming if in_order and len(coming) >= max(_LEAST_EVENTS, len(known) / 2) else set()


def _in_attributes(
    outline: Outline, record: Record, reader: DateReader, names_of: Callable[[Node], list[str]]
) -> When | None:
    updated = None
    for node in outline.nodes[record.start : record.end]:
        for name in names_of(node) if node.attributes else ():
            value = node.attributes.get(name)
            if not value or len(value) > _MAX_TEXT or (node.tag == "a" and name == "title"):
                continue
            found = date_of_epoch(value) if name != "title" else None
            if found is None and (name == "datetime" or _ISO.search(value) or _is_day(value)):
                found = reader.read(value)
            if found is None:
                continue
            if not _UPDATED.search(f"{node.names} {name} {node.attributes.get('itemprop') or ''}"):
                return found
            updated = updated or found
    return updated


def _is_day(value: str) -> bool:
    """Whether an attribute is a day in figures with its year, and nothing else: "05/03/2026 14:00"."""
    return _DAY.search(value) is not None and _is_stamp(value)


def _known_names(node: Node) -> list[str]:
    known = [name for name in _ATTRIBUTES if name in node.attributes]
    # Microdata has what is not shown in elements of its own (schema.org, "datePublished").
    return (
        ["content"] if node.tag == "meta" and _OF_DATE.fullmatch(node.attributes.get("itemprop") or "") else known
    )


def _names_of_time(node: Node) -> list[str]:
    """Other attributes that may hold a moment; what the record prints goes before, in the time of its place."""
    return [name for name in node.attributes if name not in _ATTRIBUTES and _OF_TIME.fullmatch(name)]


def _in_text(outline: Outline, record: Record, reader: DateReader, stamp: When | None) -> When | None:
    best: tuple[float, When] | None = None
    title = range(record.link.inner, outline.nodes[record.link.inner].end)
    for node in outline.nodes[record.start : record.end]:
        text, names = _candidate(outline, node, record.link.inner)
        if not _LEAST_NAMED <= len(text) < _MAX_TEXT or (node.index in title and not _is_stamp(text)):
            continue
        named = bool(DATE.search(names))
        if len(text) < _LEAST_DATE and text.isascii() and not named and not _AGE_ALONE.fullmatch(text):
            continue
        most = (_NAMED if named else 0) + (_IS_SHORT if len(text) < _SHORT else 0)
        if (best is not None and most <= best[0]) or not _may_state_date(text, names):
            continue
        found = reader.read(text, stamp)
        if found is None or (_is_coarse(found) and not (named or len(text) < _VERY_SHORT)):
            continue
        weight = most - _loss(found, is_whole=not node.is_text)
        if best is None or weight > best[0]:
            best = weight, found
    return best[1] if best else None


def _candidate(outline: Outline, node: Node, title: int) -> tuple[str, str]:
    """The text of a node that may be a date, and the class names around it; `title` is the headline's node."""
    if node.is_text:
        holder = outline.nodes[node.parent]
        above = outline.nodes[holder.parent].names if holder.parent >= 0 else ""
        text = " ".join(node.text.split()) if len(node.text) < _LONGEST_RUN else ""
        if len(text) >= _SHORT:
            text = leading_date(text)[0] or trailing_date(text)[0] or (text if len(text) < _MAX_TEXT else "")
        elif text.isdecimal() and len(text) <= _DAY_FIGURES:
            text = f"{text} {_next_text(outline, node.index)}".rstrip()
        return text, f"{holder.names} {above}"
    if node.tag in _TAGS and 2 < node.end - node.index <= _MOST_NODES:
        return _spaced(outline, node, title), node.names
    return "", ""


def _next_text(outline: Outline, index: int) -> str:
    """The short text in an element beside that of a number: the month of a day."""
    for node in outline.nodes[index + 1 : index + _NODES_BETWEEN]:
        if text := node.text.strip():
            return " ".join(text.split()) if len(text) <= _LONGEST_MONTH else ""
        if node.tag == "a":
            return ""
    return ""


def _spaced(outline: Outline, node: Node, title: int) -> str:
    """The texts of a small element set apart by spaces, as "14:00" and "4/3/2026" are seen; not the headline's."""
    headline = range(title, outline.nodes[title].end) if node.index < title else ()
    texts = (n.text for n in outline.nodes[node.index : node.end] if n.text and n.index not in headline)
    spaced = " ".join(" ".join(texts).split())
    return _PIECES.sub(r"\1/\2/\3", spaced) if spaced.replace(" ", "").isdecimal() else spaced


def _may_state_date(text: str, names: str) -> bool:
    """Whether a text is a date with little else, and not a sentence that mentions one."""
    if len(text) < _SHORT or DATE.search(names) or LABEL.search(names) or BYLINE.match(text):
        return True
    return bool(_SEPARATED.search(text)) and len(text.split()) <= _MOST_WORDS


def _is_stamp(text: str) -> bool:
    """Whether a text in a headline says when and nothing else: mostly figures, or words of time around one."""
    figures = sum(c.isdigit() for c in text)
    if len(text) >= _SHORT or not figures:
        return False
    return 2 * figures > sum(c.isalnum() for c in text) or is_date(text)


def _is_coarser(when: When, stamp: When) -> bool:
    return _is_coarse(when) and (when.precision, stamp.precision) != (Precision.MONTH, Precision.MONTH)


def _loss(when: When, *, is_whole: bool) -> float:
    """What a date loses: one told by its age, a coarse one, the texts of a whole element together."""
    loss = _AGE_LOSS * when.approximate + _COARSE_LOSS * _is_coarse(when)
    if not is_whole:
        return loss + _PIECE_LOSS
    tells_time = when.precision is Precision.MINUTE and not when.approximate
    return loss if tells_time else loss + _RUN_TOGETHER_LOSS


def _is_coarse(when: When) -> bool:
    return when.precision in _COARSE and not when.approximate
