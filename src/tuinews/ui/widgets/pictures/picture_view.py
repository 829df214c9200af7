"""One picture as large as there is room, what it shows under it."""

import asyncio
from functools import partial
from typing import ClassVar

from rich.segment import Segment
from textual.reactive import var
from textual.strip import Strip

from tuinews.errors import ExtractError
from tuinews.model.kept_article import Picture
from tuinews.text import clean_line
from tuinews.typeset.breaks import stretches
from tuinews.typeset.cells import width
from tuinews.ui.terminal.worker import begin_worker
from tuinews.ui.widgets.pictures.drawing import DrawnPicture, draw, look_over
from tuinews.ui.widgets.pictures.graphics import TerminalGraphics
from tuinews.ui.widgets.strips import strip_of
from tuinews.ui.widgets.style_cache import StyleCache

_MOST_LINES = 3
"""Lines of the words under a picture: it is the picture that is looked at."""


class PictureView(StyleCache, can_focus=True):
    """A picture, or why there is none."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"picture-view--paper", "picture-view--words"}

    words: var[str] = var("", init=False)

    def __init__(self, graphics: TerminalGraphics | None) -> None:
        super().__init__()
        self._graphics = graphics
        self._picture: Picture | None = None
        self._drawn: DrawnPicture | None = None
        self._why = ""

    def show(self, picture: Picture | None, why: str = "") -> None:
        """Show a picture, or, if there is none (yet), why."""
        self._take(None)
        self._picture, self._why = picture, why
        self._draw_anew()

    def on_resize(self) -> None:
        """Draw it as large as there is room now."""
        self._draw_anew()

    def on_unmount(self) -> None:
        """Take the picture from the terminal."""
        self._take(None)

    def notify_style_update(self) -> None:
        """Textual's: draw anew over another colour."""
        super().notify_style_update()
        if self._picture is not None:
            self._draw_anew()

    def render_line(self, y: int) -> Strip:
        """One line: of the picture, or of the words at the foot."""
        paper, columns = self.look("picture-view--paper"), self.size.width
        rows = self._rows
        segments: list[Segment] | None = None
        if y >= rows:
            words = self._word_lines()
            text = words[y - rows] if y - rows < len(words) else ""
            segments = [
                Segment(" " * max(0, (columns - width(text)) // 2) + text, self.look("picture-view--words"))
            ]
        elif self._drawn is not None:
            segments = self._drawn.line(y, rows, columns, paper)
        elif y == rows // 2:
            text = self._why[:columns]
            segments = [
                Segment(" " * max(0, (columns - width(text)) // 2) + text, self.look("picture-view--words"))
            ]
        return strip_of(segments or []).adjust_cell_length(columns, paper)

    @property
    def _rows(self) -> int:
        return max(1, self.size.height - len(self._word_lines()))

    def _word_lines(self) -> list[str]:
        text = clean_line(self.words)
        lines = (
            [text[part.start : part.end] for part in stretches(text, max(8, self.size.width - 4))] if text else []
        )
        return lines[: min(_MOST_LINES, self.size.height // 3)]

    def _draw_anew(self) -> None:
        self.refresh()
        if self._picture is not None and self.size.width and self.is_attached:
            begin_worker(self, partial(self._draw, self._picture), exclusive=True)

    async def _draw(self, picture: Picture) -> None:
        paper, graphics = self.look("picture-view--paper"), self._graphics
        look = look_over(paper, self.app.console, graphics, dark=self.app.current_theme.dark)
        number = graphics.number() if graphics else None
        try:
            drawn = await asyncio.to_thread(draw, picture, self.size.width, self._rows, look, number)
        except ExtractError as error:
            self._why = error.why
        else:
            self._take(drawn)
        self.refresh()

    def _take(self, drawn: DrawnPicture | None) -> None:
        """Show what was drawn in place of what was before; the terminal is given the one and loses the other."""
        before, self._drawn = self._drawn, drawn
        if self._graphics is None:
            return
        if before is not None and before.number is not None:
            self._graphics.take(before.number)
        if drawn is not None and drawn.number is not None:
            self._graphics.give(drawn.number, drawn.transmission)
