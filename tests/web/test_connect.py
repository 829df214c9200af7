"""Making a connection: every address of a name has its turn, and the first that answers wins (RFC 8305)."""

import asyncio
import errno
import gc
import socket
from collections.abc import Awaitable, Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from tuinews.errors import FetchError
from tuinews.model.page import Page
from tuinews.web.connections.connect import STAGGER, interleaved
from tuinews.web.fetcher import Fetcher
from tuinews.web.page_request import PageRequest

Start = Callable[..., Awaitable[Any]]
Begin = Callable[..., Fetcher]
Reply = Callable[..., bytes]


@pytest.fixture
def deaf_addresses() -> Iterator[Callable[[int, list[str]], None]]:
    """Makes addresses of this computer deaf at a port: a queue of one that is full drops who knocks."""
    with ExitStack() as stack:

        def deafen(port: int, addresses: list[str]) -> None:
            for address in addresses:
                listening = stack.enter_context(socket.create_server((address, port), backlog=0))
                while not _is_full(stack, listening.getsockname()):
                    pass

        yield deafen


def _is_full(stack: ExitStack, address: tuple[str, int]) -> bool:
    knocking = stack.enter_context(socket.socket())
    knocking.settimeout(0.05)
    return knocking.connect_ex(address) in (errno.EAGAIN, errno.EINPROGRESS, errno.ETIMEDOUT)


async def test_the_last_of_many_addresses_is_tried_too(
    start_site: Start, new_fetcher: Begin, reply: Reply
) -> None:
    site = await start_site({"/": reply(b"x")})
    many = [f"127.0.0.{number}" for number in range(2, 32)]
    fetcher = new_fetcher(names={"many.test": [*many, "127.0.0.1"]})
    page = await fetcher.fetch(PageRequest(site.url(host="many.test"), trusted=site.url(host="many.test")))
    assert isinstance(page, Page)
    assert site.connections == 1


async def test_addresses_that_say_nothing_hold_up_the_next_for_a_moment_each(
    start_site: Start, new_fetcher: Begin, reply: Reply, deaf_addresses: Any
) -> None:
    site = await start_site({"/": reply(b"x")})
    deaf_addresses(site.port, ["127.0.0.2", "127.0.0.3"])
    fetcher = new_fetcher(names={"slow.test": ["127.0.0.2", "127.0.0.3", "127.0.0.1"]})
    loop = asyncio.get_running_loop()
    began = loop.time()
    page = await fetcher.fetch(PageRequest(site.url(host="slow.test"), trusted=site.url(host="slow.test")))
    assert isinstance(page, Page)
    assert 2 * STAGGER <= loop.time() - began < 8 * STAGGER


async def test_a_name_whose_addresses_all_say_nothing_fails_with_the_time_for_connecting(
    start_site: Start, new_fetcher: Begin, deaf_addresses: Any
) -> None:
    site = await start_site({})
    deaf_addresses(site.port, ["127.0.0.2", "127.0.0.3"])
    fetcher = new_fetcher(names={"deaf.test": ["127.0.0.2", "127.0.0.3"]}, connect=0.4, deadline=20)
    with pytest.raises(FetchError) as caught:
        await fetcher.fetch(PageRequest(site.url(host="deaf.test"), trusted=site.url(host="deaf.test")))
    assert (caught.value.why, caught.value.offline) == ("the server is not responding", False)


async def test_who_has_not_answered_is_let_go(
    start_site: Start, new_fetcher: Begin, reply: Reply, deaf_addresses: Any
) -> None:
    """An unclosed socket or a task left behind would fail this test."""
    site = await start_site({"/": reply(b"x")})
    deaf_addresses(site.port, ["127.0.0.2"])
    fetcher = new_fetcher(names={"two.test": ["127.0.0.2", "127.0.0.1"]})
    await fetcher.fetch(PageRequest(site.url(host="two.test"), trusted=site.url(host="two.test")))
    await asyncio.sleep(0)
    assert not [task for task in asyncio.all_tasks() if "open_connection" in repr(task.get_coro())]
    gc.collect()


async def test_a_dead_family_gives_way_to_the_other(
    start_site: Start, new_fetcher: Begin, reply: Reply, has_ipv6: bool, deaf_addresses: Any
) -> None:
    """One after the other, the dead ones alone would take longer than the time for connecting."""
    site = await start_site({"/": reply(b"x")}, host="::1" if has_ipv6 else "127.0.0.1")
    dead = [f"127.0.0.{number}" for number in range(2, 10)] if has_ipv6 else ["::1"] * 8
    if has_ipv6:
        deaf_addresses(site.port, dead)
    fetcher = new_fetcher(names={"both.test": [*dead, site.host]}, connect=6 * STAGGER)
    page = await fetcher.fetch(PageRequest(site.url(host="both.test"), trusted=site.url(host="both.test")))
    assert isinstance(page, Page)


async def test_a_family_without_a_network_is_not_what_is_told(new_fetcher: Begin) -> None:
    """A computer without IPv6 says so of the first address; the refusal of the second is the news.

    The address of everybody stands for the first here: no system has a way there for TCP.
    """
    with socket.socket() as bound:  # bound but not listening
        bound.bind(("127.0.0.1", 0))
        address = f"http://both.test:{bound.getsockname()[1]}/"
        fetcher = new_fetcher(names={"both.test": ["255.255.255.255", "127.0.0.1"]})
        with pytest.raises(FetchError, match="the connection was refused") as caught:
            await fetcher.fetch(PageRequest(address, trusted=address))
    assert not caught.value.offline


@pytest.mark.parametrize(
    ("addresses", "expected"),
    [
        (["1.1.1.1"], ["1.1.1.1"]),
        (["1::1", "1::2", "1::3", "1.1.1.1", "2.2.2.2"], ["1::1", "1.1.1.1", "1::2", "2.2.2.2", "1::3"]),
        (["1.1.1.1", "2.2.2.2", "3.3.3.3", "1::1"], ["1.1.1.1", "1::1", "2.2.2.2", "3.3.3.3"]),
        (["1.1.1.1", "2.2.2.2"], ["1.1.1.1", "2.2.2.2"]),
    ],
)
def test_the_families_take_turns(addresses: list[str], expected: list[str]) -> None:
    assert interleaved(addresses) == expected
