"""An article's address where a source is added: it is offered beside its site's list, and asked for once."""

from typing import Any

import pytest

from tuinews.library.library import Library
from tuinews.model.source import SourceKind

TEXT = "The harbour master counted forty boats that morning, and wrote each of them down. " * 3
FEED = "<link rel=alternate type=application/rss+xml href=/feed>"


def article(title: str) -> str:
    body = f"<p>{TEXT}</p>" * 6
    return f"<html lang=en><head><title>{title}</title>{FEED}</head><article><h1>{title}</h1>{body}</article>"


def front() -> str:
    items = "".join(
        f"<li><h3><a href='/news/2026/story-{n}.html'>The harbour story number {n} of this week</a></h3>"
        f"<p>What was seen on day {n}.</p><time datetime='2026-11-{n:02}'>{n} November</time></li>"
        for n in range(1, 25)
    )
    return f"<html lang=en><head><title>Harbour news</title>{FEED}</head><main><ul>{items}</ul></main>"


@pytest.fixture
def harbour(host: Any, make_reply: Any, make_feed: Any) -> Any:
    html = {"Content_Type": "text/html"}
    host.answers |= {
        "/": make_reply(front(), **html),
        "/news/": make_reply(front(), **html),
        "/news/boats": make_reply(article("Forty boats in the harbour"), **html),
        "/?p=12": make_reply(article("Forty boats in the harbour"), **html),
        "/feed": make_reply(make_feed([("A title", f"{host.url}/a")]), Content_Type="application/rss+xml"),
    }
    return host


async def test_an_article_is_told_by_its_structure(empty: Library, harbour: Any) -> None:
    told = {path: (await empty.look(harbour.url + path)).article for path in ("/", "/news/", "/feed")}
    assert told == dict.fromkeys(told)
    for path in ("/news/boats", "/?p=12"):
        looked = await empty.look(harbour.url + path)
        assert looked.article == "Forty boats in the harbour"
        assert (looked.best.kind, looked.best.entries) == (SourceKind.FEED, 1)


async def test_what_was_looked_at_is_added_without_another_request(empty: Library, harbour: Any) -> None:
    await empty.look(f"{harbour.url}/news/boats")
    assert await empty.sources() == []
    asked = list(harbour.asked)
    added = await empty.add(f"{harbour.url}/news/boats")
    assert harbour.asked == asked
    assert (added.source.url, added.article) == (f"{harbour.url}/feed", "Forty boats in the harbour")
    await empty.add(f"{harbour.url}/news/boats")
    assert harbour.asked == asked * 2


async def test_a_list_that_was_meant_is_no_article(empty: Library, harbour: Any) -> None:
    added = await empty.add(f"{harbour.url}/news/")
    assert (added.source.kind, added.article) == (SourceKind.FEED, None)


LISTS = {
    "cards": "<div class='episode'><button>Play</button><h3><a href='/e/{n}'>Episode of harbour story {n}</a></h3>"
    "<span>2026-11-{n:02}</span><p>" + TEXT + "</p><a href='/e/{n}/text'>Transcript</a></div>",
    "lines": "2026-11-{n:02}  <a href='/log/harbour-story-{n}.txt'>What the harbour said on day {n}</a>\n",
    "notices": "<li><strong>Notice {n} of the harbour master</strong><br>2026-11-{n:02}<br>"
    "<a href='/docs/{n}.pdf'>Download (PDF, 1.{n} MB)</a></li>",
}


@pytest.mark.parametrize("shape", LISTS)
async def test_a_text_that_is_made_of_the_list_is_no_article(
    empty: Library, host: Any, make_reply: Any, shape: str
) -> None:
    rows = "".join(LISTS[shape].format(n=n) for n in range(9, 0, -1))
    body = f"<pre>{rows}</pre>" if shape == "lines" else f"<ul>{rows}</ul>"
    page = f"<html lang=en><head><title>Harbour</title></head><body><h1>Harbour log</h1>{body}</body></html>"
    host.answers["/log/"] = make_reply(page, Content_Type="text/html")
    looked = await empty.look(f"{host.url}/log/")
    assert (looked.article, looked.best.kind, looked.best.entries) == (None, SourceKind.LISTING, 9)


async def test_an_article_with_others_below_it_is_one(empty: Library, harbour: Any, make_reply: Any) -> None:
    below = "".join(
        f"<li><a href='/news/{n}'>Another harbour story of day {n}</a> 2026-11-{n:02}</li>" for n in range(1, 9)
    )
    page = article("Forty boats in the harbour").replace("</article>", f"</article><ul>{below}</ul>")
    harbour.answers["/news/boats"] = make_reply(page, Content_Type="text/html")
    assert (await empty.look(f"{harbour.url}/news/boats")).article == "Forty boats in the harbour"
