"""Stories that are open in the list: the entries that tell them stand under their row."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tuinews.language import _
from tuinews.late import late_imports
from tuinews.model.view import ListedIds
from tuinews.ui.widgets.entries.listed_entries import ListedEntries, with_parts

with late_imports(__name__):
    from tuinews.ui.screens.listing.list_screen import ListScreen
    from tuinews.ui.words.standing import stories


class OpenedStories:
    """Rows with the entries that are listed under them."""

    def __init__(self) -> None:
        self._under: dict[int, tuple[int, ...]] = {}

    def head_of(self, entry_id: int) -> int | None:
        """The row of the open story that an entry belongs to, None if it belongs to none."""
        if entry_id in self._under:
            return entry_id
        return next((head for head, under in self._under.items() if entry_id in under), None)

    @property
    def members(self) -> frozenset[int]:
        """The entries that are listed under a row."""
        return frozenset(entry_id for under in self._under.values() for entry_id in under)

    def each(self) -> list[tuple[int, tuple[int, ...]]]:
        """Each row with the entries that are listed under it."""
        return list(self._under.items())

    def open(self, head: int, under: Sequence[int]) -> None:
        """Note which entries are listed under a row."""
        self._under[head] = tuple(under)

    def close(self, head: int) -> Iterable[int]:
        """Note that a story is closed; the entries that were listed under it."""
        return self._under.pop(head, ())

    def forget(self, entry_id: int) -> None:
        """Note that an entry tells no story any more."""
        self._under.pop(entry_id, None)
        self._under = {head: tuple(i for i in under if i != entry_id) for head, under in self._under.items()}

    def clear(self) -> None:
        """Note that another list is shown."""
        self._under.clear()


class StoriesInList:
    """Opens stories in the list; they are closed as soon as another list is shown."""

    def __init__(self, screen: ListScreen) -> None:
        self._screen = screen
        self.opened = OpenedStories()

    def open(self, head: int, told: Sequence[int]) -> None:
        """List under a row those of `told` that are not listed yet, until the list is entered anew."""
        known = frozenset(told).intersection(self._screen.listed_entries.ids)
        under = [entry_id for entry_id in told if entry_id not in known]
        if not under:
            self._screen.say_here(_(stories.ALL_ARE_LISTED))
            return
        self.opened.open(head, under)
        self._screen.listed_entries = self.with_members(self._screen.listed_entries)

    def close(self, head: int) -> Iterable[int]:
        """List no longer what stands under a row, and say what that was; the cursor goes to the row where it was
        on one of them."""
        here = self._screen.entry_list.current
        under = frozenset(self.opened.close(head))
        listed = self._screen.listed_entries
        ids, groups = listed.ids[:], listed.groups[:]
        for entry_id in under.intersection(ids):
            index = ids.index(entry_id)
            del ids[index]
            del groups[index : index + 1]
        listed = replace(listed, members=self.opened.members)
        self._screen.listed_entries = with_parts(listed, ListedIds(ids, groups))
        place = self._screen.listed_entries.index(head)
        if here in under and place is not None:
            self._screen.entry_list.go_to(place)
        return under

    def with_members(self, listed: ListedEntries) -> ListedEntries:
        """The same with those that tell an open story under its row, where they are not listed elsewhere."""
        if not self.opened.members:
            return listed
        for head, under in self.opened.each():
            place, known = listed.index(head), frozenset(under).intersection(listed.ids)
            missing = [entry_id for entry_id in under if entry_id not in known]
            if place is not None and missing:
                ids, groups = listed.ids[:], listed.groups[:]
                ids[place + 1 : place + 1] = array("q", missing)
                if groups:
                    groups[place + 1 : place + 1] = array("q", groups[place : place + 1] * len(missing))
                listed = with_parts(listed, ListedIds(ids, groups))
        return replace(listed, members=self.opened.members)
