"""The reader: an article set in lines for the pane's width, centred, with links, find and a place to resume."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import var
from textual.selection import Selection
from textual.strip import Strip
from textual.timer import Timer

from tuinews.model.article import Article
from tuinews.typeset.cells import fitting, width
from tuinews.typeset.find import Part, find
from tuinews.typeset.pieces import Line, Piece, Role, section_beside
from tuinews.typeset.selecting import Marked, Place, columns_of, copied_parts, copied_text, paragraph_at, word_at
from tuinews.ui.keys import Scope, bindings
from tuinews.ui.widgets.pane import Motion, Pane, note_lines
from tuinews.ui.widgets.reader.coming_text import ComingText
from tuinews.ui.widgets.reader.finding import FindResult
from tuinews.ui.widgets.reader.link_number import LinkNumber, NamedLink
from tuinews.ui.widgets.reader.reader_line import LOOK_CLASSES, LinePainter, painted
from tuinews.ui.widgets.reader.reader_state import ReaderState, Stage
from tuinews.ui.widgets.reader.typeset_cache import TypesetCache
from tuinews.ui.widgets.strips import strip_of

_ABOVE = 1
"""Empty lines over the title."""
_BELOW = 2
_GUTTER = 2
"""Cells at each side that text never fills."""
_END = 1 << 20
"""A column behind the end of every line."""
_REMEMBER_AFTER = 1.0
"""Seconds without scrolling after which the position is reported."""
_DIGITS_AFTER = 0.6
"""Seconds that a second digit of a link's number may take."""


class Reader(Pane):
    """An article."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(LOOK_CLASSES)
    ALLOW_SELECT = True
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.PANE), *bindings(Scope.READER)]

    reader_state: var[ReaderState] = var(ReaderState, init=False)
    coming_id: var[int | None] = var(None, init=False)
    find_query: var[str] = var("", init=False)
    measure: var[int] = var(80, init=False)

    @dataclass
    class Rested(Message):
        """Reading has stopped at `position` of an entry's article: the characters before the line at the top."""

        entry_id: int
        position: int

    @dataclass
    class LinkChosen(Message):
        """A link was chosen by its number or by a click."""

        address: str

    @dataclass
    class LinkTyped(Message):
        """`digits` of a link's number are typed so far, of `count` links; `address` is where it leads."""

        digits: str
        count: int
        address: str

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.found = FindResult()
        self._pages = TypesetCache()
        self._article: Article | None = None
        self._lines: tuple[Line, ...] = ()
        self._notes_from = 0
        self._links: tuple[str, ...] = ()
        self._painter = LinePainter(self.look, ())
        self._marked: Marked | None = None
        self._coming = ComingText()
        self._number = LinkNumber()
        self.named_link = NamedLink()
        self._number_timer: Timer | None = None
        self._rest_timer: Timer | None = None

    @property
    def reading_position(self) -> int:
        """The position of the line at the top of the window: the characters of the article before it."""
        line = self.scroll_offset.y - _ABOVE
        return self._lines[min(line, len(self._lines) - 1)].offset if line > 0 and self._lines else 0

    @property
    def at_end(self) -> bool:
        """Whether the last line is in sight."""
        return self.scroll_offset.y >= self.max_scroll_y

    @property
    def cursor_cell(self) -> Offset:
        """The match that is gone to, where it is in sight; else the first line of text in the window."""
        top = self.scroll_offset.y - _ABOVE
        if self.found.here and 0 <= self.found.here.parts[0].line - top < self.page:
            part = self.found.here.parts[0]
            return Offset(self._left + width(self._lines[part.line].text[: part.start]), part.line - top)
        shown = range(max(0, top), min(len(self._lines), top + self.page))
        line = next((number for number in shown if self._lines[number].text.strip()), max(0, top))
        return Offset(self._left, line - top)

    def when_shown(self, job: Callable[[], None], whole: bool = False) -> None:
        """Do what a key asks of the article that was opened last, once it, or (`whole`) all of it, is here."""
        if self._is_shown(whole):
            job()
        else:
            self._coming.wait(job, whole)

    def action_move(self, name: str) -> None:
        """Move as the command of that id says, in the article that was opened last."""
        self.when_shown(lambda: self.move(Motion(name)))

    def move(self, motion: Motion) -> None:
        """Scroll the text; a page keeps two lines of the one before."""
        self.scroll_by(motion, max(1, self.page - 2))

    def step_match(self, direction: int) -> None:
        """Go to the next (1) or the previous (-1) match of the find."""
        self.found.step(direction)
        self._show_match()

    def step_section(self, direction: int) -> bool:
        """Bring the next (1) or the previous (-1) heading or post to the top; False where there is none."""
        here = self.scroll_offset.y - _ABOVE
        line = section_beside(self._lines, here, direction)
        if line is None or (direction > 0 and self.at_end):
            return False
        self.jump(line + _ABOVE)
        return True

    def watch_reader_state(self, old: ReaderState, new: ReaderState) -> None:
        """Show another article from where it was left, or more of the same one without moving."""
        same = old.entry_id == new.entry_id and new.entry_id is not None
        self._stop(self._number_timer)
        self._number.take()
        self._typeset()
        came = old.stage is Stage.FETCHING and self.scroll_offset.y == 0
        if not same or (came and new.position):
            self.jump(self._line_of(new.position))
        self._coming.go_on(self._is_shown)

    def watch_coming_id(self) -> None:
        """Do what waited, now that nothing comes any more; nothing of it where another article comes instead."""
        if self.coming_id is None and self._is_shown(whole=True):
            self._coming.go_on(self._is_shown)
        self._coming.forget()

    def watch_find_query(self) -> None:
        """Find another text, from the window on."""
        self.found = self._find()
        self._show_match()

    def watch_measure(self) -> None:
        """Set the text in another measure."""
        self._typeset()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Textual's: note where reading rests."""
        super().watch_scroll_y(old_value, new_value)
        if self.reader_state.stage is Stage.KEPT and round(old_value) != round(new_value):
            self._stop(self._rest_timer)
            self._rest_timer = self.set_timer(_REMEMBER_AFTER, self._tell_place)

    def fit(self) -> None:
        """Set the text for another width, at the same place; another height (a prompt) moves nothing."""
        if self.line_width == self.virtual_size.width:
            self.jump(min(self.scroll_offset.y, self.max_scroll_y))
            return
        offset = self.reading_position
        self._typeset()
        self.jump(self._line_of(offset) if offset else min(self.scroll_offset.y, self.max_scroll_y))

    def on_click(self, event: events.Click) -> None:
        """Open the link that was clicked; a second click selects the word there, a third its paragraph."""
        # Textual's own handler would select the whole article, and then all that is on the screen.
        event.prevent_default()
        line = int(event.y) + self.scroll_offset.y - _ABOVE
        if event.chain > 1:
            place = Place(line, self._column_at(int(event.x), line))
            find_part = word_at if event.chain == 2 else paragraph_at
            self._select(find_part(self._lines, place))
            return
        piece = self._piece_at(int(event.x), line)
        if piece is not None and piece.link is not None:
            self.post_message(self.LinkChosen(self._links[piece.link - 1]))

    def action_digit(self, digit: str) -> None:
        """Take a digit of a link's number; open at once when no further digit can follow."""
        self.when_shown(lambda: self._take_digit(digit))

    def _take_digit(self, digit: str) -> None:
        self._number.type(digit)
        count = len(self._links)
        number = int(self._number.digits or 0)
        address = self._links[number - 1] if 0 < number <= count else ""
        self.post_message(self.LinkTyped(self._number.digits, count, address))
        if self._number.is_whole(count):
            self.open_typed_link()
        else:
            self._stop(self._number_timer)
            self._number_timer = self.set_timer(_DIGITS_AFTER, self.open_typed_link)

    def open_typed_link(self) -> None:
        """Open the link whose number is typed so far, where there is one."""
        address = self.take_typed_link()
        if address is not None:
            self.post_message(self.LinkChosen(address))

    def take_typed_link(self) -> str | None:
        """The address of the link whose number is typed so far, None where there is none; it is not opened."""
        self._stop(self._number_timer)
        number = self._number.take()
        return self._links[number - 1] if 0 < number <= len(self._links) else None

    def notify_style_update(self) -> None:
        """Textual's: draw anew in other colours."""
        super().notify_style_update()
        self._painter = LinePainter(self.look, self._links)

    def render_line(self, y: int) -> Strip:
        """One line of the window."""
        paper = self.look("reader--text")
        number = y + self.scroll_offset.y - _ABOVE
        if not 0 <= number < len(self._lines):
            return Strip([Segment(" " * self.line_width, paper + _place(number, 0))], self.line_width)
        if number >= self._notes_from:
            segments = [Segment(self._lines[number].text, self.look("reader--quiet"))]
        else:
            here = self.found.here.parts if self.found.here else ()
            segments = self._painter.segments(self._lines[number], self.found.parts(number), here)
        text = strip_of(Strip(self._with_selection(segments, number)).apply_offsets(0, number))
        # The margins have places too: Textual would take a mouse there for one that has left the reader.
        left = Segment(" " * self._left, paper + _place(number, -self._left))
        right = paper + _place(number, len(self._lines[number].text))
        return Strip([left, *text]).adjust_cell_length(self.line_width, right)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Textual's: the text that the mouse selected, as it is in the article."""
        marked = self._marked
        return (copied_text(self._lines, marked), "\n") if marked is not None else None

    def selection_updated(self, selection: Selection | None) -> None:
        """Textual's: note what is selected; as far as it is in sight where the mouse has left the reader."""
        self._marked = self._selected(selection) if selection is not None else None
        self.refresh()

    def end_selection(self) -> None:
        """Note what is selected when the mouse is let go: of its moves beside the reader nobody was told."""
        self.selection_updated(self.text_selection)

    def _is_shown(self, whole: bool) -> bool:
        """Whether the article that was opened last is shown; `whole`: and no more of it comes."""
        return self.coming_id is None or (not whole and self.coming_id == self.reader_state.entry_id)

    def _selected(self, selection: Selection) -> Marked:
        top, bottom = self.scroll_offset.y - _ABOVE, self.scroll_offset.y - _ABOVE + self.page - 1
        if selection.start is None and selection.end is None:
            return Marked(Place(0, 0), Place(len(self._lines), 0))
        mouse = self.app.mouse_position
        row = max(top, min(bottom, top + int(mouse.y) - self.content_region.y))
        inside = self.content_region.y <= mouse.y < self.content_region.bottom
        left = mouse.x < self.content_region.x if inside else mouse.y < self.content_region.y
        away = Place(row, 0 if left else _END)
        start = Place(selection.start.y, selection.start.x) if selection.start is not None else away
        end = Place(selection.end.y, selection.end.x) if selection.end is not None else away
        return Marked(min(start, end), max(start, end))

    def _select(self, marked: Marked | None) -> None:
        """Select a part of the text, or nothing."""
        if marked is None:
            self.screen.clear_selection()
            return
        ends = [Offset(place.column, place.line) for place in (marked.start, marked.end)]
        self.screen.selections = {self: Selection(*ends)}

    def _with_selection(self, segments: list[Segment], number: int) -> list[Segment]:
        columns = columns_of(self._lines, number, self._marked) if self._marked is not None else None
        if columns is None:
            return segments
        look = self.screen.get_component_rich_style("screen--selection")
        for start, end, _ in copied_parts(self._lines[number], *columns):
            segments = list(painted(segments, Part(number, start, end), look))
        return segments

    @property
    def _text_width(self) -> int:
        return max(8, min(self.measure, self.line_width - 2 * _GUTTER))

    @property
    def _left(self) -> int:
        return max(0, (self.line_width - self._text_width) // 2)

    def _typeset(self) -> None:
        """Set the article and the notes in lines; find again what is sought, at the same match."""
        article = self.reader_state.article
        same_text, self._article = article is self._article, article
        lines: tuple[Line, ...] = ()
        self._links = ()
        if article is not None:
            page = self._pages.page(article, self._text_width, self.measure)
            lines, self._links = page.lines, page.links
        self._notes_from = len(lines)
        notes = [Line((Piece(text, Role.SIGN),)) for text in note_lines(self.reader_state.notes, self._text_width)]
        between = (Line(()),) if lines and notes else ()
        lines = (*lines, *between, *notes)
        if lines != self._lines:
            self._marked = None
        self._lines = lines
        self._painter = LinePainter(self.look, self._links)
        before, self.found = self.found, self._find()
        if same_text:
            self.found.go_as(before)
        self.virtual_size = Size(self.line_width, _ABOVE + len(self._lines) + _BELOW)
        self.refresh()

    def _find(self) -> FindResult:
        """What is sought in the lines as they are, at the first match from the window on."""
        found = FindResult(find(self._lines, self.find_query))
        found.go_near(self.scroll_offset.y - _ABOVE)
        return found

    def _line_of(self, position: int) -> int:
        """The top of the window that shows the text at `position`."""
        if position <= 0 or self.reader_state.article is None:
            return 0
        page = self._pages.page(self.reader_state.article, self._text_width, self.measure)
        return page.line_at(position) + _ABOVE

    def _show_match(self) -> None:
        if self.found.here is not None:
            line = self.found.here.line + _ABOVE
            top = self.scroll_offset.y
            if not top <= line < top + self.page:
                self.jump(max(0, line - self.page // 3))
        self.refresh()

    def _piece_at(self, x: int, line: int) -> Piece | None:
        if not 0 <= line < len(self._lines):
            return None
        column = self._left
        for piece in self._lines[line].pieces:
            column += width(piece.text)
            if x < column:
                return piece if x >= self._left else None
        return None

    def _column_at(self, x: int, line: int) -> int:
        """The character of a line at cell `x` of the pane, -1 before its text."""
        if x < self._left or not 0 <= line < len(self._lines):
            return -1
        text = self._lines[line].text
        count = fitting(text, x - self._left)
        return count if count < len(text) else len(text)

    def _stop(self, timer: Timer | None) -> None:
        if timer is not None:
            timer.stop()

    def _tell_place(self) -> None:
        if self.reader_state.entry_id is not None:
            self.post_message(self.Rested(self.reader_state.entry_id, self.reading_position))


def _place(line: int, column: int) -> Style:
    """What tells Textual which character of the text a cell stands for."""
    return Style.from_meta({"offset": (column, line)})
