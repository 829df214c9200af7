"""New entries that wait to be listed, so that a refresh moves nothing under the reader's hands."""

from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum
from itertools import compress

from tuinews.model.view import ListedIds
from tuinews.quick_dataclass import dataclass


class Reason(StrEnum):
    """Why the library is looked at anew: somebody changed something in it, or a refresh brought something."""

    CHANGE = "change"
    REFRESH = "refresh"


class Reasons:
    """The reasons of a look that is still to come, or that another one takes the place of before its end."""

    def __init__(self) -> None:
        self._asked: Counter[Reason] = Counter()

    def add(self, reason: Reason) -> None:
        """Ask for a look."""
        self._asked[reason] += 1

    @property
    def asked(self) -> Mapping[Reason, int]:
        """How often each was asked for by now; those that never were are left out."""
        return Counter(self._asked)

    def met(self, asked: Mapping[Reason, int]) -> None:
        """A look that began with these reasons has come to its end."""
        self._asked = self._asked - Counter(asked)


@dataclass(frozen=True, slots=True, eq=False)
class Parted:
    """What is listed, and the ids that wait."""

    listed: ListedIds
    waiting: frozenset[int]


def without_waiting(
    old: Sequence[int], new: ListedIds, waiting: frozenset[int], why: Mapping[Reason, int]
) -> Parted:
    """`new` without those of it that wait: those of `waiting`, and what a refresh brought beside `old`.

    What stands below all that was listed moves nothing, and is listed. Where something was changed meanwhile, only
    what is newer than all that was known is the refresh's: an entry that was taken back has an older id. It is for
    another thread: 100,000 ids take some 20 ms.
    """
    held = waiting.intersection(new.ids)
    if Reason.REFRESH in why:
        came = frozenset(new.ids).difference(old)
        if Reason.CHANGE in why:
            newest = max(old, default=0)
            came = frozenset(entry for entry in came if entry > newest)
        held |= came.difference(_below(old, new.ids))
    if not held:
        return Parted(new, held)
    stays = [entry not in held for entry in new.ids]
    ids, groups = (array("q", compress(part, stays)) for part in (new.ids, new.groups))
    return Parted(ListedIds(ids, groups), held)


def _below(old: Sequence[int], new: Sequence[int]) -> list[int]:
    """What stands in `new` behind the last entry of `old`; nothing where none of them is there any more."""
    known = frozenset(old)
    for place in range(len(new) - 1, -1, -1):
        if new[place] in known:
            return list(new[place + 1 :])
    return []
