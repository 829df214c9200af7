"""Packing for a journey: what is read most, the newest first, for so many hours, and no further."""

from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from tuinews.library.library import Library
from tuinews.library.offline.trip_plan import TripPlan, share_of
from tuinews.model.entry_row import Cached
from tuinews.model.offline.packed import PackingEnd
from tuinews.model.refresh import FetchAhead
from tuinews.model.view import Counts, View
from tuinews.settings import Settings

PARAGRAPH = "Nước sông lên nhanh trong đêm, nhiều nhà dân phải dọn đồ lên cao, người già được đưa đi trước. "


@pytest.fixture
async def empty(tmp_path: Path) -> AsyncIterator[Library]:
    library = await Library.open(tmp_path, Settings(articles_per_source=0, pictures_kept="none"))
    yield library
    await library.close()


def picked(plan: TripPlan, minutes: float) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    while not plan.is_full and (one := plan.next()) is not None:
        plan.settle(*one, minutes)
        found.append(one)
    return found


def test_a_source_has_the_share_that_was_read_of_it() -> None:
    shares = {
        1: share_of(Counts(100, 40, 5, 0)),
        2: share_of(Counts(100, 85, 0, 0)),
        3: share_of(Counts(9, 9, 0, 0)),
    }
    plan = TripPlan(300, shares, {1: range(100, 200), 2: range(200, 300), 3: range(300, 400)})
    found = picked(plan, 3)
    sources = Counter(source for source, _ in found)
    assert len(found) == 100
    assert 4 <= sources[1] / sources[2] <= 6
    assert 0 < sources[3] <= 3
    assert [article for source, article in found if source == 1] == list(range(100, 100 + sources[1]))


def test_what_fails_leaves_its_minutes_and_what_two_list_is_taken_once() -> None:
    plan = TripPlan(10, {1: 1.0, 2: 1.0}, {1: [7, 8], 2: [7, 9]})
    first = plan.next()
    assert first is not None
    plan.settle(*first, None)
    assert sorted(article for _, article in picked(plan, 2)) == [8, 9]
    assert plan.next() is None
    assert not plan.is_full


@pytest.fixture
def papers(host: Any, make_reply: Any, make_feed: Any, make_picture: Any) -> Any:
    """Two feeds of twenty articles, each of some four minutes and with a picture."""
    picture = f'<figure><img src="{host.url}/a.png" width="60" height="40"></figure>'
    host.answers["/a.png"] = make_reply(make_picture("PNG", (9, 9, 9)))
    for paper in ("mot", "hai"):
        entries = [(f"{paper} {n}", f"{host.url}/{paper}/{n}") for n in range(20)]
        host.answers[f"/{paper}"] = make_reply(make_feed(entries))
        for n in range(20):
            body = f"<h1>{paper} {n}</h1>" + f"<p>{PARAGRAPH * 8}</p>" * 6 + picture
            host.answers[f"/{paper}/{n}"] = make_reply(
                f"<article>{body}</article>", Content_Type="text/html; charset=utf-8"
            )
    return host


async def test_a_journey_is_packed_and_said(empty: Library, papers: Any) -> None:
    for paper in ("mot", "hai"):
        await empty.add(f"{papers.url}/{paper}")
    mine = (await empty.source(f"{papers.url}/mot")).id
    await empty.mark_read(list(await empty.entry_ids(View(source_id=mine)))[15:], True)
    papers.answers["/mot/1"] = papers.answers["/none"] = papers.answers["/mot/19"]
    del papers.answers["/mot/0"]

    done = await empty.pack(30, FetchAhead(pictures=True))
    assert done.end is PackingEnd.FULL
    assert 30 <= done.minutes <= 60
    assert (done.fetched, done.failed) == (len(done.ids), 1)
    assert done.received > 0
    assert done.sources[0].source_id == mine
    assert sum(part.articles for part in done.sources) == len(done.ids)
    rows = await empty.rows(done.ids)
    assert {row.cached for row in rows} == {Cached.FULL}
    assert not any(row.read for row in rows)
    # The same again takes what is here already.
    again = await empty.pack(30, FetchAhead(pictures=True))
    assert (again.fetched, set(again.ids)) == (0, set(done.ids))


async def test_a_budget_ends_it_and_nothing_unread_is_an_end_too(empty: Library, papers: Any) -> None:
    await empty.add(f"{papers.url}/mot")
    page = len(papers.answers["/mot/1"].body)
    done = await empty.pack(6000, FetchAhead(budget=4 * page))
    assert done.end is PackingEnd.BUDGET
    assert len(done.ids) == done.fetched < 15
    again = await empty.pack(6000, FetchAhead(budget=0))
    assert (again.end, again.fetched, set(again.ids)) == (PackingEnd.BUDGET, 0, set(done.ids))
    done = await empty.pack(6000, FetchAhead())
    assert (done.end, len(done.ids)) == (PackingEnd.NOTHING_LEFT, 20)
