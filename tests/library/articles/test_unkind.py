"""A world that means no good: pages that break the extractors, keys pressed twice, sources with secrets."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tuinews.errors import ExtractError, FetchError, StoreError
from tuinews.library.extraction import Backlog, Extraction
from tuinews.library.library import Library
from tuinews.model.source import SourceKind
from tuinews.model.view import Filter, View
from tuinews.settings import Settings
from tuinews.web.fetcher import Fetcher
from tuinews.web.page_request import PageRequest


async def test_whatever_breaks_an_extractor_is_an_error_of_that_page() -> None:
    extraction = Extraction(Fetcher())
    with pytest.raises(ExtractError, match=r"it cannot be read \(ZeroDivisionError\)"):
        await extraction.extract(divmod, 1, 0)
    await extraction.close()


async def test_nothing_more_is_asked_for_while_pages_wait_to_be_read(host: Any, make_reply: Any) -> None:
    for number in range(20):
        host.answers[f"/{number}"] = make_reply("page")
    backlog = Backlog(most=3)
    fetcher = Fetcher(room=backlog.room)
    with backlog.waiting(), backlog.waiting():
        await fetcher.fetch(PageRequest(f"{host.url}/0", trusted=host.url))
        with backlog.waiting():
            more = asyncio.create_task(fetcher.fetch(PageRequest(f"{host.url}/1", trusted=host.url)))
            done, _ = await asyncio.wait([more], timeout=0.05)
            assert not done
            assert host.asked == ["/0"]
        await more
    assert host.asked == ["/0", "/1"]
    await fetcher.close()


async def test_links_of_a_feed_never_lead_elsewhere_in_the_private_network(
    empty: Library, start_host: Callable[[], Any], make_feed: Any, make_reply: Any
) -> None:
    typed, other = start_host(), start_host()
    links = [f"{other.url}/secret", f"{typed.url}/over", "http://169.254.169.254/latest", "file:///etc/passwd"]
    typed.answers["/rss"] = make_reply(make_feed([(f"Tin {n}", link) for n, link in enumerate(links)]))
    typed.answers["/over"] = make_reply(status=302, Location=f"{other.url}/secret")
    other.answers["/secret"] = make_reply("<p>secret</p>")
    await empty.add(f"{typed.url}/rss")
    result = await empty.refresh(articles=10)
    assert (result.failed, other.asked) == ((), [])
    assert "/over" in typed.asked
    for entry_id in await empty.entry_ids(View()):
        row = await empty.entry(entry_id)
        if row.url:
            with pytest.raises(FetchError):
                await empty.open_article(entry_id)


async def test_the_other_articles_of_a_refresh_are_kept_when_one_is_no_page(
    empty: Library, host: Any, make_feed: Any, make_reply: Any
) -> None:
    text = "<html><body><article><h1>Tin</h1>" + "<p>Một câu đủ dài để là một đoạn văn của bài.</p>" * 9
    kinds = {
        "picture": make_reply(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 99, Content_Type="image/png"),
        "paper": make_reply(b"%PDF-1.7\n" + bytes(range(256)) * 99, Content_Type="application/pdf"),
        "bytes": make_reply(bytes(range(256)) * 99, Content_Type="application/octet-stream"),
        "nothing": make_reply(b"", Content_Type="text/html"),
        "good": make_reply(text, Content_Type="text/html; charset=utf-8"),
    }
    host.answers |= {f"/{name}": answer for name, answer in kinds.items()}
    host.answers["/rss"] = make_reply(make_feed([(name, f"{host.url}/{name}") for name in kinds]))
    await empty.add(f"{host.url}/rss")
    result = await empty.refresh(articles=10)
    rows = await empty.rows(await empty.entry_ids(View(filter=Filter.OFFLINE)))
    assert [row.title for row in rows] == ["good"]
    assert result.articles == 1


async def test_a_page_read_by_its_own_address_can_be_fetched_again(
    empty: Library, host: Any, make_reply: Any
) -> None:
    text = "<html><body><article><h1>Tin</h1>" + "<p>Một câu đủ dài để là một đoạn văn của bài.</p>" * 9
    host.answers["/tin"] = make_reply(text, Content_Type="text/html; charset=utf-8")
    kept = await empty.read_address(f"{host.url}/tin")
    again = await empty.fetch_again(kept.entry_id)
    assert again.article.text == kept.article.text
    assert host.asked == ["/tin", "/tin"]


async def test_errors_and_names_show_no_password_and_no_key(
    empty: Library, host: Any, make_reply: Any, make_feed: Any
) -> None:
    secret = host.url.replace("http://", "http://me:sesame@")
    host.answers["/rss?token=sesame"] = make_reply(make_feed([("Tin", f"{host.url}/1")], title=""))
    host.answers["/empty?token=sesame"] = make_reply("")
    for typed in (f"{secret}/empty?token=sesame", "me:sesame@host.example/x?key=sesame", "ftp://me:sesame@h/"):
        with pytest.raises((ExtractError, FetchError)) as caught:
            await empty.add(typed)
        assert "sesame" not in str(caught.value)
    added = await empty.add(f"{secret}/rss?token=sesame", kind=SourceKind.FEED)
    assert "sesame" in added.source.url
    assert "sesame" not in added.source.title
    titles = [line for line in (await empty.export_opml()).splitlines() if "title=" in line]
    assert "sesame" not in titles[0].split("xmlUrl")[0]


async def test_a_library_that_is_closed_in_the_middle_of_a_refresh_ends_it_in_order(
    empty: Library, tmp_path: Path, host: Any, make_feed: Any, make_reply: Any
) -> None:
    links = [(f"Tin {n}", f"{host.url}/{n}") for n in range(5)]
    for number in range(4):
        host.answers[f"/rss{number}"] = make_reply(make_feed(links))
        await empty.add(f"{host.url}/rss{number}")
    host.asked.clear()
    host.open.clear()
    refreshing = asyncio.create_task(empty.refresh())
    while not host.asked:
        await asyncio.sleep(0)
    await empty.close()
    host.open.set()
    result = await refreshing
    assert len(result.failed) == 4
    with pytest.raises(StoreError, match="it is closed"):
        await empty.sources()
    again = await Library.open(tmp_path, Settings())
    assert [source.error for source in await again.sources()] == [None] * 4
    await again.close()
