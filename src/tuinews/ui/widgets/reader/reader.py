"""The reader: the pane that shows an article, with all that can be done in it.

Textual calls the pane, and the pane its parts: the text as it is set, the window on it, what is sought, selected
and highlighted in it, its links, its pictures. The parts know the text and the window, and of the pane what a
protocol beside each of them says.
"""

from collections.abc import Callable, Coroutine
from typing import Any, ClassVar

from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Offset, Size
from textual.reactive import var
from textual.selection import Selection
from textual.strip import Strip
from textual.timer import Timer

from tuinews.late import late_imports
from tuinews.typeset.page.selecting import TextRange
from tuinews.typeset.pieces import Options, Overflow, PictureRoom
from tuinews.ui.keys import Scope, bindings
from tuinews.ui.terminal.worker import begin_worker
from tuinews.ui.widgets.pane import Motion, Pane
from tuinews.ui.widgets.pictures.drawing import PictureLook, look_over
from tuinews.ui.widgets.reader.drawing import TextDrawing
from tuinews.ui.widgets.reader.finding import TextFinding
from tuinews.ui.widgets.reader.keys_for_text import KeysForText
from tuinews.ui.widgets.reader.links.article_links import ArticleLinks
from tuinews.ui.widgets.reader.links.hinting import Hinting
from tuinews.ui.widgets.reader.links.link_number import LinkNumber
from tuinews.ui.widgets.reader.messages import LinkChosen, ReadingPaused
from tuinews.ui.widgets.reader.mouse import ReaderMouse
from tuinews.ui.widgets.reader.passages import Passages
from tuinews.ui.widgets.reader.pictures.article_pictures import ArticlePictures
from tuinews.ui.widgets.reader.reader_state import Annotations, NextUp, ReaderState, Stage
from tuinews.ui.widgets.reader.sections import Sections
from tuinews.ui.widgets.reader.selection import TextSelection, selection_of
from tuinews.ui.widgets.reader.sideways import Sideways
from tuinews.ui.widgets.reader.text.ending import ending
from tuinews.ui.widgets.reader.text.line_painter import LOOK_CLASSES
from tuinews.ui.widgets.reader.text.shown_text import ShownText
from tuinews.ui.widgets.reader.text.typeset_cache import TypesetCache
from tuinews.ui.widgets.reader.window import ABOVE, Window

with late_imports(__name__):
    from tuinews.ui.widgets.pictures.graphics import TerminalGraphics

_BELOW = 1
"""Empty lines below the text."""
_REMEMBER_AFTER = 1.0
"""Seconds without scrolling after which the position is reported."""


class Reader(Pane):
    """The pane that shows an article: what the screen binds to it, what Textual calls, and its parts."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Scope.PANE), *bindings(Scope.READER)]
    COMPONENT_CLASSES: ClassVar[set[str]] = set(LOOK_CLASSES)
    ALLOW_SELECT = True

    reader_state: var[ReaderState] = var(ReaderState, init=False)
    coming_id: var[int | None] = var(None, init=False)
    next_up: var[NextUp | None] = var(None, init=False)
    annotations: var[Annotations] = var(Annotations, init=False)
    find_query: var[str] = var("", init=False)
    measure: var[int] = var(80, init=False)
    pictures_shown: var[bool] = var(False, init=False)
    graphics: var[TerminalGraphics | None] = var(None, init=False)
    percent: var[int] = var(0, init=False)
    """How much of the article has come into sight."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.text = text = ShownText()
        self.window = window = Window(self, text)
        self.sideways = Sideways(text, window)
        self.pictures = ArticlePictures(window, self)
        self.passages = Passages(text, window)
        self.finding = TextFinding(text, window)
        self.selection = TextSelection(text, window, self)
        self.links = ArticleLinks(text, window)
        self.link_number = LinkNumber(text, window, self)
        self.hints = Hinting(text, window, self.links)
        self.sections = Sections(text, window, self.selection)
        self.keys_for_text = KeysForText()
        reliefs = (self.passages.reliefs, self.finding.reliefs, self.selection.reliefs)
        self._drawing = TextDrawing(text, window, reliefs, self.pictures, self.hints)
        self._mouse = ReaderMouse(text, window, self.links, self.select)
        self._pages = TypesetCache()
        self._picture_room: PictureRoom | None = None
        self._rest_timer: Timer | None = None

    # The text as it is set

    def fit(self) -> None:
        """Set the text for another width, at the same place; for another height only where pictures go by it."""
        if self.line_width == self.virtual_size.width and self._room_of_pictures == self._picture_room:
            self.window.go_no_further()
        else:
            self.typeset_in_place()

    def typeset_in_place(self) -> None:
        """Set the article anew, with the same text at the top of the window."""
        place = self.window.kept_place
        self.typeset()
        self.window.go_back(place)

    def typeset(self) -> None:
        """Set the article in lines, and tell all that hold something of the lines before."""
        state = self.reader_state
        self.hints.end()
        self.pictures.show_article(state.entry_id, state.article)
        self._picture_room = self._room_of_pictures
        self.text.stand_in(self.line_width, self.measure)
        options = Options(self.measure, pictures=self._picture_room, overflow=Overflow.SCROLL)
        page = None if state.article is None else self._pages.page(state.article, self.text.cells, options)
        if self.text.take(page):
            self.selection.forget()
        self.pictures.take_lines(self.text.article_lines)
        self.passages.seek(self._own_annotations.highlights)
        self._drawing.begin_anew()
        self._set_ending()
        self.call_after_refresh(self.pictures.ask)
        self.finding.seek_again(state.article)

    def _set_ending(self) -> None:
        """Set anew what stands under the article; nothing above it moves."""
        self.text.stand_in(self.line_width, self.measure)
        note, cells = self._own_annotations.note, self.text.cells
        self.text.end_with(ending(note, self.reader_state.notes, self.next_up, cells))
        self.virtual_size = Size(self.line_width, ABOVE + len(self.text.lines) + _BELOW)
        self.percent = self.window.percent
        self.refresh()

    @property
    def _own_annotations(self) -> Annotations:
        """What was written and marked in the article that is shown.

        A teaser, or the text of another article, has none of the passages: looking for them would cost a frame.
        """
        return self.annotations if self.annotations.entry_id == self.reader_state.entry_id else Annotations()

    @property
    def _room_of_pictures(self) -> PictureRoom | None:
        """The room of a picture: two thirds of the screen; None if none is shown."""
        rows = max(1, self.app.size.height * 2 // 3)
        return PictureRoom(rows, self.reader_state.pictures) if self.pictures_shown else None

    # What the screen binds

    def watch_reader_state(self, old: ReaderState, new: ReaderState) -> None:
        """Show another article from where it was left, or more of the same one without moving."""
        same = old.entry_id == new.entry_id and new.entry_id is not None
        self.typeset()
        if self.link_number and self.has_focus and self._is_shown(whole=False):
            self.link_number.tell()  # another text of the article may have other links
        came = old.stage is Stage.FETCHING and self.scroll_offset.y == 0
        if not same or (came and new.position):
            self.window.go_to(new.position)
        self.keys_for_text.go_on(self._is_shown)

    def watch_coming_id(self) -> None:
        """Do what waited, now that nothing comes any more; nothing of it where another article comes instead."""
        if self.coming_id is None and self._is_shown(whole=True):
            self.keys_for_text.go_on(self._is_shown)
        self.keys_for_text.forget()

    def watch_next_up(self) -> None:
        """Say what comes next."""
        self._set_ending()

    def watch_annotations(self) -> None:
        """Show other highlights, and another note."""
        self.passages.seek(self._own_annotations.highlights)
        self._set_ending()

    def watch_find_query(self) -> None:
        """Find another text, from the window on."""
        self.finding.seek(self.find_query)

    def watch_measure(self) -> None:
        """Set the text in another measure."""
        self.typeset()

    def watch_pictures_shown(self) -> None:
        """Show the pictures, or only what they say, at the same place of the text."""
        self.pictures.forget()
        self.typeset_in_place()

    def watch_graphics(self) -> None:
        """Have the pictures drawn by somebody else."""
        self.pictures.draw_by(self.graphics)

    # What Textual asks

    def render_line(self, y: int) -> Strip:
        """One line of the window."""
        return self._drawing.line(y + self.window.top_line, self.line_width)

    def notify_style_update(self) -> None:
        """Textual's: draw anew in other colours."""
        super().notify_style_update()
        self._drawing.begin_anew()
        self.pictures.draw_again()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Textual's: note how far reading has come, and where it rests; ask for the pictures that come near."""
        super().watch_scroll_y(old_value, new_value)
        self.percent = self.window.percent
        self.pictures.ask()
        if self.reader_state.stage is Stage.KEPT and round(old_value) != round(new_value):
            if self._rest_timer is not None:
                self._rest_timer.stop()
            self._rest_timer = self.set_timer(_REMEMBER_AFTER, self._tell_place)

    def _tell_place(self) -> None:
        if self.reader_state.entry_id is not None:
            self.post_message(ReadingPaused(self.reader_state.entry_id, self.window.position))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Textual's: the text that the mouse selected, as it is in the article."""
        copied = self.selection.copied
        return (copied, "\n") if copied is not None else None

    def selection_updated(self, selection: Selection | None) -> None:
        """Textual's: note what is selected; as far as it is in sight where the mouse has left the reader."""
        if selection is None:
            self.selection.take(None)
        else:
            mouse, region = self.app.mouse_position, self.content_region
            self.selection.take(self.selection.marked_by(selection, mouse, region))

    def end_selection(self) -> None:
        """Note what is selected when the mouse is let go: of its moves beside the reader nobody was told."""
        self.selection_updated(self.text_selection)

    def on_key(self, event: events.Key) -> None:
        """Choose a link by the letters over them, or end a selection, before Textual's own handler does."""
        if self.hints.takes_key(event.key, event.character or "") or self.selection.takes_key(event.key):
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
        self._mouse.click(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Tell where the link under the mouse leads."""
        self._mouse.move(event)

    def on_leave(self) -> None:
        """The mouse is elsewhere."""
        self._mouse.leave()

    def on_mouse_scroll_right(self, event: events.MouseScrollRight) -> None:
        """Scroll what is wide."""
        event.stop()
        self.sideways.scroll(1)

    def on_mouse_scroll_left(self, event: events.MouseScrollLeft) -> None:
        """Scroll what is wide back."""
        event.stop()
        self.sideways.scroll(-1)

    # What the parts ask

    def select(self, marked: TextRange | None) -> None:
        """Have Textual select a part of the text, or nothing."""
        if marked is None:
            self.screen.clear_selection()
        else:
            self.screen.selections = {self: selection_of(marked)}

    @property
    def selected_look(self) -> Style:
        """How the screen shows what is selected."""
        return self.screen.get_component_rich_style("screen--selection")

    @property
    def picture_look(self) -> PictureLook:
        """How pictures are drawn now."""
        dark = self.app.current_theme.dark
        return look_over(self.look("reader--text"), self.app.console, self.graphics, dark=dark)

    def begin_drawing(self, job: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Draw a picture beside all else."""
        begin_worker(self, job, group="pictures")

    # What keys do

    def when_shown(self, job: Callable[[], None], whole: bool = False) -> None:
        """Do what a key asks of the article that was opened last, once it, or (`whole`) all of it, is here."""
        if self._is_shown(whole):
            job()
        else:
            self.keys_for_text.wait(job, whole)

    def _is_shown(self, whole: bool) -> bool:
        """Whether the article that was opened last is shown; `whole`: and no more of it comes."""
        return self.coming_id is None or (not whole and self.coming_id == self.reader_state.entry_id)

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
        page = max(1, self.page - 2)
        if self.selection.is_by_keys:
            self.selection.move(motion, page, times)
        else:
            self.scroll_by(motion, page, times)

    def open_chosen(self) -> None:
        """Follow the link whose number is typed so far; where none is, open the picture in the window."""
        picture = self.pictures.in_sight
        if self.link_number:
            self.link_number.follow()
        elif picture is not None:
            self.post_message(LinkChosen(picture))

    @property
    def cursor_cell(self) -> Offset:
        """The match that is gone to, where it is in sight; else the first line of text in the window."""
        top, line = self.window.top_line, self.selection.line
        part = self.finding.part_in_sight
        if line is None and part is not None:
            return Offset(self.text.cell_of(part), part.line - top)
        if line is None:
            line = self.text.first_with_text(self.window.lines_in_sight)
        return Offset(self.text.left, (max(0, top) if line is None else line) - top)
