"""Whether two entries tell the same story: in the same words or in others, and nothing speaks against it.

What is written by a pattern (results, prices, weather, sentences) has the same words, and another name or number
in its place: those are two stories, however alike they are. What one report says and the other leaves out is not
a sign of two. Rather two rows for one story than one for two: what is folded away wrongly is not read.
"""

import re

from tuinews.similarity.event_kinds import happenings
from tuinews.similarity.features import Features
from tuinews.similarity.places import others_in_place
from tuinews.similarity.same_event import score

WINDOW = 2 * 24 * 3600.0
"""Seconds between two reports of one story at most."""

_COMMON = 0.7
"""Share of the words of the shorter one that the longer one has too, at least."""
_ALL_COMMON = 0.85
"""The same share from which nothing specific need be in both."""

_NEARLY_ALL = 0.95
"""Share of the words of the longer one where one has no names to tell it by, as in Thai or Chinese."""
_MANY_NUMBERS = 3
"""Numbers that tell what a thing is as names do."""
_SHARED_SPECIFICS = 2
"""Names and numbers that both must have where words say that the same happened."""

_MANY_SPECIFICS = 4
"""Names and numbers that both must have where no word says that the same happened: else it is two guides to one
subject, or a language whose happenings are not known."""
_MOST_CORRECTED = 2
"""Numbers that a corrected version has otherwise, at most."""
_LIKELY = 0.4
"""Log-odds (`retelling.score`) from which two reports in other words are one."""
_LIKELY_BRIEFLY = 1.0
"""The same of two that are short: what one leaves out says less against it."""
_COPIED_LATER = 5 * 3600.0
"""Seconds that count between two reports in the same words, at most: a copy is one the next morning too."""
_FEW_WORDS = 12
"""Words of title and summary together under which the titles alone must say it."""
_LEAST_WORDS = 5
"""Words of title and summary together under which an entry tells too little to be compared."""

_TITLES_ALIKE = 0.75
"""Likeness of two titles, word by word, from which they are the same."""

_NAMES_OF_TIME = (
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december today yesterday tonight"
)
_DAYS = frozenset(_NAMES_OF_TIME.split())
"""Names of time: against it only where both name one."""

_OF_CONTESTS = frozenset(happenings(["beat"]))
"""The kind of happening that a contest ends in."""

_IN_THE_WAKE = frozenset(happenings(["cancelled", "shares", "gridlock", "nghỉ", "học"]))
"""Kinds of happenings that another one brings about, and that are told beside it."""

_NAMES_OF_CLASSES = (
    "women womens women's ladies nu futsal junior juniors youth doubles mixed u15 u16 u17 u18 u19 u20 u21 u22 u23"
)
_CLASSES = frozenset(_NAMES_OF_CLASSES.split())
"""Words that tell one team or contest of a name from another; without marks `nu` is Vietnamese `nữ`."""

_CORRECTION = re.compile(r"\b(?:corrects?|corrected|correction|dinh chinh|cap nhat|updates?|updated)\b")


def is_same_story(one: Features, other: Features, apart: float = 0.0) -> bool:
    """Whether two entries of two sources, `apart` seconds from each other, tell the same story, as far as their
    words say it."""
    fewest = min(len(one.words), len(other.words))
    if fewest < _LEAST_WORDS or one.is_aside is not other.is_aside:
        return False
    if _are_contests_of_two_classes(one, other):
        return False
    told_by_names = (one.names and other.names) or one.names_shared(other)
    nameless = not told_by_names and len(one.numbers & other.numbers) < _MANY_NUMBERS
    if nameless and not _nearly_equal(one, other):
        return False
    if _common(one, other) < _ALL_COMMON and (_is_consequence(one, other) or _is_consequence(other, one)):
        return False
    if fewest < _FEW_WORDS and _is_briefly_retold(one, other, apart):
        return True
    if _common(one, other) < _COMMON:
        return fewest >= _FEW_WORDS and _is_retold(one, other, apart)
    return not _is_other_in_its_place(one, other) and _is_copied(one, other, apart, fewest)


def _are_contests_of_two_classes(one: Features, other: Features) -> bool:
    """Whether both tell who won, and one of the women, the young ones or another class that the other says nothing
    of: clubs and countries meet in several."""
    if one.happenings.isdisjoint(_OF_CONTESTS) or other.happenings.isdisjoint(_OF_CONTESTS):
        return False
    return one.words & _CLASSES != other.words & _CLASSES


def _is_consequence(one: Features, other: Features) -> bool:
    """Whether the title of one tells of nothing but what an event does to traffic, flights, schools or shares, and
    the other says nothing of that."""
    told = one.title.happenings
    return bool(told) and told <= _IN_THE_WAKE and told.isdisjoint(other.happenings)


def _is_retold(one: Features, other: Features, apart: float) -> bool:
    """Whether two reports in other words are one. Two guides or comments are not, whatever they name."""
    least = _MANY_SPECIFICS if one.happenings.isdisjoint(other.happenings) else _SHARED_SPECIFICS
    if one.is_aside or _specifics_in_common(one, other) < least:
        return False
    return score(one, other, apart) >= _LIKELY


def _is_briefly_retold(one: Features, other: Features, apart: float) -> bool:
    """Whether two short reports are one: of the same kind of happening, with many names and numbers in common, and
    none in another's place."""
    if one.is_aside or one.happenings.isdisjoint(other.happenings):
        return False
    if _specifics_in_common(one, other) < _MANY_SPECIFICS or _is_other_in_its_place(one, other):
        return False
    return score(one, other, apart) >= _LIKELY_BRIEFLY


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
    """Whether two entries have so many names and numbers in common that they may be about one thing; a weekday in
    both is none."""
    return _specifics_in_common(one, other) - len(one.names_shared(other) & _DAYS) >= _SHARED_SPECIFICS


def _specifics_in_common(one: Features, other: Features) -> int:
    return len(one.names_shared(other)) + len(one.counts_shared(other))


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    words, others = set(one), set(other)
    return len(words & others) / len(words | others)


def _is_other_in_its_place(one: Features, other: Features) -> bool:
    """Whether both say the same with another name or another number at one place, as reports by a pattern do."""
    names, others = one.names - other.words, other.names - one.words
    if not one.names & _DAYS or not other.names & _DAYS:
        names, others = names - _DAYS, others - _DAYS
    numbers, other_numbers = one.numbers - other.words, other.numbers - one.words
    is_mended = max(len(numbers), len(other_numbers)) <= _MOST_CORRECTED and (
        _is_corrected(one) or _is_corrected(other)
    )
    return others_in_place(one, other, names, others) > 0 or (
        not is_mended and others_in_place(one, other, numbers, other_numbers) > 0
    )


def _is_corrected(one: Features) -> bool:
    """Whether an entry says of itself that it corrects another."""
    return any(_CORRECTION.search(" ".join(part.ordered)) for part in (one.title, one.body))
