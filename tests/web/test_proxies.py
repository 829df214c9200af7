"""The environment's proxy: when it is used, and that policy holds as far as a name can say."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from tuinews.errors import FetchError
from tuinews.model.page import Page
from tuinews.web.connections.proxies import proxy_from_environment
from tuinews.web.fetcher import Fetcher
from tuinews.web.page_request import PageRequest

Start = Callable[..., Awaitable[Any]]
Begin = Callable[..., Fetcher]
Reply = Callable[..., bytes]

PROXY = {"http_proxy": "http://proxy.test:3128"}


@pytest.mark.parametrize(
    ("environ", "scheme", "host", "proxy"),
    [
        ({}, "http", "a.test", None),
        (PROXY, "http", "a.test", "http://proxy.test:3128"),
        (PROXY, "https", "a.test", None),
        ({"HTTPS_PROXY": "proxy.test:3128"}, "https", "a.test", "http://proxy.test:3128"),
        ({"all_proxy": "socks5://proxy.test"}, "https", "a.test", "socks5://proxy.test"),
        ({**PROXY, "all_proxy": "http://other.test"}, "http", "a.test", "http://proxy.test:3128"),
        (PROXY, "http", "localhost", None),
        (PROXY, "http", "demo.localhost", None),
        (PROXY, "http", "127.0.0.1", None),
        (PROXY, "http", "::1", None),
        (PROXY, "http", "192.168.1.1", "http://proxy.test:3128"),
        ({**PROXY, "no_proxy": "*"}, "http", "a.test", None),
        ({**PROXY, "NO_PROXY": "b.test, .a.test"}, "http", "a.test", None),
        ({**PROXY, "no_proxy": "a.test"}, "http", "www.a.test", None),
        ({**PROXY, "no_proxy": "*.a.test"}, "http", "www.a.test", None),
        ({**PROXY, "no_proxy": "a.test"}, "http", "banana.test", "http://proxy.test:3128"),
        ({**PROXY, "no_proxy": "a.test:80"}, "http", "a.test", None),
        ({**PROXY, "no_proxy": "a.test:81"}, "http", "a.test", "http://proxy.test:3128"),
        ({**PROXY, "no_proxy": " , "}, "http", "a.test", "http://proxy.test:3128"),
        ({"http_proxy": " "}, "http", "a.test", None),
    ],
)
def test_the_environment_chooses_a_proxy_by_the_rules_of_curl(
    environ: dict[str, str], scheme: str, host: str, proxy: str | None
) -> None:
    assert proxy_from_environment(scheme, host, 80, environ) == proxy


@pytest.mark.parametrize(
    ("no_proxy", "host", "is_direct"),
    [
        ("10.0.0.0/8", "10.200.3.4", True),
        ("10.0.0.0/8", "11.0.0.1", False),
        ("10.1.2.3/8", "10.200.3.4", True),
        ("10.0.0.0/8", "ten.test", False),
        ("192.168.0.0/16,10.0.0.0/8", "10.0.0.1", True),
        ("  192.168.0.0/16 ,  10.0.0.0/8  ", "10.0.0.1", True),
        ("a.test 10.0.0.0/8", "10.0.0.1", True),
        ("10.0.0.0/33", "10.0.0.1", False),
        ("10.0.0.0/8:80", "10.0.0.1", True),
        ("10.0.0.0/8:81", "10.0.0.1", False),
        ("10.0.0.0/8", "::ffff:10.0.0.1", True),
        ("0.0.0.0/0", "93.184.215.14", True),
        ("0.0.0.0/0", "2d00::1", False),
        ("::/0", "2d00::1", True),
        ("fe80::/10", "fe80::1", True),
        ("fe80::/10", "fe80::1%eth0", True),
        ("[fe80::]/10", "febf::1", True),
        ("[fe80::/10]", "febf::1", True),
        ("FE80::/10", "fec0::1", False),
        ("[2d00::1]", "2d00::1", True),
        ("2d00::1", "2d00::1", True),
        ("2d00:0:0::1", "2d00::1", True),
        ("[2d00::1]:80", "2d00::1", True),
        ("[2d00::1]:81", "2d00::1", False),
        ("2d00::80", "2d00::", False),
        ("93.184.215.14", "93.184.215.14", True),
        ("93.184.215.14:80", "93.184.215.14", True),
        ("215.14", "93.184.215.14", False),
        (".a.test", "a.test", True),
        (".a.test", "www.a.test", True),
        ("..a.test", "www.a.test", True),
        ("a.test.", "www.a.test", True),
        ("a.test", "www.a.test.", True),
        ("A.Test", "a.test", True),
        ("*.a.test:80", "www.a.test", True),
        (".a.test:81", "www.a.test", False),
        ("*:80", "a.test", True),
        ("*a.test", "www.a.test", True),
        (".", "a.test", False),
        ("/8", "10.0.0.1", False),
        (":80", "a.test", False),
    ],
)
def test_what_the_environment_exempts(no_proxy: str, host: str, is_direct: bool) -> None:
    proxy = proxy_from_environment("http", host, 80, {**PROXY, "no_proxy": no_proxy})
    assert (proxy is None) is is_direct


async def test_a_page_by_way_of_a_proxy(start_site: Start, new_fetcher: Begin, reply: Reply) -> None:
    proxy = await start_site({"http://a.test/feed": reply(b"news")})
    fetcher = new_fetcher(proxy_for=lambda scheme, host, port: proxy.url().replace("//", "//ana:p%C3%A9@"))
    for _ in range(2):
        page = await fetcher.fetch(PageRequest("http://a.test/feed"))
        assert isinstance(page, Page)
        assert page.body == b"news"
    assert proxy.asked[0].headers["host"] == "a.test"
    assert proxy.asked[0].headers["proxy-authorization"] == "Basic YW5hOnDDqQ=="
    assert proxy.connections == 1


async def test_a_page_over_tls_through_a_proxy(start_site: Start, new_fetcher: Begin, reply: Reply) -> None:
    site = await start_site({"/": reply(b"safe")}, tls="good")
    asked: list[bytes] = []

    async def tunnel(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.append(await reader.readuntil(b"\r\n\r\n"))
        there, back = await asyncio.open_connection("127.0.0.1", site.port)
        writer.write(b"HTTP/1.1 200 Connected\r\n\r\n")
        await asyncio.gather(_pass_on(reader, back), _pass_on(there, writer))

    async with await asyncio.start_server(tunnel, "127.0.0.1", 0) as proxy:
        port = proxy.sockets[0].getsockname()[1]
        fetcher = new_fetcher(proxy_for=lambda scheme, host, port_: f"http://127.0.0.1:{port}")
        page = await fetcher.fetch(PageRequest(site.url(host="localhost"), trusted=site.url(host="localhost")))
        await fetcher.close()
    assert isinstance(page, Page)
    assert page.body == b"safe"
    assert asked[0].startswith(f"CONNECT localhost:{site.port} HTTP/1.1\r\n".encode())


async def _pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while data := await reader.read(65_536):
            writer.write(data)
    except OSError:
        pass
    finally:
        writer.transport.abort()


async def test_a_proxy_that_refuses_a_tunnel(start_site: Start, new_fetcher: Begin, reply: Reply) -> None:
    proxy = await start_site({"a.test:443": reply(b"", status="407 Sign \x1b[31min")})
    fetcher = new_fetcher(proxy_for=lambda scheme, host, port: proxy.url())
    with pytest.raises(FetchError, match="the proxy refused: 407 Sign in"):
        await fetcher.fetch(PageRequest("https://a.test/"))


@pytest.mark.parametrize(
    "address", ["http://192.168.1.1/", "http://printer/", "http://nas.local/", "http://[::1]/"]
)
async def test_no_link_leads_by_way_of_a_proxy_into_a_private_network(
    start_site: Start, new_fetcher: Begin, address: str
) -> None:
    proxy = await start_site()
    fetcher = new_fetcher(proxy_for=lambda scheme, host, port: proxy.url())
    with pytest.raises(FetchError, match="leads to a private address"):
        await fetcher.fetch(PageRequest(address))
    assert not proxy.asked


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:9050", "http://", "http://a b/", "http://a.test:port/"])
async def test_a_proxy_that_cannot_be_used_is_not_passed_by(new_fetcher: Begin, proxy: str) -> None:
    """Whoever set one may not want to be seen without it."""
    fetcher = new_fetcher(proxy_for=lambda scheme, host, port: proxy)
    with pytest.raises(FetchError, match=r"the proxy: (socks5|http) is not supported"):
        await fetcher.fetch(PageRequest("http://a.test/"))
