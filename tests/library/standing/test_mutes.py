"""Mutes: what they find leaves lists and counts, at arrival and before; counted, shown, ended, taken back."""

import asyncio
import itertools
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tuinews.errors import NotFoundError, QueryError
from tuinews.library.library import Library
from tuinews.model.entry import Entry, Listing
from tuinews.model.refresh import Refreshed
from tuinews.model.view import Filter, View
from tuinews.settings import Settings
from tuinews.store.search import muting
from tuinews.store.store import Store

from ..conftest import NOW


async def titles(library: Library, view: View) -> list[str]:
    return sorted(row.title for row in await library.rows(await library.entry_ids(view)))


@pytest.mark.parametrize("query", ['title:"tin 1"', "url:/1", "title:tin text:1 -title:0"])
async def test_what_is_muted_leaves_every_list_and_count(library: Library, query: str) -> None:
    left = ["Báo A tin 0", "Báo A tin 2", "Báo B tin 0", "Báo B tin 2"]
    assert await library.found_count(query) == 2
    await library.mute(query)

    first = (await library.sources())[0]
    assert await titles(library, View()) == left
    assert await titles(library, View(source_id=first.id)) == left[:2]
    assert (first.unread, first.total, (await library.source(first.id)).total) == (2, 2, 2)
    assert ((await library.counts()).all, (await library.counts()).unread) == (4, 4)
    assert await titles(library, View(query="tin")) == left
    assert await titles(library, View(query="tin", source_id=first.id)) == left[:2]
    assert len(await library.entry_ids(View(query="is:muted", source_id=first.id))) == 1
    assert await titles(library, View(query="tin is:muted")) == ["Báo A tin 1", "Báo B tin 1"]
    assert [await library.muted_count(view) for view in (View(), View(source_id=first.id))] == [2, 1]
    assert await library.muted_count(View(filter=Filter.OFFLINE)) == 0

    assert await library.undo() == f"“{query}” is shown again"
    assert len(await titles(library, View())) == 6
    assert await library.redo() == f"“{query}” is muted again"
    assert await titles(library, View()) == left


async def test_one_of_two_mutes_leaves_what_the_other_finds(library: Library) -> None:
    first, second = await library.mute("tin 1"), await library.mute("site:a.example")
    await library.unmute(second.id)
    assert await titles(library, View(source_id=1)) == ["Báo A tin 0", "Báo A tin 2"]
    assert await library.mutes() == [first]
    with pytest.raises(NotFoundError):
        await library.unmute(second.id)
    with pytest.raises(QueryError):
        await library.mute("is:sideways")


async def test_a_star_keeps_an_article_in_the_list_of_stars(library: Library) -> None:
    await library.star([1], True)
    await library.mute("tin")
    assert list(await library.entry_ids(View(filter=Filter.STARRED))) == [1]
    assert len(await library.entry_ids(View())) == 0


async def test_what_arrives_is_muted_and_a_removed_source_brings_nothing_back(stocked: Path) -> None:
    library = await Library.open(stocked, Settings())
    await library.mute("title:golf")
    await library.close()
    with closing(Store.open(stocked, NOW)) as store:
        new = (Entry("g", "Golf mới", "https://a.example/g"), Entry("h", "Hát mới", "https://a.example/h"))
        store.record_listing(1, Refreshed(Listing(new), NOW))
    library = await Library.open(stocked, Settings())
    assert "Golf mới" not in await titles(library, View())
    assert "Hát mới" in await titles(library, View())
    await library.remove_sources([1])
    await library.undo()
    assert "Golf mới" not in await titles(library, View())
    await library.close()


async def test_a_mute_ends_at_its_day(library: Library) -> None:
    await library.mute("tin 1", datetime.now(UTC) + timedelta(seconds=0.3))
    assert len(await library.entry_ids(View())) == 4
    for _ in range(300):
        if await library.settle_mutes():
            break
        await asyncio.sleep(0.01)
    assert (len(await library.entry_ids(View())), await library.mutes()) == (6, [])


async def test_muting_that_was_cut_short_goes_on(stocked: Path) -> None:
    library = await Library.open(stocked, Settings())
    await library.mute("tin 1")
    await library.close()
    with closing(sqlite3.connect(stocked / "library.sqlite3")) as sql:
        sql.execute("update status set muted = 0, shown = 1")
        muting.begin(sql)
        sql.commit()
    library = await Library.open(stocked, Settings())
    assert len(await library.entry_ids(View())) == 6
    assert await library.settle_mutes()
    assert len(await library.entry_ids(View())) == 4
    await library.close()


def test_each_slice_is_a_transaction_and_the_newest_come_first(tmp_path: Path) -> None:
    with closing(sqlite3.connect(":memory:")) as sql:
        sql.execute("create table state (key text primary key, value text)")
        sql.execute("create table status (entry_id integer primary key, muted integer not null default 0)")
        sql.execute("create table standing_query (id integer primary key, kind text, query text, options text)")
        sql.executemany("insert into status (entry_id) values (?)", [(n,) for n in range(1, 5001)])
        muting.begin(sql)
        more = list(itertools.takewhile(bool, (muting.settle(sql, NOW) for _ in range(9))))
        assert len(more) == 5000 // muting.SLICE
        assert not muting.is_due(sql, NOW)
