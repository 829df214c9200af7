"""New looks at the library, since something changed in it: each leaves the cursor's entry where it stands."""

import asyncio
from time import monotonic

from textual.timer import Timer

from tuinews.late import late_imports
from tuinews.model.view import ListedIds
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.screens.library_work import LibraryWork
from tuinews.ui.screens.listing.counting import Counting
from tuinews.ui.screens.listing.listing import ListedView
from tuinews.ui.screens.listing.waiting_entries import Reason, Reasons, without_waiting
from tuinews.ui.screens.work_completion import Work
from tuinews.ui.widgets.entries.listed_entries import with_parts

with late_imports(__name__):
    from tuinews.ui.screens.listing.list_screen import ListScreen

RELOAD_AFTER = 0.25
"""Seconds in which several changes of the library make one new look at it."""

_WALKED_A_SECOND = 200_000
"""Entries of a list for each second between two looks at it while a refresh goes on: a tenth of a processor."""


class Reloading:
    """Looks at the library anew, soon or at once; what a refresh brought waits to be listed."""

    def __init__(
        self, screen: ListScreen, work: LibraryWork, listing: ListedView, counting: Counting, reasons: Reasons
    ) -> None:
        self._screen, self._work = screen, work
        self._listing, self._counting, self._reasons = listing, counting, reasons
        self._timer: Timer | None = None
        self._due = 0.0
        self._recount_timer: Timer | None = None

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
        longer = len(self._screen.listed_entries.ids) / _WALKED_A_SECOND
        self.reload_for_news(max(after, longer))
        if longer > after:
            self.recount()

    def list_waiting(self) -> None:
        """List the new entries that wait; the cursor stays on its entry."""
        self._waits_for_none()
        self._work.begin(Work.RELOAD, self._look_anew)

    def go_to_waiting(self) -> None:
        """List the new entries that wait, and go to the first of them, unless the cursor moves meanwhile."""
        new, here = self._screen.waiting, self._screen.entry_list.current
        self._waits_for_none()

        async def job(library: LibraryProtocol) -> None:
            await self._look_anew(library)
            if self._screen.entry_list.current == here:
                first = next((n for n, entry in enumerate(self._screen.listed_entries.ids) if entry in new), None)
                self._screen.entry_list.go_to(self._screen.entry_list.aim if first is None else first)

        # Not the work of a look, which the next one would take the place of.
        self._work.begin(Work.SEEK, job)

    def recount(self) -> None:
        """Count anew soon, since a mark changed; the list stays in its order, whatever it would be by now."""
        if self._recount_timer is None:
            self._recount_timer = self._screen.set_timer(RELOAD_AFTER, self._recount_now)

    async def end_mutes(self, library: LibraryProtocol) -> None:
        """End the mutes that are over."""
        if await library.settle_mutes():
            self.reload()

    async def find_stories(self, library: LibraryProtocol) -> None:
        """Look for stories in what came before there were any."""
        if await library.settle_stories():
            self.reload()

    def _waits_for_none(self) -> None:
        self._screen.waiting = frozenset()
        self._reasons.clear()

    def _reload_now(self) -> None:
        self._timer = None
        self._work.begin(Work.RELOAD, self._look_anew)

    def _reload_after(self, seconds: float) -> None:
        due = monotonic() + seconds
        if self._timer is not None and self._due <= due:
            return
        if self._timer is not None:
            self._timer.stop()
        self._timer, self._due = self._screen.set_timer(seconds, self._reload_now), due

    def _recount_now(self) -> None:
        self._recount_timer = None
        if self._timer is None or self._due > monotonic() + RELOAD_AFTER:
            self._work.begin(Work.COUNTS, lambda _: self._counting.count())

    async def _look_anew(self, library: LibraryProtocol) -> None:
        """Sources, counts and the view as they are now; the cursor's entry stays where it stands.

        What a refresh brought waits, unless the cursor is at the top, where it is seen.
        """
        why = self._reasons.asked
        await self._counting.count()
        view = self._screen.view
        listed = await self._listing.looked(library, view)
        old = self._screen.listed_entries
        waiting: frozenset[int] = frozenset()
        if (
            old.view == view
            and old.whole
            and (self._screen.waiting or Reason.REFRESH in why)
            and not self._screen.entry_list.at_top
        ):
            new = ListedIds(listed.ids, listed.groups)
            parted = await asyncio.to_thread(without_waiting, old.ids, new, self._screen.waiting, why)
            listed, waiting = with_parts(listed, parted.listed), parted.waiting
        listed = await self._listing.with_hits(library, listed)
        if view == self._screen.view:
            self._listing.take(view, listed)
            self._screen.waiting = waiting
            self._reasons.met(why)
            await self._counting.count_muted(library, view)
