"""What the other dates of a page tell of one that may be read either way: a number over twelve is a day."""

import re
from collections.abc import Iterable

_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(?:19|20)?\d\d(?![\d/-])")
_LAST_OF_MONTHS = 12
"""A greater number in a numeric date is a day."""

_LONGEST = 200
"""Characters of a text whose numeric dates are the page's own; longer texts quote others."""


def english_of(texts: Iterable[str]) -> str | None:
    """The English whose order of numbers the dates in these texts have: "en-US" with the month first, "en-GB" with
    the day; None if no number tells, or some tell one and some the other.
    """
    first = second = False
    for text in texts:
        for found in _NUMERIC.finditer(text) if len(text) < _LONGEST else ():
            first = first or int(found[1]) > _LAST_OF_MONTHS
            second = second or int(found[3]) > _LAST_OF_MONTHS
    return None if first is second else "en-US" if second else "en-GB"


def language_of_numbers(lang: str | None, texts: Iterable[str]) -> str | None:
    """The language tag to read the dates of a page with: `lang`, unless that is English of no region and the
    `texts` of the page tell which it is.
    """
    return (english_of(texts) or lang) if (lang or "").lower() == "en" else lang
