"""Between panes and articles: back and forth, next and previous, read on."""

from collections.abc import Callable

from tuinews.language import _
from tuinews.model.view import Filter, View
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.screens.commands.entries.searching import leave_search, tell_matches
from tuinews.ui.screens.commands.entries.unread import nearest_unread, unread_nearby
from tuinews.ui.screens.commands.reader.opening import nothing_listed, open_entry, show_reader
from tuinews.ui.screens.commands.reader.previewing import open_previewed
from tuinews.ui.screens.layout import PaneName, neighbour
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.screens.work_completion import Work
from tuinews.ui.widgets.pane import Motion
from tuinews.ui.words import messages


def next_pane(state: ReadingState) -> None:
    """Go to the next pane."""
    state.at = neighbour(state.at, 1)


def previous_pane(state: ReadingState) -> None:
    """Go to the pane before."""
    state.at = neighbour(state.at, -1)


def back(state: ReadingState) -> None:
    """From a number that was typed, from a find to the article, from the article to the list, from a search to the
    list, then to the sources."""
    if state.number.take():
        state.say_here("")
    elif state.at is PaneName.READER and state.reader.selection.is_by_keys:
        state.reader.selection.end()
        state.say_here("")
    elif state.find_query and state.at is PaneName.READER:
        state.find_query = ""
        state.say_here(messages.find_closed(state.keymap))
    elif state.at is PaneName.READER:
        state.at = PaneName.LIST
    elif state.at is PaneName.LIST and state.entry_list.selection.begun_at is not None:
        state.selected.begin(None)
        state.say_here("")
    elif state.view.query is not None:
        leave_search(state)
    else:
        state.at = PaneName.SOURCES


def read_on(state: ReadingState, times: int = 1) -> None:
    """A page, or that many, down in the article; at its end the next unread one; the first where none is open.

    Where there was no room for the article, it comes into sight first, as it was left.
    """
    if open_previewed(state):
        return
    if state.open_id is None:
        current = state.entry_list.current
        if current is not None:
            open_entry(state, current)
            state.at = PaneName.READER
        else:
            nothing_listed(state)
    elif not state.rooms.in_sight(PaneName.READER):
        state.at = PaneName.READER
    else:
        state.reader.when_shown(lambda: _read_on_here(state, times))


def _read_on_here(state: ReadingState, times: int) -> None:
    """Pages down; at the end of what is known of an article first what is still to come of it."""
    if state.reader.selection.is_by_keys or not state.reader.window.at_end:
        state.reader.move(Motion.PAGE_DOWN, times)
    elif state.coming_id is not None:
        state.reader.when_shown(lambda: _read_on_here(state, times), whole=True)
    else:
        next_unread(state)


def read_back(state: ReadingState, times: int = 1) -> None:
    """A page, or that many, up in the article; where there was no room for it, it comes into sight first."""
    if state.open_id is None:
        state.say_here(messages.none_open(state.keymap))
    elif state.rooms.in_sight(PaneName.READER):
        state.reader.when_shown(lambda: state.reader.move(Motion.PAGE_UP, times))
    else:
        state.at = PaneName.READER


def next_section(state: ReadingState, times: int = 1) -> None:
    """Go to the next heading of the article, or the next post of a thread."""
    _step_section(state, 1, times)


def previous_section(state: ReadingState, times: int = 1) -> None:
    """Go to the heading or the post before."""
    _step_section(state, -1, times)


def _step_section(state: ReadingState, direction: int, times: int) -> None:
    """Steps from heading to heading; where there was no room for the article, it comes into sight first."""
    if state.open_id is None:
        state.say_here(messages.none_open(state.keymap))
    elif not state.rooms.in_sight(PaneName.READER):
        state.at = PaneName.READER
    elif not _repeated(lambda: state.reader.sections.step(direction), times):
        state.say_here(_(messages.NO_NEXT_SECTION) if direction > 0 else _(messages.NO_PREVIOUS_SECTION))


def _repeated(step: Callable[[], bool], times: int) -> bool:
    """Take a step that many times, as long as it leads anywhere; whether the first did."""
    for taken in range(times):
        if not step():
            return taken > 0
    return True


def next_article(state: ReadingState, times: int = 1) -> None:
    """Open the next article of the list, or the last where fewer than that many follow."""
    here = state.entry_list.aim
    _open_at(state, max(here + 1, min(here + times, len(state.listed_entries.ids) - 1)))


def previous_article(state: ReadingState, times: int = 1) -> None:
    """Open the article before, or the first where fewer than that many are before it."""
    here = state.entry_list.aim
    _open_at(state, min(here - 1, max(here - times, 0)))


def next_unread(state: ReadingState, times: int = 1) -> None:
    """Open the next unread article; the next match while finding."""
    if state.find_query:
        _step_match(state, 1, times)
    else:
        _seek_unread(state, 1, times)


def previous_unread(state: ReadingState, times: int = 1) -> None:
    """Open the unread article before."""
    _seek_unread(state, -1, times)


def previous_match(state: ReadingState, times: int = 1) -> None:
    """Go to the match before, while finding."""
    if state.find_query:
        _step_match(state, -1, times)
    else:
        state.say_here(messages.nothing_to_find(state.keymap))


def _step_match(state: ReadingState, direction: int, times: int) -> None:
    show_reader(state)
    state.reader.finding.step(direction * times)
    tell_matches(state)


def next_source(state: ReadingState, times: int = 1) -> None:
    """List the next source."""
    if not state.source_list.step_source(1, times):
        state.say_here(_(messages.LAST_SOURCE))


def previous_source(state: ReadingState, times: int = 1) -> None:
    """List the source before."""
    if not state.source_list.step_source(-1, times):
        state.say_here(_(messages.FIRST_SOURCE))


def _open_at(state: ReadingState, index: int) -> None:
    count = len(state.listed_entries.ids)
    if not count:
        nothing_listed(state)
        return
    entry_id = state.listed_entries.at(index)
    if entry_id is None and index >= 0 and not state.listed_entries.whole:
        _open_when_whole(state, index)
    elif entry_id is None:
        state.say_here(_(messages.LAST_ARTICLE) if index >= count else _(messages.FIRST_ARTICLE))
    else:
        state.entry_list.go_to(index)
        open_entry(state, entry_id)


def _open_when_whole(state: ReadingState, index: int) -> None:
    """Open row `index` once all rows are listed; nothing where another place or article came in between."""
    view, open_id = state.view, state.open_id

    async def job(_: LibraryProtocol) -> None:
        await state.work.ended(Work.LIST)
        if state.listed_entries.whole and (state.listed_entries.view, state.open_id) == (view, open_id):
            _open_at(state, index)

    state.work.begin(Work.SEEK, job)


def _seek_unread(state: ReadingState, direction: int, times: int) -> None:
    """Open the nearest unread entry that way, or the one that many on; go round once at the end of the list."""
    if not len(state.listed_entries.ids) and state.view.source_id is None:
        nothing_listed(state)
        return
    here = unread_nearby(state, direction, times)
    if here is not None:
        _open_at(state, here)
        return
    view, open_id = state.view, state.open_id

    async def job(library: LibraryProtocol) -> None:
        found = await nearest_unread(state, library, direction, times)
        if (state.listed_entries.view, state.open_id) != (view, open_id):
            return
        if found is not None:
            _open_at(state, found)
        elif not await _go_on_in_next_source(state, library, direction):
            rows = await library.rows([] if open_id is None else [open_id])
            is_unread = any(not row.read for row in rows) and state.listed_entries.index(open_id or 0) is not None
            none = messages.no_other_unread if is_unread else messages.none_unread
            state.say_here(none(state.keymap))

    state.work.begin(Work.SEEK, job)


async def _go_on_in_next_source(state: ReadingState, library: LibraryProtocol, direction: int) -> bool:
    """Where a source is listed, open the unread article that comes first that way in the next one that lists any;
    whether there is."""
    view = state.view
    if view.source_id is None or view.query is not None:
        return False
    has_unread = {source.id: source.unread > 0 for source in await library.sources()}
    ids = [source.id for source in state.sources]
    here = ids.index(view.source_id) if view.source_id in ids else 0
    others = [ids[(here + step * direction) % len(ids)] for step in range(1, len(ids))]
    others = [source_id for source_id in others if has_unread.get(source_id)]
    for source_id in others:
        unread = await _unread_there(state, library, source_id)
        if unread and state.view == view:
            state.listing.visit(View(source_id=source_id))
            await state.work.ended(Work.LIST)
            ids_there = state.listed_entries.ids
            rows = range(len(ids_there))[::direction]
            found = next((row for row in rows if ids_there[row] in unread), None)
            if found is not None and state.listed_entries.view.source_id == source_id:
                _open_at(state, found)
            return True
    return False


async def _unread_there(state: ReadingState, library: LibraryProtocol, source_id: int) -> set[int]:
    """The unread entries of a source that are listed by the filter which was chosen for sources."""
    unread = set(await library.entry_ids(View(source_id=source_id, filter=Filter.UNREAD)))
    there = state.listing.visited(View(source_id=source_id))
    if unread and there.filter not in (Filter.ALL, Filter.UNREAD):
        unread.intersection_update(await library.entry_ids(there))
    return unread
