"""The places at the left: the four lists of all, then folders and sources with what is unread."""

from collections.abc import Mapping
from time import monotonic
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from tuinews.language import number
from tuinews.model.source import Source
from tuinews.model.sources.pane import SourcesPane
from tuinews.model.standing.queries import SavedView
from tuinews.model.view import Counts, View
from tuinews.quick_dataclass import dataclass
from tuinews.typeset.cells import width
from tuinews.ui.widgets.entries.short_names import cut_apart, shared_beginnings
from tuinews.ui.widgets.pane import Motion, Pane, stepped
from tuinews.ui.widgets.source_rows import SidebarRow, folders_above, is_shown, place_of, sidebar_rows, view_rows
from tuinews.ui.widgets.strips import strip_of

FAILED = "!"
_HEARD_WITHIN = 2.0
"""Seconds within which the screen has heard where a key led, however busy it is."""
FOLDED, UNFOLDED = "▸ ", "▾ "


class SourceList(Pane):
    """The places, with a cursor on the one that is listed."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "source-list--place",
        "source-list--quiet",
        "source-list--folder",
        "source-list--count",
        "source-list--failed",
        "source-list--cursor",
    }

    sources: var[tuple[Source, ...]] = var((), init=False)
    counts: var[Counts | None] = var(None, init=False)
    view: var[View] = var(View, init=False)
    pane: var[SourcesPane] = var(SourcesPane, init=False)

    saved_views: var[tuple[SavedView, ...]] = var((), init=False)
    unread_of_views: var[Mapping[int, int]] = var(dict, init=False)

    @dataclass
    class Chosen(Message):
        """The cursor went to another place."""

        view: View

    @dataclass
    class FoldingAsked(Message):
        """The sign of a folder was clicked."""

        path: str

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._places: tuple[SidebarRow, ...] = ()
        self._shared: Mapping[str, str] = {}
        self._index_of: dict[View, int] = {}
        self._stops: list[View] = []
        self._unread: dict[int, int] = {}
        self._index = 0
        self._going_to: View | None = None
        self._went = 0.0

    def watch_sources(self) -> None:
        """Show other sources or counts of them."""
        self._lay_out()

    def watch_counts(self) -> None:
        """Show other counts of all."""
        self._lay_out()

    def watch_saved_views(self) -> None:
        """Show other views."""
        self._lay_out()

    def watch_unread_of_views(self) -> None:
        """Show other counts of views."""
        self._lay_out()

    def watch_pane(self) -> None:
        """Fold and unfold, and leave out what has nothing unread."""
        self._lay_out()

    def watch_view(self, old: View) -> None:
        """Put the cursor on the place that is listed; not while it is on its way to another one."""
        if self._going_to == place_of(self.view):
            self._going_to = None
        if self.pane.unread_only and any(self._is_read(one) for one in (old, self.view)):
            self._lay_out()  # a source without unread articles is shown only while it is listed
        self._find_cursor()

    def fit(self) -> None:
        """Keep the cursor in sight."""
        self._lay_out()

    @property
    def cursor_cell(self) -> Offset:
        """The first cell of the name under the cursor."""
        indent = self._places[self._index].indent if self._index < len(self._places) else 0
        return Offset(1 + indent, self._index - self.scroll_offset.y)

    def move(self, motion: Motion, times: int = 0) -> None:
        """Move the cursor to another place; the list follows it. A number counts places, not the lines between."""
        places = [index for index, place in enumerate(self._places) if place.view is not None]
        if times and self._index in places:
            self._choose(places[stepped(places.index(self._index), motion, len(places), self.page, times)])
        elif self._places:
            index = stepped(self._index, motion, len(self._places), self.page)
            self._choose(self._selectable(index, -1 if index < self._index else 1))

    @property
    def folder(self) -> str | None:
        """The path of the folder under the cursor, or that holds what is there; None outside all."""
        return self._places[self._index].path if self._index < len(self._places) else None

    @property
    def is_on_the_way(self) -> bool:
        """Whether a key has led to another place, of which the screen has not heard yet."""
        return self._going_to is not None and monotonic() - self._went < _HEARD_WITHIN

    def step_source(self, direction: int, times: int = 1) -> bool:
        """Go to the next (1) or the previous (-1) source, or as many on as there are of so many `times`, into
        folded folders too; whether there is one."""
        here = self._going_to or place_of(self.view)
        index = self._stops.index(here) if here in self._stops else 0
        beyond = self._stops[index + 1 :] if direction > 0 else self._stops[:index][::-1]
        sources = [view for view in beyond if view.source_id is not None][:times]
        if sources:
            self._go(sources[-1])
        return bool(sources)

    def on_click(self, event: events.Click) -> None:
        """Go to the place that was clicked; on the sign of a folder, fold or unfold it."""
        index = int(event.y) + self.scroll_offset.y
        if not 0 <= index < len(self._places):
            return
        place = self._places[index]
        if place.is_folder and place.path and event.x <= place.indent + len(FOLDED):
            self.post_message(self.FoldingAsked(place.path))
        elif place.view is not None:
            self._choose(index)

    def render_line(self, y: int) -> Strip:
        """One place."""
        index = y + self.scroll_offset.y
        if not 0 <= index < len(self._places):
            return self.blank(self.look("source-list--quiet"))
        place = self._places[index]
        segments = self._segments(place)
        if index == self._index and place.view is not None:
            segments = list(Segment.apply_style(segments, post_style=self.look("source-list--cursor")))
        return strip_of(segments).adjust_cell_length(self.line_width, self.look("source-list--quiet"))

    def _segments(self, place: SidebarRow) -> list[Segment]:
        quiet = self.look("source-list--quiet")
        count = number(place.count) if place.count else ""
        tail = width(count) + 2 + (2 if place.failed else 0)
        sign = "" if place.folded is None else FOLDED if place.folded else UNFOLDED
        room = max(1, self.line_width - 1 - place.indent - tail)
        shared = self._shared.get(place.title, "")
        name = sign + cut_apart(place.title, shared, max(1, room - width(sign)))
        style = "folder" if place.is_folder else "place" if place.count else "quiet"
        segments = [
            Segment(" " * (1 + place.indent), quiet),
            Segment(name + " " * (room - width(name)), self.look(f"source-list--{style}")),
            Segment(" ", quiet),
        ]
        if place.failed:
            segments.append(Segment(FAILED + " ", self.look("source-list--failed")))
        return [*segments, Segment(count + " ", self.look("source-list--count"))]

    def _is_read(self, view: View) -> bool:
        return view.source_id is not None and not self._unread.get(view.source_id)

    def _lay_out(self) -> None:
        self._unread = {source.id: source.unread for source in self.sources}
        views = view_rows(self.saved_views, self.unread_of_views)
        self._places = sidebar_rows(self.sources, self.counts, self.pane, self.view, views)
        self._shared = shared_beginnings(tuple(row.title for row in self._places))
        self._index_of = {row.view: index for index, row in enumerate(self._places) if row.view is not None}
        shown = [source for source in self.sources if is_shown(source, self.pane, self.view)]
        self._stops = [row.view for row in sidebar_rows(shown, None, SourcesPane()) if row.view is not None]
        self.virtual_size = Size(self.line_width, len(self._places))
        self._find_cursor()
        self.refresh()

    def _find_cursor(self) -> None:
        """Put the cursor where the last key sent it, else on the place that is listed."""
        index = self._row_of(self._going_to or place_of(self.view))
        if index is not None:
            before, self._index = self._index, index
            self._show(index)
            if before != index:
                self.paint_step(before, index)

    def _row_of(self, view: View) -> int | None:
        """The row of a place, or of the folded folder that hides it; None if there is none."""
        if view in self._index_of:
            return self._index_of[view]
        path = view.folder
        if view.source_id is not None:
            path = next((source.folder for source in self.sources if source.id == view.source_id), None)
        rows = (self._index_of.get(View(folder=folder)) for folder in folders_above(path))
        return next((row for row in rows if row is not None), None)

    def _choose(self, index: int) -> None:
        view = self._places[index].view
        if view is not None and view != (self._going_to or place_of(self.view)):
            self._go(view)

    def _go(self, view: View) -> None:
        """Go to a place: the cursor at once, since the list follows by a message, and keys may come before it."""
        self._going_to, self._went = view, monotonic()
        self._find_cursor()
        self.post_message(self.Chosen(view))

    def _selectable(self, index: int, direction: int) -> int:
        """The nearest row that leads somewhere, from `index` on."""
        while 0 < index < len(self._places) - 1 and self._places[index].view is None:
            index += direction
        return index if self._places[index].view is not None else self._index

    def _show(self, index: int) -> None:
        top = self.scroll_offset.y
        if index < top:
            self.jump(index)
        elif index >= top + self.page:
            self.jump(index - self.page + 1)
