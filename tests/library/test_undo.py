"""Undo and redo: read marks, stars and removed sources come back, step by step, with words that say what."""

from tuinews.library.history import History, Step
from tuinews.library.library import Library
from tuinews.model.row import Filter, View

ALL = View()
UNREAD = View(filter=Filter.UNREAD)


async def test_mark_all_read_is_one_step(library: Library) -> None:
    assert await library.mark_all_read(ALL) == 6
    assert len(await library.entry_ids(UNREAD)) == 0
    assert await library.undo() == "6 articles unread again"
    assert len(await library.entry_ids(UNREAD)) == 6
    assert await library.redo() == "6 articles read again"
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
    assert await library.undo() == "1 source back"
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
