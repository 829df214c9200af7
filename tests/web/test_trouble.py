"""What went wrong is said in one line that a reader understands."""

import asyncio
import errno
import socket
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from tuinews.errors import FetchError
from tuinews.model.page import Page
from tuinews.web.fetcher import Fetcher
from tuinews.web.trouble import duration, no_connection, no_such_name

Start = Callable[..., Awaitable[Any]]
Begin = Callable[..., Fetcher]
Reply = Callable[..., bytes]


@pytest.mark.parametrize(
    ("status", "text"),
    [
        ("404 Nope", "a.test: the server says 404 Not Found; the page may have moved; look for it on the site"),
        ("410 Gone", "a.test: the server says 410 Gone; the page is gone for good"),
        ("500 Oops", "a.test: the server says 500 Internal Server Error; try again later"),
        ("599 \x1b]52;c;ZXZpbA==\x07Weary", "a.test: the server says 599 Weary; try again later"),
        ("302 Found", "a.test: redirects to no web address (302)"),
    ],
)
async def test_a_status(start_site: Start, new_fetcher: Begin, reply: Reply, status: str, text: str) -> None:
    site = await start_site({"/": reply(b"<h1>sorry</h1>", status=status)})
    fetcher = new_fetcher(names={"a.test": ["127.0.0.1"]})
    with pytest.raises(FetchError) as caught:
        await fetcher.fetch(site.url(host="a.test"), trusted=site.url(host="a.test"))
    assert str(caught.value) == text
    assert caught.value.status == int(status[:3])
    assert caught.value.retry_after is None
    assert not caught.value.offline


async def test_a_closed_port_is_no_missing_network(new_fetcher: Begin) -> None:
    with socket.socket() as bound:  # bound but not listening
        bound.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{bound.getsockname()[1]}/"
        with pytest.raises(FetchError, match="the connection is refused") as caught:
            await new_fetcher().fetch(address, trusted=address)
    assert not caught.value.offline


@pytest.mark.parametrize(
    ("code", "offline"), [(socket.EAI_AGAIN, True), (socket.EAI_FAIL, True), (socket.EAI_NONAME, None)]
)
async def test_a_name_that_cannot_be_looked_up(new_fetcher: Begin, code: int, offline: bool | None) -> None:
    """A name that is not there is a mistake online, and no news offline: here the machine itself decides."""

    async def fail(host: str, port: int) -> list[str]:
        raise socket.gaierror(code, "\x1b[31mno")

    with pytest.raises(FetchError, match=r"no network|cannot be found") as caught:
        await new_fetcher(resolver=fail).fetch("http://nowhere.test/")
    assert caught.value.what == "nowhere.test"
    assert "\x1b" not in str(caught.value)
    assert offline is None or caught.value.offline is offline


def test_a_name_that_is_not_there() -> None:
    error = socket.gaierror(socket.EAI_NONAME, "Name or service not known")
    assert no_such_name("a.test", error, has_way_out=True).why == "the name cannot be found"
    assert not no_such_name("a.test", error, has_way_out=True).offline
    assert no_such_name("a.test", error, has_way_out=False).offline


@pytest.mark.parametrize(
    ("number", "why", "offline"),
    [
        (errno.ENETUNREACH, "no network", True),
        (errno.ENETDOWN, "no network", True),
        (errno.EHOSTUNREACH, "the server cannot be reached", False),
        (errno.ETIMEDOUT, "the server does not answer", False),
        (errno.EIO, "no connection can be made", False),
    ],
)
def test_a_connection_that_fails(number: int, why: str, offline: bool) -> None:
    error = no_connection("a.test", OSError(number, "…"))
    assert (error.why, error.offline) == (why, offline)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.2, "1 second"),
        (30, "30 seconds"),
        (119, "119 seconds"),
        (120, "2 minutes"),
        (3600, "60 minutes"),
        (86400, "24 hours"),
    ],
)
def test_a_length_of_time_in_words(seconds: float, text: str) -> None:
    assert duration(seconds) == text


async def test_a_page_over_tls(start_site: Start, new_fetcher: Begin, reply: Reply) -> None:
    site = await start_site({"/": reply(b"safe")}, tls="good")
    fetcher = new_fetcher()
    for _ in range(2):
        page = await fetcher.fetch(site.url(), trusted=site.url())
        assert isinstance(page, Page)
        assert page.body == b"safe"
    assert site.connections == 1


@pytest.mark.parametrize(
    ("served", "counts", "why"),
    [
        ("expired", "expired", "the certificate has expired"),
        ("other", "other", "the certificate is for another address"),
        ("good", "other", "the certificate is signed by the site itself"),
    ],
)
async def test_a_certificate_that_is_not_in_order(
    start_site: Start, new_fetcher: Begin, served: str, counts: str, why: str
) -> None:
    site = await start_site({}, tls=served)
    with pytest.raises(FetchError) as caught:
        await new_fetcher(trusted_certificate=counts).fetch(site.url(), trusted=site.url())
    assert caught.value.why == why
    assert not site.asked


async def test_a_certificate_for_another_name(start_site: Start, new_fetcher: Begin) -> None:
    """The certificate is checked against the name, though the connection is made to an address."""
    site = await start_site({}, tls="good")
    fetcher = new_fetcher(names={"a.test": ["127.0.0.1"]})
    with pytest.raises(FetchError, match="the certificate is for another name"):
        await fetcher.fetch(site.url(host="a.test"), trusted=site.url(host="a.test"))


async def test_authorities_that_cannot_be_read(start_site: Start, new_fetcher: Begin) -> None:
    site = await start_site({}, tls="good")
    fetcher = new_fetcher(trusted_certificate="not-there")
    for _ in range(2):
        with pytest.raises(FetchError, match="the list of authorities cannot be read"):
            await fetcher.fetch(site.url(), trusted=site.url())


async def test_a_server_that_speaks_no_tls(new_fetcher: Begin) -> None:
    async def complain(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1)
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        writer.close()

    async with await asyncio.start_server(complain, "127.0.0.1", 0) as server:
        address = f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
        with pytest.raises(FetchError, match=r"no safe connection can be made \(wrong version number\)"):
            await new_fetcher().fetch(address, trusted=address)


async def test_a_server_that_stalls_in_the_handshake(new_fetcher: Begin) -> None:
    """And the socket is gone afterwards: an unclosed one would fail this test."""
    with socket.create_server(("127.0.0.1", 0)) as mute:  # the system takes the connection, nobody answers
        address = f"https://127.0.0.1:{mute.getsockname()[1]}/"
        with pytest.raises(FetchError, match="took longer than"):
            await new_fetcher(deadline=0.05).fetch(address, trusted=address)
