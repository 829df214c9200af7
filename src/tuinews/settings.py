"""settings.toml: what a user may set, each with its default and its bounds.

A file that cannot be read or a value out of bounds is an error with its place, never a silent default.
docs/settings.md is made from the table here.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, BinaryIO

from tuinews.errors import SettingsError
from tuinews.model.article import SelectorRule
from tuinews.text import clean_line

_MEND = "correct or remove the file"


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force. Times are minutes, `measure` cells."""

    refresh_minutes: int = 30
    articles_per_source: int = 10
    measure: int = 80
    theme: str = "dark"
    requests_per_host: int = 1
    requests_in_all: int = 8
    mark_read_on_open: bool = True
    keys: MappingProxyType[str, str] = field(default_factory=lambda: MappingProxyType({}))
    repairs: MappingProxyType[str, SelectorRule] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Setting:
    """How one setting is checked, and the words that explain it."""

    words: str
    check: Callable[[Any], bool]
    expected: str


def _whole(low: int, high: int) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, int) and not isinstance(value, bool) and low <= value <= high


def _is_repair(value: object) -> bool:
    return (
        isinstance(value, dict)
        and bool(value)
        and value.keys() <= {"body", "drop"}
        and all(isinstance(selector, str) and selector.strip() for selector in value.values())
    )


THEMES = ("dark", "light", "ansi")

TABLE: MappingProxyType[str, Setting] = MappingProxyType(
    {
        "refresh_minutes": Setting(
            "Sources that were refreshed longer ago than this are refreshed at startup.",
            _whole(1, 100_000),
            "minutes, 1 or more",
        ),
        "articles_per_source": Setting(
            "How many of the newest articles of each source a refresh saves for offline reading.",
            _whole(0, 1000),
            "a number from 0 to 1000",
        ),
        "measure": Setting("The maximum width of an article's text.", _whole(20, 200), "columns, 20 to 200"),
        "theme": Setting("The colour theme of the screen.", lambda v: v in THEMES, "one of " + ", ".join(THEMES)),
        "requests_per_host": Setting(
            "How many pages are fetched from one host at the same time.", _whole(1, 8), "a number from 1 to 8"
        ),
        "requests_in_all": Setting(
            "How many pages are fetched at the same time in all.", _whole(1, 64), "a number from 1 to 64"
        ),
        "mark_read_on_open": Setting(
            "Whether opening an article marks it as read, once its text is there.",
            lambda v: isinstance(v, bool),
            "true or false",
        ),
        "keys": Setting(
            "Other keys for a command, by its id (docs/keys.md): `keys.star = 'S,*'`.",
            lambda v: isinstance(v, dict) and all(isinstance(k, str) for k in v.values()),
            "a table of command ids and their keys",
        ),
        "repairs": Setting(
            "Where the text is on the pages of a site where it is not found correctly: a CSS selector for what "
            "holds it (body), of what to drop, or both, by the host or by the source's address.",
            lambda v: isinstance(v, dict) and all(_is_repair(one) for one in v.values()),
            "a table of hosts or addresses, each with body, drop or both",
        ),
    }
)


def line_of(path: Path, table: str, name: str) -> int | None:
    """The line, from 1, on which `name` of `table` (`keys`, `repairs`; "": none) is set in the file at `path`.

    None where it cannot be told. TOML's own reader keeps no places; this one only looks, and never judges.
    """
    try:
        lines = path.read_text("utf-8", "replace").splitlines()
    except OSError:
        return None
    own = rf"(?:{re.escape(name)}|\"{re.escape(name)}\"|'{re.escape(name)}')\s*="
    dotted = re.compile(rf"\s*{re.escape(table)}\s*(?:\.\s*{own}|=\s*\{{.*{own})" if table else rf"\s*{own}")
    inside = re.compile(rf"\s*{own}")
    header = ""
    for number, line in enumerate(lines, 1):
        found = re.match(r"\s*\[+\s*([^\]]*?)\s*\]", line)
        if found:
            header = found[1]
        elif (header == "" and dotted.match(line)) or (table and header == table and inside.match(line)):
            return number
    return None


def load(path: Path) -> Settings:
    """The settings of the file at `path`; the defaults where there is none. Raises SettingsError."""
    try:
        with path.open("rb") as file:
            return _checked(_parsed(file, path), path)
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise SettingsError(f"settings {path}", error.strerror or "it cannot be read", _MEND) from error


def _parsed(file: BinaryIO, path: Path) -> dict[str, Any]:
    # Imported where there is a file to read: it costs the start of the screen 5 ms, and most have none.
    import tomllib  # noqa: PLC0415

    try:
        return tomllib.load(file)
    except UnicodeDecodeError as error:
        raise SettingsError(f"settings {path}", "it is not UTF-8 text", _MEND) from error
    except RecursionError as error:
        raise SettingsError(f"settings {path}", "it is nested too deeply", _MEND) from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"settings {path}", clean_line(error), "correct that line") from error


def _checked(values: dict[str, Any], path: Path) -> Settings:
    problems = [
        _with_line(problem, path, name) for name, value in values.items() for problem in _wrong(name, value)
    ]
    if problems:
        mend = "correct that line" if len(problems) == 1 else "correct those lines"
        raise SettingsError(f"settings {path}", "; ".join(problems), f"{mend} (docs/settings.md)")
    keys = MappingProxyType(dict(values.pop("keys", {})))
    repairs = MappingProxyType({name: SelectorRule(**one) for name, one in values.pop("repairs", {}).items()})
    return Settings(**values, keys=keys, repairs=repairs)


def _wrong(name: str, value: object) -> list[str]:
    shown = clean_line(name, 60)
    if name not in TABLE:
        return [f"there is no setting {shown!r}"]
    return [] if TABLE[name].check(value) else [f"{shown} must be {TABLE[name].expected}"]


def _with_line(problem: str, path: Path, name: str) -> str:
    line = line_of(path, "", name)
    return problem if line is None else f"line {line}: {problem}"
