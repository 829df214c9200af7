"""A loopback server of large files: with ranges or without, slow, broken off, changed."""

import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tuinews.model.entry import Enclosure, Entry, Listing
from tuinews.model.refresh import Refreshed
from tuinews.model.source import NewSource, SourceKind
from tuinews.store.store import Store

_NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@dataclass
class MediaHost:
    """`files` by their paths. Of each answer `cut` bytes are sent before the connection ends, or before it stands
    still until `open` is set, where `holds`; None sends all. Without `asks_version` it heeds no If-Range.
    """

    url: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    etag: str = '"v1"'
    ranges: bool = True
    asks_version: bool = True
    cut: int | None = None
    holds: bool = False
    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    asked: list[tuple[str, Mapping[str, str]]] = field(default_factory=list)
    at_once: int = 0
    most_at_once: int = 0
    open: threading.Event = field(default_factory=threading.Event)
    was_asked: threading.Event = field(default_factory=threading.Event)

    @property
    def wanted_ranges(self) -> list[str | None]:
        """The Range of each request."""
        return [headers.get("range") for _path, headers in self.asked]


@contextmanager
def serving() -> Iterator[MediaHost]:
    """One such host, for the length of the block."""
    media, lock = MediaHost(), threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            asked = {name.lower(): value for name, value in self.headers.items()}
            media.asked.append((self.path, asked))
            with lock:
                media.at_once += 1
                media.most_at_once = max(media.most_at_once, media.at_once)
            media.was_asked.set()
            try:
                self._send(asked)
            finally:
                with lock:
                    media.at_once -= 1

        def _send(self, asked: Mapping[str, str]) -> None:
            data, start = media.files.get(self.path, b""), 0
            found = re.fullmatch(r"bytes=(\d+)-", asked.get("range", ""))
            is_same = not media.asks_version or asked.get("if-range") in (None, media.etag)
            status = media.status or (200 if self.path in media.files else 404)
            if found and media.ranges and is_same and status == 200:
                start = int(found[1])
                status = 206 if start < len(data) else 416
            self.send_response(status)
            for name, value in media.headers.items():
                self.send_header(name, value)
            if media.etag:
                self.send_header("ETag", media.etag)
            if status == 206:
                self.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
            if status == 416:
                self.send_header("Content-Range", f"bytes */{len(data)}")
            body = data[start:] if status in (200, 206) else b""
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if media.cut is None:
                self.wfile.write(body)
                return
            self.wfile.write(body[: media.cut])
            self.wfile.flush()
            if media.holds:
                media.open.wait(20)
                self.wfile.write(body[media.cut :])
            else:
                self.close_connection = True

        def handle(self) -> None:
            with suppress(OSError):
                super().handle()

        def log_message(self, format: str, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.block_on_close = False
    media.url = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield media
    media.open.set()
    server.shutdown()
    server.server_close()


def stock(folder: Path, media: MediaHost, *paths: str) -> list[int]:
    """A library in `folder` whose source at `media` has an entry with a file for each of `paths`; their ids."""
    store = Store.open(folder, _NOW)
    source = store.add_source(
        NewSource(SourceKind.FEED, f"{media.url}/feed", "Film club", typed_url=media.url), _NOW
    )
    entries = tuple(
        Entry(path, f"The one at {path[1:].partition('.')[0]}", None, enclosures=(Enclosure(media.url + path),))
        for path in paths
    )
    ids = store.record_listing(source.id, Refreshed(Listing(entries), _NOW))
    store.close()
    return ids
