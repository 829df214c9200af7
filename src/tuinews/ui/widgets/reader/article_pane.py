"""An article set in lines for the pane's width, centred: where its lines and characters stand, how they look."""

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.reactive import var
from textual.strip import Strip

from tuinews.model.article import Article
from tuinews.typeset.pieces import Options, Overflow, PictureRoom, TypesetArticle
from tuinews.ui.widgets.layers import Layer
from tuinews.ui.widgets.pane import Pane
from tuinews.ui.widgets.reader.ending import ending
from tuinews.ui.widgets.reader.reader_line import LOOK_CLASSES, LinePainter, over
from tuinews.ui.widgets.reader.reader_state import NextUp, ReaderState
from tuinews.ui.widgets.reader.shown_text import ShownText
from tuinews.ui.widgets.reader.typeset_cache import TypesetCache
from tuinews.ui.widgets.reader.window import ABOVE
from tuinews.ui.widgets.strips import strip_of

_BELOW = 1
"""Empty lines below the text."""

_GUTTER = 2
"""Cells at each side that text never fills."""


class ArticlePane(Layer, Pane):
    """The lines of an article, and under them the notes of our own."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(LOOK_CLASSES)

    reader_state: var[ReaderState] = var(ReaderState, init=False)
    measure: var[int] = var(80, init=False)
    next_up: var[NextUp | None] = var(None, init=False)
    percent: var[int] = var(0, init=False)
    """How much of the article has come into sight."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.text = ShownText()
        self._pages = TypesetCache()
        self.picture_room: PictureRoom | None = None
        self._painter = LinePainter(self.look, ())

    @property
    def reading_position(self) -> int:
        """The position of the line at the top of the window: the characters of the article before it."""
        return self.text.position_of(self.top_line)

    @property
    def top_line(self) -> int:
        """The line of the text at the top of the window; -1 where the empty one over the title is."""
        return self.scroll_offset.y - ABOVE

    @property
    def at_end(self) -> bool:
        """Whether the last line is in sight, if not the empty ones under it."""
        return self.top_line + self.page >= len(self.text.lines) or self.scroll_offset.y >= self.max_scroll_y

    def watch_measure(self) -> None:
        """Set the text in another measure."""
        self.typeset()

    def fit(self) -> None:
        """Set the text for another width, at the same place; another height (a prompt) moves nothing."""
        if self.line_width == self.virtual_size.width:
            self.jump(min(self.scroll_offset.y, self.max_scroll_y))
            return
        self.typeset_in_place()

    def notify_style_update(self) -> None:
        """Textual's: draw anew in other colours."""
        super().notify_style_update()
        self._painter = LinePainter(self.look, self.text.links)

    def typeset_in_place(self) -> None:
        """Set the article anew, with the same text at the top of the window."""
        offset, empty = self.reading_position, self.text.empty_from(max(0, self.top_line))
        self.typeset()
        if not offset:
            self.jump(min(self.scroll_offset.y, self.max_scroll_y))
            return
        top = self.top_at(offset)
        while empty and top > ABOVE and not self.text.lines[top - ABOVE - 1].text:
            top, empty = top - 1, empty - 1
        self.jump(top)

    def typeset(self) -> None:
        """Set the article in lines, and what stands under it."""
        article = self.reader_state.article
        self.text.stand_in(self.line_width, self.measure)
        self.take_lines(self.text.take(self._page_of(article) if article is not None else None))
        self._painter = LinePainter(self.look, self.text.links)
        self.set_ending()

    def take_lines(self, is_other: bool) -> None:
        """The lines of an article that is set are there; whether they are others than before."""

    def set_ending(self) -> None:
        """Set anew what stands under the article; nothing above it moves."""
        self.text.stand_in(self.line_width, self.measure)
        self.text.end_with(ending(self.note, self.reader_state.notes, self.next_up, self.text.cells))
        self.virtual_size = Size(self.line_width, ABOVE + len(self.text.lines) + _BELOW)
        self.percent = self._percent_seen
        self.refresh()

    @property
    def note(self) -> str:
        """What a person wrote to the article, "" where that is nothing."""
        return ""

    @property
    def _percent_seen(self) -> int:
        """How much of the article has come into sight, 100 where all has."""
        return self.text.percent_above(self.top_line + self.page)

    def watch_next_up(self) -> None:
        """Say what comes next."""
        self.set_ending()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Textual's: note how far reading has come."""
        super().watch_scroll_y(old_value, new_value)
        self.percent = self._percent_seen

    def top_at(self, position: int) -> int:
        """The top of the window that shows the text at `position`."""
        return self.text.line_at(position) + ABOVE if position > 0 and self.text.article_lines else 0

    def show_line(self, line: int) -> None:
        """Bring a line into sight, with some before it."""
        row, top = line + ABOVE, self.scroll_offset.y
        if not top <= row < top + self.page:
            self.jump(max(0, row - self.page // 3))

    def go_to_line(self, line: int) -> None:
        """Bring a line to the top of the window."""
        self.jump(line + ABOVE)

    def go_to(self, position: int) -> None:
        """Bring the text at `position` to the top of the window."""
        self.jump(self.top_at(position))

    def render_line(self, y: int) -> Strip:
        """One line of the window."""
        paper = self.look("reader--text")
        number = y + self.top_line
        if not 0 <= number < len(self.text.lines):
            return Strip([Segment(" " * self.line_width, paper + _place(number, 0))], self.line_width)
        text, seen = self.drawn_text(number), self.text.seen_of(number)
        # The margins have places too: Textual would take a mouse there for one that has left the reader.
        margin = paper + _place(number, -self.text.left)
        left = Segment(" " * self.text.left, margin)
        right = paper + _place(number, len(self.text.lines[number].text))
        strip = Strip([left, *text])
        if seen.left:
            strip = over(strip, self.text.left - _GUTTER, "‹", self.look("reader--faint") + margin)
        if seen.right and (gap := self.text.left + self.text.cells - strip.cell_length) >= 0:
            sign = Segment("›", self.look("reader--faint") + right)
            strip = Strip([*strip, Segment(" " * (gap + 1), right), sign])
        return strip.adjust_cell_length(self.line_width, right)

    def drawn_text(self, number: int) -> Strip:
        """A line as it is drawn, with the place of each of its characters."""
        seen = self.text.seen_of(number)
        placed, column = [], 0
        for text, style, _ in self.segments_of(number):
            placed.append(Segment(text, (style or Style()) + _place(number, seen.place_of(column))))
            column += len(text)
        return strip_of(placed)

    def segments_of(self, number: int) -> list[Segment]:
        """A line in its looks, one character after the other."""
        return self._painter.segments(self.text.seen_of(number).line)

    @property
    def lines_in_sight(self) -> range:
        """The numbers of the lines in the window."""
        return range(max(0, self.top_line), min(len(self.text.lines), self.top_line + self.page))

    def _page_of(self, article: Article) -> TypesetArticle:
        options = Options(self.measure, pictures=self.picture_room, overflow=Overflow.SCROLL)
        return self._pages.page(article, self.text.cells, options)


def _place(line: int, column: int) -> Style:
    """What tells Textual which character of the text a cell stands for."""
    return Style.from_meta({"offset": (column, line)})
