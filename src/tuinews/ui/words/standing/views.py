"""What the screen says of saved views."""

from collections.abc import Mapping
from types import MappingProxyType

from tuinews.language import N_, _
from tuinews.text import clean_line
from tuinews.ui.words import overlays
from tuinews.ui.words.shown_keys import ShownKeys

_LONGEST = 30
"""Characters of a name."""

EDIT_TITLE = N_("Edit view")

LABELS: Mapping[str, str] = MappingProxyType(
    {
        "name": overlays.NAME,
        "query": N_("Query"),
        "order": N_("Order"),
        "icon": N_("Icon"),
        "place": N_("Place"),
        "notify": N_("Notify"),
    }
)
"""The names of the fields, by the keys of `tuinews view set`."""

HELP: Mapping[str, str] = MappingProxyType(
    {
        "name": N_("The name in the list of sources"),
        "query": N_("What it lists, written like a search: is:unread title:river"),
        "order": N_("Which articles come first; best: as in a search"),
        "icon": N_("One character before the name, or nothing"),
        "place": N_("A number; views are listed in this order"),
        "notify": N_("yes: you are notified of new articles that it finds, as the settings say"),
    }
)
"""What each field is for."""

NOTHING_TO_SAVE = N_("First type what to find")


def saved(name: str, keys: ShownKeys) -> str:
    """A view is among the sources now."""
    return _("Saved as “{name}”; {key} undoes it", name=clean_line(name, _LONGEST), key=keys.key("undo"))


def changed(name: str, keys: ShownKeys) -> str:
    """A view was edited."""
    return _("“{name}” saved; {key} undoes it", name=clean_line(name, _LONGEST), key=keys.key("undo"))
