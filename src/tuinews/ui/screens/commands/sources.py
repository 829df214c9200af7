"""Sources: refresh, edit, remove."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from tuinews.language import _
from tuinews.model.refresh import RefreshProgress, RefreshResult
from tuinews.model.source import Source
from tuinews.model.view import View
from tuinews.ui.app_context import Guide
from tuinews.ui.keymap import Keymap
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.screens.commands import views
from tuinews.ui.screens.listing.list_notes import source_of
from tuinews.ui.screens.progress_teller import ProgressTeller
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.screens.refresh_turns import RefreshTurn, turn_of
from tuinews.ui.screens.work_completion import Work
from tuinews.ui.terminal.title import TerminalNotified
from tuinews.ui.words import messages
from tuinews.ui.words.sources import source_messages

_OFFLINE_MINUTES = 5
"""Minutes between two tries to refresh without a network."""

_LOOK_EVERY = 1.0
"""Seconds between two looks at the library while a refresh brings articles."""


def refresh_source(state: ReadingState) -> None:
    """Refresh the source that is listed, or that of the entry under the cursor."""
    source = target_source(state)
    if source is None:
        state.say_here(messages.no_source_selected(state.keymap))
    else:
        refresh(state, [source.id])


def refresh_all(state: ReadingState) -> None:
    """Refresh all sources."""
    refresh(state)


def refresh(state: ReadingState, source_ids: Sequence[int] | None = None, *, due_only: bool = False) -> None:
    """Refresh sources (None: all) beside whatever else goes on.

    Where a refresh is under way, this one has its turn after it.
    """
    turn = turn_of(source_ids, due_only=due_only)
    if state.work.is_under_way(Work.REFRESH):
        if source_ids is None and not due_only:
            turn = _what_is_left(state)
        waits = state.refresh_turns.waits(turn)
        if not due_only:
            state.say_here(_follows(state, turn) if waits else _(source_messages.REFRESH_RUNNING))
        return
    if not due_only:
        state.say("")  # what was said before the key was pressed is over
    now = datetime.now(UTC)
    state.refresh_turns.begin(turn, [source.id for source in state.sources if source.is_due(now)])

    async def job(library: LibraryProtocol) -> None:
        following: RefreshTurn | None = turn
        while following is not None:
            await _refreshed(state, library, following.source_ids, due_only=following.due_only)
            following = state.refresh_turns.next()

    state.work.begin(Work.REFRESH, job)


def _what_is_left(state: ReadingState) -> RefreshTurn:
    """All sources but those that were due, which are refreshed just now: no server is asked twice in a row."""
    due = state.refresh_turns.due
    if not due or state.accounts:
        return RefreshTurn()
    return RefreshTurn(tuple(one.id for one in state.sources if one.id not in due and not one.gone))


def _follows(state: ReadingState, turn: RefreshTurn) -> str:
    """What is refreshed as soon as the refresh under way is over."""
    titles = [source.title for source in state.sources if source.id in (turn.source_ids or ())]
    return source_messages.refresh_follows(titles[0]) if len(titles) == 1 else source_messages.all_follow()


def refresh_what_is_due(state: ReadingState, now: datetime) -> None:
    """Refresh beside reading, once a minute; without a network it is tried every five."""
    if not state.settings.refresh_in_background or state.work.is_under_way(Work.REFRESH):
        return
    if state.status.offline and now.minute % _OFFLINE_MINUTES:
        return
    waits = any(one.waiting for one in state.accounts)
    if waits or any(source.is_due(now) for source in state.sources):
        refresh(state, due_only=True)


async def _refreshed(
    state: ReadingState, library: LibraryProtocol, source_ids: Sequence[int] | None, *, due_only: bool
) -> None:
    state.status = replace(state.status, failed=())
    teller = ProgressTeller(state, lambda progress: _tell(state, progress))
    try:
        result = await library.refresh(source_ids, due_only=due_only, progress=teller)
    finally:
        teller.end()
        state.status = replace(state.status, progress=None)
    _tell_end(state, result, asked=not due_only)
    if result.offline and state.context.guide is not None and not (await library.counts()).all:
        await _open_guide(state, library, state.context.guide)
    await _notify(state, library, result)


async def _notify(state: ReadingState, library: LibraryProtocol, result: RefreshResult) -> None:
    """Tell who does not look what came, where that was wanted; and once a week which sources died."""
    if library.read_only:
        return
    told = await library.news.tell()
    if told.sequence:
        state.post_message(TerminalNotified(told.sequence))
    if told.problem:
        state.say(told.problem, problem=True)
    dead = () if result.offline else await library.news.dead()
    if dead:
        state.say(source_messages.dead([source.title for source in dead], state.keymap))


def set_source(state: ReadingState, source: Source, changed: Mapping[str, str]) -> None:
    """Change the name, the folder and the options of a source, as they were typed."""

    async def job(library: LibraryProtocol) -> None:
        now = await library.set_source(source.id, changed)
        state.say(_arranged(source, now, state.keymap))
        state.entry_list.ask_again()
        state.reloading.reload()

    state.work.mark(job)


def remove(state: ReadingState) -> None:
    """Remove the source or the saved view that is listed; no question, since it can be undone."""
    saved = state.counting.saved_view(state.view)
    if saved is not None:
        views.remove(state, saved)
        return
    source = source_of(state.view, state.sources)
    if source is None:
        state.say_here(messages.no_source_selected(state.keymap))
        return

    async def job(library: LibraryProtocol) -> None:
        await library.remove_sources([source.id])
        state.say(source_messages.removed(source.title, state.keymap))
        state.listing.show(View())
        state.reloading.reload()

    state.work.mark(job)


def open_guide(state: ReadingState) -> None:
    """Put the guide into the library, and list it."""
    guide = state.context.guide
    if guide is None:
        state.say(_(source_messages.NO_GUIDE))
        return

    async def job(library: LibraryProtocol) -> None:
        source = await guide(library)
        state.say(_(source_messages.GUIDE))
        state.listing.show(View(source_id=source.id))
        state.reloading.reload()

    state.work.mark(job)


async def _open_guide(state: ReadingState, library: LibraryProtocol, guide: Guide) -> None:
    """Without a network and with nothing kept there is still something to read."""
    source = await guide(library)
    state.say(_(source_messages.GUIDE_OFFLINE))
    state.listing.visit_new(View(source_id=source.id))
    state.reloading.reload()


def target_source(state: ReadingState) -> Source | None:
    """The source that is listed, else that of the entry that a key means; None if there is neither."""
    listed = source_of(state.view, state.sources)
    if listed is not None:
        return listed
    row = state.target_row
    return next((s for s in state.sources if row and s.id == row.source_id), None)


def _tell(state: ReadingState, progress: RefreshProgress) -> None:
    before = state.status.progress
    if progress.offline:
        state.messages.went_offline()
    state.status = replace(state.status, progress=progress)
    if progress.changed and (before is None or before.changed != progress.changed):
        state.reloading.reload_on_the_way(_LOOK_EVERY)


def _tell_end(state: ReadingState, result: RefreshResult, *, asked: bool) -> None:
    """Say how it ended; a refresh that nobody asked for is silent when it brought nothing."""
    if result.offline:
        state.messages.went_offline()
    elif result.sources > len(result.failed):
        state.messages.online()
    failed = () if result.offline else result.failed
    state.status = replace(state.status, failed=failed)
    came = _what_came(result) if asked or result.new_entries or result.went_on else ""
    if came:
        state.say(came, problem=result.offline)
    state.entry_list.ask_again()
    if result.sources or result.elsewhere or result.articles:
        state.reloading.reload_for_news()
    else:  # nothing was due: no reason to walk along the list again
        state.reloading.recount()
    state.work.beside(lambda library: _retire(state, library, came))


async def _retire(state: ReadingState, library: LibraryProtocol, came: str) -> None:
    """Retire what is kept no longer, beside all else, and say so behind what came."""
    in_sight = {one for one in (state.open_id, state.preview.entry_id) if one is not None}
    retired = await library.retention.retire(in_sight)
    if retired.entries:
        said = source_messages.retired(retired.entries)
        state.say(f"{came}; {said}" if came else said)
        state.entry_list.ask_again()
        state.reloading.reload()


def _what_came(result: RefreshResult) -> str:
    """What a refresh brought."""
    if result.offline:
        return _(source_messages.REFRESHED_OFFLINE)
    new = (
        source_messages.new_articles(result.new_entries) if result.new_entries else _(source_messages.NOTHING_NEW)
    )
    saved = [source_messages.articles_saved(result.articles)] if result.articles else []
    went_on = [_(source_messages.WENT_ON)] if result.went_on else []
    return "; ".join([new, *saved, *went_on])


def _arranged(before: Source, now: Source, keymap: Keymap) -> str:
    """What became of a source's name, folder and options."""
    renamed, moved = now.title != before.title, now.folder != before.folder
    if now.options != before.options:
        return source_messages.options_set(now.title, keymap)
    if renamed and moved:
        return source_messages.renamed_and_moved(before.title, now.title, now.folder, keymap)
    if renamed:
        return source_messages.renamed(before.title, now.title, keymap)
    if moved:
        return source_messages.moved(now.title, now.folder, keymap)
    return source_messages.unchanged(now.title)
