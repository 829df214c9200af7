"""To the browser, to the clipboard, out of the program."""

from collections.abc import Callable

from tuinews.address import masked
from tuinews.language import _
from tuinews.text import clean_line
from tuinews.ui.external import apart, can_open
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.screens.commands.entries import mark_on_scroll
from tuinews.ui.screens.commands.entries.downloading import open_file
from tuinews.ui.screens.commands.entries.moving import back
from tuinews.ui.screens.commands.program.terminal import lent, redraw
from tuinews.ui.screens.commands.reader.opening import note_opened, nothing_listed, remember_place
from tuinews.ui.screens.layout import PaneName
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.terminal.worker import begin_worker
from tuinews.ui.words import messages
from tuinews.ui.words.reading import links


def browser(state: ReadingState) -> None:
    """Open the link whose number is typed so far in the browser; else the article that is meant."""
    row = state.target_row
    typed = state.reader.link_number.take() if state.at is PaneName.READER else None
    if typed is not None:
        open_link(state, typed)
    elif row is not None and row.url:
        entry_id = row.id
        open_address(state, row.url, lambda: note_opened(state, entry_id))
    elif row is not None and row.id == state.open_id and state.opened.files:
        play(state, state.opened.files[0].url)
    elif row is not None:
        state.say_here(_(messages.NO_ADDRESS))
    else:
        nothing_listed(state)


def _nothing() -> None:
    """Nothing else is to be done."""


def open_link(state: ReadingState, address: str) -> None:
    """Open the link of an article in the browser."""
    state.reader.link_number.named.name(state.open_id, address)
    shown = clean_line(masked(address), 200)
    open_address(state, address, none=links.no_browser_for_link(state.keymap, shown))


def play(state: ReadingState, address: str) -> None:
    """Open a file that goes with an article: the one on this computer, where it was downloaded, else from its
    server; in the player of the settings, else in the browser.
    """

    async def job(library: LibraryProtocol) -> None:
        file = await library.downloads.file_of(address)
        if file is None:
            _play_from_server(state, address)
        else:
            open_file(state, file)

    state.work.beside(job)


def _play_from_server(state: ReadingState, address: str) -> None:
    player = state.settings.player
    if not player.strip():
        open_address(state, address)
        return
    shown = clean_line(masked(address), 200)
    if not can_open(address):
        state.say(messages.not_web(shown), problem=True)
        return

    async def job() -> None:
        if await apart(lambda: state.context.external.play(player, address)):
            state.say_here(messages.opened_in_player(shown))
        else:
            state.say(messages.no_player(player), problem=True)

    begin_worker(state, job, group="player")


def open_address(
    state: ReadingState, address: str, opened: Callable[[], None] = _nothing, none: str | None = None
) -> None:
    """Open a web address in the browser, and nothing else; `opened` is called once it is there.

    `none` is what is said if there is no browser.
    """
    shown = clean_line(masked(address), 200)
    if not can_open(address):
        state.say(messages.not_web(shown), problem=True)
        return

    opening = messages.opening_in_browser(shown)

    async def job() -> None:
        if await _browse(state, address):
            # It may have taken seconds: what was said meanwhile is newer.
            if state.status.message == opening:
                state.say_here(messages.opened_in_browser(shown))
            opened()
        else:
            state.say(none or messages.no_browser(state.keymap), problem=True)

    state.say_here(opening)
    begin_worker(state, job, group="browser")


async def _browse(state: ReadingState, address: str) -> bool:
    """Have the browser open an address, with the terminal lent to one that needs it; whether it could."""
    outside = state.context.external
    if not outside.takes_terminal():
        return await apart(lambda: outside.browse(address))
    with lent(state):
        opened = await apart(lambda: outside.browse(address))
    redraw(state)
    return opened


def back_or_quit(state: ReadingState) -> None:
    """Back to the list; from the list, out."""
    if state.at is PaneName.READER or state.view.query is not None:
        back(state)
    else:
        leave(state)


def leave(state: ReadingState, status: int = 0) -> None:
    """Out with an exit status, once every mark is kept."""

    async def job() -> None:
        await state.work.marks_done()
        async with state.settings_lock:
            state.app.exit(return_code=status)

    remember_place(state)
    mark_on_scroll.mark_passed(state)
    begin_worker(state, job, group="leaving", exclusive=True)
