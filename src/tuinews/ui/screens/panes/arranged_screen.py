"""A screen of panes: which of them stand where, by the room there is and by what was set by hand."""

from collections.abc import Mapping
from dataclasses import replace

from textual import events
from textual.geometry import Offset, Region, Size
from textual.layout import Layout
from textual.reactive import var

from tuinews.late import late_imports
from tuinews.model.screen.state import ScreenState
from tuinews.ui.screens.layout import PaneLayout, PaneName, pane_regions, visible
from tuinews.ui.screens.panes.arranged_panes import ArrangedPanes
from tuinews.ui.screens.status_messages import StatusMessages
from tuinews.ui.widgets.layers import Layer

with late_imports(__name__):
    from tuinews.ui.screens.panes.resizing import divider_at, dragged, resized

_STATUS_LINE = 1
"""Lines of the status line."""


class ArrangedScreen(StatusMessages, Layer):
    """A screen whose panes are arranged by `panes`, around the one `at` which the keys are.

    In `zen` the reader stands alone, without a title and without a status line; for a `screen_reader` every pane
    stands alone, since that speaks whole lines of the terminal.
    """

    at: var[PaneName] = var(PaneName.LIST, init=False)
    panes: var[ScreenState] = var(ScreenState, init=False)
    zen: var[bool] = var(False, init=False)
    screen_reader: var[bool] = var(False, init=False)
    measure: var[int] = var(80, init=False)

    def __init__(self) -> None:
        super().__init__()
        self._layout = ArrangedPanes(self._regions)
        self._dragged: PaneName | None = None

    @property
    def layout(self) -> Layout:
        """Textual's: what gives the panes their places."""
        return self._layout

    @property
    def shown_panes(self) -> frozenset[PaneName]:
        """The panes for which there is room now, beside the one that the keys are in."""
        if self.zen:
            return frozenset((PaneName.READER,))
        if self.screen_reader:
            return frozenset((self.at,))
        return visible(self.size, self.at, self.panes.arrangement)

    def in_sight(self, name: PaneName) -> bool:
        """Whether there is room for a pane now, beside the one that the keys are in."""
        return name in self.shown_panes

    def resize_pane(self, cells: int) -> bool:
        """Make the pane that the keys are in so many cells wider, or higher; whether anything changed."""
        before = self._pane_layout.shares
        shares = resized(self._regions(self._room), self._room, self._pane_layout, self.at, cells)
        self.panes = replace(self.panes, shares=shares)
        return shares != before

    def keep_panes(self) -> None:
        """Remember for the next start how the panes stand."""
        raise NotImplementedError

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of a line that divides two panes."""
        self._dragged = self._divider_at(event.screen_offset)

    @property
    def mouse_on_divider(self) -> bool:
        """Whether the mouse is where it takes hold of a dividing line, and so goes into neither pane."""
        return self._divider_at(self.app.mouse_position) is not None

    def _divider_at(self, place: Offset) -> PaneName | None:
        return divider_at(self._regions(self._room), place, self._pane_layout)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Move the line that is held."""
        if self._dragged is None:
            return
        if not event.button:
            self._let_go()
            return
        place = Offset(event.screen_x, event.screen_y)
        shares = dragged(self._regions(self._room), self._room, self._pane_layout, self._dragged, place)
        self.panes = replace(self.panes, shares=shares)

    def on_mouse_up(self) -> None:
        """Let the line go."""
        self._let_go()

    def _let_go(self) -> None:
        if self._dragged is not None:
            self._dragged = None
            self.keep_panes()

    @property
    def _room(self) -> Size:
        """The room for the panes while nothing is asked."""
        return Size(self.size.width, max(0, self.size.height - (0 if self.zen else _STATUS_LINE)))

    @property
    def _pane_layout(self) -> PaneLayout:
        return PaneLayout(self.panes.arrangement, self.panes.shares, self.measure)

    def _regions(self, room: Size) -> Mapping[PaneName, Region]:
        return pane_regions(room, self.shown_panes, self._pane_layout)
