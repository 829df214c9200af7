"""The sheet of one source, and folding in the sources pane."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from textual.widgets import Input

from tuinews.model.sources.options import PictureChoice, SourceOptions, TextChoice
from tuinews.model.view import View
from tuinews.ui.widgets.fields.option_field import OptionField
from tuinews.ui.words.sources import source_sheet


async def to_sheet(seen: Any, source_id: int) -> None:
    while seen.state.view.source_id != source_id:
        await seen.press("right_square_bracket")
    await seen.until(lambda: seen.state.listed_entries.view.source_id == source_id)
    await seen.press("e")
    await seen.wait_for("Edit source")
    await seen.until(lambda: isinstance(seen.app.focused, Input))


async def test_all_that_can_be_set_of_a_source_is_in_one_sheet(open_app: Any, library: Any) -> None:
    async with open_app(library, (80, 24)) as seen:
        await to_sheet(seen, 1)
        for label in (
            "Name",
            "Folder",
            "Refresh every",
            "Articles kept",
            "Pictures",
            "Text",
            "User agent",
            "Hide",
        ):
            assert label in seen.text
        await seen.press("down")
        await seen.wait_for("A/B is folder B inside A; empty: in no folder · Việt Nam · Japan")
        assert "Enter saves" in seen.text
        await seen.press("tab")
        await seen.type("90")
        await seen.press("tab", "tab")
        assert isinstance(seen.app.focused, OptionField)
        await seen.press("right", "right")
        await seen.wait_for("‹ when opened ›")
        await seen.press("down", "left")
        await seen.wait_for("‹ from the feed ›")
        await seen.press("down", "down", "space", "enter")
        await seen.wait_for("Settings of Tuổi Trẻ saved; u undoes it")
        saved = library.all_sources[1]
        assert saved.options == SourceOptions(90, pictures=PictureChoice.OPENED, text=TextChoice.FEED, hidden=True)
        await seen.press("u")
        await seen.until(lambda: library.all_sources[1].options == SourceOptions())


async def test_what_is_wrong_is_said_where_it_stands_and_nothing_is_saved(open_app: Any, library: Any) -> None:
    async with open_app(library, (50, 20)) as seen:
        await to_sheet(seen, 1)
        await seen.press("down", "down", "down")
        await seen.type("many")
        await seen.press("down", "down", "down", "down", "enter")
        await seen.wait_for("Articles kept: must be a number from 0 to")
        assert seen.app.focused.id == "articles"
        await seen.press("ctrl+u", "enter")
        await seen.wait_for("Tuổi Trẻ is unchanged")
        assert library.all_sources[1].options == SourceOptions()


async def test_no_key_of_a_burst_goes_to_another_field(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("right_square_bracket")
        await seen.until(lambda: seen.state.listed_entries.view.source_id == 1)
        for key in (
            "e",
            "x",
            "tab",
            "down",
            "4",
            "5",
            "tab",
            "7",
            "shift+tab",
            "0",
            "down",
            "tab",
            "right",
            "enter",
        ):
            seen.app.simulate_key(key)
        await seen.wait_for("saved; u undoes it")
        saved = library.all_sources[1]
        options = SourceOptions(450, 7, PictureChoice.NONE)
        assert (saved.title, saved.options) == ("Tuổi Trẻx", options)


async def test_no_key_asks_a_source_whose_server_asked_for_a_pause(open_app: Any, library: Any) -> None:
    error = "the server asked for a pause; it is left alone for 2 hours"
    later = datetime.now(UTC) + timedelta(hours=2)
    library.all_sources[2] = replace(library.all_sources[2], next_refresh=later, error=error)
    async with open_app(library, (50, 20)) as seen:
        await to_sheet(seen, 2)
        shown = " ".join(line.strip(" │") for line in seen.text.splitlines())
        assert "Next try in 2 hours, not before: the server asked for a pause." in shown
        await seen.press("escape")
        await seen.until(lambda: len(seen.app.screen_stack) == 1)


async def test_a_source_that_failed_says_why_and_when_it_is_tried_again(open_app: Any, library: Any) -> None:
    later = datetime.now(UTC) + timedelta(minutes=40)
    library.all_sources[2] = replace(library.all_sources[2], next_refresh=later)
    async with open_app(library, (50, 20)) as seen:
        await to_sheet(seen, 2)
        shown = " ".join(line.strip(" │") for line in seen.text.splitlines())
        assert "Last refresh failed: it answered 503. Next try in 40 minutes; r in the list tries now" in shown
        for _ in range(7):
            await seen.press("down")
        await seen.wait_for("Hide from All")
        await seen.press("escape")
        await seen.until(lambda: len(seen.app.screen_stack) == 1)


@pytest.mark.parametrize(
    ("ahead", "gone", "says"),
    [
        (timedelta(seconds=-1), False, "The next refresh tries again"),
        (timedelta(minutes=3, seconds=5), False, "Next try in 3 minutes"),
        (timedelta(hours=5), False, "Next try in 5 hours"),
        (timedelta(days=4), False, "Next try in 4 days"),
        (timedelta(hours=1), True, "It is not retried automatically"),
        (None, False, "The next refresh tries again"),
    ],
)
def test_the_next_try_is_told(library: Any, ahead: timedelta | None, gone: bool, says: str) -> None:
    now = datetime.now(UTC)
    failed = replace(library.all_sources[2], gone=gone, next_refresh=None if ahead is None else now + ahead)

    class Keys:
        def key(self, command: str) -> str:
            return {"refresh_source": "r", "edit_source": "e"}[command]

    assert says in source_sheet.trouble(failed, now, Keys())
    assert "may open it" not in source_sheet.trouble(failed, now, Keys())
    refused = replace(failed, error="máy chủ trả lời 403 Forbidden")
    assert "cookies or a command, below, may open it" in source_sheet.trouble(refused, now, Keys())
    assert "since" not in source_sheet.trouble(failed, now, Keys())
    since = replace(refused, failing_since=datetime(2026, 11, 21, 9, 5).astimezone())
    for told in (source_sheet.trouble(since, now, Keys()), source_sheet.beside_failure(since, now, Keys())):
        assert "It has failed since 2026-11-21 09:05." in told
        assert says in told
        assert "may open it" in told


async def test_folders_are_folded_and_stay_so(open_app: Any, library: Any) -> None:
    library.all_sources[1] = replace(library.all_sources[1], folder="Việt Nam/Báo")
    async with open_app(library) as seen:
        await seen.press("right_square_bracket")
        await seen.until(lambda: seen.state.listed_entries.view.source_id == 1)
        assert "▾ Báo" in seen.text
        await seen.press("minus")
        await seen.wait_for("▸ Báo")
        await seen.until(lambda: seen.state.listed_entries.view.folder == "Việt Nam/Báo")
        await seen.until(lambda: library.pane.folded == {"Việt Nam/Báo"})
        await seen.press("right_square_bracket")
        await seen.until(lambda: seen.state.view.source_id == 1)
        assert "▸ Báo" in seen.line("Báo")
        assert seen.state.source_list.folder == "Việt Nam/Báo"
        await seen.press("underscore")
        await seen.wait_for("▸ Việt Nam")
        assert library.pane.folded == {"Việt Nam", "Việt Nam/Báo", "Japan"}
        await seen.press("h", "k", "j", "minus")
        await seen.wait_for("▾ Việt Nam")
        await seen.press("underscore", "underscore")
        await seen.until(lambda: library.pane.folded == frozenset())
        pane = seen.state.source_list
        row = next(n for n, line in enumerate(seen.text.splitlines()) if "▾ Japan" in line)
        before = seen.state.view
        await seen.pilot.click("#sources", offset=(1, row - pane.region.y))
        await seen.wait_for("▸ Japan")
        assert seen.state.view == before
        await seen.pilot.click("#sources", offset=(6, row - pane.region.y))
        await seen.until(lambda: seen.state.view.folder == "Japan")
    async with open_app(library) as seen:
        await seen.press("h", "G")
        await seen.until(lambda: seen.state.view.source_id == 3)
        await seen.press("minus")
        await seen.wait_for("The cursor is in no folder")


async def test_a_folder_is_renamed_with_all_that_is_in_it(open_app: Any, library: Any) -> None:
    library.all_sources[1] = replace(library.all_sources[1], folder="Việt Nam/Báo")
    async with open_app(library, (80, 24)) as seen:
        await seen.press("h", "j", "j", "j", "j")
        await seen.until(lambda: seen.state.listed_entries.view.folder == "Việt Nam")
        await seen.press("e")
        await seen.wait_for("Rename or move folder")
        await seen.type(" 2")
        await seen.press("enter")
        await seen.wait_for("Folder Việt Nam is Việt Nam 2 now; u undoes it")
        await seen.until(lambda: seen.state.listed_entries.view.folder == "Việt Nam 2")
        assert library.all_sources[1].folder == "Việt Nam 2/Báo"
        await seen.press("e")
        await seen.wait_for("Rename or move folder")
        await seen.press("escape")
        await seen.press("u")
        await seen.until(lambda: library.all_sources[1].folder == "Việt Nam/Báo")


async def test_sources_without_unread_articles_can_be_left_out(open_app: Any, library: Any) -> None:
    for number, row in library.entries.items():
        if row.source_id == 2:
            library.entries[number] = replace(row, read=True)
    async with open_app(library) as seen:
        await seen.press("full_stop")
        await seen.wait_for("Only sources with unread articles are listed; . lists all")
        assert "tuinews unread" in " ".join(seen.text.splitlines()[0].split())
        assert "Japan" not in seen.text
        await seen.press("right_square_bracket", "right_square_bracket")
        await seen.until(lambda: seen.state.view.source_id == 3)
        assert library.pane.unread_only
        await seen.press("full_stop")
        await seen.wait_for("Japan")


async def test_an_empty_folder_that_is_listed_is_edited_from_the_list(open_app: Any, library: Any) -> None:
    library.entries.clear()
    async with open_app(library) as seen:
        seen.state.listing.show(View(folder="Japan"))
        await seen.settle()
        await seen.press("e")
        await seen.wait_for("A/B is folder B inside A")


async def test_an_empty_field_says_what_holds(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("right_square_bracket", "e")
        await seen.wait_for("Refresh every")
        for label, words in (
            ("Refresh every", "as in the settings"),
            ("Keep read for", "as in the settings"),
            ("User agent", "tuinews"),
            ("Room for pictures", "no limit of its own"),
        ):
            assert words in seen.line(label)


async def test_its_scroll_bar_has_the_colours_of_the_others(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("right_square_bracket", "e")
        await seen.wait_for("Refresh every")
        fields, entries = seen.app.screen.query_one("#fields").styles, seen.state.entry_list.styles
        assert fields.scrollbar_color == entries.scrollbar_color
        assert fields.scrollbar_color_hover == entries.scrollbar_color_hover
