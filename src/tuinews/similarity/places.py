"""The places of names and numbers in what is said: what is written by a pattern has another one at the same place.

A place is known by the word before it or behind it.
"""

from collections.abc import Set
from itertools import pairwise

from tuinews.similarity.features import Features

_Place = tuple[bool, str]
"""Whether it stands before the word, and the word."""


def others_in_place(one: Features, other: Features, alone: Set[str], others_alone: Set[str]) -> int:
    """At how many places of one report stands one of `alone`, where the other has one of `others_alone`."""
    if not alone or not others_alone:
        return 0
    return len(_places(one, alone) & _places(other, others_alone))


def _places(one: Features, specifics: Set[str]) -> set[_Place]:
    found: set[_Place] = set()
    for part in (one.title.ordered, one.body.ordered):
        for before, after in pairwise(part):
            if after in specifics and before not in specifics:
                found.add((False, before))
            if before in specifics and after not in specifics:
                found.add((True, after))
    return found
