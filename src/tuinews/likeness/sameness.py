"""Whether two entries tell the same story: in the same words or in others, and nothing speaks against it.

What is written by a pattern (results, prices, weather, sentences) has the same words, and another name or number
in its place: those are two stories, however alike they are. What one report says and the other leaves out is no
sign of two. Rather two rows for one story than one for two: what is folded away wrongly is not read.
"""

import re
from itertools import pairwise

from tuinews.likeness.features import Features
from tuinews.likeness.retelling import score

WINDOW = 2 * 24 * 3600.0
"""Seconds between two reports of one story at most."""

_COMMON = 0.7
"""Share of the words of the shorter one that the longer one has too, at least."""
_ALL_COMMON = 0.85
_NEARLY_ALL = 0.95
"""Share of the words of the longer one where one has no names to tell it by, as in Thai or Chinese."""
_MANY_NUMBERS = 3
"""Numbers that tell what a thing is as names do."""
_SHARED_SPECIFICS = 2
_MOST_CORRECTED = 2
"""Numbers that a corrected version has otherwise, at most."""
_LIKELY = 0.75
"""Log-odds (`retelling.score`) from which two reports in other words are one."""
_COPIED_LATER = 5 * 3600.0
"""Seconds that count between two reports in the same words, at most: a copy is one the next morning too."""
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


def is_same_story(one: Features, other: Features, apart: float = 0.0) -> bool:
    """Whether two entries of two sources, `apart` seconds from each other, tell the same story, as far as their
    words say it."""
    fewest = min(len(one.words), len(other.words))
    if fewest < _LEAST_WORDS or one.is_aside is not other.is_aside:
        return False
    nameless = not (one.names and other.names) and len(one.numbers & other.numbers) < _MANY_NUMBERS
    if nameless and not _nearly_equal(one, other):
        return False
    if _common(one, other) < _COMMON:
        return fewest >= _FEW_WORDS and has_specifics_in_common(one, other) and score(one, other, apart) >= _LIKELY
    return not _is_other_in_its_place(one, other) and _is_copied(one, other, apart, fewest)


def _is_copied(one: Features, other: Features, apart: float, fewest: int) -> bool:
    """Whether two entries with most of their words in common, of which the shorter has `fewest`, are one."""
    if fewest < _FEW_WORDS:
        return _alike(one.title.ordered, other.title.ordered) >= _TITLES_ALIKE
    if _common(one, other) < _ALL_COMMON and not has_specifics_in_common(one, other):
        return False
    return _nearly_equal(one, other) or score(one, other, min(apart, _COPIED_LATER)) >= 0


def is_restated(one: Features, other: Features, apart: float = 0.0) -> bool:
    """Whether an entry is another of the same source once more; less than that is the next part of a series."""
    return (
        _common(one, other) >= _ALL_COMMON
        and has_specifics_in_common(one, other)
        and is_same_story(one, other, apart)
    )


def _nearly_equal(one: Features, other: Features) -> bool:
    return len(one.words & other.words) >= _NEARLY_ALL * max(len(one.words), len(other.words))


def _common(one: Features, other: Features) -> float:
    """The share of the words of the one with fewer that the other has too."""
    return len(one.words & other.words) / max(1, min(len(one.words), len(other.words)))


def has_specifics_in_common(one: Features, other: Features) -> bool:
    """Whether two entries have so many names and numbers in common that they may be about one thing."""
    return len((one.names | one.numbers) & (other.names | other.numbers)) >= _SHARED_SPECIFICS


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    words, others = set(one), set(other)
    return len(words & others) / len(words | others)


def _is_other_in_its_place(one: Features, other: Features) -> bool:
    """Whether both say the same with another name or another number at one place, as reports by a pattern do.

    A place is known by the word before it or behind it.
    """
    names, others = one.names - other.words, other.names - one.words
    if not one.names & _DAYS or not other.names & _DAYS:
        names, others = names - _DAYS, others - _DAYS
    numbers, other_numbers = one.numbers - other.words, other.numbers - one.words
    is_mended = max(len(numbers), len(other_numbers)) <= _MOST_CORRECTED and (
        _is_corrected(one) or _is_corrected(other)
    )
    alone, others_alone = (names, others) if is_mended else (names | numbers, others | other_numbers)
    if not alone or not others_alone:
        return False
    return not _places(one, alone).isdisjoint(_places(other, others_alone))


def _places(one: Features, specifics: frozenset[str]) -> set[tuple[bool, str]]:
    """The words before (False) and behind (True) these names and numbers, as far as they are none themselves."""
    found: set[tuple[bool, str]] = set()
    for part in (one.title.ordered, one.body.ordered):
        for before, after in pairwise(part):
            if after in specifics and before not in specifics:
                found.add((False, before))
            if before in specifics and after not in specifics:
                found.add((True, after))
    return found


def _is_corrected(one: Features) -> bool:
    """Whether an entry says of itself that it corrects another."""
    return any(_CORRECTION.search(" ".join(part.ordered)) for part in (one.title, one.body))
