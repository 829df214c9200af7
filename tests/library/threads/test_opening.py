"""Opening a library that another process holds: told on the loop, and left at once."""

import asyncio
import fcntl
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tuinews.errors import StoreError, TuinewsError
from tuinews.library.library import Library
from tuinews.model.opening import OpeningStep
from tuinews.settings import Settings


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Path]:
    """A folder without a library, whose lock somebody else has."""
    folder = tmp_path / "held"
    folder.mkdir()
    descriptor = os.open(folder / "library.lock", os.O_RDWR | os.O_CREAT, 0o600)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    yield folder
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


async def test_what_is_just_opening_when_the_library_is_closed_is_closed_with_it(tmp_path: Path) -> None:
    """The part that fetches is imported and opened at its first use, while the library may be closed again."""
    before = set(threading.enumerate())
    library = await Library.open(tmp_path, Settings())
    free = threading.Event()
    questions = library._store._questions
    questions.submit(free.wait, 10)
    probing = asyncio.create_task(library.probe("http://127.0.0.1:9/"))
    while not questions._work_queue.qsize():  # it asks how long which host is to be left alone
        await asyncio.sleep(0)
    closing = asyncio.create_task(library.close())
    await asyncio.sleep(0)
    free.set()

    with pytest.raises(TuinewsError):
        await probing
    await closing
    assert library._open_online is None
    assert not [thread.name for thread in set(threading.enumerate()) - before if "extract" in thread.name]
    with pytest.raises(StoreError, match="closed"):
        await library.probe("http://127.0.0.1:9/")
    await library.close()
