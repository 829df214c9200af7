"""Redirects are followed by hand: where they lead, what they carry, where they end."""

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


@pytest.mark.parametrize(
    ("first", "second", "moved_to"),
    [
        (301, 308, "/c"),
        (308, 302, "/b"),  # permanent as far as /b, and no further
        (302, 301, None),
        (307, 303, None),
    ],
)
async def test_a_source_moves_as_far_as_every_step_was_permanent(
    start_site: Start, new_fetcher: Begin, reply: Reply, first: int, second: int, moved_to: str | None
) -> None:
    site = await start_site(
        {
            "/a": reply(b"", "Location: b", status=f"{first} Moved"),
            "/b": reply(b"", "Location: /c#part", status=f"{second} Moved"),
            "/c": reply(b"here"),
        }
    )
    page = await new_fetcher().fetch(PageRequest(site.url("/a"), trusted=site.url("/a")))
    assert isinstance(page, Page)
    assert (page.body, page.requested, page.url) == (b"here", site.url("/a"), site.url("/c"))
    assert page.moved_to == (site.url(moved_to) if moved_to else None)


async def test_validators_go_along(start_site: Start, new_fetcher: Begin, reply: Reply) -> None:
    site = await start_site(
        {"/a": reply(b"", "Location: /b", status="302 Found"), "/b": b"HTTP/1.1 304 Not Modified\r\n\r\n"}
    )
    answer = await new_fetcher().fetch(PageRequest(site.url("/a"), trusted=site.url(), etag='"1"'))
    assert answer.requested == site.url("/a")
    assert site.asked[1].headers["if-none-match"] == '"1"'


@pytest.mark.parametrize("hops", [5, 6])
async def test_five_redirects_and_no_more(start_site: Start, new_fetcher: Begin, reply: Reply, hops: int) -> None:
    answers = {f"/{i}": reply(b"", f"Location: /{i + 1}", status="302 Found") for i in range(hops)}
    site = await start_site({**answers, f"/{hops}": reply(b"end")})
    fetch = new_fetcher().fetch(PageRequest(site.url("/0"), trusted=site.url()))
    if hops == 5:
        page = await fetch
        assert isinstance(page, Page)
        assert page.body == b"end"
    else:
        with pytest.raises(FetchError, match="redirects more than 5 times"):
            await fetch
        assert len(site.asked) == 6


async def test_a_circle_is_seen_at_once(start_site: Start, new_fetcher: Begin, reply: Reply) -> None:
    site = await start_site(
        {
            "/a": reply(b"", "Location: /b", status="302 Found"),
            "/b": reply(b"", "Location: /a", status="302 Found"),
        }
    )
    with pytest.raises(FetchError, match="in a circle"):
        await new_fetcher().fetch(PageRequest(site.url("/a"), trusted=site.url()))
    assert len(site.asked) == 2


async def test_a_site_that_waits_for_its_cookie_gets_it_for_the_length_of_one_fetch(
    start_site: Start, new_fetcher: Begin, reply: Reply
) -> None:
    site = await start_site(
        {
            "/": reply(b"", "Location: /?in", "Set-Cookie: seen=1; Path=/", "Set-Cookie: b=2", status="302 Found"),
            "/?in": reply(b"news", "Set-Cookie: later=3"),
        }
    )
    fetcher = new_fetcher()
    await fetcher.fetch(PageRequest(site.url(), trusted=site.url()))
    assert "cookie" not in site.asked[0].headers
    assert site.asked[1].headers["cookie"] == "seen=1; b=2"
    await fetcher.fetch(PageRequest(site.url("/?in"), trusted=site.url()))
    assert "cookie" not in site.asked[2].headers


async def test_a_cookie_is_for_the_hosts_and_paths_that_it_names(
    start_site: Start, new_fetcher: Begin, reply: Reply
) -> None:
    """By way of a proxy, which is asked for whole addresses and so can be every host at once."""
    cookies = [
        f"Set-Cookie: {cookie}"
        for cookie in (
            "own=1",
            "all=2; Domain=a.test",
            "deep=3; Path=/deep",
            "tls=4; Secure",
            "not=5; Domain=b.test",
        )
    ]
    proxy = await start_site(
        {
            "http://a.test/": reply(b"", "Location: http://www.a.test/", *cookies, status="302 Found"),
            "http://www.a.test/": reply(b"", "Location: http://b.test/", status="302 Found"),
            "http://b.test/": reply(b"", "Location: http://a.test/deep", status="302 Found"),
            "http://a.test/deep": reply(b"news"),
        }
    )
    fetcher = new_fetcher(proxy_for=lambda scheme, host, port: proxy.url())
    await fetcher.fetch(PageRequest("http://a.test/"))
    sent = [set(asked.headers.get("cookie", "").split("; ")) for asked in proxy.asked]
    assert sent == [{""}, {"all=2"}, {""}, {"deep=3", "own=1", "all=2"}]


async def test_cookies_and_credentials_stay_with_their_origin(
    start_site: Start, new_fetcher: Begin, reply: Reply
) -> None:
    """By way of a proxy, which is asked for whole addresses and so can be every host at once."""
    proxy = await start_site(
        {
            "http://a.test/in": reply(b"", "Location: /out", "Set-Cookie: s=1", status="301 Moved"),
            "http://a.test/out": reply(b"", "Location: http://u:pw@b.test/", status="301 Moved"),
            "http://b.test/": reply(b"", "Location: http://a.test/end", "Set-Cookie: t=2", status="301 Moved"),
            "http://a.test/end": reply(b"news"),
        }
    )
    fetcher = new_fetcher(proxy_for=lambda scheme, host, port: proxy.url())
    page = await fetcher.fetch(PageRequest("http://ana:p%40ss@a.test/in"))
    there, then, elsewhere, back = (asked.headers for asked in proxy.asked)
    assert there["authorization"] == then["authorization"] == back["authorization"] == "Basic YW5hOnBAc3M="
    assert then["cookie"] == back["cookie"] == "s=1"
    assert {"authorization", "cookie", "referer"}.isdisjoint(elsewhere)
    assert isinstance(page, Page)
    assert (page.url, page.moved_to) == ("http://a.test/end", None)


async def test_the_password_of_the_typed_address_goes_to_its_own_origin_alone(
    start_site: Start, new_fetcher: Begin, reply: Reply
) -> None:
    """By way of a proxy, which is asked for whole addresses and so can be every host at once."""
    own = ("http://a.test/tin", "http://a.test:80/", "http://A.test/2")
    others = ("http://a.test:8080/", "http://www.a.test/", "http://a.test.b.test/", "http://xa.test/")
    proxy = await start_site(
        {
            address: reply(b"news")
            for address in ("http://a.test/tin", "http://a.test/", "http://a.test/2", *others)
        }
        | {
            "http://a.test/out": reply(b"", "Location: http://b.test/", status="301 Moved"),
            "http://b.test/": reply(b"", "Location: http://a.test/tin", status="301 Moved"),
        }
    )
    fetcher = new_fetcher(proxy_for=lambda scheme, host, port: proxy.url())
    for address in (*own, *others, "http://a.test/out"):
        page = await fetcher.fetch(PageRequest(address, trusted="http://ana:p%40ss@a.test/rss"))
        assert isinstance(page, Page)
        assert ("ana" in page.url, page.moved_to) == (False, None)
    await fetcher.fetch(PageRequest("http://a.test/tin", trusted="https://ana:p%40ss@a.test/rss"))
    await fetcher.fetch(PageRequest("http://eva:own@a.test/tin", trusted="http://ana:p%40ss@a.test/rss"))
    sent = [asked.headers.get("authorization") for asked in proxy.asked]
    ana = "Basic YW5hOnBAc3M="
    assert sent[:3] == [ana, ana, ana]
    assert sent[3:7] == [None, None, None, None]
    assert sent[7:10] == [ana, None, ana]
    assert sent[10:] == [None, "Basic ZXZhOm93bg=="]


@pytest.mark.parametrize(
    "location",
    [
        "",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ftp://a.test/",
        "http://[::1",
        "http://",
        "http://a\x1b]8;;b.test/",
        "http://a%00b.test/",
        "http://a.test:99999/",
        "http://a.test\\@b.test/" + "x" * 5000,
    ],
)
async def test_a_redirect_off_the_web_is_refused(
    start_site: Start, new_fetcher: Begin, reply: Reply, location: str
) -> None:
    site = await start_site({"/": reply(b"", f"Location: {location}", status="302 Found")})
    with pytest.raises(
        FetchError, match=r"redirects (to something that is not a web address|in a circle)"
    ) as caught:
        await new_fetcher().fetch(PageRequest(site.url(), trusted=site.url()))
    assert caught.value.status == 302


async def test_a_location_in_raw_letters_is_understood(
    start_site: Start, new_fetcher: Begin, reply: Reply
) -> None:
    location = "/tin-tức".encode().decode("latin-1")
    site = await start_site(
        {"/": reply(b"", f"Location: {location}", status="302 Found"), "/tin-t%E1%BB%A9c": reply(b"tin")}
    )
    page = await new_fetcher().fetch(PageRequest(site.url(), trusted=site.url()))
    assert isinstance(page, Page)
    assert (page.body, page.url) == (b"tin", site.url("/tin-t%E1%BB%A9c"))


async def test_controls_in_a_path_are_encoded(start_site: Start, new_fetcher: Begin, reply: Reply) -> None:
    site = await start_site(
        {"/": reply(b"", "Location: /a\x1b[31m", status="302 Found"), "/a%1B[31m": reply(b"x")}
    )
    page = await new_fetcher().fetch(PageRequest(site.url(), trusted=site.url()))
    assert isinstance(page, Page)
    assert page.url == site.url("/a%1B[31m")


@pytest.mark.parametrize("second", ["/b", "/elsewhere"])
async def test_of_two_places_that_are_named_the_first_counts(
    start_site: Start, new_fetcher: Begin, reply: Reply, second: str
) -> None:
    site = await start_site(
        {"/a": reply(b"", "Location: /b", f"Location: {second}", status="302 Found"), "/b": reply(b"here")}
    )
    page = await new_fetcher().fetch(PageRequest(site.url("/a"), trusted=site.url("/a")))
    assert isinstance(page, Page)
    assert page.body == b"here"
