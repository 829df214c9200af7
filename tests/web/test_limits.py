"""Every fetch ends: in time, in memory, whatever the server does."""

import asyncio
import gzip
import tracemalloc
import zlib
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from tuinews.errors import FetchError
from tuinews.model.page import Page
from tuinews.web.fetcher import Fetcher
from tuinews.web.page_request import OversizePolicy, PageRequest

Start = Callable[..., Awaitable[Any]]
Begin = Callable[..., Fetcher]
Reply = Callable[..., bytes]

HEAD = b"HTTP/1.1 200 OK\r\n"


async def _drip(writer: asyncio.StreamWriter, head: bytes, drop: bytes) -> None:
    writer.write(head)
    while True:
        writer.write(drop)
        await writer.drain()
        await asyncio.sleep(0.002)


@pytest.mark.parametrize(
    ("head", "drop"),
    [
        (HEAD + b"\r\n", b"x"),  # a body without an end
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
        (HEAD + b"X-Slow: ", b"x"),  # a header without an end
        (HEAD, b"X: y\r\n"),  # headers without an end
        (b"", b"HTTP/1.1 103 Early Hints\r\n\r\n"),  # a promise without an end
        (HEAD + b"Content-Encoding: gzip\r\n\r\n\x1f\x8b\x08\x08\0\0\0\0\0\0", b"n"),  # a gzip name without an end
    ],
    ids=["body", "chunks", "header", "headers", "hints", "gzip-header"],
)
async def test_a_server_that_drips_for_ever_is_left_at_the_deadline(
    start_site: Start, new_fetcher: Begin, head: bytes, drop: bytes
) -> None:
    site = await start_site({"/": lambda writer: _drip(writer, head, drop)})
    started = asyncio.get_running_loop().time()
    with pytest.raises(FetchError, match="took longer than"):
        await new_fetcher(deadline=0.1).fetch(PageRequest(site.url(), trusted=site.url()))
    assert asyncio.get_running_loop().time() - started < 5


async def test_a_server_that_says_nothing_is_left_at_the_deadline(start_site: Start, new_fetcher: Begin) -> None:
    async def silence(writer: asyncio.StreamWriter) -> None:
        await asyncio.Event().wait()

    site = await start_site({"/": silence})
    with pytest.raises(FetchError, match="took longer than"):
        await new_fetcher(deadline=0.05).fetch(PageRequest(site.url(), trusted=site.url()))


async def test_the_deadline_is_for_the_whole_chain_of_redirects(
    start_site: Start, new_fetcher: Begin, reply: Reply
) -> None:
    def slowly(target: str) -> Callable[[asyncio.StreamWriter], Awaitable[None]]:
        async def answer(writer: asyncio.StreamWriter) -> None:
            await asyncio.sleep(0.06)
            writer.write(reply(b"", f"Location: {target}", status="302 Found"))
            await writer.drain()

        return answer

    site = await start_site({f"/{i}": slowly(f"/{i + 1}") for i in range(5)})
    with pytest.raises(FetchError, match="took longer than"):
        await new_fetcher(deadline=0.15).fetch(PageRequest(site.url("/0"), trusted=site.url()))
    assert len(site.asked) < 5


async def test_a_body_of_the_limit_comes_and_one_byte_more_does_not(
    start_site: Start, new_fetcher: Begin, reply: Reply
) -> None:
    site = await start_site(
        {
            "/fits": reply(b"x" * 1000),
            "/stated": reply(b"x" * 1001),
            "/unstated": HEAD + b"\r\n" + b"x" * 1001,
            "/packed": reply(gzip.compress(b"x" * 1001, mtime=0), "Content-Encoding: gzip"),
        }
    )
    fetcher = new_fetcher(max_body=1000)
    page = await fetcher.fetch(PageRequest(site.url("/fits"), trusted=site.url()))
    assert isinstance(page, Page)
    assert len(page.body) == 1000
    for path in ("/stated", "/unstated", "/packed"):
        with pytest.raises(FetchError, match=r"larger than 0\.001 MB"):
            await fetcher.fetch(PageRequest(site.url(path), trusted=site.url()))


async def test_a_stated_length_above_the_limit_ends_before_the_body(start_site: Start, new_fetcher: Begin) -> None:
    async def state_and_wait(writer: asyncio.StreamWriter) -> None:
        writer.write(HEAD + b"Content-Length: 15000001\r\n\r\n")
        await asyncio.Event().wait()

    site = await start_site({"/": state_and_wait})
    with pytest.raises(FetchError, match="larger than 15 MB"):
        await new_fetcher().fetch(PageRequest(site.url(), trusted=site.url()))


@pytest.mark.parametrize("coding", ["gzip", "deflate", "gzip, gzip"])
async def test_a_bomb_never_bursts(start_site: Start, new_fetcher: Begin, reply: Reply, coding: str) -> None:
    """40 MB in some 40 KB, and packed twice in about one: hardly more than the limit is ever held."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31 if "gzip" in coding else 15)
    zeros = bytes(1_000_000)
    bomb = b"".join(packer.compress(zeros) for _ in range(40)) + packer.flush()
    if coding == "gzip, gzip":
        bomb = gzip.compress(bomb, mtime=0)
    site = await start_site({"/": reply(bomb, f"Content-Encoding: {coding}")})
    fetcher = new_fetcher(max_body=1_000_000)
    tracemalloc.start()
    try:
        with pytest.raises(FetchError, match="larger than 1 MB"):
            await fetcher.fetch(PageRequest(site.url(), trusted=site.url()))
        assert tracemalloc.get_traced_memory()[1] < 4_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("headers", [[f"X-{i}: {'y' * 100}" for i in range(20)], ["X: " + "y" * 2100]])
async def test_headers_have_their_limit(
    start_site: Start, new_fetcher: Begin, reply: Reply, headers: list[str]
) -> None:
    site = await start_site({"/": reply(b"x", *headers)})
    with pytest.raises(FetchError, match="headers are too large"):
        await new_fetcher(max_headers=2000).fetch(PageRequest(site.url(), trusted=site.url()))
    page = await new_fetcher(max_headers=4000).fetch(PageRequest(site.url(), trusted=site.url()))
    assert isinstance(page, Page)


async def test_endless_headers_end_at_once(start_site: Start, new_fetcher: Begin) -> None:
    async def pour(writer: asyncio.StreamWriter) -> None:
        writer.write(HEAD)
        while True:
            writer.write(b"X-More: y\r\n" * 1000)
            await writer.drain()

    site = await start_site({"/": pour})
    with pytest.raises(FetchError, match="headers are too large"):
        await new_fetcher().fetch(PageRequest(site.url(), trusted=site.url()))


@pytest.mark.parametrize(
    "answer",
    [
        HEAD + b"Content-Length: 100\r\n\r\nshort",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nshort",
        HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(b"x" * 100, mtime=0)[:-12],
        HEAD + b"Content-Encoding: gzip\r\n\r\n\x1f\x8b\x08\x00 and then no gzip at all",
        HEAD + b"Content-Encoding: br\r\n\r\n\xff\xfe\x00short",
        HEAD + b"Content-Encoding: gzip, gzip, gzip\r\n\r\nshort",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n",
        b"HTTP/1.1 two hundred\r\n\r\n",
        HEAD + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nxx",
        b"",
    ],
)
async def test_a_broken_answer_is_an_error_in_one_line(
    start_site: Start, new_fetcher: Begin, answer: bytes
) -> None:
    async def give(writer: asyncio.StreamWriter) -> None:
        writer.write(answer)
        await writer.drain()
        writer.write_eof()

    site = await start_site({"/": give})
    with pytest.raises(FetchError) as caught:
        await new_fetcher().fetch(PageRequest(site.url(), trusted=site.url()))
    assert str(caught.value).startswith("127.0.0.1: the response ")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "answer",
    [
        HEAD + b"Content-Length: 100\r\n\r\n<rss></rss>\n",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\nb\r\n<rss></rss>\r\n",
        HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(b"<rss></rss>", mtime=0)[:-8],
    ],
)
async def test_an_answer_is_whole_where_the_document_says_so(
    start_site: Start, new_fetcher: Begin, answer: bytes
) -> None:
    async def give(writer: asyncio.StreamWriter) -> None:
        writer.write(answer)
        await writer.drain()
        writer.write_eof()

    site = await start_site({"/": give})
    page = await new_fetcher().fetch(PageRequest(site.url(), trusted=site.url()))
    assert isinstance(page, Page)
    assert (page.body.strip(), page.is_cut) == (b"<rss></rss>", False)


async def test_of_a_feed_that_breaks_off_the_beginning_is_taken_without_its_validators(
    start_site: Start, new_fetcher: Begin
) -> None:
    async def give(writer: asyncio.StreamWriter) -> None:
        writer.write(HEAD + b'ETag: "1"\r\nContent-Length: 100\r\n\r\n<rss>')
        await writer.drain()
        writer.write_eof()

    site = await start_site({"/": give})
    page = await new_fetcher().fetch(PageRequest(site.url(), trusted=site.url(), excess=OversizePolicy.CUT))
    assert isinstance(page, Page)
    assert (page.body, page.is_cut, page.is_broken_off, page.etag) == (b"<rss>", True, True, None)


async def test_http_1_0_without_a_length_is_read_to_its_end(start_site: Start, new_fetcher: Begin) -> None:
    site = await start_site({"/": b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<p>old</p>"})
    page = await new_fetcher().fetch(PageRequest(site.url(), trusted=site.url()))
    assert isinstance(page, Page)
    assert page.body == b"<p>old</p>"


async def test_more_than_the_stated_length_is_not_taken_for_the_next_answer(
    start_site: Start, new_fetcher: Begin, reply: Reply
) -> None:
    site = await start_site(
        {"/": reply(b"first") + b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nforged", "/next": reply(b"next")}
    )
    fetcher = new_fetcher()
    await fetcher.fetch(PageRequest(site.url(), trusted=site.url()))
    page = await fetcher.fetch(PageRequest(site.url("/next"), trusted=site.url()))
    assert isinstance(page, Page)
    assert page.body == b"next"


async def test_rubbish_behind_an_answer_is_not_met_by_the_next_fetch(
    start_site: Start, new_fetcher: Begin, reply: Reply
) -> None:
    site = await start_site({"/": reply(b"first") + b"rubbish\r\n\r\n", "/next": reply(b"next")})
    fetcher = new_fetcher()
    await fetcher.fetch(PageRequest(site.url(), trusted=site.url()))
    page = await fetcher.fetch(PageRequest(site.url("/next"), trusted=site.url()))
    assert isinstance(page, Page)
    assert page.body == b"next"
    assert site.connections == 2


async def test_a_body_in_chunks_of_a_byte_leaves_turns_to_others(start_site: Start, new_fetcher: Begin) -> None:
    site = await start_site(
        {"/": HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + b"1\r\nx\r\n" * 5000 + b"0\r\n\r\n"}
    )
    fetch = asyncio.create_task(new_fetcher().fetch(PageRequest(site.url(), trusted=site.url())))
    turns = 0
    while not fetch.done():
        await asyncio.sleep(0)
        turns += 1
    page = fetch.result()
    assert isinstance(page, Page)
    assert len(page.body) == 5000
    assert turns > 5000 / 16
