"""Dates at the beginning of a text: "3 March 2026 - The bridge…", ", 03/03/2026. The bridge…"."""

import re

from tuinews.extract.dates import is_only_a_date

_MARKS = " \t\u00a0,;:|·•–—-([)]."
_END = re.compile(r"[)\].|–—:·•](?=\s|$)|\s-(?=\s)")
_LONGEST = 60
"""Characters of such a date with its marks."""

_LEAST = 4
"""Characters of the shortest date."""


_DAY = r"(?:\d{1,2}([./-])\d{1,2}\1(?:\d\d)?\d\d|\d{4}([./-])\d{1,2}\2\d{1,2})"
_NUMERIC = re.compile(rf"(?:\d{{1,2}}[:h]\d\d[\s,|-]+)?{_DAY}\.?(?:[\s,|-]+\d{{1,2}}[:h]\d\d(?::\d\d)?)?")
"""A date in numbers alone, with a time of day."""


def is_date(text: str) -> bool:
    """Whether a text is a date and nothing else, in words or in numbers."""
    return bool(_NUMERIC.fullmatch(text)) or is_only_a_date(text)


def leading_date(text: str) -> tuple[str, str]:
    """The date that a text begins with, and what follows it; "" and the text where it begins with none."""
    begun = text[:_LONGEST]
    if not any(c.isdigit() for c in begun):
        return "", text
    for end in reversed(list(_END.finditer(begun))):
        piece = begun[: end.start()].strip(_MARKS)
        if len(piece) >= _LEAST and any(c.isdigit() for c in piece) and is_date(piece):
            return piece, text[end.end() :].lstrip(_MARKS)
    return "", text
