"""Texts that are there before anybody opens them: after adding, after starring, after a refresh."""

from collections.abc import AsyncIterator, Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from random import Random
from sqlite3 import OperationalError
from typing import Any

import pytest

from tuinews.library.library import Library
from tuinews.library.store_thread import utc_now
from tuinews.model.entry_row import Cached
from tuinews.model.view import Filter, View
from tuinews.settings import Settings
from tuinews.store.connecting import connect


@pytest.fixture
async def empty(tmp_path: Path) -> AsyncIterator[Library]:
    library = await Library.open(tmp_path, Settings(articles_per_source=3))
    yield library
    await library.close()


@pytest.fixture
def paper(host: Any, make_reply: Any, make_feed: Any) -> Any:
    """A host with a feed of five articles and their pages."""
    host.answers["/rss"] = make_reply(make_feed([(f"Tin {n}", f"{host.url}/{n}") for n in range(5)]))
    for number in range(5):
        text = f"<p>Nước sông lên nhanh trong đêm thứ {number}, nhiều nhà dân phải dọn đồ lên cao.</p>" * 9
        page = f"<article><h1>Tin {number}</h1>{text}</article>"
        host.answers[f"/{number}"] = make_reply(page, Content_Type="text/html; charset=utf-8")
    return host


async def kept(library: Library) -> list[str]:
    rows = await library.rows(await library.entry_ids(View(filter=Filter.OFFLINE)))
    return sorted(row.title for row in rows)


async def test_the_newest_of_a_source_are_kept_when_it_was_added(empty: Library, paper: Any) -> None:
    await empty.add(f"{paper.url}/rss")

    result = await empty.keep_added()

    assert (result.sources, result.articles, result.articles_failed) == (0, 3, 0)
    assert await kept(empty) == ["Tin 0", "Tin 1", "Tin 2"]
    assert paper.asked.count("/rss") == 1
    again = await empty.keep_added(5)
    assert (again.articles, await kept(empty)) == (0, ["Tin 0", "Tin 1", "Tin 2"])


async def test_texts_that_came_newest_first_leave_no_page_half_empty(
    empty: Library, host: Any, make_reply: Any, make_feed: Any, tmp_path: Path
) -> None:
    chance = Random(5)
    host.answers["/rss"] = make_reply(make_feed([(f"Tin {n}", f"{host.url}/{n}") for n in range(60)]))
    for number in range(60):
        text = "".join(f"<p>{' '.join(f'{chance.getrandbits(40):x}' for _ in range(40))}.</p>" for _ in range(8))
        page = f"<article><h1>Tin {number}</h1>{text}</article>"
        host.answers[f"/{number}"] = make_reply(page, Content_Type="text/html; charset=utf-8")
    await empty.add(f"{host.url}/rss")
    assert (await empty.keep_added(60)).articles == 60

    with closing(connect(tmp_path / "library.sqlite3", "ro")) as sql:
        lie = "select count(*), sum(unused), sum(pgsize) from dbstat where name = 'article'"
        try:
            pages, empty_bytes, all_bytes = sql.execute(lie).fetchone()
        except OperationalError:
            pytest.skip("this SQLite does not tell of its pages")
    assert pages > 15
    assert empty_bytes < 0.3 * all_bytes


async def test_as_many_are_kept_as_are_asked_for(empty: Library, paper: Any) -> None:
    await empty.add(f"{paper.url}/rss")
    assert (await empty.keep_added(0)).articles == 0
    await empty.add(f"{paper.url}/rss")
    assert (await empty.keep_added(5)).articles == 5


async def test_the_screens_next_refresh_of_what_is_due_keeps_those_of_a_source_that_is_not(
    empty: Library, paper: Any
) -> None:
    added = await empty.add(f"{paper.url}/rss")
    assert not added.source.is_due(utc_now())

    result = await empty.refresh(due_only=True)

    assert (result.sources, result.articles) == (0, 3)
    assert paper.asked.count("/rss") == 1


async def test_a_text_is_kept_on_demand(empty: Library, paper: Any, make_reply: Any) -> None:
    await empty.add(f"{paper.url}/rss")
    first, second, *_ = await empty.entry_ids(View())
    paper.answers["/1"] = make_reply(status=500)

    assert await empty.keep_text(first)
    assert not await empty.keep_text(second)
    assert await kept(empty) == ["Tin 0"]


async def test_what_could_not_be_had_when_it_was_starred_is_kept_by_the_next_refresh(
    empty: Library, paper: Any, make_reply: Any
) -> None:
    added = await empty.add(f"{paper.url}/rss")
    last = list(await empty.entry_ids(View()))[-1]
    page, paper.answers["/4"] = paper.answers["/4"], make_reply(status=503)
    await empty.star([last], True)
    assert not await empty.keep_text(last)
    paper.answers["/4"] = page

    result = await empty.refresh([added.source.id])

    assert result.articles == 4
    assert await kept(empty) == ["Tin 0", "Tin 1", "Tin 2", "Tin 4"]
    asked = len(paper.asked)
    assert (await empty.refresh([added.source.id])).articles == 0
    assert len(paper.asked) == asked + 1


async def test_articles_that_could_not_be_had_are_counted_as_such_and_never_as_kept(
    empty: Library, paper: Any, make_reply: Any
) -> None:
    paper.answers["/0"] = make_reply(status=404)
    paper.answers["/1"] = make_reply(b"", Content_Type="text/html")
    added = await empty.add(f"{paper.url}/rss")
    done: list[tuple[int, int]] = []

    result = await empty.refresh(
        [added.source.id], progress=lambda at: done.append((at.articles_done, at.articles_total))
    )

    assert (result.articles, result.articles_failed, result.failed) == (1, 2, ())
    assert done[-1] == (3, 3)
    rows = await empty.rows(await empty.entry_ids(View()))
    assert [row.cached for row in rows].count(Cached.FULL) == result.articles


async def test_a_source_that_failed_is_left_alone_for_about_an_hour(
    empty: Library, paper: Any, make_reply: Any, make_feed: Callable[..., str]
) -> None:
    added = await empty.add(f"{paper.url}/rss")
    await empty.keep_added(0)
    feed, paper.answers["/rss"] = paper.answers["/rss"], make_reply(status=500)
    await empty.refresh([added.source.id])
    paper.answers["/rss"] = feed
    asked = len(paper.asked)

    failed = await empty.source(added.source.id)
    assert failed.error is not None
    assert not failed.is_due(utc_now() + timedelta(minutes=47))
    assert failed.is_due(utc_now() + timedelta(minutes=73))
    assert (await empty.refresh(due_only=True)).sources == 0
    assert len(paper.asked) == asked
    # Who asks for it by hand gets it.
    assert (await empty.refresh([added.source.id])).failed == ()
