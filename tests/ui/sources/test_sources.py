"""Sources: going through them, refreshing, adding, removing."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tuinews.model.refresh import Failure, RefreshProgress, RefreshResult
from tuinews.model.view import Filter
from tuinews.ui.screens.refresh_turns import RefreshTurn, RefreshTurns
from tuinews.ui.screens.work_completion import Work

DUE = RefreshTurn(due_only=True)


async def test_brackets_go_through_the_sources(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("right_square_bracket")
        await seen.until(lambda: seen.state.listed_entries.view.source_id == 1)
        assert "1/4" in seen.status
        await seen.press("right_square_bracket", "right_square_bracket")
        await seen.until(lambda: seen.state.listed_entries.view.source_id == 3)
        await seen.press("right_square_bracket")
        await seen.wait_for("This is the last source")
        await seen.press("left_square_bracket")
        await seen.until(lambda: seen.state.listed_entries.view.source_id == 2)


async def test_the_cursor_of_the_sources_lists_what_it_is_on(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("h", "j", "j")
        await seen.wait_for("Starred articles")
        await seen.wait_for("★ Match 5")
        await seen.press("j", "j")
        await seen.until(lambda: seen.state.listed_entries.view.folder == "Việt Nam")
        await seen.press("g", "g")
        await seen.wait_for("All articles")
        await seen.press("G", "enter")
        await seen.until(lambda: seen.state.listed_entries.view.source_id == 3)
        assert seen.app.focused.id == "entries"


async def test_digits_list_all_unread_starred_offline(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        for key, title, count in (("2", "Unread", 10), ("3", "Starred", 1), ("4", "Offline", 6), ("1", "All", 12)):
            await seen.press(key)
            await seen.wait_for(f"{title} articles")
            await seen.until(lambda count=count: seen.status.endswith(f"1/{count} "))


async def test_an_empty_view_says_why_and_which_key_helps(open_app: Any, library: Any) -> None:
    library.entries[5] = replace(library.entries[5], starred=False)
    async with open_app(library) as seen:
        await seen.press("3")
        await seen.wait_for("No starred articles here.")
        assert "s stars an article" in seen.text


async def test_a_failed_source_is_marked_and_says_why(open_app: Any, library: Any) -> None:
    for number in [n for n, row in library.entries.items() if row.source_id == 2]:
        del library.entries[number]
    async with open_app(library) as seen:
        assert "!" in seen.line("Asahi")
        await seen.press("right_square_bracket", "right_square_bracket")
        await seen.wait_for("Asahi could not be refreshed")
        assert "r tries again" in seen.text


async def test_a_refresh_tells_how_far_it_is_and_what_failed(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.until(lambda: library.refreshes)
        library.gate = asyncio.Event()
        failure = Failure(2, "Asahi", "https://example.org/asahi", "the server answered 503")
        library.progress = [RefreshProgress(3, 40, failed=(failure,))]
        library.result = RefreshResult(40, (failure,), 0, 0, 0, 1.0)
        await seen.press("R")
        await seen.wait_for("Refreshing 3/40")
        await seen.press("R")
        await seen.wait_for("A refresh is already running")
        library.gate.set()
        await seen.wait_for("1 failed; ! shows why")
        await seen.until(lambda: "refreshing" not in seen.status)
        assert library.refreshes[-1] == (None, False)


async def test_a_refresh_that_is_asked_for_during_another_has_its_turn(open_app: Any, library: Any) -> None:
    library.gate = asyncio.Event()
    now = datetime.now(UTC)
    for n in (2, 3):
        fresh = replace(library.all_sources[n], last_refresh=now, next_refresh=now + timedelta(hours=1))
        library.all_sources[n] = fresh
    async with open_app(library) as seen:
        await seen.until(lambda: library.refreshes == [(None, True)], "what is due")
        await seen.press("r")
        await seen.wait_for("Asahi follows right after this refresh")
        await seen.press("R")
        await seen.wait_for("The other sources follow right after this refresh")
        library.gate.set()
        await seen.until(lambda: not seen.state.work.is_under_way(Work.REFRESH), "the end")
        assert library.refreshes == [(None, True), ([2, 3], False)], "those that were not due, once"
    del library.all_sources[2], library.all_sources[3]
    library.gate.clear()
    async with open_app(library) as seen:
        await seen.until(lambda: library.refreshes[-1] == (None, True), "what is due")
        await seen.press("R")
        await seen.wait_for("A refresh is already running")
        library.gate.set()


@pytest.mark.parametrize(
    ("under_way", "asked", "then"),
    [
        (RefreshTurn(), [RefreshTurn((2,)), RefreshTurn()], []),
        (RefreshTurn((1, 2)), [RefreshTurn((2,)), RefreshTurn((3,)), RefreshTurn((3,))], [RefreshTurn((3,))]),
        (RefreshTurn((1,)), [RefreshTurn((2,)), RefreshTurn(), RefreshTurn((3,))], [RefreshTurn()]),
        (DUE, [DUE, RefreshTurn((2,)), DUE], [DUE, RefreshTurn((2,))]),
        (RefreshTurn(), [DUE], [DUE]),
    ],
)
def test_a_turn_is_waited_for_once(under_way: Any, asked: Any, then: Any) -> None:
    turns = RefreshTurns()
    turns.begin(under_way)
    for turn in asked:
        turns.waits(turn)
    assert [turns.next() for _ in then] == then
    assert turns.next() is None


async def test_a_refresh_whose_process_ended_early_says_so(open_app: Any, library: Any) -> None:
    async with open_app(library, (150, 30)) as seen:
        await seen.until(lambda: library.refreshes)
        library.result = RefreshResult(40, (), 0, 0, 0, 1.0, went_on=True)
        await seen.press("R")
        await seen.wait_for("Nothing new; the process that refreshed ended early, so the rest was done here")


async def test_r_refreshes_the_source_that_is_listed_or_that_of_the_entry(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.until(lambda: library.refreshes)
        await seen.press("r")
        await seen.until(lambda: library.refreshes[-1] == ([2], False))
        await seen.press("right_square_bracket")
        await seen.until(lambda: seen.state.listed_entries.view.source_id == 1)
        await seen.press("r")
        await seen.until(lambda: library.refreshes[-1] == ([1], False))


async def test_a_refresh_moves_neither_the_row_under_the_cursor_nor_the_article(
    open_app: Any, many: Any, new_entry: Any
) -> None:
    async with open_app(many, (120, 20)) as seen:
        await seen.until(lambda: many.refreshes)
        await seen.press(*["j"] * 12, "enter")
        await seen.wait_for("Text of Entry 13")
        row = next(n for n, line in enumerate(seen.text.splitlines()) if "Entry 13 " in line)
        many.coming = [new_entry(n, f"Brand new {n}") for n in range(1000, 1030)]
        await seen.press("R")
        await seen.wait_for("30 new · 229 unread")
        assert seen.status.endswith(" 43/230 ")
        assert "Brand new" not in seen.text
        assert row == next(n for n, line in enumerate(seen.text.splitlines()) if "Entry 13 " in line)
        assert "Text of Entry 13" in seen.text
        await seen.press("h", "g", "g")
        await seen.wait_for("Brand new 1000")


async def test_without_a_network_a_refresh_says_so(open_app: Any, library: Any) -> None:
    library.offline = True
    async with open_app(library) as seen:
        await seen.wait_for("Offline since ")
        assert f"Offline since {datetime.now(UTC).astimezone():%H}" in seen.status
        await seen.press("R")
        await seen.wait_for("There is no network; saved articles can still be read")
        library.offline = False
        await seen.press("R")
        await seen.until(lambda: "Offline since" not in seen.status)


async def test_d_removes_a_source_and_u_brings_it_back(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("D")
        await seen.wait_for("No source is selected; ] goes to the next one")
        await seen.press("right_square_bracket")
        await seen.until(lambda: seen.state.listed_entries.view.source_id == 1)
        await seen.press("D")
        await seen.wait_for("Tuổi Trẻ removed; u brings it back")
        await seen.until(lambda: seen.status.endswith("1/8 "))
        await seen.press("u")
        await seen.wait_for("1 source restored")
        await seen.until(lambda: seen.status.endswith("1/12 "))


async def test_removing_the_last_source_can_be_undone(open_app: Any, many: Any) -> None:
    async with open_app(many) as seen:
        await seen.press("right_square_bracket")
        await seen.until(lambda: seen.state.listed_entries.view.source_id == 1)
        await seen.press("D")
        await seen.wait_for("a adds a source: a website")
        await seen.press("u")
        await seen.wait_for("Entry 1 ")


async def test_walking_over_the_lists_of_all_chooses_no_filter_for_a_source(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("h", "j", "j", "j", "j", "j")
        await seen.until(lambda: seen.state.listed_entries.view.source_id == 1)
        assert seen.state.view.filter is Filter.ALL
        assert "offline" not in seen.text
        await seen.until(lambda: seen.status.endswith("/4 "))


async def _to_next(seen: Any) -> None:
    await seen.press("right_square_bracket")


async def _to_next_in_the_sidebar(seen: Any) -> None:
    await seen.press("h", "j", "j")


async def _to_a_name(seen: Any) -> None:
    await seen.press("colon")
    await seen.type("asahi")
    await seen.press("enter")


@pytest.mark.parametrize("go", [_to_next, _to_next_in_the_sidebar, _to_a_name])
async def test_a_filter_that_was_chosen_stays_from_source_to_source(
    open_app: Any, library: Any, go: Callable[[Any], Awaitable[None]]
) -> None:
    async with open_app(library) as seen:
        await seen.press("right_square_bracket")
        await seen.until(lambda: seen.state.listed_entries.view.source_id == 1)
        await seen.press("4")
        await seen.wait_for("Tuổi Trẻ · offline")
        await go(seen)
        await seen.wait_for("Asahi · offline")
        await seen.press("1")
        await seen.until(lambda: "Asahi · offline" not in seen.text)
        await seen.press("left_square_bracket")
        await seen.until(lambda: seen.state.listed_entries.view.source_id == 1)
        assert seen.state.view.filter is Filter.ALL


async def test_a_filter_of_a_search_is_that_of_no_source(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("slash")
        await seen.type("o")
        await seen.press("enter", "3")
        await seen.until(lambda: seen.state.listed_entries.view.filter is Filter.STARRED)
        assert seen.state.view.query == "o"
        await seen.press("right_square_bracket")
        await seen.until(lambda: seen.state.listed_entries.view.source_id == 1)
        assert seen.state.view.filter is Filter.ALL


async def test_what_has_just_been_added_is_listed_whole(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("3", "a")
        await seen.type("news.example/feed")
        await seen.press("enter")
        await seen.wait_for("First of the new")
        await seen.until(lambda: len(seen.state.sources) == 4)
        await seen.press("left_square_bracket")
        await seen.until(lambda: seen.state.listed_entries.view.source_id == 3)
        assert seen.state.view.filter is Filter.ALL


async def test_e_edits_the_name_and_the_folder_of_a_source_and_u_undoes_it(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("right_square_bracket")
        await seen.until(lambda: seen.state.listed_entries.view.source_id == 1)
        await seen.press("e")
        await seen.wait_for("Edit source")
        assert "https://example.org/tt" in seen.text
        await seen.type(" Online")
        await seen.press("tab")
        await seen.type("/B")
        await seen.press("enter")
        await seen.wait_for("Tuổi Trẻ renamed to Tuổi Trẻ Online and moved to Việt Nam/B; u undoes it")
        edited = library.all_sources[1]
        assert (edited.title, edited.folder) == ("Tuổi Trẻ Online", "Việt Nam/B")
        await seen.until(lambda: any(s.title == "Tuổi Trẻ Online" for s in seen.state.sources))
        await seen.press("u")
        await seen.until(lambda: library.all_sources[1].title == "Tuổi Trẻ")


async def test_editing_is_left_by_escape_and_wants_a_name(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("e")
        await seen.wait_for("Edit source")
        before = dict(library.all_sources)
        await seen.press("ctrl+u", "enter")
        await seen.wait_for("The name cannot be empty")
        await seen.press("escape")
        await seen.until(lambda: len(seen.app.screen_stack) == 1)
        assert library.all_sources == before


async def test_no_key_is_lost_that_is_pressed_fast_in_the_sources(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("h")
        for _ in range(7):
            seen.app.simulate_key("j")
        await seen.until(lambda: seen.state.view.source_id == 2)
        for _ in range(2):
            seen.app.simulate_key("k")
        seen.app.simulate_key("j")
        await seen.until(lambda: seen.state.view.folder == "Japan")
        for _ in range(2):
            seen.app.simulate_key("right_square_bracket")
        await seen.until(lambda: seen.state.view.source_id == 3)


async def test_the_cursor_of_the_sources_follows_what_is_listed_otherwise(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("h", "j", "j")
        await seen.wait_for("Starred articles")
        await seen.press("colon")
        await seen.type("asahi")
        await seen.press("enter")
        await seen.until(lambda: seen.state.view.source_id == 2)
        await seen.press("right_square_bracket")
        await seen.until(lambda: seen.state.view.source_id == 3)
