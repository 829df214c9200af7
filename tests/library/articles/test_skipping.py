"""Articles on a slow site: the one that is open comes before those that were skipped, and before a refresh."""

import asyncio
import threading
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from tuinews.library.library import Library
from tuinews.model.view import View
from tuinews.settings import Settings


@pytest.fixture
async def library(tmp_path: Path) -> AsyncIterator[Library]:
    opened = await Library.open(tmp_path, Settings(articles_per_source=0))
    yield opened
    await opened.close()


class SlowPages:
    """Six pages of one host, each of which comes only when it is let go."""

    def __init__(self, host: Any, make_reply: Any, make_feed: Any) -> None:
        self.host = host
        self._gates = [threading.Event() for _ in range(6)]
        host.answers["/rss"] = make_reply(make_feed([(f"Tin {n}", f"{host.url}/{n}") for n in range(6)]))
        for number, gate in enumerate(self._gates):
            host.answers[f"/{number}"] = self._answer(number, gate, make_reply)

    def _answer(self, number: int, gate: threading.Event, make_reply: Any) -> Callable[[Any], Any]:
        paragraph = "<p>Nước sông lên nhanh trong đêm, nhiều nhà dân phải dọn đồ lên cao để tránh ngập.</p>"
        page = make_reply(f"<article><h1>Tin {number}</h1>{paragraph * 9}</article>", Content_Type="text/html")

        def answer(_: Any) -> Any:
            gate.wait(20)
            return page

        return answer

    def let_go(self, number: int) -> None:
        self._gates[number].set()

    def let_all_go(self) -> None:
        for gate in self._gates:
            gate.set()

    @property
    def asked(self) -> list[int]:
        return [int(path[1:]) for path in self.host.asked if path != "/rss"]

    async def until(self, asked: list[int]) -> None:
        async with asyncio.timeout(10):
            while self.asked != asked:
                await asyncio.sleep(0.005)


@pytest.fixture
async def pages(host: Any, make_reply: Any, make_feed: Any) -> AsyncIterator[SlowPages]:
    pages = SlowPages(host, make_reply, make_feed)
    yield pages
    pages.let_all_go()


async def opening(library: Library, entry_id: int) -> asyncio.Task[Any]:
    return asyncio.create_task(library.open_article(entry_id))


async def skip(task: asyncio.Task[Any]) -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_the_article_that_is_open_is_asked_for_at_once_after_two_were_skipped(
    library: Library, pages: SlowPages
) -> None:
    await library.add(f"{pages.host.url}/rss")
    ids = list(await library.entry_ids(View()))
    for number in range(2):
        task = await opening(library, ids[number])
        await pages.until(list(range(number + 1)))
        await skip(task)
    last = await opening(library, ids[2])
    await pages.until([0, 1, 2])
    pages.let_go(2)
    assert (await last).entry_id == ids[2]


async def test_what_was_skipped_before_it_began_comes_after_what_is_open(
    library: Library, pages: SlowPages
) -> None:
    await library.add(f"{pages.host.url}/rss")
    ids = list(await library.entry_ids(View()))
    tasks = []
    for number in range(3):
        tasks.append(await opening(library, ids[number]))
        await pages.until(list(range(number + 1)))
    waiting = [await opening(library, ids[number]) for number in (3, 4)]
    done, _ = await asyncio.wait(waiting, timeout=0.05)
    assert not done
    assert pages.asked == [0, 1, 2]
    await asyncio.gather(*[skip(task) for task in (*tasks, *waiting)])
    last = await opening(library, ids[5])
    pages.let_go(0)
    await pages.until([0, 1, 2, 5])
    pages.let_go(5)
    assert (await last).entry_id == ids[5]
    # What was skipped is kept later all the same: nobody ended it.
    pages.let_all_go()
    async with asyncio.timeout(10):
        while await library.article(ids[4]) is None or await library.article(ids[3]) is None:
            await asyncio.sleep(0.01)


async def test_a_refresh_gives_way_to_what_is_open(library: Library, pages: SlowPages) -> None:
    added = await library.add(f"{pages.host.url}/rss")
    ids = list(await library.entry_ids(View()))
    refresh = asyncio.create_task(library.refresh([added.source.id], articles=6))
    await pages.until([0])
    far = await opening(library, ids[5])
    await pages.until([0, 5])
    pages.let_go(5)
    assert (await far).entry_id == ids[5]
    pages.let_all_go()
    assert (await refresh).articles == 6
    assert sorted(pages.asked) == list(range(6))
