"""Fetches that are cancelled or closed leave nothing behind; an unclosed socket would fail these tests."""

import asyncio
import gc
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from tuinews.errors import FetchError
from tuinews.model.page import Page
from tuinews.web.fetcher import Fetcher
from tuinews.web.page_request import PageRequest

Start = Callable[..., Awaitable[Any]]
Begin = Callable[..., Fetcher]
Reply = Callable[..., bytes]


async def _hold(site: Any, head: bytes = b"") -> asyncio.Event:
    """Makes "/" of `site` send `head` and nothing more; the event says that somebody is there."""
    reached = asyncio.Event()

    async def hold(writer: asyncio.StreamWriter) -> None:
        writer.write(head)
        await writer.drain()
        reached.set()
        await asyncio.Event().wait()

    site.answers["/"] = hold
    return reached


@pytest.mark.parametrize("head", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"])
async def test_close_ends_what_is_under_way_and_what_waits(
    start_site: Start, new_fetcher: Begin, head: bytes
) -> None:
    site = await start_site()
    reached = await _hold(site, head)
    fetcher = new_fetcher()
    tasks = [asyncio.create_task(fetcher.fetch(PageRequest(site.url(), trusted=site.url()))) for _ in range(3)]
    async with asyncio.timeout(2):
        await reached.wait()
        await fetcher.close()
        results = await asyncio.gather(*tasks, return_exceptions=True)
    assert [str(result) for result in results] == ["127.0.0.1: stopped"] * 3
    with pytest.raises(FetchError, match="closed"):
        await fetcher.fetch(PageRequest(site.url(), trusted=site.url()))
    gc.collect()


async def test_close_twice_and_without_a_fetch(new_fetcher: Begin) -> None:
    fetcher = new_fetcher()
    await fetcher.close()
    await fetcher.close()
    assert dict(fetcher.pauses) == {}


async def test_close_ends_kept_connections(start_site: Start, new_fetcher: Begin, reply: Reply) -> None:
    site = await start_site({"/": reply(b"x")})
    plain, safe = new_fetcher(), await start_site({"/": reply(b"x")}, tls="good")
    await plain.fetch(PageRequest(site.url(), trusted=site.url()))
    await plain.fetch(PageRequest(safe.url(), trusted=safe.url()))
    await plain.close()
    gc.collect()
    async with asyncio.timeout(2):
        while site.open or safe.open:
            await asyncio.sleep(0)


@pytest.mark.parametrize("head", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"])
async def test_a_cancelled_fetch_frees_its_place_and_its_connection(
    start_site: Start, new_fetcher: Begin, reply: Reply, head: bytes
) -> None:
    site = await start_site()
    reached = await _hold(site, head)
    fetcher = new_fetcher()
    task = asyncio.create_task(fetcher.fetch(PageRequest(site.url(), trusted=site.url())))
    async with asyncio.timeout(2):
        await reached.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        site.answers["/"] = reply(b"x")
        page = await fetcher.fetch(PageRequest(site.url(), trusted=site.url()))
        assert isinstance(page, Page)
        while site.open > 1:
            await asyncio.sleep(0)
    gc.collect()


@pytest.mark.parametrize("addresses", [["127.0.0.1"], ["127.0.0.2", "127.0.0.1"]])
async def test_cancelled_at_any_moment(
    start_site: Start, new_fetcher: Begin, reply: Reply, addresses: list[str]
) -> None:
    """Whichever turn of the loop the cancellation falls into, the next fetch works and nothing leaks.

    Some are cancelled twice, as by a deadline and by the end of the program: that falls into the clearing up.
    """
    site = await start_site(
        {"/": reply(b"x"), "/moved": reply(b"", "Location: /", status="302 Found")}, tls="good"
    )
    fetcher = new_fetcher(names={"localhost": addresses})
    moved, page_address = site.url("/moved", host="localhost"), site.url(host="localhost")
    cancelled = 0
    for turns in range(90):
        task = asyncio.create_task(fetcher.fetch(PageRequest(moved, trusted=moved)))
        for _ in range(turns):
            await asyncio.sleep(0)
        task.cancel()
        if turns % 2:
            await asyncio.sleep(0)
            task.cancel()
        results = await asyncio.gather(task, return_exceptions=True)
        cancelled += isinstance(results[0], asyncio.CancelledError)
    assert cancelled
    page = await fetcher.fetch(PageRequest(page_address, trusted=moved))
    assert isinstance(page, Page)
    gc.collect()
    async with asyncio.timeout(2):
        while site.open > 1:
            await asyncio.sleep(0)
        await fetcher.close()
        while site.open:
            await asyncio.sleep(0)
