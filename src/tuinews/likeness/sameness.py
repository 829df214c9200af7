"""Whether two entries tell the same story: most of the words of one are in the other, and nothing speaks against.

What is written by a pattern (results, prices, weather, sentences) has the same words and other names and numbers:
so where each of two has names that the other lacks, or numbers, they are two stories, however alike they are.
Rather two rows for one story than one for two: what is folded away wrongly is not read.
"""

import re

from tuinews.likeness.features import Features

WINDOW = 2 * 24 * 3600.0
"""Seconds between two reports of one story at most."""

_COMMON = 0.7
"""Share of the words of the shorter one that the longer one has too, at least."""
_ROUGHLY_COMMON = 0.45
_ALL_COMMON = 0.85
_NEARLY_ALL = 0.95
"""Share of the words of the longer one where one has no names to tell it by, as in Thai or Chinese."""
_MANY_NUMBERS = 3
"""Numbers that tell what a thing is as names do."""
_SHARED_SPECIFICS = 2
_MANY_SHARED, _MANY_SHARED_NUMBERS = 6, 2
"""Names and numbers in both, and numbers among them, beside which fewer words need be the same."""
_COMMON_BESIDE_MANY = 0.55
_FEW_WORDS = 12
"""Words of title and summary together under which the titles alone must say it."""
_LEAST_WORDS = 5
_TITLES_ALIKE = 0.75

_NAMES_OF_TIME = (
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december today yesterday tonight"
)
_DAYS = frozenset(_NAMES_OF_TIME.split())
"""Names of time: against it only where both name one."""

_CORRECTION = re.compile(r"\b(?:corrects?|corrected|correction|dinh chinh|cap nhat|updates?|updated)\b")


def may_be_same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two entries have so many words in common (`rough_words`) that it is worth to compare them."""
    return len(one & other) >= _ROUGHLY_COMMON * min(len(one), len(other))


def is_same_story(one: Features, other: Features) -> bool:
    """Whether two entries of two sources tell the same story, as far as their words say it."""
    fewest = min(len(one.words), len(other.words))
    common = _common(one, other)
    enough = _COMMON_BESIDE_MANY if _share_many_specifics(one, other) else _COMMON
    if fewest < _LEAST_WORDS or common < enough or _contradict(one, other, common):
        return False
    nameless = not (one.names and other.names) and len(one.numbers & other.numbers) < _MANY_NUMBERS
    if one.is_aside is not other.is_aside or (nameless and not _nearly_equal(one, other)):
        return False
    if fewest < _FEW_WORDS:
        return _alike(one.title.ordered, other.title.ordered) >= _TITLES_ALIKE
    return common >= _ALL_COMMON or _share_specifics(one, other)


def is_restated(one: Features, other: Features) -> bool:
    """Whether an entry is another of the same source once more; less than that is the next part of a series."""
    return is_same_story(one, other) and _common(one, other) >= _ALL_COMMON and _share_specifics(one, other)


def _nearly_equal(one: Features, other: Features) -> bool:
    return len(one.words & other.words) >= _NEARLY_ALL * max(len(one.words), len(other.words))


def _common(one: Features, other: Features) -> float:
    """The share of the words of the one with fewer that the other has too."""
    return len(one.words & other.words) / max(1, min(len(one.words), len(other.words)))


def _share_specifics(one: Features, other: Features) -> bool:
    return len((one.names | one.numbers) & (other.names | other.numbers)) >= _SHARED_SPECIFICS


def _share_many_specifics(one: Features, other: Features) -> bool:
    """Whether two entries name the same people and places and count the same things: told in other words."""
    numbers = one.numbers & other.numbers
    names = (one.names & other.names) - _DAYS
    return len(numbers) >= _MANY_SHARED_NUMBERS and len(numbers) + len(names) >= _MANY_SHARED


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    words, others = set(one), set(other)
    return len(words & others) / len(words | others)


def _contradict(one: Features, other: Features, common: float) -> bool:
    """Whether each names something that the other lacks, or counts something else."""
    names, others = one.names - other.words, other.names - one.words
    if not one.names & _DAYS or not other.names & _DAYS:
        names, others = names - _DAYS, others - _DAYS
    if names and others:
        return True
    numbers, other_numbers = one.numbers - other.words, other.numbers - one.words
    if not numbers or not other_numbers:
        return False
    corrected = len(numbers) == len(other_numbers) == 1 and common >= _ALL_COMMON
    return not (corrected and (_is_corrected(one) or _is_corrected(other)))


def _is_corrected(one: Features) -> bool:
    """Whether an entry says of itself that it corrects another."""
    return any(_CORRECTION.search(" ".join(part.ordered)) for part in (one.title, one.body))
