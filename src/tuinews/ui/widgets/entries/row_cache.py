"""The rows of a list that are at hand, what was drawn of them, and which were asked for."""

from array import array
from collections.abc import Callable, Iterable, Sequence

from textual.strip import Strip

from tuinews.model.entry_row import EntryRow
from tuinews.ui.widgets.entries.entry_row import RowState

_ROWS_KEPT = 4000
"""Rows and drawn lines that are remembered; all of them are forgotten when there are more."""


class RowCache:
    """Rows by the ids of their entries; a list of a million needs those near its window alone."""

    def __init__(self) -> None:
        self._rows: dict[int, EntryRow] = {}
        self._asked: set[int] = set()
        self._strips: dict[int, dict[RowState, list[Strip]]] = {}

    def row(self, entry_id: int) -> EntryRow | None:
        """The row of an entry, where it is here."""
        return self._rows.get(entry_id)

    def misses(self, ids: Iterable[int]) -> bool:
        """Whether one of these rows is not here."""
        return any(entry_id not in self._rows for entry_id in ids)

    def unasked(self, ids: Iterable[int]) -> "array[int]":
        """Those of `ids` that are neither here nor asked for; from now on they are."""
        missing = array("q", (i for i in ids if i not in self._rows and i not in self._asked))
        self._asked.update(missing)
        return missing

    def take(self, rows: Sequence[EntryRow]) -> set[int]:
        """Take rows that were asked for, or that changed: the ids of those that are not as they were."""
        if len(self._rows) > _ROWS_KEPT:
            self.clear()
        changed: set[int] = set()
        for row in rows:
            if self._rows.get(row.id) != row:
                self._rows[row.id] = row
                self._strips.pop(row.id, None)
                changed.add(row.id)
        self._asked.difference_update(row.id for row in rows)
        return changed

    def ask_anew(self, ids: "array[int]") -> None:
        """Keep these rows alone, for as long as they are asked for once more."""
        near = set(ids)
        self._rows = {entry_id: row for entry_id, row in self._rows.items() if entry_id in near}
        self._asked = near

    def clear(self) -> None:
        """Forget all rows, since another view is listed."""
        self._rows.clear()
        self._strips.clear()

    def drawn(
        self, row: EntryRow, state: RowState, draw: Callable[[EntryRow, RowState], list[Strip]]
    ) -> list[Strip]:
        """The lines of a row in a state, drawn once."""
        lines = self._strips.setdefault(row.id, {})
        if state not in lines:
            lines[state] = draw(row, state)
        return lines[state]

    def forget_drawn(self) -> None:
        """Draw every row anew: its colours, its width or its ages are others."""
        self._strips.clear()
