"""The pictures of an article in their place: asked for as they come near, drawn beside, shown where lines wait."""

import asyncio
from collections.abc import Iterable
from functools import partial

from rich.segment import Segment
from textual.reactive import var
from textual.strip import Strip

from tuinews.errors import ExtractError
from tuinews.late import late_imports
from tuinews.model.article import Article
from tuinews.model.kept_article import Picture
from tuinews.quick_dataclass import dataclass
from tuinews.typeset.cells import cut, width
from tuinews.typeset.pieces import Line, PictureRoom, Piece
from tuinews.ui.terminal.worker import begin_worker
from tuinews.ui.widgets.layers import Layer
from tuinews.ui.widgets.pane import note_lines
from tuinews.ui.widgets.pictures.drawing import DrawnPicture, PictureLook, draw, look_over
from tuinews.ui.widgets.reader.article_pane import ArticlePane
from tuinews.ui.widgets.reader.messages import PicturesNeeded

with late_imports(__name__):
    from tuinews.ui.widgets.pictures.graphics import TerminalGraphics

_MOST_CELLS = 15_000
"""Cells of pictures that are kept drawn beside those that are near: seven that fill two thirds of a screen."""


@dataclass(frozen=True, slots=True)
class _Place:
    """The room of a picture: its first line, and how many columns and rows it has."""

    line: int
    columns: int
    rows: int


class PicturePane(ArticlePane, Layer):
    """An article with its pictures."""

    pictures_shown: var[bool] = var(False, init=False)
    graphics: var[TerminalGraphics | None] = var(None, init=False)

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._shown: tuple[int | None, Article | None] = (None, None)
        self._places: dict[str, _Place] = {}
        self._asked: set[str] = set()
        self._missing: dict[str, str] = {}
        self._drawn: dict[str, DrawnPicture] = {}
        self._strips: dict[int, Strip] = {}
        self._drawing = asyncio.Lock()

    def watch_pictures_shown(self) -> None:
        """Show the pictures, or only what they say, at the same place of the text."""
        self._forget_drawn()
        self.typeset_in_place()

    def watch_graphics(self) -> None:
        """Have the pictures drawn by somebody else."""
        self.draw_pictures_again()

    def draw_pictures_again(self) -> None:
        """Draw the pictures anew: another colour lies under them, or the terminal has lost them."""
        self._forget_drawn()
        if self._places:
            self.call_after_refresh(self.ask_for_pictures)

    def fit(self) -> None:
        """Set the text for another width; for another height of the whole screen too, by which pictures go."""
        if self._room_now() == self.picture_room:
            super().fit()
        else:
            self.typeset_in_place()

    def typeset(self) -> None:
        """Set the article in lines, with room for its pictures."""
        state, (entry_id, article) = self.reader_state, self._shown
        if state.entry_id != entry_id or state.article is not article:
            self._shown = (state.entry_id, state.article)
            self._forget_drawn()
        self.picture_room = self._room_now()
        super().typeset()
        self.call_after_refresh(self.ask_for_pictures)

    def take_lines(self, is_other: bool) -> None:
        """Note where the pictures are."""
        super().take_lines(is_other)
        self._strips.clear()
        before, self._places = self._places, {}
        for number, line in enumerate(self.text.article_lines):
            for piece in line.pieces:
                if piece.picture is not None and piece.picture.row == 0:
                    place = _Place(number, len(piece.text), piece.picture.rows)
                    self._places.setdefault(piece.picture.address, place)
        for address, place in before.items():
            now = self._places.get(address)
            if now is None or (now.columns, now.rows) != (place.columns, place.rows):
                self._forget_one(address)

    def notify_style_update(self) -> None:
        """Textual's: draw anew over another colour."""
        super().notify_style_update()
        self.draw_pictures_again()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Textual's: ask for what comes near."""
        super().watch_scroll_y(old_value, new_value)
        if self._places:
            self.ask_for_pictures()

    @property
    def picture_in_sight(self) -> str | None:
        """The address of the picture of which most is in the window, None where none is."""
        top, bottom = self.top_line, self.top_line + self.page

        def rows_shown(place: _Place) -> int:
            return min(bottom, place.line + place.rows) - max(top, place.line)

        best = max(self._places, key=lambda address: rows_shown(self._places[address]), default=None)
        return best if best is not None and rows_shown(self._places[best]) > 0 else None

    def ask_for_pictures(self) -> None:
        """Ask for the pictures in the window and within a page of it that are not here."""
        entry_id = self.reader_state.entry_id
        wanted = tuple(address for address in self._near() if address not in self._asked)
        if entry_id is not None and wanted:
            self._asked.update(wanted)
            self.post_message(PicturesNeeded(entry_id, wanted))

    def give_picture(self, picture: Picture) -> None:
        """Draw a picture that was asked for."""
        if picture.address in self._places:
            begin_worker(self, partial(self._draw, picture), group="pictures")
        else:
            self._asked.discard(picture.address)

    def tell_missing(self, address: str, why: str) -> None:
        """Say in its place why a picture is not here."""
        if address in self._places:
            self._missing[address] = why
            self._strips.clear()
            self.refresh()

    def drawn_text(self, number: int) -> Strip:
        """A line as it is drawn; one of a picture is kept, for its many colours take time."""
        pieces = self.text.lines[number].pieces
        if not self.text.lines[number].is_picture:
            return super().drawn_text(number)
        strip = self._strips.get(number)
        if strip is None:
            before = self._painter.segments(Line(pieces[:-1]))
            strip = Strip([*before, *self._picture_segments(pieces[-1])]).apply_offsets(0, number)
            self._strips[number] = strip
        return strip

    def _picture_segments(self, piece: Piece) -> list[Segment]:
        """A line of a picture; while it is not here, of the paper in its place, with why, if that is known."""
        row, columns = piece.picture, len(piece.text)
        assert row is not None
        drawn = self._drawn.get(row.address)
        if drawn is not None:
            shown = drawn.line(row.row, row.rows, columns, self.look("reader--text"))
            return shown or [Segment(piece.text, self.look("reader--text"))]
        lines = note_lines((self._missing.get(row.address, ""),), columns)[: row.rows]
        own = row.row - (row.rows - len(lines)) // 2
        words = cut(lines[own], columns) if 0 <= own < len(lines) else ""
        left = (columns - width(words)) // 2
        return [Segment(" " * left + words + " " * (columns - left - width(words)), self.look("reader--picture"))]

    async def _draw(self, picture: Picture) -> None:
        async with self._drawing:
            place = self._places.get(picture.address)
            look, graphics = self._picture_look(), self.graphics
            if place is None or not self.is_attached:
                return
            number = graphics.number() if graphics else None
            try:
                drawn = await asyncio.to_thread(draw, picture, place.columns, place.rows, look, number)
            except ExtractError as error:
                self.tell_missing(picture.address, error.why)
                return
        now = self._places.get(picture.address)
        if now is None or (now.columns, now.rows) != (place.columns, place.rows) or look != self._picture_look():
            self._asked.discard(picture.address)
            return
        self._make_room()
        self._forget_one(picture.address)
        if graphics and drawn.number is not None:
            graphics.give(drawn.number, drawn.transmission)
        self._asked.add(picture.address)
        self._drawn[picture.address] = drawn
        self._missing.pop(picture.address, None)
        self._strips.clear()
        self.refresh()

    def _picture_look(self) -> PictureLook:
        return look_over(
            self.look("reader--text"), self.app.console, self.graphics, dark=self.app.current_theme.dark
        )

    def _room_now(self) -> PictureRoom | None:
        """The room of a picture: two thirds of the screen; None where none is shown."""
        rows = max(1, self.app.size.height * 2 // 3)
        return PictureRoom(rows, self.reader_state.pictures) if self.pictures_shown else None

    def _near(self) -> list[str]:
        """The pictures in the window first, then those within a page of it."""
        top, page = self.top_line, self.page

        def within(margin: int) -> Iterable[str]:
            low, high = top - margin, top + page + margin
            return (a for a, place in self._places.items() if place.line < high and place.line + place.rows > low)

        return list(dict.fromkeys([*within(0), *within(page)]))

    def _make_room(self) -> None:
        """Forget what is drawn far from the window, where there is much."""
        near = set(self._near())
        cells = sum(drawn.columns * len(drawn.lines) for drawn in self._drawn.values())
        for address, drawn in list(self._drawn.items()):
            if cells <= _MOST_CELLS:
                return
            if address not in near:
                cells -= drawn.columns * len(drawn.lines)
                self._forget_one(address)

    def _forget_one(self, address: str) -> None:
        drawn = self._drawn.pop(address, None)
        if drawn is not None and drawn.number is not None and self.graphics:
            self.graphics.take(drawn.number)
        self._asked.discard(address)

    def _forget_drawn(self) -> None:
        for address in list(self._drawn):
            self._forget_one(address)
        self._asked.clear()
        self._missing.clear()
        self._strips.clear()
