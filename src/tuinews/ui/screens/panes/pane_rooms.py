"""Which panes stand where, by the room there is and by what was set by hand."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol

from textual.geometry import Offset, Region, Size

from tuinews.late import late_imports
from tuinews.model.screen.state import ScreenState
from tuinews.ui.screens.layout import PaneLayout, PaneName, pane_regions, visible
from tuinews.ui.screens.panes.arranged_panes import ArrangedPanes

with late_imports(__name__):
    from tuinews.ui.screens.panes.resizing import divider_at, dragged, resized

_STATUS_LINE = 1
"""Lines of the status line."""


class PanedScreen(Protocol):
    """What the rooms ask of the screen: its panes are arranged by `panes`, around the one `at` which the keys are.

    In `zen` the reader stands alone, without a title and without a status line; for a `screen_reader` every pane
    stands alone, since that speaks whole lines of the terminal.
    """

    at: PaneName
    panes: ScreenState
    zen: bool
    screen_reader: bool
    measure: int

    @property
    def size(self) -> Size:
        """Its columns and lines."""

    def keep_panes(self) -> None:
        """Remember for the next start how the panes stand."""


class PaneRooms:
    """The rooms of the panes, and the line between two of them that the mouse holds."""

    def __init__(self, screen: PanedScreen) -> None:
        self._screen = screen
        self._dragged: PaneName | None = None
        self.layout = ArrangedPanes(self._regions)
        """Textual's: what gives the panes their places."""

    @property
    def shown(self) -> frozenset[PaneName]:
        """The panes for which there is room now, beside the one that the keys are in."""
        if self._screen.zen:
            return frozenset((PaneName.READER,))
        if self._screen.screen_reader:
            return frozenset((self._screen.at,))
        return visible(self._screen.size, self._screen.at, self._screen.panes.arrangement)

    def in_sight(self, name: PaneName) -> bool:
        """Whether there is room for a pane now, beside the one that the keys are in."""
        return name in self.shown

    def resize(self, cells: int) -> bool:
        """Make the pane that the keys are in that many cells wider, or higher; whether anything changed."""
        before = self._pane_layout.shares
        shares = resized(self._regions(self._room), self._room, self._pane_layout, self._screen.at, cells)
        self._screen.panes = replace(self._screen.panes, shares=shares)
        return shares != before

    def take_hold(self, place: Offset) -> None:
        """Take hold of a line that divides two panes, where there is one."""
        self._dragged = self.divider_at(place)

    def divider_at(self, place: Offset) -> PaneName | None:
        """The pane whose dividing line stands at a cell; None if there is none."""
        return divider_at(self._regions(self._room), place, self._pane_layout)

    def drag(self, place: Offset, *, held: bool) -> None:
        """Move the line to a cell, as long as the mouse has `held` it."""
        if self._dragged is None:
            return
        if not held:
            self.let_go()
            return
        shares = dragged(self._regions(self._room), self._room, self._pane_layout, self._dragged, place)
        self._screen.panes = replace(self._screen.panes, shares=shares)

    def let_go(self) -> None:
        """Let the line go, and keep where it is."""
        if self._dragged is not None:
            self._dragged = None
            self._screen.keep_panes()

    @property
    def _room(self) -> Size:
        """The room for the panes while nothing is asked."""
        return Size(
            self._screen.size.width, max(0, self._screen.size.height - (0 if self._screen.zen else _STATUS_LINE))
        )

    @property
    def _pane_layout(self) -> PaneLayout:
        return PaneLayout(self._screen.panes.arrangement, self._screen.panes.shares, self._screen.measure)

    def _regions(self, room: Size) -> Mapping[PaneName, Region]:
        return pane_regions(room, self.shown, self._pane_layout)
