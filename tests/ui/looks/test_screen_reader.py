"""The list for a screen reader: titles first, beside them what there is room for, a page from its first row."""

from dataclasses import replace
from typing import Any

import pytest
from fake_rows import NOW
from rich.style import Style

from tuinews.language import Signs, choose_signs
from tuinews.settings import Settings
from tuinews.typeset.cells import width
from tuinews.ui.widgets.entries.entry_row import RowState
from tuinews.ui.widgets.entries.screen_reader_row import MOST_BYTES, ScreenReaderRowPainter

HERE = RowState(cursor=True, open=False, with_source=True)


@pytest.fixture(autouse=True)
def signs_back() -> Any:
    yield
    choose_signs(Signs.ALL)


def painter(cells: int) -> ScreenReaderRowPainter:
    return ScreenReaderRowPainter(lambda _name: Style(), cells, NOW)


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Storm", "Storm, unread, starred, Tuổi Trẻ, 1h"),
        ("Bão số 5 " * 6, "Bão số 5 " * 5 + "Bão số 5, unread, starred"),
        ("東京の桜" * 8, "東京の桜" * 8 + ", unread"),
        ("x" * 200, "x" * 76 + "..."),
    ],
)
def test_a_title_comes_first_and_what_there_is_room_for(new_entry: Any, title: str, said: str) -> None:
    choose_signs(Signs.NONE)
    words = painter(120).words(new_entry(1, title, starred=True), HERE)
    assert words.startswith(said)
    assert width(words) < 80
    assert len(words.encode()) <= max(MOST_BYTES, len(title.encode()))


def test_what_has_no_room_hides_what_comes_after_it(new_entry: Any) -> None:
    assert painter(30).words(new_entry(1, "A title of twenty-two cells"), HERE) == "A title of twenty-two cells"


async def test_below_the_page_the_next_one_begins_with_the_cursors_row(open_app: Any, many: Any) -> None:
    async with open_app(many, (80, 24), Settings(screen_reader=True)) as seen:
        entries = seen.state.entry_list
        page = entries.page
        assert page > 20
        await seen.press(*["j"] * (page - 1))
        await seen.until(lambda: entries.index == page - 1)
        assert entries.scroll_offset.y == 0
        await seen.press("j")
        await seen.until(lambda: entries.index == page)
        await seen.until(lambda: entries.scroll_offset.y == page)
        assert seen.text.splitlines()[1].strip().startswith(f"Entry {page + 1}, unread")
        assert seen.app.cursor_position.y == 1
        await seen.press("k")
        await seen.until(lambda: entries.index == page - 1)
        assert f"Entry {page}, unread" in seen.text
        seen.state.action_run("screen_reader")
        await seen.until(lambda: "●" in seen.text)
        assert entries.index == page - 1
        assert f"Entry {page}" in seen.text


@pytest.mark.parametrize(
    ("key", "said"),
    [("C", "Nothing is highlighted yet"), ("M", "No rules and no mutes"), ("exclamation_mark", "Nothing failed")],
)
async def test_why_a_sheet_is_empty_stands_at_its_top_where_the_cursor_is(
    open_app: Any, library: Any, key: str, said: str
) -> None:
    library.all_sources[2] = replace(library.all_sources[2], error=None)
    async with open_app(library, (80, 24), Settings(screen_reader=True)) as seen:
        await seen.press(key)
        await seen.wait_for(said)
        line = seen.text.splitlines().index(seen.line(said))
        assert line <= 4
        assert seen.app.cursor_position.y == line
