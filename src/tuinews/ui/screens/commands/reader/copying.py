"""To the clipboard: the article's address, a link's, what the mouse marked."""

import asyncio

from tuinews.address import masked
from tuinews.language import _
from tuinews.late import late_imports
from tuinews.text import clean_line
from tuinews.typeset.page.copy_forms import Origin, copy_forms
from tuinews.ui.external import Clipboard, copy
from tuinews.ui.screens.commands.reader.opening import nothing_listed, show_reader
from tuinews.ui.screens.layout import PaneName
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.terminal.worker import begin_worker
from tuinews.ui.words import messages
from tuinews.ui.words.reading import links

with late_imports(__name__):
    from tuinews.ui.screens.overlays.copy_as import CopyAsScreen

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
    """Copy what is selected; else the address of the link that was named just now, else of the article meant."""
    selected = state.get_selected_text()
    if selected:
        _copy(state, selected, clean_line(selected, 60))
        state.reader.selection.end()
        return
    address = _named_link(state)
    row = state.target_row
    if address is not None:
        copy_address(state, address)
    elif row is None:
        nothing_listed(state)
    elif row.url:
        copy_address(state, row.url)
    else:
        state.say_here(_(messages.NO_ADDRESS))


def copy_link_address(state: ReadingState) -> None:
    """Copy the address of the link whose number was pressed just now; where none was, of the one pressed next."""
    if state.open_id is None:
        state.say_here(messages.none_open(state.keymap))
        return
    address = _named_link(state)
    if address is None:
        state.reader.link_number.named.copies_next = True
        waits = state.number.waits
        state.say_here(_(links.TYPE_LINK_NUMBER_AND_ENTER) if waits else _(links.TYPE_LINK_NUMBER))
    else:
        copy_address(state, address)


def select(state: ReadingState) -> None:
    """Select lines of the open article by the keys that move; once more: anew from where they have moved.

    In the list, select rows; once more ends it.
    """
    if state.at is PaneName.LIST and state.entry_list.current is not None:
        begun = state.entry_list.selection.begun_at is not None
        state.say_here("")
        state.selected.begin(None if begun else state.entry_list.current)
        return
    if state.open_id is None:
        state.say_here(messages.none_open(state.keymap))
        return
    show_reader(state)
    state.at = PaneName.READER
    state.reader.when_shown(lambda: _select(state))


def _select(state: ReadingState) -> None:
    if state.reader.selection.begin():
        state.say_here(messages.selecting(state.keymap))


def copy_as(state: ReadingState) -> None:
    """Offer the forms in which the article that is meant, or what is selected, can be copied."""
    row = state.target_row
    if row is None:
        nothing_listed(state)
        return
    is_open = row.id == state.open_id and state.reader_state.entry_id == row.id
    article = state.reader_state.article if is_open else None
    reader, selected = state.reader, state.get_selected_text() or ""
    origin = Origin(
        article.title if article else row.title,
        row.url,
        article.authors if article else row.authors,
        (article.site if article else None) or row.source_title,
        article.published if article else row.published,
        article.lang if article else None,
    )
    quoted = selected or (
        reader.text.first_paragraph(reader.window.lines_in_sight) if article else row.summary or ""
    )
    text = selected or (reader.text.whole if article else row.summary or "")

    def copy_chosen(text: str | None) -> None:
        if text is not None:
            _copy(state, text, clean_line(text, 60))
            reader.selection.end()

    state.app.push_screen(CopyAsScreen(copy_forms(origin, quoted, text)), copy_chosen)


def _named_link(state: ReadingState) -> str | None:
    """The link whose number is typed so far, or that was chosen just now, of the article that the keys are in."""
    if state.open_id is None or state.at is not PaneName.READER:
        return None
    return state.reader.link_number.take() or state.reader.link_number.named.of(state.open_id)


def waits_for_link(state: ReadingState) -> bool:
    """Whether the next link that is chosen is to be copied, which is so once."""
    link = state.reader.link_number.named
    copies, link.copies_next = link.copies_next, False
    return copies


def copy_address(state: ReadingState, address: str) -> None:
    """Copy an address; shown without its secrets."""
    address = clean_line(address, 4096)
    _copy(state, address, masked(address))


def _copy(state: ReadingState, text: str, shown: str) -> None:
    """Copy by every means there is, and say what is known of it."""

    async def job() -> None:
        filled = await asyncio.to_thread(copy, text, state.context.external.run)
        state.say_here(_WORDS[filled](shown))

    state.app.copy_to_clipboard(text)
    begin_worker(state, job, group="clipboard", exclusive=True)
