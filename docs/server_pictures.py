"""Draw the pictures of docs/servers/: `python docs/server_pictures.py`, with names for some servers alone.

Of each server the sheet as it is filled for it, and the screen after a sync with a fake of it (tests/servers),
whose newspapers and articles are invented.
"""

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

DOCS = Path(__file__).parent
sys.path[:0] = [str(DOCS), str(DOCS.parent / "tests" / "servers")]

import fake_google_reader as readers  # noqa: E402 - found by the line above
import json_server  # noqa: E402
import shelf  # noqa: E402
from fake_fever import FakeFever  # noqa: E402
from fake_nextcloud import FakeNextcloud  # noqa: E402
from fake_tt_rss import FakeTtRss  # noqa: E402
from textual.pilot import Pilot  # noqa: E402
from textual.widgets import Input  # noqa: E402

from pictures import FOLDER, Painter, settled  # noqa: E402
from tuinews.library.library import Library  # noqa: E402
from tuinews.model.accounts.account import NewAccount, ServerKind  # noqa: E402
from tuinews.settings import Settings  # noqa: E402
from tuinews.ui.app import TuinewsApp  # noqa: E402
from tuinews.ui.app_context import AppContext  # noqa: E402
from tuinews.ui.keymap import Keymap  # noqa: E402
from tuinews.ui.widgets.fields.option_field import OptionField  # noqa: E402

Served = AbstractContextManager[str]
Feeds = tuple[tuple[str, str | None, tuple[str, ...]], ...]

FEEDS: Feeds = (
    (
        "The Harbour Post",
        "News",
        (
            "Storm gate closed for the third time this year",
            "Council votes for a second ferry from May",
            "Fishermen find a bell of 1743 in their nets",
        ),
    ),
    ("Báo Bờ Sông", "News", ("Đêm trắng giữ đê ở cuối nguồn", "Chợ nổi họp lại sau một tuần nước lớn")),
    ("Small Machines", None, ("A radio that needs no battery", "How the lock on the old sluice works")),
)
"""Newspapers with their folders and headlines; nobody has printed them."""

TEXT = (
    "<p>The water had been rising since the afternoon, and by ten it stood a hand below the quay. Whoever had a "
    "boat had taken it in; whoever had a cellar had carried up what was in it.</p>"
    "<p>“We have closed the gate three times this year,” said the warden, who has looked after it for twenty "
    "years. “My father closed it twice in all his life.” Towards morning the wind turned, and the water fell as "
    "quietly as it had come.</p>"
)


@dataclass(frozen=True, slots=True)
class Pictured:
    """A server: how the sheet is filled for it, and a fake of it."""

    name: str
    kind: ServerKind
    address: str
    title: str
    serving: Callable[[], Served]


@contextmanager
def _reader(manners: readers.Manners) -> Iterator[str]:
    with readers.serving(manners) as server:
        now, number = int(time.time()), 0
        for title, folder, headlines in FEEDS:
            feed = server.add_feed(f"http://127.0.0.1:9/{title}", title, folder)
            for headline in headlines:
                number += 1
                server.add_items(feed, 1, title=headline, content=TEXT, published=now - number * 4000)
        yield server.url


@contextmanager
def _shelved(fake: Callable[[shelf.Shelf], json_server.Answers], path: str) -> Iterator[str]:
    held, number = shelf.Shelf(), 10
    for count, (title, folder, headlines) in enumerate(FEEDS, 1):
        held.feeds[count] = shelf.Feed(count, f"https://{count}.example/feed", title, folder)
        for headline in headlines:
            number -= 1
            held.items[number] = shelf.Item(number, count, headline, text=TEXT)
    with json_server.serving(fake(held)) as address:
        yield address + path


SERVERS = (
    Pictured(
        "freshrss",
        ServerKind.GOOGLE_READER,
        "https://rss.example.org",
        "FreshRSS",
        lambda: _reader(readers.FRESHRSS),
    ),
    Pictured(
        "miniflux",
        ServerKind.GOOGLE_READER,
        "https://miniflux.example.org",
        "Miniflux",
        lambda: _reader(readers.MINIFLUX),
    ),
    Pictured(
        "hosted",
        ServerKind.GOOGLE_READER,
        "https://theoldreader.com",
        "TheOldReader",
        lambda: _reader(readers.THE_OLD_READER),
    ),
    Pictured(
        "tt-rss",
        ServerKind.TT_RSS,
        "https://example.org/tt-rss",
        "tt-rss",
        lambda: _shelved(FakeTtRss, ""),
    ),
    Pictured(
        "fever",
        ServerKind.FEVER,
        "https://rss.example.org/api/fever.php",
        "Fever",
        lambda: _shelved(FakeFever, "/fever/"),
    ),
    Pictured(
        "nextcloud-news",
        ServerKind.NEXTCLOUD_NEWS,
        "https://cloud.example.org",
        "Nextcloud",
        lambda: _shelved(FakeNextcloud, ""),
    ),
)


@contextmanager
def _an_app(folder: Path) -> Iterator[TuinewsApp]:
    settings = Settings(theme="dark", refresh_in_background=False)
    yield TuinewsApp(AppContext(lambda: Library.open(folder, settings), settings, Keymap(settings.keys)))


async def sheet(server: Pictured, folder: Path, painter: Painter) -> None:
    """Draw the sheet of an account as it is filled for a server."""
    with _an_app(folder) as app:
        async with app.run_test(size=(80, 24)) as pilot:
            await settled(pilot)
            for key in ("escape", "a", *"account"):
                await pilot.press(key)
                await settled(pilot)
            await pilot.press("enter")
            await settled(pilot)
            for key, value in (("address", server.address), ("user", "ada"), ("password", "not shown")):
                app.screen.query_one(f"#{key}", Input).value = value
            app.screen.query_one("#kind", OptionField).value = server.kind.value
            app.screen.query_one("#name", Input).value = server.title
            await settled(pilot)
            _draw(pilot, painter, f"{server.name}-sheet")


async def synced(server: Pictured, folder: Path, painter: Painter) -> None:
    """Draw the screen after a sync, the account's folder listed."""
    with server.serving() as address:
        library = await Library.open(folder, Settings())
        new = NewAccount(server.kind, address, shelf.USER, server.title)
        await library.add_account(new, shelf.PASSWORD)
        [result] = await library.sync()
        assert result.error is None, (server.name, result.error)
        await library.close()
    with _an_app(folder) as app:
        async with app.run_test(size=(110, 26)) as pilot:
            await settled(pilot)
            await pilot.press("h", "j", "j", "j", "j")
            await settled(pilot)
            await pilot.press("l", "j", "k")
            await settled(pilot)
            # What is under the cursor is previewed a moment after it.
            await asyncio.sleep(0.5)
            await settled(pilot)
            _draw(pilot, painter, f"{server.name}-synced")


def _draw(pilot: Pilot[None], painter: Painter, name: str) -> None:
    app = pilot.app
    strips = app.screen._compositor.render_strips()
    lines = [[segment for segment in strip if not segment.control] for strip in strips]
    file = FOLDER / "servers" / f"{name}.png"
    file.parent.mkdir(exist_ok=True)
    painter.paint(lines, app.size.width).save(file, optimize=True)


async def main(names: list[str]) -> None:
    """Draw the pictures of these servers, of none given all."""
    os.environ |= {"COLORTERM": "truecolor", "TERM": "xterm-256color"}
    painter = Painter()
    for server in [one for one in SERVERS if not names or one.name in names]:
        with tempfile.TemporaryDirectory() as name:
            await sheet(server, Path(name) / "empty", painter)
            await synced(server, Path(name) / "library", painter)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))
