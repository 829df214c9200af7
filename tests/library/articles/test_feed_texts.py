"""A feed that gives whole articles can be read offline at once; one that gives teasers cannot."""

from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tuinews.library.articles.feed_texts import is_whole
from tuinews.library.articles.opening import completed
from tuinews.library.library import Library
from tuinews.model.article import Article, TextKind
from tuinews.model.document import Document, Paragraph, Span
from tuinews.model.entry import Entry, Listing
from tuinews.model.entry_row import Cached, EntryRow
from tuinews.model.refresh import Refreshed
from tuinews.model.source import NewSource, SourceKind
from tuinews.model.view import Filter, View
from tuinews.model.when import Precision, When
from tuinews.settings import Settings
from tuinews.store.store import Store

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
WHOLE = "<p>Nước sông lên nhanh trong đêm.</p>" * 20
TEASER = "<p>Nước sông lên nhanh trong đêm.</p>" * 3
CUT = "<p>Nước sông lên nhanh trong đêm.</p>" * 20 + "<p>Và rồi […]</p>"


@pytest.fixture
async def empty(tmp_path: Path) -> AsyncIterator[Library]:
    library = await Library.open(tmp_path / "empty", Settings(articles_per_source=0))
    yield library
    await library.close()


def feed_of(host: Any, *contents: str) -> str:
    items = "".join(
        f"<item><title>Tin {n}</title><link>{host.url}/{n}</link><guid>{n}</guid><description>Ngắn</description>"
        f"<content:encoded><![CDATA[{content}]]></content:encoded></item>"
        for n, content in enumerate(contents)
    )
    return (
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>Báo</title>{items}</channel></rss>"
    )


@pytest.fixture
def page() -> Callable[[str], str]:
    def make(text: str) -> str:
        body = f"<p>{text * 30}</p>" * 4
        return f"<html><body><article><h1>Tin dài</h1>{body}</article></body></html>"

    return make


async def cached(library: Library) -> list[Cached]:
    rows = await library.rows(sorted(await library.entry_ids(View())))
    return [row.cached for row in sorted(rows, key=lambda row: row.title)]


async def test_whole_articles_of_a_feed_are_kept_when_it_is_added(
    empty: Library, host: Any, make_reply: Any
) -> None:
    host.answers["/rss"] = make_reply(feed_of(host, WHOLE, TEASER, CUT))

    await empty.add(f"{host.url}/rss")

    assert await cached(empty) == [Cached.FULL, Cached.NONE, Cached.NONE]
    [entry_id] = await empty.entry_ids(View(filter=Filter.OFFLINE))
    kept = await empty.article(entry_id)
    assert kept is not None
    assert (kept.article.kind, kept.awaits_page) == (TextKind.FEED, True)
    assert kept.article.text.count("Nước sông") == 20
    assert list(await empty.entry_ids(View(query="sông trong đêm"))) == [entry_id]
    assert (await empty.counts()).offline == 1


async def test_a_refresh_keeps_them_too_and_follows_what_the_feed_says_later(
    empty: Library, host: Any, make_reply: Any
) -> None:
    host.answers["/rss"] = make_reply(feed_of(host, TEASER))
    added = await empty.add(f"{host.url}/rss")
    [entry_id] = await empty.entry_ids(View())
    host.answers["/rss"] = make_reply(feed_of(host, WHOLE))
    await empty.refresh([added.source.id])
    assert await cached(empty) == [Cached.FULL]

    host.answers["/rss"] = make_reply(feed_of(host, WHOLE + "<p>Bổ sung.</p>"))
    await empty.refresh([added.source.id])
    kept = await empty.article(entry_id)
    assert kept is not None
    assert kept.article.text.endswith("Bổ sung.")


async def test_the_page_is_asked_for_when_it_is_opened_and_the_feeds_text_stays_where_it_cannot_be_had(
    empty: Library, host: Any, make_reply: Any, page: Callable[[str], str]
) -> None:
    host.answers["/rss"] = make_reply(feed_of(host, WHOLE))
    await empty.add(f"{host.url}/rss")
    [entry_id] = await empty.entry_ids(View())
    host.answers["/0"] = make_reply(status=503)

    kept = await empty.open_article(entry_id)
    assert (kept.article.kind, kept.awaits_page) == (TextKind.FEED, True)

    host.answers["/0"] = make_reply(page("Trang có nhiều hơn thế. "), Content_Type="text/html; charset=utf-8")
    kept = await empty.open_article(entry_id)
    assert (kept.article.kind, kept.awaits_page) == (TextKind.EXTRACTED, False)
    asked = len(host.asked)
    await empty.open_article(entry_id)
    assert len(host.asked) == asked


async def test_a_refresh_still_brings_the_pages_and_counts_no_other(
    empty: Library, host: Any, make_reply: Any, page: Callable[[str], str]
) -> None:
    host.answers["/rss"] = make_reply(feed_of(host, WHOLE, WHOLE))
    host.answers["/0"] = make_reply(page("Trang có nhiều hơn thế. "), Content_Type="text/html; charset=utf-8")
    added = await empty.add(f"{host.url}/rss")

    result = await empty.refresh([added.source.id], articles=10)

    assert result.articles == 1
    assert await cached(empty) == [Cached.FULL, Cached.FULL]
    kinds = [(await empty.open_article(entry_id)).article.kind for entry_id in await empty.entry_ids(View())]
    assert sorted(kinds) == [TextKind.EXTRACTED, TextKind.FEED]


async def test_a_page_that_was_kept_never_gives_way_to_the_feeds_text(
    empty: Library, host: Any, make_reply: Any, page: Callable[[str], str]
) -> None:
    host.answers["/rss"] = make_reply(feed_of(host, TEASER))
    host.answers["/0"] = make_reply(page("Trang có nhiều hơn thế. "), Content_Type="text/html; charset=utf-8")
    added = await empty.add(f"{host.url}/rss")
    await empty.refresh([added.source.id], articles=10)
    host.answers["/rss"] = make_reply(feed_of(host, WHOLE))

    await empty.refresh([added.source.id])

    [entry_id] = await empty.entry_ids(View())
    kept = await empty.article(entry_id)
    assert kept is not None
    assert kept.article.kind is TextKind.EXTRACTED


async def test_a_library_from_before_is_mended_by_its_next_refresh_even_without_a_network(
    tmp_path: Path, host: Any
) -> None:
    store = Store.open(tmp_path, NOW)
    source = store.add_source(NewSource(SourceKind.FEED, "http://127.0.0.1:9/rss", "Báo"), NOW)
    entries = [
        Entry("a", "Một", "http://127.0.0.1:9/a", content=WHOLE),
        Entry("b", "Hai", "http://127.0.0.1:9/b", content=TEASER),
        Entry("c", "Ba", None, content=TEASER),
        Entry("d", "Bốn", "http://127.0.0.1:9/d"),
    ]
    store.record_listing(source.id, Refreshed(Listing(tuple(entries)), NOW))
    store.close()
    library = await Library.open(tmp_path, Settings())
    assert (await library.counts()).offline == 0

    assert (await library.refresh()).failed

    rows = await library.rows(await library.entry_ids(View(filter=Filter.OFFLINE)))
    assert sorted(row.title for row in rows) == ["Ba", "Một"]
    await library.close()


def article(*lines: str) -> Article:
    return Article("https://a.example/", "Tin", Document(tuple(Paragraph((Span(line),)) for line in lines)))


LINE = "It rained for the whole night, and the river rose by two metres. " * 4


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((LINE, LINE), True),
        ((LINE, LINE, "The post Rain appeared first on The River."), True),
        ((LINE, LINE, "“It was…” he said."), True),
        ((LINE,), False),
        ((LINE, LINE, "And then the […]"), False),
        ((LINE, LINE, "And then the...", "The post Rain appeared first on The River."), False),
        ((LINE, LINE, "Read more »"), False),
        ((LINE, LINE, "Toute la page »"), False),
        ((LINE, LINE, "Elle dit : « Il pleut. »"), True),
        ((LINE, LINE, "He said: “It was…”"), True),
        ((LINE, f"{LINE}and then […] Continue reading The river rises →"), False),
        ((LINE, f"{LINE}and then… (Read more)"), False),
        ((LINE, LINE, "We read more than we write these days."), True),
        ((LINE, LINE, "Continue reading on our site"), False),
        ((LINE, LINE, "Đọc tiếp"), False),
        ((LINE, LINE, "続きを読む"), False),
        ((*[LINE] * 9, "And what came of it…"), True),
        ((), False),
    ],
)
def test_a_text_that_is_short_or_cut_off_is_no_article(lines: tuple[str, ...], expected: bool) -> None:
    assert is_whole(article(*lines)) is expected


def test_the_day_that_a_listing_tells_goes_before_the_age_that_the_page_shows() -> None:
    stated, age = When(NOW), When(NOW, Precision.MONTH, NOW - timedelta(days=31))
    for of_page, of_row, shown in (
        (age, stated, stated),
        (age, None, age),
        (stated, age, stated),
        (None, age, age),
    ):
        row = EntryRow(id=1, title="Tin", url=None, source_id=1, source_title="", first_seen=NOW, published=of_row)
        article = Article(None, "Tin", Document(()), published=of_page)
        assert completed(article, row).published == shown
