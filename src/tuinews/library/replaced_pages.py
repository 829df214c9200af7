"""Whether what came for a source is still what it lists: a sign-in, a check for robots, the welcome of a hotel, a
domain for sale and a page that was not found have links too, and none of them is an article.

Told without words first: nothing that the source listed is there, nor anything at addresses of the same form. Such
a page is a list of articles only where it is surely a list, dated or as long as the one before, came from where it
was asked for, and says and shows nothing that walls do: so a new design is taken, and a page that only links
somewhere is not.
"""

import re
from collections.abc import Sequence
from datetime import timedelta
from urllib.parse import urlsplit

from tuinews.address import canonical
from tuinews.errors import ExtractError, FetchError, WallError
from tuinews.extract.article.list_wall import wall_called, wall_of_list
from tuinews.language import _
from tuinews.library.listings import FetchedListing
from tuinews.model.page import Wall
from tuinews.model.source import Source

_WEAK = 0.5
"""Confidence in a listing below which it is a best guess."""

_LASTING = timedelta(days=3)
"""After so long a page that is surely a list and calls itself no wall is what the source is now."""

_FEW = 10
"""Links below which a page that calls itself a wall is one."""

_MANY_HYPHENS = 2
"""Hyphens in the last part of a path from which it is the words of a headline."""

_Form = tuple[str, str, int, str]


def check_still(source: Source, fetched: FetchedListing, known: Sequence[str]) -> None:
    """Raises ExtractError if a source that listed something is a page without its list now; that stays.

    `known` are addresses that it listed when it was last read.
    """
    if not fetched.kind.traits.is_web_page or not source.total:
        return
    if source.kind.traits.is_web_page:
        if is_list_of(fetched, known, is_lasting=_has_lasted(source, fetched)):
            return
        why, do = _("no list of articles can be found on this page any more"), _("check it in a browser")
    else:
        why = _("a web page has taken the place of the {kind}", kind=_(source.kind.traits.noun))
        do = _("add the page itself")
    wall = wall_of_list(fetched.html or "")
    if wall is None and fetched.listing.entries and _came_from_elsewhere(fetched):
        wall = Wall.OTHER if source.kind.traits.is_web_page else None
    raise ExtractError(source.url, why, do) if wall is None else WallError(source.url, wall)


def check_older(fetched: FetchedListing, known: Sequence[str]) -> None:
    """Raises FetchError if another page came in place of older entries: they may come later."""
    if fetched.kind.traits.is_web_page and not is_list_of(fetched, known):
        wall = WallError(fetched.page.url, wall_of_list(fetched.html or "") or Wall.OTHER)
        raise FetchError(wall.what, wall.why, wall.do)


def said_wall(fetched: FetchedListing) -> Wall | None:
    """The wall that a page says it is which nobody knows, where its links are few and have no dates; else None."""
    entries = fetched.listing.entries
    is_dated = any(entry.published for entry in entries)
    return None if is_dated or len(entries) >= _FEW else wall_called(fetched.html or "")


def is_list_of(fetched: FetchedListing, known: Sequence[str], *, is_lasting: bool = False) -> bool:
    """Whether a web page lists articles of the source that listed those at `known` addresses before.

    `is_lasting`: it has been there for days, so that it need be neither dated nor as long as the one before.
    """
    if not fetched.listing.entries:
        return False
    if not known or _has_any(fetched, known):
        return True
    entries = fetched.listing.entries
    is_dated = 2 * sum(entry.published is not None for entry in entries) >= len(entries)
    is_sure = fetched.listing.confidence >= _WEAK and (is_dated or is_lasting or len(entries) >= len(known))
    return is_sure and not _came_from_elsewhere(fetched) and wall_of_list(fetched.html or "") is None


def _has_lasted(source: Source, fetched: FetchedListing) -> bool:
    since = source.failing_since
    return since is not None and fetched.page.fetched - since > _LASTING


def _has_any(fetched: FetchedListing, known: Sequence[str]) -> bool:
    """Whether a page lists something that was listed before, or something at an address of the same form."""
    listed = [entry.url for entry in fetched.listing.entries if entry.url]
    if not listed or not {canonical(url) for url in known}.isdisjoint(map(canonical, listed)):
        return True
    forms = set(map(_form, known))
    return any(_tells(form) and form in forms for form in map(_form, listed))


def _form(url: str) -> _Form:
    """The form of an address: host, section, depth, and whether it ends with a number or a slug."""
    parts = urlsplit(canonical(url))
    section, slash, _rest = parts.path[1:].partition("/")
    last = parts.path.rsplit("/", 1)[-1]
    end = "number" if re.search(r"\d{4}", parts.path + parts.query) else ""
    end = end or ("slug" if last.count("-") + last.count("_") >= _MANY_HYPHENS else "")
    return parts.netloc, re.sub(r"\d+", "9", section) if slash else "", parts.path.count("/"), end


def _tells(form: _Form) -> bool:
    """Whether a form is one of articles alone: "/help-with-your-password" has that of an article at the root."""
    _host, section, _depth, end = form
    return bool(section) or end == "number"


def _came_from_elsewhere(fetched: FetchedListing) -> bool:
    """Whether a redirect that is not for good led to another page."""
    page = fetched.page
    return page.moved_to is None and canonical(page.url) != canonical(page.requested)
