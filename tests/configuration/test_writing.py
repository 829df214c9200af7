"""A settings file is changed where it is to change, and stays what it was everywhere else."""

import os
import tomllib
from pathlib import Path

import pytest

from tuinews.configuration.writing import write_values
from tuinews.errors import SettingsError

MINE = """# mine
theme = "light"   # by day
measure=70

# what I press
[keys]
star = 'S'  # shift
# undo = "U"

[repairs."a.example"]
body = "p"
"""


@pytest.mark.parametrize(
    ("names", "value", "before", "after"),
    [
        (("theme",), "dark", 'theme = "light"   # by day', 'theme = "dark"   # by day'),
        (("measure",), 60, "measure=70", "measure=60"),
        (("keys", "star"), "s", "star = 'S'  # shift", 'star = "s"  # shift'),
        (("theme",), None, 'theme = "light"   # by day\n', ""),
        (("ascii",), True, "measure=70\n", "measure=70\nascii = true\n"),
        (("keys", "undo"), "", '# undo = "U"\n', '# undo = "U"\nundo = ""\n'),
        (("keys", "nothing"), None, "", ""),
        (("nowhere", "nothing"), None, "", ""),
    ],
)
def test_one_value_changes_and_every_comment_stays(
    tmp_path: Path, names: tuple[str, ...], value: object, before: str, after: str
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(MINE)
    file.chmod(0o640)
    write_values(file, {names: value})
    assert file.read_text().replace("\n\n", "\n") == MINE.replace(before, after).replace("\n\n", "\n")
    assert file.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["settings.toml"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# only a comment",
        '[keys]\nstar = "S"\n',
        'keys.star = "S"\n',
        'keys = { star = "S" }',
        '[keys]\nstar = "S"\n[repairs.x]\nbody = "p"\n',
        'theme = "dark"\r\n[keys]\r\nstar = "S"\r\n',
    ],
)
def test_new_values_stand_where_toml_wants_them(tmp_path: Path, text: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(text.encode())
    write_values(file, {("language",): "vi", ("keys", "undo"): "U", ("repairs", "báo.example", "drop"): "aside"})
    new = file.read_bytes().decode()
    old, values = tomllib.loads(text.replace("\r\n", "\n")), tomllib.loads(new.replace("\r\n", "\n"))
    assert values["language"] == "vi"
    assert values["keys"] == old.get("keys", {}) | {"undo": "U"}
    assert values["repairs"]["báo.example"] == {"drop": "aside"}
    assert new.count("\r\n") in (0, new.count("\n"))
    assert ("\r\n" in text) is ("\r\n" in new)


def test_a_file_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "new" / "settings.toml"
    write_values(file, {("theme",): "light"})
    assert file.read_text() == 'theme = "light"\n'
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "dotfiles").mkdir()
    kept = tmp_path / "dotfiles" / "tuinews.toml"
    kept.write_text("measure = 70\n")
    file = tmp_path / "settings.toml"
    file.symlink_to(Path("dotfiles/tuinews.toml"))
    write_values(file, {("measure",): 60})
    assert file.is_symlink()
    assert kept.read_text() == "measure = 60\n"
    dangling = tmp_path / "dangling.toml"
    dangling.symlink_to(tmp_path / "elsewhere" / "x.toml")
    write_values(dangling, {("measure",): 60})
    assert dangling.is_symlink()
    assert (tmp_path / "elsewhere" / "x.toml").read_text() == "measure = 60\n"


def test_a_file_that_is_read_only_or_no_toml_is_left_alone_and_said(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("measure = 70\n")
    file.chmod(0o444)
    with pytest.raises(SettingsError, match=r"settings\.toml: the file is read-only"):
        write_values(file, {("measure",): 60})
    assert file.read_text() == "measure = 70\n"
    file.chmod(0o600)
    for text in ("measure = = 70\n", "measure = 70\nmeasure = 60\n"):
        file.write_text(text)
        with pytest.raises(SettingsError, match="this is not TOML"):
            write_values(file, {("theme",): "dark"})
        assert file.read_text() == text
    with pytest.raises(SettingsError, match="Is a directory"):
        write_values(tmp_path, {("theme",): "dark"})
    assert [path.name for path in tmp_path.iterdir()] == ["settings.toml"]


def test_nothing_is_written_where_nothing_changes(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("measure = 70")
    os.utime(file, (1, 1))
    write_values(file, {("measure",): 70})
    assert file.stat().st_mtime == 1
