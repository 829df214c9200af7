"""What is at an address: feeds that are meant, forgotten, moved or huge, and sitemaps of every shape."""

import gzip
import json
from collections.abc import Callable
from typing import Any

import pytest

from tuinews.errors import ExtractError, FetchError
from tuinews.library.library import Library
from tuinews.model.source import SourceKind
from tuinews.model.view import View

Make = Callable[..., Any]


def dated_feed(host: Any, count: int, year: int = 2026) -> str:
    items = "".join(
        f"<item><title>News {n}</title><link>{host.url}/n/{n}</link>"
        f"<pubDate>{n + 1} Mar {year} 10:00 GMT</pubDate></item>"
        for n in range(count)
    )
    return f"<rss><channel><title>Town</title><link>{host.url}/</link>{items}</channel></rss>"


def page_of_news(host: Any, head: str = "", year: int = 2026) -> str:
    articles = "".join(
        f"<article><h2><a href='/n/{n}'>The council votes on plan number {n}</a></h2>"
        f"<time datetime='{year}-03-{n + 1:02}'>{n + 1} March {year}</time><p>Some words of it.</p></article>"
        for n in range(8)
    )
    return f"<html><head><title>Town</title>{head}</head><body><main>{articles}</main></body></html>"


def sitemap(host: Any, count: int, day: int = 1) -> str:
    pages = "".join(
        f"<url><loc>{host.url}/2026/a-story-of-the-town-{day}-{n}</loc><lastmod>2026-03-{day:02}</lastmod></url>"
        for n in range(count)
    )
    return f"<urlset>{pages}</urlset>"


def index(host: Any, *parts: str) -> str:
    named = "".join(
        f"<sitemap><loc>{host.url}/{part}</loc><lastmod>2026-03-{n + 1:02}</lastmod></sitemap>"
        for n, part in enumerate(parts)
    )
    return f"<sitemapindex>{named}</sitemapindex>"


async def titles(library: Library) -> set[str]:
    return {row.title for row in await library.rows(await library.entry_ids(View()))}


async def test_a_server_that_negotiates_gives_the_feed_where_one_is_meant(
    empty: Library, host: Any, make_reply: Make
) -> None:
    def answer(headers: Any) -> Any:
        first = headers["accept"].split(",")[0].strip()
        return make_reply(page_of_news(host) if "html" in first else dated_feed(host, 2))

    host.answers |= {"/feed": answer, "/news": answer}
    added = await empty.add(f"{host.url}/feed")
    asked = await empty.add(f"{host.url}/news", kind=SourceKind.FEED)
    result = await empty.refresh(articles=0)

    assert (added.source.kind, added.entries) == (SourceKind.FEED, 2)
    assert (asked.source.kind, asked.entries) == (SourceKind.FEED, 2)
    assert not result.failed


async def test_a_feed_in_the_link_header_is_found(empty: Library, host: Any, make_reply: Make) -> None:
    link = '</w>; rel="alternate"; type="application/rss+xml"'
    host.answers |= {"/": make_reply("<html><p>Hello", Link=link), "/w": make_reply(dated_feed(host, 2))}
    added = await empty.add(f"{host.url}/")
    assert (added.source.url, added.entries) == (f"{host.url}/w", 2)


@pytest.mark.parametrize(("year", "kind"), [(2025, SourceKind.LISTING), (2026, SourceKind.FEED)])
async def test_a_feed_that_nobody_fills_loses_against_a_living_page(
    empty: Library, host: Any, make_reply: Make, year: int, kind: SourceKind
) -> None:
    head = '<link rel="alternate" type="application/rss+xml" href="/feed">'
    host.answers |= {"/": make_reply(page_of_news(host, head)), "/feed": make_reply(dated_feed(host, 3, year))}
    added = await empty.add(f"{host.url}/")
    assert added.source.kind is kind
    assert len(added.others) == 1


async def test_the_page_of_a_dead_feed_is_asked_for_its_new_one(
    empty: Library, host: Any, make_reply: Make
) -> None:
    host.answers["/feed"] = make_reply(dated_feed(host, 2))
    source = (await empty.add(f"{host.url}/feed")).source
    head = '<link rel="alternate" type="application/rss+xml" href="/index.xml">'
    host.answers |= {
        "/feed": make_reply("gone", 404),
        "/": make_reply(f"<html><head>{head}</head><p>Hello"),
        "/index.xml": make_reply(dated_feed(host, 3)),
    }
    result = await empty.refresh(articles=0)

    assert (result.failed, result.new_entries) == ((), 1)
    host.asked.clear()
    assert (await empty.refresh(articles=0)).failed == ()
    assert host.asked == ["/index.xml"]
    [now] = await empty.sources()
    assert (now.id, now.url, now.error) == (source.id, f"{host.url}/index.xml", None)


async def test_a_podcast_goes_where_it_says_and_a_wrong_word_is_tried_once(
    empty: Library, host: Any, make_reply: Make
) -> None:
    there = dated_feed(host, 2).replace("<channel>", "<channel><itunes:new-feed-url>{}</itunes:new-feed-url>")
    listed = "".join(f"<h2><a href='/tin-{n}.html'>The storm of night {n} went by</a></h2>" for n in range(9))
    host.answers |= {
        "/page": make_reply(f"<html><body><main>{listed}</main></body></html>", Content_Type="text/html"),
        "/empty": make_reply("<rss version='2.0'><channel><title>News</title></channel></rss>"),
        "/old": make_reply(dated_feed(host, 2)),
    }
    await empty.add(f"{host.url}/old")
    for wrong in ("/none", "/page", "/empty"):
        host.answers["/old"] = make_reply(there.format(f"{host.url}{wrong}"))
        for _ in range(2):
            await empty.refresh(articles=0)
        assert host.asked.count(wrong) == 1
        assert [source.url for source in await empty.sources()] == [f"{host.url}/old"]

    host.answers |= {
        "/old": make_reply(there.format(f"{host.url}/new")),
        "/new": make_reply(dated_feed(host, 3)),
    }
    result = await empty.refresh(articles=0)
    assert (result.failed, result.new_entries) == ((), 1)
    assert [source.url for source in await empty.sources()] == [f"{host.url}/new"]


async def test_a_feed_above_the_limit_gives_what_came_first(empty: Library, host: Any, make_reply: Make) -> None:
    # Long by an element that is not kept: 15 MB of texts in the library, and in its index, are no part of this.
    long = "<more>" + "word " * 4000 + "</more>"
    body = dated_feed(host, 900).replace("</link><pubDate>", f"</link>{long}<pubDate>")
    host.answers |= {
        "/feed": make_reply(body, Content_Type="text/xml"),
        "/page": make_reply("<html>" + "x" * 15_000_001),
    }
    added = await empty.add(f"{host.url}/feed")

    assert 700 < added.entries < 760
    assert "News 0" in await titles(empty)
    with pytest.raises(ExtractError, match="the response is larger than 15 MB"):
        await empty.add(f"{host.url}/page")


async def test_a_json_feed_above_the_limit_gives_what_came_first(
    empty: Library, host: Any, make_reply: Make
) -> None:
    # Long by a field that is not kept: 15 MB of texts in the library, and in its index, are no part of this.
    items = [
        {"id": str(n), "title": f"News {n}", "content_html": "word [,{}]", "_more": "word [,{}] " * 2000}
        for n in range(900)
    ]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "J", "items": items}
    host.answers["/feed"] = make_reply(json.dumps(feed), Content_Type="application/feed+json")
    added = await empty.add(f"{host.url}/feed")
    assert 600 < added.entries < 800
    assert "News 0" in await titles(empty)


@pytest.mark.parametrize("packed", [False, True])
async def test_an_index_of_sitemaps_is_followed_newest_first(
    empty: Library, host: Any, make_reply: Make, packed: bool
) -> None:
    def given(text: str) -> Any:
        body = gzip.compress(text.encode()) if packed else text
        return make_reply(body, Content_Type="application/x-gzip", ETag='"one"')

    host.answers |= {"/sitemap.xml": given(index(host, *(f"posts-{n}.xml" for n in range(6)), "page-sitemap.xml"))}
    host.answers |= {f"/posts-{n}.xml": given(sitemap(host, 5, n + 1)) for n in range(6)}
    added = await empty.add(f"{host.url}/sitemap.xml")

    assert (added.source.kind, added.source.url, added.entries) == (
        SourceKind.SITEMAP,
        f"{host.url}/sitemap.xml",
        15,
    )
    assert host.asked == ["/sitemap.xml", "/posts-5.xml", "/posts-4.xml", "/posts-3.xml"]
    host.answers["/posts-5.xml"] = given(sitemap(host, 6, 6))
    result = await empty.refresh(articles=0)
    assert (result.failed, result.new_entries) == ((), 1)
    assert all("if-none-match" not in headers for headers in host.headers)


async def test_an_index_of_indexes_is_followed_within_bounds(empty: Library, host: Any, make_reply: Make) -> None:
    host.answers["/sitemap.xml"] = make_reply(index(host, "news-index.xml", *(f"{n}.xml" for n in range(9))))
    host.answers["/news-index.xml"] = make_reply(index(host, "a.xml", "sitemap.xml"))
    host.answers["/a.xml"] = make_reply(sitemap(host, 5))
    added = await empty.add(f"{host.url}/sitemap.xml")
    assert (added.source.kind, added.entries) == (SourceKind.SITEMAP, 5)
    assert host.asked[:3] == ["/sitemap.xml", "/news-index.xml", "/a.xml"]
    assert len(host.asked) == 6


async def test_an_index_that_leads_to_nothing_says_so(empty: Library, host: Any, make_reply: Make) -> None:
    host.answers["/sitemap.xml"] = make_reply(index(host, "a.xml"))
    with pytest.raises(ExtractError, match="no articles are listed in the sitemaps"):
        await empty.add(f"{host.url}/sitemap.xml")


async def test_a_packed_sitemap_lies_at_the_usual_place(empty: Library, host: Any, make_reply: Make) -> None:
    host.answers["/page"] = make_reply("<html><p>Hello")
    host.answers["/sitemap.xml.gz"] = make_reply(
        gzip.compress(sitemap(host, 5).encode())[:-6], Content_Type="application/x-gzip"
    )
    added = await empty.add(f"{host.url}/page")
    assert (added.source.url, added.entries) == (f"{host.url}/sitemap.xml.gz", 5)


@pytest.mark.parametrize("robots", ["Sitemap: /maps/news.xml", None])
async def test_the_sitemap_is_named_by_a_path_or_lies_at_the_usual_place(
    empty: Library, host: Any, make_reply: Make, robots: str | None
) -> None:
    host.answers["/page"] = make_reply("<html><p>Hello")
    place = "/maps/news.xml" if robots else "/sitemap.xml"
    host.answers[place] = make_reply(sitemap(host, 5))
    if robots:
        host.answers["/robots.txt"] = make_reply(robots)
    added = await empty.add(f"{host.url}/page")
    assert (added.source.kind, added.source.url) == (SourceKind.SITEMAP, f"{host.url}{place}")


@pytest.mark.parametrize("status", [401, 403, 406])
async def test_the_feed_of_a_site_that_refuses_its_pages_is_found(
    empty: Library, host: Any, make_reply: Make, status: int
) -> None:
    host.answers |= {"/": make_reply(status=status), "/feed": make_reply(dated_feed(host, 2))}
    added = await empty.add(f"{host.url}/")
    assert (added.source.kind, added.source.url) == (SourceKind.FEED, f"{host.url}/feed")


async def test_a_site_that_refuses_and_has_no_feed_is_told_by_its_refusal(
    empty: Library, host: Any, make_reply: Make
) -> None:
    host.answers["/"] = make_reply(status=403)
    with pytest.raises(FetchError, match="403"):
        await empty.add(f"{host.url}/")
    host.asked.clear()
    host.answers["/tin"] = make_reply(status=403, Retry_After="60")
    with pytest.raises(FetchError, match="403"):
        await empty.add(f"{host.url}/tin")
    assert host.asked == ["/tin"], "who asks to wait is asked nothing more"


@pytest.mark.parametrize("link", ['<a href="/live.rss">News</a>', '<a href="itpc:{}/pod">Podcast</a>'])
async def test_a_feed_that_lives_is_found_behind_a_dead_one_that_is_announced(
    empty: Library, host: Any, make_reply: Make, link: str
) -> None:
    dead = '<link rel="alternate" type="application/rss+xml" href="/dead">'
    page = f"<html><head>{dead}</head><body>{link.format(host.url.removeprefix('http:'))}</body></html>"
    host.answers |= {"/": make_reply(page, Content_Type="text/html")}
    host.answers |= dict.fromkeys(("/live.rss", "/pod"), make_reply(dated_feed(host, 2)))
    added = await empty.add(f"{host.url}/")
    assert (added.source.kind, added.entries) == (SourceKind.FEED, 2)


async def test_an_outbox_that_only_says_where_it_begins_is_followed(
    empty: Library, host: Any, make_reply: Make
) -> None:
    first = f"{host.url}/outbox?page=true"
    outbox = {"type": "OrderedCollection", "totalItems": 1, "first": first}
    note = {"id": f"{host.url}/1", "content": "<p>Words of it</p>"}
    page = {"type": "OrderedCollectionPage", "orderedItems": [{"type": "Create", "object": note}]}
    for path, answer in (("/outbox", outbox), ("/outbox?page=true", page)):
        host.answers[path] = make_reply(json.dumps(answer), Content_Type="application/activity+json")
    added = await empty.add(f"{host.url}/outbox")
    assert (added.source.kind, added.entries) == (SourceKind.FEED, 1)
    assert (await empty.refresh(articles=0)).failed == ()


@pytest.mark.parametrize("given", [None, "My own"])
async def test_a_feed_that_renames_itself_has_its_new_name_unless_the_user_gave_one(
    empty: Library, host: Any, make_reply: Make, given: str | None
) -> None:
    names: list[str] = []
    feed = dated_feed(host, 2)
    for name in ("Harbour Mail", "Quay Post"):
        host.answers["/feed"] = make_reply(feed.replace("<title>Town", f"<title>{name}"))
        if not names:
            await empty.add(f"{host.url}/feed", title=given)
        await empty.refresh(articles=0)
        names += [source.title for source in await empty.sources()]
    assert names == ([given, given] if given else ["Harbour Mail", "Quay Post"])

    host.answers["/feed"] = make_reply(feed.replace("<title>Town</title>", "<title/>"))
    await empty.refresh(articles=0)
    [source] = await empty.sources()
    assert source.title == names[-1], "what it does not say any more changes nothing"
    await empty.rename_source(source.id, "By hand")
    host.answers["/feed"] = make_reply(feed)
    await empty.refresh(articles=0)
    assert [source.title for source in await empty.sources()] == ["By hand"]
