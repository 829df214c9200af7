"""The older articles of a source, when the cursor comes to the end of its list."""

from tuinews.language import _
from tuinews.model.view import Filter
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.screens.listing.list_notes import source_of
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.screens.work_completion import Work
from tuinews.ui.words import messages

_AT_ONCE = 0.01
"""Seconds; a timer of 0 divides by zero in Textual when it is stopped."""


def fetch_older(state: ReadingState) -> None:
    """Fetch what stands behind the list of one source; what comes is listed at its end."""
    source = source_of(state.view, state.sources)
    listed = state.view.filter in (Filter.ALL, Filter.UNREAD) and state.view.query is None
    if source is None or not listed or not source.kind.traits.is_followed:
        return
    if state.work.library is None or state.work.library.read_only:
        return
    if state.status.offline_since is not None:
        state.say_here(_(messages.OLDER_OFFLINE))
        return

    view = state.view

    async def job(library: LibraryProtocol) -> None:
        count = await library.older(source.id)
        if state.view != view:
            return
        state.say_here(messages.older_fetched(count) if count else _(messages.NO_OLDER))
        if count:
            state.reloading.reload(_AT_ONCE)

    state.say_here(_(messages.FETCHING_OLDER))
    state.work.begin(Work.OLDER, job)
