"""Sitemaps of articles, of news and of sitemaps, and robots.txt."""

import pytest

from tuinews.errors import ExtractError
from tuinews.extract.discover import kind_of
from tuinews.extract.feed.sitemap import parse_sitemap, sitemaps_in_robots
from tuinews.model.source import SourceKind

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
        ('Ferries & fog: "what now"', "https://post.example/a-1", "2024-05-01T08:00+07:00"),
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


def test_a_change_within_the_month_of_the_address_is_its_day() -> None:
    text = "<urlset>" + "".join(
        f"<url><loc>https://a.example/2024/03/the-ferry-{n}.html</loc><lastmod>{day}</lastmod></url>"
        for n, day in enumerate(("2024-03-05", "2024-03-09T08:00:00Z", "2024-05-01"))
    )
    entries = parse_sitemap(f"{text}</urlset>", "https://a.example/sitemap.xml").listing.entries
    dates = {entry.title: entry.published.date for entry in entries if entry.published}
    assert dates == {
        "The ferry 0": "2024-03-05",
        "The ferry 1": "2024-03-09T08:00+00:00",
        "The ferry 2": "2024-03-01",
    }


def test_a_sitemap_may_be_lines_of_addresses() -> None:
    text = "\ufeffhttps://a.example/2024/03/05/late-ferry\r\nhttps://a.example/x?a=1&b=fog-at-sea\n"
    assert kind_of(text, "text/plain") is SourceKind.SITEMAP
    entries = parse_sitemap(text, "https://a.example/sitemap.txt").listing.entries
    assert entries[0].url == "https://a.example/2024/03/05/late-ferry"
    assert kind_of("https://a.example/\nhttps://b.example/\n", "text/plain") is SourceKind.LISTING
    assert kind_of("", "text/plain") is SourceKind.LISTING


def test_without_dates_of_its_own_an_index_is_ordered_by_those_in_addresses_or_by_both_its_ends() -> None:
    def order(*names: str) -> list[str]:
        text = "".join(f"<sitemap><loc>https://a.example/{name}</loc></sitemap>" for name in names)
        index = parse_sitemap(f"<sitemapindex>{text}</sitemapindex>", "https://a.example/sitemap.xml")
        return [url.rpartition("/")[2] for url in index.sitemaps]

    assert order("s-2019.xml", "s-2024-02.xml", "s-2024-11.xml") == [
        "s-2024-11.xml",
        "s-2024-02.xml",
        "s-2019.xml",
    ]
    assert order("1.xml", "2.xml", "3.xml") == ["1.xml", "3.xml", "2.xml"]


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


def test_robots_txt_names_its_sitemaps_with_those_of_news_first() -> None:
    text = "\ufeffUser-agent: *\nDisallow: /x\nSitemap: https://a.example/s.xml\n"
    text += "SITEMAP:https://a.example/news.xml # new\nSitemap: /relative.xml\n"
    assert sitemaps_in_robots(text) == ("https://a.example/news.xml", "https://a.example/s.xml")


def test_a_page_has_its_first_picture_and_no_number_in_its_name() -> None:
    pictures = "".join(
        f"<image:image><image:loc>https://a.example/{n}.jpg</image:loc>"
        "<image:title>Not this</image:title></image:image>"
        for n in (1, 2)
    )
    video = (
        "<video:video><video:thumbnail_loc>/t.jpg</video:thumbnail_loc><video:title>No</video:title></video:video>"
    )
    text = (
        f"<urlset><url>{pictures}<loc>https://a.example/the-bridge-opens-4711.html</loc></url>"
        f"<url><loc>https://a.example/the-budget-of-2026</loc>{video}</url></urlset>"
    )
    first, second = parse_sitemap(text, "https://a.example/sitemap.xml").listing.entries
    assert (first.title, first.image) == ("The bridge opens", "https://a.example/1.jpg")
    assert (second.title, second.image) == ("The budget of 2026", "https://a.example/t.jpg")


@pytest.mark.parametrize(
    ("title", "date", "shown"),
    [
        ("It&amp;#8217;s &amp;amp; ok", "1796032800", ("It’s & ok", "2026-11-30")),
        ("<![CDATA[Tin & <b>nóng</b>]]>", "1796032800000", ("Tin & nóng", "2026-11-30")),
        ("The &lt;video&gt; element", "30/11/2026", ("The <video> element", "2026-11-30")),
        ("Caf&eacute;", "Mon, 30 Nov 2026 10:00:00 GMT", ("Café", "2026-11-30")),
    ],
)
def test_titles_and_dates_come_in_the_shapes_of_feeds(title: str, date: str, shown: tuple[str, str]) -> None:
    news = f"<news:title>{title}</news:title><news:publication_date>{date}</news:publication_date>"
    text = f"<urlset><url><loc>https://a.example/1</loc><news:news>{news}</news:news></url></urlset>"
    (entry,) = parse_sitemap(text, "https://a.example/sitemap.xml").listing.entries
    assert entry.published is not None
    assert (entry.title, entry.published.date[:10]) == shown


def test_tags_of_a_sitemap_may_be_capitals() -> None:
    text = "<URLSET><URL><LOC>https://a.example/2026/the-bridge-is-open</LOC></URL></URLSET>"
    assert [entry.title for entry in parse_sitemap(text, "https://a.example/s.xml").listing.entries] == [
        "The bridge is open"
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
@pytest.mark.parametrize("named", ["Sitemap: /s.xml", "sitemap : <https://a.example/s.xml>", 'SITEMAP:"/s.xml"'])
def test_a_line_of_robots_may_end_with_any_sign_and_name_its_sitemap_in_quotes(named: str, end: str) -> None:
    text = end.join(("User-agent: *", "Disallow: /x", named, ""))
    assert sitemaps_in_robots(text, "https://a.example/robots.txt") == ("https://a.example/s.xml",)
