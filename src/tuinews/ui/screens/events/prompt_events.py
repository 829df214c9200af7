"""What the reading screen does with what is typed into its prompt.

Which function answers which message is a table in `reading.py`.
"""

from dataclasses import replace

from tuinews.language import _
from tuinews.late import late_imports
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.widgets.fields.prompt import Prompt, Purpose
from tuinews.ui.words import overlays

with late_imports(__name__):
    from tuinews.ui.screens.commands import views
    from tuinews.ui.screens.commands.entries import exporting, searching, tagging

_SEARCH_AFTER = 0.12
"""Seconds of rest in typing after which a search begins."""


def say_keys(state: ReadingState, message: Prompt.Asked) -> None:
    """Say what the keys do now; what was said before is over."""
    if state.part("Prompt", Prompt).display and not state.screen_reader:
        state.say("")
        state.status = replace(state.status, asked=_keys_of(state, message.purpose))


def say_no_keys(state: ReadingState, message: Prompt.Closed) -> None:
    """Name the keys of the prompt no longer."""
    if not state.part("Prompt", Prompt).display:
        state.status = replace(state.status, asked="")


def _keys_of(state: ReadingState, purpose: Purpose) -> str:
    if purpose is Purpose.FIND:
        return overlays.find_keys(state.keymap)
    if purpose is Purpose.SEARCH:
        return _(overlays.SEARCH_KEYS)
    if purpose in (Purpose.TAGS, Purpose.TAG_ALL):
        return _(overlays.TAG_KEYS)
    return _(overlays.SAVE_KEYS)


def seek(state: ReadingState, message: Prompt.Typed) -> None:
    """Search or find what is typed, once typing rests."""
    _stop_search_timer(state)
    # Keys that come at once end the question before it tells what was typed.
    if message.purpose not in (Purpose.SEARCH, Purpose.FIND) or not state.part("Prompt", Prompt).display:
        return

    def seek() -> None:
        # A timer that has run out is in line already, from where stopping it takes it no more.
        if state.search.timer is timer:
            _seek_now(state, message.purpose, message.text)

    timer = state.search.timer = state.set_timer(_SEARCH_AFTER, seek)


def seek_done(state: ReadingState, message: Prompt.Done) -> None:
    """Do what the prompt was for with what was typed."""
    _end_prompt(state)
    if message.purpose is Purpose.EXPORT:
        exporting.export_to(state, message.text)
    elif message.purpose is Purpose.TAGS:
        tagging.keep_tags(state, message.text)
    elif message.purpose is Purpose.TAG_ALL:
        tagging.add_tags(state, message.text)
    elif message.purpose is Purpose.VIEW_NAME:
        views.keep(state, message.text)
    else:
        _seek_now(state, message.purpose, message.text)


def save_search(state: ReadingState, message: Prompt.ToSave) -> None:
    """Ask for the name under which a search is saved."""
    _stop_search_timer(state)
    views.ask_name(state, message.text)


def seek_cancelled(state: ReadingState, message: Prompt.Cancelled) -> None:
    """Go on with what was found before the question, in the pane that had the keys."""
    if message.purpose is Purpose.SEARCH:
        state.at = state.listing.pane_before_search
        _forget_mistake(state)
    _end_prompt(state)
    if message.purpose not in (Purpose.SEARCH, Purpose.FIND):
        return
    if message.purpose is Purpose.FIND:
        state.find_query = message.before
    elif message.before != (state.view.query or ""):
        searching.search_for(state, message.before)


def _seek_now(state: ReadingState, purpose: Purpose, text: str) -> None:
    if purpose is Purpose.FIND:
        state.find_query = text
        searching.tell_matches(state)
        return
    _forget_mistake(state)
    if text != (state.view.query or ""):
        searching.search_for(state, text)


def _forget_mistake(state: ReadingState) -> None:
    """Say no longer what was wrong with a query that stands there no more."""
    if state.said.of_query and state.status.message == state.said.of_query:
        state.say("")
    state.said.of_query = ""


def _end_prompt(state: ReadingState) -> None:
    _stop_search_timer(state)
    state.part("Prompt", Prompt).close()
    state.watch_at()


def _stop_search_timer(state: ReadingState) -> None:
    if state.search.timer is not None:
        state.search.timer.stop()
        state.search.timer = None
