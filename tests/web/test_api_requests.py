"""Requests to the interface of a server: what is sent, what an answer may be, and where no password goes."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import pytest

from tuinews.errors import FetchError
from tuinews.web.api_requests import ApiRequest, Method
from tuinews.web.fetcher import Fetcher

Begin = Callable[..., Fetcher]
Asked = list[tuple[str, dict[str, str], bytes]]


@asynccontextmanager
async def server(*answers: bytes) -> AsyncIterator[tuple[str, Asked]]:
    """A server that gives these answers in turn, the last one for ever; yields its address and what it got."""
    asked: Asked = []
    left = list(answers)
    connections: list[asyncio.StreamWriter] = []

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connections.append(writer)
        try:
            while True:
                first, *lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").rstrip().split("\r\n")
                headers = {n.lower(): v.strip() for n, _, v in (line.partition(":") for line in lines)}
                body = await reader.readexactly(int(headers.get("content-length", 0)))
                asked.append((first, headers, body))
                writer.write(left.pop(0) if len(left) > 1 else left[0])
                await writer.drain()
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    running = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with running:
        try:
            yield f"http://127.0.0.1:{running.sockets[0].getsockname()[1]}", asked
        finally:
            for connection in connections:  # from Python 3.12 on, a server waits until its connections are closed
                connection.close()


def answer(status: str, body: bytes = b"", *headers: str) -> bytes:
    """An answer as it goes over the wire."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join([*lines, "", ""]).encode() + body


async def test_a_form_goes_out_with_each_field_and_an_answer_comes_with_its_status(new_fetcher: Begin) -> None:
    async with server(answer("200 OK", b'{"a": [1, "\xc3\xa9"]}'), answer("404 Not Found", b"[]")) as (url, asked):
        fetcher = new_fetcher()
        request = ApiRequest.form(f"{url}/edit?x=1", [("i", "1"), ("i", "ộ&2")], headers={"Authorization": "x y"})
        first = await fetcher.ask(request)
        assert (first.is_success, first.status, first.json()) == (True, 200, {"a": [1, "é"]})
        second = await fetcher.ask(ApiRequest.get(f"{url}/list", [("output", "json"), ("n", "5 0")]))
        assert (second.is_success, second.status, second.json()) == (False, 404, [])
    assert asked[0][0] == "POST /edit?x=1 HTTP/1.1"
    assert asked[0][2] == b"i=1&i=%E1%BB%99%262"
    assert asked[0][1]["content-type"] == "application/x-www-form-urlencoded"
    assert asked[0][1]["authorization"] == "x y"
    assert asked[1][0] == "GET /list?output=json&n=5+0 HTTP/1.1"
    assert "authorization" not in asked[1][1]


async def test_json_goes_out_with_basic_credentials(new_fetcher: Begin) -> None:
    async with server(answer("200 OK", b"{}")) as (url, asked):
        request = ApiRequest.json(f"{url}/items", {"ids": ["ộ"]}, method=Method.PUT, login=("ada", "secret"))
        await new_fetcher().ask(request)
        assert "secret" not in repr(request)
    assert asked[0][0] == "PUT /items HTTP/1.1"
    assert asked[0][2] == '{"ids": ["ộ"]}'.encode()
    assert asked[0][1]["authorization"] == "Basic YWRhOnNlY3JldA=="
    assert asked[0][1]["content-type"] == "application/json; charset=utf-8"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b'\xef\xbb\xbf<!DOCTYPE html><form action="/login">', "a web page came"),
        (b'{"items": [{"id": 1}, {"id"', "damaged or cut off"),
        (b"[" * 100_000, "damaged or cut off"),
        (b"\xff\xfe\x00", "damaged or cut off"),
        (b"", "damaged or cut off"),
    ],
)
async def test_what_is_no_json_is_an_error(new_fetcher: Begin, body: bytes, said: str) -> None:
    async with server(answer("200 OK", body)) as (url, _asked):
        came = await new_fetcher().ask(ApiRequest.get(url))
        with pytest.raises(FetchError, match=said):
            came.json()


async def test_a_redirect_is_followed_within_the_origin_alone(new_fetcher: Begin) -> None:
    async with server(answer("200 OK", b"not for you")) as (elsewhere, stolen):
        away = answer("307 Temporary Redirect", b"", f"Location: {elsewhere}/x?token=1")
        near = answer("308 Permanent Redirect", b"", "Location: /api/")
        found = answer("302 Found", b"", "Location: /login")
        async with server(near, answer("200 OK", b"{}"), away, found) as (url, asked):
            fetcher = new_fetcher()
            request = ApiRequest.form(f"{url}/api", [("Passwd", "secret")], headers={"Authorization": "token"})
            assert (await fetcher.ask(request)).status == 200
            assert asked[1][0] == "POST /api/ HTTP/1.1"
            assert (asked[1][1]["authorization"], asked[1][2]) == ("token", b"Passwd=secret")
            with pytest.raises(FetchError, match="redirects to another server") as caught:
                await fetcher.ask(request)
            assert "token" not in str(caught.value)
            with pytest.raises(FetchError, match="redirects what was sent"):
                await fetcher.ask(request)
        assert not stolen


async def test_redirects_in_a_circle_end(new_fetcher: Begin) -> None:
    async with server(answer("301 Moved", b"", "Location: /a")) as (url, _asked):
        with pytest.raises(FetchError, match="more than 3 times"):
            await new_fetcher().ask(ApiRequest.get(f"{url}/a"))


async def test_no_password_goes_to_the_open_internet_without_encryption(new_fetcher: Begin) -> None:
    fetcher = new_fetcher(names={"reader.example": ["93.184.216.34"]})
    with pytest.raises(FetchError, match="without https anyone") as caught:
        await fetcher.ask(ApiRequest.form("http://reader.example/api", [("Passwd", "secret")]))
    assert "https://" in caught.value.remedy
    by_proxy = new_fetcher(proxy_for=lambda scheme, host, port: "http://127.0.0.1:9")
    with pytest.raises(FetchError, match="without https anyone"):
        await by_proxy.ask(ApiRequest.get("http://reader.example/api"))


async def test_a_name_of_both_worlds_is_asked_at_its_private_address(new_fetcher: Begin) -> None:
    async with server(answer("200 OK", b"{}")) as (url, _asked):
        fetcher = new_fetcher(names={"nas.lan": ["93.184.216.34", "127.0.0.1"]})
        assert (await fetcher.ask(ApiRequest.get(url.replace("127.0.0.1", "nas.lan")))).status == 200


async def test_a_slow_an_oversized_and_a_failing_server_are_errors(new_fetcher: Begin) -> None:
    half = b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{}"
    async with server(half) as (url, _asked):
        with pytest.raises(FetchError, match="took longer"):
            await new_fetcher(deadline=0.2).ask(ApiRequest.get(url))
    async with server(answer("200 OK", b"x" * 2000)) as (url, _asked):
        with pytest.raises(FetchError, match="larger than"):
            await new_fetcher(max_body=1000).ask(ApiRequest.get(url))
    async with server(answer("500 No", b"<h1>")) as (url, _asked):
        with pytest.raises(FetchError, match="500") as caught:
            await new_fetcher().ask(ApiRequest.get(url))
        assert caught.value.status == 500


async def test_a_pause_that_is_asked_for_is_kept(new_fetcher: Begin) -> None:
    async with server(answer("429 Slow down", b"", "Retry-After: 60")) as (url, asked):
        fetcher = new_fetcher()
        for _n in range(2):
            with pytest.raises(FetchError) as caught:
                await fetcher.ask(ApiRequest.get(url))
            assert caught.value.retry_after
        assert len(asked) == 1


async def test_what_cannot_be_sent_is_an_error(new_fetcher: Begin) -> None:
    fetcher = new_fetcher()
    for url in ("file:///etc/passwd", "not an address", ""):
        with pytest.raises(FetchError, match="not a web address"):
            await fetcher.ask(ApiRequest.get(url))
    with pytest.raises(FetchError, match="plain text"):
        await fetcher.ask(ApiRequest.get("http://127.0.0.1:9/", headers={"Authorization": "a\r\nb: c"}))
