"""To the clipboard: the article's address, a link's, what the mouse marked."""

import asyncio

from tuinews.address import masked
from tuinews.text import clean_line
from tuinews.ui import wording
from tuinews.ui.outside import copy
from tuinews.ui.screens.commands.opening import nothing_listed
from tuinews.ui.screens.desk import Desk


def copy_marked(desk: Desk) -> None:
    """Copy what the mouse marked; where nothing is, say how to quit, for which this key is often meant."""
    text = desk.get_selected_text()
    if text:
        _copy(desk, text, clean_line(text, 60))
    else:
        desk.say(wording.how_to_quit(desk.keymap))


def copy_link(desk: Desk) -> None:
    """Copy the address of the article that is meant."""
    row = desk.meant_row
    if row is None:
        nothing_listed(desk)
    elif row.url:
        _copy_address(desk, row.url)
    else:
        desk.say_here("This article has no address")


def copy_link_address(desk: Desk) -> None:
    """Copy the address of the link whose number was pressed last; where none was, of the one pressed next."""
    if desk.open_id is None:
        desk.say_here(wording.none_open(desk.keymap))
        return
    address = desk.reader.take_typed_link() or desk.reader.named_link.of(desk.open_id)
    if address is None:
        desk.reader.named_link.copies_next = True
        desk.say_here("Now the number of the link")
    else:
        _copy_address(desk, address)


def link_chosen(desk: Desk, address: str) -> bool:
    """Note the link that was chosen; whether that was done in order to copy it."""
    link = desk.reader.named_link
    link.name(desk.open_id, address)
    copies, link.copies_next = link.copies_next, False
    if copies:
        _copy_address(desk, address)
    return copies


def _copy_address(desk: Desk, address: str) -> None:
    address = clean_line(address, 4096)
    _copy(desk, address, masked(address))


def _copy(desk: Desk, text: str, shown: str) -> None:
    """Copy by every means there is, and say what is known of it."""

    async def job() -> None:
        filled = await asyncio.to_thread(copy, text, desk.given.outside.run)
        desk.say(wording.copied(filled, shown))

    desk.app.copy_to_clipboard(text)
    desk.run_worker(job(), group="clipboard", exclusive=True)
