"""A feed of many articles, served for as long as a server is tried."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_NEWEST = 1_790_000_000
"""Seconds since 1970 at which the newest article was published."""


class FeedHost:
    """Serves one feed at `url`; `listen` is HOST:PORT, `host` what others call it."""

    def __init__(self, listen: str, host: str, items: int) -> None:
        name, _colon, port = listen.partition(":")
        feed = _feed(items).encode()

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(200)
                self.send_header("Content-Type", "application/rss+xml; charset=utf-8")
                self.send_header("Content-Length", str(len(feed)))
                self.end_headers()
                self.wfile.write(feed)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer((name, int(port or 0)), Handler)
        self.url = f"http://{host or name}:{self._server.server_address[1]}/contract.xml"

    @contextmanager
    def running(self) -> Iterator[None]:
        """Serve for the length of the block."""
        thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield
        finally:
            self._server.shutdown()
            thread.join()
            self._server.server_close()


def _feed(count: int) -> str:
    items = "".join(
        f"<item><title>Contract {number}</title><link>http://contract.invalid/{number}</link>"
        f"<guid>http://contract.invalid/{number}</guid><description>Text {number}</description>"
        f"<pubDate>{formatdate(_NEWEST - 60 * number)}</pubDate></item>"
        for number in range(count)
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Contract feed</title>'
        f"<link>http://contract.invalid/</link><description>Tried</description>{items}</channel></rss>"
    )
