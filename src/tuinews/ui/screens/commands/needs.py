"""What commands need before they can do anything."""

from tuinews.ui.keys import COMMANDS, CommandGroup

WITHOUT_LIBRARY = frozenset(
    (
        *("next_pane", "previous_pane", "back", "back_or_quit", "quit"),
        *("wider", "narrower", "arrangement"),
        *("palette", "help", "settings", "themes", "notices", "copy_marked"),
    )
)
"""Commands that need no library."""

_NEED_NO_SOURCE = frozenset(
    (
        "back",
        "undo",
        "redo",
        "add",
        "catalogue",
        "import",
        "failures",
        "downloads",
        "rules",
        "highlights",
        "accounts",
    )
)
_ACTING = frozenset((CommandGroup.READING, CommandGroup.MARKING, CommandGroup.LISTS, CommandGroup.SOURCES))
NEED_SOURCES = frozenset(command.id for command in COMMANDS if command.group in _ACTING) - _NEED_NO_SOURCE
"""Commands that have nothing to act on in a library without a source."""

BEFORE_LINK = frozenset(("copy_link_address", "open"))
"""Commands after which the link that is to be copied is still waited for."""
