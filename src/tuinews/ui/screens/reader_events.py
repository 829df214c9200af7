"""What the reading screen does when the reader tells of something: a link, a jump, where reading rests."""

from dataclasses import replace

from textual import events, on

from tuinews.address import masked
from tuinews.language import _
from tuinews.late import late_imports
from tuinews.model.article import Article
from tuinews.text import clean_line
from tuinews.ui.app_context import AppContext
from tuinews.ui.screens.commands.reader import opening, pictures
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.widgets.layers import Layer
from tuinews.ui.widgets.pane_title import PaneTitle
from tuinews.ui.widgets.reader.messages import (
    HintsOver,
    LinkChosen,
    LinkHinted,
    LinkHovered,
    LinkMissing,
    LinkTyped,
    LinkUse,
    NextChosen,
    PicturesNeeded,
    PlaceLeft,
    Rested,
    SelectingOver,
)
from tuinews.ui.widgets.reader.reader import Reader
from tuinews.ui.widgets.reader.reader_state import Stage
from tuinews.ui.words import messages, states

with late_imports(__name__):
    from tuinews.typeset import reading_time
    from tuinews.ui.screens.commands.entries import moving, searching
    from tuinews.ui.screens.commands.reader import (
        annotating,
        copying,
        external,
        following,
        large_picture,
        next_up,
        saved_page,
    )
    from tuinews.ui.words.reading import links

_STAGE_NOTES = {Stage.FETCHING: states.FETCHING, Stage.FAILED: states.NOT_SAVED, Stage.PREVIEW: states.PREVIEW}


_WITH_EDITS = 50
"""Cells of the reader from which its title says when the text was changed."""


class ReaderEvents(ReadingState, Layer):
    """A reading screen that answers its reader."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._hinted = ""
        self._named = ""
        self._timed: Article | None = None
        self._minutes = 0

    def composed_reader(self) -> Reader:
        """The reader, with the state that it shows."""
        self.pictures_shown = pictures.are_wanted(self)
        return Reader(id="reader").data_bind(
            ReadingState.reader_state,
            ReadingState.next_up,
            ReadingState.annotations,
            ReadingState.coming_id,
            ReadingState.find_query,
            ReadingState.measure,
            ReadingState.pictures_shown,
            ReadingState.graphics,
        )

    def watch_reader_state(self) -> None:
        """Name the article's source and how far it has come, and what comes next."""
        annotating.show_annotations(self)
        self.title_reader()
        self.tell_progress()
        opening.note_read(self)
        next_up.preview_next(self)
        if self.find_query:
            # The text that comes while a find stands in what was known of it has other matches.
            self.call_after_refresh(searching.tell_matches, self)

    def watch_annotations(self) -> None:
        """Go to the passage that was chosen among all, now that it is known where it stands."""
        annotating.show_passage(self)

    def title_reader(self) -> None:
        """Name the article's source, and the tags that it has."""
        row = self.open_row
        tags = row.tags if row is not None and row.id == self.open_id else ()
        words = [self.reader_state.source, *(f"#{clean_line(tag)}" for tag in tags)]
        self.part("#reader-title", PaneTitle).title = " ".join(words)

    def tell_progress(self) -> None:
        """Say how far the article has come, or how far one has come in it and how long the rest takes."""
        stage, article = self.reader_state.stage, self.reader_state.article
        if stage in _STAGE_NOTES:
            note = _(_STAGE_NOTES[stage])
        elif stage is Stage.KEPT and article is not None:
            if article is not self._timed:
                self._timed, self._minutes = article, reading_time.reading_minutes(article)
            # With a screen reader, every line would be followed by how far one has come.
            has_begun = self.reader.scroll_offset.y > 0 and not self.settings.screen_reader
            progress = states.reading_progress(self._minutes, self.reader.percent)
            edits = self.reader_state.edits if self.reader.size.width >= _WITH_EDITS else ""
            begins = [states.reading_time(self._minutes), edits]
            note = progress if has_begun else " · ".join(filter(None, begins))
        else:
            note = ""
        self.part("#reader-title", PaneTitle).note = note

    @on(NextChosen)
    def _open_next(self) -> None:
        moving.next_unread(self)

    def on_paste(self, event: events.Paste) -> None:
        """Take a page that was dropped on the terminal."""
        if saved_page.take_page(self, event.text):
            event.stop()

    @on(Rested)
    def _keep_place(self, message: Rested) -> None:
        if self.reader_state.unmarked is None:
            self.mark(lambda library: library.set_position(message.entry_id, message.position))

    @on(LinkChosen)
    def _open_link(self, message: LinkChosen) -> None:
        if copying.waits_for_link(self) or message.use is LinkUse.COPY:
            copying.copy_address(self, message.address)
        elif message.use is LinkUse.BROWSE:
            external.open_link(self, message.address)
        elif not large_picture.open_large(self, message.address):
            following.follow(self, message.address)

    @on(PicturesNeeded)
    def _bring_pictures(self, message: PicturesNeeded) -> None:
        pictures.bring(self, message.entry_id, message.addresses)

    @on(LinkHinted)
    def _tell_hinted(self, message: LinkHinted) -> None:
        self._hinted = links.link_hinted(message.address, message.note, self.message_cells)
        self.say_here(self._hinted)

    @on(LinkHovered)
    def _tell_hovered(self, message: LinkHovered) -> None:
        if message.address:
            self._hinted = clean_line(masked(message.address), 200)
            self.say_here(self._hinted)
        else:
            self._end_hinted()

    @on(HintsOver)
    def _end_hinted(self) -> None:
        if self.status.message == self._hinted:
            self.say("")

    @on(SelectingOver)
    def _end_selecting(self) -> None:
        if self.status.message == messages.selecting(self.keymap):
            self.say("")

    @on(PlaceLeft)
    def _leave_place(self, message: PlaceLeft) -> None:
        following.leave_place(self, message.position)

    def tell_number(self, digits: str) -> None:
        """Say the number that is typed so far; once it is taken or given up, no longer, nor whose it was."""
        if not digits:
            self.reader.link_number.forget()
            self._end_named()
        self.status = replace(self.status, typed=digits)

    @on(LinkTyped)
    def _tell_link(self, message: LinkTyped) -> None:
        if self._says_none_open():
            self.number.take()
        elif message.address and message.digits == self.number.digits:
            words = links.link_waiting if self.number.waits else links.link_typed
            self._named = words(message.digits, message.address, self.keymap, self.message_cells)
            self.status = replace(self.status, typed="")
            self.say_here(self._named)
        else:
            self._end_named()

    def _end_named(self) -> None:
        if self._named and self.status.message == self._named:
            self.say("")

    @on(LinkMissing)
    def _tell_missing(self, message: LinkMissing) -> None:
        if not self._says_none_open():
            self.say_here(links.no_link(message.digits, message.count) if message.count else _(links.NO_LINKS))

    def _says_none_open(self) -> bool:
        """Say why there is no article whose links could be meant; whether there is none."""
        if self.library_is_empty or self.open_id is None:
            none = messages.no_sources if self.library_is_empty else messages.none_open
            self.say_here(none(self.keymap))
        return self.library_is_empty or self.open_id is None
