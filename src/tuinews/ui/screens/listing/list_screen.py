"""What the parts that list ask of the screen."""

from collections.abc import Callable, Mapping
from typing import Protocol

from textual.timer import Timer

from tuinews.late import late_imports
from tuinews.model.screen.state import ScreenState
from tuinews.model.source import Source
from tuinews.model.standing.queries import SavedView
from tuinews.model.view import Counts, View
from tuinews.settings import Settings
from tuinews.ui.keymap import Keymap
from tuinews.ui.widgets.entries.entry_list import EntryList
from tuinews.ui.widgets.entries.listed_entries import ListedEntries
from tuinews.ui.widgets.source_list import SourceList
from tuinews.ui.widgets.status import Status

with late_imports(__name__):
    from tuinews.model.accounts.account import AccountStatus


class ListScreen(Protocol):
    """The screen's state as far as it is of lists: its widgets are bound to it, and the parts change it."""

    view: View
    listed_entries: ListedEntries
    waiting: frozenset[int]
    empty_notes: tuple[str, ...]
    muted_here: int
    sources: tuple[Source, ...]
    counts: Counts | None
    accounts: tuple[AccountStatus, ...]
    saved_views: tuple[SavedView, ...]
    unread_of_views: Mapping[int, int]
    status: Status
    panes: ScreenState
    settings: Settings
    keymap: Keymap

    @property
    def entry_list(self) -> EntryList:
        """The list."""

    @property
    def source_list(self) -> SourceList:
        """The places."""

    def set_timer(self, delay: float, callback: Callable[[], None], /) -> Timer:
        """Call something in `delay` seconds."""

    async def wait_for_refresh(self) -> bool:
        """Wait until what has changed is drawn."""

    def reveal(self) -> None:
        """Show the panes, which are hidden until the library is open."""

    def say_here(self, message: str) -> None:
        """Say something of this very place."""
