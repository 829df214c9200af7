"""Between panes and articles: back and forth, next and previous, read on."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tuinews.model.row import Filter
from tuinews.ui import wording
from tuinews.ui.asked import AskedLibrary
from tuinews.ui.screens.commands.opening import nothing_listed, open_entry, show_reader
from tuinews.ui.screens.commands.searching import leave_search
from tuinews.ui.screens.desk import Desk, Work
from tuinews.ui.screens.layout import PaneName, neighbour
from tuinews.ui.widgets.pane import Motion


def next_pane(desk: Desk) -> None:
    """Go to the next pane."""
    desk.at = neighbour(desk.at, 1)


def previous_pane(desk: Desk) -> None:
    """Go to the pane before."""
    desk.at = neighbour(desk.at, -1)


def back(desk: Desk) -> None:
    """From a find to the article, from the article to the list, from a search to the list, then to the sources."""
    if desk.sought and desk.at is PaneName.READER:
        desk.sought = ""
        desk.say_here(f"Find closed; {desk.keymap.key('next_unread')} goes to the next unread again")
    elif desk.at is PaneName.READER:
        desk.at = PaneName.LIST
    elif desk.view.query is not None:
        leave_search(desk)
    else:
        desk.at = PaneName.SOURCES


def read_on(desk: Desk) -> None:
    """A page down in the article; at its end the next unread one; the first where none is open.

    Where there was no room for the article, it comes into sight first, as it was left.
    """
    if desk.open_id is None:
        current = desk.entry_list.current
        if current is not None:
            open_entry(desk, current)
            desk.at = PaneName.READER
        else:
            nothing_listed(desk)
    elif not desk.in_sight(PaneName.READER):
        desk.at = PaneName.READER
    elif desk.reader.at_end:
        next_unread(desk)
    else:
        desk.reader.move(Motion.PAGE_DOWN)


def read_back(desk: Desk) -> None:
    """A page up in the article; where there was no room for it, it comes into sight first."""
    if desk.open_id is None:
        desk.say_here(wording.none_open(desk.keymap))
    elif desk.in_sight(PaneName.READER):
        desk.reader.move(Motion.PAGE_UP)
    else:
        desk.at = PaneName.READER


def next_article(desk: Desk) -> None:
    """Open the next article of the list."""
    _open_at(desk, desk.entry_list.aim + 1)


def previous_article(desk: Desk) -> None:
    """Open the article before."""
    _open_at(desk, desk.entry_list.aim - 1)


def next_unread(desk: Desk) -> None:
    """Open the next unread article; the next match while finding."""
    if desk.sought:
        _step_match(desk, 1)
    else:
        _seek_unread(desk, 1)


def previous_unread(desk: Desk) -> None:
    """Open the unread article before."""
    _seek_unread(desk, -1)


def previous_match(desk: Desk) -> None:
    """Go to the match before, while finding."""
    if desk.sought:
        _step_match(desk, -1)
    else:
        desk.say_here(f"Nothing is sought; {desk.keymap.key('search')} in an article finds in its text")


def _step_match(desk: Desk, direction: int) -> None:
    show_reader(desk)
    desk.reader.step_match(direction)
    desk.tell_matches()


def next_source(desk: Desk) -> None:
    """List the next source."""
    if not desk.source_list.step_source(1):
        desk.say_here("This is the last source")


def previous_source(desk: Desk) -> None:
    """List the source before."""
    if not desk.source_list.step_source(-1):
        desk.say_here("This is the first source")


def _open_at(desk: Desk, index: int) -> None:
    count = len(desk.listed.ids)
    if not count:
        nothing_listed(desk)
        return
    if index >= count and not desk.listed.whole:
        _open_when_whole(desk, index)
        return
    if not 0 <= index < count:
        desk.say_here("This is the last article" if index >= count else "This is the first article")
        return
    desk.entry_list.go_to(index)
    open_entry(desk, desk.listed.ids[index])


def _open_when_whole(desk: Desk, index: int) -> None:
    """Open row `index` once all rows are listed; nothing where another place or article came in between."""
    view, open_id = desk.view, desk.open_id

    async def job(_: AskedLibrary) -> None:
        await desk.ended(Work.LIST)
        if desk.listed.whole and (desk.listed.view, desk.open_id) == (view, open_id):
            _open_at(desk, index)

    desk.begin(Work.SEEK, job)


def _seek_unread(desk: Desk, direction: int) -> None:
    """Open the nearest unread entry that way; go round once at the end of the list."""
    if not len(desk.listed.ids):
        nothing_listed(desk)
        return
    here = _unread_nearby(desk, _order(desk, direction)) if desk.listed.whole else None
    if here is not None:
        _open_at(desk, here)
        return
    view, open_id = desk.view, desk.open_id

    async def job(library: AskedLibrary) -> None:
        await desk.ended(Work.LIST)
        unread = set(await library.entry_ids(replace(view, filter=Filter.UNREAD)))
        here = "Nothing else unread here" if open_id in unread else "Nothing unread here"
        unread.discard(open_id or 0)
        if (desk.listed.view, desk.open_id) != (view, open_id):
            return
        ids = desk.listed.ids
        found = next((index for index in _order(desk, direction) if ids[index] in unread), None)
        if found is None:
            desk.say_here(f"{here}; {desk.keymap.key('next_source')} is the next source")
        else:
            _open_at(desk, found)

    desk.begin(Work.SEEK, job)


def _order(desk: Desk, direction: int) -> Iterator[int]:
    """The rows of the list from the cursor on that way, round to the cursor's own."""
    start, count = desk.entry_list.aim, len(desk.listed.ids)
    return ((start + step * direction) % count for step in range(1, count + 1))


def _unread_nearby(desk: Desk, order: Iterable[int]) -> int | None:
    """The first unread of `order`, but the open one, as long as the rows are here; None where one is not."""
    for index in order:
        row = desk.entry_list.row(desk.listed.ids[index])
        if row is None:
            return None
        if not row.read and row.id != desk.open_id:
            return index
    return None
