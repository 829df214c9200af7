"""Whether two reports that have few words in common tell one thing: who is named, what is counted, and when.

Two desks that write of one event choose other words, another order and other details; of the words of the shorter
report a third is in the other. What they share is the names and the numbers, and what the title of one says stands
somewhere in the other. What comes hours later with the same names is more often the next part of the story.

The weights are those of a logistic regression over the pairs of `tests/quality/stories` that are there to make
rules with (`python tests/quality/stories/weigh.py` prints them).
"""

from collections.abc import Set
from math import log1p

from tuinews.likeness.features import Features
from tuinews.quick_dataclass import dataclass

_LEAST_HOURS, _MOST_HOURS = 2.0, 12.0
"""Hours between two reports between which it makes a difference how many there are."""
_MOST_OTHER_COUNTS = 2
_UNTOLD = 0.5
_UNKNOWN = 0.5
"""What is added below the line where names are few, so that one shared name is not all there is."""


@dataclass(frozen=True, slots=True)
class RetellingSigns:
    """What speaks for and against two reports being one."""

    less_titled: float
    """Of the words of a title, the share that the other report has anywhere: the smaller of the two shares."""
    more_titled: float
    """The larger of them."""
    numbers: float
    """How many numbers are in both, as a logarithm."""
    other_names: float
    """How many names of its title the other report has nowhere: the fewer of the two."""
    other_numbers: float
    """The same of numbers, two at most."""
    names_alike: float
    """Names in both beside those that each has alone, from 0 to 1; half where neither has any, as in scripts
    without capitals: they cannot say it."""
    numbers_alike: float
    """The same of numbers."""
    hours: float
    """Hours between the two, as far as they matter, as a logarithm."""
    plain_words: float
    """How many words are in both that are neither names nor numbers, as a logarithm."""


WEIGHTS = RetellingSigns(0.86, 2.35, 0.19, -2.05, -1.23, 5.10, 3.30, -4.01, 0.90)
BIAS = -3.32
"""Log-odds where nothing speaks for or against it."""


def signs(one: Features, other: Features, apart: float) -> RetellingSigns:
    """What is compared of two reports that are `apart` seconds from each other."""
    titled = (_share(one.title.ordered, other.words), _share(other.title.ordered, one.words))
    names = (one.names | other.names) & one.words & other.words
    numbers = one.numbers & other.numbers
    return RetellingSigns(
        min(titled),
        max(titled),
        log1p(len(numbers)),
        min(_lacking(one, other), _lacking(other, one)),
        min(len(one.title.numbers - other.numbers), len(other.title.numbers - one.numbers), _MOST_OTHER_COUNTS),
        _alike(names, one.names - other.words, other.names - one.words) if one.names or other.names else _UNTOLD,
        _alike(numbers, one.numbers - other.numbers, other.numbers - one.numbers),
        log1p(min(max(apart / 3600, _LEAST_HOURS), _MOST_HOURS)),
        log1p(len((one.words & other.words) - names - numbers)),
    )


def score(one: Features, other: Features, apart: float) -> float:
    """How likely it is that two reports `apart` seconds from each other tell one thing, as log-odds."""
    found = signs(one, other, apart)
    weighed = (getattr(WEIGHTS, name) * getattr(found, name) for name in RetellingSigns.__slots__)
    return float(sum(weighed, BIAS))


def _share(title: tuple[str, ...], words: Set[str]) -> float:
    return sum(word in words for word in set(title)) / max(1, len(set(title)))


def _lacking(one: Features, other: Features) -> int:
    """How many names of the title of one the other has nowhere."""
    return len((one.names & set(one.title.ordered)) - other.words)


def _alike(shared: Set[str], alone: Set[str], others_alone: Set[str]) -> float:
    return len(shared) / (len(shared) + min(len(alone), len(others_alone)) + _UNKNOWN)
