"""What a fetch gives when all is well: a page, or that nothing changed."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from tuinews.errors import FetchError
from tuinews.model.page import NotModified, Page
from tuinews.web.fetcher import USER_AGENT, Fetcher

Start = Callable[..., Awaitable[Any]]
Begin = Callable[..., Fetcher]
Reply = Callable[..., bytes]


async def test_a_page_comes_with_its_body_and_headers(start_site: Start, new_fetcher: Begin, reply: Reply) -> None:
    site = await start_site({"/feed": reply(b"<rss/>", "Content-Type: application/rss+xml", 'ETag: W/"1"')})
    page = await new_fetcher().fetch(site.url("/feed"), trusted=site.url())
    assert isinstance(page, Page)
    assert (page.body, page.status, page.url, page.requested) == (
        b"<rss/>",
        200,
        site.url("/feed"),
        site.url("/feed"),
    )
    assert (page.content_type, page.etag, page.last_modified) == ("application/rss+xml", 'W/"1"', None)
    assert page.moved_to is None


async def test_the_request_says_who_asks_and_nothing_more(
    start_site: Start, new_fetcher: Begin, reply: Reply
) -> None:
    site = await start_site({"/?q=1": reply(b"x")})
    await new_fetcher().fetch(site.url("/?q=1#part"), trusted=site.url())
    (asked,) = site.asked
    assert set(asked.headers) == {"host", "user-agent", "accept", "accept-encoding"}
    assert asked.headers["user-agent"] == USER_AGENT
    assert asked.headers["host"] == f"127.0.0.1:{site.port}"


async def test_validators_go_back_byte_for_byte_and_304_skips_the_body(
    start_site: Start, new_fetcher: Begin
) -> None:
    site = await start_site({"/feed": b"HTTP/1.1 304 Not Modified\r\n\r\n"})
    etag, modified = 'W/"caf\xe9, --gzip"', "tue, 3 Jun 08 11:05:30 gmt"
    fetcher = new_fetcher()
    for _ in range(2):
        answer = await fetcher.fetch(site.url("/feed"), trusted=site.url(), etag=etag, last_modified=modified)
        assert isinstance(answer, NotModified)
        assert answer.requested == site.url("/feed")
    assert site.asked[0].headers["if-none-match"] == etag
    assert site.asked[0].headers["if-modified-since"] == modified


async def test_a_304_that_nobody_asked_for_is_an_error(start_site: Start, new_fetcher: Begin) -> None:
    site = await start_site({"/": b"HTTP/1.1 304 Not Modified\r\n\r\n"})
    with pytest.raises(FetchError, match="304") as caught:
        await new_fetcher().fetch(site.url(), trusted=site.url())
    assert caught.value.status == 304


async def test_a_validator_that_no_header_can_hold_is_left_out(
    start_site: Start, new_fetcher: Begin, reply: Reply
) -> None:
    site = await start_site({"/": reply(b"x")})
    await new_fetcher().fetch(site.url(), trusted=site.url(), etag='"a\r\nX-Evil: 1"', last_modified=" ")
    assert {"if-none-match", "if-modified-since", "x-evil"}.isdisjoint(site.asked[0].headers)
