"""Rules and tags: what is done to entries as they arrive, and the names that are given by hand."""

from pathlib import Path

import pytest

from tuinews.errors import NotFoundError, TuinewsError
from tuinews.library.library import Library
from tuinews.library.standing.edits import standing_of
from tuinews.model.article import Article
from tuinews.model.document import Document, Paragraph, Span
from tuinews.model.entry import Entry, Listing
from tuinews.model.entry_row import EntryRow
from tuinews.model.refresh import Refreshed
from tuinews.model.view import Filter, View
from tuinews.settings import Settings
from tuinews.store.recovery import backup
from tuinews.store.store import Store

from ..conftest import NOW

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
    assert await library.undo() == "The rule “title:golf” is gone"
    assert (await library.rules(), len(await library.entry_ids(View()))) == ([], hidden + 1)
    assert await library.redo() == "The rule “title:golf” is back"
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
    assert await library.undo() == "1 article has its earlier tags again"
    assert sorted(await library.entry_ids(View(query='tag:"sông nước"'))) == [1, 2]
    await library.set_tags(1, ["b", "a", "b"])
    assert [(row.id, row.tags) for row in await library.rows([1, 2])] == [(1, ("a", "b")), (2, ("Sông nước",))]
    assert await library.tags() == ["Sông nước", "a", "b"]
    assert await library.untag([1, 2], "a") == 1
    assert [await library.undo(), await library.undo()] == ["1 article has its earlier tags again"] * 2
    assert (await library.rows([1]))[0].tags == ("Sông nước",)
    with pytest.raises(TuinewsError):
        await library.tag([1], " , ")


async def test_a_tag_is_taken_away_by_the_name_that_finds_it(library: Library) -> None:
    assert await library.tag([1], "Đọc Sau") == await library.tag([1], "đọc sau") == 1
    assert await library.untag([1], "đọc sau") == 1
    assert (await library.rows([1]))[0].tags == ("Đọc Sau",), "the one that is spelt so goes before the others"
    assert await library.untag([1], "DOC SAU") == 1
    assert (await library.rows([1]))[0].tags == ()


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


async def test_a_rule_that_fetches_names_the_texts_that_are_not_kept_yet(library: Library) -> None:
    await library.add_rule("fetch", "title:sông OR title:cầu")
    rows = await arrived(library)
    wanted = [rows["sông"].id, rows["cầu"].id]
    assert sorted(await library._store(Store.texts_wanted_by_rules)) == sorted(wanted)
    article = Article(None, "x", Document((Paragraph((Span("Đã có."),)),)))
    await library._store(Store.keep_article, wanted[0], article, NOW)
    assert await library._store(Store.texts_wanted_by_rules) == wanted[1:]


async def test_a_rule_becomes_a_mute_and_a_rule_again(library: Library) -> None:
    all_ids = len(await library.entry_ids(View()))
    kept = await library.keep_standing(None, standing_of(typed("title:Báo", "star")))
    until = standing_of(typed("title:tin", "hide", until="2099-01-02"))
    muted = await library.keep_standing(kept, until)
    assert (await library.rules(), await library.mutes()) == ([], [muted])
    assert muted.id == kept.id
    assert len(await library.entry_ids(View())) == 0
    assert await library.undo() == "The rule “title:Báo” is back"
    assert (await library.rules(), await library.mutes()) == ([kept], [])
    assert len(await library.entry_ids(View())) == all_ids
    await library.remove_standing(kept)
    assert await library.rules() == []
    await library.undo()
    assert await library.rules() == [kept]


def typed(query: str, action: str, tag: str = "", until: str = "") -> dict[str, str]:
    return {"query": query, "action": action, "tag": tag, "until": until}


@pytest.mark.parametrize(
    "wrong",
    [typed("", "read"), typed("is:odd", "star"), typed("a", "tag"), typed("a", "hide", until="soon")],
)
def test_what_is_typed_for_no_rule_is_said(wrong: dict[str, str]) -> None:
    with pytest.raises(TuinewsError):
        standing_of(wrong)


async def test_exactly_some_articles_are_muted_by_their_numbers(library: Library) -> None:
    await library.mute("id:1-2,5")
    assert sorted(await library.entry_ids(View())) == [3, 4, 6]
    assert sorted(await library.entry_ids(View(query="id:3,9"))) == [3]
    with pytest.raises(TuinewsError):
        await library.mute("id:1-")


async def test_several_articles_get_tags_and_lose_others_in_one_step(library: Library) -> None:
    await library.set_tags(1, ["a", "b"])
    assert await library.change_tags([1, 2], ["c", "#đ"], ["b"]) == 2
    assert [row.tags for row in await library.rows([1, 2])] == [("a", "c", "đ"), ("c", "đ")]
    await library.undo()
    assert [row.tags for row in await library.rows([1, 2])] == [("a", "b"), ()]
