"""While another process writes, all can be read; a write waits alone, says so after a second, and is kept."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tuinews.library.library import Library
from tuinews.model.view import Filter, View
from tuinews.settings import Settings
from tuinews.store.connecting import connect
from tuinews.store.database import Database
from tuinews.store.failures import BusyError
from tuinews.store.store import Store

from ..conftest import NOW

Hold = Callable[[Path], Any]


async def _everything_read(library: Library) -> None:
    """Ask all that the screen asks of a list."""
    ids = await library.entry_ids(View())
    assert len(await library.rows(ids)) == len(ids) == 6
    assert len(await library.entry_ids(View(query="tin 1"))) == 2
    assert len(await library.snippets("tin", ids)) == 6
    assert len(await library.sources()) == 2
    assert (await library.counts()).all == 6
    assert await library.article(ids[0]) is None
    assert await library.position(ids[0]) == 0
    assert (await library.preview(ids[0])).title


async def test_what_is_read_waits_for_no_write(library: Library, stocked: Path, hold_library: Hold) -> None:
    first = (await library.entry_ids(View()))[0]
    holder = hold_library(stocked)
    mark = asyncio.create_task(library.mark_read([first], True))
    for _ in range(3):
        await _everything_read(library)
    assert not mark.done()
    assert len(await library.entry_ids(View(filter=Filter.UNREAD))) == 6
    holder.release()
    assert await mark == [first]
    assert first not in await library.entry_ids(View(filter=Filter.UNREAD))
    assert (await library.rows([first]))[0].read


async def test_a_write_that_waits_for_a_second_says_so_and_when_it_is_over(
    library: Library, stocked: Path, hold_library: Hold
) -> None:
    said: asyncio.Queue[bool] = asyncio.Queue()
    library.report_waiting(said.put_nowait)
    first = (await library.entry_ids(View()))[0]
    await library.star([first], True)
    assert said.empty()
    holder = hold_library(stocked)
    mark = asyncio.create_task(library.mark_read([first], True))
    assert await asyncio.wait_for(said.get(), 20) is True
    holder.release()
    assert await mark == [first]
    assert await asyncio.wait_for(said.get(), 20) is False


async def test_a_list_that_is_asked_for_after_a_mark_shows_it(library: Library) -> None:
    ids = list(await library.entry_ids(View()))
    for n, entry_id in enumerate(ids):
        await library.mark_read([entry_id], True)
        assert list(await library.entry_ids(View(filter=Filter.UNREAD))) == ids[n + 1 :]
        assert (await library.counts()).unread == len(ids) - n - 1
        await library.star([entry_id], True)
        assert (await library.rows([entry_id]))[0].starred


async def test_the_library_opens_and_lists_while_another_process_writes(stocked: Path, hold_library: Hold) -> None:
    holder = hold_library(stocked)
    library = await Library.open(stocked, Settings())
    await _everything_read(library)
    await library.close()
    holder.release()
    # A day on which it could not be counted is counted at the next opening.
    await (await Library.open(stocked, Settings())).close()
    store = Store.open(stocked, NOW)
    assert store.state("days_open") == "3"
    store.close()


async def test_closing_waits_for_what_was_asked_and_leaves_one_file(stocked: Path, hold_library: Hold) -> None:
    library = await Library.open(stocked, Settings())
    first = (await library.entry_ids(View()))[0]
    holder = hold_library(stocked)
    mark = asyncio.create_task(library.mark_read([first], True))
    await library.entry_ids(View())
    close = asyncio.create_task(library.close())
    await asyncio.sleep(0)
    assert not mark.done()
    holder.release()
    assert await mark == [first]
    await close
    assert sorted(path.name for path in stocked.iterdir() if path.is_file()) == [
        "library.lock",
        "library.sqlite3",
    ]


def test_who_does_not_want_to_wait_is_refused_at_once(stocked: Path, hold_library: Hold) -> None:
    hold_library(stocked)
    database = Database(connect(stocked / "library.sqlite3"), stocked / "library.sqlite3")
    waited: list[bool] = []
    database.report_waiting = waited.append
    with pytest.raises(BusyError, match="another process has been writing"), database.writing(patience=0):
        pass
    assert waited == []
    database.close()


def test_a_write_that_waits_tries_every_few_milliseconds(stocked: Path, hold_library: Hold) -> None:
    database = Database(connect(stocked / "library.sqlite3"), stocked / "library.sqlite3")
    tries: list[str] = []
    database.connection.set_trace_callback(lambda said: tries.append(said) if "begin" in said else None)
    holder = hold_library(stocked)
    with pytest.raises(BusyError), database.writing(patience=0.3):
        pass
    assert len(tries) > 10, "a gap between two writes of another process is soon found"
    holder.release()
    database.close()
