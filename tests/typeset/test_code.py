"""Code: as it is, in colour where its language is known."""

import subprocess
import sys

import pytest

from tuinews.model.document import Code
from tuinews.typeset.blocks.code import set_code
from tuinews.typeset.pieces import Role


def roles(text: str, lang: str | None) -> set[tuple[str, Role]]:
    rows = set_code(Code(text, lang), 60)
    return {(piece.text.strip(), piece.role) for row in rows for piece in row.pieces if piece.text.strip()}


def lines(text: str, limit: int) -> list[str]:
    return ["".join(piece.text for piece in row.pieces) for row in set_code(Code(text), limit)]


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("python", "import x  # y", {("import", Role.CODE_KEYWORD), ("# y", Role.CODE_COMMENT)}),
        ("js", "let a = 'b'", {("let", Role.CODE_KEYWORD), ("'b'", Role.CODE_STRING)}),
        ("toml", "a = 1", {("1", Role.CODE_NUMBER)}),
        ("html", "<p>x</p>", {("p", Role.CODE_NAME)}),
    ],
)
def test_code_in_a_known_language_is_coloured(lang: str, text: str, expected: set[tuple[str, Role]]) -> None:
    assert expected <= roles(text, lang)


@pytest.mark.parametrize("lang", [None, "", "klingon", "../etc"])
def test_unknown_languages_are_plain(lang: str | None) -> None:
    assert roles("import x", lang) == {("import x", Role.CODE)}


def test_very_long_code_is_plain() -> None:
    assert {role for _, role in roles("x = 1  # y\n" * 3000, "python")} == {Role.CODE}


def test_lines_keep_their_indentation_and_fill_the_block() -> None:
    assert lines("a\n\tb\n\nc", 24) == [
        "  a".ljust(24),
        "          b".ljust(24),
        " " * 24,
        "  c".ljust(24),
    ]


def test_long_lines_are_broken_where_the_width_ends() -> None:
    assert [line.strip() for line in lines("x" * 45, 24)] == ["x" * 20, "x" * 20, "x" * 5]


def test_pygments_comes_only_with_code() -> None:
    code = "import sys, tuinews.typeset.typeset; print('pygments' in sys.modules, 'textual' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == ["False", "False"]


def test_tab_stops_are_eight_cells_and_a_wide_character_takes_two() -> None:
    log = "2026-11-28\t12345\tInfo\tSome\n2026-11-28\t1\tInfo\tSome\n"
    text = log + "日本\tx\tv\n\tfirst\ne\u0301a\tmark\n1234567\t8\t9"
    assert [line[2:].rstrip() for line in lines(text, 60)] == [
        "2026-11-28      12345   Info    Some",
        "2026-11-28      1       Info    Some",
        "日本    x       v",
        "        first",
        "éa      mark",
        "1234567 8       9",
    ]
