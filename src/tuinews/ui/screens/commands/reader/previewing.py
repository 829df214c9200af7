"""The row under the cursor in the reader beside the list: what is known of it and its kept text, unopened."""

from dataclasses import replace
from time import monotonic

from tuinews.model.article import Article
from tuinews.model.document import Document
from tuinews.model.entry_row import Cached, EntryRow
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.screens.commands.reader.opening import known_of, open_entry, remember_place
from tuinews.ui.screens.commands.reader.pictures import kept_sizes
from tuinews.ui.screens.layout import PaneName
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.screens.work_completion import Work
from tuinews.ui.widgets.reader.reader_state import Stage

PREVIEW_AFTER = 0.25
"""Seconds of rest after which a row is previewed: who goes on waits for nothing."""

_SHORT = 0.01
"""Seconds that are not waited for any more."""

_BLOCKS = 20
"""Blocks of a kept text that are shown: setting them takes less than a frame, whatever its length."""

OF_THE_ARTICLE = frozenset(
    (
        *("read_back", "next_section", "previous_section", "previous_match", "link_hints"),
        *("next_way", "keep_way", "changes"),
    )
)
"""Commands that act on the text in the reader: a preview is opened for them."""


def preview_soon(state: ReadingState) -> None:
    """Preview the row under the cursor once the cursor rests.

    A timer that runs already is only told of the move: to start one costs as much as to paint a row.
    """
    state.preview.due = monotonic() + PREVIEW_AFTER
    if state.preview.timer is None and _has_place(state):
        state.preview.timer = state.set_timer(PREVIEW_AFTER, lambda: _preview_if_due(state))


def _preview_if_due(state: ReadingState) -> None:
    left = state.preview.due - monotonic()
    state.preview.timer = None
    if left > _SHORT:
        state.preview.timer = state.set_timer(left, lambda: _preview_if_due(state))
    else:
        _preview(state)


def preview_of_list(state: ReadingState) -> None:
    """Another view is listed: show no longer what was previewed of the one before, but its own row, where the
    keys are in the list."""
    if state.preview.entry_id is None or state.preview.view == state.listed_entries.view:
        return
    if state.entry_list.current is None or state.at is not PaneName.LIST:
        state.end_preview()
        return
    state.entry_list.touched = True
    preview_soon(state)


def open_previewed(state: ReadingState) -> bool:
    """Open what is previewed, since the keys mean it from now on; whether anything was."""
    entry_id = state.preview.entry_id
    if entry_id is None:
        return False
    open_entry(state, entry_id)
    return True


def _has_place(state: ReadingState) -> bool:
    return (
        state.settings.preview
        and state.at is PaneName.LIST
        and state.rooms.in_sight(PaneName.READER)
        and state.entry_list.touched
    )


def _preview(state: ReadingState) -> None:
    entry_id = state.entry_list.current
    row = state.entry_list.row(entry_id) if entry_id is not None else None
    if row is None or not _has_place(state) or row.id == state.preview.entry_id:
        return
    if row.id == state.open_id:
        state.end_preview()
        return
    if (
        state.preview.entry_id is None
        and state.open_id is not None
        and state.reader_state.entry_id == state.open_id
    ):
        remember_place(state)
        state.preview.covered = replace(state.reader_state, position=state.reader.window.position)
    state.find_query = ""
    state.preview.entry_id, state.preview.view = row.id, state.listed_entries.view
    state.work.begin(Work.ROW, lambda library: _show(state, library, row))


async def _show(state: ReadingState, library: LibraryProtocol, row: EntryRow) -> None:
    kept = await library.article(row.id) if row.cached is not Cached.NONE else None
    shown = replace(known_of(row), stage=Stage.PREVIEW)
    if kept is not None:
        sizes = await kept_sizes(library, row.id, kept.article)
        shown = replace(shown, article=_beginning(kept.article), pictures=sizes)
    if state.preview.entry_id == row.id:
        state.reader_state = shown


def _beginning(article: Article) -> Article:
    return replace(article, document=Document(article.document.blocks[:_BLOCKS]))
