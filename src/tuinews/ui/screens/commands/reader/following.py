"""Links: into the reader itself, and back and forth between what was read."""

from collections.abc import Callable

from tuinews.address import canonical
from tuinews.errors import TuinewsError
from tuinews.language import _
from tuinews.model.discovery import FollowedLink
from tuinews.text import clean_line
from tuinews.ui.external import can_open
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.screens.commands.program.overlays import offer_list
from tuinews.ui.screens.commands.reader.external import play
from tuinews.ui.screens.commands.reader.opening import (
    current_place,
    open_entry,
    open_place,
    show_reader,
)
from tuinews.ui.screens.layout import PaneName
from tuinews.ui.screens.reading_history import HistoryEntry
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.screens.work_completion import Work
from tuinews.ui.words import messages
from tuinews.ui.words.reading import links


def link_hints(state: ReadingState) -> None:
    """Put letters over the links in sight, to choose one by."""
    if state.open_id is None:
        state.say_here(messages.none_open(state.keymap))
        return
    show_reader(state)
    state.at = PaneName.READER
    state.reader.when_shown(lambda: _show_hints(state))


def _show_hints(state: ReadingState) -> None:
    state.reader.link_number.take()
    if not state.reader.hints.show():
        state.say_here(_(links.NO_LINKS_IN_SIGHT))


def follow(state: ReadingState, address: str) -> None:
    """Open a link of the open article in the reader; where it leads to a list, offer that as a source."""
    entry_id, row = state.open_id, state.opened.row
    if entry_id is None:
        return
    shown = clean_line(address, 200)
    if not can_open(address):
        state.say(messages.not_web(shown), problem=True)
        return
    if any(file.url == address for file in state.opened.files):
        play(state, address)
        return
    if row is not None and row.url and canonical(row.url) == canonical(address):
        state.say_here(_(links.LINK_TO_ITSELF))
        return
    opening = links.following(address)

    async def job(library: LibraryProtocol) -> None:
        try:
            followed = await library.follow(address, entry_id)
        except TuinewsError as error:
            state.reader.link_number.named.name(entry_id, address)
            state.fail_here(error)
            return
        state.messages.online()
        if state.open_id == entry_id:
            _show(state, library, followed, opening)
        state.reloading.reload()

    state.say_here(opening)
    state.work.begin(Work.FOLLOW, job)


def _show(state: ReadingState, library: LibraryProtocol, followed: FollowedLink, opening: str) -> None:
    """Show what a link leads to, unless another article was opened meanwhile."""
    listed = followed.listed
    if state.status.message == opening:
        state.say("")
    if followed.kept is not None:
        open_entry(state, followed.kept.entry_id)
        state.opened.listed_on_page = listed
        if listed is not None:
            state.say_here(links.also_a_list(listed, state.keymap))
    elif listed is not None:
        offer_list(state, library, listed)


def leave_place(state: ReadingState, position: int) -> None:
    """Note a jump inside the article, so that one can come back from it."""
    if state.open_id is not None:
        state.history.leave(HistoryEntry(state.open_id, position))
        state.say_here(links.jumped(state.keymap))


def go_back(state: ReadingState, times: int = 1) -> None:
    """Back to the article, or the place, that reading came from; or that many on, or to the first of all."""
    place = _gone(state, state.history.back, times)
    if place is None:
        state.say_here(_(messages.NO_WAY_BACK))
    else:
        open_place(state, place)


def go_forward(state: ReadingState, times: int = 1) -> None:
    """Forward again to where one went back from, or that many on."""
    place = _gone(state, state.history.forward, times)
    if place is None:
        state.say_here(_(messages.NO_WAY_FORWARD))
    else:
        open_place(state, place)


def _gone(
    state: ReadingState, step: Callable[[HistoryEntry | None], HistoryEntry | None], times: int
) -> HistoryEntry | None:
    """The place that many steps on, or the last; None if there is no step."""
    here, gone = current_place(state), None
    for _step in range(times):
        place = step(here)
        if place is None:
            break
        here = gone = place
    return gone
