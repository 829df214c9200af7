"""A server that speaks the Google Reader API as real ones do: real sockets, a thread of its own, and their
manners.

`Manners` are what servers differ in (measured, or read in their sources); `Trouble` is what may go wrong with an
answer. What the server holds is plain to see, and may be changed by a test as if on another machine.
"""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum, auto
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, quote, unquote, urlsplit

STATE, LABEL = "user/-/state/com.google/", "user/-/label/"
USER, PASSWORD = "ada", "pass wörd&"


class Places(Enum):
    """What a continuation is."""

    ITEM = auto()
    MOMENT_AND_ITEM = auto()
    OFFSET = auto()
    OPAQUE = auto()


@dataclass(frozen=True)
class Manners:
    """How one server does it."""

    base: str = ""
    wants_header_on_posts: bool = True
    tokens_taken: Callable[[str, str], bool] = lambda given, own: given == own
    token_is_auth: bool = False
    object_ids: bool = False
    places: Places = Places.ITEM
    feed_id: Callable[[int, str], str] = lambda number, url: f"feed/{number}"
    ignores_read_stream: bool = False
    has_label_stream: bool = True
    last_tag_wins: bool = False
    labels: str = "kept"
    absent: tuple[int, bytes] = (404, b"Not found")
    twice: int = 200
    content_type: str | None = "application/json; charset=utf-8"
    most_ids: int = 10_000


FRESHRSS = Manners(
    base="/api/greader.php",
    tokens_taken=lambda given, own: given in ("", "x", own),
    ignores_read_stream=True,
    last_tag_wins=True,
    absent=(400, b"Bad Request!"),
    twice=400,
    content_type=None,
)
MINIFLUX = Manners(
    wants_header_on_posts=False,
    token_is_auth=True,
    places=Places.OFFSET,
    has_label_stream=False,
    labels="error",
    absent=(200, b"[]"),
)
RSSMONSTER = Manners(
    base="/api/greader",
    places=Places.MOMENT_AND_ITEM,
    feed_id=lambda number, url: f"feed/{quote(url, safe='')}",
    labels="forgotten",
)
THE_OLD_READER = Manners(object_ids=True, places=Places.OPAQUE, feed_id=lambda number, url: f"feed/{number:024x}")

ALL = {"freshrss": FRESHRSS, "miniflux": MINIFLUX, "rssmonster": RSSMONSTER, "theoldreader": THE_OLD_READER}


class Trouble(Enum):
    """What becomes of an answer."""

    HALF = auto()
    """The connection ends in the middle of it."""
    CUT = auto()
    """It ends early, and its length agrees."""
    HTML = auto()
    SIGN_IN = auto()
    SLOW = auto()
    WRONG = auto()
    """JSON, and none of the protocol."""
    FAILURE = auto()
    EMPTY = auto()
    AWAY = auto()
    """A redirect to another server."""


@dataclass
class Feed:
    """A subscription."""

    number: int
    url: str
    title: str
    folder: str | None = None


@dataclass
class Item:
    """An article with its marks."""

    number: int
    feed: Feed
    title: str
    url: str
    content: str = "<p>Text</p>"
    published: int = 1_790_000_000
    read: bool = False
    starred: bool = False
    labels: set[str] = field(default_factory=set)


@dataclass
class FakeReader:
    """The server's state, and how it answers."""

    manners: Manners
    feeds: dict[str, Feed] = field(default_factory=dict)
    items: dict[int, Item] = field(default_factory=dict)
    labels: set[str] = field(default_factory=set)
    asked: list[str] = field(default_factory=list)
    changes: list[dict[str, list[str]]] = field(default_factory=list)
    delay: float = 0.0
    trouble: Callable[[int, str], Trouble | None] = lambda number, path: None
    before: Callable[[int, str], None] = lambda number, path: None
    after: Callable[[int, str], None] = lambda number, path: None
    """Called with the number of each request before it is done, and before it is answered: where a client dies."""
    url: str = ""
    auth: str = "ada/8e6845e089457af25303abc6f53356eb60bdb5f8"
    token: str = "8e6845e089457af25303abc6f53356eb60bdb5f8ZZZZZZZZZZZZZZZZZ"
    logins: int = 0
    subscribed: int = 0
    lock: threading.RLock = field(default_factory=threading.RLock)
    released: threading.Event = field(default_factory=threading.Event)

    def add_feed(self, url: str, title: str, folder: str | None = None) -> Feed:
        self.subscribed += 1
        feed = Feed(self.subscribed, url, title, folder)
        self.feeds[self.feed_id(feed)] = feed
        return feed

    def add_items(self, feed: Feed, count: int, **more: object) -> list[Item]:
        added = []
        for _n in range(count):
            number = 1_716_800_000_000_000 + len(self.items)
            item = Item(number, feed, f"Title {len(self.items)}", f"{feed.url}/{len(self.items)}")
            item.published += len(self.items)
            for name, value in more.items():
                setattr(item, name, value)
            self.items[number] = item
            added.append(item)
        return added

    def feed_id(self, feed: Feed) -> str:
        return self.manners.feed_id(feed.number, feed.url)

    def expire(self) -> None:
        """All tokens end."""
        self.auth, self.token = f"ada/{self.logins}{'0' * 30}", f"token{self.logins}"

    # Answers: a status and a body each.

    def answer(self, method: str, target: str, headers: dict[str, str], body: bytes) -> tuple[int, bytes]:
        parts = urlsplit(target)
        query = parse_qsl(parts.query, keep_blank_values=True)
        form = parse_qsl(body.decode(), keep_blank_values=True)
        if not parts.path.startswith(f"{self.manners.base}/"):
            return (404, b"<!DOCTYPE html><title>Not here</title>")
        path = parts.path[len(self.manners.base) + 1 :]
        if path == "accounts/ClientLogin":
            return self._login(dict(form))
        if not path.startswith("reader/api/0/"):
            return self.manners.absent
        path = path.removeprefix("reader/api/0/")
        has_header = headers.get("authorization") == f"GoogleLogin auth={self.auth}"
        if method == "GET" and not has_header:
            return 401, b"Unauthorized!"
        if method == "POST":
            if self.manners.wants_header_on_posts and not has_header:
                return 401, b"Unauthorized!"
            if not self.manners.tokens_taken(dict(form).get("T", ""), self._own_token):
                return 401, b"Unauthorized!"
        with self.lock:
            return self._api(method, path, query, form)

    @property
    def _own_token(self) -> str:
        return self.auth if self.manners.token_is_auth else self.token

    def _login(self, form: dict[str, str]) -> tuple[int, bytes]:
        if (form.get("Email"), form.get("Passwd")) != (USER, PASSWORD):
            return 401, b"Unauthorized!"
        self.logins += 1
        return 200, f"SID={self.auth}\nLSID=null\nAuth={self.auth}\n".encode()

    def _api(
        self, method: str, path: str, query: list[tuple[str, str]], form: list[tuple[str, str]]
    ) -> tuple[int, bytes]:
        if path == "token":
            return 200, f"{self._own_token}\n".encode()
        if path == "tag/list":
            return 200, self._tags()
        if path == "subscription/list":
            return 200, self._subscriptions()
        if path == "stream/items/ids" and method == "GET":
            return self._ids(dict(query))
        if path == "stream/items/contents" and method == "POST":
            return 200, self._contents([value for name, value in form if name == "i"])
        if path == "edit-tag" and method == "POST":
            return self._edit_tag(form)
        if path == "subscription/edit" and method == "POST":
            return self._edit_subscription(dict(form))
        return self.manners.absent

    def _tags(self) -> bytes:
        tags: list[dict[str, str]] = [{"id": f"{STATE}starred"}]
        folders = sorted({feed.folder for feed in self.feeds.values() if feed.folder})
        tags += [{"id": f"{LABEL}{name}", "type": "folder"} for name in folders]
        tags += [{"id": f"{LABEL}{name}", "type": "tag"} for name in sorted(self.labels)]
        return json.dumps({"tags": tags}).encode()

    def _subscriptions(self) -> bytes:
        listed = [
            {
                "id": feed_id,
                "title": feed.title,
                "categories": [{"id": f"{LABEL}{feed.folder}", "label": feed.folder}] if feed.folder else [],
                "url": feed.url,
                "htmlUrl": feed.url,
            }
            for feed_id, feed in self.feeds.items()
        ]
        return json.dumps({"subscriptions": listed}).encode()

    def _ids(self, query: dict[str, str]) -> tuple[int, bytes]:
        stream, count = query.get("s", ""), min(int(query.get("n", "20")), self.manners.most_ids)
        found = self._stream(stream)
        if found is None:
            return self.manners.absent
        if query.get("xt") == f"{STATE}read":
            found = [item for item in found if not item.read]
        found.sort(key=lambda item: -item.number)
        place = query.get("c")
        start = 0
        if place is not None:
            at = self._place(place, found)
            if at is None:
                return 400, b"Bad Request!"
            start = at
        page = found[start : start + count]
        answer: dict[str, object] = {"itemRefs": [{"id": self._listed_id(item)} for item in page]}
        if start + count < len(found):
            answer["continuation"] = self._continuation(found[start + count], start + count)
        return 200, json.dumps(answer).encode()

    def _stream(self, stream: str) -> list[Item] | None:
        every = list(self.items.values())
        if stream == f"{STATE}reading-list" or (stream == f"{STATE}read" and self.manners.ignores_read_stream):
            return every
        if stream == f"{STATE}read":
            return [item for item in every if item.read]
        if stream == f"{STATE}starred":
            return [item for item in every if item.starred]
        name = stream.removeprefix(LABEL)
        if stream.startswith(LABEL) and self.manners.has_label_stream and name in self.labels:
            return [item for item in every if name in item.labels]
        return None

    def _listed_id(self, item: Item) -> str:
        return f"{item.number:024x}" if self.manners.object_ids else str(item.number)

    def _tag_id(self, item: Item) -> str:
        number = f"{item.number:024x}" if self.manners.object_ids else f"{item.number:016x}"
        return f"tag:google.com,2005:reader/item/{number}"

    def _continuation(self, item: Item, offset: int) -> str:
        return {
            Places.ITEM: str(item.number),
            Places.MOMENT_AND_ITEM: f"{item.published * 1000}:{item.number}",
            Places.OFFSET: str(offset),
            Places.OPAQUE: f"q{item.number:x}z",
        }[self.manners.places]

    def _place(self, place: str, found: list[Item]) -> int | None:
        if self.manners.places is Places.OFFSET:
            return int(place) if place.isdigit() else None
        is_opaque = self.manners.places is Places.OPAQUE
        number = int(place[1:-1], 16) if is_opaque else int(place.rpartition(":")[2])
        if self.manners.places is Places.MOMENT_AND_ITEM and ":" not in place:
            return None
        return next((at for at, item in enumerate(found) if item.number <= number), len(found))

    def _item(self, text: str) -> Item | None:
        value = text.rpartition("/")[2]
        if "/" in text or self.manners.object_ids or len(value) == 24:
            return self.items.get(int(value, 16))
        return self.items.get(int(value))

    def _contents(self, ids: list[str]) -> bytes:
        items = [item for one in ids if (item := self._item(one)) is not None]
        return json.dumps(
            {"id": f"{STATE}reading-list", "items": [self._content(item) for item in items]}
        ).encode()

    def _content(self, item: Item) -> dict[str, object]:
        categories = [f"{STATE}reading-list"]
        categories += [f"{STATE}read"] * item.read + [f"{STATE}starred"] * item.starred
        return {
            "id": self._tag_id(item),
            "published": item.published,
            "title": item.title,
            "author": "Ada",
            "canonical": [{"href": item.url}],
            "alternate": [{"href": item.url, "type": "text/html"}],
            "categories": categories,
            "origin": {"streamId": unquote(self.feed_id(item.feed)), "title": item.feed.title},
            "summary": {"content": item.content},
        }

    def _edit_tag(self, form: list[tuple[str, str]]) -> tuple[int, bytes]:
        change = {name: [value for key, value in form if key == name] for name in ("a", "r", "i")}
        self.changes.append(change)
        if self.manners.last_tag_wins:
            change = {"a": change["a"][-1:], "r": change["r"][-1:], "i": change["i"]}
        labelled = [tag for tag in (*change["a"], *change["r"]) if tag.startswith(LABEL)]
        if labelled and self.manners.labels == "error":
            return 500, b'{"error_message":"unsupported tag type"}'
        for item in filter(None, map(self._item, change["i"])):
            for value, tags in ((True, change["a"]), (False, change["r"])):
                for tag in tags:
                    self._mark(item, tag, value)
        return 200, b"OK"

    def _mark(self, item: Item, tag: str, value: bool) -> None:
        if tag == f"{STATE}read":
            item.read = value
        elif tag == f"{STATE}starred":
            item.starred = value
        elif tag.startswith(LABEL) and self.manners.labels == "kept":
            name = tag.removeprefix(LABEL)
            self.labels.add(name)
            (item.labels.add if value else item.labels.discard)(name)

    def _edit_subscription(self, form: dict[str, str]) -> tuple[int, bytes]:
        stream, folder = form.get("s", ""), form.get("a", "").removeprefix(LABEL) or None
        if form.get("ac") == "subscribe":
            url = stream.removeprefix("feed/")
            if any(feed.url == url for feed in self.feeds.values()):
                return self.manners.twice, b"OK" if self.manners.twice == 200 else b"Bad Request!"
            if "refused" in url:
                return 400, b"Bad Request!"
            self.add_feed(url, form.get("t") or url, folder)
            return 200, b"OK"
        feed = self.feeds.get(stream)
        if feed is None:
            return 400, b"Bad Request!"
        if form.get("ac") == "unsubscribe":
            del self.feeds[stream]
            self.items = {number: item for number, item in self.items.items() if item.feed is not feed}
        else:
            feed.title = form.get("t", feed.title)
            feed.folder = folder if "a" in form else None if "r" in form else feed.folder
        return 200, b"OK"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    reader: FakeReader

    def do_GET(self) -> None:
        self._serve(b"")

    def do_POST(self) -> None:
        self._serve(self.rfile.read(int(self.headers.get("content-length", 0))))

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def _serve(self, body: bytes) -> None:
        reader = self.reader
        with reader.lock:
            reader.asked.append(f"{self.command} {self.path}")
            number = len(reader.asked)
        reader.before(number, self.path)
        if reader.delay:
            time.sleep(reader.delay)
        trouble = reader.trouble(number, self.path)
        if trouble is Trouble.FAILURE:
            self._send(500, b"<h1>Internal Server Error</h1>")
            return
        headers = {name.lower(): value for name, value in self.headers.items()}
        status, answer = reader.answer(self.command, self.path, headers, body)
        reader.after(number, self.path)
        if trouble is None:
            self._send(status, answer)
        elif trouble is Trouble.HALF:
            self._send(status, answer[: len(answer) // 2], length=len(answer))
            self.close_connection = True
        elif trouble is Trouble.SLOW:
            self._send(status, b"", length=len(answer))
            reader.released.wait(30)
            self.close_connection = True
        elif trouble is Trouble.AWAY:
            self._send(302, b"", location="http://127.0.0.1:9/login")
        else:
            self._send(200, _IN_PLACE.get(trouble, answer[: len(answer) // 2]))

    def _send(self, status: int, body: bytes, *, length: int | None = None, location: str | None = None) -> None:
        self.send_response(status)
        if self.reader.manners.content_type:
            self.send_header("Content-Type", self.reader.manners.content_type)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)


_IN_PLACE = {
    Trouble.HTML: b"<!DOCTYPE html><html><body>Hello</body></html>",
    Trouble.SIGN_IN: b"<html><form action='/login'><input type='password'></form></html>",
    Trouble.WRONG: b'{"error": "something", "itemRefs": "none", "subscriptions": 7, "items": null}',
    Trouble.EMPTY: b"",
}


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A client that left is no error."""


@contextmanager
def serving(manners: Manners) -> Iterator[FakeReader]:
    """A server that runs for the length of the block."""
    reader = FakeReader(manners)
    server = _Server(("127.0.0.1", 0), type("Handler", (_Handler,), {"reader": reader}))
    reader.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield reader
    finally:
        reader.released.set()
        server.shutdown()
        thread.join()
        server.server_close()
