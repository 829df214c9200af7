"""Read marks, stars, undo and redo. The row changes at once; the library follows in line."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from tuinews.model.row import Cached, EntryRow
from tuinews.text import clean_line
from tuinews.ui.asked import AskedLibrary
from tuinews.ui.screens.commands.opening import nothing_listed, now_kept
from tuinews.ui.screens.desk import Desk, Work
from tuinews.ui.wording import many


def toggle_read(desk: Desk) -> None:
    """Mark the entry that is meant read, or unread where it is read."""
    _change(
        desk,
        lambda row: replace(row, read=not row.read),
        lambda row: "Marked read" if row.read else "Marked unread",
        lambda library, row: library.mark_read([row.id], row.read),
    )


def star(desk: Desk) -> None:
    """Star the entry that is meant, whose text is kept then, or take its star away."""

    async def keep(library: AskedLibrary, row: EntryRow) -> None:
        await library.star([row.id], row.starred)
        if row.starred and row.cached is Cached.NONE:
            desk.beside(lambda library: _keep_text(desk, library, row.id))

    _change(
        desk,
        lambda row: replace(row, starred=not row.starred),
        lambda row: "Starred" if row.starred else "Star taken off",
        keep,
    )


async def _keep_text(desk: Desk, library: AskedLibrary, entry_id: int) -> None:
    """Keep the text of a starred article; where it cannot be had now, the next refresh tries again."""
    if await library.keep_text(entry_id):
        now_kept(desk, entry_id)


def mark_all_read(desk: Desk) -> None:
    """Mark the whole list read; no question, since it can be undone."""
    view = desk.view

    async def job(library: AskedLibrary) -> None:
        await desk.ended(Work.LIST)
        count = await library.mark_all_read(view)
        undo = desk.keymap.key("undo")
        if count:
            desk.say(f"{many(count, 'article')} marked read; {undo} undoes it")
        else:
            desk.say_here("All are read already")
        desk.staying.update(desk.listed.ids)
        desk.entry_list.ask_again()
        desk.reload()

    desk.mark(job)


def undo(desk: Desk) -> None:
    """Take the last mark, star or removal back."""
    desk.mark(lambda library: _said(desk, library.undo, "Nothing to undo"))


def redo(desk: Desk) -> None:
    """Do again what was undone."""
    desk.mark(lambda library: _said(desk, library.redo, "Nothing to redo"))


async def _said(desk: Desk, step: Callable[[], Awaitable[str | None]], nothing: str) -> None:
    words = await step()
    desk.say(words or nothing)
    if words:
        desk.entry_list.ask_again()
        desk.reload()


def _change(
    desk: Desk,
    change: Callable[[EntryRow], EntryRow],
    words: Callable[[EntryRow], str],
    keep: Callable[[AskedLibrary, EntryRow], Awaitable[object]],
) -> None:
    """Change the row that is meant, on the screen first; where it is not here yet, as soon as it is.

    Where the row is not in sight, `words` say what became of which article.
    """
    meant, row = desk.meant, desk.meant_row
    if meant is None:
        nothing_listed(desk)
        return
    shown = change(row) if row is not None else None
    if shown is not None:
        desk.change_rows([shown])
        _tell_unseen(desk, shown, words)

    async def job(library: AskedLibrary) -> None:
        changed = shown
        if changed is None:
            changed = change((await library.rows([meant]))[0])
            desk.show_rows([changed])
            _tell_unseen(desk, changed, words)
        await keep(library, changed)
        desk.recount()

    desk.mark(job)


def _tell_unseen(desk: Desk, row: EntryRow, words: Callable[[EntryRow], str]) -> None:
    if not desk.row_in_sight(row.id):
        desk.say(f"{words(row)}: {clean_line(row.title, 200)}")
