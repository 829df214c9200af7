"""Search in the library, and find in the text of an article."""

from dataclasses import replace

from tuinews.model.row import Filter, View
from tuinews.text import clean_line
from tuinews.ui import wording
from tuinews.ui.screens.desk import Desk
from tuinews.ui.screens.layout import PaneName
from tuinews.ui.widgets.prompt import Asked, Prompt


def search(desk: Desk) -> None:
    """Ask for a text: in the reader to find it there, else to search all articles."""
    prompt = desk.query_one(Prompt)
    if desk.at is PaneName.READER and desk.open_id is not None:
        desk.call_next(prompt.ask, Asked.FIND, desk.sought)
    else:
        desk.call_next(prompt.ask, Asked.SEARCH, desk.view.query or "")


def search_for(desk: Desk, typed: str) -> None:
    """List the hits of `typed` in all articles; the list as it was where it is empty."""
    if not typed.strip():
        leave_search(desk)
        return
    if desk.view.query is None:
        desk.view_before_search = desk.view
    filtered = desk.view.filter if desk.view.query is not None else Filter.ALL
    desk.show(View(query=typed.strip(), filter=filtered))


def leave_search(desk: Desk) -> None:
    """Go back to what was listed before the search."""
    if desk.view.query is not None:
        before, desk.view_before_search = desk.view_before_search, None
        desk.show(before or View())


def show_all(desk: Desk) -> None:
    """List all."""
    _filter(desk, Filter.ALL)


def show_unread(desk: Desk) -> None:
    """List the unread."""
    _filter(desk, Filter.UNREAD)


def show_starred(desk: Desk) -> None:
    """List the starred."""
    _filter(desk, Filter.STARRED)


def show_offline(desk: Desk) -> None:
    """List what can be read without a network."""
    _filter(desk, Filter.OFFLINE)


def tell_hidden_list(desk: Desk) -> None:
    """Name what is listed where there is no room for the list."""
    if not desk.in_sight(PaneName.LIST):
        desk.say(f"Listed: {clean_line(wording.view_title(desk.view, desk.sources), 200)}")


def _filter(desk: Desk, which: Filter) -> None:
    """Filter what is listed; a filter chosen outside of a search is that of every source from then on."""
    if desk.view.query is None:
        desk.source_filter = which
    desk.show(replace(desk.view, filter=which))
    tell_hidden_list(desk)
