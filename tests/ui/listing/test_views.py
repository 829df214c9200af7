"""Saved views: a search becomes one by a key; listed, counted beside all else, edited, removed, brought back."""

import asyncio
from typing import Any

from tuinews.model.screen.state import ScreenState
from tuinews.model.standing.queries import SavedView, ViewOrder
from tuinews.model.view import View
from tuinews.ui.widgets.source_rows import view_rows


def test_rows_of_views_have_icon_and_count() -> None:
    views = (SavedView(id=3, name="Vàng", query="gold", icon="§"), SavedView(id=4, name="Cầu\x1b", query="bridge"))
    assert [(row.title, row.count) for row in view_rows(views, {3: 12})] == [("§ Vàng", 12), ("Cầu", 0)]


async def test_a_search_is_saved_edited_removed_and_brought_back(open_app: Any, library: Any) -> None:
    async with open_app(library) as seen:
        await seen.press("slash", "ctrl+s")
        await seen.wait_for("First type what to find")
        await seen.type("gold")
        await seen.press("ctrl+s")
        await seen.wait_for("Save view as: gold")
        await seen.press("ctrl+u")
        await seen.type("Vàng")
        await seen.press("enter")
        await seen.wait_for("Saved as “Vàng”; u undoes it")
        await seen.until(lambda: seen.state.unread_of_views, "its count")
        assert seen.state.view.saved_id == 1
        assert [seen.state.entry_list.row(i).title[:4] for i in seen.state.listed_entries.ids] == ["Gold"] * len(
            seen.state.listed_entries.ids
        )

        await seen.press("e")
        await seen.wait_for("Enter saves")
        await seen.press("down", "ctrl+u")
        await seen.type("is:sideways")
        await seen.press("enter")
        await seen.wait_for("Query: after is: there must be one of")
        await seen.press("ctrl+u")
        await seen.type("bridge")
        await seen.press("down", "right", "enter")
        await seen.wait_for("“Vàng” saved; u undoes it")
        assert (library.saved[1].query, library.saved[1].order) == ("bridge", ViewOrder.OLDEST)

        await seen.press("D")
        await seen.wait_for("Vàng removed; u brings it back")
        assert seen.state.view.saved_id is None
        await seen.press("u")
        await seen.until(lambda: [view.name for view in seen.state.saved_views] == ["Vàng"], "the view")


async def test_the_next_start_goes_on_in_a_view_that_is_still_there(open_app: Any, library: Any) -> None:
    library.saved[1] = SavedView(id=1, name="Vàng", query="gold")
    async with open_app(library) as seen:
        seen.state.listing.visit(View(saved_id=1))
        await seen.until(lambda: seen.state.listed_entries.view.saved_id == 1)
        library.screen = ScreenState.from_json(seen.state.session.left.to_json())
    async with open_app(library) as seen:
        assert seen.state.view.saved_id == 1
    library.saved.clear()
    async with open_app(library) as seen:
        assert seen.state.view.saved_id is None


async def test_no_key_waits_for_the_count_of_a_view(open_app: Any, library: Any) -> None:
    library.saved[1] = SavedView(id=1, name="Tin", query="")
    library.view_gate = asyncio.Event()
    async with open_app(library) as seen:
        await seen.until(lambda: library.views_counted, "the count")
        counted = library.views_counted
        await seen.press("j", "j", "k")
        assert (seen.state.entry_list.index, library.views_counted) == (1, counted)
        await seen.press("m")
        await seen.until(lambda: library.views_counted > counted, "a count after the mark")
        assert seen.state.unread_of_views == {}
        library.view_gate.set()
        await seen.until(lambda: seen.state.unread_of_views.keys() == {1}, "the number")
