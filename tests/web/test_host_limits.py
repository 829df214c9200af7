"""A guest's behaviour: one at a time, and away for as long as the server asks."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest

from tuinews.errors import FetchError
from tuinews.model.page import Page
from tuinews.web.access import Access
from tuinews.web.fetcher import Fetcher
from tuinews.web.host_limits import LONGEST_PAUSE, USUAL_PAUSE, HostBackoff, HostLimiter, pause_asked
from tuinews.web.page_request import PageRequest

Start = Callable[..., Awaitable[Any]]
Begin = Callable[..., Fetcher]
Reply = Callable[..., bytes]


COUNTED = "X-RateLimit-Remaining: 0"


@pytest.mark.parametrize(
    ("status", "counts"),
    [("429 Too Many Requests", ()), ("503 Service Unavailable", ()), ("403 Forbidden", (COUNTED,))],
)
async def test_retry_after_stops_the_host_until_then(
    start_site: Start, new_fetcher: Begin, reply: Reply, status: str, counts: tuple[str, ...]
) -> None:
    site = await start_site({"/": reply(b"", "Retry-After: 120", *counts, status=status), "/other": reply(b"x")})
    fetcher = new_fetcher(names={"a.test": ["127.0.0.1"], "b.test": ["127.0.0.1"]})
    with pytest.raises(FetchError, match="left alone for 2 minutes") as caught:
        await fetcher.fetch(PageRequest(site.url(host="a.test"), trusted=site.url(host="a.test")))
    assert (caught.value.status, caught.value.retry_after) == (int(status[:3]), 120)
    with pytest.raises(FetchError, match="asked for a pause") as caught:
        await fetcher.fetch(PageRequest(site.url("/other", host="a.test"), trusted=site.url(host="a.test")))
    assert caught.value.retry_after == pytest.approx(120, abs=5)
    assert len(site.asked) == 1
    left = fetcher.pauses["a.test"] - datetime.now(UTC)
    assert timedelta(seconds=115) < left <= timedelta(seconds=120)
    page = await fetcher.fetch(PageRequest(site.url("/other", host="b.test"), trusted=site.url(host="b.test")))
    assert isinstance(page, Page)


async def test_an_address_that_refuses_for_a_while_is_left_alone_by_itself(
    start_site: Start, new_fetcher: Begin, reply: Reply
) -> None:
    refused = reply(b"", "Retry-After: 900", status="403 Forbidden")
    site = await start_site({"/closed": refused, "/to": reply(b"", "Location: /closed", status="302 Found")})
    site.answers["/rss"] = reply(b"x")
    fetcher = new_fetcher(names={"a.test": ["127.0.0.1"]})
    closed, rss = (site.url(path, host="a.test") for path in ("/closed", "/rss"))
    for address, expected in ((closed, 403), (closed, None), (site.url("/to", host="a.test"), None)):
        with pytest.raises(FetchError, match="left alone for 15 minutes") as caught:
            await fetcher.fetch(PageRequest(address, trusted=rss))
        assert caught.value.status == expected
    assert isinstance(await fetcher.fetch(PageRequest(rss, trusted=rss)), Page)
    assert [one.path for one in site.asked] == ["/closed", "/to", "/rss"]
    assert set(fetcher.pauses) == {closed}

    # Whoever just said how the source is to be asked wants to know whether that helps.
    site.answers["/closed"] = reply(b"x")
    page = await fetcher.fetch(PageRequest(closed, trusted=rss), access=Access(user_agent="own"))
    assert isinstance(page, Page)


async def test_pauses_of_an_earlier_run_hold_until_they_are_over(
    start_site: Start, new_fetcher: Begin, reply: Reply
) -> None:
    now = datetime.now(UTC)
    pauses = {"a.test": now + timedelta(minutes=5), "b.test": now - timedelta(seconds=1)}
    site = await start_site({"/": reply(b"x")})
    fetcher = new_fetcher(names={"a.test": ["127.0.0.1"], "b.test": ["127.0.0.1"]}, pauses=pauses)
    with pytest.raises(FetchError, match="asked for a pause"):
        await fetcher.fetch(PageRequest(site.url(host="a.test"), trusted=site.url(host="a.test")))
    page = await fetcher.fetch(PageRequest(site.url(host="b.test"), trusted=site.url(host="b.test")))
    assert isinstance(page, Page)
    assert dict(fetcher.pauses) == {"a.test": pauses["a.test"]}


def test_a_pause_written_by_a_clock_gone_wrong_is_dropped() -> None:
    pauses = HostBackoff({"a.test": datetime.now(UTC) + timedelta(days=3650)})
    assert pauses.left("a.test") is None
    assert not pauses.running


@pytest.mark.parametrize(
    ("status", "retry_after", "pause"),
    [
        (429, "30", timedelta(seconds=30)),
        (429, " 30 ", timedelta(seconds=30)),
        (429, "0", timedelta(0)),
        (429, "999999999", LONGEST_PAUSE),
        (429, None, USUAL_PAUSE),
        (429, "soon", USUAL_PAUSE),
        (429, "-5", USUAL_PAUSE),
        (429, "1e9", USUAL_PAUSE),
        (429, "٣", USUAL_PAUSE),
        (429, "9" * 400, USUAL_PAUSE),
        (429, "Wed, 21 Oct 2015 07:28:00 GMT", timedelta(0)),
        (429, "Wed, 99 Oct 99999 07:28:00 GMT", USUAL_PAUSE),
        (429, "Fri, 31 Dec 9999 23:59:59 GMT", LONGEST_PAUSE),
        (429, "Fri, 31 Dec 9999 23:59:59 -2359", LONGEST_PAUSE),
        (503, "30", timedelta(seconds=30)),
        (503, None, None),
        (503, "30.5", timedelta(seconds=30)),
        (429, "60 seconds", timedelta(seconds=60)),
        (403, "30", timedelta(seconds=30)),
        (403, None, None),
        (403, "Wed, 21 Oct 2015 07:28:00 GMT", timedelta(0)),
        (502, "30", timedelta(seconds=30)),
        (500, "30", timedelta(seconds=30)),
        (404, "30", None),
        (410, "30", None),
    ],
)
def test_what_pause_an_answer_asks_for(status: int, retry_after: str | None, pause: timedelta | None) -> None:
    assert pause_asked(status, {} if retry_after is None else {"retry-after": retry_after}) == pause


@pytest.mark.parametrize(
    ("status", "headers", "pause"),
    [
        (429, {"x-ratelimit-remaining": "0.0", "x-ratelimit-reset": "143"}, timedelta(seconds=143)),
        (429, {"ratelimit-reset": "20"}, timedelta(seconds=20)),
        (429, {"cache-control": "public, max-age=7200"}, timedelta(hours=2)),
        (429, {"cache-control": "max-age=172800"}, LONGEST_PAUSE),
        (429, {"cache-control": "max-age=5"}, USUAL_PAUSE),
        (429, {"cache-control": "max-age=7200", "retry-after": "30"}, timedelta(seconds=30)),
        (503, {"cache-control": "max-age=7200"}, None),
        (403, {"x-ratelimit-remaining": "0", "x-ratelimit-reset": "60"}, timedelta(seconds=60)),
        (403, {"x-ratelimit-remaining": "12", "x-ratelimit-reset": "60"}, None),
        (403, {"x-ratelimit-remaining": "0", "x-ratelimit-reset": "9999999999"}, LONGEST_PAUSE),
        (429, {"retry-after": "30", "x-ratelimit-reset": "60"}, timedelta(seconds=30)),
        (404, {"x-ratelimit-remaining": "0", "x-ratelimit-reset": "60"}, None),
    ],
)
def test_a_host_that_counts_requests_says_until_when(
    status: int, headers: dict[str, str], pause: timedelta | None
) -> None:
    assert pause_asked(status, headers) == pause


def test_a_pause_until_a_date() -> None:
    text = format_datetime(datetime.now(UTC) + timedelta(minutes=10), usegmt=True)
    pause = pause_asked(503, {"retry-after": text})
    assert pause is not None
    assert timedelta(minutes=9, seconds=50) < pause <= timedelta(minutes=10)


async def _counting(site: Any, answer: bytes, gate: asyncio.Event, most: dict[str, int]) -> None:
    """Makes `site` answer "/" only once the gate is open, and count how many wait at it."""
    waiting = 0

    async def wait(writer: asyncio.StreamWriter) -> None:
        nonlocal waiting
        waiting += 1
        most["waiting"] = max(most.get("waiting", 0), waiting)
        await gate.wait()
        waiting -= 1
        writer.write(answer)
        await writer.drain()

    site.answers["/"] = wait


async def _settled(fetcher_tasks: list[asyncio.Task[Any]], condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(2):
        while not condition():
            assert not any(task.done() and task.exception() for task in fetcher_tasks)
            await asyncio.sleep(0)


@pytest.mark.parametrize("per_host", [1, 3])
async def test_so_many_requests_at_one_host(
    start_site: Start, new_fetcher: Begin, reply: Reply, per_host: int
) -> None:
    site = await start_site()
    gate, most = asyncio.Event(), dict[str, int]()
    await _counting(site, reply(b"x"), gate, most)
    fetcher = new_fetcher(per_host=per_host)
    tasks = [asyncio.create_task(fetcher.fetch(PageRequest(site.url(), trusted=site.url()))) for _ in range(5)]
    await _settled(tasks, lambda: most.get("waiting") == per_host)
    gate.set()
    await asyncio.gather(*tasks)
    assert most["waiting"] == per_host
    assert len(site.asked) == 5


async def test_a_slow_host_does_not_hold_the_places_of_others(
    start_site: Start, new_fetcher: Begin, reply: Reply
) -> None:
    slow, fast = await start_site(), await start_site({"/": reply(b"x")})
    gate, most = asyncio.Event(), dict[str, int]()
    await _counting(slow, reply(b"x"), gate, most)
    fetcher = new_fetcher(total=2, names={"slow.test": ["127.0.0.1"], "fast.test": ["127.0.0.1"]})
    tasks = [
        asyncio.create_task(
            fetcher.fetch(PageRequest(slow.url(host="slow.test"), trusted=slow.url(host="slow.test")))
        )
        for _ in range(10)
    ]
    await _settled(tasks, lambda: most.get("waiting") == 1)
    for _ in range(3):
        page = await fetcher.fetch(PageRequest(fast.url(host="fast.test"), trusted=fast.url(host="fast.test")))
        assert isinstance(page, Page)
    gate.set()
    await asyncio.gather(*tasks)


async def test_those_who_wait_for_a_host_hear_that_it_wants_to_be_left_alone(
    start_site: Start, new_fetcher: Begin, reply: Reply
) -> None:
    site = await start_site()
    gate, most = asyncio.Event(), dict[str, int]()
    await _counting(site, reply(b"", "Retry-After: 60", status="429 Too Many Requests"), gate, most)
    fetcher = new_fetcher()
    tasks = [asyncio.create_task(fetcher.fetch(PageRequest(site.url(), trusted=site.url()))) for _ in range(4)]
    await _settled(tasks, lambda: most.get("waiting") == 1)
    gate.set()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    assert all(isinstance(result, FetchError) and result.retry_after for result in results)
    assert len(site.asked) == 1


async def test_turns_leave_nothing_behind() -> None:
    turns = HostLimiter(1, 2)
    async with turns.turn("a.test"):
        waiting = asyncio.create_task(_take(turns))
        await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.gather(waiting, return_exceptions=True)
    async with asyncio.timeout(1), turns.turn("a.test"):
        pass


async def _take(turns: HostLimiter) -> None:
    async with turns.turn("a.test"):
        raise AssertionError("the place is taken")
