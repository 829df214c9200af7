"""Stories that are open in the list: the entries that tell them stand under their row."""

from array import array
from collections.abc import Sequence
from dataclasses import replace

from tuinews.language import _
from tuinews.late import late_imports
from tuinews.model.view import ListedIds, View
from tuinews.ui.app_context import AppContext
from tuinews.ui.screens.listing.listing_state import ListingState
from tuinews.ui.screens.listing.opened_stories import OpenedStories
from tuinews.ui.widgets.entries.listed_entries import ListedEntries, with_parts
from tuinews.ui.widgets.layers import Layer

with late_imports(__name__):
    from tuinews.ui.words.standing import stories


class StoriesState(ListingState, Layer):
    """A list in which stories can be opened; they are closed as soon as another list is shown."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.opened_stories = OpenedStories()

    def show(self, view: View) -> None:
        """List another view, from its top."""
        self.opened_stories.clear()
        super().show(view)

    def open_story(self, head: int, told: Sequence[int]) -> None:
        """List under a row those of `told` that are not listed yet, until the list is entered anew."""
        known = frozenset(told).intersection(self.listed_entries.ids)
        under = [entry_id for entry_id in told if entry_id not in known]
        if not under:
            self.say_here(_(stories.ALL_ARE_LISTED))
            return
        self.opened_stories.open(head, under)
        self.listed_entries = self._with_members(self.listed_entries)

    def close_story(self, head: int) -> None:
        """List no longer what stands under a row; the cursor goes to the row where it was on one of them."""
        here = self.entry_list.current
        under = frozenset(self.opened_stories.close(head))
        self.sticky_ids -= under
        listed = self.listed_entries
        ids, groups = listed.ids[:], listed.groups[:]
        for entry_id in under.intersection(ids):
            index = ids.index(entry_id)
            del ids[index]
            del groups[index : index + 1]
        listed = replace(listed, members=self.opened_stories.members)
        self.listed_entries = with_parts(listed, ListedIds(ids, groups))
        place = self.listed_entries.index(head)
        if here in under and place is not None:
            self.entry_list.go_to(place)

    def _take(self, view: View, listed: ListedEntries) -> None:
        """Show a new look at the library; open stories stay open, also those that were opened while it was under
        way."""
        super()._take(view, self._with_members(listed) if view == self.view else listed)

    def _with_members(self, listed: ListedEntries) -> ListedEntries:
        """The same with those that tell an open story under its row, where they are not listed elsewhere."""
        if not self.opened_stories.members:
            return listed
        for head, under in self.opened_stories.each():
            place, known = listed.index(head), frozenset(under).intersection(listed.ids)
            missing = [entry_id for entry_id in under if entry_id not in known]
            if place is not None and missing:
                ids, groups = listed.ids[:], listed.groups[:]
                ids[place + 1 : place + 1] = array("q", missing)
                if groups:
                    groups[place + 1 : place + 1] = array("q", groups[place : place + 1] * len(missing))
                listed = with_parts(listed, ListedIds(ids, groups))
        return replace(listed, members=self.opened_stories.members)
