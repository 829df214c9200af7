"""Stories of a library: one mark reads all, as the settings say; what was set apart comes back."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tuinews.library.library import Library
from tuinews.model.entry import Entry, Listing
from tuinews.model.refresh import Refreshed
from tuinews.model.source import NewSource, SourceKind
from tuinews.model.view import Filter, View
from tuinews.model.when import When
from tuinews.settings import Settings
from tuinews.store.store import Store

NOW = datetime.now(UTC)
FLOOD = "Rạng sáng 14/9, lũ quét tràn qua xã Nậm Lừa làm 9 người chết và mất tích, hơn 40 ngôi nhà bị cuốn trôi."
UNREAD = View(filter=Filter.UNREAD, stories=True)


@pytest.fixture
async def told(tmp_path: Path) -> AsyncIterator[Library]:
    """A library in which three sources tell the same, and the first something else besides."""
    store = Store.open(tmp_path, NOW)
    for number, title in enumerate(
        ("Lũ quét ở Nậm Lừa", "40 ngôi nhà bị cuốn trôi", "Lũ quét ở Nậm Lừa, 9 người chết")
    ):
        host = f"https://bao{number}.example"
        source = store.add_source(NewSource(SourceKind.FEED, f"{host}/rss", f"Báo {number}", host), NOW)
        entries = [Entry("1", title, f"{host}/1", FLOOD, published=When(NOW - timedelta(hours=number)))]
        entries += [Entry("2", "Mưa", f"{host}/2", "Trời mưa.", published=When(NOW))] if not number else []
        store.record_listing(source.id, Refreshed(Listing(tuple(entries)), NOW))
    store.close()
    opened = await Library.open(tmp_path, Settings())
    yield opened
    await opened.close()


async def test_one_mark_reads_all_and_is_one_step_to_undo(told: Library) -> None:
    assert len(await told.entry_ids(UNREAD)) == 2
    assert await told.mark_all_read(UNREAD) == 4
    assert await told.undo() == "4 articles marked as unread again"
    first = next(row for row in await told.rows(await told.entry_ids(UNREAD)) if row.story)
    assert len(await told.with_stories([first.id])) == 3
    await told.note_opened(first.id)
    assert (await told.counts()).unread == 1
    assert not any(row.story for row in await told.rows(await told.entry_ids(UNREAD)))


async def test_where_each_is_listed_by_itself_a_mark_is_of_one(told: Library) -> None:
    told.use(Settings(stories=False))
    ids = await told.entry_ids(View(filter=Filter.UNREAD))
    assert len(ids) == 4
    first = next(row for row in await told.rows(ids) if row.story)
    assert await told.with_stories([first.id]) == [first.id]
    await told.note_opened(first.id)
    assert (await told.counts()).unread == 3


async def test_what_is_not_the_same_is_taken_apart_and_put_back(told: Library) -> None:
    rows = await told.rows(await told.entry_ids(View(stories=True)))
    story, rain = (next(row for row in rows if bool(row.story) is wanted) for wanted in (True, False))
    assert not await told.part_story(rain.id)
    assert await told.part_story(story.id)
    assert len(await told.entry_ids(View(stories=True))) == 3
    assert await told.undo() == f"“{story.title}” is one with the others again"
    assert len(await told.entry_ids(View(stories=True))) == 2
    assert await told.redo() == f"“{story.title}” is a story of its own again"
    assert len(await told.story(story.id)) == 1


async def test_what_came_before_there_were_stories_is_looked_through_once(told: Library) -> None:
    assert await told.settle_stories()
    assert not await told.settle_stories()
