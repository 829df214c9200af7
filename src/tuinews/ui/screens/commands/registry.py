"""Every command by its id in `keys.COMMANDS`, and what it needs before it can do anything."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from tuinews.late import late_imports
from tuinews.ui.keys import COMMANDS, CommandGroup
from tuinews.ui.screens.reading_state import ReadingState

with late_imports(__name__):
    from tuinews.ui.screens.commands import accounts, arranging, folders, sources
    from tuinews.ui.screens.commands.entries import (
        downloading,
        exporting,
        marking,
        moving,
        muting,
        rules_and_mutes,
        searching,
        stories,
        tagging,
    )
    from tuinews.ui.screens.commands.program import overlays, speaking, terminal
    from tuinews.ui.screens.commands.reader import (
        alternatives,
        annotating,
        changes,
        copying,
        external,
        following,
        opening,
        pictures,
        sideways,
    )

RUN: Mapping[str, Callable[[ReadingState], None]] = MappingProxyType(
    {
        "next_pane": moving.next_pane,
        "previous_pane": moving.previous_pane,
        "open": opening.open_here,
        "back": moving.back,
        "scroll_right": sideways.scroll_right,
        "scroll_left": sideways.scroll_left,
        "read_on": moving.read_on,
        "read_back": moving.read_back,
        "next_section": moving.next_section,
        "previous_section": moving.previous_section,
        "next_article": moving.next_article,
        "previous_article": moving.previous_article,
        "next_unread": moving.next_unread,
        "previous_unread": moving.previous_unread,
        "previous_match": moving.previous_match,
        "link_hints": following.link_hints,
        "history_back": following.go_back,
        "history_forward": following.go_forward,
        "browser": external.browser,
        "download": downloading.download,
        "downloads": downloading.show,
        "copy_link": copying.copy_link,
        "copy_as": copying.copy_as,
        "select": copying.select,
        "copy_link_address": copying.copy_link_address,
        "copy_marked": copying.copy_marked,
        "next_way": alternatives.next_way,
        "keep_way": alternatives.keep_way,
        "changes": changes.next_changes,
        "fetch_again": opening.fetch_again,
        "pictures": pictures.show_or_hide,
        "toggle_read": marking.toggle_read,
        "mark_all_read": marking.mark_all_read,
        "mark_above_read": marking.mark_above_read,
        "mark_below_read": marking.mark_below_read,
        "mark_older_read": marking.mark_older_read,
        "star": marking.star,
        "tag": tagging.tag,
        "note": annotating.note,
        "highlight": annotating.highlight,
        "highlights": annotating.list_highlights,
        "show_story": stories.show_story,
        "part_story": stories.part_story,
        "mute": muting.mute,
        "rules": rules_and_mutes.rules,
        "show_muted": muting.show_muted,
        "undo": marking.undo,
        "redo": marking.redo,
        "search": searching.search,
        "show_new": searching.show_new,
        "show_since": searching.show_since,
        "order": searching.next_order,
        "show_all": searching.show_all,
        "show_unread": searching.show_unread,
        "show_starred": searching.show_starred,
        "show_offline": searching.show_offline,
        "next_source": moving.next_source,
        "previous_source": moving.previous_source,
        "fold": folders.fold,
        "fold_all": folders.fold_all,
        "unread_sources": folders.unread_sources,
        "refresh_source": sources.refresh_source,
        "refresh_all": sources.refresh_all,
        "add": overlays.add,
        "edit_source": overlays.edit_source,
        "remove": accounts.remove,
        "accounts": accounts.show,
        "failures": overlays.failures,
        "catalogue": overlays.add,
        "import": overlays.import_list,
        "export": exporting.export,
        "wider": arranging.wider,
        "narrower": arranging.narrower,
        "arrangement": arranging.next_arrangement,
        "zen": arranging.zen,
        "palette": overlays.palette,
        "help": overlays.help_keys,
        "guide": sources.open_guide,
        "settings": overlays.settings,
        "themes": overlays.themes,
        "screen_reader": speaking.screen_reader,
        "language_english": speaking.speak_english,
        "language_vietnamese": speaking.speak_vietnamese,
        "notices": overlays.notices,
        "redraw": terminal.redraw,
        "suspend": terminal.suspend,
        "back_or_quit": external.back_or_quit,
        "quit": external.leave,
    }
)

COUNTED: Mapping[str, Callable[[ReadingState, int], None]] = MappingProxyType(
    {
        "scroll_right": sideways.scroll_right,
        "scroll_left": sideways.scroll_left,
        "read_on": moving.read_on,
        "read_back": moving.read_back,
        "next_section": moving.next_section,
        "previous_section": moving.previous_section,
        "next_article": moving.next_article,
        "previous_article": moving.previous_article,
        "next_unread": moving.next_unread,
        "previous_unread": moving.previous_unread,
        "previous_match": moving.previous_match,
        "history_back": following.go_back,
        "history_forward": following.go_forward,
        "next_source": moving.next_source,
        "previous_source": moving.previous_source,
        "undo": marking.undo,
        "redo": marking.redo,
        "wider": arranging.wider,
        "narrower": arranging.narrower,
    }
)
"""Commands that a number before their key runs so often."""

OF_ROWS = frozenset(("toggle_read", "star", "tag"))
"""Commands that a number before their key runs on that many rows of the list, from the cursor on."""

OF_ROW = OF_ROWS | frozenset(
    (
        *("open", "scroll_right", "browser", "download", "copy_link", "copy_as", "select"),
        *("note", "mute", "part_story", "show_story", "mark_above_read", "mark_below_read"),
    )
)
"""Commands that mean the row under the cursor while the keys are in the list."""

NEXT_OF_LIST = frozenset(("next_article", "previous_article", "next_unread", "previous_unread"))
"""Commands that mean another row of the list, wherever the keys are."""

OF_NUMBER = frozenset(("back", "open", "browser", "copy_link", "copy_link_address"))
"""Commands that look at the number themselves: it may be a link's, or is given up."""

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
