"""The mouse alone: a click previews, the hints of the last line are pressed, sheets are left."""

from dataclasses import replace
from typing import Any

import pytest
from textual.geometry import Offset
from textual.widgets import Input

from tuinews.model.refresh import Failure
from tuinews.settings import Settings


async def _click_words(seen: Any, words: str) -> None:
    """Click into the middle of words on the screen."""
    row, line = next((n, line) for n, line in enumerate(seen.text.splitlines()) if words in line)
    await seen.pilot.click(offset=(line.index(words) + len(words) // 2, row))
    await seen.settle()


async def test_a_click_on_a_row_previews_it(open_app: Any, many: Any) -> None:
    async with open_app(many) as seen:
        await seen.pilot.click("#entries", offset=(5, 7))
        await seen.wait_for("Text of Entry 3.")
        assert seen.state.open_id is None


async def test_rows_that_a_click_went_over_were_not_read_in_passing(open_app: Any, many: Any) -> None:
    async with open_app(many, settings=Settings(mark_read_on_scroll=True)) as seen:
        await seen.press("j")
        await seen.pilot.click("#entries", offset=(5, 19))
        await seen.settle()
        assert seen.state.entry_list.index > 4
        assert seen.state.passed.ids == {1}


@pytest.mark.parametrize("pane", ["reader", "entries"])
async def test_to_take_hold_of_a_dividing_line_is_not_to_go_there(open_app: Any, library: Any, pane: str) -> None:
    async with open_app(library) as seen:
        await seen.press("j")
        await seen.wait_for("preview")
        focused, unread = seen.app.focused, seen.state.counts.unread
        place = Offset(seen.state.query_one(f"#{pane}").region.x, 9)
        await seen.pilot.mouse_down(offset=place)
        await seen.pilot.hover(offset=place - Offset(4, 0))
        await seen.pilot.mouse_up(offset=place - Offset(4, 0))
        await seen.settle()
        assert (seen.app.focused, seen.state.open_id) == (focused, None)
        assert "preview" in seen.text
        assert seen.state.counts.unread == unread


@pytest.mark.parametrize(
    ("words", "there"), [("? keys", "Moving"), ("/ search", "Search:"), ("a add", "Add a source")]
)
async def test_a_click_on_a_hint_is_its_key(open_app: Any, many: Any, words: str, there: str) -> None:
    async with open_app(many) as seen:
        await _click_words(seen, words)
        await seen.wait_for(there)


async def test_a_click_on_what_failed_lists_it(open_app: Any, library: Any) -> None:
    library.result = replace(
        library.result, failed=(Failure(2, "Asahi", "https://example.org/asahi", "it answered 503"),)
    )
    async with open_app(library) as seen:
        await seen.press("R")
        await seen.wait_for("Nothing new · 1 failed")
        await _click_words(seen, "Nothing new")
        assert len(seen.app.screen_stack) == 1
        await _click_words(seen, "1 failed")
        await seen.wait_for("1 source could not be refreshed")


async def test_a_click_between_hints_or_on_a_message_does_nothing(open_app: Any, many: Any) -> None:
    async with open_app(many) as seen:
        between = seen.status.index("/ search") - 2
        await seen.pilot.click(offset=(between, 29))
        await seen.settle()
        seen.state.say("? keys is what is said now")
        await _click_words(seen, "? keys")
        assert len(seen.app.screen_stack) == 1
        assert not seen.state.status.problem


@pytest.mark.parametrize("key", ["question_mark", "x", "colon", "t", "M", "E", "a", "exclamation_mark"])
async def test_a_click_beside_a_sheet_closes_it_and_one_on_it_does_not(
    open_app: Any, library: Any, key: str
) -> None:
    async with open_app(library) as seen:
        await seen.press(key)
        await seen.until(lambda: seen.app.screen.query(".sheet"), "a sheet")
        await seen.until(lambda: seen.app.screen.query_one(".sheet").region, "its place")
        sheet = seen.app.screen.query_one(".sheet").region
        await seen.pilot.click(offset=(sheet.x + 3, sheet.y + 1))
        await seen.settle()
        assert len(seen.app.screen_stack) == 2
        await seen.pilot.click(offset=(sheet.x - 2, sheet.y + 3))
        await seen.until(lambda: len(seen.app.screen_stack) == 1, "the sheet closed")


@pytest.mark.parametrize("size", [(120, 30), (40, 12)])
@pytest.mark.parametrize("key", ["question_mark", "x", "E"])
async def test_a_click_on_how_a_sheet_closes_closes_it(
    open_app: Any, library: Any, key: str, size: tuple[int, int]
) -> None:
    async with open_app(library, size) as seen:
        await seen.press(key)
        await seen.wait_for("Esc closes")
        await _click_words(seen, "Esc closes")
        await seen.until(lambda: len(seen.app.screen_stack) == 1, "the sheet closed")


async def test_a_stray_click_takes_nothing_that_was_typed(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("colon")
        await seen.type("sto")
        await seen.pilot.click(offset=(2, 10))
        await seen.settle()
        assert seen.app.screen.query_one(Input).value == "sto"


async def test_the_hints_are_of_keys_that_mean_something_in_the_article_while_it_has_the_keys(
    open_app: Any, many: Any
) -> None:
    async with open_app(many, (40, 12)) as seen:
        assert seen.status.split("   ")[:2] == [" Enter open", "? keys"]
        await seen.press("enter")
        await seen.wait_for("Text of Entry 1.")
        assert seen.status.split("   ")[0:3] == [" Space read on", "h back", "? keys  1/200 "]
        await _click_words(seen, "h back")
        await seen.until(lambda: seen.app.focused.id == "entries", "the list again")
        assert "Enter open" in seen.status


async def test_the_hints_stay_as_they_are_for_a_screen_reader(open_app: Any, many: Any) -> None:
    async with open_app(many, settings=Settings(screen_reader=True)) as seen:
        before = seen.status
        await seen.press("enter")
        await seen.wait_for("Text of Entry 1.")
        assert seen.status == before
