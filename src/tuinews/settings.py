"""settings.toml: what a user may set, each with its default and its bounds.

A file that cannot be read or a value out of bounds is an error with its place, never a silent default.
docs/settings.md is made from the table here.
"""

import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, BinaryIO

from tuinews.errors import SettingsError, system_reason
from tuinews.language import LANGUAGES, N_, _, ngettext
from tuinews.model.article import SelectorRule
from tuinews.paths import make_private_file, make_private_folder
from tuinews.text import clean_line

_MEND = N_("correct or remove the file")


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force. Times are minutes, `measure` cells."""

    refresh_minutes: int = 30
    articles_per_source: int = 10
    measure: int = 80
    theme: str = "dark"
    language: str = "auto"
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
AUTO = "auto"
"""The language of the system, whatever it is."""

TABLE: MappingProxyType[str, Setting] = MappingProxyType(
    {
        "refresh_minutes": Setting(
            N_("Sources that were refreshed longer ago than this are refreshed at startup."),
            _whole(1, 100_000),
            N_("minutes, 1 or more"),
        ),
        "articles_per_source": Setting(
            N_("How many of the newest articles of each source a refresh saves for offline reading."),
            _whole(0, 1000),
            N_("a number from 0 to 1000"),
        ),
        "measure": Setting(
            N_("The maximum width of an article's text."), _whole(20, 200), N_("columns, 20 to 200")
        ),
        "theme": Setting(
            N_("The colour theme of the screen."), lambda v: v in THEMES, N_("one of dark, light, ansi")
        ),
        "language": Setting(
            N_("The language of the screen and the commands; auto is the system's (LANGUAGE, LC_ALL, LANG)."),
            lambda v: v == AUTO or v in LANGUAGES,
            N_("one of auto, en, vi"),
        ),
        "requests_per_host": Setting(
            N_("How many pages are fetched from one host at the same time."),
            _whole(1, 8),
            N_("a number from 1 to 8"),
        ),
        "requests_in_all": Setting(
            N_("How many pages are fetched at the same time in all."), _whole(1, 64), N_("a number from 1 to 64")
        ),
        "mark_read_on_open": Setting(
            N_("Whether opening an article marks it as read, once its text is there."),
            lambda v: isinstance(v, bool),
            N_("true or false"),
        ),
        "keys": Setting(
            N_("Other keys for a command, by its id (docs/keys.md): `keys.star = 'S,*'`."),
            lambda v: isinstance(v, dict) and all(isinstance(k, str) for k in v.values()),
            N_("a table of command ids and their keys"),
        ),
        "repairs": Setting(
            N_(
                "Where the text is on the pages of a site where it is not found correctly: a CSS "
                "selector for what holds it (body), of what to drop, or both, by the host or by the "
                "source's address."
            ),
            lambda v: isinstance(v, dict) and all(_is_repair(one) for one in v.values()),
            N_("a table of hosts or addresses, each with body, drop or both"),
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
        raise SettingsError(_("settings {path}", path=path), system_reason(error), _(_MEND)) from error


def keep_language(path: Path, code: str) -> None:
    """Write the language into the file at `path`, which is made if need be; every other line of it stays.

    Raises SettingsError where the file cannot be read or written, or is not understood.
    """
    load(path)
    text = path.read_text("utf-8") if path.exists() else ""
    lines = text.splitlines(keepends=True)
    number = line_of(path, "", "language")
    if number is None:
        lines.insert(0, f'language = "{code}"\n')
    else:
        lines[number - 1] = re.sub(r"=\s*(\"[^\"]*\"|'[^']*')", f'= "{code}"', lines[number - 1], count=1)
    unfinished = path.with_name(f"{path.name}.part")
    try:
        make_private_folder(path.parent)
        make_private_file(unfinished)
        unfinished.write_text("".join(lines), "utf-8")
        os.replace(unfinished, path.resolve())
    except OSError as error:
        raise SettingsError(_("settings {path}", path=path), system_reason(error)) from error


def _parsed(file: BinaryIO, path: Path) -> dict[str, Any]:
    # Imported where there is a file to read: it costs the start of the screen 5 ms, and most have none.
    import tomllib  # noqa: PLC0415

    try:
        return tomllib.load(file)
    except UnicodeDecodeError as error:
        raise SettingsError(_("settings {path}", path=path), _("it is not UTF-8 text"), _(_MEND)) from error
    except RecursionError as error:
        raise SettingsError(_("settings {path}", path=path), _("it is nested too deeply"), _(_MEND)) from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(_("settings {path}", path=path), clean_line(error), _("correct that line")) from error


def _checked(values: dict[str, Any], path: Path) -> Settings:
    problems = [
        _with_line(problem, path, name) for name, value in values.items() for problem in _wrong(name, value)
    ]
    if problems:
        mend = ngettext(
            "correct that line (docs/settings.md)", "correct those lines (docs/settings.md)", len(problems)
        )
        raise SettingsError(_("settings {path}", path=path), "; ".join(problems), mend)
    keys = MappingProxyType(dict(values.pop("keys", {})))
    repairs = MappingProxyType({name: SelectorRule(**one) for name, one in values.pop("repairs", {}).items()})
    return Settings(**values, keys=keys, repairs=repairs)


def _wrong(name: str, value: object) -> list[str]:
    shown = clean_line(name, 60)
    if name not in TABLE:
        return [_("there is no setting {name!r}", name=shown)]
    return (
        []
        if TABLE[name].check(value)
        else [_("{name} must be {expected}", name=shown, expected=_(TABLE[name].expected))]
    )


def _with_line(problem: str, path: Path, name: str) -> str:
    line = line_of(path, "", name)
    return problem if line is None else _("line {line}: {problem}", line=line, problem=problem)
