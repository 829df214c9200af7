"""Who comes first where many wait: what a reader waits for, then a refresh, then what was skipped."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from tuinews.web.fetcher import Fetcher
from tuinews.web.host_limits import HostLimiter
from tuinews.web.page_request import PageRequest
from tuinews.web.urgency import AT_ONCE, EXTRA, USUAL, Demand, Urgency

Start = Callable[..., Awaitable[Any]]
Begin = Callable[..., Fetcher]
Reply = Callable[..., bytes]


class Crowd:
    """Those who want a turn at one host: who began so far, and the end of each."""

    def __init__(self, turns: HostLimiter, host: str = "a.test") -> None:
        self._turns, self._host = turns, host
        self.began: list[str] = []
        self.ends: dict[str, asyncio.Event] = {}
        self.tasks: dict[str, asyncio.Task[None]] = {}

    async def come(self, name: str, demand: Demand) -> None:
        self.ends[name] = asyncio.Event()
        self.tasks[name] = asyncio.create_task(self._take(name, demand))
        await settle()

    async def end(self, name: str) -> None:
        self.ends[name].set()
        await self.tasks[name]
        await settle()

    async def _take(self, name: str, demand: Demand) -> None:
        async with self._turns.turn(self._host, demand):
            self.began.append(name)
            await self.ends[name].wait()


async def settle() -> None:
    for _ in range(10):
        await asyncio.sleep(0)


async def test_what_is_wanted_now_goes_beyond_the_limits_by_so_many_places() -> None:
    crowd = Crowd(HostLimiter(1, 1))
    await crowd.come("refresh", USUAL)
    await crowd.come("refresh 2", USUAL)
    for number in range(EXTRA + 1):
        await crowd.come(f"open {number}", AT_ONCE)
    assert crowd.began == ["refresh", *[f"open {number}" for number in range(EXTRA)]]
    await crowd.end("refresh")
    assert crowd.began[-1] == f"open {EXTRA}"
    for number in range(EXTRA + 1):
        assert "refresh 2" not in crowd.began
        await crowd.end(f"open {number}")
    assert crowd.began[-1] == "refresh 2"
    await crowd.end("refresh 2")


async def test_what_is_skipped_while_it_waits_comes_last_and_what_is_wanted_again_first() -> None:
    crowd = Crowd(HostLimiter(1, 8))
    await crowd.come("refresh", USUAL)
    skipped, wanted = Demand(), Demand(Urgency.USUAL)
    with skipped.held(Urgency.USUAL):
        await crowd.come("skipped", skipped)
        await crowd.come("wanted", wanted)
    await crowd.come("refresh 2", USUAL)
    with wanted.held(Urgency.NOW):
        await settle()
        assert crowd.began == ["refresh", "wanted"]
    await crowd.end("wanted")
    await crowd.end("refresh")
    assert crowd.began[2:] == ["refresh 2"]
    await crowd.end("refresh 2")
    await crowd.end("skipped")
    assert crowd.began == ["refresh", "wanted", "refresh 2", "skipped"]


async def test_a_page_is_as_urgent_as_any_that_wants_it() -> None:
    demand = Demand()
    seen = [demand.urgency]
    watched = demand.watched(lambda: seen.append(demand.urgency))
    with demand.held(Urgency.USUAL), watched, demand.held(Urgency.NOW), demand.held(Urgency.USUAL):
        pass
    assert seen == [Urgency.SKIPPED, Urgency.NOW, Urgency.NOW, Urgency.NOW, Urgency.USUAL]


async def test_who_goes_away_in_any_moment_takes_no_place_along() -> None:
    turns = HostLimiter(1, 1)
    for steps in range(12):
        here, there = Crowd(turns), Crowd(turns, "b.test")
        await here.come("first", USUAL)
        await there.come("leaving", USUAL)
        assert not there.began
        here.ends["first"].set()
        for _ in range(steps):
            await asyncio.sleep(0)
        there.tasks["leaving"].cancel()
        await asyncio.wait([here.tasks["first"], there.tasks["leaving"]])
        async with asyncio.timeout(1), turns.turn("a.test", USUAL):
            pass


async def test_a_slow_total_gives_way_too() -> None:
    turns = HostLimiter(1, 1)
    other, crowd = Crowd(turns, "b.test"), Crowd(turns)
    await other.come("refresh", USUAL)
    await crowd.come("refresh", USUAL)
    assert not crowd.began
    await crowd.come("open", AT_ONCE)
    assert crowd.began == ["open"]
    for one, name in ((crowd, "open"), (other, "refresh"), (crowd, "refresh")):
        await one.end(name)


@pytest.mark.parametrize("demand", [AT_ONCE, USUAL])
async def test_a_fetch_takes_its_turn_as_it_is_wanted(
    start_site: Start, new_fetcher: Begin, reply: Reply, demand: Demand
) -> None:
    gate = asyncio.Event()

    async def slow(writer: asyncio.StreamWriter) -> None:
        await gate.wait()
        writer.write(reply(b"slow"))
        await writer.drain()

    site = await start_site({"/slow": slow, "/": reply(b"x")})
    fetcher = new_fetcher()
    begun = asyncio.create_task(fetcher.fetch(PageRequest(site.url("/slow"), trusted=site.url())))
    async with asyncio.timeout(5):
        while not site.asked:
            await asyncio.sleep(0)
        wanted = asyncio.create_task(fetcher.fetch(PageRequest(site.url(), trusted=site.url(), demand=demand)))
        done, _ = await asyncio.wait([wanted], timeout=None if demand is AT_ONCE else 0.1)
        assert bool(done) is (demand is AT_ONCE)
        gate.set()
        await asyncio.gather(begun, wanted)
