"""What went wrong is said in one line that a reader understands."""

import asyncio
import errno
import socket
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from tuinews.errors import FetchError
from tuinews.model.page import Page
from tuinews.web.error_messages import duration, has_way_out, no_connection, no_such_name
from tuinews.web.fetcher import Fetcher
from tuinews.web.page_request import PageRequest

Start = Callable[..., Awaitable[Any]]
Begin = Callable[..., Fetcher]
Reply = Callable[..., bytes]


@pytest.mark.parametrize(
    ("status", "text"),
    [
        (
            "404 Nope",
            "a.test: the server answered 404 Not Found; the page may have moved; look for it on the site",
        ),
        ("410 Gone", "a.test: the server answered 410 Gone; the page was removed for good"),
        ("500 Oops", "a.test: the server answered 500 Internal Server Error; try again later"),
        ("599 \x1b]52;c;ZXZpbA==\x07Weary", "a.test: the server answered 599 Weary; try again later"),
        ("302 Found", "a.test: redirects to something that is not a web address (302)"),
    ],
)
async def test_a_status_that_is_an_error_is_said_in_words(
    start_site: Start, new_fetcher: Begin, reply: Reply, status: str, text: str
) -> None:
    site = await start_site({"/": reply(b"<h1>sorry</h1>", status=status)})
    fetcher = new_fetcher(names={"a.test": ["127.0.0.1"]})
    with pytest.raises(FetchError) as caught:
        await fetcher.fetch(PageRequest(site.url(host="a.test"), trusted=site.url(host="a.test")))
    assert str(caught.value) == text
    assert caught.value.status == int(status[:3])
    assert caught.value.retry_after is None
    assert not caught.value.offline


async def test_a_closed_port_is_no_missing_network(new_fetcher: Begin) -> None:
    with socket.socket() as bound:  # bound but not listening
        bound.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{bound.getsockname()[1]}/"
        with pytest.raises(FetchError, match="the connection was refused") as caught:
            await new_fetcher().fetch(PageRequest(address, trusted=address))
    assert not caught.value.offline


@pytest.mark.parametrize("code", [socket.EAI_AGAIN, socket.EAI_FAIL, socket.EAI_NONAME])
async def test_a_name_that_cannot_be_looked_up(new_fetcher: Begin, code: int) -> None:
    """A name that is not there is a mistake online, and no news offline: here the machine itself decides."""

    async def fail(host: str, port: int) -> list[str]:
        raise socket.gaierror(code, "\x1b[31mno")

    with pytest.raises(FetchError, match=r"no network|no such host|has no address") as caught:
        await new_fetcher(resolver=fail).fetch(PageRequest("http://nowhere.test/"))
    assert caught.value.what == "nowhere.test"
    assert "\x1b" not in str(caught.value)
    assert caught.value.offline is (code == socket.EAI_AGAIN or not has_way_out())


@pytest.mark.parametrize("code", [socket.EAI_FAIL, socket.EAI_NONAME])
@pytest.mark.parametrize(
    ("trusted", "advice"), [("http://nowhere.test/", "check the address for typos"), (None, "no longer exists")]
)
async def test_who_typed_a_name_is_told_to_look_for_typos_and_who_followed_a_link_is_not(
    new_fetcher: Begin, trusted: str | None, advice: str, code: int
) -> None:
    async def fail(host: str, port: int) -> list[str]:
        raise socket.gaierror(code, "no")

    with pytest.raises(FetchError) as caught:
        await new_fetcher(resolver=fail).fetch(PageRequest("http://nowhere.test/", trusted=trusted))
    assert (advice in caught.value.do) is has_way_out()


async def test_a_name_without_a_single_address(new_fetcher: Begin) -> None:
    with pytest.raises(FetchError) as caught:
        await new_fetcher(names={"empty.test": []}).fetch(
            PageRequest("http://empty.test/", trusted="http://empty.test/")
        )
    assert caught.value.offline is not has_way_out()
    assert ("has no address" in str(caught.value)) is has_way_out()


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("EAI_NONAME", "there is no such host"),
        ("EAI_NODATA", "the host has no address"),
        ("EAI_ADDRFAMILY", "the host has no address"),
        ("EAI_FAIL", "the host has no address"),
        ("EAI_MEMORY", "the name could not be looked up"),
    ],
)
def test_what_is_said_of_a_name_is_no_missing_network(name: str, why: str) -> None:
    code = getattr(socket, name, socket.EAI_FAIL)  # not every system has each of them
    error = no_such_name("a.test", socket.gaierror(code, "…"), has_way_out=True)
    assert error.why == (why if hasattr(socket, name) else "the host has no address")
    assert not error.offline
    assert no_such_name("a.test", socket.gaierror(code, "…"), has_way_out=False).offline


@pytest.mark.parametrize("online", [True, False])
def test_a_resolver_that_is_away_is_a_missing_network(online: bool) -> None:
    error = no_such_name("a.test", socket.gaierror(socket.EAI_AGAIN, "…"), has_way_out=online)
    assert (error.why, error.offline) == ("no network: the name could not be looked up", True)


def test_an_error_of_another_kind_is_not_read_as_the_resolvers() -> None:
    error = OSError()
    error.errno = socket.EAI_AGAIN  # on some systems the numbers of both kinds are alike
    assert not no_such_name("a.test", error, has_way_out=True).offline


@pytest.mark.parametrize(
    ("number", "why", "offline"),
    [
        (errno.ENETUNREACH, "no network", True),
        (errno.ENETDOWN, "no network", True),
        (errno.EHOSTUNREACH, "the server cannot be reached", False),
        (errno.ETIMEDOUT, "the server is not responding", False),
        (errno.EIO, "no connection could be made", False),
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
        page = await fetcher.fetch(PageRequest(site.url(), trusted=site.url()))
        assert isinstance(page, Page)
        assert page.body == b"safe"
    assert site.connections == 1


@pytest.mark.parametrize(
    ("served", "counts", "why"),
    [
        ("expired", "expired", "the certificate has expired"),
        ("other", "other", "the certificate belongs to another address"),
        ("good", "other", "the site's certificate is self-signed"),
    ],
)
async def test_a_certificate_that_is_not_in_order(
    start_site: Start, new_fetcher: Begin, served: str, counts: str, why: str
) -> None:
    site = await start_site({}, tls=served)
    with pytest.raises(FetchError) as caught:
        await new_fetcher(trusted_certificate=counts).fetch(PageRequest(site.url(), trusted=site.url()))
    assert caught.value.why == why
    assert not site.asked


async def test_a_certificate_for_another_name(start_site: Start, new_fetcher: Begin) -> None:
    """The certificate is checked against the name, though the connection is made to an address."""
    site = await start_site({}, tls="good")
    fetcher = new_fetcher(names={"a.test": ["127.0.0.1"]})
    with pytest.raises(FetchError, match="the certificate belongs to another name"):
        await fetcher.fetch(PageRequest(site.url(host="a.test"), trusted=site.url(host="a.test")))


async def test_authorities_that_cannot_be_read(start_site: Start, new_fetcher: Begin) -> None:
    site = await start_site({}, tls="good")
    fetcher = new_fetcher(trusted_certificate="not-there")
    for _ in range(2):
        with pytest.raises(FetchError, match="the list of trusted authorities cannot be read"):
            await fetcher.fetch(PageRequest(site.url(), trusted=site.url()))


async def test_a_server_that_speaks_no_tls(new_fetcher: Begin) -> None:
    async def complain(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1)
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        writer.close()

    async with await asyncio.start_server(complain, "127.0.0.1", 0) as server:
        address = f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
        with pytest.raises(FetchError) as caught:
            await new_fetcher().fetch(PageRequest(address, trusted=address))
        assert caught.value.why == "no secure connection could be made: the server does not offer HTTPS there"
        assert caught.value.do == "try the address with http://"


async def test_a_handshake_that_is_never_answered_ends_with_the_time_for_connecting(new_fetcher: Begin) -> None:
    """A port of plain HTTP waits for the rest of a request, as long as its visitor does."""
    left = asyncio.Event()

    async def listen(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        left.set()
        writer.close()

    async with await asyncio.start_server(listen, "127.0.0.1", 0) as server:
        address = f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
        with pytest.raises(FetchError) as caught:
            await new_fetcher(connect=0.1, deadline=20).fetch(PageRequest(address, trusted=address))
        assert str(caught.value) == (
            "127.0.0.1: no secure connection could be made: the server is not responding; "
            "try again later, or try the address with http://"
        )
        assert not caught.value.offline
        await asyncio.wait_for(left.wait(), 5)


@pytest.mark.parametrize(
    "banner", [b"HTTP/1.0 400 Bad Request\r\n\r\n", b"<html>", b"SSH-2.0-x\r\n", b"220 mail\r\n"]
)
async def test_a_server_that_answers_a_handshake_in_its_own_language(new_fetcher: Begin, banner: bytes) -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1)
        writer.write(banner)
        await reader.read()
        writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        address = f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
        with pytest.raises(FetchError, match="the server does not offer HTTPS there"):
            await new_fetcher(connect=5).fetch(PageRequest(address, trusted=address))


async def test_a_server_that_hangs_up_in_the_handshake(new_fetcher: Begin) -> None:
    async def leave(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1)
        writer.close()

    async with await asyncio.start_server(leave, "127.0.0.1", 0) as server:
        address = f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
        with pytest.raises(FetchError, match="the server closed the connection"):
            await new_fetcher().fetch(PageRequest(address, trusted=address))


async def test_a_server_that_stalls_in_the_handshake(new_fetcher: Begin) -> None:
    """And the socket is gone afterwards: an unclosed one would fail this test."""
    with socket.create_server(("127.0.0.1", 0)) as mute:  # the system takes the connection, nobody answers
        address = f"https://127.0.0.1:{mute.getsockname()[1]}/"
        with pytest.raises(FetchError, match="took longer than"):
            await new_fetcher(deadline=0.05).fetch(PageRequest(address, trusted=address))
