"""The older articles of a source, when the cursor comes to the end of its list."""

from tuinews.model.row import Filter
from tuinews.model.source import SourceKind
from tuinews.ui import wording
from tuinews.ui.asked import AskedLibrary
from tuinews.ui.screens.desk import Desk, Work

_AT_ONCE = 0.01
"""Seconds; a timer of 0 divides by zero in Textual when it is stopped."""


def fetch_older(desk: Desk) -> None:
    """Fetch what stands behind the list of one source; what comes is listed at its end."""
    source = wording.source_of(desk.view, desk.sources)
    listed = desk.view.filter in (Filter.ALL, Filter.UNREAD) and desk.view.query is None
    if source is None or not listed or source.kind is SourceKind.PAGES:
        return
    if desk.library is None or desk.library.read_only:
        return
    if desk.status.offline_since is not None:
        desk.say_here("This is the last that is here; older articles need the network")
        return

    view = desk.view

    async def job(library: AskedLibrary) -> None:
        count = await library.older(source.id)
        if desk.view != view:
            return
        desk.say_here(wording.many(count, "older article") if count else "No older articles here")
        if count:
            desk.reload(_AT_ONCE)

    desk.say_here("Fetching older articles…")
    desk.begin(Work.OLDER, job)
