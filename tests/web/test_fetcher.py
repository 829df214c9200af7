"""What a fetch gives when all is well: a page, or that nothing changed."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tuinews.errors import FetchError
from tuinews.model.page import NotModified, Page
from tuinews.web.coding.content_encoding import ACCEPTED
from tuinews.web.fetcher import USER_AGENT, Fetcher
from tuinews.web.page_request import Accept, PageRequest

Start = Callable[..., Awaitable[Any]]
Begin = Callable[..., Fetcher]
Reply = Callable[..., bytes]


async def test_a_page_comes_with_its_body_and_headers(start_site: Start, new_fetcher: Begin, reply: Reply) -> None:
    site = await start_site({"/feed": reply(b"<rss/>", "Content-Type: application/rss+xml", 'ETag: W/"1"')})
    page = await new_fetcher().fetch(PageRequest(site.url("/feed"), trusted=site.url()))
    assert isinstance(page, Page)
    assert (page.body, page.status, page.url, page.requested) == (
        b"<rss/>",
        200,
        site.url("/feed"),
        site.url("/feed"),
    )
    assert (page.content_type, page.etag, page.last_modified) == ("application/rss+xml", 'W/"1"', None)
    assert page.moved_to is None
    assert timedelta(0) <= datetime.now(UTC) - page.fetched < timedelta(seconds=5)


async def test_the_request_says_who_asks_and_nothing_more(
    start_site: Start, new_fetcher: Begin, reply: Reply
) -> None:
    site = await start_site({"/?q=1": reply(b"x")})
    await new_fetcher().fetch(PageRequest(site.url("/?q=1#part"), trusted=site.url()))
    (asked,) = site.asked
    assert set(asked.headers) == {"host", "user-agent", "accept", "accept-encoding"}
    assert asked.headers["user-agent"] == USER_AGENT
    assert asked.headers["accept-encoding"] == ACCEPTED
    assert asked.headers["host"] == f"127.0.0.1:{site.port}"


@pytest.mark.parametrize("accept", Accept)
async def test_what_is_hoped_for_is_said(
    start_site: Start, new_fetcher: Begin, reply: Reply, accept: Accept
) -> None:
    site = await start_site({"/": reply(b"x")})
    await new_fetcher().fetch(PageRequest(site.url(), trusted=site.url(), accept=accept))
    assert site.asked[0].headers["accept"] == accept.value
    assert ("rss" in site.asked[0].headers["accept"]) is (accept in (Accept.FEED, Accept.LISTING))


async def test_validators_go_back_byte_for_byte_and_304_skips_the_body(
    start_site: Start, new_fetcher: Begin
) -> None:
    site = await start_site({"/feed": b"HTTP/1.1 304 Not Modified\r\n\r\n"})
    etag, modified = 'W/"caf\xe9, --gzip"', "tue, 3 Jun 08 11:05:30 gmt"
    fetcher = new_fetcher()
    for _ in range(2):
        answer = await fetcher.fetch(
            PageRequest(site.url("/feed"), trusted=site.url(), etag=etag, last_modified=modified)
        )
        assert isinstance(answer, NotModified)
        assert answer.requested == site.url("/feed")
    assert site.asked[1].headers["if-none-match"] == etag
    assert site.asked[1].headers["if-modified-since"] == modified
    assert site.connections == 1


async def test_the_validators_of_a_page_are_those_that_its_server_gets_back(
    start_site: Start, new_fetcher: Begin, reply: Reply
) -> None:
    site = await start_site({"/": reply(b"x", 'ETag: "\xfc  -1"', "Last-Modified: yesterday")})
    fetcher = new_fetcher()
    page = await fetcher.fetch(PageRequest(site.url(), trusted=site.url()))
    assert isinstance(page, Page)
    await fetcher.fetch(
        PageRequest(site.url(), trusted=site.url(), etag=page.etag, last_modified=page.last_modified)
    )
    assert site.asked[1].headers["if-none-match"] == '"\xfc  -1"'
    assert site.asked[1].headers["if-modified-since"] == "yesterday"


async def test_a_server_that_takes_a_condition_for_a_demand_is_asked_without_one(
    start_site: Start, new_fetcher: Begin, reply: Reply
) -> None:
    site = await start_site({"/": b"HTTP/1.1 412 Precondition Failed\r\nContent-Length: 0\r\n\r\n"})

    async def answer(writer: asyncio.StreamWriter) -> None:
        site.answers["/"] = reply(b"fresh")
        writer.write(b"HTTP/1.1 412 Precondition Failed\r\nContent-Length: 0\r\n\r\n")

    site.answers["/"] = answer
    page = await new_fetcher().fetch(PageRequest(site.url(), trusted=site.url(), etag='"1"'))
    assert isinstance(page, Page)
    assert (page.body, "if-none-match" in site.asked[-1].headers) == (b"fresh", False)


async def test_choices_with_a_place_to_go_are_a_redirect(
    start_site: Start, new_fetcher: Begin, reply: Reply
) -> None:
    choices = b"HTTP/1.1 300 Multiple Choices\r\nLocation: /one\r\nContent-Length: 0\r\n\r\n"
    site = await start_site({"/": choices, "/one": reply(b"one")})
    page = await new_fetcher().fetch(PageRequest(site.url(), trusted=site.url()))
    assert isinstance(page, Page)
    assert page.body == b"one"


async def test_a_304_that_nobody_asked_for_is_an_error(start_site: Start, new_fetcher: Begin) -> None:
    site = await start_site({"/": b"HTTP/1.1 304 Not Modified\r\n\r\n"})
    with pytest.raises(FetchError, match="304") as caught:
        await new_fetcher().fetch(PageRequest(site.url(), trusted=site.url()))
    assert caught.value.status == 304


async def test_who_answers_every_second_request_with_304_is_asked_past_all_caches(
    start_site: Start, new_fetcher: Begin, reply: Reply
) -> None:
    async def now_and_then(writer: asyncio.StreamWriter) -> None:
        first = len(site.asked) == 1
        writer.write(b"HTTP/1.1 304 Not Modified\r\n\r\n" if first else reply(b"whole"))
        await writer.drain()

    site = await start_site({"/": now_and_then})
    page = await new_fetcher().fetch(PageRequest(site.url(), trusted=site.url()))
    assert isinstance(page, Page)
    assert page.body == b"whole"
    assert [one.headers.get("cache-control") for one in site.asked] == [None, "no-cache"]


async def test_a_validator_that_no_header_can_hold_is_left_out(
    start_site: Start, new_fetcher: Begin, reply: Reply
) -> None:
    site = await start_site({"/": reply(b"x")})
    await new_fetcher().fetch(
        PageRequest(site.url(), trusted=site.url(), etag='"a\r\nX-Evil: 1"', last_modified=" ")
    )
    assert {"if-none-match", "if-modified-since", "x-evil"}.isdisjoint(site.asked[0].headers)


async def test_one_connection_serves_one_fetch_after_another(
    start_site: Start, new_fetcher: Begin, reply: Reply
) -> None:
    site = await start_site({"/": reply(b"x"), "/empty": reply(b"")})
    fetcher = new_fetcher()
    for path in ("/", "/empty", "/"):
        await fetcher.fetch(PageRequest(site.url(path), trusted=site.url()))
    assert site.connections == 1


async def test_a_kept_connection_that_has_died_is_replaced_unseen(start_site: Start, new_fetcher: Begin) -> None:
    async def answer_and_hang_up_late(writer: asyncio.StreamWriter) -> None:
        if site.connections == 1 and len(site.asked) == 1:
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nfirst")
            await gone.wait()  # the client keeps the connection, asks again, and finds it dead
        else:
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecond")
            await writer.drain()

    gone = asyncio.Event()
    site = await start_site({"/": answer_and_hang_up_late})
    fetcher = new_fetcher()
    first = await fetcher.fetch(PageRequest(site.url(), trusted=site.url()))
    again = asyncio.create_task(fetcher.fetch(PageRequest(site.url(), trusted=site.url())))
    await asyncio.sleep(0)
    gone.set()
    second = await again
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert (first.body, second.body, site.connections) == (b"first", b"second", 2)


async def test_repeated_headers_are_one_line(start_site: Start, new_fetcher: Begin, reply: Reply) -> None:
    site = await start_site({"/": reply(b"x", "Link: <a>", "LINK: <b>")})
    page = await new_fetcher().fetch(PageRequest(site.url(), trusted=site.url()))
    assert isinstance(page, Page)
    assert page.headers["link"] == "<a>, <b>"


async def test_a_page_over_ipv6(start_site: Start, new_fetcher: Begin, reply: Reply, has_ipv6: bool) -> None:
    """Where the machine has no IPv6 the same page comes over IPv4."""
    site = await start_site({"/": reply(b"x")}, host="::1" if has_ipv6 else "127.0.0.1")
    page = await new_fetcher().fetch(PageRequest(site.url(), trusted=site.url()))
    assert isinstance(page, Page)
    assert site.asked[0].headers["host"] == site.url("").removeprefix("http://")


@pytest.mark.parametrize(
    "address", ["ftp://example.org/", "javascript:alert(1)", "file:///etc/passwd", "", "http://"]
)
async def test_only_the_web_is_fetched(new_fetcher: Begin, address: str) -> None:
    with pytest.raises(FetchError, match="not a web address"):
        await new_fetcher().fetch(PageRequest(address, trusted=address))
