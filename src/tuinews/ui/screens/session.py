"""A session of the screen: it begins where the last one ended, and what it leaves is kept."""

from dataclasses import replace
from typing import Protocol

from tuinews.model.screen.state import LastPlace, ScreenState
from tuinews.model.sources.pane import SourcesPane
from tuinews.model.view import View
from tuinews.settings import Settings
from tuinews.ui.app_context import OpenLibrary
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.screens.layout import PaneName
from tuinews.ui.screens.library_work import LibraryWork
from tuinews.ui.screens.listing.listing import ListedView
from tuinews.ui.screens.status_messages import StatusMessages
from tuinews.ui.screens.work_completion import Work
from tuinews.ui.widgets.entries.entry_list import EntryList


class SessionScreen(Protocol):
    """What a session asks of the screen."""

    at: PaneName
    view: View
    open_id: int | None
    panes: ScreenState
    sources_pane: SourcesPane
    settings: Settings

    @property
    def entry_list(self) -> EntryList:
        """The list."""


class ScreenSession:
    """Opens the library at the place where reading was, and keeps that place."""

    def __init__(
        self, screen: SessionScreen, work: LibraryWork, listing: ListedView, messages: StatusMessages
    ) -> None:
        self._screen, self._work, self._listing, self._messages = screen, work, listing, messages

    async def begin(self, open_library: OpenLibrary) -> None:
        """Take the library as soon as it is open, with the first rows of the list; raises TuinewsError."""
        try:
            opened = self._work.library = await open_library()
            self._screen.sources_pane = await opened.sources_pane()
            self._messages.stay("")
        except Exception as error:
            self._work.why_no_library = self._messages.reason(error)
            raise
        opened.use(self._screen.settings)
        self._screen.panes = await opened.screen_state()
        view = self._screen.view = self._listing.arranged(await self._last_view(opened))
        await self._work.until_its_end(Work.LIST, lambda: self._listing.list_first(opened, view))

    async def _last_view(self, library: LibraryProtocol) -> View:
        """What was listed when the last session ended, as far as it is still there."""
        last = self._screen.panes.last
        if not self._screen.settings.resume:
            return self._screen.view
        self._listing.row_to_return = last.entry_id
        if last.saved_id is not None and any(one.id == last.saved_id for one in await library.views()):
            self._listing.source_filter = last.filter
            return replace(self._screen.view, saved_id=last.saved_id, filter=last.filter)
        if last.source_id is None and last.folder is None:
            return replace(self._screen.view, filter=last.filter)
        sources = await library.sources()
        there = any(
            source.id == last.source_id if last.source_id is not None else source.is_in(last.folder or "")
            for source in sources
        )
        if not there:
            return self._screen.view
        self._listing.source_filter = last.filter
        return replace(self._screen.view, source_id=last.source_id, folder=last.folder, filter=last.filter)

    @property
    def left(self) -> ScreenState:
        """How the screen is now, for the next start."""
        view = self._screen.view if self._screen.view.query is None else self._listing.view_before_search or View()
        last = LastPlace(
            view.source_id,
            view.folder,
            view.filter,
            None if self._screen.view.query else self._screen.entry_list.current,
            self._screen.open_id,
            self._screen.at.value,
            view.saved_id,
        )
        return replace(self._screen.panes, last=last)

    def keep(self) -> None:
        """Remember for the next start how the panes stand, and where reading is."""
        left = self.left
        if self._work.library is not None:
            self._work.beside(lambda library: library.keep_screen_state(left))
