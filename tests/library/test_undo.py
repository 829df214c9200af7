"""Undo and redo: read marks, stars and removed sources come back, step by step, with words that say what."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tuinews.errors import TuinewsError
from tuinews.library.history import History, Step
from tuinews.library.library import Library
from tuinews.model.view import Filter, View
from tuinews.settings import Settings
from tuinews.store.store import Store

from .conftest import NOW

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
    assert await library.undo() == "1 source restored"
    assert len(await library.entry_ids(ALL)) == 6
    assert await library.redo() == "1 source removed again"
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


async def test_old_steps_are_forgotten() -> None:
    history = History()

    async def nothing() -> None:
        return None

    for n in range(300):
        history.add(Step(f"undone {n}", f"redone {n}", nothing, nothing))
    undone = 0
    while await history.undo():
        undone += 1
    assert undone == 200


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


async def test_a_session_that_has_undone_all_of_its_own_goes_no_further_back(stocked: Path) -> None:
    before = await Library.open(stocked, Settings())
    await before.remove_sources([(await before.sources())[0].id])
    await before.close()

    after = await Library.open(stocked, Settings())
    await after.mark_all_read(ALL)
    assert await after.undo() == "3 articles marked as unread again"
    assert await after.undo() is None
    assert len(await after.sources()) == 1
    await after.close()


async def test_what_was_removed_long_ago_stays_away(stocked: Path) -> None:
    store = Store.open(stocked, NOW)
    store.remove_sources([1], datetime.now(UTC) - timedelta(days=31))
    store.close()
    library = await Library.open(stocked, Settings())
    assert await library.undo() is None
    await library.close()


class Slow:
    """A step whose undoing waits until it is let go."""

    def __init__(self) -> None:
        self.begun, self.go_on = asyncio.Event(), asyncio.Event()

    async def undo(self) -> None:
        self.begun.set()
        await self.go_on.wait()


async def _nothing() -> None:
    pass


def _step(words: str) -> Step:
    return Step(f"{words} undone", f"{words} redone", _nothing, _nothing)


@pytest.mark.parametrize("meanwhile", [1, 199, 200, 500])
async def test_an_undo_survives_whatever_is_done_before_it_ends(meanwhile: int) -> None:
    history, slow = History(), Slow()
    for number in range(199):
        history.add(_step(f"before {number}"))
    history.add(Step("slow undone", "slow redone", slow.undo, _nothing))
    undoing = asyncio.create_task(history.undo())
    await slow.begun.wait()
    for number in range(meanwhile):
        history.add(_step(f"after {number}"))
    slow.go_on.set()

    assert await undoing == "slow undone"
    assert await history.redo() is None
    assert await history.undo() == f"after {meanwhile - 1} undone"
    assert await history.redo() == f"after {meanwhile - 1} redone"


async def test_no_more_than_the_depth_is_kept_and_all_of_it_comes_back() -> None:
    history = History()
    for number in range(250):
        history.add(_step(str(number)))
    undone = [await history.undo() for _ in range(201)]
    assert undone == [*(f"{number} undone" for number in range(249, 49, -1)), None]
    assert [await history.redo() for _ in range(201)] == [*(f"{n} redone" for n in range(50, 250)), None]
    assert await history.undo() == "249 undone"
