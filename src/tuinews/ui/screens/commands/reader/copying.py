"""To the clipboard: the article's address, a link's, what the mouse marked."""

import asyncio

from tuinews.address import masked
from tuinews.language import _
from tuinews.text import clean_line
from tuinews.ui.external import Clipboard, copy
from tuinews.ui.screens.commands.reader.opening import nothing_listed
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.words import messages

_WORDS = {
    Clipboard.SYSTEM: messages.copied,
    Clipboard.TMUX: messages.copied_to_tmux,
    Clipboard.TERMINAL: messages.sent_to_terminal,
}


def copy_marked(state: ReadingState) -> None:
    """Copy what the mouse marked; where nothing is, say how to quit, for which this key is often meant."""
    text = state.get_selected_text()
    if text:
        _copy(state, text, clean_line(text, 60))
    else:
        state.say(messages.how_to_quit(state.keymap))


def copy_link(state: ReadingState) -> None:
    """Copy the address of the article that is meant."""
    row = state.target_row
    if row is None:
        nothing_listed(state)
    elif row.url:
        _copy_address(state, row.url)
    else:
        state.say_here(_(messages.NO_ADDRESS))


def copy_link_address(state: ReadingState) -> None:
    """Copy the address of the link whose number was pressed just now; where none was, of the one pressed next."""
    if state.open_id is None:
        state.say_here(messages.none_open(state.keymap))
        return
    address = state.reader.take_typed_link() or state.reader.named_link.of(state.open_id)
    if address is None:
        state.reader.named_link.copies_next = True
        state.say_here(_(messages.TYPE_LINK_NUMBER))
    else:
        _copy_address(state, address)


def link_chosen(state: ReadingState, address: str) -> bool:
    """Note the link that was chosen; whether that was done in order to copy it."""
    link = state.reader.named_link
    link.name(state.open_id, address)
    copies, link.copies_next = link.copies_next, False
    if copies:
        _copy_address(state, address)
    return copies


def _copy_address(state: ReadingState, address: str) -> None:
    address = clean_line(address, 4096)
    _copy(state, address, masked(address))


def _copy(state: ReadingState, text: str, shown: str) -> None:
    """Copy by every means there is, and say what is known of it."""

    async def job() -> None:
        filled = await asyncio.to_thread(copy, text, state.context.external.run)
        state.say(_WORDS[filled](shown))

    state.app.copy_to_clipboard(text)
    state.run_worker(job(), group="clipboard", exclusive=True)
