"""Text that was encoded twice is mended wherever it may stand, and what people write is left alone."""

import html
import json
from pathlib import Path

import pytest

from tuinews.charset import decode
from tuinews.extract.article import extract_article
from tuinews.extract.feed import feed_listing, parse_feed
from tuinews.extract.feed.sitemap import parse_sitemap
from tuinews.extract.listing import extract_listing
from tuinews.extract.mojibake import mended, mended_value

HERE = Path(__file__).parent
TITLES = (
    "He said “hello” and the council will meet again on Friday",
    "Thủ tướng: “Không để ai bị bỏ lại phía sau”",
    "L’été « trop chaud », à en croire l’enquête",
    "Анна Максимова — о новой роли",
    "速報：台風が上陸",
    "عاجل: الرئيس يزور المدينة",
    "Größe zählt – für „alle“",
    "Ação e reação… só amanhã",
)


def twice(text: str, *, as_windows: bool) -> str:
    """`text` as a program writes it that takes UTF-8 for Latin-1 or, as browsers do, for windows-1252."""
    raw = text.encode()
    return (
        "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in raw)
        if as_windows
        else raw.decode("latin-1")
    )


@pytest.mark.parametrize("as_windows", [True, False])
@pytest.mark.parametrize("title", TITLES)
def test_a_feed_is_mended(title: str, as_windows: bool) -> None:
    bad = twice(title, as_windows=as_windows)
    item = f"<title>{bad}</title><description>{bad} &lt;p&gt;more</description>"
    rss = f"<rss><channel><title>{bad}</title><item>{item}</item>"
    of_rss = feed_listing(parse_feed(rss), None).entries[0]
    assert (of_rss.title, of_rss.summary) == (title, f"{title} more")
    listed = {
        "version": "https://jsonfeed.org/version/1",
        "items": [{"id": "1", "title": bad, "content_text": bad}],
    }
    assert feed_listing(parse_feed(json.dumps(listed)), None).entries[0].title == title
    entry = f"<title>{bad}</title><content type='html'>{bad} ünd</content>"
    atom = f"<feed xmlns='http://www.w3.org/2005/Atom'><entry>{entry}</entry>"
    listed_entry = feed_listing(parse_feed(atom), None).entries[0]
    assert (listed_entry.title, listed_entry.content) == (title, f"{title} ünd")


@pytest.mark.parametrize("as_windows", [True, False])
@pytest.mark.parametrize("title", TITLES)
def test_pages_and_their_data_are_mended(title: str, as_windows: bool) -> None:
    bad = twice(title, as_windows=as_windows)
    body = (
        f"<article><h1>{bad}</h1>"
        + f"<p>{'One sentence of the text, then another one. ' * 8}{bad}</p>" * 4
        + "</article>"
    )
    article = extract_article(f"<title>{bad}</title>{body}", "https://a.example/2026/a-story")
    assert article.title == title
    assert title in " ".join(article.document.lines)
    data = json.dumps({"@type": "NewsArticle", "headline": bad, "author": bad[:0] + "Ada"})
    page = f"<script type='application/ld+json'>{data}</script>" + body.replace(bad, "")
    assert extract_article(page, "https://a.example/2026/a-story").title == title
    news = f"<urlset><url><loc>https://a.example/news/1</loc><title>{bad}</title></url></urlset>"
    assert parse_sitemap(news, "https://a.example/map.xml").listing.entries[0].title == title


def test_a_list_of_articles_is_mended() -> None:
    links = "".join(
        f"<article><h2><a href='/2026/07/story-{i}'>{twice(t, as_windows=True)}</a></h2></article>"
        for i, t in enumerate(TITLES)
    )
    listed = extract_listing(f"<main>{links}</main>", "https://a.example/")
    assert [entry.title for entry in listed.entries] == list(TITLES)


@pytest.mark.parametrize(
    "written",
    [
        "You&acirc;&euro;&trade;ve",
        "You&#226;&#128;&#153;ve",
        "You&#xE2;&#x20AC;&#x2122;ve",
        "You\xe2&#128;&#153;ve",
    ],
)
def test_what_is_written_as_entities_is_mended(written: str) -> None:
    assert html.unescape(mended(written)) == "You’ve"
    assert (
        feed_listing(parse_feed(f"<rss><channel><item><title><![CDATA[{written}]]></title></item>"), None)
        .entries[0]
        .title
        == "You’ve"
    )


def test_the_closing_quote_of_a_feed_takes_nothing_with_it() -> None:
    entry = feed_listing(parse_feed(decode((HERE / "c1_closing_quote_feed.xml").read_bytes())), None).entries[0]
    assert entry.title == "He said “hello” and the council will meet again on Friday"
    assert entry.summary == f"{entry.title}. More lines follow here."


def test_a_stray_byte_of_a_page_takes_nothing_with_it() -> None:
    page = decode((HERE / "c1_stray_byte_page.html").read_bytes())
    lines = extract_article(page, "https://a.example/prices").document.lines
    assert len(lines) == 6
    assert all("prices rose by four" in line and line.endswith("of the text.") for line in lines)


@pytest.mark.parametrize(
    "text",
    [
        "VIVE LA LIBERTÉ…",
        "LE CAFÉ”",
        "ELLE A CHANTÉ—ENFIN",
        "Il a chanté…”",
        "la liberté\xa0»",
        "“CHÚ Ý”",
        "«MAÇÃ»",
        "« De A à\xa0» Z",
        "Le Ã est une lettre",
        "él «está»…",
        "Việt Nam: “Đà Nẵng…”",
        "Âme sœur",
        "naïve — très",
        "AT&amp;T &eacute;t&eacute;",
    ],
)
def test_what_people_write_is_left_alone(text: str) -> None:
    assert mended_value(text) == text
    assert mended(f"{text} {twice('It’s', as_windows=True)}") == f"{text} It’s"
