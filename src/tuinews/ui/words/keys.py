"""What each command does, for the help, the palette and docs/keys.md; and what is wrong with key settings."""

from collections.abc import Mapping
from types import MappingProxyType

from tuinews.language import N_, _

MOVING = N_("Moving")
READING = N_("Reading")
MARKING = N_("Marking")
LISTS = N_("Lists and search")
PANES = N_("Panes")
SOURCES = N_("Sources")
PROGRAM = N_("The program")

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "down": N_("down one line or row"),
        "up": N_("up one line or row"),
        "page_down": N_("down a page"),
        "page_up": N_("up a page"),
        "half_down": N_("down half a page"),
        "half_up": N_("up half a page"),
        "top": N_("to the beginning"),
        "bottom": N_("to the end"),
        "next_pane": N_("to the next pane"),
        "previous_pane": N_("to the previous pane"),
        "open": N_("open the article"),
        "back": N_("back to the list, then to the sources"),
        "scroll_right": N_("to the right in wide tables and code; where there are none, open the article"),
        "scroll_left": N_("to the left in wide tables and code; at their left edge, back"),
        "read_on": N_("page down in the article; at its end, open the next unread one"),
        "read_back": N_("page up in the article"),
        "next_section": N_("to the next heading in the article; in a thread, to the next post"),
        "previous_section": N_("to the previous heading or post"),
        "next_article": N_("open the next article"),
        "previous_article": N_("open the previous article"),
        "next_unread": N_("open the next unread article; while finding, go to the next match"),
        "previous_unread": N_("open the previous unread article"),
        "previous_match": N_("while finding, go to the previous match"),
        "link": N_("open a link by its number (its address is shown first); before a key that moves: how often"),
        "link_hints": N_("open a link by letters over it; a capital letter opens it in the browser"),
        "history_back": N_("back to what was read before; from a footnote, to its mark"),
        "history_forward": N_("forward again to where you came back from"),
        "browser": N_("open the article in the browser"),
        "download": N_("download the files that come with the article: episodes, films"),
        "downloads": N_("show the downloads, and what can be done with each"),
        "copy_link": N_("copy what is selected; else the link that was just named, else the article's address"),
        "copy_as": N_("copy as title and link, Markdown link, quotation with its source, or text"),
        "select": N_("select lines of the article, or rows of the list, by the keys that move"),
        "copy_link_address": N_("copy a link's address: type its number before or after this key"),
        "copy_marked": N_("copy the text that is selected"),
        "next_way": N_("show another version of the text: with what is left out, the feed's, the whole page…"),
        "keep_way": N_("use this version of the text for all articles of the source (can be undone)"),
        "changes": N_("show what has changed in the article; again: since an earlier version"),
        "fetch_again": N_("fetch the article again"),
        "pictures": N_("show or hide pictures"),
        "toggle_read": N_("mark as read or unread"),
        "mark_all_read": N_("mark everything in this list as read (can be undone)"),
        "mark_above_read": N_("mark everything above the cursor as read (can be undone)"),
        "mark_below_read": N_("mark everything below the cursor as read (can be undone)"),
        "mark_older_read": N_("mark everything older than a day as read (can be undone)"),
        "star": N_("star or unstar"),
        "tag": N_("tag the article (can be undone)"),
        "note": N_("write a note on the article in your editor (can be undone)"),
        "highlight": N_("highlight what is selected; on a highlight, remove it (can be undone)"),
        "highlights": N_("list the highlights of all articles"),
        "show_story": N_("show the others that tell the same story under its row, or hide them"),
        "part_story": N_("not the same: make this article a story of its own (can be undone)"),
        "mute": N_("mute a word, the author, the source or the address; or mute no longer (can be undone)"),
        "rules": N_("list, make and change rules and mutes"),
        "show_muted": N_("show muted articles"),
        "undo": N_("undo the last mark, star, choice of version, or change to a source"),
        "redo": N_("redo what was undone"),
        "search": N_("search all articles; in an article, find text in it"),
        "show_new": N_("list the new articles that a refresh brought"),
        "show_since": N_("list what has come since the last session"),
        "order": N_("order of the list: newest, oldest, by source, by reading time"),
        "show_all": N_("show all articles"),
        "show_unread": N_("show unread articles"),
        "show_starred": N_("show starred articles"),
        "show_offline": N_("show articles saved for offline reading"),
        "next_source": N_("go to the next source"),
        "previous_source": N_("go to the previous source"),
        "fold": N_("fold or unfold this folder"),
        "fold_all": N_("fold or unfold all folders"),
        "unread_sources": N_("list only sources with unread articles, or all"),
        "refresh_source": N_("refresh this source"),
        "refresh_all": N_("refresh all sources"),
        "add": N_("add a source"),
        "edit_source": N_(
            "rename this source, move it to a folder, set how it is fetched and kept (can be undone)"
        ),
        "remove": N_("remove this source (can be undone), or this account"),
        "accounts": N_("accounts on servers: their status, sync, sign in again, remove"),
        "failures": N_("show what failed and why: sources, lines of an imported list"),
        "catalogue": N_("browse the catalogue of sources"),
        "import": N_("import sources or saved articles (OPML, newsboat, Pocket…)"),
        "export": N_("export the sources to a file (OPML)"),
        "wider": N_("make this pane wider"),
        "narrower": N_("make this pane narrower"),
        "arrangement": N_("list and reader side by side, one over the other, or one at a time"),
        "zen": N_("the text alone, in the middle of the screen"),
        "palette": N_("find a command, a source or an article by name"),
        "help": N_("show all keys"),
        "guide": N_("read the guide (works offline)"),
        "settings": N_("change the settings: theme, keys, language"),
        "themes": N_("choose a colour theme, and see it at once"),
        "screen_reader": N_("screen reader mode, on or off"),
        "language_english": N_("language: English"),
        "language_vietnamese": N_("language: Tiếng Việt"),
        "notices": N_("show the startup notices again"),
        "redraw": N_("redraw the screen"),
        "suspend": N_("suspend to the shell (fg returns)"),
        "back_or_quit": N_("back, then quit"),
        "quit": N_("quit"),
    }
)
"""Commands by their ids."""

HINTS: Mapping[str, str] = MappingProxyType(
    {
        "open": N_("open"),
        "read_on": N_("read on"),
        "search": N_("search"),
        "add": N_("add"),
        "refresh_all": N_("refresh"),
        "help": N_("keys"),
    }
)
"""A word or two for the status line, in the order in which they are shown."""

READER_HINTS: Mapping[str, str] = MappingProxyType(
    {
        "read_on": N_("read on"),
        "back": N_("back"),
        "next_unread": N_("next unread"),
        "search": N_("find"),
        "browser": N_("in the browser"),
        "help": N_("keys"),
    }
)
"""The same while the keys are the article's."""

NO_SUCH_COMMAND = N_("there is no such command; see docs/keys.md")


def no_preset(names: str) -> str:
    """A setting names a preset that does not exist."""
    return _("there is no such preset; there are {names}", names=names)


NO_KEY_GIVEN = N_("no key is given, so the default is kept")


def unknown_key(written: str) -> str:
    """A setting names a key that does not exist."""
    return _("“{written}” is not a known key; see docs/keys.md", written=written)


def key_taken(key: str, command_id: str) -> str:
    """A setting gives a command a key that another one has."""
    return _("{key} is already used for “{command_id}”", key=key, command_id=command_id)


def begins_chord(key: str, command_id: str) -> str:
    """A setting gives a command a key that is the first of another one's two."""
    return _("{key} is already the first key of “{command_id}”", key=key, command_id=command_id)
