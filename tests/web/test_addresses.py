"""Where a fetch may connect to: what was typed may be private, what others wrote may not."""

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

PRIVATE = "leads to a private address"


async def test_nothing_private_unless_typed(start_site: Start, new_fetcher: Begin, reply: Reply) -> None:
    site = await start_site({"/": reply(b"secret")})
    with pytest.raises(FetchError, match=PRIVATE) as caught:
        await new_fetcher().fetch(PageRequest(site.url()))
    assert not site.asked
    assert not site.connections
    assert not caught.value.offline


@pytest.mark.parametrize("host", ["localhost", "127.1", "2130706433", "0x7f000001", "0", "[::ffff:127.0.0.1]"])
async def test_other_ways_to_write_this_computer(
    start_site: Start, new_fetcher: Begin, reply: Reply, host: str
) -> None:
    site = await start_site({"/": reply(b"secret")})
    with pytest.raises(FetchError):
        await new_fetcher().fetch(PageRequest(site.url(host=host), trusted="http://a.test/"))
    assert not site.connections


async def test_a_redirect_to_another_port_of_a_typed_private_host_is_refused(
    start_site: Start, new_fetcher: Begin, reply: Reply
) -> None:
    router = await start_site({"/": reply(b"router")})
    site = await start_site({"/": reply(b"", f"Location: {router.url()}", status="302 Found")})
    with pytest.raises(FetchError, match=PRIVATE):
        await new_fetcher().fetch(PageRequest(site.url(), trusted=site.url()))
    assert not router.connections


async def test_a_typed_private_host_may_redirect_within_itself(
    start_site: Start, new_fetcher: Begin, reply: Reply
) -> None:
    site = await start_site({"/": reply(b"", "Location: /feed", status="302 Found"), "/feed": reply(b"ok")})
    page = await new_fetcher().fetch(PageRequest(site.url("/"), trusted=site.url("/listing")))
    assert isinstance(page, Page)
    assert page.body == b"ok"


async def test_trust_in_one_name_is_none_in_another_name_of_the_same_computer(
    start_site: Start, new_fetcher: Begin, reply: Reply
) -> None:
    site = await start_site({"/": reply(b"secret")})
    fetcher = new_fetcher(names={"nas.test": ["127.0.0.1"], "other.test": ["127.0.0.1"]})
    with pytest.raises(FetchError, match=PRIVATE):
        await fetcher.fetch(PageRequest(site.url(host="other.test"), trusted=site.url(host="nas.test")))
    assert not site.connections


async def test_a_connection_kept_for_a_typed_address_is_not_there_for_a_link(
    start_site: Start, new_fetcher: Begin, reply: Reply
) -> None:
    site = await start_site({"/": reply(b"x")})
    fetcher = new_fetcher()
    await fetcher.fetch(PageRequest(site.url(), trusted=site.url()))
    with pytest.raises(FetchError, match=PRIVATE):
        await fetcher.fetch(PageRequest(site.url()))
    assert len(site.asked) == 1


async def test_a_name_that_answers_differently_the_second_time_gains_nothing(
    start_site: Start, new_fetcher: Begin, reply: Reply
) -> None:
    """DNS rebinding: each connection is made to an address that was checked for that very connection.

    2d00::1 passes for public, and lies in a block that nobody was given: nothing answers there.
    """
    answers = iter([["2d00::1", "127.0.0.1"], ["127.0.0.1"]])

    async def resolve(host: str, port: int) -> list[str]:
        return next(answers)

    site = await start_site({"/": reply(b"secret")})
    fetcher = new_fetcher(resolver=resolve, deadline=0.15)
    for _ in range(2):
        with pytest.raises(FetchError):
            await fetcher.fetch(PageRequest(site.url(host="evil.test")))
    assert not site.connections
    assert next(answers, None) is None


async def test_a_dead_address_of_a_name_gives_way_to_the_next(
    start_site: Start, new_fetcher: Begin, reply: Reply
) -> None:
    site = await start_site({"/": reply(b"x")})
    fetcher = new_fetcher(names={"two.test": ["127.0.0.2", "127.0.0.1"]})
    page = await fetcher.fetch(PageRequest(site.url(host="two.test"), trusted=site.url(host="two.test")))
    assert isinstance(page, Page)
    assert page.body == b"x"
    assert site.asked[0].headers["host"] == f"two.test:{site.port}"


@pytest.mark.parametrize(
    ("typed", "asked"),
    [("faß.test", "xn--fa-hia.test"), ("i❤.test", "xn--i-7iq.test"), ("xn--i-7iq.test", "xn--i-7iq.test")],
)
async def test_a_name_is_looked_up_as_browsers_do(
    start_site: Start, new_fetcher: Begin, reply: Reply, typed: str, asked: str
) -> None:
    moved = reply(b"", "Location: /b", status="301 Moved")
    site = await start_site({"/": moved, "/b": reply(b"x")})
    address = site.url(host=typed)
    page = await new_fetcher(names={asked: ["127.0.0.1"]}).fetch(PageRequest(address, trusted=address))
    assert isinstance(page, Page)
    assert [one.headers["host"] for one in site.asked] == [f"{asked}:{site.port}"] * 2


@pytest.mark.parametrize("host", ["xn--999999999.test", "xn--a.test", "xn--.test", "a..test", "1א.test", "℀.test"])
async def test_a_name_that_is_none_ends_in_one_line(new_fetcher: Begin, host: str) -> None:
    with pytest.raises(FetchError) as caught:
        await new_fetcher().fetch(PageRequest(f"http://{host}/"))
    assert "\n" not in str(caught.value)


async def test_an_international_name_may_be_typed_as_it_is_written(
    start_site: Start, new_fetcher: Begin, reply: Reply
) -> None:
    site = await start_site({"/": reply(b"x")})
    fetcher = new_fetcher(names={"xn--bcher-kva.test": ["127.0.0.1"]})
    address = site.url(host="bücher.test")
    page = await fetcher.fetch(PageRequest(address, trusted=address))
    assert isinstance(page, Page)
    assert site.asked[0].headers["host"] == f"xn--bcher-kva.test:{site.port}"
