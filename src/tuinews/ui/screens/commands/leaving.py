"""To the browser, to the clipboard, out of the program."""

from collections.abc import Callable

from tuinews.address import masked
from tuinews.text import clean_line
from tuinews.ui import wording
from tuinews.ui.outside import apart, can_open
from tuinews.ui.screens.commands.moving import back
from tuinews.ui.screens.commands.opening import note_opened, nothing_listed, remember_place
from tuinews.ui.screens.commands.terminal import redraw
from tuinews.ui.screens.desk import Desk
from tuinews.ui.screens.layout import PaneName


def browser(desk: Desk) -> None:
    """Open the article that is meant in the browser."""
    row = desk.meant_row
    if row is not None and row.url:
        entry_id = row.id
        open_address(desk, row.url, lambda: note_opened(desk, entry_id))
    elif row is not None:
        desk.say_here("This article has no address")
    else:
        nothing_listed(desk)


def _nothing() -> None:
    """Nothing else is to be done."""


def open_link(desk: Desk, address: str) -> None:
    """Open the link of an article in the browser."""
    open_address(desk, address, copied_by="copy_link_address")


def open_address(
    desk: Desk, address: str, opened: Callable[[], None] = _nothing, copied_by: str = "copy_link"
) -> None:
    """Open a web address in the browser, and nothing else; `opened` is called once it is there.

    `copied_by` is the command that copies it, named where there is no browser.
    """
    shown = clean_line(masked(address), 200)
    if not can_open(address):
        desk.say(f"Not opened, since it is no web address: {shown}", problem=True)
        return

    async def job() -> None:
        if await _browse(desk, address):
            desk.say(f"Opened in the browser: {shown}")
            opened()
        else:
            desk.say(wording.no_browser(desk.keymap.key(copied_by), shown), problem=True)

    desk.run_worker(job(), group="browser")


async def _browse(desk: Desk, address: str) -> bool:
    """Have the browser open an address, with the terminal lent to one that needs it; whether it could."""
    outside = desk.given.outside
    if not outside.takes_terminal():
        return await apart(lambda: outside.browse(address))
    with desk.app.suspend():
        opened = await apart(lambda: outside.browse(address))
    redraw(desk)
    return opened


def back_or_quit(desk: Desk) -> None:
    """Back to the list; from the list, out."""
    if desk.at is PaneName.READER or desk.view.query is not None:
        back(desk)
    else:
        leave(desk)


def leave(desk: Desk, status: int = 0) -> None:
    """Out with an exit status, once every mark is kept."""

    async def job() -> None:
        await desk.marks_done()
        desk.app.exit(return_code=status)

    remember_place(desk)
    desk.run_worker(job(), group="leaving", exclusive=True)
