"""Stories on the screen: one row with how many others tell it, opened and closed, marked together, set apart."""

from dataclasses import replace
from typing import Any

import pytest
from fake_rows import NOW, entry
from rich.style import Style

from tuinews.model.entry_row import Story
from tuinews.ui.widgets.entries.entry_row import RowState
from tuinews.ui.widgets.entries.screen_reader_row import ScreenReaderRowPainter
from tuinews.ui.words.standing import stories as words


@pytest.fixture
def told(library: Any) -> Any:
    """The library in which three of the sources tell what entry 2 does."""
    for entry_id in (2, 4, 6):
        library.entries[entry_id] = entry(entry_id, f"Quake {entry_id}", story=Story(1, 2))
    return library


async def test_a_story_is_one_row_which_is_opened_and_closed(open_app: Any, told: Any) -> None:
    async with open_app(told, (100, 30)) as seen:
        ids = list(seen.state.listed_entries.ids)
        assert ids[:4] == [1, 2, 3, 5]
        assert "+2" in seen.after("Quake 2")
        await seen.press("equals_sign")
        await seen.wait_for(words.TOLD_BY_NO_OTHER)
        await seen.press("j", "equals_sign")
        await seen.until(lambda: list(seen.state.listed_entries.ids)[:6] == [1, 2, 4, 6, 3, 5], "the others")
        await seen.wait_for("└ Quake 4")
        assert seen.state.entry_list.current == 2
        looked = seen.state.listed_entries
        seen.state.reloading.reload(after=0.01)
        await seen.until(lambda: seen.state.listed_entries is not looked, "another look")
        assert list(seen.state.listed_entries.ids)[:5] == [1, 2, 4, 6, 3]
        await seen.press("j")
        await seen.press("equals_sign")
        await seen.until(lambda: list(seen.state.listed_entries.ids) == ids, "one row")
        assert seen.state.entry_list.current == 2


async def test_one_mark_reads_all_of_a_story_that_is_closed_and_one_of_one_that_is_open(
    open_app: Any, told: Any
) -> None:
    async with open_app(told, (100, 30)) as seen:
        await seen.press("j", "m")
        await seen.wait_for("3 articles of the story marked as read; u undoes it")
        assert [told.entries[i].read for i in (2, 4, 6)] == [True] * 3
        await seen.press("m")
        await seen.wait_for("3 articles of the story marked as unread; u undoes it")
        await seen.press("equals_sign")
        await seen.until(lambda: list(seen.state.listed_entries.ids)[1:4] == [2, 4, 6], "the others")
        await seen.press("m")
        await seen.until(lambda: told.entries[2].read, "one mark")
        assert [told.entries[i].read for i in (2, 4, 6)] == [True, False, False]


async def test_the_setting_lists_each_by_itself(open_app: Any, told: Any) -> None:
    async with open_app(told, (100, 30)) as seen:
        assert list(seen.state.listed_entries.ids)[:4] == [1, 2, 3, 5]
        seen.state.settings = replace(seen.state.settings, stories=False)
        seen.state.listing.show(seen.state.view)
        await seen.until(lambda: list(seen.state.listed_entries.ids)[:4] == [1, 2, 3, 4], "each of them")


async def test_an_article_is_set_apart(open_app: Any, told: Any) -> None:
    async with open_app(told, (100, 30)) as seen:
        await seen.press("vertical_line")
        await seen.wait_for(words.TOLD_BY_NO_OTHER)
        await seen.press("j", "vertical_line")
        await seen.wait_for("“Quake 2” is a story of its own; u undoes it")
        await seen.until(lambda: list(seen.state.listed_entries.ids)[1:4] == [2, 3, 4], "two rows")


def test_who_hears_the_list_is_told_how_many_tell_it() -> None:
    painter = ScreenReaderRowPainter(lambda _: Style(), 80, NOW)
    state = RowState(cursor=True, open=False, with_source=True)
    assert "The Record, told by 4 others," in painter.words(entry(1, "Quake", 3, story=Story(1, 4)), state)
