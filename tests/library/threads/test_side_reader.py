"""Questions that take long: on a thread of their own, and left when nobody waits for the answer."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

from tuinews.errors import StoreError
from tuinews.library.library import Library
from tuinews.library.side_reader import SideReader
from tuinews.library.store_thread import utc_now
from tuinews.model.view import View
from tuinews.settings import Settings
from tuinews.store.reader import StoreReader
from tuinews.store.store import Store


def endless(begun: Event, ended: Event) -> Callable[[StoreReader], object]:
    """A question that is never answered."""

    def ask(reader: StoreReader) -> object:
        try:
            with reader._database.reading() as sql:
                begun.set()
                return sql.execute(
                    "with recursive n (i) as (select 1 union all select i + 1 from n) select max(i) from n"
                ).fetchone()
        finally:
            ended.set()

    return ask


async def test_a_question_that_nobody_waits_for_is_left_and_the_next_is_answered(tmp_path: Path) -> None:
    store = Store.open(tmp_path, utc_now())
    side = SideReader(store.reader, "side")
    begun, ended = Event(), Event()
    asked = asyncio.ensure_future(side(endless(begun, ended)))
    await asyncio.to_thread(begun.wait, 10)

    asked.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asked

    assert await asyncio.to_thread(ended.wait, 10)
    assert list(await side(StoreReader.entry_ids, View())) == []
    await side.close()
    store.close()


async def test_a_whole_list_holds_up_no_other_question(tmp_path: Path) -> None:
    library = await Library.open(tmp_path, Settings())
    begun, ended = Event(), Event()
    walk = asyncio.ensure_future(library._store.whole_list(endless(begun, ended)))
    await asyncio.to_thread(begun.wait, 10)

    assert (await library.counts()).all == 0
    assert await library.muted_count(View()) == 0
    assert not ended.is_set()
    walk.cancel()
    await asyncio.wait([walk])
    await library.close()
    with pytest.raises(StoreError):
        await library.listing(View())
