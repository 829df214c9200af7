"""An article set in lines for the pane's width, centred: where its lines and characters stand, how they look."""

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.reactive import var
from textual.strip import Strip

from tuinews.model.article import Article
from tuinews.typeset.cells import fitting, width
from tuinews.typeset.page.selecting import Marked, Place, copied_text, paragraph_at
from tuinews.typeset.page.sideways import LineWindow
from tuinews.typeset.pieces import Line, Options, Overflow, PictureRoom, Piece, Role, TypesetArticle
from tuinews.ui.widgets.layers import Layer
from tuinews.ui.widgets.pane import Pane
from tuinews.ui.widgets.reader.ending import ending
from tuinews.ui.widgets.reader.reader_line import LOOK_CLASSES, LinePainter, over
from tuinews.ui.widgets.reader.reader_state import NextUp, ReaderState
from tuinews.ui.widgets.reader.typeset_cache import TypesetCache
from tuinews.ui.widgets.strips import strip_of

ABOVE = 1
"""Empty lines over the title."""
_BELOW = 1
"""Empty lines below the text."""

_BETWEEN = 2
"""Empty lines between two blocks at most."""
_PROSE = frozenset((Role.LEAD, Role.TEXT, Role.QUOTE))
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
        self._pages = TypesetCache()
        self.picture_room: PictureRoom | None = None
        self._lines: tuple[Line, ...] = ()
        self._notes_from = 0
        self._links: tuple[str, ...] = ()
        self._painter = LinePainter(self.look, ())

    @property
    def reading_position(self) -> int:
        """The position of the line at the top of the window: the characters of the article before it."""
        line = self.top_line
        return self._lines[min(line, len(self._lines) - 1)].offset if line > 0 and self._lines else 0

    @property
    def top_line(self) -> int:
        """The line of the text at the top of the window; -1 where the empty one over the title is."""
        return self.scroll_offset.y - ABOVE

    @property
    def at_end(self) -> bool:
        """Whether the last line is in sight, if not the empty ones under it."""
        return self.top_line + self.page >= len(self._lines) or self.scroll_offset.y >= self.max_scroll_y

    def seen_of(self, number: int) -> LineWindow:
        """What is seen of a line, which may be wider than the page."""
        return LineWindow(self._lines[number])

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
        self._painter = LinePainter(self.look, self._links)

    def typeset_in_place(self) -> None:
        """Set the article anew, with the same text at the top of the window."""
        offset, empty = self.reading_position, self._empty_at_top
        self.typeset()
        if not offset:
            self.jump(min(self.scroll_offset.y, self.max_scroll_y))
            return
        top = self.top_at(offset)
        while empty and top > ABOVE and not self._lines[top - ABOVE - 1].text:
            top, empty = top - 1, empty - 1
        self.jump(top)

    @property
    def _empty_at_top(self) -> int:
        """Empty lines between blocks at the top of the window; a picture, which has no text either, is none."""
        first = max(0, self.top_line)
        return next((n for n, line in enumerate(self._lines[first : first + _BETWEEN + 1]) if line.text), 0)

    def typeset(self) -> None:
        """Set the article in lines, and what stands under it."""
        article = self.reader_state.article
        lines: tuple[Line, ...] = ()
        self._links = ()
        if article is not None:
            page = self._page_of(article)
            lines, self._links = page.lines, page.links
        self.take_lines(lines)
        self._painter = LinePainter(self.look, self._links)
        self.set_ending()

    def take_lines(self, lines: tuple[Line, ...]) -> None:
        """Show these lines of an article from now on."""
        self._lines, self._notes_from = lines, len(lines)

    def set_ending(self) -> None:
        """Set anew what stands under the article; nothing above it moves."""
        lines = self.article_lines
        under = ending(self.note, self.reader_state.notes, self.next_up, self._text_width)
        between = (Line(()),) if lines and under else ()
        self._lines = (*lines, *between, *under)
        self.virtual_size = Size(self.line_width, ABOVE + len(self._lines) + _BELOW)
        self.percent = self._percent_seen
        self.refresh()

    @property
    def note(self) -> str:
        """What a person wrote to the article, "" where that is nothing."""
        return ""

    @property
    def article_lines(self) -> tuple[Line, ...]:
        """The lines of the article, without what stands under it."""
        return self._lines[: self._notes_from]

    @property
    def _percent_seen(self) -> int:
        """How much of the article has come into sight, 100 where all has."""
        seen = min(self._notes_from, self.top_line + self.page)
        return max(0, seen) * 100 // self._notes_from if self._notes_from else 100

    def watch_next_up(self) -> None:
        """Say what comes next."""
        self.set_ending()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Textual's: note how far reading has come."""
        super().watch_scroll_y(old_value, new_value)
        self.percent = self._percent_seen

    def top_at(self, position: int) -> int:
        """The top of the window that shows the text at `position`."""
        if position <= 0 or self.reader_state.article is None:
            return 0
        return self._page_of(self.reader_state.article).line_at(position) + ABOVE

    def show_line(self, line: int) -> None:
        """Bring a line into sight, with some before it."""
        row, top = line + ABOVE, self.scroll_offset.y
        if not top <= row < top + self.page:
            self.jump(max(0, row - self.page // 3))

    def go_to(self, position: int) -> None:
        """Bring the text at `position` to the top of the window."""
        self.jump(self.top_at(position))

    def render_line(self, y: int) -> Strip:
        """One line of the window."""
        paper = self.look("reader--text")
        number = y + self.top_line
        if not 0 <= number < len(self._lines):
            return Strip([Segment(" " * self.line_width, paper + _place(number, 0))], self.line_width)
        text, seen = self.drawn_text(number), self.seen_of(number)
        # The margins have places too: Textual would take a mouse there for one that has left the reader.
        margin = paper + _place(number, -self._left)
        left = Segment(" " * self._left, margin)
        right = paper + _place(number, len(self._lines[number].text))
        strip = Strip([left, *text])
        if seen.left:
            strip = over(strip, self._left - _GUTTER, "‹", self.look("reader--faint") + margin)
        if seen.right and (gap := self._left + self._text_width - strip.cell_length) >= 0:
            sign = Segment("›", self.look("reader--faint") + right)
            strip = Strip([*strip, Segment(" " * (gap + 1), right), sign])
        return strip.adjust_cell_length(self.line_width, right)

    def drawn_text(self, number: int) -> Strip:
        """A line as it is drawn, with the place of each of its characters."""
        seen = self.seen_of(number)
        placed, column = [], 0
        for text, style, _ in self.segments_of(number):
            placed.append(Segment(text, (style or Style()) + _place(number, seen.place_of(column))))
            column += len(text)
        return strip_of(placed)

    def segments_of(self, number: int) -> list[Segment]:
        """A line in its looks, one character after the other."""
        return self._painter.segments(self.seen_of(number).line)

    def piece_at(self, x: int, line: int) -> Piece | None:
        """What stands at cell `x` of the pane in a line, None where no text does."""
        if not 0 <= line < len(self._lines):
            return None
        column = self._left
        for piece in self.seen_of(line).line.pieces:
            column += width(piece.text)
            if x < column:
                return piece if x >= self._left else None
        return None

    def column_at(self, x: int, line: int) -> int:
        """The character of a line at cell `x` of the pane, -1 before its text."""
        if x < self._left or not 0 <= line < len(self._lines):
            return -1
        seen = self.seen_of(line)
        count = fitting(seen.line.text, x - self._left)
        return seen.place_of(count) if count < len(seen.line.text) else len(self._lines[line].text)

    def first_text_line(self, numbers: Sequence[int]) -> int | None:
        """The first of these lines that has text; None where none has."""
        return next((number for number in numbers if self._lines[number].text.strip()), None)

    @property
    def whole_text(self) -> str:
        """All of the article, as its author wrote it."""
        return copied_text(self.article_lines, Marked(Place(0, 0), Place(self._notes_from, 0)))

    @property
    def paragraph_in_sight(self) -> str:
        """The first paragraph of text in the window, whole; "" where there is none."""
        marked = next(filter(None, (self._prose_at(number) for number in self.lines_in_sight)), None)
        return copied_text(self._lines, marked) if marked is not None else ""

    def _prose_at(self, number: int) -> Marked | None:
        is_prose = any(piece.role in _PROSE for piece in self._lines[number].pieces)
        return paragraph_at(self._lines, Place(number, 0)) if is_prose else None

    @property
    def lines_in_sight(self) -> range:
        """The numbers of the lines in the window."""
        return range(max(0, self.top_line), min(len(self._lines), self.top_line + self.page))

    def _page_of(self, article: Article) -> TypesetArticle:
        options = Options(self.measure, pictures=self.picture_room, overflow=Overflow.SCROLL)
        return self._pages.page(article, self._text_width, options)

    @property
    def _text_width(self) -> int:
        return max(8, min(self.measure, self.line_width - 2 * _GUTTER))

    @property
    def _left(self) -> int:
        return max(0, (self.line_width - self._text_width) // 2)


def _place(line: int, column: int) -> Style:
    """What tells Textual which character of the text a cell stands for."""
    return Style.from_meta({"offset": (column, line)})
