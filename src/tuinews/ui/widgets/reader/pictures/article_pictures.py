"""The pictures of an article: asked for as they come near, drawn beside, shown where lines wait."""

import asyncio
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any, Protocol

from rich.segment import Segment
from textual.strip import Strip

from tuinews.errors import ExtractError
from tuinews.late import late_imports
from tuinews.model.article import Article
from tuinews.model.kept_article import Picture
from tuinews.typeset.cells import cut, width
from tuinews.typeset.pieces import Line, Piece
from tuinews.ui.widgets.pane import note_lines
from tuinews.ui.widgets.pictures.drawing import DrawnPicture, PictureLook, draw
from tuinews.ui.widgets.reader.messages import PicturesNeeded
from tuinews.ui.widgets.reader.pictures.places import PicturePlaces
from tuinews.ui.widgets.reader.text.line_painter import LinePainter
from tuinews.ui.widgets.reader.window import Window

with late_imports(__name__):
    from tuinews.ui.widgets.pictures.graphics import TerminalGraphics

_MOST_CELLS = 15_000
"""Cells of pictures that are kept drawn beside those that are near: seven that fill two thirds of a screen."""


class PicturePane(Protocol):
    """What the pictures ask of the pane that they are in."""

    @property
    def is_attached(self) -> bool:
        """Whether it is still on a screen."""

    @property
    def picture_look(self) -> PictureLook:
        """How pictures are drawn in it now."""

    def begin_drawing(self, job: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Draw beside all else."""

    def call_after_refresh(self, job: Callable[[], None], /) -> object:
        """Do something once all is in its place."""


class ArticlePictures:
    """The pictures of the text: which were asked for, what is drawn of them, why others are missing."""

    def __init__(self, window: Window, pane: PicturePane) -> None:
        self._window, self._pane = window, pane
        self._places = PicturePlaces(window)
        self._graphics: TerminalGraphics | None = None
        self._entry_id: int | None = None
        self._article: Article | None = None
        self._asked: set[str] = set()
        self._missing: dict[str, str] = {}
        self._drawn: dict[str, DrawnPicture] = {}
        self._strips: dict[int, Strip] = {}
        self._drawing = asyncio.Lock()

    def show_article(self, entry_id: int | None, article: Article | None) -> None:
        """An article is set in lines; of another one nothing is kept."""
        if entry_id != self._entry_id or article is not self._article:
            self._entry_id, self._article = entry_id, article
            self.forget()

    def take_lines(self, lines: tuple[Line, ...]) -> None:
        """Note where the pictures are."""
        self._strips.clear()
        for address in self._places.take(lines):
            self._forget_one(address)

    def draw_by(self, graphics: TerminalGraphics | None) -> None:
        """Have the pictures drawn by the terminal, or (None) in cells."""
        self.forget()
        self._graphics = graphics
        self.draw_again()

    def draw_again(self) -> None:
        """Draw the pictures anew over another colour; what is drawn stays until then."""
        self._asked.clear()
        self._strips.clear()
        if self._places:
            self._pane.call_after_refresh(self.ask)

    @property
    def in_sight(self) -> str | None:
        """The address of the picture of which most is in the window, None if none is."""
        return self._places.most_in_sight

    def ask(self) -> None:
        """Ask for the pictures in the window and within a page of it that are not here."""
        wanted = tuple(address for address in self._places.near if address not in self._asked)
        if self._entry_id is not None and wanted:
            self._asked.update(wanted)
            self._window.tell(PicturesNeeded(self._entry_id, wanted))

    def give(self, picture: Picture) -> None:
        """Draw a picture that was asked for."""
        if picture.address in self._places:
            self._pane.begin_drawing(partial(self._draw, picture))
        else:
            self._asked.discard(picture.address)

    def tell_missing(self, address: str, why: str) -> None:
        """Say in its place why a picture is not here."""
        if address in self._places:
            self._missing[address] = why
            self._strips.clear()
            self._window.refresh()

    def strip(self, number: int, line: Line, painter: LinePainter) -> Strip:
        """A line of a picture; it is kept, for its many colours take time."""
        strip = self._strips.get(number)
        if strip is None:
            before = painter.segments(Line(line.pieces[:-1]))
            strip = Strip([*before, *self._segments(line.pieces[-1])]).apply_offsets(0, number)
            self._strips[number] = strip
        return strip

    def forget(self) -> None:
        """Forget all that was asked for and drawn."""
        for address in list(self._drawn):
            self._forget_one(address)
        self._asked.clear()
        self._missing.clear()
        self._strips.clear()

    def _segments(self, piece: Piece) -> list[Segment]:
        """A line of a picture; while it is not here, of the paper in its place, with why, if that is known."""
        row, columns = piece.picture, len(piece.text)
        assert row is not None
        drawn, look = self._drawn.get(row.address), self._window.look
        if drawn is not None:
            shown = drawn.line(row.row, row.rows, columns, look("reader--text"))
            return shown or [Segment(piece.text, look("reader--text"))]
        lines = note_lines((self._missing.get(row.address, ""),), columns)[: row.rows]
        own = row.row - (row.rows - len(lines)) // 2
        words = cut(lines[own], columns) if 0 <= own < len(lines) else ""
        left = (columns - width(words)) // 2
        return [Segment(" " * left + words + " " * (columns - left - width(words)), look("reader--picture"))]

    async def _draw(self, picture: Picture) -> None:
        async with self._drawing:
            place = self._places.of(picture.address)
            look, graphics = self._pane.picture_look, self._graphics
            if place is None or not self._pane.is_attached:
                return
            number = graphics.number() if graphics else None
            try:
                drawn = await asyncio.to_thread(draw, picture, place.columns, place.rows, look, number)
            except ExtractError as error:
                self.tell_missing(picture.address, error.why)
                return
        if not place.is_as_large_as(self._places.of(picture.address)) or look != self._pane.picture_look:
            self._asked.discard(picture.address)
            return
        if graphics and drawn.number is not None:
            graphics.give(drawn.number, drawn.transmission)
        self._make_room()
        self._forget_one(picture.address)
        self._asked.add(picture.address)
        self._drawn[picture.address] = drawn
        self._missing.pop(picture.address, None)
        self._strips.clear()
        self._window.refresh()

    def _make_room(self) -> None:
        """Forget what is drawn far from the window, where there is much."""
        near = set(self._places.near)
        cells = sum(drawn.columns * len(drawn.lines) for drawn in self._drawn.values())
        for address, drawn in list(self._drawn.items()):
            if cells <= _MOST_CELLS:
                return
            if address not in near:
                cells -= drawn.columns * len(drawn.lines)
                self._forget_one(address)

    def _forget_one(self, address: str) -> None:
        drawn = self._drawn.pop(address, None)
        if drawn is not None and drawn.number is not None and self._graphics:
            # Not before its cells are painted over, which would be black for that long.
            self._pane.call_after_refresh(partial(self._graphics.take, drawn.number))
        self._asked.discard(address)
