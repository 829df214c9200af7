"""Dates at the beginning of a text, "3 March 2026 - The bridge…", ", 03/03/2026. The bridge…", or in brackets at
its end."""

import re

from tuinews.extract.dates import is_only_a_date, parse_date, words_beside
from tuinews.extract.listing.links.link_words import BYLINE, READING_TIME

_MARKS = " \t\u00a0,;:|·•–—-([)]."
_BRACKETS = re.compile(r"\s*[(\[（【]([^()\[\]（）【】]{4,40})[)\]）】]\s*\.?$")
_END = re.compile(r"[)\].|–—:·•](?=\s|$)|\s-(?=\s)")
_LONGEST = 60
"""Characters of such a date with its marks."""

_LONGEST_LINE, _LONGEST_PART = 80, 30
"""Characters of a line of dates, and of a part of it, such as a name or a section."""

_JOINING = frozenset(
    ("and", "und", "et", "y", "e", "en", "och", "og", "và", "и", "&", "de", "van", "von", "der", "on")
)
_MOST_NAMES = 6
"""Words in capitals beside a date that may be names."""

_PARTED = re.compile(r"[|•·–—/]|\s-\s|,\s")
_LEAST = 4
"""Characters of the shortest date."""


_DAY = r"(?:\d{1,2}([./-])\d{1,2}\1(?:\d\d)?\d\d|\d{4}([./-])\d{1,2}\2\d{1,2})"
_NUMERIC = re.compile(rf"(?:\d{{1,2}}[:h]\d\d[\s,|-]+)?{_DAY}\.?(?:[\s,|-]+\d{{1,2}}[:h]\d\d(?::\d\d)?)?")
"""A date in numbers alone, with a time of day."""


def is_date(text: str) -> bool:
    """Whether a text is a date and nothing else, in words or in numbers."""
    return bool(_NUMERIC.fullmatch(text)) or is_only_a_date(text)


def is_stamp_line(text: str) -> bool:
    """Whether a text says when an article came, and at most who wrote it, where, and how long it takes to read."""
    if len(text) > _LONGEST_LINE:
        return False
    if _is_byline(text) or READING_TIME.search(text):
        return True
    if not any(c.isdigit() for c in text) and "月" not in text:
        return False
    if is_date(text) or (parse_date(text) is not None and not words_beside(text)):
        return True
    parts = [part.strip() for part in _PARTED.split(text) if part.strip()]
    return len(parts) > 1 and any(map(is_date, parts)) and all(len(part) <= _LONGEST_PART for part in parts)


def _is_byline(text: str) -> bool:
    """Whether a text names who wrote something: "Por Luis Prado", and not "Por qué el tren…"."""
    begun = BYLINE.match(text)
    if begun is None:
        return False
    if is_date(text[begun.end() :]) or any(map(is_date, _PARTED.split(text))):
        return True
    names = [word for word in words_beside(text[begun.end() :]) if word.lower() not in _JOINING]
    return 0 < len(names) <= _MOST_NAMES and all(word[:1].isupper() for word in names)


def leading_date(text: str) -> tuple[str, str]:
    """The date that a text begins with, and what follows it; "" and the text where it begins with none."""
    begun = text[:_LONGEST]
    if not any(map(str.isdigit, begun)):
        return "", text
    for end in reversed(list(_END.finditer(begun))):
        piece = begun[: end.start()].strip(_MARKS)
        if len(piece) >= _LEAST and any(c.isdigit() for c in piece) and is_date(piece):
            return piece, text[end.end() :].lstrip(_MARKS)
    return "", text


def trailing_date(text: str) -> tuple[str, str]:
    """The date in brackets with which a text ends, and what stands before it; "" and the text where there is none.

    A year alone says what the sentence is about.
    """
    found = _BRACKETS.search(text[-_LONGEST:])
    if found is None or found[1].strip().isdecimal() or not is_date(found[1].strip()):
        return "", text
    return found[1].strip(), text[: len(text) - len(found[0])].rstrip()
