"""Reading a settings file, whatever is in it: what can be understood is taken, the rest is told with its line.

A line that is not TOML is left out, and the others are read without it: one slip of a key costs one setting.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

from tuinews.errors import system_reason
from tuinews.language import _
from tuinews.late import late_pattern
from tuinews.quick_dataclass import dataclass
from tuinews.text import clean_line

_LARGEST = 1_000_000
"""Bytes of a settings file; one of ten thousand repairs has half as many."""
_MOST_SLIPS = 20
"""Lines that are left out before the whole file is."""
_PART = r"(?:[\w-]+|\"[^\"\n]*\"|'[^'\n]*')"
_KEY = late_pattern(rf"\s*({_PART}(?:\s*\.\s*{_PART})*)\s*=")
_HEADER = late_pattern(rf"\s*\[\[?\s*({_PART}(?:\s*\.\s*{_PART})*)\s*\]")
_AT_LINE = late_pattern(r"at line (\d+)")


@dataclass(frozen=True, slots=True)
class SettingsProblem:
    """Something in a settings file that is not obeyed: `name` of the setting ("" for the file), and why.

    `line` counts from 1, None if it cannot be told; `nearest` is the name that may have been meant, or "".
    """

    name: str
    why: str
    line: int | None = None
    nearest: str = ""

    @property
    def called(self) -> str:
        """The setting's name, or its line where it has none, for a list of what is not obeyed."""
        return self.name or (_("line {line}", line=self.line) if self.line else self.why)

    def said(self, file: object) -> str:
        """The problem as one line, with its place; `file` as it is to be called, "" where that is not known."""
        place = clean_line(file, 500)
        if place and self.line is not None:
            place = _("{file} line {line}", file=place, line=self.line)
        meant = " " + _("(did you mean {name}?)", name=clean_line(self.nearest, 60)) if self.nearest else ""
        return ": ".join(part for part in (place, clean_line(self.name, 60), f"{self.why}{meant}") if part)


@dataclass(frozen=True, slots=True)
class TomlFile:
    """What a file says: its values as TOML has them, the line of each name, and what is not TOML."""

    values: Mapping[str, Any] = field(default_factory=dict)
    lines: Mapping[tuple[str, ...], int] = field(default_factory=dict)
    problems: tuple[SettingsProblem, ...] = ()

    def line(self, *names: str) -> int | None:
        """The line of a name in its tables; of the innermost table that has one, where the name has none."""
        ends = (names[:length] for length in range(len(names), 0, -1))
        return next((self.lines[end] for end in ends if end in self.lines), None)


def read_toml(path: Path) -> TomlFile:
    """What the file at `path` says: nothing if there is none, only why where it cannot be read."""
    try:
        with path.open("rb") as opened:
            data = opened.read(_LARGEST + 1)
    except FileNotFoundError:
        return TomlFile()
    except OSError as error:
        return TomlFile(problems=(SettingsProblem("", system_reason(error)),))
    if len(data) > _LARGEST:
        return TomlFile(problems=(SettingsProblem("", _("it is too large; the defaults are used")),))
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return TomlFile(problems=(SettingsProblem("", _("it is not UTF-8 text")),))
    values, problems = _salvaged(text)
    return TomlFile(values, lines_of(text), problems)


def lines_of(text: str) -> dict[tuple[str, ...], int]:
    """The line on which each name is set, by its tables and itself; TOML's own reader keeps none.

    It only looks: what stands in a text of several lines is passed over, and nothing is judged.
    """
    found: dict[tuple[str, ...], int] = {}
    header: tuple[str, ...] = ()
    closing = ""
    for number, line in enumerate(text.splitlines(), 1):
        if closing:
            closing = "" if closing in line else closing
            continue
        match = _HEADER.match(line)
        if match:
            header = _parts(match[1])
            found.setdefault(header, number)
            continue
        match = _KEY.match(line)
        if match:
            found.setdefault((*header, *_parts(match[1])), number)
        closing = next((quotes for quotes in ('"""', "'''") if line.count(quotes) % 2), "")
    return found


def nearest_name(name: str, names: Iterable[str]) -> str:
    """The one of `names` that `name` may have been meant for, "" where none is near."""
    from difflib import get_close_matches  # noqa: PLC0415 - most files have no mistake, and every start would pay

    folded = {one.lower().replace("-", "_"): one for one in names}
    close = get_close_matches(name.lower().replace("-", "_"), folded, 1, 0.6)
    return folded[close[0]] if close else ""


def _parts(key: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in re.findall(_PART, key))


def _salvaged(text: str) -> tuple[Mapping[str, Any], tuple[SettingsProblem, ...]]:
    """The values of a text without the lines that are no TOML, and those lines."""
    # Imported where there is a file to read: it costs the start of the screen 5 ms, and most have none.
    import tomllib  # noqa: PLC0415

    # With an empty line at the end, a slip in the last line has a number too.
    lines = [*text.split("\n"), ""]
    problems: list[SettingsProblem] = []
    while len(problems) < _MOST_SLIPS:
        try:
            return tomllib.loads("\n".join(lines)), tuple(problems)
        except RecursionError:
            return {}, (SettingsProblem("", _("it is nested too deeply")),)
        except tomllib.TOMLDecodeError as error:
            at = _AT_LINE.search(str(error))
            number = int(at[1]) if at else None
            why = _("this is not TOML: {why}", why=clean_line(error, 200))
            problems.append(SettingsProblem("", why, number))
            if number is None or not lines[number - 1].strip():
                break
            lines[number - 1] = ""
    # What is left of such a file may mean something that nobody wrote.
    return {}, (*problems, SettingsProblem("", _("too much of it is not TOML; the defaults are used")))
