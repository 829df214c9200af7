"""What the help says: the keys, and every sign that stands in a list."""

from types import MappingProxyType
from typing import Any

import pytest
from textual.widgets import Input

from tuinews.ui.keymap import Keymap
from tuinews.ui.keys import CommandGroup
from tuinews.ui.screens.overlays.help import found_lines, help_lines
from tuinews.ui.widgets.entries import entry_row
from tuinews.ui.widgets.text_page import TextPage


def test_every_sign_of_a_row_is_explained() -> None:
    said = ["".join(text for text, _ in line).split() for line in help_lines(Keymap(MappingProxyType({})))]
    explained = {words[0] for words in said if words}
    signs = (
        entry_row.KEPT,
        entry_row.UNREAD,
        entry_row.NEW,
        entry_row.STAR,
        entry_row.ANNOTATED,
        entry_row.RETITLED,
    )
    assert explained >= {*signs, "+4"}


def _found(typed: str) -> list[str]:
    lines = found_lines(help_lines(Keymap(MappingProxyType({}))), typed)
    return [" ".join("".join(text for text, _ in line).split()) for line in lines if line]


def test_words_find_commands_by_their_beginnings_under_their_groups() -> None:
    assert _found("SELECT row")[:2] == [
        "Reading",
        "V select lines of the article, or rows of the list, by the keys that move",
    ]
    assert all("star" in line for line in _found("star") if line not in set(CommandGroup) | {"Signs"})
    assert "Signs" in _found("starred")
    assert "Moving" not in _found("starred")


def test_one_sign_finds_its_key_with_its_capitals() -> None:
    assert _found("x") == [
        "Marking",
        "x mute a word, the author, the source or the address; or mute no longer (can be undone)",
    ]
    assert _found("X") == ["Lists and search", "X show muted articles"]
    assert [line for line in _found("+") if line.startswith("+ ")]


def test_nothing_typed_is_everything_and_nothing_found_is_said() -> None:
    lines = help_lines(Keymap(MappingProxyType({})))
    assert list(found_lines(lines, "  ")) == lines
    assert _found("zebra") == ["Nothing matches"]


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (50, 20), (40, 12)])
async def test_the_help_is_searched(open_app: Any, library: Any, size: tuple[int, int]) -> None:
    async with open_app(library, size) as seen:
        await seen.press("question_mark")
        await seen.wait_for("/ finds · Esc closes")
        await seen.press("slash")
        await seen.type("show mut")
        await seen.until(lambda: "show muted" in seen.text and "down one line" not in seen.text)
        await seen.press("enter")
        await seen.press("j", "G")
        assert "show muted" in seen.text
        await seen.press("slash")
        await seen.type("hq")
        await seen.wait_for("Nothing matches")
        await seen.press("escape")
        await seen.wait_for("down one line")
        await seen.press("escape")
        await seen.until(lambda: "Esc closes" not in seen.text)


async def test_what_is_searched_in_the_help_scrolls_while_typing(open_app: Any, library: Any) -> None:
    async with open_app(library, (80, 20)) as seen:
        await seen.press("question_mark", "slash")
        await seen.type("a")
        page = seen.app.screen.query_one(TextPage)
        await seen.type("r")
        await seen.until(lambda: "down one line" not in seen.text)
        await seen.press("pagedown")
        assert page.scroll_offset.y > 0
        await seen.type("t")
        await seen.until(lambda: page.scroll_offset.y == 0)


@pytest.mark.parametrize("columns", [80, 50])
async def test_the_keys_stay_in_their_lines_while_one_is_looked_for(
    open_app: Any, library: Any, columns: int
) -> None:
    async with open_app(library, (columns, 24)) as seen:
        await seen.press("question_mark")
        await seen.wait_for("down one line or row")
        page = seen.app.screen.query_one(TextPage)
        before = page.line_width
        await seen.press("slash")
        await seen.until(lambda: seen.app.focused is seen.app.screen.query_one(Input), "the question")
        await seen.settle()
        assert page.line_width == before
