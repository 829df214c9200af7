"""What a new source is called: the site, then the part of it, from whatever the page says of either."""

import time

import pytest

from tuinews.extract.source_name import feed_name, page_name

BUSINESS = "Tin kinh doanh: Thị trường, tài chính, kinh tế, doanh nghiệp"


def page(title: str, *, h1: str = "", site: str = "", more: str = "") -> str:
    named = f'<meta property="og:site_name" content="{site}">' if site else ""
    heading = f"<h1>{h1}</h1>" if h1 else ""
    return f"<html><head><title>{title}</title>{named}{more}</head><body>{heading}<p>x</p></body></html>"


@pytest.mark.parametrize(
    ("html", "url", "name"),
    [
        (page(f"{BUSINESS} - VnExpress Kinh Doanh", h1="Kinh doanh", site="vnexpress.net"),
         "https://vnexpress.net/kinh-doanh", "VnExpress Kinh Doanh"),
        (page(f"{BUSINESS} | Báo Dân trí", h1="Kinh doanh", site="Báo điện tử Dân Trí"),
         "https://dantri.com.vn/kinh-doanh.htm", "Báo Dân trí: Kinh doanh"),
        (page("Tin thể thao 24h hôm nay, mới nhất - Báo Xa", h1="Thể thao"),
         "https://baoxa.example/the-thao", "Báo Xa: Thể thao"),
        (page("Tin mới nhất, cập nhật từng phút, nhanh và chính xác"), "https://baoxa.example/", "baoxa.example"),
        (page("Economy | Today's latest from The Far Post", site="The Far Post", h1="Economy"),
         "https://farpost.example/economy/", "The Far Post: Economy"),
        (page("The Far Post - News, sport and opinion from nowhere at all", site="The Far Post"),
         "https://www.farpost.example/", "The Far Post"),
        (page("Home - The Far Blog", site="The Far Blog"), "https://far.example/", "The Far Blog"),
        (page("Wirtschaft: Nachrichten und Hintergründe | ZEITUNG", h1="Wirtschaft"),
         "https://www.zeitung.example/wirtschaft/index", "ZEITUNG: Wirtschaft"),
        (page("아시아 | 세계 | 먼뉴스", site="먼뉴스", h1="아시아 | 먼뉴스"), "https://yn.co.kr/asia",
         "먼뉴스: 아시아"),
        (page("Essays"), "https://ann-writer.example/articles.html", "ann-writer.example: Essays"),
        (page("", more='<script type="application/ld+json">{"@graph": [{"@type": ["NewsMediaOrganization"], '
                       '"name": "Báo Xa"}]}</script>'),
         "https://baoxa.example/chinh-sach-moi.htm", "Báo Xa: Chinh sach moi"),
        (page("", more='<meta property="og:title" content="Đời sống | Báo Xa">'),
         "https://baoxa.example/doi-song", "Báo Xa: Đời sống"),
        ("<p>no head at all", "https://far.example/deep/news/", "far.example: News"),
        ("", "https://far.example/", "far.example"),
    ],
)  # fmt: skip
def test_a_page_is_named_by_its_site_and_section(html: str, url: str, name: str) -> None:
    assert page_name(html, url) == name


def test_two_sections_of_two_sites_under_one_long_title_are_told_apart() -> None:
    names = [
        page_name(page(BUSINESS, h1=h1), f"https://{place}")
        for place, h1 in (("far.example/kinh-doanh", ""), ("near.example/kinh-doanh", ""), ("far.example/a", "Á"))
    ]
    assert names == ["far.example: Tin kinh doanh", "near.example: Tin kinh doanh", "far.example: Á"]


@pytest.mark.parametrize(
    ("title", "link", "name"),
    [
        ("Tin mới nhất - VnExpress RSS", "https://vnexpress.net", "VnExpress: Tin mới nhất"),
        ("VnExpress RSS: Kinh doanh", "https://vnexpress.net/kinh-doanh", "VnExpress: Kinh doanh"),
        ("RSS", "https://far.example/", "far.example"),
        ("Home", "https://www.far.example/", "far.example"),
        ("", "https://far.example/", "far.example"),
        ("Feed", None, "feeds.example"),
        ("News", "https://far.example/", "far.example: News"),
        ("Tin mới nhất", "https://far.example/", "far.example: Tin mới nhất"),
        ("The Far Post - All Posts", "https://farpost.example/", "The Far Post"),
        ("Far Post | " + BUSINESS.partition(": ")[2], "https://farpost.example/", "Far Post"),
        ("RSS Feed for Far Post", "https://farpost.example/", "Far Post"),
        ("Far Post (RSS 2.0)", "https://farpost.example/", "Far Post"),
        ("Far Post RSS Feed", "https://farpost.example/", "Far Post"),
        ("Báo Mới - RSS Feed", "https://far.example/", "Báo Mới"),
        ("Hacker News", "https://news.example.com/", "Hacker News"),
        ("Schneier on Security", "https://www.schneier.example/blog/", "Schneier on Security"),
        ("Feeds and Speeds", "https://cnc.example/", "Feeds and Speeds"),
        ("Kinh doanh", "https://far.example/", "far.example: Kinh doanh"),
        ("Ann's Notes", "https://ann.github.io/", "Ann's Notes"),
    ],
)
def test_a_feed_is_named_by_its_title_or_its_site(title: str, link: str | None, name: str) -> None:
    assert feed_name(title, link, "https://feeds.example/rss/kinh-doanh.rss") == name


def test_a_feed_that_says_nothing_at_all_has_no_name() -> None:
    assert feed_name("", None, None) == ""


@pytest.mark.parametrize("text", ["RSS Feed " * 60 + "x", " - " * 160, "(RSS" * 120, "a - " * 120, "RSS 2 " * 80])
def test_a_title_that_was_made_to_hold_it_up_does_not(text: str) -> None:
    begun = time.process_time()
    feed_name(text, "https://far.example/", None)
    page_name(page(text, h1=text, site=text), "https://far.example/a/b")
    assert time.process_time() - begun < 0.5


def test_what_a_page_says_in_json_is_not_believed() -> None:
    for broken in ("[" * 5000, '{"@type": 5, "name": "x"}', '{"@graph": {"name": 1}}', "null", '[1, "a"]'):
        script = f'<script type="application/ld+json">{broken}</script>'
        assert page_name(page("Far Post", more=script), "https://farpost.example/") == "Far Post"
