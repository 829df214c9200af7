"""Undo and redo: read marks, stars and removed sources come back, step by step, with words that say what."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tuinews.errors import TuinewsError
from tuinews.library.library import Library
from tuinews.model.article import Article, SelectorRule
from tuinews.model.document import Document, Paragraph, Span
from tuinews.model.undo.changes import SourcesRemoved
from tuinews.model.view import Filter, View
from tuinews.settings import Settings
from tuinews.store.store import Store

from ..conftest import NOW

ALL = View()
UNREAD = View(filter=Filter.UNREAD)


async def test_mark_all_read_is_one_step(library: Library) -> None:
    assert await library.mark_all_read(ALL) == 6
    assert len(await library.entry_ids(UNREAD)) == 0
    assert await library.undo() == "6 articles marked as unread again"
    assert len(await library.entry_ids(UNREAD)) == 6
    assert await library.redo() == "6 articles marked as read again"
    assert len(await library.entry_ids(UNREAD)) == 0


async def test_undo_leaves_alone_what_was_read_before(library: Library) -> None:
    first = (await library.entry_ids(ALL))[0]
    await library.note_opened(first)
    await library.mark_all_read(ALL)
    await library.undo()
    assert first not in await library.entry_ids(UNREAD)
    assert len(await library.entry_ids(UNREAD)) == 5


async def test_a_star_comes_back(library: Library) -> None:
    first = (await library.entry_ids(ALL))[0]
    await library.star([first], True)
    await library.star([first], False)
    assert await library.undo() == "1 article starred again"
    assert list(await library.entry_ids(View(filter=Filter.STARRED))) == [first]


async def test_a_removed_source_comes_back_with_its_entries(library: Library) -> None:
    source = (await library.sources())[0]
    await library.remove_sources([source.id])
    assert len(await library.sources()) == 1
    assert len(await library.entry_ids(ALL)) == 3
    assert await library.undo() == "Báo A restored"
    assert len(await library.entry_ids(ALL)) == 6
    assert await library.redo() == "Báo A removed again"
    assert len(await library.sources()) == 1


async def test_nothing_to_undo_says_nothing(library: Library) -> None:
    assert await library.undo() is None
    assert await library.redo() is None
    first = (await library.entry_ids(ALL))[0]
    await library.mark_read([first], False)
    assert await library.undo() is None


async def test_a_new_step_ends_what_could_be_redone(library: Library) -> None:
    first, second = (await library.entry_ids(ALL))[:2]
    await library.mark_read([first], True)
    await library.undo()
    await library.mark_read([second], True)
    assert await library.redo() is None


async def test_a_name_and_a_folder_come_back(library: Library) -> None:
    source = (await library.sources())[0]
    assert (await library.rename_source(source.id, " Báo\nmới ")).title == "Báo mới"
    assert (await library.move_source(source.id, "/Tin/ Châu Á /")).folder == "Tin/Châu Á"
    moved = await library.set_source(source.id, {"title": "Báo khác", "folder": "-"})
    assert (moved.title, moved.folder) == ("Báo khác", None)
    assert await library.undo() == "“Báo khác” is called “Báo mới” and is in “Tin/Châu Á” again"
    assert await library.undo() == "“Báo mới” is in no folder again"
    assert await library.undo() == "“Báo mới” is called “Báo A” again"
    assert await library.source(source.id) == source
    assert await library.redo() == "“Báo A” is called “Báo mới” again"
    assert (await library.source(source.id)).title == "Báo mới"


async def test_a_name_that_is_none_and_a_folder_that_is_too_deep_are_refused(library: Library) -> None:
    source = (await library.sources())[0]
    with pytest.raises(TuinewsError, match="it is empty"):
        await library.rename_source(source.id, " \u200b\n")
    with pytest.raises(TuinewsError, match="more than 8 folders deep"):
        await library.move_source(source.id, "a/b/c/d/e/f/g/h/i")
    await library.rename_source(source.id, source.title)
    assert await library.undo() is None


async def test_what_was_removed_last_comes_back_in_the_next_session(stocked: Path) -> None:
    before = await Library.open(stocked, Settings())
    first, second = await before.sources()
    await before.remove_sources([second.id])
    await before.remove_sources([first.id])
    await before.close()

    after = await Library.open(stocked, Settings())
    assert await after.undo() == "Báo A restored"
    assert await after.sources() == [first]
    assert await after.redo() == "Báo A removed again"
    assert await after.undo() == "Báo A restored"
    assert await after.undo() == "Báo B restored"
    assert len(await after.entry_ids(ALL)) == 6
    assert await after.undo() is None
    await after.close()


async def test_steps_come_back_in_the_next_session_behind_its_own(stocked: Path) -> None:
    before = await Library.open(stocked, Settings())
    source = (await before.sources())[0]
    first, second = (await before.entry_ids(ALL))[:2]
    await before.star([first], True)
    await before.rename_source(source.id, "Báo mới")
    await before.set_selector_rule(source.id, SelectorRule("div.story"))
    await before.mark_all_read(ALL)
    await before.remove_sources([source.id])
    await before.close()

    after = await Library.open(stocked, Settings())
    await after.mark_read([second], False)
    said = [await after.undo() for _ in range(7)]
    assert said == [
        "1 article marked as read again",
        "Báo mới restored",
        "6 articles marked as unread again",
        "“Báo mới” is read like any other source again",
        "“Báo mới” is called “Báo A” again",
        "1 article unstarred again",
        None,
    ]
    assert await after.source(source.id) == source
    assert list(await after.entry_ids(View(filter=Filter.STARRED))) == []
    await after.close()

    third = await Library.open(stocked, Settings())
    assert await third.redo() == "1 article starred again"
    assert await third.redo() == "“Báo A” is called “Báo mới” again"
    assert list(await third.entry_ids(View(filter=Filter.STARRED))) == [first]
    await third.mark_read([first], True)
    assert await third.redo() is None
    await third.close()


async def test_two_that_run_beside_each_other_take_back_their_own(stocked: Path) -> None:
    one, other = await Library.open(stocked, Settings()), await Library.open(stocked, Settings())
    first, second = (await one.entry_ids(ALL))[:2]
    await one.star([first], True)
    await other.star([second], True)

    assert await one.undo() == "1 article unstarred again"
    assert list(await one.entry_ids(View(filter=Filter.STARRED))) == [second]
    assert await one.undo() is None
    assert await other.redo() is None
    assert await other.undo() == "1 article unstarred again"
    assert list(await other.entry_ids(View(filter=Filter.STARRED))) == []
    await one.close()
    await other.close()


async def test_a_step_of_before_is_taken_back_by_one_of_two_alone(stocked: Path) -> None:
    before = await Library.open(stocked, Settings())
    for entry_id in (await before.entry_ids(ALL))[:4]:
        await before.star([entry_id], True)
    await before.close()

    one, other = await Library.open(stocked, Settings()), await Library.open(stocked, Settings())
    said = await asyncio.gather(*(library.undo() for library in (one, other) * 3))
    assert sorted(map(str, said)) == [*["1 article unstarred again"] * 4, "None", "None"]
    assert len(await one.entry_ids(View(filter=Filter.STARRED))) == 0
    await one.close()
    await other.close()


async def test_undo_pressed_twice_takes_back_two_steps_and_no_step_twice(library: Library) -> None:
    first, second = (await library.entry_ids(ALL))[:2]
    await library.star([first], True)
    await library.mark_read([second], True)
    said = list(await asyncio.gather(library.undo(), library.undo(), library.undo()))
    assert said == ["1 article marked as unread again", "1 article unstarred again", None]
    said = list(await asyncio.gather(library.redo(), library.redo(), library.redo()))
    assert said == ["1 article starred again", "1 article marked as read again", None]


async def test_a_kept_text_comes_back_with_its_source(stocked: Path) -> None:
    before = await Library.open(stocked, Settings())
    source = (await before.sources())[0]
    (entry_id, *_) = await before.entry_ids(View(source_id=source.id))
    await before.choose(entry_id, Article(None, "Tin", Document((Paragraph((Span("Gió mạnh."),)),))))
    await before.remove_sources([source.id])
    await before.close()

    after = await Library.open(stocked, Settings())
    await after.undo()
    kept = await after.article(entry_id)
    assert kept is not None
    assert kept.article.text == "Gió mạnh."
    await after.close()


async def test_what_was_removed_long_ago_stays_away(stocked: Path) -> None:
    store = Store.open(stocked, NOW)
    store.do(SourcesRemoved((1,), ("Báo A",)), datetime.now(UTC) - timedelta(days=31))
    store.close()
    library = await Library.open(stocked, Settings())
    assert await library.undo() is None
    await library.close()


async def test_a_folder_is_renamed_and_comes_back(library: Library) -> None:
    first, second = await library.sources()
    await library.move_source(first.id, "Tin/Á")
    await library.move_source(second.id, "Tin")
    assert await library.move_folder("Tin", " Báo / Mới ") == "Báo/Mới"
    assert [source.folder for source in await library.sources()] == ["Báo/Mới", "Báo/Mới/Á"]
    assert await library.undo() == "Folder “Báo/Mới” is “Tin” again"
    assert await library.move_folder("Tin", "-") is None
    assert await library.undo() == "Folder “Tin” is back"
    assert await library.redo() == "The sources of folder “Tin” are in no folder again"
    with pytest.raises(TuinewsError, match="more than 8 folders deep"):
        await library.move_folder("Á", "a/b/c/d/e/f/g/h/i")
