"""Rules and mutes: listed, made, changed and removed in their sheet."""

from collections.abc import Mapping

from tuinews.late import late_imports
from tuinews.library.standing.edits import standing_of
from tuinews.model.standing.queries import ArrivalRule, Mute
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.words.standing import rules as words

with late_imports(__name__):
    from tuinews.ui.screens.overlays.standing import rules as sheet
    from tuinews.ui.screens.overlays.standing.edit_rule import EditRuleScreen, whole


def rules(state: ReadingState) -> None:
    """Show the rules and mutes."""

    async def job(library: LibraryProtocol) -> None:
        standing: list[ArrivalRule | Mute] = [*await library.rules(), *await library.mutes()]
        state.app.push_screen(
            sheet.RulesScreen(standing, library.found_count), lambda task: _do(state, library, task)
        )

    state.work.beside(job)


def _do(state: ReadingState, library: LibraryProtocol, task: "sheet.RuleTask | None") -> None:
    if task is None:
        return
    chosen = task.one
    if task.step is sheet.RuleStep.REMOVE and chosen is not None:
        state.work.mark(lambda library: _remove(state, library, chosen))
        return
    # What is searched for just now is likely what a new rule is to find.
    query = "" if chosen is not None else state.view.query or ""

    def changed(typed: Mapping[str, str] | None) -> None:
        if typed is not None and (typed or query):
            state.work.mark(lambda library: _keep(state, library, chosen, whole(chosen, typed, query)))
        else:
            rules(state)

    state.app.push_screen(EditRuleScreen(chosen, library.found_count, query), changed)


async def _keep(
    state: ReadingState, library: LibraryProtocol, before: Mute | ArrivalRule | None, typed: Mapping[str, str]
) -> None:
    after = await library.keep_standing(before, standing_of(typed))
    state.say(words.kept(after, await library.found_count(after.query), state.keymap))
    state.listing.sticky_ids.clear()
    state.reloading.reload()
    rules(state)


async def _remove(state: ReadingState, library: LibraryProtocol, one: Mute | ArrivalRule) -> None:
    await library.remove_standing(one)
    state.say(words.removed(one, state.keymap))
    state.reloading.reload()
    rules(state)
