"""Sources that change under the reader: feeds that become pages, move, go for good, or ask to be left alone."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tuinews.library.library import Library
from tuinews.model.source import Source, SourceKind
from tuinews.model.view import View
from tuinews.settings import Settings

PAGE = "<html><head><title>Báo</title></head><body><main>{}</main></body></html>"
LIST = PAGE.format(
    "".join(
        f'<article><h2><a href="/tin-{n}-ve-mot-viec.html">Tin số {n} về một việc đã xảy ra hôm nay</a></h2>'
        f"<p>Tóm tắt của tin số {n}, dài vừa đủ để là một đoạn văn.</p></article>"
        for n in range(12)
    )
)
HTML = {"Content_Type": "text/html; charset=utf-8"}


async def _after_refresh(library: Library) -> Source:
    await library.refresh(articles=0)
    return (await library.sources())[0]


async def test_a_feed_that_becomes_a_page_keeps_its_entries_and_says_so(
    empty: Library, host: Any, make_feed: Any, make_reply: Any
) -> None:
    host.answers["/rss"] = make_reply(make_feed([("Tin", f"{host.url}/1")]))
    await empty.add(f"{host.url}/rss")
    host.answers["/rss"] = make_reply(PAGE.format("<p>Xin đăng nhập.</p>"), **HTML)
    source = await _after_refresh(empty)
    assert (source.kind, source.total) == (SourceKind.FEED, 1)
    assert "a web page has taken the place of the feed" in (source.error or "")
    host.answers["/rss"] = make_reply(make_feed([("Tin", f"{host.url}/1")]))
    assert (await _after_refresh(empty)).error is None


async def test_a_page_that_becomes_a_feed_is_a_feed_from_then_on(
    empty: Library, host: Any, make_feed: Any, make_reply: Any
) -> None:
    host.answers["/tin"] = make_reply(LIST, **HTML)
    added = await empty.add(f"{host.url}/tin")
    assert (added.source.kind, added.entries) == (SourceKind.LISTING, 12)
    host.answers["/tin"] = make_reply(make_feed([("Tin", f"{host.url}/1")]))
    source = await _after_refresh(empty)
    assert (source.kind, source.total, source.error) == (SourceKind.FEED, 13, None)


@pytest.mark.parametrize("kind", ["listing", "sitemap"])
async def test_a_page_on_which_no_list_is_left_is_an_error_of_that_source(
    empty: Library, host: Any, make_reply: Any, kind: str
) -> None:
    sitemap = (
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">'
        f"<url><loc>{host.url}/1</loc><news:news><news:title>Tin</news:title></news:news></url></urlset>"
    )
    host.answers["/tin"] = make_reply(LIST, **HTML) if kind == "listing" else make_reply(sitemap)
    added = await empty.add(f"{host.url}/tin")
    assert added.source.kind == kind
    host.answers["/tin"] = make_reply(PAGE.format("<p>Bạn có phải là người?</p>"), **HTML)
    source = await _after_refresh(empty)
    assert (source.kind, source.total) == (SourceKind(kind), added.entries)
    assert source.error


async def test_what_is_gone_for_good_is_never_asked_again(
    empty: Library, tmp_path: Path, host: Any, make_feed: Any, make_reply: Any
) -> None:
    host.answers["/rss"] = make_reply(make_feed([("Tin", f"{host.url}/1")]))
    await empty.add(f"{host.url}/rss")
    host.answers["/rss"] = make_reply(status=410)
    source = await _after_refresh(empty)
    assert source.gone
    assert "410" in (source.error or "")
    host.asked.clear()
    await empty.refresh()
    await empty.close()
    again = await Library.open(tmp_path, Settings())
    await again.refresh(articles=0)
    assert host.asked == []
    assert len(await again.entry_ids(View())) == 1
    await again.close()


async def test_the_page_of_a_feed_that_is_gone_for_good_takes_its_place(
    empty: Library, host: Any, make_feed: Any, make_reply: Any
) -> None:
    host.answers["/tin"] = make_reply(LIST, **HTML)
    host.answers["/rss"] = make_reply(make_feed([("Tin", f"{host.url}/1")], more=f"<link>{host.url}/tin</link>"))
    await empty.add(f"{host.url}/rss")
    host.answers["/rss"] = make_reply(status=410)
    source = await _after_refresh(empty)
    assert source.total == 13
    assert "its page is shown instead" in (source.error or "")
    host.asked.clear()
    await _after_refresh(empty)
    assert host.asked == ["/tin"]


async def test_a_permanent_move_counts_when_it_was_seen_twice(
    empty: Library, host: Any, make_feed: Any, make_reply: Any
) -> None:
    feed = make_reply(make_feed([("Tin", f"{host.url}/1")]))
    host.answers |= {"/old": feed, "/new": feed}
    await empty.add(f"{host.url}/old")
    host.answers["/old"] = make_reply(status=301, Location="/new")
    assert (await _after_refresh(empty)).url.endswith("/old")
    assert (await _after_refresh(empty)).url.endswith("/new")
    host.asked.clear()
    await _after_refresh(empty)
    assert host.asked == ["/new"]


async def test_a_host_that_asks_to_be_left_alone_is_left_alone_by_the_next_program_too(
    empty: Library, tmp_path: Path, host: Any, make_feed: Any, make_reply: Any
) -> None:
    host.answers["/rss"] = make_reply(make_feed([("Tin", f"{host.url}/1")]))
    await empty.add(f"{host.url}/rss")
    host.answers["/rss"] = make_reply(status=429, Retry_After="3600")
    source = await _after_refresh(empty)
    assert "60 minutes" in (source.error or "")
    host.asked.clear()
    await empty.close()
    again = await Library.open(tmp_path, Settings())
    source = await _after_refresh(again)
    assert (host.asked, source.total) == ([], 1)
    assert "asked for a pause" in (source.error or "")
    await again.close()


async def test_a_tag_goes_back_byte_for_byte_and_a_new_one_takes_its_place(
    empty: Library, host: Any, make_feed: Any, make_reply: Any
) -> None:
    sent: list[str | None] = []
    tag = 'W/"một"'.encode().decode("latin-1")

    def answer(headers: Mapping[str, str]) -> Any:
        sent.append(headers.get("if-none-match"))
        if sent[-1] == tag:
            return make_reply(status=304)
        return make_reply(make_feed([("Tin", f"{host.url}/1")]), ETag=tag)

    host.answers["/rss"] = answer
    await empty.add(f"{host.url}/rss")
    await _after_refresh(empty)
    tag = '"hai"'
    await _after_refresh(empty)
    await _after_refresh(empty)
    assert sent == [None, 'W/"một"'.encode().decode("latin-1"), 'W/"một"'.encode().decode("latin-1"), '"hai"']


@pytest.mark.parametrize(
    ("last", "next_", "due"),
    [
        (None, None, True),
        (timedelta(minutes=-10), timedelta(minutes=20), False),
        (timedelta(minutes=-40), timedelta(minutes=-10), True),
        (timedelta(days=1), timedelta(days=1, minutes=30), True),  # the clock was set back a day
        (timedelta(days=3650), timedelta(days=3651), True),  # it was ten years on
        (timedelta(days=-20_000), timedelta(days=-19_999), True),  # it was in 1970
        (timedelta(minutes=2), timedelta(minutes=32), False),  # another computer's clock, a little ahead
    ],
)
def test_no_clock_starves_a_source_or_asks_without_end(
    last: timedelta | None, next_: timedelta | None, due: bool
) -> None:
    now = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
    known = Source(1, SourceKind.FEED, "Báo", "https://a.example/rss")
    source = replace(known, last_refresh=_at(now, last), next_refresh=_at(now, next_))
    assert source.is_due(now) is due
    assert not replace(source, gone=True).is_due(now)


def _at(now: datetime, later: timedelta | None) -> datetime | None:
    return None if later is None else now + later


async def test_why_a_source_failed_is_said_in_the_language_of_whoever_reads_it(
    empty: Library, host: Any, make_feed: Any, make_reply: Any, speak: Any
) -> None:
    host.answers["/rss"] = make_reply(make_feed([("Tin", f"{host.url}/1")]))
    await empty.add(f"{host.url}/rss")
    speak("vi")
    host.answers["/rss"] = make_reply(status=404)
    said = (await _after_refresh(empty)).error or ""
    assert "máy chủ trả về 404 Not Found" in said
    speak("en")
    [source] = await empty.sources()
    assert source.error == ("the server answered 404 Not Found; the page may have moved; look for it on the site")
    speak("vi")
    assert (await empty.sources())[0].error == said


async def test_a_closed_article_closes_no_feed(empty: Library, host: Any, make_feed: Any, make_reply: Any) -> None:
    host.answers["/rss"] = make_reply(make_feed([("Tin đóng", f"{host.url}/1"), ("Tin mở", f"{host.url}/2")]))
    host.answers["/1"] = make_reply(status=403, Retry_After="3600")
    host.answers["/2"] = make_reply(LIST, **HTML)
    await empty.add(f"{host.url}/rss")
    for _ in range(2):
        assert not (await empty.refresh(articles=2)).failed
    assert [host.asked.count(path) for path in ("/1", "/rss")] == [1, 3]


async def test_a_network_that_wants_a_sign_in_is_no_failure_of_a_source(
    empty: Library, host: Any, make_feed: Any, make_reply: Any
) -> None:
    host.answers["/rss"] = make_reply(make_feed([("Tin", f"{host.url}/1")]))
    await empty.add(f"{host.url}/rss")
    host.answers["/rss"] = make_reply(status=511)
    result = await empty.refresh(articles=0)
    assert result.offline
    assert "sign in first" in result.failed[0].error
    assert (await empty.sources())[0].error is None


ANNOUNCING = (
    '<html><head><link rel="alternate" type="application/rss+xml" href="/index.xml"></head><body>{}</body></html>'
)


async def test_a_page_in_place_of_a_feed_that_announces_another_is_asked_for_nothing_else(
    empty: Library, host: Any, make_feed: Any, make_reply: Any
) -> None:
    host.answers["/feed"] = make_reply(make_feed([("Tin", f"{host.url}/1")]))
    await empty.add(f"{host.url}/feed")
    host.answers["/feed"] = make_reply(ANNOUNCING.format("<p>Chúng tôi đã có trang mới.</p>"), **HTML)
    host.answers["/index.xml"] = make_reply(make_feed([("Tin", f"{host.url}/1"), ("Tin mới", f"{host.url}/2")]))
    host.asked.clear()
    source = await _after_refresh(empty)
    assert (source.url, source.total, source.error) == (f"{host.url}/index.xml", 2, None)
    assert host.asked == ["/feed", "/index.xml"]


async def test_a_sign_in_in_place_of_a_feed_moves_it_nowhere(
    empty: Library, host: Any, make_feed: Any, make_reply: Any
) -> None:
    host.answers["/private"] = make_reply(make_feed([("Tin", f"{host.url}/1")]))
    await empty.add(f"{host.url}/private")
    form = '<h1>Đăng nhập</h1><form><input name="u"><input type="password" name="p"></form>'
    host.answers["/private"] = make_reply(ANNOUNCING.format(form), **HTML)
    host.answers["/index.xml"] = make_reply(make_feed([("Tin khác", f"{host.url}/9")]))
    source = await _after_refresh(empty)
    assert (source.url, source.total) == (f"{host.url}/private", 1)
    assert source.error
