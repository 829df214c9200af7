"""How much there is: sources, counts and accounts as they are; the saved views beside all else, so that no key
waits for them."""

from dataclasses import replace

from textual.timer import Timer

from tuinews.late import late_imports
from tuinews.model.standing.queries import SavedView
from tuinews.model.view import View
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.screens.library_work import LibraryWork
from tuinews.ui.screens.listing.list_notes import listed_accounts
from tuinews.ui.screens.work_completion import Work
from tuinews.ui.words.servers.accounts import account_state, marks_wait

with late_imports(__name__):
    from tuinews.ui.screens.listing.list_screen import ListScreen

COUNT_AFTER = 0.5
"""Seconds after a change in which more of the saved views are counted as one."""


class Counting:
    """Counts what the library has, and shows it on the screen."""

    def __init__(self, screen: ListScreen, work: LibraryWork) -> None:
        self._screen, self._work = screen, work
        self._timer: Timer | None = None
        self.is_done = False
        """Whether it was counted what is listed now: before, nothing is said of how much that is."""
        self.tags: list[str] = []

    async def count(self) -> None:
        """Sources and counts as they are now, shown together."""
        library = self._work.library
        if library is not None:
            sources, counts = tuple(await library.sources()), await library.counts()
            await self.take_views(library)
            self._screen.accounts = tuple(await library.accounts.every())
            self._screen.sources, self._screen.counts = sources, counts
            self.is_done = True
            self.tell_account()

    def tell_account(self) -> None:
        """Say how the account stands that is listed; without a network, what waits for any."""
        shown = account_state(listed_accounts(self._screen.view, self._screen.sources, self._screen.accounts))
        waiting = sum(one.waiting for one in self._screen.accounts)
        if not shown and waiting and self._screen.status.offline:
            shown = marks_wait(waiting)
        if shown != self._screen.status.account:
            self._screen.status = replace(self._screen.status, account=shown)

    def saved_view(self, view: View) -> SavedView | None:
        """The saved view that is listed, None if another list is."""
        return next((one for one in self._screen.saved_views if one.id == view.saved_id), None)

    async def count_muted(self, library: LibraryProtocol, view: View) -> None:
        """Count what a list leaves out, after it is shown."""
        self._screen.muted_here = await library.muted_count(view)

    async def take_views(self, library: LibraryProtocol) -> None:
        """Show the views as they are now; what is unread of them follows."""
        self.tags = await library.tags()
        views = tuple(await library.views())
        if views != self._screen.saved_views:
            self._screen.saved_views = views
        if views and self._timer is None:
            self._timer = self._screen.set_timer(COUNT_AFTER, self._begin_to_count)

    def _begin_to_count(self) -> None:
        self._timer = None
        self._work.begin(Work.VIEWS, self._count_views)

    async def _count_views(self, library: LibraryProtocol) -> None:
        """Count view by view; a new count that is begun meanwhile ends this one between two of them."""
        counted: dict[int, int] = {}
        for view in self._screen.saved_views:
            unread = await library.unread_of_view(view)
            if unread is not None:
                counted[view.id] = unread
        if counted != self._screen.unread_of_views:
            self._screen.unread_of_views = counted
