"""Saved views: kept, listed in their order, counted beside all else, changed and taken back."""

from pathlib import Path

import pytest

from tuinews.errors import NotFoundError, QueryError, TuinewsError
from tuinews.library.library import Library
from tuinews.model.standing.queries import SavedView, ViewOrder
from tuinews.model.view import Filter, View
from tuinews.settings import Settings
from tuinews.store.recovery import backup
from tuinews.subscriptions.reading import parse_source_list


async def titles(library: Library, view: View) -> list[str]:
    return [row.title for row in await library.rows(await library.entry_ids(view))]


async def test_a_view_lists_what_its_query_finds_in_its_order(library: Library) -> None:
    saved = await library.add_view(" Of\nA ", "site:a.example")
    here = View(saved_id=saved.id)
    newest = ["Báo A tin 0", "Báo A tin 1", "Báo A tin 2"]
    assert (saved.name, await titles(library, here)) == ("Of A", newest)

    await library.set_view(saved.id, {"order": "oldest", "icon": "★", "query": "site:a.example -2"})
    assert (await titles(library, here)) == newest[1::-1]
    await library.set_view(saved.id, {"order": "best", "query": "tin -2"})
    assert len(await titles(library, here)) == 4

    await library.mark_read((await library.entry_ids(here))[:3], True)
    assert len(await library.entry_ids(View(saved_id=saved.id, filter=Filter.UNREAD))) == 1
    assert await library.unread_of_view(await library.view("OF a")) == 1


async def test_a_view_lists_in_every_order_as_much_as_it_counts(library: Library) -> None:
    """While a query is typed its last word is a beginning; nobody types the one of a view any more."""
    assert len(await library.entry_ids(View(query="báo ti"))) > 1
    saved = await library.add_view("Tin", "báo ti")
    for order in ("newest", "best"):
        await library.set_view(saved.id, {"order": order})
        assert await titles(library, View(saved_id=saved.id)) == []
    assert await library.unread_of_view(await library.view("Tin")) == 0


async def test_what_is_done_to_a_view_is_taken_back_and_done_again(library: Library) -> None:
    saved = await library.add_view("Tin", "tin")
    changed = await library.set_view(saved.id, {"name": "Tin mới", "place": "3"})
    await library.remove_view(saved.id)
    assert await library.views() == []
    assert await library.undo() == "The view “Tin mới” is back"
    assert await library.views() == [changed]
    assert await library.undo() == "The view “Tin” is as it was"
    assert await library.views() == [saved]
    assert await library.undo() == "The view “Tin” is gone again"
    assert [await library.redo(), await library.redo()] == [
        "The view “Tin” is back",
        "The view “Tin mới” is as it was",
    ]
    assert await library.views() == [changed]


async def test_views_stand_by_their_places(library: Library) -> None:
    first, second = await library.add_view("1", "a"), await library.add_view("2", "b")
    await library.set_view(first.id, {"place": "5"})
    assert [view.id for view in await library.views()] == [second.id, first.id]


@pytest.mark.parametrize(
    ("key", "typed"),
    [("query", "is:sideways"), ("query", " -- "), ("name", " "), ("order", "odd"), ("icon", "ab"), ("place", "x")],
)
async def test_what_is_typed_wrong_changes_nothing(library: Library, key: str, typed: str) -> None:
    saved = await library.add_view("Tin", "tin")
    with pytest.raises(TuinewsError):
        await library.set_view(saved.id, {key: typed})
    assert await library.views() == [saved]


async def test_a_view_that_is_not_there_and_a_query_that_says_nothing_are_told(library: Library) -> None:
    with pytest.raises(NotFoundError):
        await library.entry_ids(View(saved_id=7))
    with pytest.raises(NotFoundError):
        await library.view("nothing")
    with pytest.raises(QueryError):
        await library.add_view("x", "?")


async def test_views_go_out_with_the_sources_and_come_back_once(library: Library) -> None:
    await library.add_view("Tin", "tin")
    await library.set_view((await library.view("Tin")).id, {"order": "best", "icon": "†"})
    listed = parse_source_list(await library.export_opml())
    assert listed.views == (SavedView(name="Tin", query="tin", order=ViewOrder.BEST, icon="†"),)
    assert (await library.import_sources(listed)).views == ()
    await library.remove_view((await library.view("Tin")).id)
    assert (await library.preview_import(listed)).views == ("Tin",)
    assert await library.views() == []
    assert (await library.import_sources(listed)).views == ("Tin",)
    assert [view.icon for view in await library.views()] == ["†"]


async def test_views_come_back_from_the_daily_backup(stocked: Path) -> None:
    library = await Library.open(stocked, Settings())
    await library.add_view("Tin", "tin")
    await library.close()
    assert backup.existing(stocked / "library.sqlite3")
    for path in stocked.glob("library.sqlite3*"):
        path.unlink()

    again = await Library.open(stocked, Settings())
    assert [view.name for view in await again.views()] == ["Tin"]
    await again.close()


@pytest.mark.parametrize(
    ("typed", "why"),
    [({"foo": "1"}, "there is none; use one of name, query"), ({"place": "0000999999"}, "0 to 999")],
)
async def test_what_a_view_does_not_have_is_told(library: Library, typed: dict[str, str], why: str) -> None:
    saved = await library.add_view("Tin", "tin")
    with pytest.raises(TuinewsError) as told:
        await library.set_view(saved.id, typed)
    assert why in f"{told.value.why}; {told.value.remedy}"
    assert await library.view("Tin") == saved
