"""Plain signs: with `ascii = true` nothing that the program draws is outside ASCII, but the letters of texts."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tuinews.language import Signs, choose_signs, drawn_with_signs, ellipsis
from tuinews.model.document import Code, Document, Heading, List, Paragraph, Quote, Rule, Span
from tuinews.settings import Settings
from tuinews.text import clean_line
from tuinews.typeset.cells import cut, width


@pytest.fixture(autouse=True)
def signs_back() -> Iterator[None]:
    yield
    choose_signs(Signs.ALL)


def signs_in(text: str) -> set[str]:
    """What is neither ASCII nor a letter, a figure or a mark of a language."""
    return {c for c in text if not c.isascii() and unicodedata.category(c)[0] not in "LMN" and c not in "“”’‘–—"}


def everything() -> Document:
    return Document(
        (
            Paragraph((Span("Đà Nẵng, 東京 và một đường liên kết", href="https://example.org/a"),)),
            Heading(2, (Span("Tiêu đề"),)),
            List(((Paragraph((Span("một"),)),), (Paragraph((Span("hai"),)),))),
            Quote((Paragraph((Span("Lời dẫn"),)),)),
            Code("│ x ├── y\n", None),
            Rule(),
            *(Paragraph((Span(f"Đoạn {n}"),)) for n in range(30)),
        )
    )


@pytest.mark.parametrize("size", [(120, 40), (50, 20)])
async def test_nothing_is_drawn_but_plain_signs(
    open_app: Any, library: Any, size: tuple[int, int], tmp_path: Path
) -> None:
    library.kept[2] = replace(library.kept[2], document=everything())
    library.entries[2] = replace(library.entries[2], title="Một tiêu đề rất dài " * 12, starred=True)
    file = tmp_path / "settings.toml"
    async with open_app(library, size, Settings(ascii=True), settings_file=file) as seen:
        assert signs_in(seen.text) == set()
        assert "..." in seen.text
        assert re.search(r"\* ?M", seen.text)
        await seen.press("j", "enter")
        await seen.wait_for("Lời dẫn")
        assert signs_in(seen.text) == set()
        for key in ("tab", "question_mark", "colon", "E", "t", "a", "slash", "h"):
            await seen.press(key)
            assert signs_in(seen.text) == set(), key
            await seen.press("escape")
        assert {width(line) for line in seen.text.splitlines()} == {size[0]}


async def test_an_arrow_is_called_by_its_name_since_its_sign_is_another_key(open_app: Any, library: Any) -> None:
    async with open_app(library, (120, 100), Settings(ascii=True)) as seen:
        await seen.press("question_mark")
        assert re.search(r" j Down +down one line", seen.text)
        assert re.search(r" Right +to the right in wide", seen.text)
        await seen.press("escape", "t")
        await seen.wait_for("Up Down try")


async def test_it_changes_while_it_runs(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        assert "●" in seen.text
        await seen.press("E", "home")
        while "plain characters" not in seen.text:
            await seen.press("j")
        await seen.press("right", "escape")
        await seen.until(lambda: signs_in(seen.text) == set())


def test_what_is_left_out_leaves_three_full_stops_that_fit() -> None:
    choose_signs(Signs.PLAIN)
    assert ellipsis() == "..."
    assert [cut("Đà Nẵng", limit) for limit in (0, 1, 2, 3, 4, 6, 7)] == [
        "",
        "Đ",
        "Đà",
        "...",
        "Đ...",
        "Đà...",
        "Đà Nẵng",
    ]
    assert clean_line("one two three", 7) == "one..."
    assert drawn_with_signs("│ ● ★ ↓ ─┼ ▏Đ") == "| o * v -+ |Đ"
    choose_signs(Signs.ALL)
    assert drawn_with_signs("│ ●") == "│ ●"
    assert cut("Đà Nẵng", 3) == "Đà…"
