"""The rows from where a selection was begun to the cursor."""

from tuinews.ui.widgets.entries.listed_entries import ListedEntries


class RowSelection:
    """A selection of rows, which follows its entry when the list changes."""

    def __init__(self) -> None:
        self.begun_at: int | None = None
        """The entry at which it was begun, None while there is none."""
        self._row: int | None = None

    def begin(self, entry_id: int | None, listed: ListedEntries) -> None:
        """Begin at an entry of a list; None ends it."""
        self.begun_at = entry_id
        self._row = None if entry_id is None else listed.index(entry_id)

    def rows(self, here: int) -> range:
        """The rows that are selected while the cursor is at row `here`."""
        begun = self._row
        return range(0) if begun is None or here < 0 else range(min(begun, here), max(begun, here) + 1)
