"""The nearest unread entry of the list, from the cursor on and round its end."""

from collections import deque
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import islice

from tuinews.model.view import Filter, ListOrder, View
from tuinews.ui.library_protocol import LibraryProtocol
from tuinews.ui.screens.reading_state import ReadingState
from tuinews.ui.screens.work_completion import Work

_AT_ONCE = 100
"""Unread entries that the library is asked for at once; the first is the one, but for what is not listed."""

_OTHER_WAY = {ListOrder.NEWEST: ListOrder.OLDEST, ListOrder.OLDEST: ListOrder.NEWEST}


async def nearest_unread(
    state: ReadingState, library: LibraryProtocol, direction: int = 1, times: int = 1
) -> int | None:
    """The row of the nearest unread entry that way, not the open one, or of the one that many on, or the last of
    them; None if none is listed."""
    await state.work.ended(Work.LIST)
    view = state.view
    if view.query is not None or view.saved_id is not None or view.order not in _OTHER_WAY:
        unread = set(await library.entry_ids(replace(view, filter=Filter.UNREAD)))
        return _last_of_first(_listed(state, unread - {state.open_id or 0}, direction), times)
    found = await _beyond(state, library, state.entry_list.current, direction, times)
    if len(found) < times:
        round_the_end = await _beyond(state, library, None, direction, times - len(found))
        found += [row for row in round_the_end if row not in found]
    return _last_of_first(found, times)


def unread_nearby(state: ReadingState, direction: int = 1, times: int = 1) -> int | None:
    """The first unread row that way from the cursor, not the open one, or the one that many on, or the last of
    them; None while a row on the way is not here."""
    if not state.listed_entries.whole:
        return None
    found = None
    for index in _order(state, direction):
        row = state.entry_list.row(state.listed_entries.ids[index])
        if row is None:
            return None
        if not row.read and row.id != state.open_id:
            found, times = index, times - 1
            if not times:
                break
    return found


async def _beyond(
    state: ReadingState, library: LibraryProtocol, entry_id: int | None, direction: int, most: int
) -> list[int]:
    """The rows of the first `most` unread entries beyond one of the list, from its beginning for None."""
    listed, start = state.listed_entries, state.entry_list.aim
    if entry_id is None:
        start = 0 if direction > 0 else len(listed.ids) - 1
    way, rows = _one_way(state.view, direction), list[int]()
    while True:
        unread = await library.unread_beyond(way, entry_id, _AT_ONCE)
        for one in unread:
            if one != state.open_id and one not in state.waiting:
                row = listed.index_beside(one, start, direction)
                if row is not None:
                    rows.append(row)
                    if len(rows) == most:
                        return rows
        if len(unread) < _AT_ONCE:
            return rows
        entry_id = unread[-1]


def _one_way(view: View, direction: int) -> View:
    return view if direction > 0 else replace(view, order=_OTHER_WAY[view.order])


def _order(state: ReadingState, direction: int) -> Iterator[int]:
    """The rows of the list from the cursor on that way, round to the cursor's own."""
    start, count = state.entry_list.aim, len(state.listed_entries.ids)
    return ((start + step * direction) % count for step in range(1, count + 1))


def _listed(state: ReadingState, unread: Collection[int], direction: int) -> Iterator[int]:
    """The rows of unread entries from the cursor on that way."""
    ids = state.listed_entries.ids
    return (index for index in _order(state, direction) if ids[index] in unread)


def _last_of_first(rows: Iterable[int], times: int) -> int | None:
    """The row that many on, the last where there are fewer, None if there is none."""
    return next(iter(deque(islice(rows, times), maxlen=1)), None)
