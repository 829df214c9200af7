"""A picture of the open article over everything."""

from functools import partial

from tuinews.late import late_imports
from tuinews.ui.screens.commands.reader.external import open_link
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.terminal.colours import enough_for_pictures

with late_imports(__name__):
    from tuinews.ui.screens.overlays.picture import PictureScreen


def open_large(state: ReadingState, address: str) -> bool:
    """Show a picture of the open article over everything; whether the address is one's."""
    article, entry_id, library = state.reader_state.article, state.reader_state.entry_id, state.work.library
    figures = {figure.url: figure for figure in article.document.figures} if article else {}
    if library is None or entry_id is None or address not in figures:
        return False
    if not enough_for_pictures(state.app.console):
        return False
    load = partial(library.pictures.one, entry_id)
    shown = list(figures).index(address)
    browse = partial(open_link, state)
    state.app.push_screen(
        PictureScreen(state.keymap, tuple(figures.values()), shown, load, browse, state.graphics)
    )
    return True
