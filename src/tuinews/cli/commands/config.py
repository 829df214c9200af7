"""`tuinews config`: the settings in force and where each comes from, what is wrong with them, their schema."""

import argparse
from collections.abc import Iterator, Mapping
from typing import Any

from tuinews.cli.output import print_json, print_lines, report
from tuinews.cli.words import program as messages
from tuinews.configuration.bounds import Entries
from tuinews.configuration.reading import SettingsProblem, read_toml
from tuinews.configuration.spelling import spelled, spelled_name
from tuinews.errors import ExtractError
from tuinews.language import _
from tuinews.late import late_imports
from tuinews.model.article import SelectorRule
from tuinews.paths import places
from tuinews.settings import TABLE, LoadedSettings, Settings, read_settings, schema

with late_imports(__name__):
    from tuinews.extract.article.selectors.selectors import check_selectors
    from tuinews.ui import key_presets, keymap, keys


def run(arguments: argparse.Namespace) -> int:
    """Do what was asked for; 1 where `validate` finds something."""
    file = places(arguments.data_dir, arguments.config).settings_file
    if arguments.what == "path":
        print_json(str(file)) if arguments.json else print_lines([str(file)])
        return 0
    if arguments.what == "schema":
        print_json(_whole_schema())
        return 0
    loaded = read_settings(file)
    problems = (*loaded.problems, *keymap.Keymap(loaded.settings.keys, file).mistakes)
    if arguments.what == "validate":
        return _validate(loaded, problems, json=arguments.json)
    for problem in problems:
        report(problem.said(file))
    return _show(loaded, json=arguments.json)


def _validate(loaded: LoadedSettings, problems: tuple[SettingsProblem, ...], *, json: bool) -> int:
    problems = tuple(sorted((*problems, *_invalid_rules(loaded)), key=lambda problem: problem.line or 0))
    if json:
        found = [
            {"line": p.line, "name": p.name or None, "why": p.why, "nearest": p.nearest or None} for p in problems
        ]
        print_json({"file": str(loaded.file), "exists": loaded.file.exists(), "problems": found})
    elif problems:
        print_lines(problem.said(loaded.file) for problem in problems)
    else:
        words = messages.settings_right if loaded.file.exists() else messages.no_settings_file
        print_lines([words(loaded.file)])
    return 1 if problems else 0


def _invalid_rules(loaded: LoadedSettings) -> Iterator[SettingsProblem]:
    """The rules whose selectors are none; only here, since what reads selectors reads pages too."""
    if not loaded.settings.repairs:
        return
    for name, rule in loaded.settings.repairs.items():
        try:
            check_selectors(rule)
        except ExtractError as error:
            line = read_toml(loaded.file).line("repairs", name, "body" if rule.body else "drop")
            yield SettingsProblem(f"repairs.{name}", f"{error.what}: {error.why}", line)


def _show(loaded: LoadedSettings, *, json: bool) -> int:
    if json:
        print_json({name: _origin(loaded, name) for name in TABLE})
    else:
        print_lines(_lines(loaded))
    return 0


def _origin(loaded: LoadedSettings, name: str) -> dict[str, Any]:
    """A value with its default and where it comes from."""
    value, default = (_plain(getattr(one, name)) for one in (loaded.settings, Settings()))
    stated = [line for names, line in loaded.stated.items() if names[0] == name]
    return {
        "value": value,
        "default": default,
        "from": "file" if stated else "default",
        "line": stated[0] if stated else None,
    }


def _plain(value: Any) -> Any:
    """A value as TOML and JSON have it."""
    if isinstance(value, Mapping):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, SelectorRule):
        return {name: text for name, text in (("body", value.body), ("drop", value.drop)) if text is not None}
    return value


def _lines(loaded: LoadedSettings) -> Iterator[str]:
    """The settings as a TOML file that says them all, each with a comment on where it comes from."""
    tables: list[str] = []
    for name, setting in TABLE.items():
        value = _plain(getattr(loaded.settings, name))
        if not isinstance(setting.bounds, Entries):
            yield _line(name, value, loaded, (name,))
        elif value:
            tables.append(name)
    for name in tables:
        yield ""
        yield f"[{spelled_name(name)}]"
        for one, value in _plain(getattr(loaded.settings, name)).items():
            yield _line(one, value, loaded, (name, one))


def _line(name: str, value: object, loaded: LoadedSettings, names: tuple[str, ...]) -> str:
    stated = names in loaded.stated
    origin = messages.from_line(loaded.file.name, loaded.stated[names]) if stated else _(messages.DEFAULT_VALUE)
    return f"{spelled_name(name)} = {spelled(value)}".ljust(32) + f"  # {origin}"


def _whole_schema() -> dict[str, Any]:
    """The schema, with the commands that have keys."""
    made = schema()
    of_keys = made["properties"]["keys"]
    of_keys["properties"] = of_keys.get("properties", {}) | {one.id: {"type": "string"} for one in keys.COMMANDS}
    of_keys["properties"]["preset"] = {"enum": list(key_presets.PRESETS)}
    of_keys["additionalProperties"] = False
    return made
