"""Which addresses are one source: a listing is kept for the address that it came from, and nothing is poured."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tuinews.catalogue import catalogue
from tuinews.library.library import Library
from tuinews.model.source import SourceKind
from tuinews.model.view import View
from tuinews.subscriptions.reading import parse_source_list

SPELLINGS = Path(__file__).with_name("same_address_three_spellings.txt")


@pytest.mark.parametrize(("code", "folder"), [("en", "World"), ("vi", "Thế giới")])
async def test_a_folder_of_the_catalogue_has_a_name_of_ones_own_language(
    empty: Library, speak: Callable[[str], str], code: str, folder: str
) -> None:
    speak(code)
    chosen = next(one for one in catalogue() if one.topic == "world")
    added = await empty.add_catalogue([chosen])
    assert [source.folder for source in added] == [folder]


def _page(count: int, more: str = "") -> str:
    rows = "".join(
        f'<article><h2><a href="/tin/{n}.html">Một tin dài vừa đủ của trang nhất số {n}</a></h2>'
        f"<p>Tóm tắt của tin số {n}, viết thành một câu.</p></article>"
        for n in range(count)
    )
    return f"<html><head><title>Báo thử</title>{more}</head><body><main>{rows}</main></body></html>"


def _entries(word: str, count: int) -> list[tuple[str, str]]:
    return [(f"{word} {n}", f"https://tin.example/{word}/{n}") for n in range(count)]


async def _kept(library: Library) -> list[tuple[str, str, int]]:
    return sorted((s.url, s.kind.value, s.total) for s in await library.sources())


async def test_a_page_and_the_feed_at_its_parameter_are_two_sources(
    empty: Library, host: Any, make_reply: Any, make_feed: Any
) -> None:
    host.answers["/"] = make_reply(_page(12), content_type="text/html", etag='"page"')
    host.answers["/?rss=1"] = make_reply(make_feed(_entries("a", 5)), etag='"feed"')
    page = await empty.add(f"{host.url}/", kind=SourceKind.LISTING)
    feed = await empty.add(f"{host.url}/?rss=1")
    assert not feed.known
    assert await _kept(empty) == [(f"{host.url}/", "listing", 12), (f"{host.url}/?rss=1", "feed", 5)]
    assert (await empty.source(page.source.id)).etag == '"page"'
    assert feed.source.etag == '"feed"'


async def test_a_page_that_announces_the_feed_at_its_parameter_names_both(
    empty: Library, host: Any, make_reply: Any, make_feed: Any
) -> None:
    link = '<link rel="alternate" type="application/rss+xml" href="/?rss=1">'
    host.answers["/"] = make_reply(_page(12, link), content_type="text/html")
    host.answers["/?rss=1"] = make_reply(make_feed(_entries("a", 5)))
    added = await empty.add(f"{host.url}/")
    assert (added.source.url, [other.url for other in added.others]) == (f"{host.url}/?rss=1", [f"{host.url}/"])
    again = await empty.add(f"{host.url}/")
    assert (again.known, again.source.id) == (True, added.source.id)
    assert await _kept(empty) == [(f"{host.url}/?rss=1", "feed", 5)]


async def test_another_spelling_is_read_at_the_address_of_the_known_source(
    empty: Library, host: Any, make_reply: Any, make_feed: Any
) -> None:
    host.answers["/feed"] = make_reply(make_feed(_entries("a", 3)), etag='"a"')
    host.answers["/feed/"] = make_reply(make_feed(_entries("b", 4)), etag='"b"')
    await empty.add(f"{host.url}/feed")
    assert host.asked.count("/feed") == 1
    host.answers["/feed/?utm_source=x"] = host.answers["/feed/"]
    again = await empty.add(f"{host.url}/feed/?utm_source=x")
    assert again.known
    assert await _kept(empty) == [(f"{host.url}/feed", "feed", 3)]
    assert (await empty.sources())[0].etag == '"a"'
    assert host.asked.count("/feed") == 2


async def test_a_source_whose_own_spelling_died_moves_to_the_one_that_answers(
    empty: Library, host: Any, make_reply: Any, make_feed: Any
) -> None:
    host.answers["/feed"] = make_reply(make_feed(_entries("a", 3)))
    before = (await empty.add(f"{host.url}/feed")).source
    host.answers["/feed"] = make_reply(status=404)
    host.answers["/feed/"] = make_reply(make_feed(_entries("b", 4)))
    again = (await empty.add(f"{host.url}/feed/")).source
    assert (again.id, again.url, again.error) == (before.id, f"{host.url}/feed/", None)
    assert len(await empty.entry_ids(View())) == 7


async def test_an_address_that_moved_for_good_to_a_known_source_is_that_source(
    empty: Library, host: Any, make_reply: Any, make_feed: Any
) -> None:
    host.answers["/new"] = make_reply(make_feed(_entries("a", 3)), etag='"new"')
    host.answers["/old"] = make_reply(status=301, location="/new")
    host.answers["/today"] = make_reply(status=302, location="/new")
    new = await empty.add(f"{host.url}/new")
    old = await empty.add(f"{host.url}/old")
    assert (old.known, old.source.id) == (True, new.source.id)
    today = await empty.add(f"{host.url}/today")
    assert not today.known
    assert [url for url, _, _ in await _kept(empty)] == [f"{host.url}/new", f"{host.url}/today"]


async def test_a_source_that_moves_to_a_known_one_stays_and_both_keep_their_articles(
    empty: Library, host: Any, make_reply: Any, make_feed: Any
) -> None:
    host.answers["/old"] = make_reply(make_feed(_entries("a", 2)))
    host.answers["/new/"] = make_reply(make_feed(_entries("b", 3)))
    old, new = [await empty.add(f"{host.url}/{place}") for place in ("old", "new/")]
    host.answers["/old"] = make_reply(status=301, location="/new")
    host.answers["/new"] = host.answers["/new/"]
    for _ in range(3):
        assert (await empty.refresh(articles=0)).failed == ()
    assert await _kept(empty) == [(f"{host.url}/new/", "feed", 3), (f"{host.url}/old", "feed", 5)]
    assert (await empty.source(f"{host.url}/new")).id == new.source.id
    assert (await empty.source(f"{host.url}/old")).id == old.source.id


async def test_a_dead_feed_whose_page_is_a_source_of_its_own_says_so_and_keeps_its_articles(
    empty: Library, host: Any, make_reply: Any, make_feed: Any
) -> None:
    more = f"<link>{host.url}/</link>"
    host.answers["/rss"] = make_reply(make_feed(_entries("a", 2), more=more))
    host.answers["/"] = make_reply(_page(12), content_type="text/html")
    feed = await empty.add(f"{host.url}/rss")
    await empty.add(f"{host.url}/", kind=SourceKind.LISTING)
    host.answers["/rss"] = make_reply(status=410)
    [failure] = (await empty.refresh(articles=0)).failed
    assert (failure.source_id, "410" in failure.error) == (feed.source.id, True)
    assert await _kept(empty) == [(f"{host.url}/", "listing", 12), (f"{host.url}/rss", "feed", 2)]
    assert (await empty.source(feed.source.id)).gone


async def test_an_import_counts_the_spellings_of_one_address_once(empty: Library) -> None:
    sources = parse_source_list(SPELLINGS.read_text("utf-8"))
    for added, known in ((1, 2), (0, 3)):
        dry = await empty.preview_import(sources)
        done = await empty.import_sources(sources)
        assert (len(done.added), len(done.known)) == (added, known)
        assert dry == done
    [source] = await empty.sources()
    assert source.url == "http://blog.example/feed"


@pytest.mark.parametrize(
    "name",
    ["blog.example/feed", "HTTPS://Blog.Example./feed/", "http://www.blog.example:80/feed?utm_medium=x#top"],
)
async def test_a_source_is_named_by_any_spelling_of_its_address(empty: Library, name: str) -> None:
    sources = parse_source_list(SPELLINGS.read_text("utf-8"))
    await empty.import_sources(sources)
    await empty.remove_sources([(await empty.source(name)).id])
    assert await empty.sources() == []
    done = await empty.import_sources(sources)
    assert (len(done.added), len(done.known)) == (1, 2)


async def test_pages_of_one_host_that_differ_in_a_parameter_are_imported_apart(empty: Library) -> None:
    lines = [f"https://m.a.example/tin?{query}" for query in ("partner=x", "feature=y", "rss", "cmp=1")]
    done = await empty.import_sources(parse_source_list("\n".join([*lines, "https://a.example/tin"])))
    assert (len(done.added), len(done.known)) == (5, 0)


async def test_two_sources_of_one_name_are_told_apart(
    empty: Library, host: Any, make_reply: Any, make_feed: Any
) -> None:
    for place in ("a", "b", "c"):
        host.answers[f"/{place}"] = make_reply(make_feed(_entries(place, 2), title="Báo Xa"))
    names = [(await empty.add(f"{host.url}/{place}")).source.title for place in ("a", "b", "c")]
    assert names == ["Báo Xa", "Báo Xa (feed)", f"Báo Xa ({host.url[7:]}/c)"]
    again = await empty.add(f"{host.url}/a")
    assert (again.known, again.source.title) == (True, "Báo Xa")


async def test_what_was_imported_without_a_name_gets_one_at_its_first_refresh(
    empty: Library, host: Any, make_reply: Any, make_feed: Any
) -> None:
    host.answers["/rss"] = make_reply(make_feed(_entries("a", 2), title="Báo Xa RSS Feed"))
    host.answers["/named"] = make_reply(make_feed(_entries("b", 2), title="Báo Gần RSS Feed"))
    await empty.import_sources(parse_source_list(f'{host.url}/rss\n{host.url}/named "~Của tôi"\n'))
    assert (await empty.refresh(articles=0)).failed == ()
    assert sorted(source.title for source in await empty.sources()) == ["Báo Xa", "Của tôi"]
