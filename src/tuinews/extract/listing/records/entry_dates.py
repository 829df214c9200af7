"""The date that a record states of its article, in the order of trust: markup, text, the stamp in the address."""

import re
from dataclasses import replace

from tuinews.extract.dates import date_in_url
from tuinews.extract.listing.links.link_words import BYLINE
from tuinews.extract.listing.outline import HEADINGS, Node, Outline
from tuinews.extract.listing.patterns import DATE, LABEL
from tuinews.extract.listing.records.page_dates import DateReader
from tuinews.extract.listing.records.records import Record
from tuinews.model.entry import Entry
from tuinews.model.when import Precision, When

_ATTRIBUTES = ("datetime", "data-datetime", "data-time", "data-date", "data-timestamp", "data-utime", "title")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_UPDATED = re.compile(r"updat|modif", re.IGNORECASE)
_TAGS = frozenset(
    ("span", "p", "div", "li", "td", "small", "time", "abbr", "em", "i", "font", "dd", "dt", "h6", "b")
)
_SEPARATED = re.compile(r"[|•·/–—:,]|\s-\s")
_MAX_TEXT = 90
_SHORT = 40
_COARSE = (Precision.MONTH, Precision.YEAR)
_REACH = 40
_HEADING = 50


def date_of(outline: Outline, record: Record, reader: DateReader) -> When | None:
    """When the article was published, as its record or its address says."""
    stamp = date_in_url(record.link.url)
    return _in_attributes(outline, record, reader) or _in_text(outline, record, reader, stamp) or stamp


def with_section_dates(
    outline: Outline, records: list[Record], entries: list[Entry], reader: DateReader
) -> list[Entry]:
    """Give entries without a date that of the heading above them, where the list is cut into days by headings."""
    if not records or any(entry.published for entry in entries):
        return entries
    stated: list[When | None] = []
    end = 0
    for record in records:
        found = None
        for node in outline.nodes[max(end, record.start - _REACH) : record.start]:
            heads = (
                node.tag in HEADINGS
                or node.tag in ("dt", "th", "time")
                or (node.names and DATE.search(node.names))
            )
            text = outline.text(node.index) if heads and node.end - node.index < _REACH else ""
            if 4 < len(text) < _HEADING:
                found = reader.read(text) or found
        stated.append(found)
        end = max(end, record.end)
    if sum(one is not None for one in stated) < 2 or stated[0] is None:
        return entries
    dated: list[Entry] = []
    current = None
    for entry, one in zip(entries, stated, strict=True):
        current = one or current
        dated.append(replace(entry, published=current))
    return dated


def _in_attributes(outline: Outline, record: Record, reader: DateReader) -> When | None:
    updated = None
    for node in outline.nodes[record.start : record.end]:
        for name in _ATTRIBUTES if node.attributes else ():
            value = node.attributes.get(name)
            if not value or len(value) > _MAX_TEXT or (node.tag == "a" and name == "title"):
                continue
            found = reader.read(value) if name == "datetime" or _ISO.search(value) else None
            if found is None:
                continue
            if not _UPDATED.search(node.names + (node.attributes.get("itemprop") or "")):
                return found
            updated = updated or found
    return updated


def _in_text(outline: Outline, record: Record, reader: DateReader, stamp: When | None) -> When | None:
    best: tuple[float, When] | None = None
    title = range(record.link.inner, outline.nodes[record.link.inner].end)
    for node in outline.nodes[record.start : record.end]:
        text, names = _candidate(outline, node)
        if not 3 < len(text) < _MAX_TEXT or (node.index in title and not _is_stamp(text)):
            continue
        weight = (2 if DATE.search(names) else 0) + (1 if len(text) < _SHORT else 0) + (0 if node.is_text else 0.5)
        if (best is not None and weight <= best[0]) or not _may_state_date(text, names):
            continue
        found = reader.read(text, stamp)
        if found is not None and (not _is_coarse(found) or DATE.search(names) or len(text) < 20):
            best = weight - 2 * _is_coarse(found), found
    return best[1] if best else None


def _candidate(outline: Outline, node: Node) -> tuple[str, str]:
    """The text that a node may state a date with, and the names of what holds it."""
    if node.is_text:
        holder = outline.nodes[node.parent]
        above = outline.nodes[holder.parent].names if holder.parent >= 0 else ""
        return " ".join(node.text.split()) if len(node.text) < 1000 else "", f"{holder.names} {above}"
    if node.tag in _TAGS and 2 < node.end - node.index <= 12:
        return outline.text(node.index), node.names
    return "", ""


def _may_state_date(text: str, names: str) -> bool:
    """Whether a text is a date with little round it, and not a sentence that mentions one."""
    if len(text) < _SHORT or DATE.search(names) or LABEL.search(names) or BYLINE.match(text):
        return True
    return bool(_SEPARATED.search(text)) and len(text.split()) <= 14


def _is_stamp(text: str) -> bool:
    return len(text) < _SHORT and 2 * sum(c.isdigit() for c in text) > sum(c.isalnum() for c in text)


def _is_coarse(when: When) -> bool:
    return when.precision in _COARSE and not when.approximate
