"""settings.toml: defaults, bounds, and errors that name the place."""

from dataclasses import fields
from pathlib import Path

import pytest

from tuinews.errors import SettingsError
from tuinews.language import stated_language
from tuinews.model.article import SelectorRule
from tuinews.settings import TABLE, Settings, keep_language, line_of, load


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    assert load(tmp_path / "none.toml") == Settings()


def test_values_are_taken(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('refresh_minutes = 5\nkeys.star = "S"\n', "utf-8")
    settings = load(path)
    assert settings.refresh_minutes == 5
    assert settings.keys == {"star": "S"}


def test_repairs_are_taken_by_host_or_address(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(
        '[repairs."a.example"]\nbody = "div.story"\n[repairs."https://b.example/rss"]\ndrop = "aside"\n'
    )
    assert load(path).repairs == {
        "a.example": SelectorRule("div.story"),
        "https://b.example/rss": SelectorRule(drop="aside"),
    }


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("refresh_minutes = 0", "refresh_minutes must be minutes, 1 or more"),
        ("refresh_minutes = true", "refresh_minutes must be minutes"),
        ('theme = "pink"', "theme must be one of dark, light, ansi"),
        ("colour = 1", "there is no setting 'colour'"),
        ("keys = 3", "keys must be a table"),
        ('repairs = "x"', "repairs must be a table of hosts or addresses"),
        ('[repairs."a.example"]\nbodies = "p"', "repairs must be a table of hosts or addresses"),
        ('[repairs."a.example"]\nbody = 3', "repairs must be a table of hosts or addresses"),
        ("refresh_minutes = = 3", "line 1"),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(SettingsError, match=words):
        load(path)


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(b"theme = '\xff'")
    with pytest.raises(SettingsError, match="it is not UTF-8 text"):
        load(path)


def test_every_setting_has_its_words() -> None:
    assert set(TABLE) == {field.name for field in fields(Settings)}


def test_every_wrong_line_is_named_with_its_number(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('refresh_minutes = 0\ntheme = "pink"\ncolour = 1\n', "utf-8")
    with pytest.raises(SettingsError) as raised:
        load(path)
    words = str(raised.value)
    assert "line 1: refresh_minutes must be minutes" in words
    assert "line 2: theme must be one of" in words
    assert "line 3: there is no setting 'colour'" in words


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('keys.star = "S"', 1),
        ('theme = "dark"\n\n[keys]\n# star = "x"\n"star" = "S"', 5),
        ('[repairs."a.example"]\nbody = "p"\n[ keys ]\nstar="S"', 4),
        ('keys = { undo = "U", star = "S" }', 1),
        ('[repairs.star]\nbody = "p"\n', None),
        ('star = "S"', None),
    ],
)
def test_the_line_of_a_key_is_found(tmp_path: Path, text: str, line: int | None) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text, "utf-8")
    assert line_of(path, "keys", "star") == line


def test_no_file_has_no_lines(tmp_path: Path) -> None:
    assert line_of(tmp_path / "none.toml", "keys", "star") is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", 'language = "vi"\n'),
        ('theme = "light"\n', 'language = "vi"\ntheme = "light"\n'),
        ("# mine\nlanguage='en' # now\n", '# mine\nlanguage= "vi" # now\n'),
        ('[keys]\nstar = "S"\n', 'language = "vi"\n[keys]\nstar = "S"\n'),
    ],
)
def test_the_language_is_kept_and_every_other_line_stays(tmp_path: Path, before: str, after: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(before)
    keep_language(file, "vi")
    assert file.read_text() == after
    assert load(file).language == stated_language(file) == "vi"
    assert [path.name for path in tmp_path.iterdir()] == ["settings.toml"]


def test_the_language_is_kept_where_there_is_no_file_yet(tmp_path: Path) -> None:
    keep_language(tmp_path / "new" / "settings.toml", "vi")
    assert load(tmp_path / "new" / "settings.toml").language == "vi"


def test_a_file_that_is_not_understood_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("colour = 1\n")
    with pytest.raises(SettingsError, match="there is no setting 'colour'"):
        keep_language(file, "vi")
    assert file.read_text() == "colour = 1\n"


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
