"""Whether two reports in other words tell one thing: who is named, what is counted, what happened, and when.

Two desks that write of one event choose other words, another order and other details; of the words of the shorter
report a third is in the other. What they share is the names and the numbers and the kind of thing that happened
(`event_kinds`), and what the title of one says stands somewhere in the other. Where the title of each tells of a
thing that the other does not have, one is what came of it: an arrest after a fire. What comes hours later with the
same names is more often the next part of the story.

The weights are those of a logistic regression over the pairs of `tests/quality/stories` that are there to make
rules with (`python tests/quality/stories/weigh.py` prints them).
"""

import re
from collections.abc import Set
from math import log1p

from tuinews.quick_dataclass import dataclass
from tuinews.similarity.features import Features
from tuinews.similarity.places import others_in_place

_LEAST_HOURS, _MOST_HOURS = 2.0, 12.0
"""Hours between two reports between which it makes a difference how many there are."""
_MOST_COUNTED = 2
"""Differences of a kind that are counted; more say nothing more."""

_MOST_COUNTS = 3
"""Counts ("12 dead") that are counted."""

_UNTOLD = 0.5
"""How alike names are of which neither title has any."""

_UNKNOWN = 0.5
"""What is added below the line where names are few, so that one shared name is not all there is."""
_COUNT = re.compile(r"(?!\d{1,2}/\d{1,2}$)\d.*[1-9]0*")
"""A number that is not round, no single digit and no date: two reports hardly have it by chance."""


@dataclass(frozen=True, slots=True)
class SameEventSigns:
    """What speaks for and against two reports being one."""

    more_titled: float
    """Of the words of a title, the share that the other report has anywhere: the larger of the two shares."""
    other_numbers: float
    """How many numbers of its title the other report has nowhere: the fewer of the two, two at most."""
    names_alike: float
    """Names in both beside those that each has alone, from 0 to 1; half where neither has any, as in scripts
    without capitals: they cannot say it."""
    other_places: float
    """At how many places both have another name, as reports by a pattern do; two at most."""
    numbers_alike: float
    """Numbers in both beside those that each has alone."""
    counts: float
    """How many numbers that are neither dates nor round and of several digits are in both, three at most."""
    hours: float
    """Hours between the two, as far as they matter, as a logarithm."""
    happened: float
    """How many kinds of happenings both tell of, as a logarithm."""
    other_happenings: float
    """How many happenings of its title the other report does not tell of: the fewer of the two, two at most."""


WEIGHTS = SameEventSigns(3.73, -2.42, 4.36, -1.89, 1.67, 0.83, -4.19, 0.99, -1.54)
BIAS = -0.56
"""Log-odds where nothing speaks for or against it."""


def signs(one: Features, other: Features, apart: float) -> SameEventSigns:
    """What is compared of two reports that are `apart` seconds from each other."""
    names, numbers = one.names_shared(other), one.counts_shared(other)
    alone, others_alone = one.names - other.words, other.names - one.words
    return SameEventSigns(
        max(_share(one.title.ordered, other.words), _share(other.title.ordered, one.words)),
        _fewer(one.title.numbers - other.numbers, other.title.numbers - one.numbers),
        _alike(names, alone, others_alone) if one.names or other.names else _UNTOLD,
        min(others_in_place(one, other, alone, others_alone), _MOST_COUNTED),
        _alike(numbers, one.numbers - other.numbers, other.numbers - one.numbers),
        min(sum(_COUNT.fullmatch(number) is not None for number in numbers), _MOST_COUNTS),
        log1p(min(max(apart / 3600, _LEAST_HOURS), _MOST_HOURS)),
        log1p(len(one.happenings & other.happenings)),
        _fewer(one.title.happenings - other.happenings, other.title.happenings - one.happenings),
    )


def score(one: Features, other: Features, apart: float) -> float:
    """How likely it is that two reports `apart` seconds from each other tell one thing, as log-odds."""
    found = signs(one, other, apart)
    weighed = (getattr(WEIGHTS, name) * getattr(found, name) for name in SameEventSigns.__slots__)
    return float(sum(weighed, BIAS))


def _share(title: tuple[str, ...], words: Set[str]) -> float:
    return sum(word in words for word in set(title)) / max(1, len(set(title)))


def _fewer(lacking: Set[object], others_lacking: Set[object]) -> int:
    return min(len(lacking), len(others_lacking), _MOST_COUNTED)


def _alike(shared: Set[str], alone: Set[str], others_alone: Set[str]) -> float:
    return len(shared) / (len(shared) + min(len(alone), len(others_alone)) + _UNKNOWN)
