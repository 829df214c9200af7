"""Search in the library, and find in the text of an article."""

from collections.abc import Sequence
from dataclasses import replace

from tuinews.errors import QueryError
from tuinews.language import _
from tuinews.model.source import Source
from tuinews.model.view import Filter, ListOrder, View
from tuinews.query.parser import parse
from tuinews.ui.screens.layout import PaneName
from tuinews.ui.screens.listing.list_notes import view_title
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.widgets.fields.prompt import Prompt, Purpose
from tuinews.ui.words import messages, parts


def search(state: ReadingState) -> None:
    """Ask for a text: in the reader to find it there, else to search all articles, from the list."""
    prompt = state.query_one(Prompt)
    if state.at is PaneName.READER and state.open_id is not None:
        state.call_next(prompt.ask, Purpose.FIND, state.find_query)
    else:
        names = {
            "source": [source.title for source in state.sources],
            "folder": folders_of(state.sources),
            "tag": state.counting.tags,
        }
        # What is found is looked at next, and where there is room for one pane it is seen while one types.
        state.listing.pane_before_search, state.at = state.at, PaneName.LIST
        state.call_next(prompt.ask, Purpose.SEARCH, state.view.query or "", names)


def search_for(state: ReadingState, typed: str) -> None:
    """List the hits of `typed` in all articles; the list as it was where it is empty."""
    if not typed.strip():
        leave_search(state)
        return
    try:
        parse(typed)
    except QueryError as error:
        state.said.of_query = messages.query_mistake(error)
        state.say_here(state.said.of_query, problem=True)
        return
    if state.view.query is None:
        state.listing.view_before_search = state.view
    filtered = state.view.filter if state.view.query is not None else Filter.ALL
    state.listing.show(View(query=typed.strip(), filter=filtered))


def folders_of(sources: Sequence[Source]) -> list[str]:
    """The folders that sources are in, each once."""
    return list(dict.fromkeys(source.folder for source in sources if source.folder))


def tell_matches(state: ReadingState) -> None:
    """Say which match of the find is shown."""
    if state.find_query:
        number, count = state.reader.finding.found.number, len(state.reader.finding.found.matches)
        state.said.of_matches = messages.match(number, count) if count else messages.no_match(state.find_query)
        state.say_here(state.said.of_matches)


def leave_search(state: ReadingState) -> None:
    """Go back to what was listed before the search."""
    if state.view.query is not None:
        before, state.listing.view_before_search = state.listing.view_before_search, None
        state.listing.show(before or View())


def show_new(state: ReadingState) -> None:
    """List the new entries that a refresh brought, and go to the first of them."""
    if state.waiting:
        if not state.rooms.in_sight(PaneName.LIST):
            state.at = PaneName.LIST
        state.reloading.go_to_waiting()
    else:
        state.say_here(_(messages.NONE_WAITING))


def show_since(state: ReadingState) -> None:
    """List what has come since the last session."""
    search_for(state, "is:new")


def next_order(state: ReadingState) -> None:
    """List in another order, the cursor on its entry."""
    if state.view.query is not None:
        state.say_here(_(messages.BEST_FIRST))
        return
    every = tuple(ListOrder)
    order = every[(every.index(state.panes.order) + 1) % len(every)]
    state.panes = replace(state.panes, order=order)
    state.keep_panes()
    state.listing.reorder()
    state.say(parts.ordered(order))


def show_all(state: ReadingState) -> None:
    """List all."""
    _filter(state, Filter.ALL)


def show_unread(state: ReadingState) -> None:
    """List the unread."""
    _filter(state, Filter.UNREAD)


def show_starred(state: ReadingState) -> None:
    """List the starred."""
    _filter(state, Filter.STARRED)


def show_offline(state: ReadingState) -> None:
    """List what can be read without a network."""
    _filter(state, Filter.OFFLINE)


def tell_hidden_list(state: ReadingState) -> None:
    """Name what is listed if there is no room for the list."""
    if not state.rooms.in_sight(PaneName.LIST):
        state.say_here(
            messages.now_listed(view_title(state.view, state.sources, state.counting.saved_view(state.view)))
        )


def _filter(state: ReadingState, which: Filter) -> None:
    """Filter what is listed; a filter chosen outside of a search is that of every source from then on."""
    if state.view.query is None:
        state.listing.source_filter = which
    state.listing.show(replace(state.view, filter=which))
    tell_hidden_list(state)
