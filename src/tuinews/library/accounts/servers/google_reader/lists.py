"""Lists of ids of the Google Reader API, read to their end, whatever a server calls the place to go on from.

That may be an item's id, a moment with one, a word that says nothing, or a number of items. The last is where a
list can shift under the reader while somebody marks: so each page is asked for again from a little before its
place, and where that does not agree with the page before, the list is read anew.
"""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from tuinews.errors import FetchError
from tuinews.language import _
from tuinews.library.accounts.servers.google_reader.ids import item_id
from tuinews.quick_dataclass import dataclass

MOST_PAGES = 1000
"""Pages of a list that are asked for: a server that gives pages without end is let go."""

OVERLAP = 20
"""Items by which pages overlap that are counted by numbers."""
ATTEMPTS = 3
"""How often a list is read anew that shifts."""


@dataclass(frozen=True, slots=True)
class IdPage:
    """A page of ids in their order, and what the server calls the place behind it, None at the end."""

    ids: tuple[str, ...]
    continuation: str | None = None


GetPage = Callable[[str | None], Awaitable[IdPage | None]]
"""Asks for the page at a place, None for the first; gives None if the server has no such list."""


class _ShiftedError(Exception):
    """The list changed while it was read."""


async def whole_list(host: str, get: GetPage) -> frozenset[str] | None:
    """All ids of a list, None if the server has no such list. Raises FetchError for one that has no end."""
    for _attempt in range(ATTEMPTS):
        try:
            return await _once(host, get)
        except _ShiftedError:
            continue
    raise FetchError(host, _("the list changed again and again while it was read"), _("try again later"))


async def _once(host: str, get: GetPage) -> frozenset[str] | None:
    page = await get(None)
    if page is None:
        return None
    order = list(page.ids)
    places: set[str] = set()
    while page.continuation is not None:
        place = page.continuation
        if place in places or len(places) >= MOST_PAGES:
            raise FetchError(host, _("its list of articles has no end"))
        places.add(place)
        page = await _next(get, place, order)
        if page is None:
            raise FetchError(host, _("its list of articles was cut off"), _("try again later"))
        if not page.ids:
            break
        order += page.ids
    return frozenset(order)


async def _next(get: GetPage, place: str, order: Sequence[str]) -> IdPage | None:
    """The page at a place; one that counts is asked for with the end of what came before."""
    back = min(OVERLAP, len(order))
    if not place.isdigit() or int(place) != len(order) or not back:
        return await get(place)
    page = await get(str(len(order) - back))
    if page is None:
        return None
    if page.ids[:back] != tuple(order[-back:]):
        raise _ShiftedError
    return IdPage(page.ids[back:], page.continuation)


def page_of(host: str, value: Any) -> IdPage:
    """A page out of its JSON. Raises FetchError for what is none."""
    refs = value.get("itemRefs", False) if isinstance(value, dict) else False
    listed = refs if isinstance(refs, list) else []
    ids = tuple(one for ref in listed if isinstance(ref, dict) and (one := item_id(ref.get("id"))))
    if refs is False or (refs is not None and not isinstance(refs, list)) or len(ids) < len(listed):
        raise FetchError(host, _("the answer is not a list of articles"), _("try again later"))
    place = value.get("continuation")
    is_place = isinstance(place, str | int) and str(place).strip() not in ("", "0")
    return IdPage(ids, str(place).strip() if is_place else None)
