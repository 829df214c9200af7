"""A wall is no article: nothing of it is kept, the feed's words stay, and it is said which kind it is."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from tuinews.errors import FetchError, WallError
from tuinews.library.library import Library
from tuinews.model.entry_row import Cached
from tuinews.model.page import Wall
from tuinews.model.view import Filter, View
from tuinews.settings import Settings

HTML = {"Content_Type": "text/html; charset=utf-8"}
WALL = (
    "<html><head><title>Just a moment...</title></head><body><h1>news.example</h1>"
    "<h2>Verifying you are human. This may take a few seconds.</h2></body></html>"
)
SHORT = "<p>The council voted on Friday. It was late, and the hall was full.</p>" * 3
WHOLE = "<p>The council voted on Friday. It was late, and the hall was full.</p>" * 10


@pytest.fixture
async def library(tmp_path: Path) -> AsyncIterator[Library]:
    """An empty library that keeps what a refresh brings."""
    opened = await Library.open(tmp_path, Settings(articles_per_source=9))
    yield opened
    await opened.close()


def feed(host: Any, *items: tuple[str, str]) -> str:
    listed = "".join(
        f"<item><title>{title}</title><link>{host.url}/{n}</link><guid>{n}</guid>"
        f"<content:encoded><![CDATA[{content}]]></content:encoded></item>"
        for n, (title, content) in enumerate(items)
    )
    return (
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>News</title>{listed}</channel></rss>"
    )


async def rows_by_title(library: Library) -> dict[str, Any]:
    return {row.title: row for row in await library.rows(list(await library.entry_ids(View())))}


async def test_nothing_of_a_wall_is_kept_and_the_feeds_words_are_shown(
    library: Library, host: Any, make_reply: Any
) -> None:
    host.answers["/rss"] = make_reply(feed(host, ("The council votes on the river plan", SHORT)))
    host.answers["/0"] = make_reply(WALL, **HTML)
    await library.add(f"{host.url}/rss")
    result = await library.refresh()
    assert (result.articles, result.articles_failed) == (0, 1)
    [row] = (await rows_by_title(library)).values()
    assert row.cached is Cached.NONE
    with pytest.raises(WallError) as caught:
        await library.open_article(row.id)
    assert caught.value.wall is Wall.ROBOTS
    assert (await library.preview(row.id)).text.startswith("The council voted on Friday")
    assert not list(await library.entry_ids(View(query="verifying")))

    host.answers["/0"] = make_reply(f"<article><h1>The council votes</h1>{WHOLE}</article>", **HTML)
    kept = await library.open_article(row.id)
    assert kept.article.text.count("voted on Friday") == 10


async def test_one_text_under_the_right_titles_of_several_articles_is_none_of_them(
    library: Library, host: Any, make_reply: Any
) -> None:
    titles = ["The council votes on the river plan", "Bridge of the north closed again"]
    host.answers["/rss"] = make_reply(feed(host, *((title, "") for title in titles)))
    for n, title in enumerate(titles):
        same = "<p>To read on you need the paper. It comes each morning, with the archive since 1910.</p>"
        host.answers[f"/{n}"] = make_reply(
            f"<html><title>{title}</title><article><h1>{title}</h1>{same}</article></html>", **HTML
        )
    await library.add(f"{host.url}/rss")
    await library.refresh()
    assert [row.cached for row in (await rows_by_title(library)).values()] == [Cached.NONE, Cached.NONE]
    assert not list(await library.entry_ids(View(query="morning")))


@pytest.mark.parametrize("status", [401, 403, 404, 451, 500])
async def test_the_whole_text_of_a_feed_stays_where_its_page_is_refused_or_walled(
    library: Library, host: Any, make_reply: Any, status: int
) -> None:
    items = [("The council votes on the river plan", WHOLE), ("Bridge of the north closed again", WHOLE + SHORT)]
    host.answers["/rss"] = make_reply(feed(host, *items))
    host.answers["/0"] = make_reply(status=status)
    host.answers["/1"] = make_reply(WALL, **HTML)
    await library.add(f"{host.url}/rss")
    await library.refresh()
    found = await rows_by_title(library)
    assert Cached.NONE not in {row.cached for row in found.values()}
    assert len(await library.entry_ids(View(query="hall was full"))) == 2
    assert len(await library.entry_ids(View(filter=Filter.OFFLINE))) == 2
    refused = await library.open_article(found["The council votes on the river plan"].id)
    walled = await library.open_article(found["Bridge of the north closed again"].id)
    for kept, error in ((refused, FetchError), (walled, WallError)):
        assert kept.article.text.count("voted on Friday") >= 10
        assert isinstance(kept.page_error, error), "why its page is not here"


async def test_a_site_that_answers_every_address_with_the_same_words_is_walled(
    library: Library, host: Any, make_reply: Any
) -> None:
    host.answers["/rss"] = make_reply(feed(host, ("7.1", SHORT), ("7.2", SHORT), ("7.3", SHORT)))
    for number in range(3):
        host.answers[f"/{number}"] = make_reply(
            "<h1>Hello</h1><p>Everything is fine here, have a look around.</p>", **HTML
        )
    await library.add(f"{host.url}/rss")
    result = await library.refresh()
    assert result.articles_failed >= 2  # the first may be taken for an article until the second comes
    assert {row.cached for row in (await rows_by_title(library)).values()} == {Cached.NONE}


HOME = (
    "<html><head><title>Báo Phố</title></head><body><h1>Báo Phố</h1><article><h2>Chuyện khác ở bến cảng</h2>"
    + "<p>Sương mù dày đặc khiến tàu thuyền phải nằm bờ suốt cả buổi sáng và nhiều chuyến hàng bị hoãn lại.</p>"
    * 30
    + "</article></body></html>"
)


async def test_a_front_page_is_no_article_however_long_it_is(library: Library, host: Any, make_reply: Any) -> None:
    stories = (("Hội đồng thông qua kế hoạch sông", ""), ("Giá cá trích lại giảm mạnh", ""))
    host.answers["/rss"] = make_reply(feed(host, *stories))
    host.answers |= {"/0": make_reply(status=302, Location="/"), "/1": make_reply(status=404)}
    host.answers["/"] = make_reply(HOME, **HTML)
    await library.add(f"{host.url}/rss")
    await library.refresh()
    rows = await rows_by_title(library)
    assert {row.cached for row in rows.values()} == {Cached.NONE}
    with pytest.raises(WallError) as caught:
        await library.open_article(rows[stories[0][0]].id)
    assert caught.value.wall is Wall.GONE

    # Answered with it each time, and not sent there.
    host.answers |= {"/0": make_reply(HOME, **HTML), "/1": make_reply(HOME, **HTML)}
    await library.refresh()
    assert {row.cached for row in (await rows_by_title(library)).values()} == {Cached.NONE}


PORTAL = (
    "<html><title>Portal</title><h1>Sign on to the network</h1>"
    "<p>To use the internet here, accept the terms of the guest network and press the button below.</p></html>"
)


@pytest.mark.parametrize("titles", [("7.1", "7.2"), ("The council votes on the river plan", "7.2")])
async def test_a_network_that_answers_for_several_sites_is_no_article_of_either(
    library: Library, start_host: Any, make_reply: Any, titles: tuple[str, str]
) -> None:
    for title in titles:
        host = start_host()
        host.answers |= {"/rss": make_reply(feed(host, (title, ""))), "/0": make_reply(PORTAL, **HTML)}
        await library.add(f"{host.url}/rss")
    await library.refresh()
    assert [row.cached for row in (await rows_by_title(library)).values()] == [Cached.NONE, Cached.NONE]
    assert not list(await library.entry_ids(View(query="guest")))


async def test_a_title_of_one_word_is_missed_too_where_the_listing_says_enough(
    library: Library, host: Any, make_reply: Any
) -> None:
    host.answers["/rss"] = make_reply(feed(host, ("Fog", SHORT), ("Rain", SHORT)))
    host.answers["/0"] = make_reply(PORTAL, **HTML)
    host.answers["/1"] = make_reply("<title>Rain</title><p>Some of it fell at the coast, more inland.</p>", **HTML)
    await library.add(f"{host.url}/rss")
    await library.refresh()
    kept = {title: row.cached for title, row in (await rows_by_title(library)).items()}
    assert (kept["Fog"], kept["Rain"] is Cached.NONE) == (Cached.NONE, False)
