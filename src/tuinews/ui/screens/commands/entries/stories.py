"""Stories: the entries that tell the same are shown under their row, marked together, or taken apart."""

from collections.abc import Sequence

from tuinews.language import _
from tuinews.model.entry_row import EntryRow
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.screens.commands.reader.opening import nothing_listed
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.words.standing import stories as words


def show_story(state: ReadingState) -> None:
    """Show under a row the others that tell its story, or hide them again."""
    row = state.target_row
    if row is None:
        nothing_listed(state)
    elif (head := state.stories.opened.head_of(row.id)) is not None:
        state.listing.sticky_ids.difference_update(state.stories.close(head))
    elif row.story is None:
        state.say_here(_(words.TOLD_BY_NO_OTHER))
    else:
        entry_id = row.id

        async def job(library: LibraryProtocol) -> None:
            state.stories.open(entry_id, await library.story(entry_id))

        state.work.beside(job)


def part_story(state: ReadingState) -> None:
    """Have the entry that is meant tell a story of its own, for good."""
    row = state.target_row
    if row is None:
        nothing_listed(state)
        return
    entry_id, title = row.id, row.title

    async def job(library: LibraryProtocol) -> None:
        if not await library.part_story(entry_id):
            state.say_here(_(words.TOLD_BY_NO_OTHER))
            return
        state.stories.opened.forget(entry_id)
        state.say(words.parted(title, state.keymap))
        state.entry_list.ask_again()
        state.reloading.reload()

    state.work.mark(job)


async def meant_with(state: ReadingState, library: LibraryProtocol, ids: Sequence[int]) -> Sequence[int]:
    """These entries and all that tell their stories, but for stories that are open: there each stands for itself.

    What waits to be listed was not seen, and is not meant.
    """
    if not state.settings.stories:
        return ids
    alone = [entry_id for entry_id in ids if state.stories.opened.head_of(entry_id) is not None]
    closed = [entry_id for entry_id in ids if state.stories.opened.head_of(entry_id) is None]
    meant = await library.with_stories(closed) if closed else ()
    return [*alone, *(entry_id for entry_id in meant if entry_id not in state.waiting)]


async def mark_read(state: ReadingState, library: LibraryProtocol, row: EntryRow) -> None:
    """Keep that a row was marked read or unread, and with it who tells the same; say how many there were."""
    ids = await meant_with(state, library, [row.id]) if row.story else [row.id]
    changed = await library.mark_read(ids, row.read)
    if len(changed) > 1:
        state.say(words.marked_together(len(changed), row.read, state.keymap))
