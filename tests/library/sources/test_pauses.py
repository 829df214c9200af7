"""A host that asked to be left alone is left alone by every process that has the library open."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tuinews.errors import FetchError
from tuinews.library.library import Library
from tuinews.model.refresh import RefreshProgress
from tuinews.settings import Settings

Open = Callable[[], Awaitable[Library]]


@pytest.fixture
async def open_library(tmp_path: Path) -> AsyncIterator[Open]:
    """Opens one library again and again, as so many processes do."""
    async with AsyncExitStack() as stack:

        async def open_one() -> Library:
            library = await Library.open(tmp_path, Settings(articles_per_source=0))
            stack.push_async_callback(library.close)
            return library

        yield open_one


async def test_a_process_that_began_before_the_pause_keeps_to_it(
    open_library: Open, host: Any, make_reply: Any, make_feed: Any
) -> None:
    host.answers["/rss"] = make_reply(make_feed([("Tin", f"{host.url}/1")]))
    first, second = await open_library(), await open_library()
    added = await first.add(f"{host.url}/rss")
    await second.refresh([added.source.id])  # so that what it knows of pauses was read before

    host.answers["/rss"] = make_reply(status=429, Retry_After="600")
    await first.refresh([added.source.id])
    asked = len(host.asked)

    [failure] = (await second.refresh([added.source.id])).failed
    assert "asked for a pause; it is left alone for 10 minutes" in failure.error
    with pytest.raises(FetchError, match="asked for a pause"):
        await second.probe(f"{host.url}/rss")
    assert len(host.asked) == asked


async def test_a_process_that_knows_of_no_pause_erases_none(
    open_library: Open, host: Any, make_reply: Any, make_feed: Any
) -> None:
    host.answers["/rss"] = make_reply(make_feed([("Tin", f"{host.url}/1")]))
    first, second = await open_library(), await open_library()
    added = await first.add(f"{host.url}/rss")
    await second.refresh([added.source.id])
    host.answers["/rss"] = make_reply(status=503, Retry_After="600")
    await first.refresh([added.source.id])
    await first.close()
    await second.close()
    asked = len(host.asked)

    third = await open_library()
    assert "asked for a pause" in (await third.refresh([added.source.id])).failed[0].error
    assert len(host.asked) == asked


async def test_a_pause_is_known_before_the_refresh_that_met_it_has_ended(
    open_library: Open, start_host: Any, make_reply: Any, make_feed: Any
) -> None:
    stern, slow = start_host(), start_host()
    for one in (stern, slow):
        one.answers["/rss"] = make_reply(make_feed([("Tin", f"{one.url}/1")]))
    first, second = await open_library(), await open_library()
    # Two ports of one computer are one host to be left alone: each has a name of its own.
    await first.add(f"{stern.url.replace('127.0.0.1', 'localhost')}/rss")
    await first.add(f"{slow.url}/rss")
    stern.answers["/rss"] = make_reply(status=429, Retry_After="600")
    slow.open.clear()
    seen = asyncio.Event()

    def watch(progress: RefreshProgress) -> None:
        if progress.failed:
            seen.set()

    running = asyncio.create_task(first.refresh(progress=watch))
    await asyncio.wait_for(seen.wait(), 10)
    asked = len(stern.asked)
    with pytest.raises(FetchError, match="asked for a pause"):
        await second.probe(f"{stern.url.replace('127.0.0.1', 'localhost')}/rss")
    assert len(stern.asked) == asked
    slow.open.set()
    assert len((await running).failed) == 1


async def test_a_source_that_was_not_asked_during_the_pause_of_its_host_does_not_fail(
    open_library: Open, host: Any, make_reply: Any, make_feed: Any
) -> None:
    for name in ("one", "two"):
        host.answers[f"/{name}"] = make_reply(make_feed([(name, f"{host.url}/{name}/1")], title=name))
    library = await open_library()
    one, two = [(await library.add(f"{host.url}/{name}")).source.id for name in ("one", "two")]
    host.answers["/one"] = make_reply(status=503, Retry_After="7200")
    await library.refresh([one])
    asked = len(host.asked)

    [failure] = (await library.refresh([two])).failed
    assert "it is left alone for 120 minutes" in failure.error
    assert len(host.asked) == asked
    kept = {source.id: source for source in await library.sources()}
    assert None not in (kept[one].error, kept[one].failing_since)
    assert (kept[two].error, kept[two].failing_since) == (None, None)
    due = kept[two].next_refresh
    assert due is not None
    assert timedelta(hours=1) < due - datetime.now(UTC) < timedelta(hours=25)

    await library.refresh([one])  # nor does one that fails wait longer for each time that it is not asked
    again = next(source for source in await library.sources() if source.id == one)
    assert (again.error is None, again.next_refresh) == (False, kept[one].next_refresh)
