"""Tags of an article, typed with commas between."""

from array import array
from collections.abc import Sequence

from tuinews.folding import fold
from tuinews.language import _
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.widgets.fields.prompt import Prompt, Purpose
from tuinews.ui.words import messages
from tuinews.ui.words.standing import mutes as words


def tag(state: ReadingState) -> None:
    """Ask for the tags of the article, with those that it has to edit; of all that are selected, for tags that
    they get besides."""
    selected = state.selected.take()
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

    state.work.beside(job)


def keep_tags(state: ReadingState, typed: str) -> None:
    """Give the article the tags that were typed, and no others; one with a minus is taken from it."""
    more, fewer = _more_and_fewer(typed)
    ids, gone = state.to_tag, {fold(name) for name in fewer}
    names = [name for name in more if fold(name) not in gone]

    async def job(library: LibraryProtocol) -> None:
        await library.set_tags(ids[0], names)
        await _shown(state, library, ids)

    state.work.mark(job)


def add_tags(state: ReadingState, typed: str) -> None:
    """Give all that were selected the tags that were typed; take those away that have a minus."""
    chosen = state.to_tag
    more, fewer = _more_and_fewer(typed)

    async def job(library: LibraryProtocol) -> None:
        if more or fewer:
            ids = await state.selected.all_between(chosen)
            await library.change_tags(ids, more, fewer)
            await _shown(state, library, ids)

    state.work.mark(job)


async def _shown(state: ReadingState, library: LibraryProtocol, ids: Sequence[int]) -> None:
    state.say(messages.tags_saved(state.keymap))
    state.show_rows(await library.rows(ids))
    state.reloading.reload()


def _more_and_fewer(typed: str) -> tuple[list[str], list[str]]:
    """The tags that were typed, and those of them that have a minus; with commas between, and a # or none."""
    parts = [part.strip() for part in typed.split(",")]
    more = [name for part in parts if not part.startswith("-") and (name := part.lstrip("#").strip())]
    fewer = [name for part in parts if part.startswith("-") and (name := part[1:].strip().lstrip("#").strip())]
    return more, fewer
