"""What the reading screen does with what is typed into its prompt."""

from dataclasses import replace

from textual import on
from textual.timer import Timer

from tuinews.language import _
from tuinews.late import late_imports
from tuinews.ui.app_context import AppContext
from tuinews.ui.screens.reader_events import ReaderEvents
from tuinews.ui.widgets.fields.prompt import Prompt, Purpose
from tuinews.ui.widgets.layers import Layer
from tuinews.ui.words import overlays

with late_imports(__name__):
    from tuinews.ui.screens.commands import views
    from tuinews.ui.screens.commands.entries import exporting, searching, tagging

_SEARCH_AFTER = 0.12
"""Seconds of rest in typing after which a search begins."""


class PromptEvents(ReaderEvents, Layer):
    """A reading screen that searches, finds and exports as the prompt tells it."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._search_timer: Timer | None = None

    def watch_at(self) -> None:
        """Show the pane that the keys are in, and give it the keys."""
        raise NotImplementedError

    @on(Prompt.Asked)
    def _say_keys(self, message: Prompt.Asked) -> None:
        """Say what the keys do now; what was said before is over."""
        if self.part("Prompt", Prompt).display and not self.screen_reader:
            self.say("")
            self.status = replace(self.status, asked=self._keys_of(message.purpose))

    @on(Prompt.Closed)
    def _say_no_keys(self) -> None:
        if not self.part("Prompt", Prompt).display:
            self.status = replace(self.status, asked="")

    def _keys_of(self, purpose: Purpose) -> str:
        if purpose is Purpose.FIND:
            return overlays.find_keys(self.keymap)
        if purpose is Purpose.SEARCH:
            return _(overlays.SEARCH_KEYS)
        if purpose in (Purpose.TAGS, Purpose.TAG_ALL):
            return _(overlays.TAG_KEYS)
        return _(overlays.SAVE_KEYS)

    @on(Prompt.Typed)
    def _seek(self, message: Prompt.Typed) -> None:
        self._stop_search_timer()
        # Keys that come at once end the question before it tells what was typed.
        if message.purpose not in (Purpose.SEARCH, Purpose.FIND) or not self.part("Prompt", Prompt).display:
            return

        def seek() -> None:
            # A timer that has run out is in line already, from where stopping it takes it no more.
            if self._search_timer is timer:
                self._seek_now(message.purpose, message.text)

        timer = self._search_timer = self.set_timer(_SEARCH_AFTER, seek)

    @on(Prompt.Done)
    def _seek_done(self, message: Prompt.Done) -> None:
        self._end_prompt()
        if message.purpose is Purpose.EXPORT:
            exporting.export_to(self, message.text)
        elif message.purpose is Purpose.TAGS:
            tagging.keep_tags(self, message.text)
        elif message.purpose is Purpose.TAG_ALL:
            tagging.add_tags(self, message.text)
        elif message.purpose is Purpose.VIEW_NAME:
            views.keep(self, message.text)
        else:
            self._seek_now(message.purpose, message.text)

    @on(Prompt.ToSave)
    def _save_search(self, message: Prompt.ToSave) -> None:
        self._stop_search_timer()
        views.ask_name(self, message.text)

    @on(Prompt.Cancelled)
    def _seek_cancelled(self, message: Prompt.Cancelled) -> None:
        """Go on with what was found before the question, in the pane that had the keys."""
        if message.purpose is Purpose.SEARCH:
            self.at = self.pane_before_search
            self._forget_mistake()
        self._end_prompt()
        if message.purpose not in (Purpose.SEARCH, Purpose.FIND):
            return
        if message.purpose is Purpose.FIND:
            self.find_query = message.before
        elif message.before != (self.view.query or ""):
            searching.search_for(self, message.before)

    def _seek_now(self, purpose: Purpose, text: str) -> None:
        if purpose is Purpose.FIND:
            self.find_query = text
            searching.tell_matches(self)
            return
        self._forget_mistake()
        if text != (self.view.query or ""):
            searching.search_for(self, text)

    def _forget_mistake(self) -> None:
        """Say no longer what was wrong with a query that stands there no more."""
        if self.query_mistake and self.status.message == self.query_mistake:
            self.say("")
        self.query_mistake = ""

    def _end_prompt(self) -> None:
        self._stop_search_timer()
        self.part("Prompt", Prompt).close()
        self.watch_at()

    def _stop_search_timer(self) -> None:
        if self._search_timer is not None:
            self._search_timer.stop()
            self._search_timer = None
