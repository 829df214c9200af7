"""What every room's tests may use: the embedded site, and a server that does as a test says, on real sockets."""

import gc
import io
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from media_host import MediaHost, serving

from tuinews.demo.site import DemoSite
from tuinews.language import choose
from tuinews.store.store import Store

# A program that is started two hundred times need not be compiled two hundred times, whatever the shell says.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# How long an example takes says how busy the machine is; what must not take long is compared at two sizes.
hypothesis.settings.register_profile("tuinews", deadline=None)
hypothesis.settings.load_profile("tuinews")

# Tests read what is said in English, whatever language the machine speaks.
os.environ.pop("LANGUAGE", None)
os.environ["LC_ALL"] = "C.UTF-8"
choose()

_YOUNG_OBJECTS = (200_000, 2, 5)
"""How many new objects make a collection, and how many of these one of the older: an app makes some 100,000."""

gc.set_threshold(*_YOUNG_OBJECTS)  # from here on, since all that the imports and the collected tests make stays

SITE_NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
"""The moment of the site's masthead and of its relative dates."""


def pytest_collection_finish() -> None:
    """Set apart what the imports made. To collect at Python's own pace was two fifths of an app's time."""
    gc.collect()
    gc.freeze()


@pytest.fixture
def speak() -> Iterator[Callable[[str], str]]:
    """Lets a test choose the program's language; the next one has English again."""
    yield choose
    choose()


@pytest.fixture
def site() -> Iterator[DemoSite]:
    """The demo site, serving until the test ends."""
    with DemoSite(now=SITE_NOW) as serving:
        yield serving


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer of a `Host`, with the request's headers (lower-case names) where a callable gave it."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


Answer = Reply | Callable[[Mapping[str, str]], Reply]


@dataclass
class Host:
    """A loopback server: `answers` maps a path to a reply, or to what makes one; `asked` are the paths so far,
    `headers` what each of these requests had, by names in lower case.

    While `open` is not set, nothing is answered. `was_asked` is set with every request.
    """

    url: str
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    headers: list[Mapping[str, str]] = field(default_factory=list)
    was_asked: threading.Event = field(default_factory=threading.Event)
    open: threading.Event = field(default_factory=threading.Event)

    def reply(self, path: str, headers: Mapping[str, str]) -> Reply:
        """What is answered to one request."""
        self.asked.append(path)
        self.headers.append(headers)
        self.was_asked.set()
        self.open.wait(20)
        answer = self.answers.get(path, Reply(status=404))
        return answer if isinstance(answer, Reply) else answer(headers)


@pytest.fixture
def users_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """`users_zone("Asia/Ho_Chi_Minh")`: the zone of this computer until the test ends."""

    def set_zone(name: str) -> None:
        monkeypatch.setenv("TZ", name)
        time.tzset()

    yield set_zone
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def make_reply() -> Callable[..., Reply]:
    """`make_reply(body, status=200, headers={...})` for a host's answers."""

    def make(body: str | bytes = b"", status: int = 200, **headers: str) -> Reply:
        raw = body.encode() if isinstance(body, str) else body
        return Reply(raw, status, {name.replace("_", "-"): value for name, value in headers.items()})

    return make


@pytest.fixture(scope="session")
def make_picture() -> Callable[..., bytes]:
    """Makes the bytes of a picture in two halves: `make_picture("PNG", left=(255, 0, 0), size=(40, 30))`."""
    from PIL import Image

    def make(
        kind: str = "PNG",
        left: Any = (200, 30, 40),
        right: Any = (20, 60, 210),
        size: tuple[int, int] = (60, 40),
        mode: str = "RGB",
        **how: Any,
    ) -> bytes:
        image = Image.new(mode, size, right)
        image.paste(left, (0, 0, size[0] // 2, size[1]))
        file = io.BytesIO()
        image.save(file, kind, **how)
        return file.getvalue()

    return make


@pytest.fixture
def make_feed() -> Callable[..., str]:
    """`make_feed([(title, link), ...])`: an RSS feed of these entries."""

    def make(entries: list[tuple[str, str]], title: str = "Báo thử", more: str = "") -> str:
        items = "".join(f"<item><title>{t}</title><link>{link}</link></item>" for t, link in entries)
        return (
            f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>{more}{items}</channel></rss>'
        )

    return make


@pytest.fixture
def start_host() -> Iterator[Callable[[], Host]]:
    """Starts hosts, each on a port of its own; all end with the test."""
    servers: list[ThreadingHTTPServer] = []

    def start() -> Host:
        serving = Host("")

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                reply = serving.reply(self.path, {k.lower(): v for k, v in self.headers.items()})
                self.send_response(reply.status)
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(reply.body)))
                self.end_headers()
                self.wfile.write(reply.body)

            def handle(self) -> None:
                with suppress(OSError):  # who asked has gone
                    super().handle()

            def log_message(self, format: str, *_: object) -> None:
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.daemon_threads = True
        server.block_on_close = False
        serving.url = f"http://127.0.0.1:{server.server_port}"
        serving.open.set()
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        servers.append(server)
        return serving

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def host(start_host: Callable[[], Host]) -> Host:
    """One such host."""
    return start_host()


@pytest.fixture
def start_media() -> Iterator[Callable[[], MediaHost]]:
    """Starts hosts of large files; all end with the test."""
    with ExitStack() as stack:
        yield lambda: stack.enter_context(serving())


@pytest.fixture
def media(start_media: Callable[[], MediaHost]) -> MediaHost:
    """One such host, with a film of three megabytes and a short one."""
    media = start_media()
    media.files |= {"/film.mp4": bytes(range(256)) * 12_000, "/short.mp3": b"short" * 100}
    return media


class Holder:
    """A second process that holds a library's write lock until `release`."""

    def __init__(self, library: Path) -> None:
        script = Path(__file__).with_name("holding.py")
        self._process = subprocess.Popen(
            [sys.executable, script, library], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == "held\n"

    def release(self) -> None:
        """Let others write; once is enough."""
        if self._process.poll() is None:
            self._process.communicate(timeout=20)


@pytest.fixture
def hold_library() -> Iterator[Callable[[Path], Holder]]:
    """Holds the write lock of the library of a folder, in a process of its own, until it is released."""
    held: list[Holder] = []

    def hold(directory: Path) -> Holder:
        held.append(Holder(directory / "library.sqlite3"))
        return held[-1]

    yield hold
    for one in held:
        one.release()


@pytest.fixture(scope="session")
def empty_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new library, to copy: making one waits for the disk several times, and goes through all versions."""
    directory = tmp_path_factory.mktemp("empty") / "library"
    Store.open(directory, SITE_NOW).close()
    return directory


@pytest.fixture(scope="session")
def fork_server() -> Iterator[Any]:
    """A `forked.ForkServer`, which starts the program by a fork: without its imports."""
    from forked import ForkServer  # here alone, since Windows has no fork

    server = ForkServer()
    yield server
    server.close()
