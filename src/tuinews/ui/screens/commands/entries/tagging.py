"""Tags of an article, typed with commas between."""

from array import array
from collections.abc import Sequence

from tuinews.language import _
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.widgets.prompt import Prompt, Purpose
from tuinews.ui.words import messages
from tuinews.ui.words.standing import mutes as words


def tag(state: ReadingState) -> None:
    """Ask for the tags of the article, with those that it has to edit; of all that are selected, for tags that
    they get besides."""
    selected = state.take_selected()
    row = state.target_row
    if row is None:
        state.say_here(_(words.NOTHING_HERE))
        return
    state.to_tag = selected or array("q", [row.id])
    known = "" if selected else "".join(f"{tag}, " for tag in row.tags)
    purpose = Purpose.TAG_ALL if selected else Purpose.TAGS

    async def job(library: LibraryProtocol) -> None:
        names = {"tag": await library.tags()}
        state.call_next(state.query_one(Prompt).ask, purpose, known, names)

    state.beside(job)


def keep_tags(state: ReadingState, typed: str) -> None:
    """Give the article the tags that were typed, and no others."""
    ids, names = state.to_tag, _names(typed)

    async def job(library: LibraryProtocol) -> None:
        await library.set_tags(ids[0], names)
        await _shown(state, library, ids)

    state.mark(job)


def add_tags(state: ReadingState, typed: str) -> None:
    """Give all that were selected the tags that were typed; take those away that have a minus."""
    chosen, names = state.to_tag, _names(typed)
    more = [name for name in names if not name.startswith("-")]
    fewer = [name[1:].strip().lstrip("#") for name in names if name.startswith("-") and name[1:].strip()]

    async def job(library: LibraryProtocol) -> None:
        if more or fewer:
            ids = await state.all_between(chosen)
            await library.change_tags(ids, more, fewer)
            await _shown(state, library, ids)

    state.mark(job)


async def _shown(state: ReadingState, library: LibraryProtocol, ids: Sequence[int]) -> None:
    state.say(messages.tags_saved(state.keymap))
    state.show_rows(await library.rows(ids))
    state.reload()


def _names(typed: str) -> Sequence[str]:
    return [name for part in typed.split(",") if (name := part.strip().lstrip("#").strip())]
