"""New entries that wait to be listed, so that a refresh moves nothing under the reader's hands."""

from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Set
from enum import StrEnum

from tuinews.model.view import ListedIds
from tuinews.quick_dataclass import dataclass
from tuinews.ui.widgets.entries.listed_entries import places, slices


class Reason(StrEnum):
    """Why the library is looked at anew: somebody changed something in it, or a refresh brought something."""

    CHANGE = "change"
    REFRESH = "refresh"


class Reasons:
    """The reasons of a look that is still to come, or that another one takes the place of before its end."""

    def __init__(self) -> None:
        self._asked: Counter[Reason] = Counter()

    def clear(self) -> None:
        """The look has nothing to hold back: all of another list is shown."""
        self._asked.clear()

    def add(self, reason: Reason) -> None:
        """Note a reason to look at the library anew."""
        self._asked[reason] += 1

    @property
    def asked(self) -> Mapping[Reason, int]:
        """How often each was asked for by now; those that never were are left out."""
        return Counter(self._asked)

    def met(self, asked: Mapping[Reason, int]) -> None:
        """A look that began with these reasons has come to its end."""
        self._asked = self._asked - Counter(asked)


@dataclass(frozen=True, slots=True, eq=False)
class SplitListing:
    """What is listed, and the ids that wait."""

    listed: ListedIds
    waiting: frozenset[int]


def without_waiting(
    old: "array[int]", new: ListedIds, waiting: frozenset[int], why: Mapping[Reason, int]
) -> SplitListing:
    """`new` without those of it that wait: those of `waiting`, and what a refresh brought beside `old`.

    What stands below all that was listed moves nothing, and is listed. Where something was changed meanwhile, only
    what is newer than all that was known is the refresh's: an entry that was taken back has an older id. It is for
    another thread, slice by slice: a million ids take half a second.
    """
    held = {new.ids[place] for place in places(new.ids, waiting)}
    if Reason.REFRESH in why:
        known = _set_of(old)
        came = {new.ids[place] for place in _places_beside(new.ids, known)}
        if Reason.CHANGE in why:
            newest = max(map(max, slices(old)), default=0)
            came = {entry for entry in came if entry > newest}
        held |= came.difference(_below(known, new.ids))
    if not held:
        return SplitListing(new, frozenset())
    stays = array("q", _places_beside(new.ids, held))
    ids, groups = (_chosen(part, stays) for part in (new.ids, new.groups))
    return SplitListing(ListedIds(ids, groups), frozenset(held))


def _set_of(ids: "array[int]") -> set[int]:
    found: set[int] = set()
    for part in slices(ids):
        found.update(part)
    return found


def _places_beside(ids: "array[int]", known: Set[int]) -> Iterator[int]:
    """Where those stand that are not in `known`."""
    start = 0
    for part in slices(ids):
        missing = set(part).difference(known)
        if missing:
            yield from (start + place for place in places(part, missing))
        start += len(part)


def _chosen(values: "array[int]", stays: "array[int]") -> "array[int]":
    """The values at these places; none if there are no values."""
    found = array("q")
    if values:
        for part in slices(stays):
            found.extend(map(values.__getitem__, part))
    return found


def _below(known: Set[int], new: "array[int]") -> "array[int]":
    """What stands in `new` behind the last of what was known; nothing where none of that is there any more."""
    for place in range(len(new) - 1, -1, -1):
        if new[place] in known:
            return new[place + 1 :]
    return array("q")
