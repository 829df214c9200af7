"""What is listed: a view of the library, and every new look at it."""

import asyncio
from array import array
from collections import deque
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import datetime
from time import monotonic

from textual.reactive import var
from textual.timer import Timer

from tuinews.address import masked
from tuinews.language import _
from tuinews.late import late_imports
from tuinews.model.source import Source
from tuinews.model.sources.pane import SourcesPane
from tuinews.model.view import Counts, Filter, ListedIds, ListOrder, View
from tuinews.ui.app_context import AppContext
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.screens.layout import PaneName
from tuinews.ui.screens.list_notes import empty_list, listed_accounts
from tuinews.ui.screens.listing.views_state import ViewsState
from tuinews.ui.screens.listing.waiting_entries import Reason, Reasons, without_waiting
from tuinews.ui.screens.work_ends import Work
from tuinews.ui.widgets.entries.listed_entries import ListedEntries, merged_entries, with_parts
from tuinews.ui.widgets.layers import Layer
from tuinews.ui.words import parts
from tuinews.ui.words.servers.accounts import account_state, marks_wait

with late_imports(__name__):
    from tuinews.model.accounts.account import AccountStatus

RELOAD_AFTER = 0.25
"""Seconds in which several changes of the library make one new look at it."""

_WALKED_A_SECOND = 200_000
"""Entries of a list for each second between two looks at it while a refresh goes on: a tenth of a processor."""

_WAIT_FOR_LIST = 2.0
"""Seconds that keys wait for a list, as they do for an article."""

_FIRST_IDS, _FIRST_ROWS = 500, 100
"""Ids and rows asked for first, so that the first paint of a list need not wait for 100,000 ids."""


class ListingState(ViewsState, Layer):
    """The view that is listed, its sources and counts; each new look leaves the cursor's entry where it stands."""

    sources: var[tuple[Source, ...]] = var((), init=False)
    accounts: var[tuple[AccountStatus, ...]] = var((), init=False)
    counts: var[Counts | None] = var(None, init=False)
    sources_pane: var[SourcesPane] = var(SourcesPane, init=False)
    view: var[View] = var(View, init=False)
    listed_entries: var[ListedEntries] = var(ListedEntries, always_update=True, init=False)
    empty_notes: var[tuple[str, ...]] = var((), init=False)
    waiting: var[frozenset[int]] = var(frozenset(), init=False)
    """New entries of the view that a refresh brought and that are not listed yet."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.view_before_search: View | None = None
        self.pane_before_search = PaneName.LIST
        self.sticky_ids: set[int] = set()
        self.source_filter = Filter.ALL
        self.row_to_return: int | None = None
        self._counted = False
        self._reload_timer: Timer | None = None
        self._reload_due = 0.0
        self._reasons = Reasons()
        self._recount_timer: Timer | None = None
        self._list_due = 0.0
        self._for_list: deque[Callable[[], None]] = deque()
        self._list_timer: Timer | None = None

    @property
    def list_comes(self) -> bool:
        """Whether another list than the one that is seen is on its way, which keys mean already."""
        if self.source_list.is_on_the_way:
            return True
        listed = self.listed_entries
        return listed.ready and listed.view != self.view and monotonic() < self._list_due

    def when_listed(self, job: Callable[[], None]) -> None:
        """Do what a key asks of the list that was chosen last, once it is here; keys keep their order.

        Done at once, `]` and `m` in one burst would mark an article of the source before. Of a list that does not
        come nothing is done.
        """
        if not self.list_comes and not self._for_list:
            job()
            return
        if not self._for_list:
            self._list_timer = self.set_timer(_WAIT_FOR_LIST, self._wait_no_longer)
        self._for_list.append(job)

    @property
    def waits_for_list(self) -> bool:
        """Whether keys wait for it."""
        return bool(self._for_list)

    def do_for_list(self) -> None:
        """Do what waited for the list that has come."""
        while self._for_list and not self.list_comes:
            self._for_list.popleft()()
        if not self._for_list and self._list_timer is not None:
            self._list_timer.stop()
            self._list_timer = None

    def _wait_no_longer(self) -> None:
        self._for_list.clear()

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
        self._counted = False
        self.show(view)

    def show(self, view: View) -> None:
        """List another view, from its top."""
        self.sticky_ids.clear()
        # All of it is listed: a look that was still to come has nothing to hold back.
        self.waiting, self._reasons = frozenset(), Reasons()
        self.row_to_return = None
        self.muted_here = 0
        self._list_due = monotonic() + _WAIT_FOR_LIST
        view = self.view = self.arranged(view)
        self.begin(Work.LIST, lambda library: self._list(library, view))

    def arranged(self, view: View) -> View:
        """A view in the order that was chosen, stories as the settings say."""
        return replace(view, order=self.panes.order, stories=self.settings.stories)

    def reorder(self) -> None:
        """List the same in the order that was just chosen, the cursor on its entry, or at the top where it was."""
        self._list_due = monotonic() + _WAIT_FOR_LIST
        view = self.view = self.arranged(self.view)
        here = None if self.entry_list.at_top else self.entry_list.current

        async def job(library: LibraryProtocol) -> None:
            listed = await self._looked(library, view)
            self._take(view, listed)
            found = self.listed_entries.index(here) if here is not None else None
            if found is not None and self.listed_entries.view == view:
                self.entry_list.go_to(found)

        self.begin(Work.LIST, job)

    def reload(self, after: float = RELOAD_AFTER) -> None:
        """Look at the library anew in `after` seconds, since something changed in it."""
        self._reasons.add(Reason.CHANGE)
        self._reload_after(after)

    def reload_for_news(self, after: float = RELOAD_AFTER) -> None:
        """Look at the library anew in `after` seconds, since a refresh went on: what came waits to be listed."""
        self._reasons.add(Reason.REFRESH)
        self._reload_after(after)

    def reload_on_the_way(self, after: float) -> None:
        """The same while the refresh goes on: a long list later, since it takes long, but the numbers then."""
        longer = len(self.listed_entries.ids) / _WALKED_A_SECOND
        self.reload_for_news(max(after, longer))
        if longer > after:
            self.recount()

    def list_waiting(self) -> None:
        """List the new entries that wait; the cursor stays on its entry."""
        self.waiting, self._reasons = frozenset(), Reasons()
        self.begin(Work.RELOAD, self._look_anew)

    def go_to_waiting(self) -> None:
        """List the new entries that wait, and go to the first of them, unless the cursor moves meanwhile."""
        new, here = self.waiting, self.entry_list.current
        self.waiting, self._reasons = frozenset(), Reasons()

        async def job(library: LibraryProtocol) -> None:
            await self._look_anew(library)
            if self.entry_list.current == here:
                first = next((n for n, entry in enumerate(self.listed_entries.ids) if entry in new), None)
                self.entry_list.go_to(self.entry_list.aim if first is None else first)

        # Not the work of a look, which the next one would take the place of.
        self.begin(Work.SEEK, job)

    def recount(self) -> None:
        """Count anew soon, since a mark changed; the list stays in its order, whatever it would be by now."""
        if self._recount_timer is None:
            self._recount_timer = self.set_timer(RELOAD_AFTER, self._recount_now)

    async def bring_rows(self, library: LibraryProtocol, ids: Sequence[int], query: str | None) -> None:
        """Give the list its rows, with what was found in them where they are hits of a search."""
        ahead = self._ahead.now()
        rows = await library.rows(ids)
        if query:
            snippets = await library.snippets(query, ids)
            rows = [replace(row, snippet=snippets.get(row.id)) for row in rows]
        self.entry_list.give_rows(self._ahead.over(rows, ahead))

    def reveal(self) -> None:
        """Show the panes, which are hidden until the library is open."""

    async def _list(self, library: LibraryProtocol, view: View) -> None:
        """The ids of `view`: the first few at once with their rows, then all."""
        first = with_parts(ListedEntries(view, ready=True), await self._listing(library, view, _FIRST_IDS))
        whole = len(first.ids) < _FIRST_IDS
        self._take(view, await self._with_hits(library, replace(first, whole=whole)))
        self._return_to_row()
        await self.bring_rows(library, first.ids[:_FIRST_ROWS], view.query)
        self.reveal()
        if not self._counted:
            await self.count()
        if not whole:
            self._take(view, await self._looked(library, view))
            self._return_to_row()
        await self.count_muted(library, view)

    def _return_to_row(self) -> None:
        """Go to the row at which the last session ended, as soon as it is listed."""
        found = None if self.row_to_return is None else self.listed_entries.index(self.row_to_return)
        if found is not None:
            self.entry_list.go_to(found)
        if found is not None or self.listed_entries.whole:
            self.row_to_return = None

    def _take(self, view: View, listed: ListedEntries) -> None:
        if view == self.view:
            self.listed_entries = listed
            self.tell_empty()

    def tell_empty(self) -> None:
        """Say why nothing is listed, for where nothing is."""
        hits = self.listed_entries.unfiltered if self.listed_entries.view == self.view else 0
        offline = self.status.offline_since is not None
        refreshing = self.status.progress is not None
        self.empty_notes = empty_list(
            self.view, self.sources, self.keymap, hits, offline=offline, refreshing=refreshing
        )

    def _reload_now(self) -> None:
        self._reload_timer = None
        self.begin(Work.RELOAD, self._look_anew)

    def _reload_after(self, seconds: float) -> None:
        due = monotonic() + seconds
        if self._reload_timer is not None and self._reload_due <= due:
            return
        if self._reload_timer is not None:
            self._reload_timer.stop()
        self._reload_timer, self._reload_due = self.set_timer(seconds, self._reload_now), due

    def _recount_now(self) -> None:
        self._recount_timer = None
        if self._reload_timer is None or self._reload_due > monotonic() + RELOAD_AFTER:
            self.begin(Work.COUNTS, lambda _: self.count())

    async def _look_anew(self, library: LibraryProtocol) -> None:
        """Sources, counts and the view as they are now; the cursor's entry stays where it stands.

        What a refresh brought waits, unless the cursor is at the top, where it is seen.
        """
        why = self._reasons.asked
        await self.count()
        view = self.view
        listed = await self._looked(library, view)
        old = self.listed_entries
        waiting: frozenset[int] = frozenset()
        if (
            old.view == view
            and old.whole
            and (self.waiting or Reason.REFRESH in why)
            and not self.entry_list.at_top
        ):
            new = ListedIds(listed.ids, listed.groups)
            parted = await asyncio.to_thread(without_waiting, old.ids, new, self.waiting, why)
            listed, waiting = with_parts(listed, parted.listed), parted.waiting
        listed = await self._with_hits(library, listed)
        if view == self.view:
            self._take(view, listed)
            self.waiting = waiting
            self._reasons.met(why)
            await self.count_muted(library, view)

    async def _with_hits(self, library: LibraryProtocol, listed: ListedEntries) -> ListedEntries:
        """Where a filter leaves nothing of a search: how much the search found without it."""
        view = listed.view
        if listed.ids or not view.query or view.filter is Filter.ALL:
            return listed
        hits = await library.entry_ids(replace(view, filter=Filter.ALL))
        return replace(listed, unfiltered=len(hits))

    async def _looked(self, library: LibraryProtocol, view: View) -> ListedEntries:
        """All of a view as it is, with the rows that stay in it, merged off this thread (100,000 take a frame)."""
        new = await self._listing(library, view)
        listed = ListedEntries(view, ready=True, whole=True)
        while True:
            old = self.listed_entries
            sticky = frozenset(self.sticky_ids) if old.view == view else frozenset[int]()
            merged = await asyncio.to_thread(_merged, listed, old, new, sticky)
            if self.listed_entries is old:
                return merged

    async def _listing(self, library: LibraryProtocol, view: View, limit: int | None = None) -> ListedIds:
        found = await library.listing(view, limit)
        return found if self.settings.day_headings else ListedIds(found.ids, array("q"))

    def heading(self, group: int) -> str:
        """What stands over a part of the list."""
        if self.view.order is ListOrder.SOURCE:
            source = next((one for one in self.sources if one.id == group), None)
            return _(parts.REMOVED_SOURCES) if source is None else source.title or masked(source.url)
        if self.view.order is ListOrder.READING_TIME:
            return parts.minutes(group)
        return parts.moment(group, datetime.now().astimezone().date())

    async def count(self) -> None:
        """Sources and counts as they are now, shown together."""
        if self._library is not None:
            sources, counts = tuple(await self._library.sources()), await self._library.counts()
            await self.take_views(self._library)
            self.accounts = tuple(await self._library.accounts())
            self.sources, self.counts = sources, counts
            self._counted = True
            self.tell_account()

    def tell_account(self) -> None:
        """Say how the account stands that is listed; without a network, what waits for any."""
        shown = account_state(listed_accounts(self.view, self.sources, self.accounts))
        waiting = sum(one.waiting for one in self.accounts)
        if not shown and waiting and self.status.offline:
            shown = marks_wait(waiting)
        if shown != self.status.account:
            self.status = replace(self.status, account=shown)

    def _take_back(self) -> None:
        """Show the rows as the library has them: a mark that was shown at once could not be kept."""
        self.entry_list.ask_again()
        self.reload()


def _merged(listed: ListedEntries, old: ListedEntries, new: ListedIds, sticky: Collection[int]) -> ListedEntries:
    return with_parts(listed, merged_entries(ListedIds(old.ids, old.groups), new, sticky))
