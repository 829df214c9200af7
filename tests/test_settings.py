"""settings.toml: defaults, bounds, and what is wrong with it, which keeps nothing from starting."""

from dataclasses import fields
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from tuinews.configuration.bounds import Entries
from tuinews.language import stated_language
from tuinews.model.article import SelectorRule
from tuinews.settings import TABLE, Settings, load, read_settings, schema


def written(folder: Path, text: str) -> Path:
    path = folder / "settings.toml"
    path.write_text(text, "utf-8")
    return path


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    assert load(tmp_path / "none.toml") == Settings()
    assert read_settings(tmp_path / "none.toml").problems == ()


def test_values_are_taken_with_their_lines(tmp_path: Path) -> None:
    loaded = read_settings(written(tmp_path, '# mine\nrefresh_minutes = 5\nkeys.star = "S"\n'))
    assert loaded.settings.refresh_minutes == 5
    assert loaded.settings.keys == {"star": "S"}
    assert loaded.stated == {("refresh_minutes",): 2, ("keys", "star"): 3}
    assert loaded.problems == ()


def test_repairs_are_taken_by_host_or_address(tmp_path: Path) -> None:
    text = '[repairs."a.example"]\nbody = "div.story"\n[repairs."https://b.example/rss"]\ndrop = "aside"\n'
    assert load(written(tmp_path, text)).repairs == {
        "a.example": SelectorRule("div.story"),
        "https://b.example/rss": SelectorRule(drop="aside"),
    }


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("refresh_minutes = -1", "S line 1: refresh_minutes: it must be minutes, 0 or more; the default is used"),
        ("refresh_minutes = true", "S line 1: refresh_minutes: it must be minutes"),
        ('\n\ntheme = "drak"', "S line 3: theme: it must be auto, dark, light"),
        ('theme = "Light"', "(did you mean light?)"),
        ("colour = 1", "S line 1: colour: there is no such setting"),
        ('them = "light"', "S line 1: them: there is no such setting (did you mean theme?)"),
        ("Refresh-Minutes = 5", "(did you mean refresh_minutes?)"),
        ("[ui]\ntheme = 'dark'", "S line 1: ui: there is no such setting"),
        ("keys = 3", "S line 1: keys: it must be a table"),
        ('[keys]\nopen = "o"\nstar = 3', "S line 3: keys.star: it is ignored"),
        ('repairs = "x"', "S line 1: repairs: it must be a table of hosts or addresses"),
        ('[repairs."a.example"]\nbodies = "p"', "S line 1: repairs.a.example: it is ignored; repairs is a table"),
        ('[repairs]\n"a.example" = { body = 3 }', "S line 2: repairs.a.example: it is ignored"),
        ("measure = 70\nrefresh_minutes = = 3", "S line 2: this is not TOML"),
        ("measure = 70\nmeasure = 60", "S line 2: this is not TOML"),
        ("measure = 70\n[keys\n", "S line 2: this is not TOML"),
        ('a = """', "S: this is not TOML"),
        ("x = " + "[" * 100_000, "nested too deeply"),
    ],
)
def test_what_is_wrong_is_named_with_its_line_and_nothing_raises(tmp_path: Path, text: str, words: str) -> None:
    loaded = read_settings(written(tmp_path, text))
    assert words in "\n".join(loaded.said("S"))
    assert loaded.settings.refresh_minutes == 0


def test_what_is_right_beside_it_is_in_force(tmp_path: Path) -> None:
    text = (
        'measure = 60\ncolour = 1\nrefresh_minutes = = 3\n[keys]\nstar = 3\nundo = "U"\n[repairs.x]\nbody = "p"\n'
    )
    loaded = read_settings(written(tmp_path, text))
    assert loaded.settings == Settings(
        measure=60,
        keys=MappingProxyType({"undo": "U"}),
        repairs=MappingProxyType({"x": SelectorRule("p")}),
    )
    assert [(problem.line, problem.name) for problem in loaded.problems] == [
        (2, "colour"),
        (3, ""),
        (5, "keys.star"),
    ]


@pytest.mark.parametrize("data", [b"theme = '\xff'", 'theme = "light"'.encode("utf-16")])
def test_a_file_that_is_no_text_is_named(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(data)
    assert read_settings(path).said("S") == ("S: it is not UTF-8 text",)


def test_a_file_without_end_is_not_read() -> None:
    assert read_settings(Path("/dev/zero")).said("S") == ("S: it is too large; the defaults are used",)


def test_a_folder_in_its_place_and_a_byte_order_mark(tmp_path: Path) -> None:
    assert read_settings(tmp_path).said("S") == ("S: Is a directory",)
    path = tmp_path / "settings.toml"
    path.write_bytes(b'\xef\xbb\xbftheme = "light"\r\nmeasure = 60\r\n')
    assert load(path) == Settings(theme="light", measure=60)


def test_every_setting_has_its_words_and_a_default_within_its_bounds() -> None:
    assert list(TABLE) == [field.name for field in fields(Settings)]
    for name, setting in TABLE.items():
        assert setting.bounds.holds(getattr(Settings(), name)), name
        assert all(setting.bounds.holds(choice) for choice in setting.bounds.choices)


def test_the_schema_says_the_same_as_the_bounds() -> None:
    made = schema()
    properties: dict[str, Any] = made["properties"]
    assert list(properties) == list(TABLE)
    assert made["additionalProperties"] is False
    assert properties["measure"] == {
        "description": TABLE["measure"].words,
        "type": "integer",
        "minimum": 20,
        "maximum": 200,
        "default": 80,
    }
    assert "light" in properties["theme"]["enum"]
    assert properties["mark_read_on_open"]["type"] == "boolean"
    tables = [name for name, setting in TABLE.items() if isinstance(setting.bounds, Entries)]
    assert {name for name in properties if "default" not in properties[name]} == set(tables)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ('language = "vi"', "vi"),
        ("  language='vi'\n[keys]", "vi"),
        ('language = "auto"', "auto"),
        ('[keys]\nlanguage = "vi"', None),
        ('# language = "vi"', None),
        ("language = 3", None),
    ],
)
def test_the_language_is_found_before_anything_is_said(tmp_path: Path, text: str, language: str | None) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(text)
    assert stated_language(file) == language
    assert stated_language(tmp_path / "none.toml") is None
