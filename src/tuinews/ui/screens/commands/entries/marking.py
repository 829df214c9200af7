"""Read marks, stars, undo and redo. The row changes at once; the library follows in line."""

from array import array
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tuinews.language import _
from tuinews.model.entry_row import Cached, EntryRow
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.screens.commands.entries import stories
from tuinews.ui.screens.commands.reader import annotating
from tuinews.ui.screens.commands.reader.opening import nothing_listed, now_kept
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.screens.work_completion import Work
from tuinews.ui.words import messages


def toggle_read(state: ReadingState) -> None:
    """Mark the entry that is meant read, or unread where it is read; so all that are selected."""

    async def mark_stories(library: LibraryProtocol, ids: Sequence[int], value: bool) -> list[int]:
        return await library.mark_read(await stories.meant_with(state, library, ids), value)

    if state.selected:
        _change_selected(
            state,
            lambda row, value: replace(row, read=value),
            lambda row: row.read,
            mark_stories,
        )
        return
    _change(
        state,
        lambda row: replace(row, read=not row.read),
        lambda row: messages.marked_read(row.title) if row.read else messages.marked_unread(row.title),
        lambda library, row: stories.mark_read(state, library, row),
    )


def star(state: ReadingState) -> None:
    """Star the entry that is meant, whose text is kept then, or take its star away; so all selected."""
    if state.selected:
        _change_selected(
            state,
            lambda row, value: replace(row, starred=value),
            lambda row: row.starred,
            lambda library, ids, value: library.star(ids, value),
        )
        return

    async def keep(library: LibraryProtocol, row: EntryRow) -> None:
        await library.star([row.id], row.starred)
        if row.starred and row.cached is Cached.NONE:
            state.work.beside(lambda library: _keep_text(state, library, row.id))

    _change(
        state,
        lambda row: replace(row, starred=not row.starred),
        lambda row: messages.starred(row.title) if row.starred else messages.unstarred(row.title),
        keep,
    )


async def _keep_text(state: ReadingState, library: LibraryProtocol, entry_id: int) -> None:
    """Keep the text of a starred article; where it cannot be fetched now, the next refresh tries again."""
    if await library.keep_text(entry_id):
        now_kept(state, entry_id)


def mark_all_read(state: ReadingState) -> None:
    """Mark the whole list read; no question, since it can be undone."""
    view = state.view

    async def job(library: LibraryProtocol) -> None:
        await state.work.ended(Work.LIST)
        # What waits was not seen, and stays unread.
        ids = await stories.meant_with(state, library, state.listed_entries.ids) if state.waiting else ()
        listed = state.waiting and await library.mark_read(ids, True)
        count = len(listed) if state.waiting else await library.mark_all_read(view)
        if count:
            state.say(messages.all_marked_read(count, state.keymap))
        else:
            state.say_here(_(messages.ALL_READ_ALREADY))
        state.listing.sticky_ids.update(state.listed_entries.ids)
        state.entry_list.ask_again()
        state.reloading.reload()

    state.work.mark(job)


def mark_above_read(state: ReadingState) -> None:
    """Mark all rows over the cursor read."""
    _mark_rows(state, lambda ids, here: ids[:here])


def mark_below_read(state: ReadingState) -> None:
    """Mark all rows under the cursor read."""
    _mark_rows(state, lambda ids, here: ids[here + 1 :])


def mark_older_read(state: ReadingState) -> None:
    """Mark what is listed and older than a day read."""
    view, before = state.view, datetime.now(UTC) - timedelta(days=1)

    async def job(library: LibraryProtocol) -> None:
        await state.work.ended(Work.LIST)
        older = set(await library.ids_before(view, before)).difference(state.waiting)
        await _read(state, library, [entry for entry in state.listed_entries.ids if entry in older])

    state.work.mark(job)


def _mark_rows(state: ReadingState, chosen: Callable[["array[int]", int], "array[int]"]) -> None:
    here = state.entry_list.current
    if here is None:
        nothing_listed(state)
        return

    async def job(library: LibraryProtocol) -> None:
        await state.work.ended(Work.LIST)
        place = state.listed_entries.index(here)
        if place is not None:
            await _read(state, library, chosen(state.listed_entries.ids, place))

    state.work.mark(job)


async def _read(state: ReadingState, library: LibraryProtocol, ids: Sequence[int]) -> None:
    """Mark these read as one step to undo, and say how many were not."""
    count = len(await library.mark_read(await stories.meant_with(state, library, ids), True))
    if not count:
        state.say_here(_(messages.THEY_ARE_READ))
        return
    state.say(messages.all_marked_read(count, state.keymap))
    state.listing.sticky_ids.update(ids)
    state.entry_list.ask_again()
    state.reloading.reload()


def undo(state: ReadingState, times: int = 1) -> None:
    """Take the last mark, star or removal back, or that many."""
    state.work.mark(lambda library: _said(state, library.undo, _(messages.NOTHING_TO_UNDO), times))


def redo(state: ReadingState, times: int = 1) -> None:
    """Do again what was undone."""
    state.work.mark(lambda library: _said(state, library.redo, _(messages.NOTHING_TO_REDO), times))


async def _said(state: ReadingState, step: Callable[[], Awaitable[str | None]], nothing: str, times: int) -> None:
    """Take that many steps, as far as there are, and say what the last one was."""
    words = await step()
    for _step in range(times - 1 if words else 0):
        further = await step()
        if further is None:
            break
        words = further
    if not words:
        state.say_here(nothing)
    else:
        state.say(words)
        state.entry_list.ask_again()
        state.reloading.reload()
        if state.work.library is not None:
            await annotating.load(state, state.work.library)


def _change(
    state: ReadingState,
    change: Callable[[EntryRow], EntryRow],
    words: Callable[[EntryRow], str],
    keep: Callable[[LibraryProtocol, EntryRow], Awaitable[object]],
) -> None:
    """Change the row that is meant, on the screen first; where it is not here yet, as soon as it is.

    Where the row is not in sight, `words` say what became of which article.
    """
    target_id, row = state.target_id, state.target_row
    if target_id is None:
        nothing_listed(state)
        return
    shown = change(row) if row is not None else None
    if shown is not None:
        state.change_rows([shown])
        _tell_unseen(state, shown, words)

    async def job(library: LibraryProtocol) -> None:
        changed = shown
        if changed is None:
            changed = change((await library.rows([target_id]))[0])
            state.show_rows([changed])
            _tell_unseen(state, changed, words)
        await keep(library, changed)
        state.reloading.recount()

    state.work.mark(job)


def _change_selected(
    state: ReadingState,
    change: Callable[[EntryRow, bool], EntryRow],
    is_so: Callable[[EntryRow], bool],
    keep: Callable[[LibraryProtocol, Sequence[int], bool], Awaitable[list[int]]],
) -> None:
    """Change all that are selected, as one step to undo: so of all where it is not so of one, else of none."""
    chosen = state.selected.take()

    async def job(library: LibraryProtocol) -> None:
        ids = await state.selected.all_between(chosen)
        before = await library.rows(ids)
        value = not all(is_so(row) for row in before)
        changed = await keep(library, ids, value)
        state.show_rows([change(row, value) for row in before])
        state.say(messages.selected_changed(len(changed), state.keymap))
        state.reloading.recount()

    state.work.mark(job)


def _tell_unseen(state: ReadingState, row: EntryRow, words: Callable[[EntryRow], str]) -> None:
    if not state.row_in_sight(row.id):
        state.say(words(row))
