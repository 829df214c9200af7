"""Work that several callers share: it is done once, and ends with the library alone."""

import asyncio
import gc
from typing import Any

import pytest

from tuinews.library.shared_tasks import SharedTasks


async def test_a_task_is_there_until_it_has_ended() -> None:
    tasks, gate = SharedTasks[int, str](), asyncio.Event()

    async def job() -> str:
        await gate.wait()
        return "done"

    task = tasks.begin(7, job(), "article")
    assert tasks.get(7) is task
    assert tasks.get(8) is None
    assert task.get_name() == "article 7"
    gate.set()
    assert await task == "done"
    await asyncio.sleep(0)
    assert tasks.get(7) is None


async def test_closing_cancels_what_is_under_way_and_waits_for_it() -> None:
    tasks, ended = SharedTasks[int, None](), list[int]()

    async def job(number: int) -> None:
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)
            ended.append(number)

    for number in (1, 2):
        tasks.begin(number, job(number), "job")
    await asyncio.sleep(0)
    await tasks.close()
    assert sorted(ended) == [1, 2]


async def test_a_failure_that_nobody_waits_for_is_no_warning() -> None:
    told: list[dict[str, Any]] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: told.append(context))

    async def job() -> None:
        raise ValueError("a fault")

    tasks = SharedTasks[int, None]()
    task = tasks.begin(1, job(), "job")
    with pytest.raises(ValueError, match="a fault"):
        await asyncio.shield(task)
    tasks.begin(1, job(), "job")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del task
    gc.collect()
    assert told == []
