"""Every key once: its command's id, the keys, the words, where it is bound.

The bindings, the help screen, the palette, the hints of the status line and docs/keys.md are all made from
`COMMANDS`. One meaning a key, everywhere; arrows, PgUp and PgDn, Home and End always work.
"""

from collections.abc import Sequence
from enum import StrEnum
from functools import cache

from textual.binding import Binding, BindingType

from tuinews.language import _, ellipsis, signed
from tuinews.quick_dataclass import dataclass
from tuinews.ui.words import keys as words


class Scope(StrEnum):
    """Where a command's keys are bound: on each pane, the reader, the reading screen, on every screen."""

    PANE = "pane"
    READER = "reader"
    SCREEN = "screen"
    EVERYWHERE = "everywhere"


class CommandGroup(StrEnum):
    """The headings of the help."""

    MOVING = words.MOVING
    READING = words.READING
    MARKING = words.MARKING
    LISTS = words.LISTS
    PANES = words.PANES
    SOURCES = words.SOURCES
    PROGRAM = words.PROGRAM


@dataclass(frozen=True, slots=True)
class Command:
    """Something a key does.

    `keys` are Textual's names or single characters, with commas between; keys with a blank between them are
    pressed one after the other (`g g`). A command without keys is found in the palette.
    """

    id: str
    keys: str
    scope: Scope
    group: CommandGroup

    @property
    def words(self) -> str:
        """What it does."""
        return _(words.COMMANDS[self.id])

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
    Command("down", "j,down", Scope.PANE, CommandGroup.MOVING),
    Command("up", "k,up", Scope.PANE, CommandGroup.MOVING),
    Command("page_down", "pagedown", Scope.PANE, CommandGroup.MOVING),
    Command("page_up", "pageup", Scope.PANE, CommandGroup.MOVING),
    Command("half_down", "ctrl+d", Scope.PANE, CommandGroup.MOVING),
    Command("half_up", "ctrl+u", Scope.PANE, CommandGroup.MOVING),
    Command("top", "g g,home", Scope.PANE, CommandGroup.MOVING),
    Command("bottom", "G,end", Scope.PANE, CommandGroup.MOVING),
    Command("next_pane", "tab", Scope.SCREEN, CommandGroup.MOVING),
    Command("previous_pane", "shift+tab", Scope.SCREEN, CommandGroup.MOVING),
    Command("open", "enter,l", Scope.SCREEN, CommandGroup.READING),
    Command("back", "h,escape", Scope.SCREEN, CommandGroup.READING),
    Command("scroll_right", "right", Scope.SCREEN, CommandGroup.READING),
    Command("scroll_left", "left", Scope.SCREEN, CommandGroup.READING),
    Command("read_on", "space", Scope.SCREEN, CommandGroup.READING),
    Command("read_back", "b", Scope.SCREEN, CommandGroup.READING),
    Command("next_section", "right_curly_bracket", Scope.SCREEN, CommandGroup.READING),
    Command("previous_section", "left_curly_bracket", Scope.SCREEN, CommandGroup.READING),
    Command("next_article", "J", Scope.SCREEN, CommandGroup.READING),
    Command("previous_article", "K", Scope.SCREEN, CommandGroup.READING),
    Command("next_unread", "n", Scope.SCREEN, CommandGroup.READING),
    Command("previous_unread", "p", Scope.SCREEN, CommandGroup.READING),
    Command("previous_match", "N", Scope.SCREEN, CommandGroup.READING),
    Command(LINK_ID, "0,1,2,3,4,5,6,7,8,9", Scope.READER, CommandGroup.READING),
    Command("link_hints", "semicolon", Scope.SCREEN, CommandGroup.READING),
    Command("history_back", "H", Scope.SCREEN, CommandGroup.READING),
    Command("history_forward", "L", Scope.SCREEN, CommandGroup.READING),
    Command("browser", "o", Scope.SCREEN, CommandGroup.READING),
    Command("download", "S", Scope.SCREEN, CommandGroup.READING),
    Command("downloads", "d", Scope.SCREEN, CommandGroup.READING),
    Command("copy_link", "y", Scope.SCREEN, CommandGroup.READING),
    Command("copy_as", "Y", Scope.SCREEN, CommandGroup.READING),
    Command("select", "V", Scope.SCREEN, CommandGroup.READING),
    Command("copy_link_address", "", Scope.SCREEN, CommandGroup.READING),
    Command("copy_marked", "ctrl+c,super+c", Scope.SCREEN, CommandGroup.PROGRAM),
    Command("next_way", "f", Scope.SCREEN, CommandGroup.READING),
    Command("keep_way", "W", Scope.SCREEN, CommandGroup.READING),
    Command("changes", "tilde", Scope.SCREEN, CommandGroup.READING),
    Command("fetch_again", "F", Scope.SCREEN, CommandGroup.READING),
    Command("pictures", "i", Scope.SCREEN, CommandGroup.READING),
    Command("toggle_read", "m", Scope.SCREEN, CommandGroup.MARKING),
    Command("mark_all_read", "A", Scope.SCREEN, CommandGroup.MARKING),
    Command("mark_above_read", "left_parenthesis", Scope.SCREEN, CommandGroup.MARKING),
    Command("mark_below_read", "right_parenthesis", Scope.SCREEN, CommandGroup.MARKING),
    Command("mark_older_read", "", Scope.SCREEN, CommandGroup.MARKING),
    Command("star", "s", Scope.SCREEN, CommandGroup.MARKING),
    Command("tag", "T", Scope.SCREEN, CommandGroup.MARKING),
    Command("note", "w", Scope.SCREEN, CommandGroup.MARKING),
    Command("highlight", "c", Scope.SCREEN, CommandGroup.MARKING),
    Command("part_story", "vertical_line", Scope.SCREEN, CommandGroup.MARKING),
    Command("mute", "x", Scope.SCREEN, CommandGroup.MARKING),
    Command("rules", "M", Scope.SCREEN, CommandGroup.MARKING),
    Command("undo", "u", Scope.SCREEN, CommandGroup.MARKING),
    Command("redo", "ctrl+r", Scope.SCREEN, CommandGroup.MARKING),
    Command("search", "slash", Scope.SCREEN, CommandGroup.LISTS),
    Command("show_new", "plus", Scope.SCREEN, CommandGroup.LISTS),
    Command("show_since", "", Scope.SCREEN, CommandGroup.LISTS),
    Command("show_story", "equals_sign", Scope.SCREEN, CommandGroup.LISTS),
    Command("order", "O", Scope.SCREEN, CommandGroup.LISTS),
    Command("show_all", "1", Scope.SCREEN, CommandGroup.LISTS),
    Command("show_unread", "2", Scope.SCREEN, CommandGroup.LISTS),
    Command("show_starred", "3", Scope.SCREEN, CommandGroup.LISTS),
    Command("show_offline", "4", Scope.SCREEN, CommandGroup.LISTS),
    Command("highlights", "C", Scope.SCREEN, CommandGroup.LISTS),
    Command("show_muted", "X", Scope.SCREEN, CommandGroup.LISTS),
    Command("next_source", "right_square_bracket", Scope.SCREEN, CommandGroup.SOURCES),
    Command("previous_source", "left_square_bracket", Scope.SCREEN, CommandGroup.SOURCES),
    Command("refresh_source", "r", Scope.SCREEN, CommandGroup.SOURCES),
    Command("refresh_all", "R", Scope.SCREEN, CommandGroup.SOURCES),
    Command("add", "a", Scope.SCREEN, CommandGroup.SOURCES),
    Command("edit_source", "e", Scope.SCREEN, CommandGroup.SOURCES),
    Command("remove", "D", Scope.SCREEN, CommandGroup.SOURCES),
    Command("accounts", "", Scope.SCREEN, CommandGroup.SOURCES),
    Command("fold", "minus", Scope.SCREEN, CommandGroup.SOURCES),
    Command("fold_all", "underscore", Scope.SCREEN, CommandGroup.SOURCES),
    Command("unread_sources", "full_stop", Scope.SCREEN, CommandGroup.SOURCES),
    Command("failures", "exclamation_mark", Scope.SCREEN, CommandGroup.SOURCES),
    Command("catalogue", "", Scope.SCREEN, CommandGroup.SOURCES),
    Command("import", "", Scope.SCREEN, CommandGroup.SOURCES),
    Command("export", "", Scope.SCREEN, CommandGroup.SOURCES),
    Command("wider", "greater_than_sign", Scope.SCREEN, CommandGroup.PANES),
    Command("narrower", "less_than_sign", Scope.SCREEN, CommandGroup.PANES),
    Command("arrangement", "v", Scope.SCREEN, CommandGroup.PANES),
    Command("zen", "z", Scope.SCREEN, CommandGroup.PANES),
    Command("palette", "colon,ctrl+p", Scope.SCREEN, CommandGroup.PROGRAM),
    Command("help", "question_mark", Scope.SCREEN, CommandGroup.PROGRAM),
    Command("guide", "f1", Scope.SCREEN, CommandGroup.PROGRAM),
    Command("settings", "E", Scope.SCREEN, CommandGroup.PROGRAM),
    Command("themes", "t", Scope.SCREEN, CommandGroup.PROGRAM),
    Command("screen_reader", "", Scope.SCREEN, CommandGroup.PROGRAM),
    Command("language_english", "", Scope.SCREEN, CommandGroup.PROGRAM),
    Command("language_vietnamese", "", Scope.SCREEN, CommandGroup.PROGRAM),
    Command("notices", "", Scope.SCREEN, CommandGroup.PROGRAM),
    Command("redraw", "ctrl+l", Scope.EVERYWHERE, CommandGroup.PROGRAM),
    Command("suspend", "ctrl+z", Scope.EVERYWHERE, CommandGroup.PROGRAM),
    Command("back_or_quit", "q", Scope.SCREEN, CommandGroup.PROGRAM),
    Command("quit", "Q,ctrl+q", Scope.SCREEN, CommandGroup.PROGRAM),
)

YIELDING = frozenset(("suspend", "redraw", "themes", "settings", "download", "downloads"))
"""Commands that give their keys up to whatever the settings put there: Ctrl-Z is undo to many, and who had S for
something of their own before it downloaded keeps it."""

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
    "semicolon": ";",
    "colon": ":",
    "question_mark": "?",
    "exclamation_mark": "!",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "comma": ",",
    "full_stop": ".",
    "left_parenthesis": "(",
    "tilde": "~",
    "right_parenthesis": ")",
    "plus": "+",
    "greater_than_sign": ">",
    "less_than_sign": "<",
    "minus": "-",
    "equals_sign": "=",
    "vertical_line": "|",
    "underscore": "_",
}


@cache
def split_keys(keys: str) -> tuple[str, ...]:
    """The keys of a list with commas, one by one; `,` itself is written `comma`."""
    return tuple(key.strip() for key in keys.split(",") if key.strip())


def shown_key(key: str) -> str:
    """A key as people write it: `ctrl+d` is Ctrl-d, `g g` is gg."""
    if " " in key:
        return "".join(shown_key(part) for part in key.split())
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    names = [modifier.capitalize() for modifier in modifiers]
    function = last.upper() if last[1:].isdigit() else last  # F1 to F24
    return "-".join([*names, signed(_SHOWN.get(last, function))])


def shown_keys(keys: Sequence[str]) -> str:
    """Keys as people write them, with blanks between; the ten digits as `0…9`."""
    digits = [key for key in keys if key.isdigit()]
    if len(digits) == 10:
        return f"0{ellipsis()}9"
    return " ".join(shown_key(key) for key in keys)


def bindings(scope: Scope) -> list[BindingType]:
    """Textual's bindings of a scope; their ids are the commands', so that a keymap can change them."""
    found: list[BindingType] = []
    for command in COMMANDS:
        if command.scope is not scope:
            continue
        if command.id == LINK_ID:
            found += [Binding(key, f"digit('{key}')", command.words, show=False) for key in command.each]
        else:
            keys = ",".join(key for key in command.each if " " not in key) or UNBOUND
            found.append(Binding(keys, command.action, command.words, show=False, id=command.id))
    return found


def markdown(columns: str) -> str:
    """The keys as the tables of docs/keys.md, under the names of the columns, in the language that is spoken."""
    parts: list[str] = []
    for group in CommandGroup:
        parts.append(f"## {_(group.value)}\n\n| {columns} |\n|---|---|---|")
        for command in COMMANDS:
            if command.group is group:
                keys = shown_keys(command.each) or f"{shown_key('colon')}{command.id}"
                keys = " ".join(f"`{part}`" for part in keys.split()).replace("|", "\\|")
                parts.append(f"| {keys} | `{command.id}` | {_(words.COMMANDS[command.id])} |")
        parts.append("")
    return "\n".join(parts)
