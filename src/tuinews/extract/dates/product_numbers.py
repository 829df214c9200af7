"""Product numbers that look like a date without its year: "KX-12MAR", "SEP12-400W"."""

import re

from tuinews.extract.dates.vocabulary.vocabulary import MEANINGS, Kind

_NUMBER = re.compile(r"(?<![\w./:-])(?=[\w-]*[A-Za-z])[A-Za-z0-9]++(?:[-_]++[A-Za-z0-9]++)*+(?![\w/:])", re.ASCII)
_LETTERS_AT_DIGITS = re.compile(r"[A-Za-z][-_]?\d|\d[-_]?[A-Za-z]")
_PARTS = re.compile(r"[A-Za-z]+|\d+")
_DAY_IN_YEAR = re.compile(
    r"(?<!\d)(?:\d{1,2}[-_]?[A-Za-z]{3,9}[-_]?\d{4}|[A-Za-z]{3,9}[-_]?\d{1,2}[-_]\d{4})(?!\d)"
)


def without_product_numbers(text: str) -> str:
    """`text` without the words in which a month stands beside what no date has: other letters, a long number.

    A word with a day of a year in it is left: what is glued to a whole date is rather the word beside it.
    """
    if not _LETTERS_AT_DIGITS.search(text):
        return text
    return _NUMBER.sub(lambda match: "" if _is_product_number(match[0]) else match[0], text)


def _is_product_number(word: str) -> bool:
    if not _LETTERS_AT_DIGITS.search(word) or _DAY_IN_YEAR.search(word):
        return False
    parts = _PARTS.findall(word)
    meanings = [MEANINGS.get(part.lower()) for part in parts if part.isalpha()]
    if not any(meaning is not None and meaning.kind == Kind.MONTH for meaning in meanings):
        return False
    return None in meanings or any(part.isdigit() and len(part) not in (1, 2, 4) for part in parts)
