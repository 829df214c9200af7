"""Names to addresses, without ever holding up the loop or the end of the program."""

import asyncio
import socket

import pytest

from tuinews.web.connections.resolver import system_addresses


@pytest.mark.parametrize("literal", ["127.0.0.1", "93.184.215.14", "::1", "2d00::1"])
async def test_an_address_is_its_own_answer(literal: str) -> None:
    assert await system_addresses(literal, 80) == (literal,)


async def test_this_computer_has_its_name() -> None:
    assert {"127.0.0.1", "::1"} & set(await system_addresses("localhost", 80))


@pytest.mark.parametrize("host", ["no such host", "x" * 64 + ".test", "a..test"])
async def test_what_cannot_be_a_name_is_no_name(host: str) -> None:
    with pytest.raises(socket.gaierror):
        await system_addresses(host, 80)


async def test_an_answer_that_comes_too_late_is_dropped() -> None:
    task = asyncio.create_task(system_addresses("localhost", 80))
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await system_addresses("localhost", 80)


def test_an_answer_after_the_loop_has_closed_is_dropped() -> None:
    """A thread that raised would fail this test."""

    async def leave() -> None:
        asyncio.create_task(system_addresses("localhost", 80)).add_done_callback(lambda task: task.cancelled())
        await asyncio.sleep(0)

    asyncio.run(leave())
