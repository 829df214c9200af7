"""Links of an article: to an article, to a list, to what is listed already, to hosts that nobody typed."""

from pathlib import Path
from typing import Any

import pytest

from tuinews.errors import ExtractError, FetchError
from tuinews.library.library import Library
from tuinews.model.source import SourceKind
from tuinews.settings import Settings

ARTICLE = "<p>" + "The harbour master counted forty boats that morning, and wrote each of them down. " * 3 + "</p>"


def article(title: str, body: str = ARTICLE * 6) -> str:
    return f"<html lang=en><title>{title}</title><body><article><h1>{title}</h1>{body}</article></body></html>"


def section() -> str:
    items = "".join(
        f"<li><h3><a href='/news/2026/story-{n}.html'>The harbour story number {n} of this week</a></h3>"
        f"<p>What was seen on day {n}.</p><time datetime='2026-11-{n:02}'>{n} November</time></li>"
        for n in range(1, 25)
    )
    return f"<html lang=en><title>Harbour news</title><main><h1>Harbour</h1><ul>{items}</ul></main></html>"


async def test_a_link_leads_to_an_article_a_list_or_what_is_kept(
    tmp_path: Path, host: Any, make_reply: Any, make_feed: Any
) -> None:
    html = {"Content_Type": "text/html"}
    host.answers |= {
        "/first": make_reply(article("First page"), **html),
        "/second": make_reply(article("Second page"), **html),
        "/section": make_reply(section(), **html),
        "/feed": make_reply(make_feed([("A title", f"{host.url}/a")]), Content_Type="application/rss+xml"),
        "/moved": make_reply(status=301, Location=f"{host.url}/second"),
        "/data": make_reply('{"a": 1}', Content_Type="application/json"),
    }
    library = await Library.open(tmp_path, Settings())
    try:
        first = await library.read_address(f"{host.url}/first")
        second = await library.follow(f"{host.url}/second", first.entry_id)
        assert second.kept is not None
        assert second.kept.article.title == "Second page"
        assert second.listed is None
        assert (await library.entry(second.kept.entry_id)).source_title == "Pages"

        again = await library.follow(f"{host.url}/second#part", first.entry_id)
        moved = await library.follow(f"{host.url}/moved", first.entry_id)
        assert [again.kept and again.kept.entry_id, moved.kept and moved.kept.entry_id] == [
            second.kept.entry_id
        ] * 2
        assert host.asked.count("/second") == 2  # once by itself, once by way of /moved

        listed = await library.follow(f"{host.url}/section", first.entry_id)
        assert listed.kept is None
        assert listed.listed is not None
        assert (listed.listed.kind, listed.listed.entries) == (SourceKind.LISTING, 24)
        feed = await library.follow(f"{host.url}/feed", first.entry_id)
        assert feed.listed is not None
        assert (feed.listed.kind, feed.listed.url) == (SourceKind.FEED, f"{host.url}/feed")
        with pytest.raises(ExtractError):
            await library.follow(f"{host.url}/data", first.entry_id)
    finally:
        await library.close()


async def test_a_private_host_that_nobody_typed_is_not_asked(
    tmp_path: Path, host: Any, make_reply: Any, start_host: Any
) -> None:
    """The page of one private host may link to itself, and to no other, nor to another port."""
    other_host = start_host()
    host.answers["/first"] = make_reply(article("First page"), Content_Type="text/html")
    other_host.answers["/secret"] = make_reply(article("Secret"), Content_Type="text/html")
    library = await Library.open(tmp_path, Settings())
    try:
        first = await library.read_address(f"{host.url}/first")
        with pytest.raises(FetchError):
            await library.follow(f"{other_host.url}/secret", first.entry_id)
        assert other_host.asked == []
    finally:
        await library.close()
