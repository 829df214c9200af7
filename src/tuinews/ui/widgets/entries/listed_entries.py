"""What the list lists: a view and its ids; and how a new look at the same view is merged into the old."""

from array import array
from collections.abc import Collection, Sequence, Set
from dataclasses import dataclass, field
from itertools import compress, count

from tuinews.model.view import View


@dataclass(frozen=True, slots=True, eq=False)
class ListedEntries:
    """The ids of the entries of `view`, in its order (compared by identity: there may be 100,000).

    `ready` says that the library has answered, `whole` that all ids are here and not only the first few.
    `unfiltered` is how many a search found in all, where the filter of its view leaves none of them.
    """

    view: View = field(default_factory=View)
    ids: "array[int]" = field(default_factory=lambda: array("q"))
    ready: bool = False
    whole: bool = False
    unfiltered: int = 0

    def index(self, entry_id: int) -> int | None:
        """Where `entry_id` stands, None where it is not listed."""
        try:
            return self.ids.index(entry_id)
        except ValueError:
            return None


def merged_entries(old: Sequence[int], new: "array[int]", sticky: Collection[int]) -> "array[int]":
    """`new`, with those of `staying` that it no longer lists put back where they stood in `old`.

    An article that was just read must not vanish from the unread under the cursor: it stays until the view
    is entered again. Each goes behind the nearest entry before it that is still there. 100,000 ids take 20 ms,
    which is more than a frame, though most of it is done in C: this is for another thread.
    """
    missing = set(sticky).difference(new)
    if not missing:
        return new
    behind = _nearest_before(old, set(new), missing)
    result = array("q", behind.pop(None, ()))
    start = 0
    for place in compress(count(), map(behind.__contains__, new)):
        result.extend(new[start : place + 1])
        result.extend(behind[new[place]])
        start = place + 1
    result.extend(new[start:])
    return result


def _nearest_before(old: Sequence[int], listed: Set[int], missing: Set[int]) -> dict[int | None, list[int]]:
    """Those of `missing` that stand in `old`, by the nearest of `listed` before them (None: there is none)."""
    behind: dict[int | None, list[int]] = {}
    anchor: int | None = None
    reached = 0
    for place in compress(count(), map(missing.__contains__, old)):
        for before in range(place - 1, reached - 1, -1):
            if old[before] in listed:
                anchor = old[before]
                break
        behind.setdefault(anchor, []).append(old[place])
        reached = place
    return behind
