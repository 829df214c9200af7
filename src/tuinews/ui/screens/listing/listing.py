"""What is listed: a view of the library, the first rows of it at once."""

import asyncio
from array import array
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from time import monotonic

from tuinews.address import masked
from tuinews.language import _
from tuinews.late import late_imports
from tuinews.model.view import Filter, ListedIds, ListOrder, View
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.screens.layout import PaneName
from tuinews.ui.screens.library_work import LibraryWork
from tuinews.ui.screens.listing.counting import Counting
from tuinews.ui.screens.listing.list_notes import empty_list
from tuinews.ui.screens.listing.stories import StoriesInList
from tuinews.ui.screens.listing.waiting_entries import Reasons
from tuinews.ui.screens.work_completion import Work
from tuinews.ui.widgets.entries.listed_entries import ListedEntries, merged_entries, with_parts
from tuinews.ui.words import parts

with late_imports(__name__):
    from tuinews.ui.screens.listing.list_screen import ListScreen

WAIT_FOR_LIST = 2.0
"""Seconds that keys wait for a list, as they do for an article."""

_FIRST_IDS, _FIRST_ROWS = 500, 100
"""Ids and rows asked for first, so that the first paint of a list need not wait for 100,000 ids."""


class ListedView:
    """Lists views, each from its top; `reasons` are those of a new look at the one that is listed."""

    def __init__(
        self, screen: ListScreen, work: LibraryWork, counting: Counting, stories: StoriesInList, reasons: Reasons
    ) -> None:
        self._screen, self._work = screen, work
        self._counting, self._stories, self._reasons = counting, stories, reasons
        self._due = 0.0
        self.view_before_search: View | None = None
        self.pane_before_search = PaneName.LIST
        self.sticky_ids: set[int] = set()
        """The entries that stay in the list though its filter may leave them out by now."""
        self.source_filter = Filter.ALL
        """The filter that was chosen for sources and folders."""
        self.row_to_return: int | None = None
        """The row at which the last session ended, until it is listed."""

    @property
    def comes(self) -> bool:
        """Whether another list than the one that is seen is on its way, which keys mean already."""
        if self._screen.source_list.is_on_the_way:
            return True
        listed = self._screen.listed_entries
        return listed.ready and listed.view != self._screen.view and monotonic() < self._due

    def visit(self, view: View) -> None:
        """List another place; a source or a folder by the filter that was chosen for them."""
        self.show(self.visited(view))

    def visited(self, view: View) -> View:
        """What a visit of another place lists."""
        if view.source_id is not None or view.folder is not None or view.saved_id is not None:
            return replace(view, filter=self.source_filter)
        return view

    def visit_new(self, view: View) -> None:
        """List something that has just come, all of it: no filter is chosen from then on."""
        self.source_filter = Filter.ALL
        # Whether there is a source is known when they are counted anew, and nothing is said of it before.
        self._counting.is_done = False
        self.show(view)

    def show(self, view: View) -> None:
        """List another view, from its top."""
        self._stories.opened.clear()
        self.sticky_ids.clear()
        # All of it is listed: a look that was still to come has nothing to hold back.
        self._screen.waiting = frozenset()
        self._reasons.clear()
        self.row_to_return = None
        self._screen.muted_here = 0
        self._due = monotonic() + WAIT_FOR_LIST
        view = self._screen.view = self.arranged(view)
        self._work.begin(Work.LIST, lambda library: self.list_first(library, view))

    def arranged(self, view: View) -> View:
        """A view in the order that was chosen, stories as the settings say."""
        return replace(view, order=self._screen.panes.order, stories=self._screen.settings.stories)

    def reorder(self) -> None:
        """List the same in the order that was just chosen, the cursor on its entry, or at the top where it was."""
        self._due = monotonic() + WAIT_FOR_LIST
        view = self._screen.view = self.arranged(self._screen.view)
        here = None if self._screen.entry_list.at_top else self._screen.entry_list.current

        async def job(library: LibraryProtocol) -> None:
            listed = await self.looked(library, view)
            self.take(view, listed)
            found = self._screen.listed_entries.index(here) if here is not None else None
            if found is not None and self._screen.listed_entries.view == view:
                self._screen.entry_list.go_to(found)

        self._work.begin(Work.LIST, job)

    async def bring_rows(self, library: LibraryProtocol, ids: Sequence[int], query: str | None) -> None:
        """Give the list its rows, with what was found in them where they are hits of a search."""
        ahead = self._work.ahead.now()
        rows = await library.rows(ids)
        if query:
            snippets = await library.snippets(query, ids)
            rows = [replace(row, snippet=snippets.get(row.id)) for row in rows]
        self._screen.entry_list.give_rows(self._work.ahead.over(rows, ahead))

    async def list_first(self, library: LibraryProtocol, view: View) -> None:
        """The ids of `view`: the first few at once with their rows, then all."""
        first = with_parts(ListedEntries(view, ready=True), await self._listing(library, view, _FIRST_IDS))
        whole = len(first.ids) < _FIRST_IDS
        self.take(view, await self.with_hits(library, replace(first, whole=whole)))
        self._return_to_row()
        await self.bring_rows(library, first.ids[:_FIRST_ROWS], view.query)
        self._screen.reveal()
        if not self._counting.is_done:
            # The rows are seen first: to count takes as long as to draw them.
            await self._screen.wait_for_refresh()
            await self._counting.count()
        if not whole:
            self.take(view, await self.looked(library, view))
            self._return_to_row()
        await self._counting.count_muted(library, view)

    def _return_to_row(self) -> None:
        """Go to the row at which the last session ended, as soon as it is listed."""
        found = None if self.row_to_return is None else self._screen.listed_entries.index(self.row_to_return)
        if found is not None:
            self._screen.entry_list.go_to(found)
        if found is not None or self._screen.listed_entries.whole:
            self.row_to_return = None

    def take(self, view: View, listed: ListedEntries) -> None:
        """Show a look at the library, unless another view is listed by now; stories stay open, also those that
        were opened while it was under way."""
        if view == self._screen.view:
            self._screen.listed_entries = self._stories.with_members(listed)
            self.tell_empty()

    def tell_empty(self) -> None:
        """Say why nothing is listed, for where nothing is."""
        hits = (
            self._screen.listed_entries.unfiltered if self._screen.listed_entries.view == self._screen.view else 0
        )
        offline = self._screen.status.offline_since is not None
        refreshing = self._screen.status.progress is not None
        self._screen.empty_notes = empty_list(
            self._screen.view,
            self._screen.sources,
            self._screen.keymap,
            hits,
            offline=offline,
            refreshing=refreshing,
        )

    async def with_hits(self, library: LibraryProtocol, listed: ListedEntries) -> ListedEntries:
        """Where a filter leaves nothing of a search: how much the search found without it."""
        view = listed.view
        if listed.ids or not view.query or view.filter is Filter.ALL:
            return listed
        hits = await library.entry_ids(replace(view, filter=Filter.ALL))
        return replace(listed, unfiltered=len(hits))

    async def looked(self, library: LibraryProtocol, view: View) -> ListedEntries:
        """All of a view as it is, with the rows that stay in it, merged off this thread (100,000 take a frame)."""
        new = await self._listing(library, view)
        listed = ListedEntries(view, ready=True, whole=True)
        while True:
            old = self._screen.listed_entries
            sticky = frozenset(self.sticky_ids) if old.view == view else frozenset[int]()
            merged = await asyncio.to_thread(_merged, listed, old, new, sticky)
            if self._screen.listed_entries is old:
                return merged

    async def _listing(self, library: LibraryProtocol, view: View, limit: int | None = None) -> ListedIds:
        found = await library.listing(view, limit)
        return found if self._screen.settings.day_headings else ListedIds(found.ids, array("q"))

    def heading(self, group: int) -> str:
        """What stands over a part of the list."""
        if self._screen.view.order is ListOrder.SOURCE:
            source = next((one for one in self._screen.sources if one.id == group), None)
            return _(parts.REMOVED_SOURCES) if source is None else source.title or masked(source.url)
        if self._screen.view.order is ListOrder.READING_TIME:
            return parts.minutes(group)
        return parts.moment(group, datetime.now().astimezone().date())


def _merged(listed: ListedEntries, old: ListedEntries, new: ListedIds, sticky: Collection[int]) -> ListedEntries:
    return with_parts(listed, merged_entries(ListedIds(old.ids, old.groups), new, sticky))
