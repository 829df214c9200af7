"""The saved views, with what is unread of each: counted beside all else, so that no key waits for it."""

from collections.abc import Mapping

from textual.reactive import var
from textual.timer import Timer

from tuinews.model.standing.queries import SavedView
from tuinews.model.view import View
from tuinews.ui.app_context import AppContext
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.screens.listing.library_work import LibraryWork
from tuinews.ui.screens.work_ends import Work
from tuinews.ui.widgets.layers import Layer

COUNT_AFTER = 0.5
"""Seconds after a change in which more of them are counted as one."""


class ViewsState(LibraryWork, Layer):
    """The saved views of the library."""

    saved_views: var[tuple[SavedView, ...]] = var((), init=False)
    unread_of_views: var[Mapping[int, int]] = var(dict, init=False)
    """The unread articles of views by their ids, of those that are counted."""

    muted_here: var[int] = var(0, init=False)
    """How many articles the list leaves out since they are muted."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._count_timer: Timer | None = None
        self.tags: list[str] = []

    def saved_view(self, view: View) -> SavedView | None:
        """The saved view that is listed, None where another list is."""
        return next((one for one in self.saved_views if one.id == view.saved_id), None)

    async def count_muted(self, library: LibraryProtocol, view: View) -> None:
        """Count what a list leaves out, after it is shown."""
        is_search = view.query is not None or view.saved_id is not None
        self.muted_here = 0 if is_search else await library.muted_count(view)

    async def end_mutes(self, library: LibraryProtocol) -> None:
        """End the mutes that are over."""
        if await library.settle_mutes():
            self.reload()

    async def find_stories(self, library: LibraryProtocol) -> None:
        """Look for stories in what came before there were any."""
        if await library.settle_stories():
            self.reload()

    def reload(self) -> None:
        """Look at the library anew, since something changed in it."""
        raise NotImplementedError

    async def take_views(self, library: LibraryProtocol) -> None:
        """Show the views as they are now; what is unread of them follows."""
        self.tags = await library.tags()
        views = tuple(await library.views())
        if views != self.saved_views:
            self.saved_views = views
        if views and self._count_timer is None:
            self._count_timer = self.set_timer(COUNT_AFTER, self._begin_to_count)

    def _begin_to_count(self) -> None:
        self._count_timer = None
        self.begin(Work.VIEWS, self._count_views)

    async def _count_views(self, library: LibraryProtocol) -> None:
        """Count view by view; a new count that is begun meanwhile ends this one between two of them."""
        counted: dict[int, int] = {}
        for view in self.saved_views:
            unread = await library.unread_of_view(view)
            if unread is not None:
                counted[view.id] = unread
        if counted != self.unread_of_views:
            self.unread_of_views = counted
