"""Sitemaps of articles, of news and of sitemaps, and robots.txt."""

import pytest

from tuinews.errors import ExtractError
from tuinews.extract.feed.sitemap import parse_sitemap, sitemaps_in_robots

NEWS = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc>https://post.example/a-1</loc><n:news><n:publication><n:name>The Post</n:name><n:language>en</n:language>
</n:publication><n:publication_date>2024-05-01T08:00:00+07:00</n:publication_date>
<n:title><![CDATA[Ferries &amp; fog: "what <b>now</b>"]]></n:title></n:news>
<image:image><image:loc>https://post.example/a.jpg</image:loc><image:title>A ferry</image:title></image:image>
</url>
<url><loc>https://post.example/b-2?x=1&amp;y=2</loc><n:news><n:publication_date>2024-05-02</n:publication_date>
<n:title>Fog &amp; ferries</n:title></n:news></url>
</urlset>"""


def test_news_sitemap_has_titles_and_dates_and_no_picture_captions() -> None:
    listing = parse_sitemap(NEWS, "https://post.example/sitemap-news.xml").listing
    assert [(e.title, e.url, e.published.date if e.published else None) for e in listing.entries] == [
        ("Fog & ferries", "https://post.example/b-2?x=1&y=2", "2024-05-02"),
        ('Ferries &amp; fog: "what <b>now</b>"', "https://post.example/a-1", "2024-05-01T08:00+07:00"),
    ]
    assert (listing.title, listing.language) == ("The Post", "en")


def test_plain_sitemap_takes_words_from_the_address() -> None:
    text = (
        "<urlset><url><loc>https://a.example/</loc></url>"
        "<url><loc>https://a.example/2024/03/05/the-ferry-is-late-100234.html</loc><lastmod>2024-03-06</lastmod></url>"
        "<url><loc>https://a.example/category/boats/</loc></url></urlset>"
    )
    (entry,) = parse_sitemap(text, "https://a.example/sitemap.xml").listing.entries
    assert entry.title == "The ferry is late"
    assert entry.published
    assert entry.published.date == "2024-03-05"
    assert entry.updated
    assert entry.updated.date == "2024-03-06"


def test_index_gives_sitemaps_news_first_then_the_newest() -> None:
    text = (
        "<sitemapindex><sitemap><loc>https://a.example/posts-1.xml</loc><lastmod>2020-01-01</lastmod></sitemap>"
        "<sitemap><loc>https://a.example/posts-2.xml</loc><lastmod>2024-01-01</lastmod></sitemap>"
        "<sitemap><loc>/news.xml</loc></sitemap></sitemapindex>"
    )
    found = parse_sitemap(text, "https://a.example/sitemap.xml")
    assert found.sitemaps == (
        "https://a.example/news.xml",
        "https://a.example/posts-2.xml",
        "https://a.example/posts-1.xml",
    )
    assert found.listing.entries == ()


def test_large_sitemap_keeps_the_newest() -> None:
    urls = "".join(
        f"<url><loc>https://a.example/of-day-{i}</loc><lastmod>20{i // 1000:02}-01-{i % 28 + 1:02}</lastmod></url>"
        for i in range(3000)
    )
    listing = parse_sitemap(f"<urlset>{urls}</urlset>", "https://a.example/s.xml").listing
    assert len(listing.entries) == 1000
    assert all(e.updated and e.updated.date.startswith("2002") for e in listing.entries)


@pytest.mark.parametrize("text", ["", "<html><body>not found</body></html>", "<rss></rss>"])
def test_what_is_no_sitemap_says_so(text: str) -> None:
    with pytest.raises(ExtractError):
        parse_sitemap(text, "https://a.example/sitemap.xml")


@pytest.mark.parametrize(
    "tail", ["<url>" * 50_000, "<a " * 50_000, "<![CDATA[" * 50_000, "<url><loc>" + "x" * 10**6]
)
def test_hostile_sitemaps_end(tail: str) -> None:
    assert parse_sitemap("<urlset>" + tail, "https://a.example/s.xml").listing.entries == ()


def test_robots() -> None:
    text = "\ufeffUser-agent: *\nDisallow: /x\nSitemap: https://a.example/s.xml\n"
    text += "SITEMAP:https://a.example/news.xml # new\nSitemap: /relative.xml\n"
    assert sitemaps_in_robots(text) == ("https://a.example/news.xml", "https://a.example/s.xml")
