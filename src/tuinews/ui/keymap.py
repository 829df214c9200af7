"""The keys in force: the table of `keys`, with what the settings change of it.

The name of a preset among the changes (`preset`) puts the keys of another program in place of the table's first.
A change that cannot be obeyed (an id or a key that is not known, a key that means something else already) is named
with its line, and the default stays. No key at all ("") takes the keys off a command.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from tuinews.configuration.reading import SettingsProblem, TomlFile, nearest_name, read_toml
from tuinews.language import _
from tuinews.late import late_imports
from tuinews.text import clean_line
from tuinews.ui.key_presets import NUMBER_WAITS, PRESETS
from tuinews.ui.keys import BY_ID, COMMANDS, LINK_ID, UNBOUND, YIELDING, Command, Scope, shown_key, split_keys
from tuinews.ui.words import keys as words
from tuinews.ui.words.shown_keys import Hint

with late_imports(__name__):
    from tuinews.ui.key_names import key_name

PRESET = "preset"
"""The name, among the ids of commands, under which the settings choose a preset."""


class Keymap:
    """The commands with their keys in force; `mistakes` are what could not be obeyed.

    `file` is where the changes are written, so that a mistake has its line.
    """

    def __init__(self, changes: Mapping[str, str], file: Path | None = None) -> None:
        self.mistakes: tuple[SettingsProblem, ...] = ()
        self._file = file
        self._read: TomlFile | None = None
        preset = changes.get(PRESET, "")
        self.number_waits = preset in NUMBER_WAITS
        """Whether a number waits for the key behind it; else it is a link's after a while, in an article."""
        base = self._preset(preset)
        wanted = self._known(changes)
        self._yield_to(wanted)
        self._owner = {
            key: command.id
            for command in base
            if command.id not in wanted and command.scope is not Scope.READER
            for key in command.each
        }
        self.commands: tuple[Command, ...] = tuple(
            self._changed(command, wanted[command.id]) if command.id in wanted else command for command in base
        )
        self._note_covered()
        self._by_id = {command.id: command for command in self.commands}
        self.changes: Mapping[str, str] = {
            command.id: ",".join(command.each) or UNBOUND
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

    @property
    def misunderstood(self) -> tuple[str, ...]:
        """The settings, as they are written, that could not be obeyed."""
        return tuple(dict.fromkeys(mistake.name for mistake in self.mistakes))

    @property
    def problems(self) -> tuple[str, ...]:
        """What could not be obeyed, in one line each."""
        return tuple(mistake.said(self._file.name if self._file else "") for mistake in self.mistakes)

    def command(self, command_id: str) -> Command:
        """The command of an id, with its keys in force; raises KeyError."""
        return self._by_id[command_id]

    def key(self, command_id: str) -> str:
        """The first key of a command as people write it, for words such as "a adds one".

        A command without a key is found by its id in the palette: `:add`.
        """
        keys = self.command(command_id).each
        if keys:
            return shown_key(keys[0])
        palette = self.command("palette").each
        return f"{shown_key(palette[0])}{command_id}" if palette else command_id

    def hints(self, *, reading: bool) -> tuple[Hint, ...]:
        """Keys, and a word or two for each, for the status line: in the article, or in a list."""
        table = words.READER_HINTS if reading else words.HINTS
        return tuple(Hint(command_id, self.key(command_id), _(hint)) for command_id, hint in table.items())

    def begins_number(self, key: str) -> bool:
        """Whether `key` is a digit that means no command outside articles, where all ten are of a number."""
        owned = any(key in command.each for command in self.commands if command.scope is not Scope.READER)
        return len(key) == 1 and key.isdecimal() and not owned

    def is_bound(self, key: str) -> bool:
        """Whether `key` means something by itself or as the first of two."""
        return self.starts_chord(key) or any(key in command.each for command in self.commands)

    def starts_chord(self, key: str) -> bool:
        """Whether `key` is the first of two."""
        return any(first == key for first, _ in self.chords)

    def _preset(self, name: str) -> tuple[Command, ...]:
        """The commands with the keys of a preset; those of the table where it is none."""
        if name and name not in PRESETS:
            self._note(PRESET, words.no_preset(", ".join(PRESETS)), nearest_name(name, PRESETS))
        table = PRESETS.get(name, {})
        given = {key for keys in table.values() for key in split_keys(keys)}
        firsts = {key.split()[0] for key in given if " " in key}

        def kept(command: Command) -> str:
            """The keys that the preset leaves it; two after one another and a single first one do not meet."""
            keys = [key for key in command.each if key not in given | firsts and key.split()[0] not in given]
            return ",".join(keys)

        return tuple(replace(command, keys=table.get(command.id, kept(command))) for command in COMMANDS)

    def _known(self, changes: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
        wanted: dict[str, tuple[str, ...]] = {}
        for command_id, written in changes.items():
            if command_id == PRESET:
                continue
            if command_id not in BY_ID or command_id == LINK_ID:
                self._note(
                    command_id, _(words.NO_SUCH_COMMAND), nearest_name(command_id, BY_ID.keys() - {LINK_ID})
                )
                continue
            keys = self._understood(command_id, written)
            if keys or not written.strip():
                wanted[command_id] = keys
        return wanted

    def _understood(self, command_id: str, written: str) -> tuple[str, ...]:
        parts = split_keys(written)
        if written.strip() and not parts:
            self._note(command_id, _(words.NO_KEY_GIVEN))
        names = {part: key_name(part) for part in parts}
        for part, name in names.items():
            if name is None:
                self._note(command_id, words.unknown_key(clean_line(part, 20)))
        return tuple(dict.fromkeys(name for name in names.values() if name is not None))

    def _yield_to(self, wanted: dict[str, tuple[str, ...]]) -> None:
        """Take from the commands that yield the keys that the settings give to another."""
        taken = {key for keys in wanted.values() for key in keys}
        taken |= {key.split()[0] for key in taken}
        for command in COMMANDS:
            if command.id in YIELDING and command.id not in wanted and not taken.isdisjoint(command.each):
                wanted[command.id] = tuple(key for key in command.each if key not in taken)

    def _changed(self, command: Command, keys: tuple[str, ...]) -> Command:
        free = [key for key in keys if self._take(key, command)]
        if not keys:
            return replace(command, keys="")
        if not free:
            free = [key for key in command.each if self._owner.setdefault(key, command.id) == command.id]
        return replace(command, keys=",".join(free) or command.keys)

    def _take(self, key: str, command: Command) -> bool:
        owner = self._owner.setdefault(key, command.id)
        if owner != command.id:
            self._note(command.id, words.key_taken(clean_line(shown_key(key), 20), owner))
        return owner == command.id

    def _note_covered(self) -> None:
        """A key that begins a chord never comes to the command that has it alone."""
        for command in self.commands:
            for key in command.each:
                first, _, second = key.partition(" ")
                owner = self._owner.get(first)
                if second and owner is not None:
                    self._note(owner, words.begins_chord(shown_key(first), command.id))

    def _note(self, command_id: str, why: str, nearest: str = "") -> None:
        """Note a mistake; only now is the file looked at for its lines."""
        if self._read is None:
            self._read = read_toml(self._file) if self._file else TomlFile()
        line = self._read.line("keys", command_id)
        self.mistakes = (*self.mistakes, SettingsProblem(f"keys.{command_id}", why, line, nearest))
