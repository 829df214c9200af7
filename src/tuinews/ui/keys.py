"""Every key once: its command's id, the keys, the words, where it is bound.

The bindings, the help screen, the palette, the hints of the status line and docs/keys.md are all made from
`COMMANDS`. One meaning a key, everywhere; arrows, PgUp and PgDn, Home and End always work.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from textual.binding import Binding, BindingType


class Scope(StrEnum):
    """Where a command's keys are bound: on each pane, the reader, the reading screen, on every screen."""

    PANE = "pane"
    READER = "reader"
    SCREEN = "screen"
    EVERYWHERE = "everywhere"


class CommandGroup(StrEnum):
    """The headings of the help."""

    MOVING = "Moving"
    READING = "Reading"
    MARKING = "Marking"
    LISTS = "Lists and search"
    SOURCES = "Sources"
    PROGRAM = "The program"


@dataclass(frozen=True, slots=True)
class Command:
    """Something a key does.

    `keys` are Textual's names or single characters, with commas between; keys with a blank between them are
    pressed one after the other (`g g`). A command without keys is found in the palette. `hint` is a word for the
    status line, empty where it is not hinted.
    """

    id: str
    keys: str
    words: str
    scope: Scope
    group: CommandGroup
    hint: str = ""

    @property
    def action(self) -> str:
        """The Textual action that the keys run."""
        return f"move('{self.id}')" if self.scope is Scope.PANE else f"run('{self.id}')"

    @property
    def each(self) -> tuple[str, ...]:
        """The keys one by one."""
        return split_keys(self.keys)


UNBOUND = "unbound"
"""A key that no keyboard has, for commands that have none: Textual takes an empty one for no change."""

LINK_ID = "link"
"""The one command whose keys are ten: the digits of a link's number, bound to `digit('n')`."""

COMMANDS: tuple[Command, ...] = (
    Command("down", "j,down", "down a line or row", Scope.PANE, CommandGroup.MOVING),
    Command("up", "k,up", "up a line or row", Scope.PANE, CommandGroup.MOVING),
    Command("page_down", "pagedown", "down a page", Scope.PANE, CommandGroup.MOVING),
    Command("page_up", "pageup", "up a page", Scope.PANE, CommandGroup.MOVING),
    Command("half_down", "ctrl+d", "down half a page", Scope.PANE, CommandGroup.MOVING),
    Command("half_up", "ctrl+u", "up half a page", Scope.PANE, CommandGroup.MOVING),
    Command("top", "g g,home", "to the beginning", Scope.PANE, CommandGroup.MOVING),
    Command("bottom", "G,end", "to the end", Scope.PANE, CommandGroup.MOVING),
    Command("next_pane", "tab", "to the next pane", Scope.SCREEN, CommandGroup.MOVING),
    Command("previous_pane", "shift+tab", "to the pane before", Scope.SCREEN, CommandGroup.MOVING),
    Command("open", "enter,l,right", "open the article", Scope.SCREEN, CommandGroup.READING, "open"),
    Command("back", "h,left,escape", "back to the list, then to the sources", Scope.SCREEN, CommandGroup.READING),
    Command(
        "read_on",
        "space",
        "down a page of the article; at its end, the next unread",
        Scope.SCREEN,
        CommandGroup.READING,
        "read on",
    ),
    Command("read_back", "b", "up a page of the article", Scope.SCREEN, CommandGroup.READING),
    Command("next_article", "J", "open the next article", Scope.SCREEN, CommandGroup.READING),
    Command("previous_article", "K", "open the article before", Scope.SCREEN, CommandGroup.READING),
    Command(
        "next_unread",
        "n",
        "open the next unread article; the next match while finding",
        Scope.SCREEN,
        CommandGroup.READING,
    ),
    Command("previous_unread", "p", "open the unread article before", Scope.SCREEN, CommandGroup.READING),
    Command("previous_match", "N", "the match before, while finding", Scope.SCREEN, CommandGroup.READING),
    Command(LINK_ID, "0,1,2,3,4,5,6,7,8,9", "open a link by its number", Scope.READER, CommandGroup.READING),
    Command("browser", "o", "open the article in the browser", Scope.SCREEN, CommandGroup.READING),
    Command("copy_link", "y", "copy the article's address", Scope.SCREEN, CommandGroup.READING),
    Command(
        "copy_link_address",
        "Y",
        "copy a link's address: its number, then this key, or the other way round",
        Scope.SCREEN,
        CommandGroup.READING,
    ),
    Command("copy_marked", "ctrl+c,super+c", "copy what the mouse marked", Scope.SCREEN, CommandGroup.PROGRAM),
    Command(
        "next_way",
        "f",
        "read the article another way: the feed's text, the whole page…",
        Scope.SCREEN,
        CommandGroup.READING,
    ),
    Command(
        "keep_way",
        "W",
        "read all articles of the source the way f shows (u undoes it)",
        Scope.SCREEN,
        CommandGroup.READING,
    ),
    Command("fetch_again", "F", "fetch the article again", Scope.SCREEN, CommandGroup.READING),
    Command("toggle_read", "m", "mark read or unread", Scope.SCREEN, CommandGroup.MARKING),
    Command("mark_all_read", "A", "mark all of this list read (u undoes it)", Scope.SCREEN, CommandGroup.MARKING),
    Command("star", "s", "star, or take the star away", Scope.SCREEN, CommandGroup.MARKING),
    Command(
        "undo",
        "u",
        "undo a mark, a star, a way that was kept, an edited or removed source",
        Scope.SCREEN,
        CommandGroup.MARKING,
    ),
    Command("redo", "ctrl+r", "redo what was undone", Scope.SCREEN, CommandGroup.MARKING),
    Command(
        "search",
        "slash",
        "search all articles; in an article, find in its text",
        Scope.SCREEN,
        CommandGroup.LISTS,
        "search",
    ),
    Command("show_all", "1", "list all", Scope.SCREEN, CommandGroup.LISTS),
    Command("show_unread", "2", "list the unread", Scope.SCREEN, CommandGroup.LISTS),
    Command("show_starred", "3", "list the starred", Scope.SCREEN, CommandGroup.LISTS),
    Command(
        "show_offline", "4", "list those that can be read without a network", Scope.SCREEN, CommandGroup.LISTS
    ),
    Command("next_source", "right_square_bracket", "to the next source", Scope.SCREEN, CommandGroup.SOURCES),
    Command("previous_source", "left_square_bracket", "to the source before", Scope.SCREEN, CommandGroup.SOURCES),
    Command("refresh_source", "r", "refresh this source", Scope.SCREEN, CommandGroup.SOURCES),
    Command("refresh_all", "R", "refresh all sources", Scope.SCREEN, CommandGroup.SOURCES, "refresh"),
    Command("add", "a", "add a source", Scope.SCREEN, CommandGroup.SOURCES, "add"),
    Command(
        "edit_source", "e", "edit this source's name and folder (u undoes it)", Scope.SCREEN, CommandGroup.SOURCES
    ),
    Command("remove", "D", "remove this source (u undoes it)", Scope.SCREEN, CommandGroup.SOURCES),
    Command(
        "failures",
        "exclamation_mark",
        "what failed, with the reasons: sources, lines of an imported list",
        Scope.SCREEN,
        CommandGroup.SOURCES,
    ),
    Command("catalogue", "", "look through the catalogue of sources", Scope.SCREEN, CommandGroup.SOURCES),
    Command("import", "", "import a list of sources (OPML, newsboat)", Scope.SCREEN, CommandGroup.SOURCES),
    Command("export", "", "export the sources to a file (OPML)", Scope.SCREEN, CommandGroup.SOURCES),
    Command("palette", "colon,ctrl+p", "find a command or a source by name", Scope.SCREEN, CommandGroup.PROGRAM),
    Command("help", "question_mark", "these keys", Scope.SCREEN, CommandGroup.PROGRAM, "keys"),
    Command("guide", "", "read the guide, which needs no network", Scope.SCREEN, CommandGroup.PROGRAM),
    Command("settings", "", "the settings: theme, keys, their file", Scope.SCREEN, CommandGroup.PROGRAM),
    Command("notices", "", "what was said at the start", Scope.SCREEN, CommandGroup.PROGRAM),
    Command("redraw", "ctrl+l", "draw the whole screen anew", Scope.EVERYWHERE, CommandGroup.PROGRAM),
    Command("suspend", "ctrl+z", "back to the shell; its fg goes on here", Scope.EVERYWHERE, CommandGroup.PROGRAM),
    Command("back_or_quit", "q", "back, then quit", Scope.SCREEN, CommandGroup.PROGRAM),
    Command("quit", "Q,ctrl+q", "quit", Scope.SCREEN, CommandGroup.PROGRAM),
)

YIELDING = frozenset(("suspend", "redraw"))
"""Commands that give their keys up to whatever the settings put there: Ctrl-Z is undo to many."""

BY_ID = {command.id: command for command in COMMANDS}

_SHOWN = {
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
    "enter": "Enter",
    "escape": "Esc",
    "space": "Space",
    "tab": "Tab",
    "backspace": "Backspace",
    "slash": "/",
    "colon": ":",
    "question_mark": "?",
    "exclamation_mark": "!",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "comma": ",",
}


def split_keys(keys: str) -> tuple[str, ...]:
    """The keys of a list with commas, one by one; `,` itself is written `comma`."""
    return tuple(key.strip() for key in keys.split(",") if key.strip())


def shown_key(key: str) -> str:
    """A key as people write it: `ctrl+d` is Ctrl-d, `g g` is gg."""
    if " " in key:
        return "".join(shown_key(part) for part in key.split())
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    names = [modifier.capitalize() for modifier in modifiers]
    return "-".join([*names, _SHOWN.get(last, last)])


def shown_keys(keys: Sequence[str]) -> str:
    """Keys as people write them, with blanks between; the ten digits as `0…9`."""
    digits = [key for key in keys if key.isdigit()]
    if len(digits) == 10:
        return "0…9"
    return " ".join(shown_key(key) for key in keys)


def bindings(scope: Scope, commands: Iterable[Command] = COMMANDS) -> list[BindingType]:
    """Textual's bindings of a scope; their ids are the commands', so that a keymap can change them."""
    found: list[BindingType] = []
    for command in commands:
        if command.scope is not scope:
            continue
        if command.id == LINK_ID:
            found += [Binding(key, f"digit('{key}')", command.words, show=False) for key in command.each]
        else:
            keys = ",".join(key for key in command.each if " " not in key) or UNBOUND
            found.append(Binding(keys, command.action, command.words, show=False, id=command.id))
    return found


def markdown() -> str:
    """The keys as the tables of docs/keys.md."""
    parts: list[str] = []
    for group in CommandGroup:
        parts.append(f"## {group.value}\n\n| Key | Id | What it does |\n|---|---|---|")
        for command in COMMANDS:
            if command.group is group:
                keys = shown_keys(command.each) or f"{shown_key('colon')}{command.id}"
                keys = " ".join(f"`{part}`" for part in keys.split()).replace("|", "\\|")
                parts.append(f"| {keys} | `{command.id}` | {command.words} |")
        parts.append("")
    return "\n".join(parts)
