"""What has come since the screen was closed last is new, until it is closed again."""

from datetime import timedelta
from pathlib import Path

from tuinews.library.library import Library
from tuinews.model.entry import Entry, Listing
from tuinews.model.refresh import Refreshed
from tuinews.model.view import View
from tuinews.settings import Settings
from tuinews.store.store import Store

from ..conftest import NOW


async def _new(library: Library) -> list[str]:
    rows = await library.rows(await library.entry_ids(View()))
    found = await library.rows(await library.entry_ids(View(query="is:new")))
    assert sorted(row.id for row in rows if row.new) == sorted(row.id for row in found)
    return sorted(row.title for row in found)


async def test_what_came_since_is_new_and_nothing_is_before_the_screen_was_ever_closed(stocked: Path) -> None:
    library = await Library.open(stocked, Settings())
    assert await _new(library) == []
    await library.note_seen()
    await library.close()

    store = Store.open(stocked, NOW)
    arrived = Listing((Entry("x", "Vừa đến", "https://a.example/x", "Tin"),))
    store.record_listing(1, Refreshed(arrived, NOW + timedelta(hours=1)))
    store.close()

    library = await Library.open(stocked, Settings())
    assert await _new(library) == ["Vừa đến"]
    newest = (await library.rows(await library.entry_ids(View(query="is:new"))))[0]
    await library.mark_read([newest.id], True)
    assert await _new(library) == ["Vừa đến"]
    assert len(await library.entry_ids(View(query="-is:new tin"))) == 6
    await library.note_seen()
    assert await _new(library) == []
    await library.close()
