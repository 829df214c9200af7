"""The places at the left: the four lists of all, then folders and sources with what is unread."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip

from tuinews.address import masked
from tuinews.language import _, number
from tuinews.model.source import Source
from tuinews.model.view import Counts, Filter, View
from tuinews.text import clean_line
from tuinews.typeset.cells import cut, width
from tuinews.ui.widgets.pane import Motion, Pane, stepped
from tuinews.ui.widgets.strips import strip_of
from tuinews.ui.words import states

FAILED = "!"


@dataclass(frozen=True, slots=True)
class SidebarRow:
    """A row: where it leads (None for a row between), its words, its count, whether its last refresh failed."""

    view: View | None
    title: str
    count: int = 0
    indent: int = 0
    failed: bool = False
    folder: bool = False


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

    @dataclass
    class Chosen(Message):
        """The cursor went to another place."""

        view: View

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._places: tuple[SidebarRow, ...] = ()
        self._index = 0
        self._going_to: View | None = None

    def watch_sources(self) -> None:
        """Show other sources or counts of them."""
        self._lay_out()

    def watch_counts(self) -> None:
        """Show other counts of all."""
        self._lay_out()

    def watch_view(self) -> None:
        """Put the cursor on the place that is listed; not while it is on its way to another one."""
        if self._going_to == _place_of(self.view):
            self._going_to = None
        self._find_cursor()
        self.refresh()

    def fit(self) -> None:
        """Keep the cursor in sight."""
        self._lay_out()

    @property
    def cursor_cell(self) -> Offset:
        """The first cell of the name under the cursor."""
        indent = self._places[self._index].indent if self._index < len(self._places) else 0
        return Offset(1 + indent, self._index - self.scroll_offset.y)

    def move(self, motion: Motion) -> None:
        """Move the cursor to another place; the list follows it."""
        if self._places:
            index = stepped(self._index, motion, len(self._places), self.page)
            self._choose(self._selectable(index, -1 if index < self._index else 1))

    def step_source(self, direction: int) -> bool:
        """Go to the next (1) or the previous (-1) source; whether there is one."""
        index = self._index + direction
        while 0 <= index < len(self._places):
            view = self._places[index].view
            if view is not None and view.source_id is not None:
                self._choose(index)
                return True
            index += direction
        return False

    def on_click(self, event: events.Click) -> None:
        """Go to the place that was clicked."""
        index = int(event.y) + self.scroll_offset.y
        if 0 <= index < len(self._places) and self._places[index].view is not None:
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
        room = max(1, self.line_width - 1 - place.indent - tail)
        name = cut(place.title, room)
        style = "folder" if place.folder else "place" if place.count else "quiet"
        segments = [
            Segment(" " * (1 + place.indent), quiet),
            Segment(name + " " * (room - width(name)), self.look(f"source-list--{style}")),
            Segment(" ", quiet),
        ]
        if place.failed:
            segments.append(Segment(FAILED + " ", self.look("source-list--failed")))
        return [*segments, Segment(count + " ", self.look("source-list--count"))]

    def _lay_out(self) -> None:
        self._places = tuple(_places(self.sources, self.counts))
        self.virtual_size = Size(self.line_width, len(self._places))
        self._find_cursor()
        self.refresh()

    def _find_cursor(self) -> None:
        """Put the cursor where the last key sent it, else on the place that is listed."""
        here = self._going_to or _place_of(self.view)
        for index, place in enumerate(self._places):
            if place.view == here:
                self._index = index
                self._show(index)
                return

    def _choose(self, index: int) -> None:
        view = self._places[index].view
        if view is not None and index != self._index:
            # The cursor goes at once: the list follows it by a message, and the next key may come before that.
            self._index, self._going_to = index, view
            self._show(index)
            self.refresh()
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


def _place_of(view: View) -> View:
    """The row of a view: of its source or folder whatever its filter, of all by its filter."""
    here = replace(view, query=None)
    if here.source_id is not None or here.folder is not None:
        here = replace(here, filter=Filter.ALL)
    return here


def _places(sources: tuple[Source, ...], counts: Counts | None) -> Iterator[SidebarRow]:
    known = counts or Counts(0, 0, 0, 0)
    numbers = {
        Filter.ALL: known.all,
        Filter.UNREAD: known.unread,
        Filter.STARRED: known.starred,
        Filter.OFFLINE: known.offline,
    }
    for which, title in states.PLACES.items():
        yield SidebarRow(View(filter=which), _(title), numbers[which])
    unread: dict[str | None, int] = {}
    for source in sources:
        unread[source.folder] = unread.get(source.folder, 0) + source.unread
    folder: str | None = None
    if sources:
        yield SidebarRow(None, "")
    for source in sources:
        if source.folder and source.folder != folder:
            name = clean_line(source.folder)
            yield SidebarRow(View(folder=source.folder), name, unread[source.folder], folder=True)
        folder = source.folder
        title = clean_line(source.title) or clean_line(masked(source.url))
        indent = 1 if folder else 0
        yield SidebarRow(View(source_id=source.id), title, source.unread, indent, failed=source.error is not None)
