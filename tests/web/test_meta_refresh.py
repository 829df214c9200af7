"""Pages that send their reader on."""

import time
from typing import Any

import pytest

from tuinews.errors import FetchError
from tuinews.web.meta_refresh import refresh_target
from tuinews.web.page_request import PageRequest

STUB = '<!doctype html><title>Redirecting</title>{}<body><a href="/new">Redirecting</a></body>'
LONG = "Hội đồng bỏ phiếu về kế hoạch sông. " * 40


@pytest.mark.parametrize(
    ("tag", "target"),
    [
        ('<meta http-equiv="refresh" content="0; url=/new.xml">', "/new.xml"),
        ("<META CONTENT='0;URL=\"https://a.example/x\"' HTTP-EQUIV=Refresh />", "https://a.example/x"),
        ('<meta http-equiv=refresh content="0;url=&#39;/a?b=1&amp;c=2&#39;">', "/a?b=1&c=2"),
        ('<meta http-equiv="refresh" content="1, /new">', "/new"),
        ('<meta http-equiv="refresh" content="0 /new">', "/new"),
        ('<meta http-equiv="refresh" content="0.5;url=/new">', "/new"),
        ('<meta http-equiv="refresh" content=";url=/new">', "/new"),
        ('<meta name="a>b" http-equiv="refresh" content="5;url=/tin-mới">', "/tin-mới"),
        ('<base href="/a/"><meta http-equiv="refresh" content="0;url=new">', "/a/new"),
        ('<script>window.location.replace("/new")</script>', "/new"),
        (
            "<script type='text/javascript'>top.location.href = 'https://a.example/x';</script>",
            "https://a.example/x",
        ),
        ("<script>setTimeout(function(){location='/new'}, 0)</script>", "/new"),
        ("<script>if (screen.width < 700) location = '/m'</script>", None),
        ("<script>document.cookie = 'a=1'; location.href = '/new'</script>", None),
        ("<script>location.href = '/a'; location.href = '/b'</script>", None),
        ("<script>location.href = '/a?' + x</script>", None),
        ("<script>function find() { location.href = '/search' }</script>", None),
        ("<?xml version='1.0'?><redirect> <newLocation>/new?a=1&amp;b=2</newLocation></redirect>", "/new?a=1&b=2"),
        ("<redirect><newLocation><![CDATA[ /new ]]></newLocation></redirect>", "/new"),
        ("<p>Write &lt;redirect&gt;, then <newLocation>/new</newLocation></p>", None),
        ('<meta http-equiv="refresh" content="60;url=/new">', None),
        ('<meta http-equiv="refresh" content="0">', None),
        ('<meta http-equiv="refresh" content="0;url=">', None),
        ('<meta http-equiv="refresh">', None),
        ('<meta http-equiv="content-type" content="0;url=/new">', None),
        ('<!-- <meta http-equiv="refresh" content="0;url=/new"> -->', None),
        ('<noscript><meta http-equiv="refresh" content="0;url=/nojs"></noscript>', None),
        ('<script>var x = \'<meta http-equiv="refresh" content="0;url=/new">\'</script>', None),
    ],
)
def test_where_a_stub_leads(tag: str, target: str | None) -> None:
    assert refresh_target(STUB.format(tag).encode(), "text/html; charset=utf-8") == target


def test_the_answer_s_own_header_says_it_too() -> None:
    assert refresh_target(b"", "text/html", "0; url=/new") == "/new"
    assert refresh_target(b"<p>wait</p>", "text/html", "5; url=/new") == "/new"
    assert refresh_target(LONG.encode(), "text/html", "5; url=/new") is None


def test_a_stub_in_two_bytes_a_letter_is_read() -> None:
    page = STUB.format('<meta http-equiv="refresh" content="0;url=/new">')
    assert refresh_target(page.encode("utf-16"), "text/html") == "/new"


def test_a_page_that_is_to_be_read_is_read() -> None:
    waits = '<meta http-equiv="refresh" content="5;url=/other">'
    assert refresh_target(f"{waits}<p>{LONG}</p>".encode(), "text/html") is None
    assert refresh_target(f"{waits}<p>one moment</p><script>{LONG}</script>".encode(), "text/html") == "/other"
    at_once = '<meta http-equiv="refresh" content="0;url=/other">'
    assert refresh_target(f"{at_once}<p>{LONG}</p>".encode(), "text/html") == "/other"
    assert refresh_target(f"<script>location='/new'</script><p>{LONG}</p>".encode(), "text/html") is None
    assert refresh_target(at_once.encode(), "application/rss+xml") is None
    assert refresh_target(at_once.encode(), "image/png") is None


@pytest.mark.parametrize(
    "text",
    [
        b"<meta http-equiv ",
        b"<!--http-equiv",
        b"http-equiv<meta '",
        b"http-equiv<script>",
        b"http-equiv<meta a=' ",
    ],
)
def test_a_page_made_to_hold_it_up_does_not(text: bytes) -> None:
    start = time.process_time()
    assert refresh_target(text * 100_000, "text/html") is None
    assert time.process_time() - start < 1


async def test_it_is_a_redirect_under_the_same_rules(start_site: Any, new_fetcher: Any, reply: Any) -> None:
    def stub(target: str) -> bytes:
        page = STUB.format(f'<meta http-equiv="refresh" content="0;url={target}">').encode()
        return b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(page) + page

    site = await start_site({})
    site.answers |= {
        "/old": stub("/new"),
        "/new": stub("end"),
        "/self": stub("/self#top"),
        "/circle": stub("/back"),
        "/back": stub("/circle"),
        "/mail": stub("mailto:a@b.example"),
        "/inward": stub("http://10.0.0.1/"),
        "/end": reply(b"the end"),
    }
    fetcher = new_fetcher()
    page = await fetcher.fetch(PageRequest(site.url("/old"), trusted=site.url()))
    assert (page.url, page.body, page.moved_to) == (site.url("/end"), b"the end", None)
    for path in ("/self", "/mail"):
        page = await fetcher.fetch(PageRequest(site.url(path), trusted=site.url()))
        assert (page.url, b"Redirecting" in page.body) == (site.url(path), True)
    with pytest.raises(FetchError, match="circle"):
        await fetcher.fetch(PageRequest(site.url("/circle"), trusted=site.url()))
    with pytest.raises(FetchError, match="private"):
        await fetcher.fetch(PageRequest(site.url("/inward"), trusted=site.url()))
