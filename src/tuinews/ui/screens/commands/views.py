"""Saved views: a search becomes one, one is edited, one is removed."""

from collections.abc import Mapping

from tuinews.errors import QueryError
from tuinews.language import _
from tuinews.late import late_imports
from tuinews.model.standing.queries import SavedView
from tuinews.model.view import View
from tuinews.query.parser import parse
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.widgets.fields.prompt import Prompt, Purpose
from tuinews.ui.words import messages
from tuinews.ui.words.sources import source_messages
from tuinews.ui.words.standing import views as words

with late_imports(__name__):
    from tuinews.ui.screens.overlays.sheets.edit_view import EditViewScreen


def ask_name(state: ReadingState, query: str) -> None:
    """Ask under which name a search is to be saved."""
    try:
        says_something = parse(query) is not None
    except QueryError as error:
        state.say_here(messages.query_mistake(error), problem=True)
        return
    if not says_something:
        state.say_here(_(words.NOTHING_TO_SAVE))
        return
    state.search.query_to_save = query.strip()
    state.call_next(state.query_one(Prompt).ask, Purpose.VIEW_NAME, state.search.query_to_save)


def keep(state: ReadingState, name: str) -> None:
    """Save the search under a name, and list it from its place among the sources."""
    query = state.search.query_to_save
    if not name.strip():
        return

    async def job(library: LibraryProtocol) -> None:
        saved = await library.add_view(name, query)
        await state.counting.take_views(library)
        state.listing.view_before_search = None
        state.listing.visit(View(saved_id=saved.id))
        state.say(words.saved(saved.name, state.keymap))

    state.work.mark(job)


def edit(state: ReadingState, view: SavedView) -> None:
    """Edit all that is set of a view."""

    def changed(typed: Mapping[str, str] | None) -> None:
        if not typed:
            return

        async def job(library: LibraryProtocol) -> None:
            saved = await library.set_view(view.id, typed)
            state.say(words.changed(saved.name, state.keymap))
            state.reloading.reload()

        state.work.mark(job)

    state.app.push_screen(EditViewScreen(view), changed)


def remove(state: ReadingState, view: SavedView) -> None:
    """Remove a view; no question, since it can be undone."""

    async def job(library: LibraryProtocol) -> None:
        await library.remove_view(view.id)
        state.say(source_messages.removed(view.name, state.keymap))
        state.listing.show(View())
        state.reloading.reload()

    state.work.mark(job)
