"""The reader beside the list previews the row under the cursor, and marks nothing read by it."""

import asyncio
from dataclasses import replace
from typing import Any

from tuinews.settings import Settings


async def test_the_row_under_the_cursor_is_previewed_and_stays_unread(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        assert "Enter opens the selected article" in seen.text
        await seen.press("j")
        await seen.wait_for("Paragraph 1 of")
        assert "preview" in seen.text
        assert not library.entries[2].read
        await seen.press("j", "j", "j")
        await seen.wait_for("Summary of Match 5")
        assert not library.entries[5].read
        assert seen.state.open_id is None


async def test_reading_on_and_going_to_the_reader_open_what_is_previewed(open_app: Any, library: Any) -> None:
    for key in ("space", "tab", "enter"):
        library.entries[2] = replace(library.entries[2], read=False)
        async with open_app(library, settings=Settings(resume=False)) as seen:
            await seen.press("j")
            await seen.wait_for("Paragraph 1 of")
            await seen.press(key)
            await seen.until(lambda: library.entries[2].read, key)
            assert seen.state.open_id == 2
            assert "preview" not in seen.text


async def test_the_open_article_is_behind_a_preview_as_it_was_left(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("j", "enter")
        await seen.wait_for("Paragraph 1 of")
        await seen.press("space")
        place = seen.state.reader.window.position
        await seen.press("h", "k")
        await seen.wait_for("Summary of Bridge 1")
        assert library.places[2] == place
        await seen.press("j")
        await seen.until(lambda: seen.state.reader.window.position == place, "the article where it was left")
        assert seen.state.reader_state.entry_id == 2


async def test_an_article_that_comes_late_does_not_push_a_preview_away(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        gate = library.gate = asyncio.Event()
        await seen.press("enter", "h", "j")
        await seen.wait_for("Paragraph 1 of")
        gate.set()
        await seen.until(lambda: seen.state.coming_id is None, "come")
        assert seen.state.reader_state.entry_id == 2
        assert not library.entries[1].read
        await seen.press("k")
        await seen.until(lambda: seen.state.reader_state.entry_id == 1)


async def test_nothing_is_previewed_where_it_is_not_wanted_or_not_beside(open_app: Any, library: Any) -> None:
    async with open_app(library, settings=Settings(preview=False)) as seen:
        await seen.press("j")
        assert seen.state.preview.timer is None
    async with open_app(library, (50, 20)) as seen:
        await seen.press("j")
        assert seen.state.preview.timer is None


async def test_in_another_list_its_own_row_is_previewed(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("j")
        await seen.wait_for("Paragraph 1 of 桜が満開 2")
        await seen.press("right_square_bracket")
        await seen.until(lambda: seen.state.view.source_id is not None, "a source")
        row = seen.state.target_row
        assert row.id != 2
        await seen.until(lambda: seen.state.preview.entry_id == row.id, "its row")
        assert "桜が満開 2" not in seen.text.splitlines()[2]
        assert library.entries[row.id].read is row.read


async def test_what_was_previewed_is_gone_with_its_list(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("j")
        await seen.wait_for("Paragraph 1 of 桜が満開 2")
        await seen.press("h")
        assert "Paragraph 1 of 桜が満開 2" in seen.text
        await seen.press("j", "j")
        await seen.wait_for("Starred articles")
        await seen.wait_for("Enter opens the selected article")
        assert "preview" not in seen.text


async def test_behind_it_the_open_article_comes_back_and_an_empty_list_previews_nothing(
    open_app: Any, library: Any
) -> None:
    async with open_app(library) as seen:
        await seen.press("j", "enter")
        await seen.wait_for("Paragraph 1 of 桜が満開 2")
        await seen.press("h", "j")
        await seen.wait_for("Summary of Gold 3")
        library.entries = {n: replace(row, starred=False) for n, row in library.entries.items()}
        await seen.press("3")
        await seen.wait_for("starred")
        await seen.wait_for("Paragraph 1 of 桜が満開 2")
        assert "Summary of Gold 3" not in seen.text


async def test_a_refresh_leaves_what_is_previewed(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("j")
        await seen.wait_for("Paragraph 1 of 桜が満開 2")
        await seen.press("R")
        await seen.wait_for("Nothing new")
        assert (seen.state.preview.entry_id, seen.state.entry_list.current) == (2, 2)
        assert "Paragraph 1 of 桜が満開 2" in seen.text
