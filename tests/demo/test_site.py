"""The site over a real socket."""

import gzip
import http.client
import re
import socket
import subprocess
import sys
from datetime import datetime
from http.client import HTTPConnection, HTTPResponse

import pytest

from tuinews.demo.site import DemoSite
from tuinews.errors import TuinewsError


def get(site: DemoSite, path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection(site.url.removeprefix("http://").rstrip("/"), timeout=10)
    try:
        connection.request(
            method, path, headers={name.replace("_", "-"): value for name, value in headers.items()}
        )
        response = connection.getresponse()
        return response, response.read()
    finally:
        connection.close()


def text(site: DemoSite, path: str) -> str:
    response, body = get(site, path)
    assert response.status == 200
    return body.decode()


@pytest.mark.parametrize(
    ("path", "content_type"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/tin-moi/", "text/html; charset=utf-8"),
        ("/rss.xml", "application/rss+xml; charset=utf-8"),
        ("/en/", "text/html; charset=utf-8"),
        ("/en/rss.xml", "application/rss+xml; charset=utf-8"),
        ("/atom.xml", "application/atom+xml; charset=utf-8"),
        ("/feed.json", "application/feed+json"),
        ("/sitemap-news.xml", "application/xml"),
        ("/robots.txt", "text/plain; charset=utf-8"),
        ("/anh/binh-minh.png", "image/png"),
        ("/huong-dan/tuinews-lam-gi.html?utm_source=x", "text/html; charset=utf-8"),
    ],
)
def test_what_it_serves(demo_site: DemoSite, path: str, content_type: str) -> None:
    response, body = get(demo_site, path)
    assert response.status == 200
    assert response.headers["Content-Type"] == content_type
    assert len(body) == int(response.headers["Content-Length"])


def test_no_link_is_dead(demo_site: DemoSite) -> None:
    seen: set[str] = set()
    queue = ["/", "/tin-moi/", "/en/"]
    while queue:
        path = queue.pop()
        if path in seen:
            continue
        seen.add(path)
        found = text(demo_site, path) if not path.endswith(".png") else ""
        if path.endswith((".html", "/")):
            links = re.findall(r'(?:href|src|data-src)="([^"#]+)"', found)
            local = (link.removeprefix(demo_site.url.rstrip("/")) for link in links)
            queue += [link for link in local if link.startswith("/")]
    assert len(seen) > 20


def test_an_etag_is_answered_with_304(demo_site: DemoSite) -> None:
    response, _ = get(demo_site, "/rss.xml")
    etag, modified = response.headers["ETag"], response.headers["Last-Modified"]
    for headers in ({"If_None_Match": etag}, {"If_Modified_Since": modified}):
        again, body = get(demo_site, "/rss.xml", **headers)
        assert (again.status, body) == (304, b"")
    changed, _ = get(demo_site, "/rss.xml", If_None_Match='"other"', If_Modified_Since=modified)
    assert changed.status == 200


def test_gzip_head_and_404(demo_site: DemoSite) -> None:
    response, body = get(demo_site, "/", Accept_Encoding="gzip, br")
    assert response.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(body).decode() == text(demo_site, "/")
    head, nothing = get(demo_site, "/", "HEAD")
    assert (head.status, nothing) == (200, b"")
    assert int(head.headers["Content-Length"]) > 1000
    assert get(demo_site, "/khong-co")[0].status == 404


def test_requests_are_counted(now: datetime) -> None:
    with DemoSite(now=now) as site:
        get(site, "/rss.xml")
        get(site, "/tin-moi/?a=b", "HEAD")
        assert site.requests == ["GET /rss.xml", "HEAD /tin-moi/"]


def test_a_closed_site_answers_nobody(now: datetime) -> None:
    site = DemoSite(now=now)
    site.start()
    connection = HTTPConnection(site.url.removeprefix("http://").rstrip("/"), timeout=10)
    connection.request("GET", "/robots.txt")
    connection.getresponse().read()
    site.close()
    with pytest.raises((http.client.HTTPException, OSError)):
        _ask_again(connection)
    connection.close()
    with pytest.raises(ConnectionRefusedError):
        get(site, "/")


def _ask_again(connection: HTTPConnection) -> None:
    connection.request("GET", "/robots.txt")
    connection.getresponse()


def test_it_is_bound_to_loopback_and_says_when_the_port_is_taken() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(TuinewsError, match=f"demo on port {port}.*--port"):
            DemoSite(port)
    with DemoSite() as site:
        assert site.url.startswith("http://127.0.0.1:")


def test_publishing_changes_every_list(now: datetime) -> None:
    with DemoSite(now=now) as site:
        newest, *others = site.articles
        site.publish(others)
        before, _ = get(site, "/rss.xml")
        assert get(site, newest.path)[0].status == 404
        site.publish(others, unlisted=[newest])
        assert get(site, newest.path)[0].status == 200
        assert newest.path not in text(site, "/rss.xml")
        site.publish([newest, *others])
        for path in ("/", "/tin-moi/", "/rss.xml", "/atom.xml", "/feed.json", "/sitemap-news.xml"):
            assert newest.path in text(site, path)
        again, _ = get(site, "/rss.xml", If_None_Match=before.headers["ETag"])
        assert again.status == 200


def test_a_correction_keeps_the_address(now: datetime) -> None:
    with DemoSite(now=now) as site:
        site.correct(site.articles[0], "Tiêu đề đã sửa")
        assert '<h1 class="title">Tiêu đề đã sửa</h1>' in text(site, site.articles[0].path)
        assert "Tiêu đề đã sửa" in text(site, "/tin-moi/")


def test_it_is_light() -> None:
    code = (
        "import sys, tuinews.demo.site; print([m for m in ('httpx', 'textual', 'selectolax') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"
