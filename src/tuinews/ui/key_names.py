"""The names of keys: Textual's own, from the many that people write for them.

`Ctrl+F`, `Ctrl-f`, `C-f`, `<C-f>` and `^F` are one key; so are `PageDown`, `PgDn` and ncurses' `NPage`. What a
terminal sends as another key is that key: `ctrl+i` is Tab (ECMA-48: a control character is a letter less 64).
"""

import re
import unicodedata

from tuinews.late import late_pattern

_RENAMED = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""The characters that Textual calls otherwise than Unicode does (textual.keys.KEY_NAME_REPLACEMENTS)."""

_ALIASES = {
    "esc": "escape",
    "return": "enter",
    "ret": "enter",
    "cr": "enter",
    "spc": "space",
    "spacebar": "space",
    "bs": "backspace",
    "del": "delete",
    "dc": "delete",
    "ins": "insert",
    "ic": "insert",
    "pgup": "pageup",
    "ppage": "pageup",
    "prior": "pageup",
    "pgdn": "pagedown",
    "pgdown": "pagedown",
    "npage": "pagedown",
    "uparrow": "up",
    "arrowup": "up",
    "downarrow": "down",
    "arrowdown": "down",
    "leftarrow": "left",
    "arrowleft": "left",
    "rightarrow": "right",
    "arrowright": "right",
    "backtab": "shift+tab",
    "btab": "shift+tab",
    "lt": "less_than_sign",
    "gt": "greater_than_sign",
    "bar": "vertical_line",
    "bslash": "backslash",
}
_OTHERS = frozenset(
    [
        *("escape", "enter", "space", "tab", "backspace", "delete", "insert", "home", "end", "pageup", "pagedown"),
        *("up", "down", "left", "right", *(f"f{number}" for number in range(1, 25))),
    ]
)
"""The keys that are no characters."""

_MODIFIERS = {
    "ctrl": "ctrl",
    "control": "ctrl",
    "ctl": "ctrl",
    "c": "ctrl",
    "shift": "shift",
    "s": "shift",
    "alt": "alt",
    "meta": "alt",
    "a": "alt",
    "m": "alt",
    "super": "super",
}
_ORDER = ("alt", "ctrl", "super", "shift")
"""The order in which Textual names modifiers."""

_SENT_AS = {
    "ctrl+i": "tab",
    "ctrl+m": "enter",
    "ctrl+left_square_bracket": "escape",
    "ctrl+h": "backspace",
    "ctrl+question_mark": "backspace",
    "ctrl+slash": "ctrl+underscore",
    "ctrl+minus": "ctrl+underscore",
    "ctrl+space": "ctrl+@",
    "ctrl+at": "ctrl+@",
    "shift+space": "space",
    "alt+ctrl+i": "alt+tab",
}
_MODIFIED = late_pattern(r"((?:(?:ctrl|control|ctl|shift|alt|meta|super)[+-]|[csam]-)+)(.+)", re.IGNORECASE)
_PIECES = late_pattern(r"<[^<>\s]+>|[^<>]")


def key_name(written: str) -> str | None:
    """The key that is written, as Textual names it; two that are pressed one after the other with a blank between.

    None if it is not a key.
    """
    text = re.sub(r"(?i)\bpage[ _-](up|down)\b", r"page\1", written.strip())
    if not text:
        return None
    if " " in text:
        return _chord(text.split())
    one = _single(text)
    if one is None and (len(text) == 2 or text.startswith("<")):
        pieces = _PIECES.findall(text)
        return _chord(pieces) if "".join(pieces) == text else None
    return one


def _chord(parts: list[str]) -> str | None:
    names = [_single(part) for part in parts]
    return " ".join(name for name in names if name) if len(names) == 2 and None not in names else None


def _single(text: str) -> str | None:
    if len(text) > 2 and text[0] == "<" and text[-1] == ">":
        text = text[1:-1]
    if len(text) == 2 and text[0] == "^":
        text = f"ctrl+{text[1]}"
    modified = _MODIFIED.fullmatch(text)
    if modified is None:
        return _plain(text)
    names = {_MODIFIERS[one.lower()] for one in re.split("[+-]", modified[1]) if one}
    key = _plain(modified[2])
    if key is None:
        return None
    return _with_modifiers(names, key)


def _with_modifiers(names: set[str], key: str) -> str | None:
    if "+" in key:
        names, key = names | {key.partition("+")[0]}, key.partition("+")[2]
    if len(key) == 1 and key.isalpha():
        if names == {"shift"}:
            return key.upper()
        key = key.lower()
    elif "shift" in names and key not in _OTHERS:
        # Which character that is depends on the keyboard; the character itself can be named.
        return None
    name = "+".join([*(one for one in _ORDER if one in names), key])
    return _SENT_AS.get(name, name)


def _plain(text: str) -> str | None:
    """A key without modifiers."""
    if len(text) == 1:
        return _of_character(text)
    plain = re.sub("[ _-]", "", text).lower()
    name = _ALIASES.get(plain, plain)
    if name in _OTHERS or text.lower() in _ALIASES or name == "shift+tab":
        return name
    named = text.lower()
    return named if named in _NAMED else None


def _of_character(character: str) -> str | None:
    """A character's key: itself where it is a letter or a figure, else its name in Unicode."""
    if character == " ":
        return "space"
    if character.isalnum():
        return character
    if not character.isprintable():
        return None
    name = unicodedata.name(character, "").lower().replace("-", "_").replace(" ", "_")
    return _RENAMED.get(name, name) or None


_NAMED = frozenset(_of_character(chr(code)) for code in range(0x21, 0x7F) if not chr(code).isalnum())
"""The names of the signs on a keyboard."""
