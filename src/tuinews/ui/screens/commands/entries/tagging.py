"""Tags of an article, typed with commas between."""

from collections.abc import Sequence

from tuinews.language import _
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.widgets.prompt import Prompt, Purpose
from tuinews.ui.words import messages
from tuinews.ui.words.standing import mutes as words


def tag(state: ReadingState) -> None:
    """Ask for the tags of the article, with those that it has to edit."""
    row = state.target_row
    if row is None:
        state.say_here(_(words.NOTHING_HERE))
        return
    state.to_tag = row.id

    async def job(library: LibraryProtocol) -> None:
        names = {"tag": await library.tags()}
        state.call_next(state.query_one(Prompt).ask, Purpose.TAGS, ", ".join(row.tags), names)

    state.beside(job)


def keep_tags(state: ReadingState, typed: str) -> None:
    """Give the article the tags that were typed."""
    entry_id, names = state.to_tag, _names(typed)

    async def job(library: LibraryProtocol) -> None:
        await library.set_tags(entry_id, names)
        state.say(messages.tags_saved(state.keymap))
        state.show_rows(await library.rows([entry_id]))
        state.reload()

    state.mark(job)


def _names(typed: str) -> Sequence[str]:
    return [name for part in typed.split(",") if (name := part.strip().lstrip("#").strip())]
