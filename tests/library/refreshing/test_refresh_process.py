"""Many sources are refreshed by another process: what it brings, and what is when either of the two ends."""

import asyncio
import os
import signal
import subprocess
import sys
import threading
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path
from typing import Any

import psutil
import pytest

from tuinews.library.library import Library
from tuinews.library.refreshing.background import FEW
from tuinews.library.store_thread import StoreThread, utc_now
from tuinews.model.refresh import RefreshProgress, RefreshResult
from tuinews.model.source import NewSource, Source, SourceKind
from tuinews.model.view import View
from tuinews.settings import Settings
from tuinews.store.store import Store

MANY = FEW + 2
PATIENCE = 60.0

_ON_TWO_CORES = pytest.mark.skipif(
    not hasattr(os, "sched_getaffinity") or len(os.sched_getaffinity(0)) == 1,
    reason="on one core nothing writes beside a refresh",
)


def child_pids(pid: int | None = None) -> set[int]:
    """The processes that refresh for this one, or for another."""
    found = set()
    for child in psutil.Process(pid).children():
        try:
            if "tuinews.library.refreshing.loop" in child.cmdline():
                found.add(child.pid)
        except (psutil.NoSuchProcess, psutil.ZombieProcess):
            pass
    return found


def is_running(pid: int) -> bool:
    try:
        return bool(psutil.Process(pid).status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


async def until(so: Callable[[], object], what: str) -> None:
    """Wait until it is so."""
    try:
        async with asyncio.timeout(PATIENCE):
            while not so():
                await asyncio.sleep(0.01)
    except TimeoutError:
        raise AssertionError(f"never so: {what}") from None


class Papers:
    """A host of many feeds with two entries each; those behind `gate` answer when it is opened."""

    def __init__(self, host: Any, make_reply: Any, make_feed: Any) -> None:
        self.host, self.gate, self.gated = host, threading.Event(), set[int]()
        self.gate.set()
        for number in range(MANY):
            names = [f"{number}.{one}" for one in range(2)]
            feed = make_reply(make_feed([(f"Tin {name}", f"{host.url}/p{name}") for name in names]))
            host.answers[f"/{number}"] = self._answer(number, feed)
            for name in names:
                text = f"<p>Một câu đủ dài để là một đoạn văn của bài {name}.</p>" * 9
                page = f"<article><h1>Tin {name}</h1>{text}</article>"
                host.answers[f"/p{name}"] = make_reply(page, Content_Type="text/html")

    def _answer(self, number: int, feed: Any) -> Callable[[Any], Any]:
        def answer(_: Any) -> Any:
            if number in self.gated:
                self.gate.wait(PATIENCE)
            return feed

        return answer

    def hold(self, numbers: Sequence[int]) -> None:
        """Answer to these no more until the gate is opened."""
        self.gated = set(numbers)
        self.gate.clear()

    @property
    def feeds_asked(self) -> list[str]:
        """The feeds that were asked for."""
        return sorted(path for path in self.host.asked if "p" not in path)


@pytest.fixture
def papers(host: Any, make_reply: Any, make_feed: Any) -> Any:
    papers = Papers(host, make_reply, make_feed)
    yield papers
    papers.gate.set()


async def put(directory: Path, host: Any, count: int = MANY) -> None:
    """Add sources without asking for them."""
    store = await StoreThread.open(directory)
    new = [
        NewSource(SourceKind.FEED, f"{host.url}/{n}", f"Báo {n:02}", host.url, typed_url=f"{host.url}/{n}")
        for n in range(count)
    ]
    await store(Store.add_sources, new, utc_now())
    await store.close()


@pytest.fixture
async def library(tmp_path: Path, papers: Papers) -> AsyncIterator[Library]:
    """A library of as many sources as papers, which refreshes as a screen's does."""
    await put(tmp_path, papers.host)
    opened = await Library.open(tmp_path, Settings(articles_per_source=0))
    opened.refresh_apart()
    yield opened
    await opened.close()
    assert not child_pids()


class Watch:
    """Notes what a refresh tells, and the processes that there are meanwhile."""

    def __init__(self) -> None:
        self.steps: list[RefreshProgress] = []
        self.pids: set[int] = set()

    def __call__(self, progress: RefreshProgress) -> None:
        self.steps.append(progress)
        self.pids |= child_pids()


async def titles(library: Library) -> set[str]:
    return {row.title for row in await library.rows(await library.entry_ids(View()))}


async def test_many_sources_are_refreshed_elsewhere_with_all_that_they_bring(
    library: Library, papers: Papers
) -> None:
    watch = Watch()
    result = await library.refresh(articles=1, progress=watch)
    assert len(watch.pids) == 1
    assert (result.sources, result.new_entries, result.articles, result.failed) == (MANY, 2 * MANY, MANY, ())
    assert not result.went_on
    assert (watch.steps[0].done, watch.steps[0].total) == (0, MANY), "it is said at once that it runs"
    assert len(await titles(library)) == 2 * MANY
    assert (await library.counts()).unread == 2 * MANY
    assert all(source.last_refresh and not source.error for source in await library.sources())
    assert papers.feeds_asked == sorted(f"/{n}" for n in range(MANY)), "each once"
    assert not child_pids(), "it ends with its refresh"


async def test_a_few_sources_are_refreshed_here(library: Library) -> None:
    watch = Watch()
    ids = [source.id for source in await library.sources()][:FEW]
    result = await library.refresh(ids, progress=watch)
    assert (result.new_entries, watch.pids) == (2 * FEW, set())


async def test_failures_come_with_their_words_in_the_language_of_the_screen(
    library: Library, papers: Papers, make_reply: Any, speak: Any
) -> None:
    papers.host.answers["/3"] = make_reply(status=404)
    speak("vi")
    result = await library.refresh()
    [failure] = result.failed
    assert failure.title == "Báo 03"
    assert "máy chủ" in failure.error
    assert [source.error for source in await library.sources() if source.error] == [failure.error]
    speak("en")
    assert [source.error for source in await library.sources() if source.error] == [
        "the server answered 404 Not Found; the page may have moved; look for it on the site"
    ]


async def test_settings_and_secrets_are_known_there(
    tmp_path: Path, papers: Papers, make_reply: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PAPER_TOKEN", "s3same")
    feed = papers.host.answers["/2"]
    papers.host.answers["/2"] = lambda headers: (
        feed(headers) if headers.get("x-token") == "s3same" else make_reply(status=401)
    )
    await put(tmp_path, papers.host)
    library = await Library.open(tmp_path, Settings(articles_per_source=2, requests_per_host=4))
    library.refresh_apart()
    [second] = [one for one in await library.sources() if one.url.endswith("/2")]
    await library.set_source(second.id, {"headers": "X-Token: ${PAPER_TOKEN}"})
    result = await library.refresh()
    assert (result.failed, result.articles) == ((), 2 * MANY)
    await library.close()


async def _killed_half_way(library: Library, papers: Papers) -> RefreshResult:
    """A refresh whose process is killed when half of the sources have answered."""
    papers.hold(range(MANY // 2, MANY))
    halfway = asyncio.Event()

    def tell(progress: RefreshProgress) -> None:
        if progress.done == MANY // 2:
            halfway.set()

    running = asyncio.create_task(library.refresh(articles=1, progress=tell))
    async with asyncio.timeout(PATIENCE):
        await halfway.wait()
    [pid] = child_pids()
    os.kill(pid, signal.SIGKILL)
    papers.gate.set()
    return await running


async def test_where_the_process_is_killed_this_one_goes_on_and_says_so(library: Library, papers: Papers) -> None:
    result = await _killed_half_way(library, papers)
    assert result.went_on
    assert (result.sources, result.new_entries, result.failed) == (MANY, 2 * MANY, ())
    assert len(await titles(library)) == 2 * MANY
    counts = {path: papers.feeds_asked.count(path) for path in papers.feeds_asked}
    assert [counts[f"/{n}"] for n in range(MANY // 2)] == [1] * (MANY // 2), "what came is not asked for again"
    assert (await library.counts()).offline == MANY, "their articles are kept too"
    assert not (await library.refresh()).went_on, "the next one has a process again"


async def _writer_of(pid: int) -> psutil.Process:
    """The process that writes beside one that refreshes, once it has opened the library."""
    found: list[psutil.Process] = []

    def has_opened() -> bool:
        found[:] = [
            child
            for child in psutil.Process(pid).children()
            if any(one.path.endswith("library.sqlite3") for one in child.open_files())
        ]
        return bool(found)

    await until(has_opened, "it has a process that writes")
    return found[0]


@_ON_TWO_CORES
async def test_where_the_process_that_writes_is_killed_the_refresh_goes_on_where_it_is(
    library: Library, papers: Papers
) -> None:
    papers.hold(range(MANY // 2, MANY))
    running = asyncio.create_task(library.refresh())
    await until(child_pids, "it has begun")
    [pid] = child_pids()
    (await _writer_of(pid)).kill()
    papers.gate.set()
    result = await running
    assert (result.went_on, result.failed) == (False, ())
    assert len(await titles(library)) == 2 * MANY
    assert papers.feeds_asked == sorted(f"/{n}" for n in range(MANY)), "each once"


@_ON_TWO_CORES
async def test_where_the_refresh_is_killed_what_writes_ends_with_it(library: Library, papers: Papers) -> None:
    papers.hold(range(MANY // 2, MANY))
    running = asyncio.create_task(library.refresh())
    await until(child_pids, "it has begun")
    [pid] = child_pids()
    writer = await _writer_of(pid)
    os.kill(pid, signal.SIGKILL)
    await until(lambda: not is_running(writer.pid), "it ends with its owner")
    papers.gate.set()
    result = await running
    assert (result.went_on, result.failed) == (True, ())
    assert len(await titles(library)) == 2 * MANY


async def test_where_no_process_can_be_started_all_is_refreshed_here(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    result = await library.refresh()
    assert (result.new_entries, result.failed, result.went_on) == (2 * MANY, (), True)


async def test_a_refresh_that_is_cancelled_ends_its_process_and_its_claims(
    library: Library, papers: Papers
) -> None:
    papers.hold(range(MANY))
    running = asyncio.create_task(library.refresh())
    await until(lambda: papers.host.asked, "it asks")
    [pid] = child_pids()
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    assert running.cancelled()
    assert not is_running(pid)
    papers.gate.set()
    again = await library.refresh()
    assert (again.elsewhere, again.sources, again.new_entries) == (0, MANY, 2 * MANY)


async def test_a_library_that_is_closed_ends_the_process(library: Library, papers: Papers) -> None:
    papers.hold(range(MANY))
    running = asyncio.create_task(library.refresh())
    await until(lambda: papers.host.asked, "it asks")
    [pid] = child_pids()
    await library.close()
    assert not is_running(pid)
    await asyncio.gather(running, return_exceptions=True)


_OWNER = """
import asyncio, sys
from pathlib import Path
from tuinews.library.library import Library
from tuinews.settings import Settings

async def main():
    library = await Library.open(Path(sys.argv[1]), Settings())
    library.refresh_apart()
    await library.refresh()

asyncio.run(main())
"""


async def test_the_process_ends_with_an_owner_that_is_killed_and_leaves_no_claims(
    library: Library, tmp_path: Path, papers: Papers
) -> None:
    papers.hold(range(MANY))
    with subprocess.Popen([sys.executable, "-c", _OWNER, str(tmp_path)]) as owner:
        await until(lambda: papers.host.asked, "it asks")
        [pid] = child_pids(owner.pid)
        owner.send_signal(signal.SIGKILL)
        await until(lambda: not is_running(pid), "it ends with its owner")
    papers.gate.set()
    result = await library.refresh()
    assert (result.elsewhere, result.new_entries) == (0, 2 * MANY)


async def test_two_screens_at_once_ask_each_source_once(library: Library, tmp_path: Path, papers: Papers) -> None:
    other = await Library.open(tmp_path, Settings(articles_per_source=0))
    other.refresh_apart()
    papers.hold(range(MANY))
    first = asyncio.create_task(library.refresh())
    await until(lambda: papers.host.asked, "the first one asks")
    second = await other.refresh()
    papers.gate.set()
    assert ((await first).new_entries, second.elsewhere, second.new_entries) == (2 * MANY, MANY, 0)
    assert papers.feeds_asked == sorted(f"/{n}" for n in range(MANY))
    await other.close()


async def test_marks_made_meanwhile_stay_and_are_undone_after_it(library: Library, papers: Papers) -> None:
    await library.refresh([(await library.sources())[0].id])
    ids = list(await library.entry_ids(View()))
    papers.hold(range(4, MANY))
    running = asyncio.create_task(library.refresh())
    await until(lambda: len(papers.host.asked) > 3, "it asks")
    assert await library.mark_read(ids, True) == ids
    papers.gate.set()
    await running
    assert (await library.counts()).unread == 2 * MANY - 2
    assert await library.undo()
    assert (await library.counts()).unread == 2 * MANY


async def test_without_a_network_that_is_said_and_no_source_is_blamed(tmp_path: Path, host: Any) -> None:
    store = await StoreThread.open(tmp_path)
    new = [NewSource(SourceKind.FEED, f"http://paper{n}.invalid/rss", f"Báo {n}", "") for n in range(MANY)]
    sources: list[Source] = await store(Store.add_sources, new, utc_now())
    await store.close()
    library = await Library.open(tmp_path, Settings())
    library.refresh_apart()
    result = await library.refresh()
    assert (result.offline, len(result.failed), result.went_on) == (True, len(sources), False)
    assert [source.error for source in await library.sources()] == [None] * MANY
    await library.close()
