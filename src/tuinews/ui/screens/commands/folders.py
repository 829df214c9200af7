"""The sources pane: folders folded and unfolded, sources without unread articles left out."""

from collections.abc import Iterable
from dataclasses import replace

from tuinews.language import _
from tuinews.late import late_imports
from tuinews.model.source import Source
from tuinews.model.sources.pane import SourcesPane
from tuinews.model.view import View
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.words.sources import source_messages

with late_imports(__name__):
    from tuinews.ui.screens.overlays.sheets.edit_folder import EditFolderScreen


def fold(state: ReadingState) -> None:
    """Fold the folder at the cursor, or unfold it; the cursor goes from what was in it to the folder."""
    path = state.source_list.folder
    if path is None:
        state.say_here(_(source_messages.NO_FOLDER_HERE))
    else:
        fold_path(state, path)


def fold_path(state: ReadingState, path: str) -> None:
    """Fold the folder of that path, or unfold it."""
    folded = state.sources_pane.folded ^ {path}
    _show(state, replace(state.sources_pane, folded=folded))
    if path in folded and _is_inside(state, path):
        state.listing.visit(View(folder=path))


def fold_all(state: ReadingState) -> None:
    """Fold all folders; where all are folded, unfold them."""
    every = _folders(state.sources)
    if not every:
        state.say_here(_(source_messages.NO_FOLDERS))
        return
    _show(state, replace(state.sources_pane, folded=frozenset() if every <= state.sources_pane.folded else every))


def edit(state: ReadingState, folder: str) -> None:
    """Ask for another path of a folder."""
    state.app.push_screen(
        EditFolderScreen(folder),
        lambda typed: None if typed is None else move_folder(state, folder, typed),
    )


def move_folder(state: ReadingState, folder: str, typed: str) -> None:
    """Give a folder another path, as it was typed, with all that is in it."""

    async def job(library: LibraryProtocol) -> None:
        path = await library.move_folder(folder, typed)
        state.say(source_messages.folder_moved(folder, path, state.keymap))
        if folder in state.sources_pane.folded and path:
            _show(state, replace(state.sources_pane, folded=state.sources_pane.folded - {folder} | {path}))
        state.listing.visit(View(folder=path))
        state.reloading.reload()

    state.work.mark(job)


def unread_sources(state: ReadingState) -> None:
    """List only the sources with unread articles, or all again."""
    pane = replace(state.sources_pane, unread_only=not state.sources_pane.unread_only)
    _show(state, pane)
    only_unread = source_messages.only_unread_sources(state.keymap)
    state.say_here(only_unread if pane.unread_only else _(source_messages.ALL_SOURCES_LISTED))


def _is_inside(state: ReadingState, path: str) -> bool:
    """Whether what is listed is in a folder, so that its row goes out of sight with it."""
    view = state.view
    inside = (view.folder or "").startswith(f"{path}/")
    listed = next((source for source in state.sources if source.id == view.source_id), None)
    return view.query is None and (inside or (listed is not None and listed.is_in(path)))


def _folders(sources: Iterable[Source]) -> frozenset[str]:
    """The paths of all folders that hold sources, and of those that they are in."""
    parts = ((source.folder or "").split("/") for source in sources)
    paths = ("/".join(names[: end + 1]) for names in parts for end in range(len(names)))
    return frozenset(path for path in paths if path)


def _show(state: ReadingState, pane: SourcesPane) -> None:
    """Show the pane so from now on, and at the next start."""
    state.sources_pane = pane
    if state.work.library is not None:
        state.work.mark(lambda library: library.keep_sources_pane(pane))
