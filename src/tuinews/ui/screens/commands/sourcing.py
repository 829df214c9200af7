"""Sources: refresh, edit, remove."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from tuinews.model.progress import RefreshProgress, RefreshResult
from tuinews.model.row import View
from tuinews.model.source import Source
from tuinews.ui import wording
from tuinews.ui.asked import AskedLibrary
from tuinews.ui.given import Guide
from tuinews.ui.screens.desk import Desk, Work

_LOOK_EVERY = 1.0
"""Seconds between two looks at the library while a refresh brings articles."""


def refresh_source(desk: Desk) -> None:
    """Refresh the source that is listed, or that of the entry under the cursor."""
    source = meant_source(desk)
    if source is None:
        desk.say_here("No source is chosen")
    else:
        refresh(desk, [source.id])


def refresh_all(desk: Desk) -> None:
    """Refresh all sources."""
    refresh(desk)


def refresh(desk: Desk, source_ids: Sequence[int] | None = None, *, due_only: bool = False) -> None:
    """Refresh sources (None: all) beside whatever else goes on.

    Where a refresh is under way, those that are due, such as new ones, have their turn after it.
    """
    if desk.is_under_way(Work.REFRESH):
        if due_only:
            desk.more_is_due = True
        else:
            desk.say_here("A refresh is under way")
        return

    async def job(library: AskedLibrary) -> None:
        await _refreshed(desk, library, source_ids, due_only=due_only)
        while desk.more_is_due:
            desk.more_is_due = False
            await _refreshed(desk, library, None, due_only=True)

    desk.begin(Work.REFRESH, job)


async def _refreshed(
    desk: Desk, library: AskedLibrary, source_ids: Sequence[int] | None, *, due_only: bool
) -> None:
    desk.status = replace(desk.status, failed=())
    try:
        result = await library.refresh(source_ids, due_only=due_only, progress=lambda p: _tell(desk, p))
    finally:
        desk.status = replace(desk.status, progress=None)
    _tell_end(desk, result, asked=not due_only)
    if result.offline and desk.given.guide is not None and not (await library.counts()).all:
        await _open_guide(desk, library, desk.given.guide)


def arrange(desk: Desk, source: Source, title: str, folder: str) -> None:
    """Give a source a name and a folder ("" for none)."""

    async def job(library: AskedLibrary) -> None:
        now = await library.arrange_source(source.id, title, folder)
        desk.say(wording.arranged(source, now, desk.keymap))
        desk.entry_list.ask_again()
        desk.reload()

    desk.mark(job)


def remove(desk: Desk) -> None:
    """Remove the source that is listed; no question, since it can be undone."""
    source = wording.source_of(desk.view, desk.sources)
    if source is None:
        desk.say_here(f"No source is chosen; {desk.keymap.key('next_source')} goes to one")
        return

    async def job(library: AskedLibrary) -> None:
        await library.remove_sources([source.id])
        desk.say(f"{source.title} removed; {desk.keymap.key('undo')} brings it back")
        desk.show(View())
        desk.reload()

    desk.mark(job)


def open_guide(desk: Desk) -> None:
    """Put the guide into the library, and list it."""
    guide = desk.given.guide
    if guide is None:
        desk.say("There is no guide here")
        return

    async def job(library: AskedLibrary) -> None:
        source = await guide(library)
        desk.say("This is the guide")
        desk.show(View(source_id=source.id))
        desk.reload()

    desk.mark(job)


async def _open_guide(desk: Desk, library: AskedLibrary, guide: Guide) -> None:
    """Without a network and with nothing kept there is still something to read."""
    source = await guide(library)
    desk.say("No network: here is the guide; your sources come when the network does")
    desk.visit_new(View(source_id=source.id))
    desk.reload()


def meant_source(desk: Desk) -> Source | None:
    """The source that is listed, else that of the entry that a key means; None where there is neither."""
    listed = wording.source_of(desk.view, desk.sources)
    if listed is not None:
        return listed
    row = desk.meant_row
    return next((s for s in desk.sources if row and s.id == row.source_id), None)


def _tell(desk: Desk, progress: RefreshProgress) -> None:
    before = desk.status.progress
    offline_since = desk.status.offline_since
    if progress.offline and offline_since is None:
        offline_since = datetime.now().astimezone()
    desk.status = replace(desk.status, progress=progress, offline_since=offline_since)
    if progress.changed and (before is None or before.changed != progress.changed):
        desk.reload(_LOOK_EVERY)


def _tell_end(desk: Desk, result: RefreshResult, *, asked: bool) -> None:
    """Say how it ended; a refresh that nobody asked for is silent when it brought nothing."""
    offline_since = desk.status.offline_since
    if result.offline:
        offline_since = offline_since or datetime.now().astimezone()
    elif result.sources > len(result.failed):
        offline_since = None
    failed = () if result.offline else result.failed
    desk.status = replace(desk.status, offline_since=offline_since, failed=failed)
    if asked or result.new_entries:
        desk.say(wording.refreshed(result), problem=result.offline)
    desk.entry_list.ask_again()
    desk.reload()
    desk.given.settle()
