"""Cuts a feed down to its newest entries before it is parsed, and to whole ones where its end is missing."""

import heapq
import json
import re
from contextlib import suppress

from tuinews.extract.feed.dates.feed_dates import feed_date
from tuinews.late import late_pattern

_START = late_pattern(r"<(?:[A-Za-z][\w.\-]*:)?(?:item|entry)[\s/>]", re.IGNORECASE)
_DATE = late_pattern(r"<(?:\w+:)?(?:pubdate|updated|published|modified|issued|date)>([^<]{1,60})<", re.IGNORECASE)
_END = late_pattern(r"</(?:[A-Za-z][\w.\-]*:)?(?:item|entry)\s*>", re.IGNORECASE)
_LAST = late_pattern(r"</(?:[A-Za-z][\w.\-]*:)?(?:item|entry|url|sitemap)\s*>", re.IGNORECASE)
_ITEMS = late_pattern(r'"items"\s*:\s*\[\s*')
_COMMA = late_pattern(r"\s*,\s*")
_SNIFFED = 1000
"""Letters at the beginning in which a document says that it is JSON."""

_SAMPLES = 64
"""Entries whose dates are read to find the order of a feed."""


def newest(text: str, limit: int) -> str:
    """`text` with at most its `limit` newest entries, in their order.

    Most feeds go from new to old and some from old to new: a sample shows which. All dates are read only for
    a feed in neither order. Without dates the first entries are kept.
    """
    if text.count("item") + text.count("entry") <= limit:
        return text
    starts = [found.start() for found in _START.finditer(text)]
    if len(starts) <= limit:
        return text
    kept = _chosen(text, [*starts, len(text)], limit)
    ends = [*starts[1:], len(text)]
    closing = max((found.end() for found in _END.finditer(text, starts[-1])), default=len(text))
    parts = [text[: starts[0]]]
    parts.extend(text[starts[i] : min(ends[i], closing)] for i in kept)
    return "".join([*parts, text[closing:]])


def whole_entries(text: str) -> str | None:
    """`text`, of which the end is missing, up to its last whole entry; None where it has none."""
    if text[:_SNIFFED].lstrip("\ufeff \t\r\n").startswith("{"):
        return _whole_items(text)
    ends = [found.end() for found in _LAST.finditer(text)]
    return text[: ends[-1]] if ends else None


def _whole_items(text: str) -> str | None:
    """The beginning of a JSON feed with its last whole item, and closed."""
    items = _ITEMS.search(text)
    decoder = json.JSONDecoder(strict=False)
    place = items.end() if items else len(text)
    end = None
    with suppress(ValueError, RecursionError):
        while place < len(text):
            _, end = decoder.raw_decode(text, place)
            comma = _COMMA.match(text, end)
            if comma is None:
                break
            place = comma.end()
    return None if end is None else f"{text[:end]}]}}"


def _chosen(text: str, bounds: list[int], limit: int) -> list[int] | range:
    count = len(bounds) - 1
    sample = [_stamp(text, bounds, i) for i in range(0, count, max(1, count // _SAMPLES))]
    dated = [stamp for stamp in sample if stamp]
    if dated == sorted(dated, reverse=True):
        return range(limit)
    if dated == sorted(dated):
        return range(count - limit, count)
    return sorted(heapq.nlargest(limit, range(count), key=lambda i: _stamp(text, bounds, i)))


def _stamp(text: str, bounds: list[int], index: int) -> float:
    found = _DATE.search(text, bounds[index], min(bounds[index + 1], bounds[index] + 20_000))
    moment = feed_date(found[1]) if found else None
    return moment.timestamp() if moment else 0.0
