"""Two kinds of work at once: neither ends, spoils or hides the other's."""

import asyncio
from array import array
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import pytest

from tuinews.errors import FetchError
from tuinews.model.article import Article, TextKind
from tuinews.model.source import Source, SourceKind
from tuinews.model.view import View

LONG = 2000


class LongList:
    """Holds all ids of a list back until the gate is open; the first few come at once."""

    def __init__(self, library: Any) -> None:
        self.all_ids: Callable[..., Awaitable[array[int]]] = library.entry_ids
        self.gate = asyncio.Event()

    async def entry_ids(self, view: View, limit: int | None = None) -> "array[int]":
        if limit is None:
            await self.gate.wait()
        return await self.all_ids(view, limit)


@pytest.fixture
def long(library: Any, new_entry: Any) -> Any:
    """Two thousand entries, all read but the last hundred."""
    library.entries = {n: new_entry(n, f"Entry {n}", read=n <= 1900) for n in range(1, LONG + 1)}
    return library


@pytest.fixture
def slow(long: Any) -> LongList:
    made = LongList(long)
    long.entry_ids = made.entry_ids
    return made


async def test_the_next_unread_waits_for_a_long_list_and_does_not_cut_it(
    open_app: Any, long: Any, slow: LongList
) -> None:
    async with open_app(long) as seen:
        await seen.until(lambda: len(seen.state.listed_entries.ids) == 500)
        await seen.press("n")
        slow.gate.set()
        await seen.until(lambda: seen.state.open_id == 1901, "the next unread")
        assert len(seen.state.listed_entries.ids) == LONG
        assert "No unread" not in seen.text


async def test_a_row_behind_the_first_few_is_opened_when_it_is_there(
    open_app: Any, long: Any, slow: LongList
) -> None:
    async with open_app(long) as seen:
        await seen.until(lambda: len(seen.state.listed_entries.ids) == 500)
        for _ in range(60):
            await seen.press("pagedown")
        await seen.until(lambda: seen.state.entry_list.index == 499)
        await seen.press("J")
        assert "This is the last article" not in seen.text
        slow.gate.set()
        await seen.until(lambda: seen.state.open_id == 501, "the row behind them")


async def test_the_bottom_of_a_list_that_is_not_whole_yet_is_its_real_end(
    open_app: Any, long: Any, slow: LongList
) -> None:
    async with open_app(long) as seen:
        await seen.press("G")
        slow.gate.set()
        await seen.until(lambda: seen.state.listed_entries.whole)
        await seen.until(lambda: seen.status.endswith(" 2,000/2,000 "))
        assert "Entry 2000" in seen.text


async def test_another_place_lets_a_search_for_the_unread_go(open_app: Any, long: Any, slow: LongList) -> None:
    slow.gate.set()
    async with open_app(long) as seen:
        await seen.until(lambda: seen.state.listed_entries.whole and seen.state.sources)
        slow.gate.clear()
        await seen.press("1")
        await seen.until(lambda: not seen.state.listed_entries.whole)
        await seen.press("n", "right_square_bracket")
        await seen.until(lambda: seen.state.view.source_id == 1)
        slow.gate.set()
        await seen.until(lambda: seen.state.listed_entries.view.source_id == 1 and seen.state.listed_entries.whole)
        await seen.settle()
        assert seen.state.open_id is None


async def test_a_row_that_was_read_stays_when_the_rest_of_the_list_comes(open_app: Any, long: Any) -> None:
    long.entries = {n: replace(row, read=False) for n, row in long.entries.items()}
    slow = LongList(long)
    long.entry_ids = slow.entry_ids
    async with open_app(long) as seen:
        await seen.press("2")
        await seen.until(
            lambda: seen.state.listed_entries.view.filter == "unread" and len(seen.state.listed_entries.ids) == 500
        )
        await seen.press("m")
        await seen.until(lambda: long.entries[1].read)
        slow.gate.set()
        await seen.until(lambda: seen.state.listed_entries.whole)
        assert seen.state.listed_entries.ids[0] == 1


async def test_fetching_another_article_again_ends_no_opening(open_app: Any, library: Any) -> None:
    library.gate = asyncio.Event()
    async with open_app(library) as seen:
        await seen.press("enter")
        await seen.wait_for("fetching…")
        await seen.press("h", "j", "j", "F")
        library.gate.set()
        await seen.wait_for("Paragraph 1 of Bridge 1")
        assert "fetching…" not in seen.text
        await seen.until(lambda: 3 in library.kept)


@pytest.mark.parametrize("key", ["f", "W", "F"])
async def test_another_key_ends_no_opening_that_fails_later(open_app: Any, library: Any, key: str) -> None:
    async def fails(_: int) -> None:
        raise FetchError("the article", "the server answered 404 Not Found", status=404)

    library.gate = asyncio.Event()
    library.alternatives = fails
    del library.wire[1]
    async with open_app(library) as seen:
        await seen.press("enter")
        await seen.wait_for("fetching…")
        await seen.press(key)
        library.gate.set()
        await seen.wait_for("The full text could not be fetched")
        assert "fetching…" not in seen.text


async def test_two_steps_through_the_ways_are_two(open_app: Any, library: Any) -> None:
    page, *others = [
        Article("https://example.org/2", "桜が満開 2", replace(library.kept[2]).document, kind=kind)
        for kind in (TextKind.EXTRACTED, TextKind.CANDIDATE, TextKind.WHOLE_PAGE)
    ]
    others = [
        replace(one, document=replace(one.document, blocks=one.document.blocks[n:]))
        for n, one in enumerate(others, 1)
    ]
    library.wire[2] = library.kept[2] = page
    library.other_ways[2] = others
    gate, alternatives = asyncio.Event(), library.alternatives

    async def slow_ways(entry_id: int) -> Any:
        await gate.wait()
        return await alternatives(entry_id)

    library.alternatives = slow_ways
    async with open_app(library) as seen:
        await seen.press("j", "enter")
        await seen.wait_for("Paragraph 1 of")
        await seen.press("f", "f")
        gate.set()
        await seen.wait_for("3 of 3")


async def test_new_sources_are_fetched_after_a_refresh_that_is_under_way(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.until(lambda: library.refreshes and not seen.state.status.progress)
        await seen.until(lambda: not seen.state.work.is_under_way("refresh"))
        library.gate = asyncio.Event()
        await seen.press("R")
        await seen.until(lambda: library.refreshes[-1] == (None, False))
        await seen.press("a")
        await seen.type("vnexpress")
        await seen.press("enter")
        await seen.wait_for("1 source added")
        count = len(library.refreshes)
        library.gate.set()
        await seen.until(lambda: library.refreshes[count:] == [(None, True)], "the refresh of what is new")


async def test_a_key_at_the_start_does_not_end_the_refresh_of_what_is_due(open_app: Any, library: Any) -> None:
    library.gate = asyncio.Event()
    library.all_sources[4] = Source(4, SourceKind.FEED, "New", "https://example.org/new")
    async with open_app(library) as seen:
        await seen.until(lambda: library.refreshes)
        await seen.press("r")
        await seen.wait_for("A refresh is already running")
        library.coming = []
        library.gate.set()
        await seen.until(lambda: not seen.state.work.is_under_way("refresh"))
        assert library.refreshes == [(None, True)]
