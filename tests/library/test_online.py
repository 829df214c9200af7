"""Adding, refreshing and reading, against the embedded site on a real socket."""

import asyncio
from pathlib import Path

import pytest

from tuinews.demo.edition import edition
from tuinews.demo.site import DemoSite
from tuinews.errors import ExtractError, FetchError, NotFoundError
from tuinews.library.library import Library
from tuinews.model.entry_row import Cached
from tuinews.model.refresh import RefreshProgress
from tuinews.model.source import NewSource, SourceKind
from tuinews.model.view import Filter, View
from tuinews.subscriptions.reading import parse_source_list

ARTICLES = len(edition())


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("rss.xml", SourceKind.FEED),
        ("atom.xml", SourceKind.FEED),
        ("feed.json", SourceKind.FEED),
        ("tin-moi/", SourceKind.LISTING),
        ("sitemap-news.xml", SourceKind.SITEMAP),
    ],
)
async def test_every_kind_of_address_is_a_source(
    empty: Library, site: DemoSite, place: str, kind: SourceKind
) -> None:
    added = await empty.add(site.url + place)
    assert added.source.kind is kind
    assert added.entries == added.source.total == ARTICLES
    titles = {row.title for row in await empty.rows(await empty.entry_ids(View()))}
    assert titles == {guide.article.title for guide in edition()}


async def test_a_front_page_gives_its_feed_and_names_the_others(empty: Library, site: DemoSite) -> None:
    added = await empty.add(site.url)
    assert added.source.kind is SourceKind.FEED
    assert {other.kind for other in added.others} == {SourceKind.FEED, SourceKind.LISTING}


async def test_the_kind_that_is_asked_for_is_taken(empty: Library, site: DemoSite) -> None:
    added = await empty.add(site.url, kind=SourceKind.LISTING, title="Trang nhất", folder="Thử")
    assert (added.source.kind, added.source.title, added.source.folder) == (
        SourceKind.LISTING,
        "Trang nhất",
        "Thử",
    )
    with pytest.raises(ExtractError, match="this is a feed, not a listing"):
        await empty.add(site.url + "rss.xml", kind=SourceKind.LISTING)


async def test_a_page_without_a_list_says_so(empty: Library, site: DemoSite) -> None:
    with pytest.raises(ExtractError, match=r"no (clear )?list of articles"):
        await empty.add(site.url + "phim/ban-tin.html", kind=SourceKind.LISTING)
    assert await empty.sources() == []


async def test_a_word_is_no_address(empty: Library) -> None:
    with pytest.raises(ExtractError, match="this is not a web address"):
        await empty.add("tin tức")


async def test_one_site_as_feed_and_page_gives_each_article_once(empty: Library, site: DemoSite) -> None:
    await empty.add(site.url + "rss.xml")
    await empty.add(site.url + "tin-moi/")
    assert len(await empty.entry_ids(View())) == ARTICLES


async def test_a_refresh_keeps_the_newest_articles_and_then_asks_for_none(empty: Library, site: DemoSite) -> None:
    await empty.add(site.url + "rss.xml")
    result = await empty.refresh(articles=3)
    assert (result.sources, result.articles, result.failed) == (1, 3, ())
    assert len(await empty.entry_ids(View(filter=Filter.OFFLINE))) == 3
    again = await empty.refresh(articles=3)
    assert (again.articles, again.not_modified, again.new_entries) == (0, 1, 0)


async def test_a_refresh_tells_how_far_it_is(empty: Library, site: DemoSite) -> None:
    await empty.add(site.url + "rss.xml")
    told: list[RefreshProgress] = []
    await empty.refresh(articles=2, progress=told.append)
    assert (told[0].done, told[0].total) == (0, 1)
    assert (told[-1].done, told[-1].articles_done, told[-1].articles_total) == (1, 2, 2)


async def test_what_is_due_is_refreshed_and_nothing_else(empty: Library, site: DemoSite) -> None:
    await empty.add(site.url + "rss.xml")
    result = await empty.refresh(due_only=True)
    assert result.sources == 0


async def test_one_dead_source_does_not_hold_up_the_others(empty: Library, site: DemoSite) -> None:
    await empty.import_sources(parse_source_list(f"{site.url}gone.xml\n{site.url}rss.xml\n"))
    result = await empty.refresh(articles=0)
    assert [failure.url for failure in result.failed] == [f"{site.url}gone.xml"]
    assert "404" in result.failed[0].error
    assert result.new_entries == ARTICLES
    errors = {source.url: source.error for source in await empty.sources()}
    assert "404" in (errors[f"{site.url}gone.xml"] or "")
    assert errors[f"{site.url}rss.xml"] is None


async def test_an_imported_source_takes_its_own_name(empty: Library, site: DemoSite) -> None:
    await empty.import_sources(parse_source_list(f"{site.url}rss.xml\n"))
    await empty.refresh(articles=0)
    assert [source.title for source in await empty.sources()] == ["Bản tin tuinews"]


async def test_the_page_stands_in_for_a_feed_that_died(empty: Library, site: DemoSite) -> None:
    opml = (
        '<opml version="2.0"><body><outline type="rss" text="Bản tin" '
        f'xmlUrl="{site.url}dead.xml" htmlUrl="{site.url}tin-moi/"/></body></opml>'
    )
    await empty.import_sources(parse_source_list(opml))
    result = await empty.refresh(articles=0)
    assert result.new_entries == ARTICLES
    (source,) = await empty.sources()
    assert source.url == f"{site.url}dead.xml"
    assert "its page is shown instead" in (source.error or "")


async def test_an_article_is_fetched_once_and_then_never_again(empty: Library, site: DemoSite) -> None:
    await empty.add(site.url + "rss.xml")
    first = (await empty.entry_ids(View()))[0]
    kept = await empty.open_article(first)
    asked = len(site.requests)
    assert (await empty.open_article(first)).article == kept.article
    assert len(site.requests) == asked
    await empty.fetch_again(first)
    assert len(site.requests) == asked + 1


async def test_two_who_open_one_article_share_one_fetch(empty: Library, site: DemoSite) -> None:
    await empty.add(site.url + "rss.xml")
    first = (await empty.entry_ids(View()))[0]
    await asyncio.gather(empty.open_article(first), empty.open_article(first))
    path = next(guide.path for guide in edition(site.url) if guide.article == edition(site.url)[0].article)
    assert site.requests.count(f"GET {path}") == 1


async def test_moving_on_does_not_stop_what_was_begun(empty: Library, site: DemoSite) -> None:
    await empty.add(site.url + "rss.xml")
    first = (await empty.entry_ids(View()))[0]
    opening = asyncio.create_task(empty.open_article(first))
    while not any("huong-dan" in request for request in site.requests):
        await asyncio.sleep(0)
    opening.cancel()
    assert (await empty.open_article(first)).entry_id == first
    assert sum("huong-dan" in request for request in site.requests) == 1


async def test_without_a_network_kept_articles_open_and_others_say_why(empty: Library, site: DemoSite) -> None:
    await empty.add(site.url + "rss.xml")
    first, second = (await empty.entry_ids(View()))[:2]
    kept = await empty.open_article(first)
    site.close()
    assert (await empty.open_article(first)).article == kept.article
    with pytest.raises(FetchError, match="refused"):
        await empty.open_article(second)
    assert (await empty.preview(second)).title
    result = await empty.refresh()
    assert len(result.failed) == 1
    assert (await empty.open_article(first)).article == kept.article


async def test_a_failed_fetch_again_keeps_what_was_kept(empty: Library, site: DemoSite) -> None:
    await empty.add(site.url + "rss.xml")
    first = (await empty.entry_ids(View()))[0]
    kept = await empty.open_article(first)
    site.close()
    with pytest.raises(FetchError):
        await empty.fetch_again(first)
    assert (await empty.article(first) or kept).article == kept.article
    assert (await empty.rows([first]))[0].cached is Cached.TEXT


async def test_any_address_can_be_read_and_is_kept(empty: Library, site: DemoSite) -> None:
    url = edition(site.url)[0].article.url or ""
    kept = await empty.read_address(url)
    site.close()
    assert (await empty.read_address(url)).article == kept.article
    assert (await empty.source("tuinews:pages")).kind is SourceKind.PAGES
    assert (await empty.refresh()).sources == 0


async def test_a_file_can_be_read_and_is_kept(empty: Library, tmp_path: Path) -> None:
    page = tmp_path / "trang.html"
    body = "<p>" + "Một đoạn văn đủ dài để là một bài báo, với vài câu. " * 8 + "</p>"
    page.write_text(f"<h1>Bài trong tệp</h1>{body * 3}", "utf-8")
    kept = await empty.read_file(page)
    assert kept.article.title == "Bài trong tệp"
    assert (await empty.article(kept.entry_id)) is not None
    with pytest.raises(ExtractError, match="No such file"):
        await empty.read_file(tmp_path / "none.html")


async def test_the_guide_needs_no_network(empty: Library) -> None:
    articles = [guide.article for guide in edition("http://127.0.0.1:1/")]
    where = NewSource(SourceKind.PAGES, "tuinews:guide", "Guide")
    source = await empty.keep_edition(where, articles)
    assert source.total == ARTICLES
    ids = await empty.entry_ids(View(source_id=source.id))
    assert {(await empty.open_article(one)).article.title for one in ids} == {a.title for a in articles}
    assert (await empty.keep_edition(where, articles)).total == ARTICLES


async def test_an_unknown_article_is_named(empty: Library) -> None:
    with pytest.raises(NotFoundError, match="it is not in the library"):
        await empty.open_article(12345)


async def test_what_is_exported_can_be_imported(empty: Library, site: DemoSite) -> None:
    await empty.add(site.url + "rss.xml", folder="Thử/Sâu")
    exported = await empty.export_opml()
    listed = parse_source_list(exported)
    assert [(one.url, one.folder) for one in listed.sources] == [(site.url + "rss.xml", "Thử/Sâu")]
    again = await empty.import_sources(listed)
    assert (again.added, again.known) == ((), (site.url + "rss.xml",))


async def test_what_was_typed_is_remembered_for_the_address_policy(empty: Library, site: DemoSite) -> None:
    added = await empty.add(site.url)
    assert (added.source.url, added.source.typed_url) == (site.url + "rss.xml", site.url)


async def test_the_sitemap_that_robots_names_is_found(empty: Library, site: DemoSite) -> None:
    added = await empty.add(site.url + "phim/ban-tin.html", kind=SourceKind.SITEMAP)
    assert (added.source.kind, added.source.url) == (SourceKind.SITEMAP, site.url + "sitemap-news.xml")
    assert added.entries == ARTICLES
