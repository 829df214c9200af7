"""The main job on real pages: ten pages of ten hosts are added, read, and read again without their server.

Runs where TUINEWS_CORPORA names the folder of the corpora; each command is a process of its own.
"""

import html
import json
import os
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

CORPORA = os.environ.get("TUINEWS_CORPORA", "")
HOSTS = 10


@dataclass(frozen=True, slots=True)
class RealPage:
    """A page of a corpus: where it stands on the test's server, its bytes and its title."""

    path: str
    body: bytes
    title: str


def _pages(corpus: Path) -> Iterator[RealPage]:
    """The first page of each host."""
    hosts: set[str] = set()
    with zipfile.ZipFile(corpus) as archive:
        for name in sorted(n.removesuffix(".json") for n in archive.namelist() if n.endswith(".json")):
            truth = json.loads(archive.read(name + ".json"))
            host = urlsplit(truth.get("url") or "").hostname
            if host and host not in hosts and truth.get("title") and truth.get("text"):
                hosts.add(host)
                yield RealPage(f"/{host}/2026/{name}.html", archive.read(name + ".html"), truth["title"])


def _listing(pages: list[RealPage]) -> bytes:
    items = "".join(
        f'<div class="item"><h3><a href="{page.path}">{html.escape(page.title)}</a></h3></div>' for page in pages
    )
    return f"<!DOCTYPE html><meta charset=utf-8><title>Mười trang</title><main>{items}</main>".encode()


@pytest.fixture
def pages() -> list[RealPage]:
    if not CORPORA:
        pytest.skip("TUINEWS_CORPORA names no folder: the main job was not tried on real pages")
    found = _pages(Path(CORPORA) / "articles" / "fundus.zip")
    return [page for page, _ in zip(found, range(HOSTS), strict=False)]


@pytest.fixture
def server(pages: list[RealPage]) -> Iterator[ThreadingHTTPServer]:
    bodies = {page.path: page.body for page in pages} | {"/": _listing(pages)}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = bodies.get(self.path)
            self.send_response(200 if body is not None else 404)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

    serving = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=serving.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield serving
    serving.shutdown()
    serving.server_close()
    thread.join()


def _json(folder: Path, *argv: str) -> Any:
    command = [sys.executable, "-m", "tuinews", "--data-dir", str(folder), *argv, "--json"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_ten_real_pages_are_read_and_read_again_offline(
    pages: list[RealPage], server: ThreadingHTTPServer, tmp_path: Path
) -> None:
    (added,) = _json(tmp_path, "add", f"http://127.0.0.1:{server.server_port}/")
    assert (added["kind"], added["entries"]) == ("listing", HOSTS)
    refreshed = _json(tmp_path, "refresh")
    assert (refreshed["articles"], refreshed["failed"]) == (0, []), "adding has kept them all"
    rows = _json(tmp_path, "list")
    assert [row["cached"] for row in rows] == ["text"] * HOSTS
    ids = [str(row["id"]) for row in rows]
    read = [_json(tmp_path, "read", one) for one in ids]
    server.shutdown()
    server.server_close()
    again = [_json(tmp_path, "read", one, "--offline") for one in ids]
    assert again == read
    assert all(len(article["text"]) > 200 for article in read)
    assert len({urlsplit(article["url"]).path.split("/")[1] for article in read}) == HOSTS
