"""What is said of the links of an article."""

from tuinews.address import masked
from tuinews.language import N_, _, ngettext
from tuinews.model.discovery import Candidate
from tuinews.text import clean_line
from tuinews.typeset.cells import cut, width
from tuinews.ui.words.shown_keys import ShownKeys

NO_LINKS = N_("This article has no links")
TYPE_LINK_NUMBER = N_("Now type the number of the link")
TYPE_LINK_NUMBER_AND_ENTER = N_("Now type the number of the link, and Enter")
NO_LINKS_IN_SIGHT = N_("There are no links in sight")
LINK_TO_ITSELF = N_("This link leads to the article that is open")

_ENOUGH_ADDRESS = 36
"""Cells of an address before which the keys beside it give way: its host and what tells it from its neighbours are
looked for each time, while the keys are known after the first.
"""


def _with_address(address: str, cells: int, *forms: str, **places: str) -> str:
    """The first of `forms` with room for enough of an address, in `cells` cells, or the last, cut."""
    shown = clean_line(masked(address), 200)
    for form in forms:
        room = cells - width(_(form, address="", **places))
        if room >= min(width(shown), _ENOUGH_ADDRESS):
            break
    return _(form, address=cut(shown, max(1, room)), **places)


def link_typed(digits: str, address: str, keys: ShownKeys, cells: int) -> str:
    """Which link the digits name so far, where it leads, and what can be done with it, in `cells` cells."""
    return _with_address(
        address,
        cells,
        N_("Link {digits}: {address} ({copy} copies, {browser} opens the browser)"),
        N_("Link {digits}: {address} ({copy} copies)"),
        _LINK_ALONE,
        digits=digits,
        copy=keys.key("copy_link"),
        browser=keys.key("browser"),
    )


def link_waiting(digits: str, address: str, keys: ShownKeys, cells: int) -> str:
    """The same where a number waits for its key, and is nobody's but for those that mean a link."""
    return _with_address(
        address,
        cells,
        N_("Link {digits}: {address} ({open} opens, {copy} copies)"),
        N_("Link {digits}: {address} ({open} opens)"),
        _LINK_ALONE,
        digits=digits,
        open=keys.key("open"),
        copy=keys.key("copy_link"),
    )


_LINK_ALONE, _ADDRESS_ALONE = N_("Link {digits}: {address}"), N_("{address}")


def link_hinted(address: str, note: str, cells: int) -> str:
    """Where the link leads that is chosen so far, of those that have letters over them, in `cells` cells."""
    if not address:
        return _("Footnote {label} (Tab: next link)", label=clean_line(note, 20))
    return _with_address(
        address,
        cells,
        N_("{address} (Enter opens, Tab next, y copies; capital: browser)"),
        N_("{address} (Enter opens, Tab next)"),
        _ADDRESS_ALONE,
    )


def following(address: str) -> str:
    """A link is being fetched for the reader."""
    return _("Opening {address}…", address=clean_line(masked(address), 200))


def also_a_list(listed: Candidate, keys: ShownKeys) -> str:
    """A page that was opened lists articles too."""
    return ngettext(
        "This page also lists 1 article; {key} adds it as a source",
        "This page also lists {count} articles; {key} adds it as a source",
        listed.entries,
        key=keys.key("add"),
    )


def jumped(keys: ShownKeys) -> str:
    """A jump to a footnote or back from it."""
    return _("{key} goes back to where you were", key=keys.key("history_back"))


def no_link(digits: str, count: int) -> str:
    """A number that no link has."""
    return ngettext(
        "There is no link {digits}; this article has 1 link",
        "There is no link {digits}; this article has {count} links",
        count,
        digits=digits,
    )


def no_browser_for_link(keys: ShownKeys, address: str) -> str:
    """A link could not be opened."""
    return _("No browser could be started; {key} copies {address}", key=keys.key("copy_link"), address=address)
