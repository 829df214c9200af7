"""A refresh without a network: what it leaves of each source."""

import socket
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from tuinews.errors import FetchError
from tuinews.library.extraction import Extraction
from tuinews.library.library import Library
from tuinews.library.online import OnlineServices
from tuinews.library.store_thread import StoreThread, utc_now
from tuinews.model.refresh import RefreshProgress, RefreshResult
from tuinews.model.source import NewSource, Source, SourceKind
from tuinews.settings import Settings
from tuinews.store.store import Store
from tuinews.web.fetcher import Fetcher

_ENDS: dict[str, Any] = {"Connection": "close"}
"""A connection that is still open would be used again, and no name be looked up."""


class Network:
    """A resolver whose names lead to this machine, while it `is_there`."""

    def __init__(self) -> None:
        self.is_there = True
        self.unknown: set[str] = set()

    async def addresses(self, host: str, port: int) -> Sequence[str]:
        """As the system's answers: without a network, "try again"."""
        if host in self.unknown:
            raise FetchError(host, "there is no such host", "check the address for typos", unknown_name=True)
        if not self.is_there:
            raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
        return ("127.0.0.1",)


class Paper:
    """A library of a few sources on one host, and the network to it."""

    def __init__(self, store: StoreThread, host: Any) -> None:
        self._store, self._host = store, host
        self.network = Network()
        fetcher = Fetcher(resolver=self.network.addresses, proxy_for=lambda *_: None)
        self.online = OnlineServices(store, Extraction(fetcher), Settings())

    async def add(self, path: str, name: str = "paper.example") -> Source:
        """A source that nothing was asked of so far."""
        url = self._host.url.replace("127.0.0.1", name) + path
        new = NewSource(SourceKind.FEED, url, path, typed_url=url)
        return await self._store(Store.add_source, new, utc_now())

    async def refresh(self, *, due_only: bool = False) -> RefreshResult:
        """Refresh all."""
        return await self.online.refresh(await self.sources(), 0, _silent, due_only=due_only)

    async def sources(self) -> list[Source]:
        """The sources as they are kept now."""
        return await self._store(Store.sources)


def _silent(_: RefreshProgress) -> None:
    """A refresh that nobody watches."""


@pytest.fixture
async def paper(tmp_path: Path, host: Any) -> AsyncIterator[Paper]:
    store = await StoreThread.open(tmp_path)
    paper = Paper(store, host)
    yield paper
    await paper.online.close()
    await store.close()


async def test_a_refresh_without_a_network_says_nothing_of_the_sources(
    paper: Paper, host: Any, make_reply: Any, make_feed: Any
) -> None:
    host.answers |= {
        path: make_reply(make_feed([(path, f"{host.url}{path}/1")]), **_ENDS) for path in ("/a", "/b")
    }
    await paper.add("/a")
    await paper.add("/b")
    await paper.refresh()
    before = await paper.sources()

    paper.network.is_there = False
    result = await paper.refresh()

    assert result.offline
    assert [failure.error for failure in result.failed] == [
        "no network: the name could not be looked up; try again once you are online"
    ] * 2
    after = await paper.sources()
    assert [(s.error, s.last_refresh, s.total) for s in after] == [(None, s.last_refresh, 1) for s in before]
    assert all(source.is_due(utc_now()) for source in after)


async def test_where_no_name_at_all_is_known_there_is_no_network(
    paper: Paper, host: Any, make_reply: Any, make_feed: Any
) -> None:
    """A router without a way out says of every name that there is none; nobody typed the addresses."""
    names = ("a.example", "b.example", "c.example")
    host.answers["/"] = make_reply(make_feed([("Tin", f"{host.url}/1")]), **_ENDS)
    for name in names:
        await paper.add("/", name)
    paper.network.unknown = set(names)
    result = await paper.refresh()
    assert result.offline
    assert {failure.error.partition(";")[0] for failure in result.failed} == {
        "no network: the name could not be looked up"
    }
    assert [source.error for source in await paper.sources()] == [None] * 3

    paper.network.unknown = {"a.example"}
    result = await paper.refresh()
    assert not result.offline
    assert [failure.error for failure in result.failed] == ["there is no such host"], "no slip to look for"
    assert [bool(source.error) for source in await paper.sources()].count(True) == 1


@pytest.mark.parametrize("was_reached", [False, True])
async def test_one_name_alone_that_is_not_known_is_the_networks_only_where_it_was_reached_before(
    paper: Paper, host: Any, make_reply: Any, make_feed: Any, was_reached: bool
) -> None:
    host.answers["/"] = make_reply(make_feed([("Tin", f"{host.url}/1")]), **_ENDS)
    await paper.add("/")
    if was_reached:
        await paper.refresh()
    paper.network.unknown = {"paper.example"}
    result = await paper.refresh()
    assert (result.offline, len(result.failed)) == (was_reached, 1)


async def test_a_real_failure_is_still_told_after_a_refresh_without_a_network(
    paper: Paper, host: Any, make_reply: Any
) -> None:
    host.answers |= {"/moved": make_reply(status=404, **_ENDS), "/gone": make_reply(status=410, **_ENDS)}
    await paper.add("/gone")
    await paper.add("/moved")
    await paper.refresh()
    before = await paper.sources()
    assert [(source.gone, bool(source.error)) for source in before] == [(True, True), (False, True)]

    paper.network.is_there = False
    await paper.refresh()

    assert await paper.sources() == before
    assert not any(source.is_due(utc_now()) for source in before), (
        "the hour that a failed one is left alone goes on"
    )


async def test_a_source_that_was_never_reached_is_asked_as_soon_as_there_is_a_network(
    paper: Paper, host: Any, make_reply: Any, make_feed: Any
) -> None:
    host.answers["/a"] = make_reply(make_feed([("Tin", f"{host.url}/1")]), **_ENDS)
    await paper.add("/a")
    paper.network.is_there = False
    await paper.refresh(due_only=True)
    [source] = await paper.sources()
    assert (source.error, source.last_refresh) == (None, None)

    paper.network.is_there = True
    result = await paper.refresh(due_only=True)
    assert (result.sources, result.new_entries, result.failed) == (1, 1, ())


async def test_the_articles_of_a_server_that_does_not_answer_are_not_asked_for(
    tmp_path: Path, start_host: Any, make_reply: Any, make_feed: Any
) -> None:
    """Other sources are reached meanwhile, so this is no computer without a network."""

    def hang_up(_: object) -> Any:
        raise ConnectionResetError

    here, silent = start_host(), start_host()
    library = await Library.open(tmp_path, Settings(articles_per_source=0))
    for host in (here, silent):
        host.answers["/rss"] = make_reply(make_feed([(f"Tin {n}", f"{host.url}/{n}") for n in range(5)]))
        await library.add(f"{host.url}/rss")
    silent.answers |= {f"/{n}": hang_up for n in range(5)} | {"/rss": hang_up}
    result = await library.refresh(articles=5)
    assert (result.sources, len(result.failed)) == (2, 1)
    assert result.articles_failed == 5, "those of the server that answers, which has none of them"
    assert not [path for path in silent.asked if path != "/rss"]
    await library.close()
