"""Mutes: something of an article is muted, or no longer; what is muted is shown."""

from array import array
from collections.abc import Sequence

from tuinews.language import _
from tuinews.late import late_imports
from tuinews.model.standing.queries import Mute
from tuinews.model.view import View
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.words.standing import mutes as words

with late_imports(__name__):
    from tuinews.ui.screens.overlays.standing.mute import MuteScreen
    from tuinews.ui.screens.overlays.standing.offers import MuteOffer, common_offers, mute_offers

_OFFERS = "tuinews.ui.screens.overlays.standing.offers"
MUTED = "is:muted"
"""The query that lists what is muted."""


def mute(state: ReadingState) -> None:
    """Choose what of the article is to be muted; of all that are selected, what they have in common."""
    chosen = state.selected.take()
    if chosen:
        state.work.beside(lambda library: _offer_common(state, library, chosen))
        return
    row = state.target_row
    if row is None:
        state.say_here(_(words.NOTHING_HERE))
        return

    async def job(library: LibraryProtocol) -> None:
        mutes = await library.mutes()
        _offer(state, mute_offers(row), mutes)

    state.work.beside(job)


async def _offer_common(state: ReadingState, library: LibraryProtocol, chosen: "array[int]") -> None:
    rows = await library.rows(await state.selected.all_between(chosen))
    if rows:
        _offer(state, common_offers(rows), ())


def _offer(state: ReadingState, offers: "Sequence[MuteOffer]", mutes: Sequence[Mute]) -> None:
    state.app.push_screen(MuteScreen(offers, mutes, _source_names(state)), lambda chosen: _take(state, chosen))


def _source_names(state: ReadingState) -> dict[int, str]:
    return {source.id: source.title for source in state.sources}


def show_muted(state: ReadingState) -> None:
    """List what is muted."""
    if state.view.query is None:
        state.listing.view_before_search = state.view
    state.listing.show(View(query=MUTED))


def _take(state: ReadingState, chosen: Mute | None) -> None:
    async def job(library: LibraryProtocol) -> None:
        if chosen is None:
            return
        called = words.called(chosen.query, _source_names(state))
        if chosen.id:
            await library.unmute(chosen.id)
            state.say(words.unmuted(called, state.keymap))
        else:
            count = await library.found_count(chosen.query)
            await library.mute(chosen.query, chosen.until)
            state.say(words.muted(called, count, state.keymap))
            # What was marked here stays in the list, but not what was muted.
            state.listing.sticky_ids.clear()
        state.reloading.reload()

    state.work.mark(job)
