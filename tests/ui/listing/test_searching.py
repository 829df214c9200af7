"""Search in the library, find in the text."""

from itertools import product
from typing import Any

import pytest
from textual import events
from textual.widgets import Input

from tuinews.ui.widgets.fields.prompt import Prompt, Purpose


async def test_slash_searches_all_articles_while_typing(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("right_square_bracket")
        await seen.until(lambda: seen.state.listed_entries.view.source_id == 1)
        await seen.press("slash")
        await seen.wait_for("Search:")
        await seen.type("gold")
        await seen.until(lambda: seen.state.listed_entries.view.query == "gold")
        await seen.wait_for("Gold 3")
        assert "… gold …" in seen.text
        assert "Bridge" not in seen.text
        await seen.press("enter")
        assert seen.app.focused.id == "entries"
        assert "Search:" in seen.text
        await seen.press("escape")
        await seen.until(lambda: seen.state.listed_entries.view.source_id == 1)


async def test_escape_while_typing_leaves_the_search(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("slash")
        await seen.type("gold")
        await seen.until(lambda: seen.state.listed_entries.view.query == "gold")
        await seen.press("escape")
        await seen.wait_for("Bridge 1")
        assert "All articles" in seen.text


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (50, 20)])
async def test_a_search_from_the_sources_shows_its_hits_and_gives_them_the_keys(
    open_app: Any, library: Any, size: tuple[int, int]
) -> None:
    async with open_app(library, size) as seen:
        await seen.press("h")
        assert seen.state.at == "sources"
        await seen.press("slash")
        await seen.type("gold")
        await seen.wait_for("Gold 3")
        await seen.press("enter")
        await seen.until(lambda: seen.app.focused.id == "entries")
        await seen.press("j")
        assert (seen.state.view.query, seen.state.entry_list.index) == ("gold", 1)


@pytest.mark.parametrize("size", [(120, 40), (50, 20)])
async def test_escape_from_a_search_that_began_in_the_sources_goes_back_to_them(
    open_app: Any, library: Any, size: tuple[int, int]
) -> None:
    async with open_app(library, size) as seen:
        for typed in ("", "gold"):
            with seen.case(typed):
                await seen.press("h" if seen.state.at == "entries" else "k")
                await seen.press("slash")
                await seen.type(typed)
                await seen.press("escape")
                await seen.until(lambda: seen.app.focused.id == "sources")
                await seen.until(lambda: seen.state.listed_entries.view.query is None)


async def test_escape_while_typing_a_search_is_one_step_at_any_size(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        for size, typed in product(((120, 40), (80, 24), (50, 20), (40, 10)), ("gol", "")):
            with seen.case((size, typed)):
                await seen.pilot.resize_terminal(*size)
                await seen.press("slash")
                await seen.type(typed)
                await seen.press("escape")
                await seen.until(lambda: "Search:" not in seen.text)
                await seen.until(lambda: seen.state.listed_entries.view.query is None)
                assert (seen.state.at, seen.app.focused.id) == ("entries", "entries")
                await seen.wait_for("Bridge 1")
                await seen.press("j")
                assert seen.state.entry_list.index == 1
            await seen.press("k")


async def test_escape_right_after_the_text_searches_nothing(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("slash")
        await seen.until(lambda: isinstance(seen.app.focused, Input), "an input")
        for key in ("g", "o", "l", "escape"):
            seen.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await seen.until(lambda: not seen.state.query_one(Prompt).display, "the end of the question")
        await seen.settle()
        assert seen.state.search.timer is None
        assert seen.state.view.query is None


async def test_escape_while_the_search_is_about_to_begin_searches_nothing(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("slash")
        await seen.type("gol")
        await seen.until(lambda: seen.state.search.timer, "what comes after the pause")
        seen.state.search.timer._callback()  # it has run out, and what it calls is in line
        seen.state._seek_cancelled(Prompt.Cancelled(Purpose.SEARCH, ""))
        await seen.settle()
        assert seen.state.view.query is None
        await seen.wait_for("Bridge 1")


async def test_escape_while_typing_a_find_is_one_step_at_any_size(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("j", "enter")
        await seen.wait_for("Paragraph 1 of")
        for size, typed in product(((120, 40), (80, 24), (50, 20)), ("nang", "zzz", "")):
            with seen.case((size, typed)):
                await seen.pilot.resize_terminal(*size)
                await seen.press("slash")
                await seen.type(typed)
                await seen.press("escape")
                await seen.until(lambda: "Find:" not in seen.text)
                assert (seen.state.at, seen.app.focused.id, seen.state.find_query) == ("reader", "reader", "")
                top = seen.state.reader.scroll_offset.y
                await seen.press("j")
                assert seen.state.entry_list.index == 1
                await seen.until(lambda below=top + 1: seen.state.reader.scroll_offset.y == below)


async def test_escape_while_another_search_is_typed_goes_back_to_the_one_before(
    open_app: Any, library: Any
) -> None:
    async with open_app(library) as seen:
        await seen.press("slash")
        await seen.type("gold")
        await seen.press("enter")
        await seen.until(lambda: seen.state.listed_entries.view.query == "gold")
        await seen.press("slash")
        await seen.type("x")
        await seen.until(lambda: seen.state.listed_entries.view.query == "x")
        await seen.press("escape")
        await seen.until(lambda: seen.state.listed_entries.view.query == "gold")
        await seen.press("escape")
        await seen.until(lambda: seen.state.listed_entries.view.query is None)


async def test_several_lines_may_be_pasted_into_a_search(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("slash")
        await seen.paste("\n gold\n3\n", "Search: gold 3")


async def test_a_burst_of_keys_edits_a_line_in_their_order(open_app: Any, library: Any) -> None:
    keys = (*"abc", "backspace", "d", "left", "left", "x", "ctrl+u", *"storm", "home", "a", "end", "z")
    async with open_app(library) as seen:
        await seen.press("slash")
        await seen.until(lambda: isinstance(seen.app.focused, Input), "an input")
        for key in keys:
            seen.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await seen.wait_for("Search: astormbdz")


@pytest.mark.parametrize(
    ("first", "asked"), [(("h", "l"), "Search: abc"), (("tab", "shift+tab"), "Search: abc"), (("l",), "Find: abc")]
)
async def test_a_question_right_after_a_step_to_another_pane_is_answered(
    open_app: Any, library: Any, first: tuple[str, ...], asked: str
) -> None:
    async with open_app(library) as seen:
        await seen.press("j", *first[:-1])
        for key in (first[-1], "slash", *"abc"):
            character = "/" if key == "slash" else key if len(key) == 1 else None
            seen.app.post_message(events.Key(key, character))
        await seen.wait_for(asked)


async def test_what_is_typed_behind_tab_stands_behind_the_completion(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("slash")
        await seen.until(lambda: isinstance(seen.app.focused, Input), "an input")
        for key in (*"is:un", "tab", "x"):
            seen.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await seen.wait_for("Search: is:unreadx")


async def test_a_search_without_hits_says_so(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("slash")
        await seen.type("zzz")
        await seen.press("enter")
        await seen.wait_for("Nothing found for “zzz”.")
        assert "h goes back to the list." in seen.text


async def test_slash_in_the_reader_finds_in_the_text(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("j", "enter")
        await seen.wait_for("Paragraph 1 of")
        await seen.press("slash")
        await seen.wait_for("Find:")
        await seen.type("da nang")
        await seen.press("enter")
        await seen.wait_for("Match 1/40")
        await seen.press("n", "n")
        await seen.wait_for("Match 3/40")
        await seen.press("N")
        await seen.wait_for("Match 2/40")
        await seen.press("N", "N")
        await seen.wait_for("Match 40/40")
        assert "Paragraph 39" in seen.text
        await seen.press("escape")
        assert seen.app.focused.id == "reader"
        await seen.wait_for("Find closed; n opens the next unread article again")
        assert "Match" not in seen.status
        await seen.press("n")
        await seen.wait_for("Paragraph 1 of Match 5")


async def test_what_is_found_stands_out(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("j", "enter")
        await seen.wait_for("Paragraph 1 of")
        await seen.press("slash")
        await seen.type("Paragraph 2 ")
        await seen.press("enter")
        await seen.wait_for("Match 1/1")
        here = seen.state.reader.look("reader--match-here").bgcolor
        assert [word for word, style in seen.styled("#reader") if style.bgcolor == here] == ["Paragraph 2"]


async def test_a_click_beside_the_prompt_ends_it(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("j", "enter")
        await seen.wait_for("Paragraph 1 of")
        await seen.press("slash")
        await seen.type("Da")
        await seen.pilot.click("#entries", offset=(5, 7))
        await seen.until(lambda: "Find:" not in seen.text)
        assert seen.app.focused.id == "entries"


async def test_the_next_match_is_the_one_after_that_beside_the_reading_place(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("j", "enter")
        await seen.wait_for("Paragraph 1 of")
        await seen.press("space", "space")
        await seen.until(lambda: "Paragraph 1 of" not in seen.text)
        place = seen.state.reader.scroll_offset.y
        await seen.press("slash")
        await seen.wait_for("Find:")
        await seen.type("nẵng")
        await seen.press("enter")
        await seen.until(lambda: "Find:" not in seen.text)
        await seen.until(lambda: "Match " in seen.status)
        first = int(seen.status.split("Match ")[1].split("/")[0])
        assert first > 5
        assert seen.state.reader.scroll_offset.y == place
        await seen.press("n")
        await seen.wait_for(f"Match {first + 1}/40")
        assert seen.state.reader.scroll_offset.y == place
        await seen.press("N", "N")
        await seen.wait_for(f"Match {first - 1}/40")


async def test_a_find_stays_at_its_match_when_the_screen_becomes_another(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("j", "enter")
        await seen.wait_for("Paragraph 1 of")
        await seen.press("slash")
        await seen.type("đà")
        await seen.press("enter")
        await seen.wait_for("Match 1/40")
        await seen.press(*"nnn")
        await seen.wait_for("Match 4/40")
        await seen.pilot.resize_terminal(50, 20)
        await seen.press("n")
        await seen.wait_for("Match 5/40")


async def test_another_article_ends_the_find_and_what_it_said(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("j", "enter")
        await seen.wait_for("Paragraph 1 of")
        await seen.press("slash")
        await seen.type("paragraph")
        await seen.press("enter")
        await seen.wait_for("Match 1/40")
        await seen.press("J")
        await seen.until(lambda: "Found" not in seen.text)
        await seen.wait_for("Paragraph 1 of Gold 3")
        assert "Match" not in seen.status


async def test_a_find_of_what_is_not_there_says_so(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("j", "enter")
        await seen.wait_for("Paragraph 1 of")
        await seen.press("slash")
        await seen.type("zzzz")
        await seen.press("enter")
        await seen.wait_for("“zzzz” is not in this article")
        await seen.press("n")
        assert "“zzzz” is not in this article" in seen.status
        await seen.press("escape")
        await seen.until(lambda: "zzzz" not in seen.text)


async def test_a_query_is_completed_by_tab_and_a_mistake_in_it_leaves_the_list(
    open_app: Any, library: Any
) -> None:
    async with open_app(library) as seen:
        before = seen.state.view
        await seen.press("slash")
        await seen.until(lambda: isinstance(seen.app.focused, Input), "an input")
        prompt = seen.state.query_one(Prompt)
        typed = prompt.query_one(Input)
        for text, completed in (("is:un", "is:unread"), ("a -is:st", "a -is:starred"), ("zzz", "zzz")):
            typed.value = text
            await seen.press("tab")
            assert typed.value == completed
            assert seen.app.focused is typed
        typed.value = "is:sta"
        await seen.press("tab", "tab")
        assert typed.value == "is:sta", "after the last completion comes what was typed"
        typed.value = "is:nothing"
        await seen.press("enter")
        await seen.until(lambda: "At 4: after is: there must be one of unread" in seen.text)
        assert seen.state.view == before


async def test_a_mistake_is_told_no_longer_than_it_stands_there(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        for end in (["escape"], ["backspace"] * len("is:unraed")):
            await seen.press("slash")
            await seen.until(lambda: isinstance(seen.app.focused, Input), "an input")
            await seen.type("is:unraed")
            await seen.until(lambda: "At 4: did you mean is:unread? After is: there must be" in seen.status)
            await seen.press(*end)
            await seen.until(lambda: "At 4" not in seen.status)
