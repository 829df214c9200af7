"""What the list lists: a view and its ids; and how a new look at the same view is merged into the old."""

from array import array
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from tuinews.model.row import View


@dataclass(frozen=True, slots=True, eq=False)
class Listed:
    """The ids of the entries of `view`, in its order (compared by identity: there may be 100,000).

    `ready` says that the library has answered, `whole` that all ids are here and not only the first few.
    """

    view: View = field(default_factory=View)
    ids: "array[int]" = field(default_factory=lambda: array("q"))
    ready: bool = False
    whole: bool = False

    def index(self, entry_id: int) -> int | None:
        """Where `entry_id` stands, None where it is not listed."""
        try:
            return self.ids.index(entry_id)
        except ValueError:
            return None


def merged(old: Sequence[int], new: "array[int]", staying: Collection[int]) -> "array[int]":
    """`new`, with those of `staying` that it no longer lists put back where they stood in `old`.

    An article that was just read must not vanish from the unread under the cursor: it stays until the view
    is entered again. Each goes behind the nearest entry before it that is still there.
    """
    if not staying:
        return new
    listed = set(new)
    missing = {entry_id for entry_id in staying if entry_id not in listed}
    if not missing:
        return new
    behind: dict[int | None, list[int]] = {}
    anchor: int | None = None
    for entry_id in old:
        if entry_id in listed:
            anchor = entry_id
        elif entry_id in missing:
            behind.setdefault(anchor, []).append(entry_id)
    result = array("q", behind.get(None, ()))
    for entry_id in new:
        result.append(entry_id)
        result.extend(behind.get(entry_id, ()))
    return result
