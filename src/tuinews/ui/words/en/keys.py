"""What each command does, for the help, the palette and docs/keys.md; and what is wrong with key settings."""

from collections.abc import Mapping
from types import MappingProxyType

MOVING = "Moving"
READING = "Reading"
MARKING = "Marking"
LISTS = "Lists and search"
SOURCES = "Sources"
PROGRAM = "The program"

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "down": "down one line or row",
        "up": "up one line or row",
        "page_down": "down a page",
        "page_up": "up a page",
        "half_down": "down half a page",
        "half_up": "up half a page",
        "top": "to the beginning",
        "bottom": "to the end",
        "next_pane": "to the next pane",
        "previous_pane": "to the previous pane",
        "open": "open the article",
        "back": "back to the list, then to the sources",
        "read_on": "page down in the article; at its end, open the next unread one",
        "read_back": "page up in the article",
        "next_section": "to the next heading in the article; in a thread, to the next post",
        "previous_section": "to the previous heading or post",
        "next_article": "open the next article",
        "previous_article": "open the previous article",
        "next_unread": "open the next unread article; while finding, go to the next match",
        "previous_unread": "open the previous unread article",
        "previous_match": "while finding, go to the previous match",
        "link": "open a link by its number",
        "browser": "open the article in the browser",
        "copy_link": "copy the article's address",
        "copy_link_address": "copy a link's address: type its number before or after this key",
        "copy_marked": "copy the text selected with the mouse",
        "next_way": "show another version of the text: with what is left out, the feed's, the whole page…",
        "keep_way": "use this version of the text for all articles of the source (can be undone)",
        "fetch_again": "fetch the article again",
        "toggle_read": "mark as read or unread",
        "mark_all_read": "mark everything in this list as read (can be undone)",
        "star": "star or unstar",
        "undo": "undo the last mark, star, choice of version, or change to a source",
        "redo": "redo what was undone",
        "search": "search all articles; in an article, find text in it",
        "show_all": "show all articles",
        "show_unread": "show unread articles",
        "show_starred": "show starred articles",
        "show_offline": "show articles saved for offline reading",
        "next_source": "go to the next source",
        "previous_source": "go to the previous source",
        "refresh_source": "refresh this source",
        "refresh_all": "refresh all sources",
        "add": "add a source",
        "edit_source": "rename this source or move it to a folder (can be undone)",
        "remove": "remove this source (can be undone)",
        "failures": "show what failed and why: sources, lines of an imported list",
        "catalogue": "browse the catalogue of sources",
        "import": "import a list of sources (OPML, newsboat)",
        "export": "export the sources to a file (OPML)",
        "palette": "find a command or a source by name",
        "help": "show all keys",
        "guide": "read the guide (works offline)",
        "settings": "show the settings: theme, keys, and where they are stored",
        "notices": "show the startup notices again",
        "redraw": "redraw the screen",
        "suspend": "suspend to the shell (fg comes back)",
        "back_or_quit": "back, then quit",
        "quit": "quit",
    }
)
"""Commands by their ids."""

HINTS: Mapping[str, str] = MappingProxyType(
    {
        "open": "open",
        "read_on": "read on",
        "search": "search",
        "add": "add",
        "refresh_all": "refresh",
        "help": "keys",
    }
)
"""A word or two for the status line, in the order in which they are shown."""

NO_SUCH_COMMAND = "there is no such command; see docs/keys.md"
NO_KEY_GIVEN = "no key is given, so the default stays"


def unknown_key(written: str) -> str:
    """A setting names a key that does not exist."""
    return f"“{written}” is not a known key; see docs/keys.md"


def key_taken(key: str, command_id: str) -> str:
    """A setting gives a command a key that another one has."""
    return f"{key} is already used for “{command_id}”"


def begins_chord(key: str, command_id: str) -> str:
    """A setting gives a command a key that is the first of another one's two."""
    return f"{key} is already the first key of “{command_id}”"


def problem(setting: str, what: str, place: str) -> str:
    """A key setting that was ignored; `place` is its file and line, "" where they are not known."""
    return f"{place}: {setting}: {what}" if place else f"{setting}: {what}"


def place(file: str, line: int) -> str:
    """A line of the settings file."""
    return f"{file} line {line}"
