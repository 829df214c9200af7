"""The reader: an article with its links, find, sections, and a place to resume."""

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Offset
from textual.reactive import var
from textual.strip import Strip
from textual.timer import Timer

from tuinews.typeset.page.selecting import Place, paragraph_at, word_at
from tuinews.typeset.pieces import Role
from tuinews.ui.keys import Scope, bindings
from tuinews.ui.widgets.pane import Motion
from tuinews.ui.widgets.reader.coming_text import ComingText
from tuinews.ui.widgets.reader.links.article_links import ArticleLinks
from tuinews.ui.widgets.reader.links.hinting import Hinting
from tuinews.ui.widgets.reader.links.link_number import LinkNumber
from tuinews.ui.widgets.reader.messages import LinkChosen, LinkUse, NextChosen, Rested
from tuinews.ui.widgets.reader.reader_state import ReaderState, Stage
from tuinews.ui.widgets.reader.selectable_pane import SelectablePane
from tuinews.ui.widgets.reader.sideways import Sideways
from tuinews.ui.widgets.reader.window import ABOVE

_REMEMBER_AFTER = 1.0
"""Seconds without scrolling after which the position is reported."""


class Reader(SelectablePane):
    """The pane that shows an article, with all that can be done in it."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.PANE), *bindings(Scope.READER)]

    coming_id: var[int | None] = var(None, init=False)

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.sideways = Sideways(self.text, self)
        self.links = ArticleLinks(self.text, self)
        self.link_number = LinkNumber(self.text, self)
        self.hints = Hinting(self.text, self, self.links)
        self.coming = ComingText()
        self._rest_timer: Timer | None = None

    @property
    def cursor_cell(self) -> Offset:
        """The match that is gone to, where it is in sight; else the first line of text in the window."""
        top = self.top_line
        if self._selecting is not None:
            return Offset(self.text.left, self._selecting.cursor - top)
        if self.found.here and 0 <= self.found.here.parts[0].line - top < self.page:
            part = self.found.here.parts[0]
            return Offset(self.text.cell_of(part), part.line - top)
        line = self.text.first_with_text(self.lines_in_sight)
        return Offset(self.text.left, (max(0, top) if line is None else line) - top)

    def when_shown(self, job: Callable[[], None], whole: bool = False) -> None:
        """Do what a key asks of the article that was opened last, once it, or (`whole`) all of it, is here."""
        if self._is_shown(whole):
            job()
        else:
            self.coming.wait(job, whole)

    def action_move(self, name: str) -> None:
        """Move as the command of that id says, in the article that was opened last."""
        times = self.number.take()
        self.when_shown(lambda: self.move(Motion(name), times))

    def action_digit(self, digit: str) -> None:
        """Take a digit of a number: of a link in the article that was opened last, or before a key that moves."""
        self.number.type(digit)
        begins = self.number or self.number.waits
        self.when_shown(self.link_number.tell if begins else lambda: self.link_number.tell_missing(digit))

    def move(self, motion: Motion, times: int = 0) -> None:
        """Scroll the text, or what is selected of it; a page keeps two lines of the one before."""
        if self.is_selecting:
            self.move_selection(motion, times)
            return
        self.scroll_by(motion, max(1, self.page - 2), times)

    def on_key(self, event: events.Key) -> None:
        """While there are letters over the links: choose one; any other key ends that, and does what it does."""
        if self.hints.takes_key(event.key, event.character or ""):
            event.stop()
            event.prevent_default()

    def on_blur(self) -> None:
        """The keys go elsewhere."""
        self.hints.end()

    def on_click(self, event: events.Click) -> None:
        """Follow the link that was clicked; a second click selects the word there, a third its paragraph."""
        self.hints.end()
        # Textual's own handler would select the whole article, and then all that is on the screen.
        event.prevent_default()
        line = int(event.y) + self.top_line
        if event.chain > 1:
            place = Place(line, self.text.column_at(int(event.x), line))
            find_part = word_at if event.chain == 2 else paragraph_at
            self.select(find_part(self.text.lines, place))
            return
        piece = self.text.piece_at(int(event.x), line)
        if piece is not None and piece.role is Role.NEXT_TITLE:
            self.post_message(NextChosen())
        elif piece is not None:
            self.links.choose(piece, LinkUse.BROWSE if event.ctrl or event.shift else LinkUse.FOLLOW)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Tell where the link under the mouse leads."""
        line = int(event.y) + self.top_line
        self.links.hover(self.text.piece_at(int(event.x), line) if not event.button else None)

    def on_leave(self) -> None:
        """The mouse is elsewhere."""
        self.links.hover(None)

    def typeset(self) -> None:
        """Set the article in lines; what led elsewhere stands at other places."""
        self.hints.end()
        super().typeset()

    def drawn_text(self, number: int) -> Strip:
        """A line as it is drawn, with letters over its links."""
        return self.hints.over(super().drawn_text(number), number)

    def on_mouse_scroll_right(self, event: events.MouseScrollRight) -> None:
        """Scroll what is wide."""
        event.stop()
        self.sideways.scroll(1)

    def on_mouse_scroll_left(self, event: events.MouseScrollLeft) -> None:
        """Scroll what is wide back."""
        event.stop()
        self.sideways.scroll(-1)

    def open_chosen(self) -> None:
        """Follow the link whose number is typed so far; where none is, open the picture in the window."""
        if self.link_number:
            self.link_number.follow()
        elif self.picture_in_sight is not None:
            self.post_message(LinkChosen(self.picture_in_sight))

    def step_section(self, direction: int) -> bool:
        """Bring the next (1) or the previous (-1) heading or post to the top; False where there is none."""
        here = self.top_line if self._selecting is None else self._selecting.cursor
        line = self.text.section_beside(here, direction)
        if line is not None and self.is_selecting:
            self.select_to(line)
            return True
        if line is None or (direction > 0 and self.at_end):
            return False
        self.jump(line + ABOVE)
        return True

    def go_to_change(self) -> None:
        """Bring the first line with a change into the window, with what stands before it."""
        line = self.text.first_change
        if line is not None and line not in self.lines_in_sight:
            self.jump(max(0, line + ABOVE - self.page // 3))

    def watch_reader_state(self, old: ReaderState, new: ReaderState) -> None:
        """Show another article from where it was left, or more of the same one without moving."""
        same = old.entry_id == new.entry_id and new.entry_id is not None
        self.typeset()
        if self.link_number and self.has_focus and self._is_shown(whole=False):
            self.link_number.tell()  # another text of the article may have other links
        came = old.stage is Stage.FETCHING and self.scroll_offset.y == 0
        if not same or (came and new.position):
            self.jump(self.top_at(new.position))
        self.coming.go_on(self._is_shown)

    def watch_coming_id(self) -> None:
        """Do what waited, now that nothing comes any more; nothing of it where another article comes instead."""
        if self.coming_id is None and self._is_shown(whole=True):
            self.coming.go_on(self._is_shown)
        self.coming.forget()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Textual's: note where reading rests."""
        super().watch_scroll_y(old_value, new_value)
        if self.reader_state.stage is Stage.KEPT and round(old_value) != round(new_value):
            if self._rest_timer is not None:
                self._rest_timer.stop()
            self._rest_timer = self.set_timer(_REMEMBER_AFTER, self._tell_place)

    def _is_shown(self, whole: bool) -> bool:
        """Whether the article that was opened last is shown; `whole`: and no more of it comes."""
        return self.coming_id is None or (not whole and self.coming_id == self.reader_state.entry_id)

    def _tell_place(self) -> None:
        if self.reader_state.entry_id is not None:
            self.post_message(Rested(self.reader_state.entry_id, self.reading_position))
