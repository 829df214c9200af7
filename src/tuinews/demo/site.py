"""The embedded news site: the guide edition on a real socket of this machine, for `tuinews demo` and the tests.

It behaves as a good server does: ETag and Last-Modified with 304, gzip where it is asked for, HEAD, 404.
"""

import gzip
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime
from hashlib import blake2b
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import SHUT_RDWR, socket
from socketserver import TCPServer
from threading import Lock, Thread
from urllib.parse import urlsplit

from tuinews.demo import feeds, html_pages
from tuinews.demo.edition import GuideArticle, edition, guide_articles, translations
from tuinews.demo.pictures import names, picture
from tuinews.errors import TuinewsError, system_reason
from tuinews.language import _
from tuinews.quick_dataclass import dataclass

VIETNAM = timezone(timedelta(hours=7))
"""The offset of the site's clock."""

_LOOPBACK = "127.0.0.1"
_HTML = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Resource:
    """Something that the site serves."""

    body: bytes
    content_type: str
    etag: str
    last_modified: str


class DemoSite:
    """The site; a context manager that serves while it is entered.

    Bound to 127.0.0.1 at once, on `port` or any free one; raises TuinewsError if the port is taken. `now` is
    the moment of its masthead and its relative dates (the clock's where None). `requests` holds every request
    so far, as "GET /path".
    """

    def __init__(self, port: int = 0, now: datetime | None = None) -> None:
        try:
            self._server = _Server((_LOOPBACK, port), self)
        except OSError as error:
            why = system_reason(error)
            raise TuinewsError(
                _("demo on port {port}", port=port), why.lower(), _("choose another with --port")
            ) from error
        self.url = f"http://{_LOOPBACK}:{self._server.server_port}/"
        self.requests: list[str] = []
        self._now = (now or datetime.now(VIETNAM)).astimezone(VIETNAM)
        self._lock = Lock()
        self._thread: Thread | None = None
        self._guides: tuple[GuideArticle, ...] = ()
        self._unlisted: tuple[GuideArticle, ...] = ()
        self._made: dict[str, Resource] = {}
        self._makers: dict[str, Callable[[], Resource]] = {}
        self.publish(edition(self.url))

    def __enter__(self) -> "DemoSite":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def articles(self) -> tuple[GuideArticle, ...]:
        """What is published now, newest first."""
        return self._guides

    def start(self) -> None:
        """Serve from now on, in a thread of its own."""
        if self._thread is None:
            self._thread = Thread(target=self._server.serve_forever, args=(0.05,), name="demo", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """Stop serving and free the port."""
        if self._thread is not None:
            self._server.shutdown()
            self._thread.join()
            self._thread = None
        self._server.server_close()
        self._server.hang_up()

    def publish(self, guides: Sequence[GuideArticle], unlisted: Sequence[GuideArticle] = ()) -> None:
        """Serve these articles instead of those before: every feed, list and page follows.

        The pages of those that are `unlisted` are there for who knows their addresses.
        """
        with self._lock:
            self._guides, self._unlisted = tuple(guides), tuple(unlisted)
            self._made.clear()
            self._makers = dict(self._routes())

    def correct(self, guide: GuideArticle, title: str) -> None:
        """Publish `guide` again under another title, as newsrooms do."""
        other = replace(guide, article=replace(guide.article, title=title))
        self.publish([other if g.path == guide.path else g for g in self._guides])

    def resource(self, path: str) -> Resource | None:
        """What stands at `path`; None if there is nothing."""
        with self._lock:
            if path not in self._made and path in self._makers:
                self._made[path] = self._makers[path]()
            return self._made.get(path)

    def _routes(self) -> list[tuple[str, Callable[[], Resource]]]:
        guides, url, now = self._guides, self.url, self._now
        english = guide_articles("en", url)
        routes: list[tuple[str, Callable[[], Resource]]] = [
            ("/", lambda: self._text(html_pages.front_page(guides, url, now), _HTML)),
            ("/tin-moi/", lambda: self._text(html_pages.listing_page(guides, f"{url}tin-moi/", now), _HTML)),
            ("/rss.xml", lambda: self._text(feeds.rss(guides, url), "application/rss+xml; charset=utf-8")),
            ("/atom.xml", lambda: self._text(feeds.atom(guides, url), "application/atom+xml; charset=utf-8")),
            ("/feed.json", lambda: self._text(feeds.json_feed(guides, url), "application/feed+json")),
            ("/sitemap-news.xml", lambda: self._text(feeds.news_sitemap(guides, url), "application/xml")),
            ("/en/", lambda: self._text(html_pages.english_page(english, f"{url}en/", now), _HTML)),
            (
                "/en/rss.xml",
                lambda: self._text(feeds.english_rss(english, url), "application/rss+xml; charset=utf-8"),
            ),
            ("/robots.txt", lambda: self._text(feeds.robots(url), "text/plain; charset=utf-8")),
            ("/phim/ban-tin.html", lambda: self._text("<!DOCTYPE html><title>Bản tin</title>", _HTML)),
        ]
        unlisted = (*translations(url), *self._unlisted)
        routes += [(guide.path, self._article(guide)) for guide in (*unlisted, *guides)]
        return routes + [(f"/anh/{name}", self._picture(name)) for name in names()]

    def _article(self, guide: GuideArticle) -> Callable[[], Resource]:
        others = [other for other in self._guides if other.path != guide.path]
        return lambda: self._text(html_pages.article_page(guide, others, self._now), _HTML)

    def _picture(self, name: str) -> Callable[[], Resource]:
        return lambda: self._bytes(picture(name) or b"", "image/png")

    def _text(self, text: str, content_type: str) -> Resource:
        return self._bytes(text.encode(), content_type)

    def _bytes(self, body: bytes, content_type: str) -> Resource:
        newest = max((guide.published for guide in self._guides), default=self._now)
        modified = format_datetime(newest.astimezone(UTC), usegmt=True)
        return Resource(body, content_type, f'"{blake2b(body, digest_size=8).hexdigest()}"', modified)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def __init__(self, address: tuple[str, int], site: DemoSite) -> None:
        super().__init__(address, _Handler)
        self.site = site
        self.open: set[socket] = set()

    def server_bind(self) -> None:
        """Without http.server's look-up of the host's full name, which can hang if there is no network."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = self.server_address[:2]  # type: ignore[assignment]

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of an asker who hung up: Textual draws on stderr."""

    def hang_up(self) -> None:
        """End the connections that are kept alive, so that a closed site answers nobody."""
        for connection in list(self.open):
            with suppress(OSError):
                connection.shutdown(SHUT_RDWR)


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    server_version = "tuinews-demo"
    sys_version = ""
    wbufsize = -1
    timeout = 60

    def setup(self) -> None:
        """Note the connection, to be able to end it."""
        super().setup()
        self.server.open.add(self.connection)

    def finish(self) -> None:
        """Forget the connection; one that was ended from the other side is not an error."""
        self.server.open.discard(self.connection)
        with suppress(OSError):
            super().finish()

    def do_GET(self) -> None:
        """Answer with the resource, or 304 where the asker has it."""
        path = urlsplit(self.path).path
        self.server.site.requests.append(f"{self.command} {path}")
        resource = self.server.site.resource(path)
        if resource is None:
            self._answer(HTTPStatus.NOT_FOUND, b"Not here.\n", {"Content-Type": "text/plain; charset=utf-8"})
            return
        headers = {"ETag": resource.etag, "Last-Modified": resource.last_modified, "Vary": "Accept-Encoding"}
        if self._is_known(resource):
            self._answer(HTTPStatus.NOT_MODIFIED, b"", headers)
            return
        body = resource.body
        headers["Content-Type"] = resource.content_type
        if "gzip" in self.headers.get("Accept-Encoding", "") and not resource.content_type.startswith("image/"):
            body = gzip.compress(body, 6, mtime=0)
            headers["Content-Encoding"] = "gzip"
        self._answer(HTTPStatus.OK, body, headers)

    do_HEAD = do_GET

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: Textual draws on stderr."""

    def _is_known(self, resource: Resource) -> bool:
        """By ETag where the asker sends one, else by date, byte for byte (RFC 9110, 13.2.2)."""
        known = self.headers.get("If-None-Match")
        if known is not None:
            return resource.etag in known or known.strip() == "*"
        return self.headers.get("If-Modified-Since") == resource.last_modified

    def _answer(self, status: HTTPStatus, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if status is not HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD" and body:
            self.wfile.write(body)
