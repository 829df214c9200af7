"""The keys in force: the table of `keys`, with what the settings change of it.

A change that cannot be obeyed (an id that is not known, a key that means something else already) is named, and
the default stays.
"""

from collections.abc import Mapping
from dataclasses import replace

from tuinews.text import clean_line
from tuinews.ui.keys import BY_ID, COMMANDS, LINK_ID, Command, Scope, shown_key, split_keys

_NAMES = {
    "/": "slash",
    "?": "question_mark",
    ":": "colon",
    ";": "semicolon",
    "[": "left_square_bracket",
    "]": "right_square_bracket",
    "{": "left_curly_bracket",
    "}": "right_curly_bracket",
    "(": "left_parenthesis",
    ")": "right_parenthesis",
    "|": "vertical_line",
    "\\": "backslash",
    "*": "asterisk",
    "+": "plus",
    "-": "minus",
    "=": "equals_sign",
    "!": "exclamation_mark",
    "@": "at",
    "#": "number_sign",
    "$": "dollar_sign",
    "%": "percent_sign",
    "^": "circumflex_accent",
    "&": "ampersand",
    "'": "apostrophe",
    '"': "quotation_mark",
    "`": "grave_accent",
    "~": "tilde",
    "<": "less_than_sign",
    ">": "greater_than_sign",
    ".": "full_stop",
    "_": "underscore",
    " ": "space",
    "esc": "escape",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "return": "enter",
}


class Keymap:
    """The commands with their keys in force; `problems` says in one line each what could not be obeyed."""

    def __init__(self, changes: Mapping[str, str]) -> None:
        self.problems: tuple[str, ...] = ()
        wanted = self._known(changes)
        self._owner = {
            key: command.id
            for command in COMMANDS
            if command.id not in wanted and command.scope is not Scope.READER
            for key in command.each
        }
        self.commands: tuple[Command, ...] = tuple(
            self._changed(command, wanted[command.id]) if command.id in wanted else command for command in COMMANDS
        )
        self._note_covered()
        self._by_id = {command.id: command for command in self.commands}
        self.changes: Mapping[str, str] = {
            command.id: ",".join(command.each)
            for command in self.commands
            if command.keys != BY_ID[command.id].keys
        }
        self.chords: Mapping[tuple[str, str], Command] = {
            (first, second): command
            for command in self.commands
            for key in command.each
            if " " in key
            for first, second in [key.split()[:2]]
        }

    def command(self, command_id: str) -> Command:
        """The command of an id, with its keys in force; raises KeyError."""
        return self._by_id[command_id]

    def key(self, command_id: str) -> str:
        """The first key of a command as people write it, for words such as "a adds one"."""
        return shown_key(self.command(command_id).each[0])

    def starts_chord(self, key: str) -> bool:
        """Whether `key` is the first of two."""
        return any(first == key for first, _ in self.chords)

    def _known(self, changes: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
        wanted = {}
        for command_id, keys in changes.items():
            normal = tuple(_normal(key) for key in split_keys(keys))
            if command_id not in BY_ID or command_id == LINK_ID:
                self._note(f"keys.{clean_line(command_id, 40)}: there is no such command; see docs/keys.md")
            elif not normal:
                self._note(f"keys.{command_id}: no key is named; the default stays")
            else:
                wanted[command_id] = normal
        return wanted

    def _changed(self, command: Command, keys: tuple[str, ...]) -> Command:
        free = [key for key in keys if self._take(key, command)]
        if not free:
            free = [key for key in command.each if self._owner.setdefault(key, command.id) == command.id]
        return replace(command, keys=",".join(free) or command.keys)

    def _take(self, key: str, command: Command) -> bool:
        owner = self._owner.setdefault(key, command.id)
        if owner != command.id:
            self._note(f"keys.{command.id}: {clean_line(shown_key(key), 20)} is already “{owner}”")
        return owner == command.id

    def _note_covered(self) -> None:
        """A key that begins a chord never comes to the command that has it alone."""
        for command in self.commands:
            for key in command.each:
                first, _, second = key.partition(" ")
                owner = self._owner.get(first)
                if second and owner is not None:
                    self._note(f"keys.{owner}: {shown_key(first)} is already the beginning of “{command.id}”")

    def _note(self, problem: str) -> None:
        self.problems = (*self.problems, problem)


def _normal(key: str) -> str:
    """A key as Textual names it; `Ctrl-d` and `gg`-like chords (`g g`) as people write them are taken too."""
    if " " in key:
        return " ".join(_normal(part) for part in key.split()[:2])
    if len(key) == 1:
        return _NAMES.get(key, key)
    text = key.replace("Ctrl-", "ctrl+").replace("Shift-", "shift+").replace("Alt-", "alt+")
    *modifiers, last = text.split("+")
    last = last if len(last) == 1 else last.lower()
    return "+".join([*[modifier.lower() for modifier in modifiers], _NAMES.get(last, last)])
