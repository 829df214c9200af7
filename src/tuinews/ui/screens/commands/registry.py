"""Every command by its id in `keys.COMMANDS`."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from tuinews.ui.screens.commands import (
    exporting,
    leaving,
    marking,
    moving,
    opening,
    over,
    searching,
    sourcing,
    terminal,
    ways,
)
from tuinews.ui.screens.desk import Desk

RUN: Mapping[str, Callable[[Desk], None]] = MappingProxyType(
    {
        "next_pane": moving.next_pane,
        "previous_pane": moving.previous_pane,
        "open": opening.open_here,
        "back": moving.back,
        "read_on": moving.read_on,
        "read_back": moving.read_back,
        "next_article": moving.next_article,
        "previous_article": moving.previous_article,
        "next_unread": moving.next_unread,
        "previous_unread": moving.previous_unread,
        "previous_match": moving.previous_match,
        "browser": leaving.browser,
        "copy_link": leaving.copy_link,
        "next_way": ways.next_way,
        "keep_way": ways.keep_way,
        "fetch_again": opening.fetch_again,
        "toggle_read": marking.toggle_read,
        "mark_all_read": marking.mark_all_read,
        "star": marking.star,
        "undo": marking.undo,
        "redo": marking.redo,
        "search": searching.search,
        "show_all": searching.show_all,
        "show_unread": searching.show_unread,
        "show_starred": searching.show_starred,
        "show_offline": searching.show_offline,
        "next_source": moving.next_source,
        "previous_source": moving.previous_source,
        "refresh_source": sourcing.refresh_source,
        "refresh_all": sourcing.refresh_all,
        "add": over.add,
        "edit_source": over.edit_source,
        "remove": sourcing.remove,
        "catalogue": over.add,
        "import": over.import_list,
        "export": exporting.export,
        "palette": over.palette,
        "help": over.help_keys,
        "guide": sourcing.open_guide,
        "settings": over.settings,
        "notices": over.notices,
        "redraw": terminal.redraw,
        "suspend": terminal.suspend,
        "back_or_quit": leaving.back_or_quit,
        "quit": leaving.leave,
    }
)
