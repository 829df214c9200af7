"""What the reading screen does when the reader tells of something: a link, a jump, where reading rests.

Which function answers which message is a table in `reading.py`.
"""

from dataclasses import replace

from tuinews.address import masked
from tuinews.language import _
from tuinews.late import late_imports
from tuinews.text import clean_line
from tuinews.ui.screens.commands.reader import pictures
from tuinews.ui.screens.reading_state import ReadingState
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
    ReadingPaused,
    SelectingOver,
)
from tuinews.ui.words import messages

with late_imports(__name__):
    from tuinews.ui.screens.commands.entries import moving
    from tuinews.ui.screens.commands.reader import (
        copying,
        external,
        following,
        large_picture,
    )
    from tuinews.ui.words.reading import links


def open_next(state: ReadingState, message: NextChosen) -> None:
    """The title of what comes next was clicked."""
    moving.next_unread(state)


def keep_place(state: ReadingState, message: ReadingPaused) -> None:
    """Keep where reading rests; not in a text with its changes, whose places are others."""
    if state.reader_state.unmarked is None:
        state.work.mark(lambda library: library.set_position(message.entry_id, message.position))


def open_link(state: ReadingState, message: LinkChosen) -> None:
    """Do with a link what was chosen."""
    if copying.waits_for_link(state) or message.use is LinkUse.COPY:
        copying.copy_address(state, message.address)
    elif message.use is LinkUse.BROWSE:
        external.open_link(state, message.address)
    elif not large_picture.open_large(state, message.address):
        following.follow(state, message.address)


def bring_pictures(state: ReadingState, message: PicturesNeeded) -> None:
    """Bring the pictures that come near."""
    pictures.bring(state, message.entry_id, message.addresses)


def tell_hinted(state: ReadingState, message: LinkHinted) -> None:
    """Say where the link leads that is chosen so far by letters."""
    state.said.of_link = links.link_hinted(message.address, message.note, state.messages.cells)
    state.say_here(state.said.of_link)


def tell_hovered(state: ReadingState, message: LinkHovered) -> None:
    """Say where the link leads that the mouse is over."""
    if message.address:
        state.said.of_link = clean_line(masked(message.address), 200)
        state.say_here(state.said.of_link)
    else:
        _end_said(state, state.said.of_link)


def end_hinted(state: ReadingState, message: HintsOver) -> None:
    """Say no longer where it leads."""
    _end_said(state, state.said.of_link)


def end_selecting(state: ReadingState, message: SelectingOver) -> None:
    """Say no longer that keys select."""
    _end_said(state, messages.selecting(state.keymap))


def leave_place(state: ReadingState, message: PlaceLeft) -> None:
    """Note a place that a jump left, to come back to."""
    following.leave_place(state, message.position)


def tell_number(state: ReadingState, digits: str) -> None:
    """Say the number that is typed so far; once it is taken or given up, no longer, nor whose it was."""
    if not digits:
        state.reader.link_number.forget()
        _end_said(state, state.said.of_number)
    state.status = replace(state.status, typed=digits)


def tell_link(state: ReadingState, message: LinkTyped) -> None:
    """Say where the link leads whose number is typed so far."""
    if _says_none_open(state):
        state.number.take()
    elif message.address and message.digits == state.number.digits:
        words = links.link_waiting if state.number.waits else links.link_typed
        state.said.of_number = words(message.digits, message.address, state.keymap, state.messages.cells)
        state.status = replace(state.status, typed="")
        state.say_here(state.said.of_number)
    else:
        _end_said(state, state.said.of_number)


def _end_said(state: ReadingState, said: str) -> None:
    """Say no longer what was said, where it stands still."""
    if said and state.status.message == said:
        state.say("")


def tell_missing(state: ReadingState, message: LinkMissing) -> None:
    """Say that no link has a number."""
    if not _says_none_open(state):
        state.say_here(links.no_link(message.digits, message.count) if message.count else _(links.NO_LINKS))


def _says_none_open(state: ReadingState) -> bool:
    """Say why there is no article whose links could be meant; whether there is none."""
    if state.library_is_empty or state.open_id is None:
        none = messages.no_sources if state.library_is_empty else messages.none_open
        state.say_here(none(state.keymap))
    return state.library_is_empty or state.open_id is None
