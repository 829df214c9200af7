"""The lines of a settings file, and the names that may have been meant."""

import pytest

from tuinews.configuration.reading import TomlFile, lines_of, nearest_name


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('keys.star = "S"', 1),
        ('theme = "dark"\n\n[keys]\n# star = "x"\n"star" = "S"', 5),
        ('[repairs."a.example"]\nbody = "p"\n[ keys ]\nstar="S"', 4),
        ('theme = "dark"\nkeys = { undo = "U", star = "S" }', 2),
        ('note = """\n[keys]\nstar = "no"\n"""\n[keys]\nstar = "S"', 6),
        ('[repairs.star]\nbody = "p"\n', None),
        ('star = "S"', None),
        ("", None),
    ],
)
def test_the_line_of_a_key_is_found(text: str, line: int | None) -> None:
    assert TomlFile(lines=lines_of(text)).line("keys", "star") == line


@pytest.mark.parametrize(
    ("name", "nearest"),
    [("them", "theme"), ("Theme", "theme"), ("refresh-minutes", "refresh_minutes"), ("zzz", ""), ("", "")],
)
def test_the_nearest_name(name: str, nearest: str) -> None:
    assert nearest_name(name, ("theme", "refresh_minutes", "measure")) == nearest
