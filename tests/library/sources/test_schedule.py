"""When a source is due: its own rhythm, what it asks for, and what is said to a source that fails."""

import os
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tuinews.extract.feed import parse_feed
from tuinews.library.library import Library
from tuinews.library.sources.claims import is_free
from tuinews.library.sources.rhythms import asked_for
from tuinews.library.sources.schedule import (
    CEILING,
    FLOOR,
    adapted,
    outside_rest,
    pace_from,
    pace_text,
    pause_after_failure,
    rhythm,
)
from tuinews.model.entry import Pace
from tuinews.model.source import Source, SourceKind
from tuinews.settings import Settings
from tuinews.store.store import Store

NOW = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)  # a Friday
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def every(gap: timedelta, since: timedelta = timedelta(), count: int = 30) -> list[datetime]:
    return [NOW - since - n * gap for n in range(count)]


@pytest.mark.parametrize(
    ("dates", "interval"),
    [
        (every(2 * HOUR), HOUR),
        (every(4 * MINUTE), FLOOR),
        (every(7 * DAY), CEILING),
        (every(HOUR, since=20 * HOUR), 2 * HOUR),
        (every(HOUR, since=400 * DAY), CEILING),
        ([*every(HOUR, count=15), *every(30 * DAY, count=3)], 30 * MINUTE),
        (every(HOUR, count=2), None),
        ([NOW + DAY] * 9, None),
        ([], None),
    ],
)
def test_a_rhythm_is_half_of_the_usual_gap_and_longer_the_longer_nothing_came(
    dates: list[datetime], interval: timedelta | None
) -> None:
    assert rhythm(dates, NOW) == interval


def source(**known: Any) -> Source:
    return replace(Source(1, SourceKind.FEED, "Báo", "https://a.example/rss"), **known)


def test_without_dates_what_refreshes_bring_makes_the_rhythm() -> None:
    assert adapted(source(), brought=True) == 30 * MINUTE
    known = source(last_refresh=NOW, next_refresh=NOW + HOUR)
    assert adapted(known, brought=True) == 30 * MINUTE
    assert adapted(known, brought=False) == 90 * MINUTE
    assert adapted(source(last_refresh=NOW, next_refresh=NOW + FLOOR), brought=True) == FLOOR
    assert adapted(source(last_refresh=NOW, next_refresh=NOW + DAY), brought=False) == CEILING


def test_each_failure_doubles_the_pause_up_to_a_day_and_no_two_sources_come_back_at_once() -> None:
    first = pause_after_failure(source(), timedelta())
    assert 0.8 * HOUR <= first <= 1.2 * HOUR
    again = source(error="refused", last_refresh=NOW, next_refresh=NOW + 4 * HOUR)
    assert 6.4 * HOUR <= pause_after_failure(again, timedelta()) <= 9.6 * HOUR
    long = replace(again, next_refresh=NOW + 20 * HOUR)
    assert pause_after_failure(long, timedelta()) <= 1.2 * DAY
    assert pause_after_failure(long, 3 * DAY) == 3 * DAY, "what it asks for counts"
    pauses = {pause_after_failure(replace(again, id=n), timedelta()) for n in range(100)}
    assert len(pauses) == 100


def test_what_a_source_asks_for_is_kept_to_and_bounded() -> None:
    assert asked_for(None, {}) == timedelta()
    assert asked_for(Pace(90), {}) == 90 * MINUTE
    assert asked_for(Pace(5), {"cache-control": "public, max-age=3600"}) == HOUR
    assert asked_for(None, {"cache-control": "Public , Max-Age = 3600"}) == HOUR
    assert asked_for(None, {"cache-control": "max-age=5400", "age": "1800"}) == HOUR
    assert asked_for(None, {"cache-control": "max-age=60", "age": "1800"}) == timedelta()
    assert asked_for(None, {"cache-control": "s-maxage=9999"}) == timedelta()
    assert asked_for(Pace(999_999), {"cache-control": "max-age=999999999"}) == CEILING
    dates = {"date": "Mon, 02 Mar 2026 08:00:00 GMT", "expires": "Mon, 02 Mar 2026 09:00:00 GMT"}
    assert asked_for(None, dates) == HOUR
    assert asked_for(None, dates | {"cache-control": "max-age=0"}) == timedelta()
    assert asked_for(None, dates | {"cache-control": "no-cache"}) == timedelta()
    assert asked_for(None, dates | {"expires": "0"}) == timedelta()
    assert asked_for(None, {"expires": dates["expires"]}) == timedelta()
    night = Pace(0, frozenset(range(12, 18)))
    assert outside_rest(NOW, night) == NOW.replace(hour=18)
    weekend = Pace(0, frozenset(), frozenset((4, 5, 6)))
    assert outside_rest(NOW, weekend) == datetime(2026, 11, 30, tzinfo=UTC)
    assert outside_rest(NOW, Pace(0, frozenset(range(23)), frozenset(range(6)))) == datetime(
        2026, 11, 29, 23, tzinfo=UTC
    )
    for pace in (None, night, weekend, Pace(60, frozenset((1, 23)), frozenset((0,)))):
        assert pace_from(pace_text(pace)) == pace


@pytest.mark.parametrize(
    ("said", "pace"),
    [
        ("<ttl>90</ttl>", Pace(90)),
        ("<ttl> soon </ttl>", None),
        ("<ttl>-5</ttl><ttl>15</ttl>", Pace(15)),
        (
            "<skipHours><hour>0</hour><hour>24</hour><hour>7</hour><hour>x</hour></skipHours>",
            Pace(0, frozenset((0, 7))),
        ),
        ("<skipDays><day>Saturday</day><day>SUNDAY</day></skipDays>", Pace(0, frozenset(), frozenset((5, 6)))),
        ("<skipHours>" + "".join(f"<hour>{n}</hour>" for n in range(24)) + "</skipHours>", None),
        ("<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>", Pace(360)),
        ("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>", Pace(60)),
        ("", None),
    ],
)
def test_a_feed_says_how_often_it_wants_to_be_asked(said: str, pace: Pace | None) -> None:
    text = (
        '<rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>A</title>'
        f"{said}<item><title>B</title></item></channel></rss>"
    )
    assert parse_feed(text, None).pace == pace


@pytest.fixture
async def library(tmp_path: Path) -> AsyncIterator[Library]:
    """An empty library that fetches no articles."""
    opened = await Library.open(tmp_path, Settings(articles_per_source=0))
    yield opened
    await opened.close()


def rss(host: Any, gap: timedelta, said: str = "") -> str:
    now = datetime.now(UTC)
    items = "".join(
        f"<item><title>Tin {n}</title><link>{host.url}/{n}</link>"
        f"<pubDate>{now - n * gap:%a, %d %b %Y %H:%M:%S +0000}</pubDate></item>"
        for n in range(9)
    )
    return f'<rss version="2.0"><channel><title>Báo</title>{said}{items}</channel></rss>'


async def wait_of(library: Library, source_id: int) -> timedelta:
    known = await library.source(source_id)
    assert known.next_refresh is not None
    assert known.last_refresh is not None
    return known.next_refresh - known.last_refresh


async def test_a_source_is_due_by_its_rhythm_and_by_what_it_asks_for_also_when_nothing_changed(
    library: Library, host: Any, make_reply: Any
) -> None:
    host.answers["/rss"] = make_reply(rss(host, 4 * HOUR), ETag='"1"')
    added = (await library.add(f"{host.url}/rss")).source
    await library.refresh([added.id])
    assert abs(await wait_of(library, added.id) - 2 * HOUR) < 5 * MINUTE
    host.answers["/rss"] = make_reply(rss(host, 4 * HOUR, "<ttl>300</ttl>"), ETag='"2"')
    await library.refresh([added.id])
    assert abs(await wait_of(library, added.id) - 5 * HOUR) < 5 * MINUTE
    host.answers["/rss"] = make_reply(status=304)
    assert (await library.refresh([added.id])).not_modified == 1
    assert abs(await wait_of(library, added.id) - 5 * HOUR) < 5 * MINUTE
    host.answers["/rss"] = make_reply(status=304, Cache_Control="max-age=36000")
    await library.refresh([added.id])
    assert abs(await wait_of(library, added.id) - 10 * HOUR) < 5 * MINUTE, "what the 304 itself says"
    host.answers["/rss"] = make_reply(status=304)
    await library.refresh([added.id])
    await library.set_source(added.id, {"refresh_minutes": "20"})
    await library.refresh([added.id])
    assert await wait_of(library, added.id) == 5 * HOUR, (
        "what is set is faster than what it asks for, which counts"
    )


async def test_failures_are_asked_again_later_and_later_and_r_asks_at_once(
    library: Library, host: Any, make_reply: Any
) -> None:
    host.answers["/rss"] = make_reply(rss(host, HOUR))
    added = (await library.add(f"{host.url}/rss")).source
    host.answers["/rss"] = make_reply(status=500)
    waits = []
    for _ in range(3):
        await library.refresh([added.id])
        waits.append(await wait_of(library, added.id))
    assert waits == sorted(waits)
    assert waits[2] >= 3 * waits[0]
    assert host.asked.count("/rss") == 4


async def test_what_another_process_refreshes_is_left_to_it_as_long_as_it_lives(
    library: Library, host: Any, make_reply: Any
) -> None:
    host.answers["/rss"] = make_reply(rss(host, HOUR))
    source = (await library.add(f"{host.url}/rss")).source
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        await hold(library, source.id, socket.gethostname(), other.pid)
        result = await library.refresh([source.id])
        assert (result.sources, result.elsewhere) == (0, 1)
        assert host.asked.count("/rss") == 1
        other.kill()
        other.wait()
    assert (await library.refresh([source.id])).sources == 1, "it was killed"
    assert await library._store(Store.state, f"refreshing:{source.id}") is None, "given free again"


async def test_a_server_that_says_304_for_ever_is_asked_plainly_once_a_week(
    library: Library, host: Any, make_reply: Any
) -> None:
    """And the ETag of a 304 is the one that is sent the next time."""
    host.answers["/rss"] = make_reply(rss(host, HOUR), ETag='"1"')
    source = (await library.add(f"{host.url}/rss")).source

    def stubborn(headers: Mapping[str, str]) -> Any:
        is_plain = "if-none-match" not in headers
        return make_reply(rss(host, MINUTE), ETag='"9"') if is_plain else make_reply(status=304, ETag='"2"')

    host.answers["/rss"] = stubborn
    for sent in ('"1"', '"2"'):
        assert (await library.refresh([source.id])).not_modified == 1
        assert host.headers[-1]["if-none-match"] == sent
    before = datetime.now(UTC) - 8 * DAY
    await library._store(Store.keep_state, f"plain:{source.id}", before.isoformat())
    assert (await library.refresh([source.id])).not_modified == 0
    assert "if-none-match" not in host.headers[-1]
    assert (await library.refresh([source.id])).not_modified == 1
    assert host.headers[-1]["if-none-match"] == '"9"'


async def hold(library: Library, source_id: int, machine: str, pid: int) -> None:
    until = datetime.now(UTC) + 5 * MINUTE
    await library._store(Store.keep_state, f"refreshing:{source_id}", f"{machine} {pid} {until.isoformat()}")


def test_a_claim_of_another_machine_holds_until_its_end_and_no_longer() -> None:
    def claim(left: timedelta, machine: str = "elsewhere", pid: int = 1) -> str:
        return f"{machine} {pid} {(NOW + left).isoformat()}"

    assert not is_free(claim(MINUTE), NOW)
    assert is_free(claim(-MINUTE), NOW)
    assert is_free(claim(DAY), NOW), "a clock that was set back"
    assert is_free(claim(MINUTE, socket.gethostname(), os.getpid()), NOW), "our own"
    assert not is_free(claim(MINUTE, socket.gethostname(), 1), NOW), "one of another user"
