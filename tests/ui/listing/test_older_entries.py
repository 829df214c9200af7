"""The end of one source's list fetches what is older."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from tuinews.model.source import SourceKind


@pytest.fixture
def many(many: Any, new_entry: Callable[..., Any]) -> Any:
    """Its one source has two older articles behind its two hundred."""
    many.behind = [new_entry(201, "Older by a day"), new_entry(202, "Older by two")]
    return many


async def _list_the_source(seen: Any) -> None:
    await seen.press("right_square_bracket")
    await seen.until(lambda: seen.state.view.source_id == 1, "the source's list")


async def test_the_end_of_a_sources_list_brings_older_articles(open_app: Any, many: Any) -> None:
    async with open_app(many) as seen:
        await _list_the_source(seen)
        many.gate = asyncio.Event()
        await seen.press("G")
        await seen.wait_for("Fetching older articles…")
        await seen.press("k")
        await seen.wait_for("199/200")
        await seen.press("j")
        many.gate.set()
        await seen.wait_for("2 older articles")
        await seen.wait_for("200/202")
        await seen.press("j", "j")
        await seen.wait_for("Older by two")
        assert "202/202" in seen.status
        await seen.wait_for("No older articles were found")


@pytest.mark.parametrize("key", ["end", "pagedown", "ctrl+d", "j"])
async def test_every_way_down_comes_to_the_end_and_asks_once(open_app: Any, many: Any, key: str) -> None:
    many.entries = {n: row for n, row in many.entries.items() if n <= 3}
    many.behind = []
    async with open_app(many) as seen:
        await _list_the_source(seen)
        await seen.press(*[key] * 4)
        await seen.wait_for("No older articles were found")
        assert many.looks_behind == [1]
        await seen.press("k", "j")
        await seen.until(lambda: many.looks_behind == [1, 1], "another look")


async def test_all_articles_have_no_older_ones(open_app: Any, many: Any) -> None:
    async with open_app(many) as seen:
        await seen.press("G", "j")
        await seen.wait_for("200/200")
        assert many.looks_behind == []


async def test_pages_read_by_their_address_have_no_older_ones(open_app: Any, many: Any) -> None:
    many.all_sources[1] = replace(many.all_sources[1], kind=SourceKind.PAGES)
    async with open_app(many) as seen:
        await _list_the_source(seen)
        await seen.press("G")
        await seen.wait_for("200/200")
        assert many.looks_behind == []


async def test_without_a_network_the_end_says_so_and_asks_nothing(open_app: Any, many: Any) -> None:
    many.offline = True
    async with open_app(many) as seen:
        await seen.wait_for("Offline since")
        await _list_the_source(seen)
        await seen.press("G")
        await seen.wait_for("fetching older articles needs a network")
        assert many.looks_behind == []
