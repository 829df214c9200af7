"""Opening a library that another process holds: told on the loop, and left at once."""

import asyncio
import fcntl
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tuinews.library.library import Library
from tuinews.model.opening import OpeningStep
from tuinews.settings import Settings


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Path]:
    """A folder whose lock somebody else has."""
    descriptor = os.open(tmp_path / "library.lock", os.O_RDWR | os.O_CREAT, 0o600)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    yield tmp_path
    os.close(descriptor)


def store_threads() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name.startswith("store")]


async def test_the_wait_is_told_on_the_loop_and_ends_when_its_caller_goes_away(held: Path) -> None:
    told: asyncio.Queue[tuple[OpeningStep, int]] = asyncio.Queue()
    before = store_threads()

    def tell(step: OpeningStep) -> None:
        told.put_nowait((step, threading.get_ident()))

    opening = asyncio.create_task(Library.open(held, Settings(), tell))
    assert await asyncio.wait_for(told.get(), 10) == (OpeningStep.WAITING, threading.get_ident())
    opening.cancel()
    with pytest.raises(asyncio.CancelledError):
        await opening

    for thread in set(store_threads()) - set(before):
        await asyncio.to_thread(thread.join, 10)
        assert not thread.is_alive()
    assert not (held / "library.sqlite3").exists()
    assert told.empty()
