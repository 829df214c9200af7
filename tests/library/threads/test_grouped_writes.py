"""Writes that wait for the store's thread are done together, and what is wrong with one costs no other."""

import asyncio
import shutil
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pytest

from tuinews.errors import StoreError
from tuinews.library.refreshing.grouped_writes import GroupedWrite, GroupedWrites
from tuinews.library.store_thread import StoreThread
from tuinews.store.store import Store
from tuinews.store.tables import key_values

NOON = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)

Work = Callable[[Store], str]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.open(tmp_path / "library", NOON)
    yield opened
    opened.close()


def kept(name: str) -> Work:
    """Keeps a state under a name, and returns it."""

    def work(store: Store) -> str:
        store.keep_state(name, "kept")
        return name

    return work


def kept_under(store: Store, name: str) -> str:
    return kept(name)(store)


def failing(name: str) -> Work:
    def work(store: Store) -> str:
        with store._database.writing() as sql:
            key_values.keep_state(sql, name, "kept")
            raise StoreError("the library", "this one is wrong")

    return work


def commits(store: Store) -> list[str]:
    said: list[str] = []
    store._database.connection.set_trace_callback(lambda one: said.append(one) if one == "commit" else None)
    return said


def outcomes(store: Store, writes: GroupedWrites, waiting: list[GroupedWrite]) -> list[str]:
    found: list[str] = []
    for write in waiting:
        try:
            found.append(writes.do(store, write))
        except StoreError as error:
            found.append(error.why)
    return found


def test_those_that_wait_are_one_transaction(store: Store) -> None:
    writes, said = GroupedWrites(), commits(store)
    names = [f"k{n}" for n in range(5)]
    assert outcomes(store, writes, [writes.add(kept(name)) for name in names]) == names
    assert len(said) == 1
    assert [store.state(name) for name in names] == ["kept"] * 5


def test_one_that_fails_costs_no_other(store: Store) -> None:
    writes = GroupedWrites()
    waiting = [writes.add(work) for work in (kept("a"), failing("b"), kept("c"))]
    assert outcomes(store, writes, waiting) == ["a", "this one is wrong", "c"]
    assert [store.state(name) for name in "abc"] == ["kept", None, "kept"]


def test_a_transaction_takes_no_more_in_after_a_moment(store: Store) -> None:
    writes, said = GroupedWrites(), commits(store)

    def slow(store: Store) -> str:
        end = time.monotonic() + 0.03
        while time.monotonic() < end:
            store.keep_state("slow", "kept")
        return "slow"

    waiting = [writes.add(work) for work in (kept("a"), slow, kept("c"), kept("d"))]
    assert outcomes(store, writes, waiting) == ["a", "slow", "c", "d"]
    assert len(said) == 2


def test_one_that_nobody_wants_any_more_is_left_out(store: Store) -> None:
    writes = GroupedWrites()
    first, left = writes.add(kept("first")), writes.add(kept("left"))
    writes.leave(left)
    writes.leave(left)
    assert outcomes(store, writes, [first]) == ["first"]
    assert store.state("left") is None


async def test_the_thread_does_together_what_came_while_it_was_at_work(
    tmp_path: Path, empty_library: Path
) -> None:
    shutil.copytree(empty_library, tmp_path / "library")
    thread = await StoreThread.open(tmp_path / "library")
    try:
        free = Event()
        busy = asyncio.ensure_future(thread(lambda _: free.wait(5)))
        tasks = [asyncio.ensure_future(thread.grouped(kept_under, f"k{n}")) for n in range(4)]
        cancelled = asyncio.ensure_future(thread.grouped(kept_under, "cancelled"))
        bad = asyncio.ensure_future(thread.grouped(failing("bad")))
        await asyncio.sleep(0)
        cancelled.cancel()
        await asyncio.sleep(0)
        said = commits(thread.store)
        free.set()
        await busy
        assert await asyncio.gather(*tasks) == ["k0", "k1", "k2", "k3"]
        with pytest.raises(StoreError, match="this one is wrong"):
            await bad
        assert await thread(Store.state, "cancelled") is None
        assert await thread(Store.state, "bad") is None
        assert len(said) == 4  # each alone, since one of them failed
    finally:
        await thread.close()
