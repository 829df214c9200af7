"""Rules and tags: what is done to entries as they arrive, and the names that are given by hand."""

from pathlib import Path

import pytest

from tuinews.errors import NotFoundError, TuinewsError
from tuinews.library.library import Library
from tuinews.model.entry import Entry, Listing
from tuinews.model.entry_row import EntryRow
from tuinews.model.refresh import Refreshed
from tuinews.model.view import Filter, View
from tuinews.settings import Settings
from tuinews.store.recovery import backup
from tuinews.store.store import Store

from .conftest import NOW

NEW = tuple(Entry(n, f"{n} mới", f"https://a.example/{n}") for n in ("golf", "sông", "cầu", "hát"))


async def arrived(library: Library) -> dict[str, EntryRow]:
    """What comes to the first source, by titles."""
    await library._store(Store.record_listing, 1, Refreshed(Listing(NEW), NOW))
    shown = await library.rows(await library.entry_ids(View(query="mới OR is:muted mới")))
    return {row.title.partition(" ")[0]: row for row in shown}


async def test_rules_act_on_what_arrives_and_on_nothing_else(library: Library) -> None:
    await library.add_rule("read", "title:sông OR title:tin")
    await library.add_rule("star", "title:cầu")
    await library.add_rule("tag=Mới nhất", "title:hát OR title:cầu")
    await library.add_rule("hide", "title:golf")
    unread = len(await library.entry_ids(View(filter=Filter.UNREAD)))

    rows = await arrived(library)

    assert [name for name, row in rows.items() if row.read] == ["sông"]
    assert [name for name, row in rows.items() if row.starred] == ["cầu"]
    assert {name for name, row in rows.items() if row.tags == ("Mới nhất",)} == {"cầu", "hát"}
    assert "golf" not in [row.title[:4] for row in await library.rows(await library.entry_ids(View()))]
    assert len(await library.entry_ids(View(filter=Filter.UNREAD))) == unread + 2
    assert [source.unread for source in await library.sources()] == [5, 3]


async def test_a_rule_is_taken_back_with_what_it_hid(library: Library) -> None:
    rule = await library.add_rule("hide", "title:golf")
    await arrived(library)
    hidden = len(await library.entry_ids(View()))
    assert await library.undo() == "the rule “title:golf” is gone"
    assert (await library.rules(), len(await library.entry_ids(View()))) == ([], hidden + 1)
    assert await library.redo() == "the rule “title:golf” is back"
    assert await library.remove_rule(rule.id) == rule
    with pytest.raises(NotFoundError):
        await library.remove_rule(rule.id)


@pytest.mark.parametrize(("action", "query"), [("burn", "a"), ("tag=", "a"), ("tag= # ", "a"), ("read", "is:odd")])
async def test_a_rule_that_is_none_is_not_kept(library: Library, action: str, query: str) -> None:
    with pytest.raises(TuinewsError):
        await library.add_rule(action, query)
    assert await library.rules() == []


async def test_a_rule_that_can_no_longer_be_read_does_nothing(library: Library) -> None:
    await library.add_rule("read", "title:sông")
    await library._store(
        lambda store: store._database.connection.execute("update standing_query set query = 'is:odd'")
    )
    assert not any(row.read for row in (await arrived(library)).values())


async def test_tags_are_given_found_completed_and_taken_back(library: Library) -> None:
    assert await library.tag([1, 2], "#Sông nước") == 2
    assert await library.tag([2, 3], "Sông nước") == 1
    assert sorted(await library.entry_ids(View(query='tag:"song nuoc"'))) == [1, 2, 3]
    assert await library.undo() == "1 article has its tags again as they were"
    assert sorted(await library.entry_ids(View(query='tag:"sông nước"'))) == [1, 2]
    await library.set_tags(1, ["b", "a", "b"])
    assert [(row.id, row.tags) for row in await library.rows([1, 2])] == [(1, ("a", "b")), (2, ("Sông nước",))]
    assert await library.tags() == ["Sông nước", "a", "b"]
    assert await library.untag([1, 2], "a") == 1
    assert [await library.undo(), await library.undo()] == ["1 article has its tags again as they were"] * 2
    assert (await library.rows([1]))[0].tags == ("Sông nước",)
    with pytest.raises(TuinewsError):
        await library.tag([1], " , ")


async def test_tags_come_back_from_the_daily_backup(stocked: Path) -> None:
    library = await Library.open(stocked, Settings())
    await library.tag([2], "giữ")
    await library.close()
    assert backup.existing(stocked / "library.sqlite3")
    for path in stocked.glob("library.sqlite3*"):
        path.unlink()
    again = await Library.open(stocked, Settings())
    assert [row.tags for row in await again.rows([2])] == [("giữ",)]
    await again.close()
