"""Draws the lines of a list of entries: its rows, for a screen reader too, headings, and why it is empty."""

from collections.abc import Callable, Sequence

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tuinews.model.entry_row import EntryRow
from tuinews.text import clean_line
from tuinews.typeset.cells import cut, width
from tuinews.ui.widgets.entries.entry_row import RowPainter, RowState
from tuinews.ui.widgets.entries.row_form import MARGIN
from tuinews.ui.widgets.entries.screen_reader_row import CURSOR_CELL, LONGEST_LINE, ScreenReaderRowPainter
from tuinews.ui.widgets.pane import note_lines
from tuinews.ui.widgets.strips import strip_of


class ListPainter:
    """The lines of a list of `cells`, its rows drawn by `rows`."""

    margin = MARGIN
    """Cells before a headline."""

    def __init__(
        self, look: Callable[[str], Style], cells: int, rows: RowPainter | ScreenReaderRowPainter
    ) -> None:
        self._look, self._cells = look, cells
        self.row, self.waiting, self.height = rows.lines, rows.waiting, rows.height

    def heading(self, words: str) -> Strip:
        """The line over a group of entries."""
        look = self._look("entry-list--heading")
        said = cut(clean_line(words), max(1, self._cells - 2))
        return strip_of([Segment(" " + said, look)]).adjust_cell_length(self._cells, look)

    def note(self, notes: Sequence[str], y: int) -> Strip:
        """Line `y` of what is said of an empty list, which begins on the second line."""
        look = self._look("entry-list--note")
        lines = note_lines(notes, self._cells - 4)
        text = lines[y - 1] if 0 < y <= len(lines) else ""
        return strip_of([Segment("  " + text, look)]).adjust_cell_length(self._cells, look)

    def step_cells(self, row: EntryRow | None, state: RowState) -> int | None:
        """The cells that are drawn anew when the cursor comes to a row, or leaves it; None: the whole row."""
        return None


class ScreenReaderListPainter(ListPainter):
    """The lines of a list as a screen reader speaks it: a step writes as little as can be."""

    margin = CURSOR_CELL

    def __init__(self, look: Callable[[str], Style], cells: int, rows: ScreenReaderRowPainter) -> None:
        super().__init__(look, cells, rows)
        self._words = rows.words

    def step_cells(self, row: EntryRow | None, state: RowState) -> int | None:
        """The cursor's line up to the end of its words; of the one that it leaves, the mark alone."""
        most = LONGEST_LINE if state.cursor else CURSOR_CELL
        return most if row is None else min(most, CURSOR_CELL + width(self._words(row, state)))
