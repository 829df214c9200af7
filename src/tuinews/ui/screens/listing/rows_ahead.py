"""Marks that are shown and wait to be kept: what the library answers meanwhile is older than the screen."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from tuinews.model.entry_row import EntryRow


class RowsAhead:
    """The rows that are shown ahead of the library, by id."""

    def __init__(self) -> None:
        self._rows: dict[int, EntryRow] = {}

    def add(self, rows: Iterable[EntryRow]) -> None:
        """These rows are shown as the library will have them."""
        self._rows.update((row.id, row) for row in rows)

    def now(self) -> dict[int, EntryRow]:
        """The rows that are ahead at this moment."""
        return dict(self._rows)

    def kept(self, rows: Mapping[int, EntryRow]) -> None:
        """The library has these now, or never will; a row that changed again meanwhile stays ahead."""
        for entry_id, row in rows.items():
            if self._rows.get(entry_id) is row:
                del self._rows[entry_id]

    def over(self, rows: Iterable[EntryRow], before: Mapping[int, EntryRow]) -> list[EntryRow]:
        """Rows of the library with the marks that are shown; `before` were ahead when the library was asked."""
        return [_as_shown(row, self._rows.get(row.id) or before.get(row.id)) for row in rows]


def _as_shown(row: EntryRow, shown: EntryRow | None) -> EntryRow:
    return row if shown is None else replace(row, read=shown.read, starred=shown.starred)
