"""What counts as read: what could be read."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from tuinews.settings import Settings


@pytest.fixture
def bare(library: Any) -> Any:
    """Without a network, and nothing kept."""
    library.offline = True
    library.kept.clear()
    library.entries = {n: replace(row, read=False, cached="none") for n, row in library.entries.items()}
    return library


@pytest.mark.parametrize("key", ["enter", "J", "n", "space"])
async def test_an_article_that_could_not_be_read_stays_unread(open_app: Any, bare: Any, key: str) -> None:
    async with open_app(bare) as seen:
        await seen.press(key)
        await seen.wait_for("this article is not saved")
        await seen.press("tab", "tab", "tab")
        await seen.until(lambda: seen.state.counts and seen.state.counts.unread == 12)
        assert not any(row.read for row in bare.entries.values())
        assert "12 unread" in seen.text


async def test_a_walk_without_a_network_uses_up_no_unread_article(open_app: Any, bare: Any) -> None:
    async with open_app(bare) as seen:
        opened = set()
        for _ in range(15):
            await seen.press("space")
            await seen.wait_for("this article is not saved")
            opened.add(seen.state.open_id)
        assert len(opened) > 3
        assert not any(row.read for row in bare.entries.values())


async def test_what_cannot_be_written_is_not_shown_as_read(open_app: Any, library: Any) -> None:
    library.read_only = True
    async with open_app(library) as seen:
        assert "●" in seen.line("Bridge 1")
        await seen.press("enter")
        await seen.wait_for("Paragraph 1 of")
        await seen.settle()
        assert "●" in seen.line("Bridge 1")


async def test_an_answer_of_404_leaves_it_unread(open_app: Any, library: Any) -> None:
    del library.wire[1]
    async with open_app(library) as seen:
        await seen.press("enter")
        await seen.wait_for("The full text could not be fetched")
        assert "● Bridge 1" in seen.text
        assert not library.entries[1].read


async def test_it_is_read_once_its_text_is_there(open_app: Any, library: Any) -> None:
    library.gate = asyncio.Event()
    async with open_app(library) as seen:
        await seen.press("enter")
        await seen.wait_for("fetching…")
        assert not library.entries[1].read
        library.gate.set()
        await seen.until(lambda: library.entries[1].read)
        await seen.until(lambda: "● Bridge 1" not in seen.text)


@pytest.mark.parametrize(
    ("summary", "read"), [("word " * 100, True), ("詞" * 210, True), ("a teaser " * 20, False)]
)
async def test_a_long_summary_counts_as_read(open_app: Any, bare: Any, summary: str, read: bool) -> None:
    bare.entries[1] = replace(bare.entries[1], summary=summary)
    async with open_app(bare) as seen:
        await seen.press("enter")
        await seen.wait_for("this article is not saved")
        await seen.until(lambda: seen.state.counts and seen.state.counts.unread == 12 - read)
        assert bare.entries[1].read is read


async def test_the_whole_page_of_what_could_not_be_had_counts(open_app: Any, library: Any) -> None:
    page = library.wire.pop(1)
    async with open_app(library) as seen:
        await seen.press("enter")
        await seen.wait_for("The full text could not be fetched")
        library.wire[1] = library.kept[1] = page
        await seen.press("f")
        await seen.until(lambda: library.entries[1].read)


async def test_an_article_opened_in_the_browser_counts(open_app: Any, bare: Any) -> None:
    async with open_app(bare) as seen:
        await seen.press("o")
        await seen.until(lambda: bare.entries[1].read)
        await seen.until(lambda: "● Bridge 1" not in seen.text)


async def test_marked_unread_by_hand_it_stays_so_while_it_is_open(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("j", "enter")
        await seen.until(lambda: library.entries[2].read)
        await seen.press("m")
        await seen.until(lambda: not library.entries[2].read)
        library.wire[2] = replace(library.kept[2], title="Fetched anew")
        await seen.press("F")
        await seen.wait_for("Fetched anew")
        assert not library.entries[2].read


async def test_the_browser_marks_nothing_where_the_settings_say_so(open_app: Any, library: Any) -> None:
    library.marks_opened = False
    async with open_app(library, settings=Settings(mark_read_on_open=False)) as seen:
        await seen.press("o")
        await seen.wait_for("Opened in the browser")
        assert "● Bridge 1" in seen.text


async def test_the_last_unread_that_cannot_be_read_is_not_opened_again_and_again(open_app: Any, bare: Any) -> None:
    bare.entries = {n: replace(row, read=n != 1) for n, row in bare.entries.items()}
    async with open_app(bare) as seen:
        await seen.press("j", "n")
        await seen.wait_for("this article is not saved")
        await seen.press("n")
        await seen.wait_for("No other unread articles here")
