"""What the list lists: a view and its ids; and how a new look at the same view is merged into the old."""

from array import array
from collections.abc import Collection, Container, Iterator, Sequence, Set
from contextlib import suppress
from dataclasses import field, replace
from itertools import compress, count

from tuinews.model.view import NOT_HERE, ListedIds, View
from tuinews.quick_dataclass import dataclass
from tuinews.ui.widgets.entries.row_plan import heads_of

_NEAR = 4096
"""Rows that are looked through at once."""

_SLICE = 16_384
"""Ids that are gone through before another thread has its turn: less than a millisecond."""


@dataclass(frozen=True, slots=True, eq=False)
class ListedEntries:
    """The ids of the entries of `view`, in its order (compared by identity: there may be 100,000).

    `groups` says for each in which part of the list it stands (`ListedIds`), `heads` where one begins.
    `ready` says that the library has answered, `whole` that all ids are here and not only the first and the last
    few, with `NOT_HERE` between them.
    `members` are listed under the row of their story, which is open.
    `unfiltered` is how many a search found in all, where the filter of its view leaves none of them.
    """

    view: View = field(default_factory=View)
    ids: "array[int]" = field(default_factory=lambda: array("q"))
    ready: bool = False
    whole: bool = False
    unfiltered: int = 0
    groups: "array[int]" = field(default_factory=lambda: array("q"))
    heads: "array[int]" = field(default_factory=lambda: array("q"))
    members: frozenset[int] = frozenset()

    def at(self, row: int) -> int | None:
        """The id of the entry in a row; None if there is no such row, or what stands there is not known yet."""
        return (self.ids[row] or None) if 0 <= row < len(self.ids) else None

    def known(self, first: int, end: int) -> "array[int]":
        """The ids of the rows from `first` to before `end`, as far as they are known."""
        ids = self.ids[first:end]
        return array("q", filter(None, ids)) if NOT_HERE in ids else ids

    def index(self, entry_id: int, near: int = 0) -> int | None:
        """Where `entry_id` stands, None if it is not listed; looked for first near a row."""
        for first, end in ((max(0, near - _NEAR), near + _NEAR), (0, len(self.ids))):
            with suppress(ValueError):
                return self.ids.index(entry_id, first, end)
        return None

    def index_beside(self, entry_id: int, row: int, direction: int) -> int | None:
        """Where `entry_id` stands from a row on, down or up (-1); what is near is found at once in any list."""
        while 0 <= row < len(self.ids):
            first, end = (row, row + _NEAR) if direction > 0 else (max(0, row + 1 - _NEAR), row + 1)
            with suppress(ValueError):
                return self.ids.index(entry_id, first, end)
            row = end if direction > 0 else first - 1
        return None


def with_parts(listed: ListedEntries, parted: ListedIds) -> ListedEntries:
    """The same look with these ids and groups; 100,000 take 5 ms."""
    return replace(listed, ids=parted.ids, groups=parted.groups, heads=heads_of(parted.groups))


def merged_entries(old: ListedIds, new: ListedIds, sticky: Collection[int]) -> ListedIds:
    """`new`, with those of `sticky` that it no longer lists put back where they stood in `old`.

    An article that was just read must not vanish from the unread under the cursor: it stays until the view
    is entered again. Each goes behind the nearest entry before it that is still there. 100,000 ids take 20 ms,
    which is more than a frame, though most of it is done in C: this is for another thread, slice by slice, so that
    the thread that paints has its turn between two of them.
    """
    missing = set(sticky)
    for part in slices(new.ids):
        missing.difference_update(part)
    if not missing:
        return new
    listed: set[int] = set()
    for part in slices(new.ids):
        listed.update(part)
    behind = _nearest_before(old.ids, listed, missing)
    result = _Merge(old, new)
    result.add_old(behind.pop(None, ()))
    start = 0
    for place in places(new.ids, behind):
        result.add_new(start, place + 1)
        result.add_old(behind[new.ids[place]])
        start = place + 1
    result.add_new(start, len(new.ids))
    return result.merged


def slices(ids: "array[int]") -> Iterator["array[int]"]:
    """The ids in pieces, between which another thread has its turn."""
    return (ids[start : start + _SLICE] for start in range(0, len(ids), _SLICE))


def places(ids: "array[int]", wanted: Container[int | None]) -> Iterator[int]:
    """Where those of `wanted` stand, in order."""
    for start in range(0, len(ids), _SLICE):
        part = ids[start : start + _SLICE]
        yield from compress(count(start), map(wanted.__contains__, part))


class _Merge:
    """Ids and their groups, taken from two lists in turn."""

    def __init__(self, old: ListedIds, new: ListedIds) -> None:
        self._old, self._new = old, new
        self._grouped = len(new.groups) == len(new.ids) and len(old.groups) == len(old.ids)
        self.merged = ListedIds(array("q"), array("q"))

    def add_old(self, places: Sequence[int]) -> None:
        self.merged.ids.extend(self._old.ids[place] for place in places)
        if self._grouped:
            self.merged.groups.extend(self._old.groups[place] for place in places)

    def add_new(self, start: int, end: int) -> None:
        self.merged.ids.extend(self._new.ids[start:end])
        if self._grouped:
            self.merged.groups.extend(self._new.groups[start:end])


def _nearest_before(old: "array[int]", listed: Set[int], missing: Set[int]) -> dict[int | None, list[int]]:
    """Where those of `missing` that stand in `old` do so, by the nearest of `listed` before them (None: none)."""
    behind: dict[int | None, list[int]] = {}
    anchor: int | None = None
    reached = 0
    for place in places(old, missing):
        for before in range(place - 1, reached - 1, -1):
            if old[before] in listed:
                anchor = old[before]
                break
        behind.setdefault(anchor, []).append(place)
        reached = place
    return behind
