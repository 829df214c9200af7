"""The rows of the list that are selected, which keys mean while the list has them."""

from array import array
from dataclasses import replace
from typing import Protocol

from tuinews.model.view import NOT_HERE
from tuinews.ui.keymap import Keymap
from tuinews.ui.screens.layout import PaneName
from tuinews.ui.screens.library_work import LibraryWork
from tuinews.ui.screens.work_completion import Work
from tuinews.ui.widgets.entries.entry_list import EntryList
from tuinews.ui.widgets.entries.listed_entries import ListedEntries
from tuinews.ui.widgets.status import Status
from tuinews.ui.words import messages


class RowsScreen(Protocol):
    """What the selected rows ask of the screen."""

    at: PaneName
    listed_entries: ListedEntries
    screen_reader: bool
    status: Status
    keymap: Keymap

    @property
    def entry_list(self) -> EntryList:
        """The list, which knows the rows by their places."""


class SelectedRows:
    """The entries of the selected rows; true while there are any that keys mean."""

    def __init__(self, screen: RowsScreen, work: LibraryWork) -> None:
        self._screen, self._work = screen, work

    def __bool__(self) -> bool:
        return self._screen.at is PaneName.LIST and len(self._screen.entry_list.selected_rows) > 0

    def take(self) -> "array[int]":
        """The entries that are selected in the list, which are so no longer; none where none are."""
        if not self:
            return array("q")
        rows = self._screen.entry_list.selected_rows
        ids = self._screen.listed_entries.ids[rows.start : rows.stop]
        self.begin(None)
        return ids

    def begin(self, entry_id: int | None) -> None:
        """Begin to select rows of the list at an entry; None ends it."""
        self._screen.entry_list.select_from(entry_id)
        self.tell()

    def tell(self) -> None:
        """Say that rows are selected, for as long as keys mean them."""
        screen = self._screen
        count = len(screen.entry_list.selected_rows) if screen.at is PaneName.LIST else 0
        selected = ""
        if count and screen.screen_reader:
            selected = messages.selecting_rows(screen.keymap)
        elif count:
            selected = messages.rows_selected(count, screen.keymap)
        if selected != screen.status.selected:
            screen.status = replace(screen.status, selected=selected)

    async def all_between(self, chosen: "array[int]") -> "array[int]":
        """The ids that were chosen; where some of them were not known yet, all between the ends, once they are."""
        if NOT_HERE not in chosen:
            return chosen
        await self._work.ended(Work.LIST)
        listed = self._screen.listed_entries
        first, last = (listed.index(end) for end in (chosen[0], chosen[-1]))
        if first is None or last is None:
            return array("q", filter(None, chosen))
        return listed.ids[first : last + 1]
