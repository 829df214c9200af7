"""Keys of other programs, for hands that know them: what each changes of the table of `keys`.

newsboat: doc/keycmds.dsv of its sources. vim: `:help index`. google-reader: the keys of Google Reader (2005-2013),
which Feedly, Inoreader and Miniflux have taken over. A key that a preset gives to one command is taken from the
others; a command that has none left is found in the palette. The settings' own keys come after the preset's.
"""

from collections.abc import Mapping
from types import MappingProxyType

PRESETS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "newsboat": {
            "toggle_read": "N",
            "previous_match": "",
            "next_source": "ctrl+n,right_square_bracket",
            "previous_source": "ctrl+p,left_square_bracket",
            "star": "ctrl+b,s",
            "palette": "colon",
            "remove": "",
        },
        "vim": {
            "page_down": "ctrl+f,pagedown",
            "page_up": "ctrl+b,pageup",
            "next_pane": "ctrl+w w,ctrl+w ctrl+w,tab",
            "previous_pane": "ctrl+w p,shift+tab",
            "browser": "g x,o",
            "copy_link": "y y",
            "back": "h,escape,ctrl+o",
            "remove": "d d",
            "downloads": "g d",
            "quit": "Z Z,Q,ctrl+q",
            # The digits are numbers before other keys.
            "show_all": "g a",
            "show_unread": "g u",
            "show_starred": "g s",
            "show_offline": "g o",
        },
        "google-reader": {
            "next_article": "j,J",
            "previous_article": "k,K",
            "down": "n,down",
            "up": "p,up",
            "next_unread": "g n",
            "previous_unread": "g p",
            "next_source": "N,right_square_bracket",
            "previous_source": "P,left_square_bracket",
            "open": "o,enter,l",
            "browser": "v",
            "show_all": "g a,g h,1",
            "show_unread": "g u,2",
            "show_starred": "g s,3",
            "previous_match": "",
        },
    }
)
"""Presets by their names in the settings (`keys.preset`); "" takes the keys off a command."""

NUMBER_WAITS = frozenset(("vim",))
"""Presets in which a number waits for the key that it goes with, however long (vim, `:help count`)."""
